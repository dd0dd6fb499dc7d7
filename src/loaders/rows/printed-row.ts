import { CELL, SPAN } from '../surface.js'

/** A cell of a printed row in folded text, borders left out. */
export interface PrintedCell {
  readonly from: number
  readonly to: number
  /** A further place of a wide or tall cell of HTML. */
  readonly covered: boolean
}

/** A row of a table whose borders are all there, so that its cells can be counted. */
export interface PrintedRow {
  /** Where the borders come from: an HTML table, pipes around every cell, tabs, or one cell a line behind a tab. */
  readonly kind: 'html' | 'pipes' | 'tabs' | 'lines'
  readonly cells: readonly PrintedCell[]
  readonly from: number
  readonly to: number
  /** Whether the row goes on below or was cut off: its line ends without the border due there. */
  readonly open: boolean
}

/** No row of a form is longer than this many characters, borders included. */
export const MAX_ROW = 2000
const MAX_LINES = 60
/** One cell a line: a tab, then all there is of the cell. */
const CELL_LINE = /^\t[^\t]*$/

/**
 * The printed row that holds the character at `at`, cell by cell, from the borders of its own line (or of its group of lines,
 * where each cell has one).
 *
 * @returns `null` where the row's borders are not all to be seen: blanks, or pipes that do not open the row
 */
export function rowAt(text: string, at: number): PrintedRow | null {
  const line = lineAt(text, at)
  if (line === null) return null
  const written = text.slice(line.from, line.to)
  if (written.includes(CELL)) return cutRow('html', text, line, CELL)
  if (written.includes('|')) return pipeRow(text, line)
  if (CELL_LINE.test(written)) return lineGroup(text, line)
  if (!written.includes('\t')) return null
  // A text cut off behind a border may have lost what stood in the last cell.
  return { ...cutRow('tabs', text, line, '\t'), open: line.to === text.length && written.endsWith('\t') }
}

/** A line that rules off rows: the dashes under the header of a Markdown table, `+---+---+`, `├──┼──┤`. */
export const RULE_LINE =
  /^\s*(?:\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?)?|\+(?:[-=]{2,}\+)+|[├┌└┏┣┗╔╠╚][─━═┬┼┴┳╋┻╦╬╩┐┤┘┓┫┛╗╣╝|]+)\s*$/

/** The rows of `text[from, to)` that stand between pipes from their first cell to their last, wherever they stand. */
export function pipeRows(text: string, from: number, to: number): PrintedRow[] {
  const rows: PrintedRow[] = []
  let at = from
  for (const line of text.slice(from, to).split('\n')) {
    const row = line.includes('|') ? pipeRow(text, { from: at, to: at + line.length }) : null
    if (row !== null && !row.open) rows.push(row)
    at += line.length + 1
  }
  return rows
}

/** The next printed row below one, past empty lines and Markdown's rule; `null` where other words or the text's end come first. */
export function rowBelow(text: string, row: PrintedRow): PrintedRow | null {
  let line = lineAt(text, row.to)
  for (let i = 0; line !== null && line.to < text.length && i < MAX_LINES; i++) {
    line = lineAt(text, line.to + 1)
    const written = line === null ? '' : text.slice(line.from, line.to)
    if (line === null || (!/^ *$/.test(written) && !RULE_LINE.test(written))) break
  }
  return line === null || line.from <= row.to ? null : rowAt(text, line.from)
}

/** Lines at the end and the head of a page, between two parts of a table. */
const PAGE_LINES = 4

/** The next printed row below one, past the few lines that may stand between two pages; `null` where there is none so near. */
export function rowOverPage(text: string, row: PrintedRow): PrintedRow | null {
  let line = lineAt(text, row.to)
  for (let words = 0, i = 0; line !== null && line.to < text.length && i < MAX_LINES; i++) {
    line = lineAt(text, line.to + 1)
    if (line === null) return null
    const below: PrintedRow | null = rowAt(text, line.from)
    if (below !== null) return below
    if (text.slice(line.from, line.to).trim() !== '' && ++words > PAGE_LINES) return null
  }
  return null
}

/** Whether between two rows of a kind every line has its borders, too, or is empty. */
export function goesOn(text: string, above: PrintedRow, below: PrintedRow): boolean {
  const border = above.kind === 'pipes' ? '|' : '\t'
  const between = text
    .slice(above.to, below.from)
    .slice(0, MAX_ROW * MAX_LINES)
    .split('\n')
    .slice(1, -1)
  return (
    above.kind === below.kind &&
    between.every((line) => line.includes(border) || line.trim() === '' || RULE_LINE.test(line))
  )
}

/** Lines above a table's first row in which its header is looked for. */
const HEADER_LINES = 8

/** The rows of a kind and width that stand right above one, the nearest first. */
export function rowsAbove(text: string, row: PrintedRow): PrintedRow[] {
  const rows: PrintedRow[] = []
  let line = lineAt(text, row.from)
  for (let i = 0; line !== null && line.from > 0 && i < HEADER_LINES; i++) {
    line = lineAt(text, line.from - 1)
    const written = line === null ? '' : text.slice(line.from, line.to)
    if (RULE_LINE.test(written)) continue
    const above: PrintedRow | null = line === null ? null : rowAt(text, line.from)
    if (above === null || above.kind !== row.kind || above.cells.length !== row.cells.length) break
    rows.push(above)
  }
  return rows
}

/** How many cells each row has from one to another, and in the header above them. */
export function widthsFrom(text: string, first: PrintedRow, last: PrintedRow): number[] {
  const widths: number[] = []
  let line = lineAt(text, first.from)
  for (let i = 0; line !== null && line.from > 0 && i < HEADER_LINES; i++) {
    line = lineAt(text, line.from - 1)
    const above: PrintedRow | null = line === null ? null : rowAt(text, line.from)
    if (above === null || above.kind !== first.kind) break
    widths.push(above.cells.length)
  }
  let row: PrintedRow | null = first
  for (; row !== null && row.from <= last.from; row = rowBelow(text, row)) widths.push(row.cells.length)
  return widths
}

interface Line {
  readonly from: number
  readonly to: number
}

function lineAt(text: string, at: number): Line | null {
  const before = text.slice(Math.max(0, at - MAX_ROW), at)
  const after = text.slice(at, at + MAX_ROW)
  const [start, end] = [before.lastIndexOf('\n'), after.indexOf('\n')]
  if ((start < 0 && before.length === MAX_ROW) || (end < 0 && after.length === MAX_ROW)) return null
  return { from: at - before.length + start + 1, to: end < 0 ? at + after.length : at + end }
}

function cutRow(kind: PrintedRow['kind'], text: string, { from, to }: Line, border: string): PrintedRow {
  let at = from
  const cells = text
    .slice(from, to)
    .split(border)
    .map((part) => {
      const cell = { from: at, to: at + part.length, covered: part.includes(SPAN) }
      at += part.length + 1
      return cell
    })
  // The mark of HTML closes a cell; a tab stands between two.
  return { kind, cells: kind === 'html' ? cells.slice(0, -1) : cells, from, to, open: false }
}

function pipeRow(text: string, { from, to }: Line): PrintedRow | null {
  const written = text.slice(from, to)
  const start = from + (written.length - written.trimStart().length)
  const end = from + written.trimEnd().length
  if (end - start < 3 || text[start] !== '|') return null
  const closed = text[end - 1] === '|'
  return { ...cutRow('pipes', text, { from: start + 1, to: closed ? end - 1 : end }, '|'), open: !closed }
}

/** The lines of one cell each that follow one another without an empty line between. */
function lineGroup(text: string, line: Line): PrintedRow | null {
  const lines = [line]
  for (let first = line; lines.length <= MAX_LINES && first.from > 0; ) {
    const above = lineAt(text, first.from - 1)
    if (above === null || !CELL_LINE.test(text.slice(above.from, above.to))) break
    lines.unshift(above)
    first = above
  }
  for (let last = line; lines.length <= MAX_LINES && last.to < text.length; ) {
    const below = lineAt(text, last.to + 1)
    if (below === null || !CELL_LINE.test(text.slice(below.from, below.to))) break
    lines.push(below)
    last = below
  }
  if (lines.length > MAX_LINES) return null
  const cells = lines.map(({ from, to }) => ({ from: from + 1, to, covered: false }))
  return { kind: 'lines', cells, from: lines[0]?.from ?? line.from, to: lines.at(-1)?.to ?? line.to, open: false }
}
