import { CELL, SPAN, type Surface } from '../surface.js'
import { Moved } from './bordered-lines.js'

/** A table drawn with lines about its cells has so many rows, and some of them have several lines. */
const ROWS = 4
/** Upright strokes and corners, level strokes. */
const BAR = /[|│┃║\u2502\u2503\u2506\u2507\u250a-\u254b\u254e\u254f\u2551-\u257f]/
const LEVEL = /^(?:[\u2500\u2501\u2504\u2505\u2508\u2509\u254c\u254d\u2550]{1,500}|[-=]{2,500})$/
/** A corner of level strokes made of - and =. */
const CORNER = /\+(?=[-=]{2})|(?<=[-=]{2})\+/g
/** Bars of one column stand within so many letters of another. */
const NEAR = 2

interface Part {
  readonly from: number
  readonly to: number
  /** How far from the line's end it ends, in letters. */
  readonly end: number
  readonly isStroke: boolean
}

interface Line {
  readonly from: number
  readonly next: number
  readonly parts: readonly Part[]
}

interface BoxedCell {
  readonly row: number
  /** The column it ends in, counted from the right, and where the one before it ends. */
  readonly column: number
  readonly before: number
  rows: number
  readonly pieces: [from: number, to: number][]
}

/**
 * A text in which tables drawn with strokes about every cell, the words of a cell on several lines, have their rows each on a line, as a
 * page has them whose cells are known. Every character keeps its place in the source.
 */
export function boxedTables(surface: Surface): Surface {
  if (!/^[ \t]*[+\u250c\u250f\u2554][-=\u2500-\u257f]/m.test(surface.text)) return surface
  const moved = new Moved(surface)
  let done = 0
  for (const lines of drawnTables(surface.text)) {
    const rows = rowsOf(surface.text, lines)
    const [first, last] = [lines[0], lines.at(-1)]
    if (rows === null || first === undefined || last === undefined) continue
    moved.add(done, first.from)
    write(moved, surface.text, rows)
    done = last.next
  }
  if (done === 0) return surface
  moved.add(done, surface.text.length)
  return moved.surface()
}

/** Lines one below the other that begin and end with a bar. */
function drawnTables(text: string): Line[][] {
  const tables: Line[][] = []
  let isOpen = false
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf('\n', from)
    const next = end < 0 ? text.length : end + 1
    const parts = partsOf(text.slice(from, end < 0 ? next : end), from)
    if (parts.length > 0 && isOpen) tables.at(-1)?.push({ from, next, parts })
    else if (parts.length > 0) tables.push([{ from, next, parts }])
    isOpen = parts.length > 0
    from = next
  }
  return tables
}

/** What stands between the bars of a line; nothing where it has none at its ends. */
function partsOf(line: string, from: number): Part[] {
  const written = line.trimEnd()
  const corners = new Set([...written.matchAll(CORNER)].map(({ index }) => index))
  const bars = Array.from(written).flatMap((_, i) => (BAR.test(written[i] ?? '') || corners.has(i) ? [i] : []))
  const [first, last] = [bars[0], bars.at(-1)]
  if (first === undefined || last !== written.length - 1 || written.slice(0, first).trim() !== '') return []
  return bars.slice(1).map((bar, i) => {
    const start = (bars[i] ?? 0) + 1
    const text = written.slice(start, bar)
    return { from: from + start, to: from + bar, end: lettersIn(written.slice(bar + 1)), isStroke: LEVEL.test(text) }
  })
}

/** The width of a text in letters: a Chinese character is two wide. */
function lettersIn(text: string): number {
  return Array.from(text).reduce((sum, c) => sum + (c >= '\u2e80' && c <= '\uff60' ? 2 : 1), 0)
}

/** The cells of a table, row by row; `null` where its lines are no such table's, or have their cells in one line each. */
function rowsOf(text: string, lines: readonly Line[]): BoxedCell[][] | null {
  const columns = columnsOf(lines)
  const columnOf = ({ end }: Part) => columns.findIndex((at) => Math.abs(at - end) <= NEAR)
  const rows: BoxedCell[][] = []
  let open = new Map<number, BoxedCell>()
  let isBegun = false
  let isFolded = false
  for (const { parts } of lines) {
    const strokes = parts.filter(({ isStroke }) => isStroke)
    if (strokes.length === 0) isFolded ||= isBegun
    if (strokes.length > 0) isBegun = false
    else if (!isBegun) {
      for (const cell of open.values()) cell.rows++
      rows.push([])
      isBegun = true
    }
    if (strokes.length === parts.length) open = new Map()
    for (const [i, part] of parts.entries()) {
      const [column, before] = [columnOf(part), i === 0 ? columns.length : columnOf(parts[i - 1] ?? part)]
      if (part.isStroke) open.delete(column)
      const cell = part.isStroke ? undefined : open.get(column)
      const isLost = cell === undefined && strokes.length > 0 && !part.isStroke
      if (isLost && text.slice(part.from, part.to).trim() !== '') return null
      if (cell !== undefined) cell.pieces.push([part.from, part.to])
      else if (!part.isStroke && strokes.length === 0) {
        const own: BoxedCell = { row: rows.length - 1, column, before, rows: 1, pieces: [[part.from, part.to]] }
        open.set(column, own)
        rows.at(-1)?.push(own)
      }
    }
  }
  const isTold = rows.flat().every(({ pieces, rows: height }) => {
    const written = pieces.map(([from, to]) => text.slice(from, to).trim())
    return isOneText(written) && (height === 1 || /^$|\p{L}/u.test(written.join('')))
  })
  return rows.length >= ROWS && isFolded && isTold ? rows : null
}

/** Where the columns end, counted from the right. */
function columnsOf(lines: readonly Line[]): number[] {
  const ends = lines.flatMap(({ parts }) => (parts.some(({ isStroke }) => isStroke) ? [] : parts.map(({ end }) => end)))
  const columns: number[] = []
  for (const end of ends.sort((a, b) => a - b)) if (end - (columns.at(-1) ?? -NEAR - 1) > NEAR) columns.push(end)
  return columns
}

/** Whether lines of a cell are one text: no figure on a line of its own beside another. */
function isOneText(lines: readonly string[]): boolean {
  const filled = lines.filter((line) => line !== '')
  return filled.length < 2 || !filled.some((line, i) => i > 0 && /\d$/.test(filled[i - 1] ?? '') && /^\d/.test(line))
}

function write(moved: Moved, text: string, rows: readonly (readonly BoxedCell[])[]): void {
  const spans = (cell: BoxedCell) => SPAN.repeat(Math.max(0, cell.before - cell.column - 1))
  rows.forEach((_, row) => {
    const here = rows.flat().filter((cell) => cell.row <= row && row < cell.row + cell.rows)
    for (const cell of here.sort((a, b) => b.column - a.column)) {
      if (cell.row === row) for (const [from, to] of cell.pieces) moved.add(...trimmed(text, from, to))
      else moved.mark(SPAN)
      moved.mark(CELL)
      for (const span of spans(cell)) moved.mark(span + CELL)
    }
    moved.mark('\n')
  })
}

function trimmed(text: string, from: number, to: number): [from: number, to: number] {
  const written = text.slice(from, to)
  const start = from + written.length - written.trimStart().length
  return [start, Math.max(start, from + written.trimEnd().length)]
}
