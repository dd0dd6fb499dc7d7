import { UNASSIGNED } from '../surface.js'
import { borderedPiece, type Piece } from './cells.js'
import { type PrintedCell, type PrintedRow, rowsAbove } from './printed-row.js'
import { behind, type LabelledRow } from './stretch.js'

/** The pieces in the row's slots, one each; `null` where its borders do not leave one way to tell. */
export function slotPieces(text: string, printed: LabelledRow): Piece[] | null {
  const cells = printed.row.open ? null : slotCells(text, printed)
  return cells === null ? null : piecesOf(text, printed.row.kind, cells)
}

/** The piece in each of a row's cells; `null` where they may hold words of another kind, or the figures of others. */
export function piecesOf(text: string, kind: PrintedRow['kind'], cells: readonly PrintedCell[]): Piece[] | null {
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

/**
 * Whether a row's borders are there, but not all of them, or more: then no empty cell of it can be told, and neither that all
 * of its cells are empty.
 */
export function isTorn(printed: LabelledRow): boolean {
  const { row, labelCell } = printed
  return row.kind !== 'html' && (row.open || row.kind === 'lines' || labelCell < 0 || behind(printed) > 0)
}
