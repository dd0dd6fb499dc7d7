import { CELL, type Surface } from './surface.js'

/** Cells that repeat side by side are at most so many; of the rows below, so many at least must begin with words in every part. */
const MAX_PARTS = 4
const MIN_ROWS = 2

/**
 * A surface in which a table that is printed in parts side by side (指标 | 数 | 指标 | 数) has them one below the other: first the left
 * part of every row under such a header, then the next. Every character keeps its place in the source.
 */
export function partsBelowEachOther(surface: Surface): Surface {
  const { text } = surface
  const moved = new Moved(surface)
  let done = 0
  for (let from = 0; from < text.length; ) {
    const row = rowAt(text, from)
    const parts = partsUnder(text, row)
    from = parts?.rows.at(-1)?.next ?? row.next
    if (parts === null) continue
    moved.add(done, row.from)
    for (let part = 0; part < parts.count; part++)
      for (const one of parts.rows) moved.addPart(one, part * parts.width, (part + 1) * parts.width)
    done = from
  }
  if (done === 0) return surface
  moved.add(done, text.length)
  return moved.surface()
}

interface Row {
  readonly from: number
  /** Where the next line begins. */
  readonly next: number
  readonly border: string
  readonly cells: readonly { readonly from: number; readonly to: number; readonly text: string }[]
}

function rowAt(text: string, from: number): Row {
  const end = text.indexOf('\n', from)
  const next = end < 0 ? text.length : end + 1
  return { from, next, ...cellsOf(text.slice(from, end < 0 ? next : end), from) }
}

function cellsOf(line: string, from: number): Pick<Row, 'border' | 'cells'> {
  const border = [CELL, '|', '\t'].find((mark) => line.includes(mark)) ?? ''
  if (border === '') return { border, cells: [] }
  let at = from
  const all = line.split(border).map((part) => {
    const cell = { from: at, to: at + part.length, text: part.replace(/\s/g, '') }
    at += part.length + 1
    return cell
  })
  const opening = border === '|' && all[0]?.text === '' ? 1 : 0
  const closing = border !== '\t' && all.at(-1)?.text === '' ? 1 : 0
  return { border, cells: all.slice(opening, all.length - closing) }
}

interface Parts {
  readonly count: number
  /** Cells of a row in each part. */
  readonly width: number
  /** The rows that are printed in parts, the header among them. */
  readonly rows: readonly Row[]
}

/** The parts side by side under a header that says the same in each: below it each begins with words and ends with none. */
function partsUnder(text: string, header: Row): Parts | null {
  const { length } = header.cells
  const width = periodOf(header.cells.map((cell) => cell.text))
  if (width === 0) return null
  const below: Row[] = []
  for (let from = header.next; from < text.length; ) {
    const row = rowAt(text, from)
    if (row.border !== header.border || !isAsWide(row, length)) break
    below.push(row)
    from = row.next
  }
  const columnOf = (column: number) => below.map((row) => row.cells[column]?.text ?? '').filter((one) => one !== '')
  const isParted = Array.from({ length: length / width }, (_, part) => {
    const labels = columnOf(part * width)
    const figures = columnOf((part + 1) * width - 1)
    return labels.filter(hasWords).length >= Math.max(MIN_ROWS, labels.length * MOST) && !figures.some(hasWords)
  })
  return isParted.every(Boolean) ? { count: isParted.length, width, rows: [header, ...below] } : null
}

const MOST = 0.8

/** A row parted by tabs may have lost empty cells at its end. */
function isAsWide({ border, cells }: Row, width: number): boolean {
  return cells.length === width || (border === '\t' && cells.length > 1 && cells.length < width)
}

/** Of how many cells each part of a header is that says the same words several times over; 0 where it does not. */
function periodOf(texts: readonly string[]): number {
  if (!texts.every(hasWords)) return 0
  for (let parts = MAX_PARTS; parts >= 2; parts--) {
    const width = texts.length / parts
    if (width >= 2 && Number.isInteger(width) && texts.every((text, i) => text === texts[i % width])) return width
  }
  return 0
}

function hasWords(text: string): boolean {
  return /\p{L}/u.test(text)
}

/** A surface put together from pieces of another. */
class Moved {
  private readonly texts: string[] = []
  private readonly offsets: number[] = []
  private readonly ends: number[] = []

  constructor(private readonly source: Surface) {}

  add(from: number, to: number): void {
    const { text, offsets, ends } = this.source
    this.texts.push(text.slice(from, to))
    for (let i = from; i < to; i++) {
      this.offsets.push(offsets[i] ?? 0)
      this.ends.push((ends === undefined ? offsets[i + 1] : ends[i]) ?? 0)
    }
  }

  /** Some cells of a row as a row of their own; nothing where all are empty. */
  addPart({ border, cells, next }: Row, first: number, end: number): void {
    const own = cells.slice(first, end)
    const [begin, last] = [own[0], own.at(-1)]
    if (begin === undefined || last === undefined || own.every(({ text }) => text === '')) return
    const opening = border === '|' ? 1 : 0
    const closing = border === '\t' ? 0 : 1
    this.add(Math.max(0, begin.from - opening), Math.min(last.to + closing, next))
    this.texts.push('\n')
    this.offsets.push(this.ends.at(-1) ?? 0)
    this.ends.push(this.ends.at(-1) ?? 0)
  }

  surface(): Surface {
    const { text, offsets, format } = this.source
    const end = offsets[text.length] ?? 0
    return {
      format,
      text: this.texts.join(''),
      offsets: Int32Array.from([...this.offsets, end]),
      ends: Int32Array.from(this.ends),
    }
  }
}
