import { type PrintedRow, widthsFrom } from './printed-row.js'

/** A row of a table as printed, with its borders. */
export interface BorderedRow {
  readonly row: PrintedRow
  /**
   * Index of the cell behind which the figures begin: that of the row's label, or of its unit or own number where the form prints
   * these; -1 where the figures stand in a row of their own.
   */
  readonly labelCell: number
  /** The unit printed in a cell of its own, or `null`. */
  readonly unit: string | null
  /** How many figures the form gives it. */
  readonly slots: number
}

/** A row before it is known how many figures are due. */
export type LabelCell = Omit<BorderedRow, 'slots'>

/** A row of a table with what the rows around it show. */
export interface LabelledRow extends BorderedRow {
  readonly stretch: Stretch
}

/** What rows that follow each other without other words between show of their columns. */
export interface Stretch {
  /** Where merged cells leave empty ones: cells in every row, and the column in which figures begin. */
  readonly columns: { readonly width: number; readonly start: number } | null
  /** Whether nearly all rows count right, so that counting places a figure. */
  readonly regular: boolean
}

/** Share of the rows that must show the same columns before any is read by them. */
const MOST = 0.8

/**
 * What a stretch of rows shows.
 *
 * @param merged whether some rows of the table have empty cells to spare
 */
export function stretchOf(text: string, rows: readonly BorderedRow[], merged: boolean): Stretch {
  if (rows.some((row) => behind(row) > row.slots)) return { columns: columnsOf(text, rows), regular: false }
  return { columns: null, regular: countsRight(rows) && (!merged || isEven(text, rows)) }
}

/** Whether nearly all rows have as many cells behind the label as the form gives them, one of its longest rows among them. */
function countsRight(rows: readonly BorderedRow[]): boolean {
  const right = rows.filter((printed) => behind(printed) === printed.slots)
  const most = Math.max(...rows.map((printed) => printed.slots))
  return right.length >= rows.length * MOST && right.some((printed) => printed.slots === most)
}

/** How many cells stand behind that of the label. */
export function behind({ row, labelCell }: BorderedRow): number {
  return row.cells.length - labelCell - 1
}

/** Whether all rows have as many cells, in one of them all filled: then none has a cell to spare in front of its figures. */
function isEven(text: string, rows: readonly BorderedRow[]): boolean {
  const isFull = (row: BorderedRow) =>
    behind(row) === row.slots &&
    row.row.cells.slice(row.labelCell).every(({ from, to }) => text.slice(from, to).trim() !== '')
  return rows.every(({ row }) => row.cells.length === rows[0]?.row.cells.length) && rows.some(isFull)
}

/**
 * The columns of rows in which merged cells leave empty ones: nearly all rows and the header above are equally wide, and a row
 * with an innermost label shows where the figures begin. Those with a label further out, or with fewer figures, have empty
 * cells instead: two of them at least.
 */
function columnsOf(text: string, rows: readonly BorderedRow[]): Stretch['columns'] {
  const [first, last] = [rows[0]?.row, rows.at(-1)?.row]
  if (first === undefined || last === undefined) return null
  const width = Math.max(...rows.map(({ row }) => row.cells.length))
  const slots = Math.max(...rows.map((row) => row.slots))
  const start = width - slots
  const isWide = ({ row }: BorderedRow) => row.cells.length === width
  const shown = rows.some((row) => isWide(row) && row.slots === slots && row.labelCell + 1 === start)
  const shorter = rows.filter((row) => row.labelCell + 1 + row.slots < width)
  const padded = shorter.filter(isWide).length
  const widths = widthsFrom(text, first, last)
  const even = widths.filter((one) => one === width).length >= widths.length * MOST
  return shown && even && padded >= 2 && padded >= shorter.length * MOST ? { width, start } : null
}
