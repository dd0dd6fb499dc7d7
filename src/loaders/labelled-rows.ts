import type { Alignment, Match } from './align.js'
import { borderedPiece, isMark, type Piece } from './cells.js'
import { holdsLabelAlone } from './near-label.js'
import { goesOn, type PrintedCell, type PrintedRow, rowAt, rowBelow, rowsAbove, widthsFrom } from './printed-row.js'
import { type CodesPrinted, leadOf } from './row-lead.js'
import { foldedEnd, foldedIndex, type Stream } from './stream.js'
import { UNASSIGNED } from './surface.js'
import type { Label, RowSlots } from './template.js'
import { cellWords, isPlainCell, readCell } from './values.js'

/** A row of a table as printed, with its borders. */
export interface LabelledRow {
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

/** The rows of a table whose borders are to be seen, by index of the template's label. */
export function labelledRows(
  stream: Stream,
  { template, matches }: Alignment,
  codes: CodesPrinted,
): Map<number, LabelledRow> {
  const single = template.definition.arrangement === 'single_row'
  const found: (readonly [index: number, row: Bordered])[] = []
  template.labels.forEach((label, index) => {
    const match = single ? matches.findLast((other) => other !== null) : matches[index]
    if (label.row === null || !match) return
    const row = single ? rowUnder(stream, match) : rowOf(stream, match, matches.slice(index + 1), label, codes)
    if (row !== null) found.push([index, { ...row, slots: label.row.cells.length }])
  })
  const stretches: (typeof found)[number][][] = []
  for (const [index, row] of found) {
    const last = stretches.at(-1)
    const above = last?.at(-1)?.[1]
    if (last && above && goesOn(stream.folded.text, above.row, row.row)) last.push([index, row])
    else stretches.push([[index, row]])
  }
  const merged = found.some(([, row]) => row.row.kind !== 'html' && behind(row) > row.slots)
  return new Map(
    stretches.flatMap((rows) => {
      const stretch = stretchOf(
        stream.folded.text,
        rows.map(([, row]) => row),
        merged,
      )
      return rows.map(([index, row]) => [index, { ...row, stretch }] as const)
    }),
  )
}

type Bordered = Omit<LabelledRow, 'stretch'>

/** `merged`: some rows of the table have empty cells to spare. */
function stretchOf(text: string, rows: readonly Bordered[], merged: boolean): Stretch {
  if (rows.some((row) => behind(row) > row.slots)) return { columns: columnsOf(text, rows), regular: false }
  return { columns: null, regular: countsRight(rows) && (!merged || isEven(text, rows)) }
}

/** The pieces in the row's slots, one each; `null` where its borders do not leave one way to tell. */
export function slotPieces(text: string, printed: LabelledRow): Piece[] | null {
  const cells = printed.row.open ? null : slotCells(text, printed)
  if (cells === null) return null
  const { kind } = printed.row
  const pieces = cells.map(({ from, to }) => borderedPiece(text, from, to, kind !== 'lines'))
  if (pieces.every((piece) => piece !== null)) return pieces
  return kind === 'lines' || isRunIntoOne(text, cells, pieces) ? null : cells.map(unreadIfNone(text, pieces))
}

/** A cell whose words are no longer than this is one that cannot be read, and no label. */
const MAX_UNREAD = 12

/** Whether what is no figure may be words of another kind, or hold the figures of cells beside it that are empty. */
function isRunIntoOne(text: string, cells: readonly PrintedCell[], pieces: readonly (Piece | null)[]): boolean {
  const others = cells.filter((_, i) => pieces[i] === null).map(({ from, to }) => text.slice(from, to).trim())
  const hasRoom = pieces.some((piece) => piece?.kind === 'blank')
  return others.some((words) => words === UNASSIGNED || words.length > MAX_UNREAD || (hasRoom && /\d/.test(words)))
}

function unreadIfNone(text: string, pieces: readonly (Piece | null)[]) {
  return ({ from, to }: PrintedCell, i: number): Piece => {
    const start = from + (text.slice(from, to).length - text.slice(from, to).trimStart().length)
    const end = start + text.slice(from, to).trim().length
    return pieces[i] ?? { kind: 'other', value: null, unit: null, from: start, to: end }
  }
}

/** The cells that are the row's slots: those behind its label, less what merged cells leave empty beside them. */
function slotCells(
  text: string,
  { row, labelCell, slots, stretch: { columns, regular } }: LabelledRow,
): readonly PrintedCell[] | null {
  const own = row.cells.slice(labelCell + 1)
  if (row.kind === 'html') {
    const real = own.filter((cell) => !cell.covered)
    return real.length === slots ? real : null
  }
  if (labelCell < 0 || columns === null) return own.length === slots && (labelCell < 0 || regular) ? own : null
  if (row.cells.length !== columns.width || labelCell >= columns.start) return null
  const beside = [...row.cells.slice(labelCell + 1, columns.start), ...row.cells.slice(columns.start + slots)]
  const isEmpty = ({ from, to }: PrintedCell) => text.slice(from, to).trim() === ''
  if (!beside.every(isEmpty)) return null
  const cells = row.cells.slice(columns.start, columns.start + slots)
  const isNarrow = columns.start + slots < columns.width
  return isNarrow && cells.some(isEmpty) && !standsUnderHeads(text, row, columns.start, slots) ? null : cells
}

/**
 * Whether the figures of a row that has fewer than the table has columns stand in those behind its label: the row of heads above
 * shows it. Else a wide label may have taken some of these, and which one of its figures is missing cannot be told.
 */
function standsUnderHeads(text: string, row: PrintedRow, start: number, slots: number): boolean {
  const head = rowsAbove(text, row).find(
    ({ cells }) => filledCells(text, cells).length === slots + 1 && isWords(text, cells),
  )
  return head !== undefined && filledCells(text, head.cells).at(-1) === start + slots - 1
}

/** Which cells of a row are not empty. */
function filledCells(text: string, cells: readonly PrintedCell[]): number[] {
  return cells.flatMap(({ from, to }, i) => (text.slice(from, to).trim() === '' ? [] : [i]))
}

function isWords(text: string, cells: readonly PrintedCell[]): boolean {
  return cells.every(({ from, to }) => !/^[\s\d.,/—-]*\d[\s\d.,/—-]*$/.test(text.slice(from, to)))
}

/** The row that holds a label, if label and figures are all that stands in it. */
function rowOf(
  stream: Stream,
  match: Match,
  later: Alignment['matches'],
  label: Label,
  codes: CodesPrinted,
): Omit<Bordered, 'slots'> | null {
  const { text } = stream.folded
  const [start, end] = [foldedIndex(stream, match.from), foldedEnd(stream, match.to)]
  const row = rowAt(text, end - 1)
  if (row === null || start < row.from) return null
  const next = later.find((other) => other !== null)
  if (next && foldedIndex(stream, next.from) < row.to) return null
  const labelCell = row.cells.findIndex((cell) => cell.from < end && end <= cell.to)
  const cell = row.cells[labelCell]
  if (cell === undefined || label.row === null) return null
  const alone = holdsLabelAlone(text.slice(cell.from, cell.to), label)
  if (!alone && holdsFigures(text.slice(end, cell.to))) return null
  if (label.row.units.length === 0) return { row, labelCell, unit: null }
  return behindLead(text, row, alone ? cell.to : end, label.row, codes)
}

/** The row of a form that prints units, some also the rows' own numbers, in cells between label and figures. */
function behindLead(
  text: string,
  row: PrintedRow,
  labelEnd: number,
  slots: RowSlots,
  codes: CodesPrinted,
): Omit<Bordered, 'slots'> | null {
  const { end, unit, uncertain } = leadOf(text, labelEnd, row.to, slots, codes)
  const labelCell = row.cells.findIndex((cell) => cell.from < end && end <= cell.to)
  const isWholeCell = labelCell >= 0 && text.slice(end, row.cells[labelCell]?.to).trim() === ''
  return unit === null || uncertain || !isWholeCell ? null : { row, labelCell, unit }
}

/** The row of figures under a header. */
function rowUnder(stream: Stream, match: Match): Omit<Bordered, 'slots'> | null {
  const { text } = stream.folded
  const header = rowAt(text, foldedEnd(stream, match.to) - 1)
  if (header === null) return null
  const row = figureRows(text, header)[0]
  if (row === undefined) return null
  // Under a header that begins with a tab, a tab may indent the row as well as stand behind an empty cell.
  const isEmpty = (cell: PrintedCell | undefined) => cell === undefined || text.slice(cell.from, cell.to).trim() === ''
  const indented = row.kind === 'tabs' && header.cells.length !== row.cells.length
  const open = row.open || (indented && isEmpty(header.cells[0]) && isEmpty(row.cells[0]))
  return { row: { ...row, open }, labelCell: -1, unit: null }
}

/** Whether under a header of a single row there stand several rows of figures, so that nobody can tell which of them is the form's. */
export function hasSeveralRows(stream: Stream, match: Match): boolean {
  const { text } = stream.folded
  const header = rowAt(text, foldedEnd(stream, match.to) - 1)
  const [first, second] = header === null ? [] : figureRows(text, header)
  return first !== undefined && second !== undefined && first.cells.length === second.cells.length
}

/** The rows right below a header that hold figures and no words, but for one that numbers the columns. */
function figureRows(text: string, header: PrintedRow): PrintedRow[] {
  const rows: PrintedRow[] = []
  for (let row = rowBelow(text, header); row !== null && row.kind === header.kind; row = rowBelow(text, row)) {
    const pieces = row.cells.map(({ from, to }) => borderedPiece(text, from, to, true))
    const words = row.cells.filter((_, i) => pieces[i] === null)
    const isFew = words.length < row.cells.length / 2 && pieces.some((piece) => piece !== null && isMark(piece))
    if (rows.length > 1 || (words.length > 0 && !isFew)) break
    const numbers = pieces.flatMap((piece) => piece?.value ?? [])
    const isNumbering = numbers.length > MANY && numbers.every((value, i) => value === i + 1)
    if (!isNumbering && (rows.length === 0 || numbers.length > 0)) rows.push(row)
  }
  return rows
}

/** A row that numbers the columns has more of them than this. */
const MANY = 4

function holdsFigures(rest: string): boolean {
  return /\d/.test(rest) || cellWords(rest).some((word) => isPlainCell(readCell(word.text)))
}

/** Whether nearly all rows have as many cells behind the label as the form gives them, one of its longest rows among them. */
function countsRight(rows: readonly Bordered[]): boolean {
  const right = rows.filter((printed) => behind(printed) === printed.slots)
  const most = Math.max(...rows.map((printed) => printed.slots))
  return right.length >= rows.length * MOST && right.some((printed) => printed.slots === most)
}

/**
 * Whether a row's borders are there, but not all of them, or more: then no empty cell of it can be told, and neither that all
 * of its cells are empty.
 */
export function isTorn(printed: LabelledRow): boolean {
  const { row, labelCell } = printed
  return row.kind !== 'html' && (row.open || row.kind === 'lines' || labelCell < 0 || behind(printed) > 0)
}

function behind({ row, labelCell }: Bordered): number {
  return row.cells.length - labelCell - 1
}

/** Whether all rows have as many cells, in one of them all filled: then none has a cell to spare in front of its figures. */
function isEven(text: string, rows: readonly Bordered[]): boolean {
  const isFull = (row: Bordered) =>
    behind(row) === row.slots &&
    row.row.cells.slice(row.labelCell).every(({ from, to }) => text.slice(from, to).trim() !== '')
  return rows.every(({ row }) => row.cells.length === rows[0]?.row.cells.length) && rows.some(isFull)
}

/**
 * The columns of rows in which merged cells leave empty ones: nearly all rows and the header above are equally wide, and a row
 * with an innermost label shows where the figures begin. Those with a label further out, or with fewer figures, have empty
 * cells instead: two of them at least.
 */
function columnsOf(text: string, rows: readonly Bordered[]): Stretch['columns'] {
  const [first, last] = [rows[0]?.row, rows.at(-1)?.row]
  if (first === undefined || last === undefined) return null
  const width = Math.max(...rows.map(({ row }) => row.cells.length))
  const slots = Math.max(...rows.map((row) => row.slots))
  const start = width - slots
  const isWide = ({ row }: Bordered) => row.cells.length === width
  const shown = rows.some((row) => isWide(row) && row.slots === slots && row.labelCell + 1 === start)
  const shorter = rows.filter((row) => row.labelCell + 1 + row.slots < width)
  const padded = shorter.filter(isWide).length
  const widths = widthsFrom(text, first, last)
  const even = widths.filter((one) => one === width).length >= widths.length * MOST
  return shown && even && padded >= 2 && padded >= shorter.length * MOST ? { width, start } : null
}
