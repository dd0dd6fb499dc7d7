import type { Match } from '../labels/align.js'
import { foldedEnd, type Stream } from '../stream.js'
import { borderedPiece, isMark } from './cells.js'
import { type PrintedCell, type PrintedRow, rowAt, rowBelow, rowOverPage } from './printed-row.js'
import type { LabelCell } from './stretch.js'

/** The row of figures under a header. */
export function rowUnder(stream: Stream, match: Match): LabelCell | null {
  const { text } = stream.folded
  const header = rowAt(text, foldedEnd(stream, match.to) - 1)
  if (header === null) return null
  const row = figureRows(text, header)[0]
  if (row === undefined) return null
  // Under a header that begins with a tab, a tab may indent the row as well as stand behind an empty cell.
  const isEmpty = (cell: PrintedCell | undefined) => cell === undefined || text.slice(cell.from, cell.to).trim() === ''
  const indented = row.kind === 'tabs' && header.cells.length !== row.cells.length
  // Under a header that ends with a tab, one may close the row, so that the empty cell behind it is none.
  const isClosed = row.kind === 'tabs' && isEmpty(header.cells.at(-1)) && isEmpty(row.cells.at(-1))
  const open = row.open || (indented && isEmpty(header.cells[0]) && isEmpty(row.cells[0])) || isClosed
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
  let above = header
  for (let row = rowBelow(text, above); row !== null && isEmptyBand(text, row); row = rowBelow(text, above)) above = row
  for (
    let row = rowBelow(text, above) ?? onNextPage(text, header, above);
    row !== null && row.kind === header.kind;
    row = rowBelow(text, row)
  ) {
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

/** One empty cell over the whole width, as where a page cuts a row open. */
function isEmptyBand(text: string, { cells: [first, ...more] }: PrintedRow): boolean {
  return (
    first !== undefined &&
    text.slice(first.from, first.to).trim() === '' &&
    more.length > 0 &&
    more.every(({ covered }) => covered)
  )
}

/** A header may end a page whose number, and what heads the next, stand before its row, which is as wide as it and holds figures alone. */
function onNextPage(text: string, header: PrintedRow, last: PrintedRow): PrintedRow | null {
  const row = rowOverPage(text, last)
  if (row === null || row.kind !== header.kind || row.cells.length !== header.cells.length) return null
  const pieces = row.cells.map(({ from, to }) => borderedPiece(text, from, to, true))
  return pieces.includes(null) || !pieces.some((piece) => piece !== null && isMark(piece)) ? null : row
}

/** A row that numbers the columns has more of them than this. */
const MANY = 4
