import type { Alignment, Match } from './align.js'
import { gridPiece, type Piece } from './cells.js'
import { type GridCell, type GridRow, gridRowAt, gridRowBelow } from './grid-row.js'
import { foldedEnd, foldedIndex, type Stream } from './stream.js'
import { cellWords, isPlainCell, readCell } from './values.js'

/** A row of a table as printed, with all its borders. */
export interface PrintedRow {
  readonly row: GridRow
  /** Index of the cell that holds the row's label; -1 where the figures stand in a row of their own. */
  readonly label: number
  /** How many figures the form gives it. */
  readonly slots: number
}

/** The printed rows of a table, and what they show of its columns. */
export interface PrintedTable {
  /** By index of the template's label. */
  readonly rows: ReadonlyMap<number, PrintedRow>
  /** Cells in every row, and the column in which figures begin, where merged cells leave empty ones; else `null`. */
  readonly columns: Columns | null
  /** Whether rows whose cells stand between borders count right, so that counting places a figure. */
  readonly regular: boolean
}

interface Columns {
  readonly width: number
  readonly start: number
}

/** Share of the rows that must show the same columns before any is read by them. */
const MOST = 0.8

/** The rows of a table that keep all their borders. Rows of forms that print units or numbers before the figures are left out. */
export function printedTable(stream: Stream, { template, matches }: Alignment): PrintedTable {
  const single = template.definition.arrangement === 'single_row'
  const rows = new Map<number, PrintedRow>()
  template.labels.forEach((label, index) => {
    const match = single ? matches.findLast((other) => other !== null) : matches[index]
    if (label.row === null || label.row.units.length > 0 || !match) return
    const printed = single ? rowUnder(stream, match) : rowOf(stream, match, matches.slice(index + 1))
    if (printed !== null) rows.set(index, { ...printed, slots: label.row.cells.length })
  })
  const bordered = [...rows.values()].filter(({ row, label }) => row.kind !== 'html' && label >= 0)
  const merged = bordered.some((printed) => behind(printed) > printed.slots)
  const counted = bordered.filter((printed) => behind(printed) === printed.slots).length
  return {
    rows,
    columns: merged ? columnsOf(bordered) : null,
    regular: !merged && counted * 2 >= bordered.length,
  }
}

/** The pieces in the row's slots, one each; `null` where its borders do not leave one way to tell. */
export function placedPieces(text: string, printed: PrintedRow, table: PrintedTable): Piece[] | null {
  const cells = slotCells(text, printed, table)
  if (cells === null) return null
  const pieces = cells.map(({ from, to }) => gridPiece(text, from, to, printed.row.kind !== 'lines'))
  return pieces.every((piece) => piece !== null) ? pieces : null
}

/** The cells that are the row's slots: those behind its label, less what merged cells leave empty beside them. */
function slotCells(
  text: string,
  { row, label, slots }: PrintedRow,
  { columns, regular }: PrintedTable,
): readonly GridCell[] | null {
  const own = row.cells.slice(label + 1)
  if (row.kind === 'html') {
    const real = own.filter((cell) => !cell.covered)
    return real.length === slots ? real : null
  }
  if (label < 0 || columns === null) return own.length === slots && (label < 0 || regular) ? own : null
  if (row.cells.length !== columns.width || label >= columns.start) return null
  const beside = [...row.cells.slice(label + 1, columns.start), ...row.cells.slice(columns.start + slots)]
  if (beside.some(({ from, to }) => text.slice(from, to).trim() !== '')) return null
  return row.cells.slice(columns.start, columns.start + slots)
}

/** The row that holds a label, if label and figures are all that stands in it. */
function rowOf(stream: Stream, match: Match, later: Alignment['matches']): Omit<PrintedRow, 'slots'> | null {
  const { text } = stream.folded
  const [start, end] = [foldedIndex(stream, match.from), foldedEnd(stream, match.to)]
  const row = gridRowAt(text, end - 1)
  if (row === null || start < row.from) return null
  const next = later.find((other) => other !== null)
  if (next && foldedIndex(stream, next.from) < row.to) return null
  const label = row.cells.findIndex((cell) => cell.from < end && end <= cell.to)
  const rest = text.slice(end, row.cells[label]?.to ?? end)
  return label < 0 || holdsFigures(rest) ? null : { row, label }
}

/** The row of figures under a header. */
function rowUnder(stream: Stream, match: Match): Omit<PrintedRow, 'slots'> | null {
  const { text } = stream.folded
  const header = gridRowAt(text, foldedEnd(stream, match.to) - 1)
  if (header === null) return null
  const row = gridRowBelow(text, header)
  return row === null || row.kind !== header.kind ? null : { row, label: -1 }
}

function holdsFigures(rest: string): boolean {
  return /\d/.test(rest) || cellWords(rest).some((word) => isPlainCell(readCell(word.text)))
}

function behind({ row, label }: PrintedRow): number {
  return row.cells.length - label - 1
}

/**
 * The columns of a table in which merged cells leave empty ones: every row has as many cells as the widest, and the rows with
 * the innermost labels show where the figures begin.
 */
function columnsOf(rows: readonly PrintedRow[]): Columns | null {
  const width = Math.max(...rows.map(({ row }) => row.cells.length))
  const slots = Math.max(...rows.map((row) => row.slots))
  const start = width - slots
  const even = rows.filter(({ row }) => row.cells.length === width)
  const shown = even.some((row) => row.slots === slots && row.label + 1 === start)
  return shown && even.length >= rows.length * MOST ? { width, start } : null
}
