import { isUnit } from '../containers/known-labels.js'
import type { FoundLabel } from '../page-layout/labels.js'
import type { PagePiece } from '../page-layout/pieces.js'
import { columnsUnder } from './columns.js'
import { laid } from './labels.js'
import type { LaidPiece } from './pieces.js'
import { isFull, WIDE, type WideRow } from './wide-rows.js'

/** Fewer blanks than this are what is put between words where there is no room. */
const PUSHED = 2

/** A row's cells, one a column; `null` where that is not certain. */
export function cellsOf(
  row: WideRow,
  i: number,
  rows: readonly WideRow[],
  labels: readonly FoundLabel[],
): LaidPiece[][] | null {
  if (!row.known || row.width === 0 || mayBeExchanged(row, i, rows) || lacksUnit(row, rows)) return null
  if (isFull(row)) return row.cells.map((cell) => laid([cell]))
  if (isEmptyAmongSure(row, rows)) return Array.from({ length: row.width }, () => [])
  const isAnchor = (other: WideRow) => isFull(other) && other.width === row.width && !isPushed(other)
  const above = rows.slice(0, i).findLast(isAnchor)?.cells ?? headsOver(row, i, rows, labels)
  const below = rows.slice(i + 1).find(isAnchor)?.cells
  if (hasUnknownNear(i, rows, isAnchor) || isCrowded(row)) return null
  const columns = columnsUnder(row, above, below)
  return columns && Array.from({ length: row.width }, (_, k) => laid(row.cells.filter((_cell, j) => columns[j] === k)))
}

/** Whether a row is without figures on a page where every row's figures are its own and none is left over. */
export function isEmptyAmongSure({ cells }: WideRow, rows: readonly WideRow[]): boolean {
  return cells.length === 0 && rows.every(({ sound, touched }) => sound && !touched)
}

/** Whether nothing stands beside a row where others have units: its own stands elsewhere, as above the end of a page, perhaps with a figure. */
function lacksUnit({ cells, width }: WideRow, rows: readonly WideRow[]): boolean {
  const hasUnits = rows.some((other) => other.width === width && other.cells.some(({ folded }) => isUnit(folded)))
  return cells.length === 0 && width < WIDE && hasUnits
}

/** Whether a row without figures stands next to one whose figures stand apart from its label, or the other way round. */
function mayBeExchanged(row: WideRow, i: number, rows: readonly WideRow[]): boolean {
  const beside = [rows[i - 1], rows[i + 1]].filter((other) => other?.width === row.width)
  const isEmpty = (one: WideRow | undefined) => one?.cells.length === 0
  return (
    row.width >= WIDE && beside.some((other) => (isEmpty(row) && other?.isApart) || (row.isApart && isEmpty(other)))
  )
}

/** Whether words or figures stand so near before a figure that they may have pushed it out of its column. */
function isCrowded({ label, cells }: WideRow): boolean {
  const near = (one: PagePiece, cell: PagePiece) =>
    one.top === cell.top && one.right <= cell.left && cell.left - one.right < PUSHED
  return cells.some((cell) => [...label.pieces, ...cells].some((one) => one !== cell && near(one, cell)))
}

/** Whether most figures of a row stand so near behind others that they may all have been pushed out of their columns. */
function isPushed({ cells }: WideRow): boolean {
  const near = cells.filter((cell, i) =>
    cells.slice(0, i).some((one) => one.top === cell.top && one.right <= cell.left && cell.left - one.right < PUSHED),
  )
  return near.length > (cells.length - 1) / 2
}

/** Whether between the full rows around a row stands one that figures of nobody touch: they may be its own. */
function hasUnknownNear(i: number, rows: readonly WideRow[], isAnchor: (row: WideRow) => boolean): boolean {
  const from = rows.slice(0, i).findLastIndex(isAnchor) + 1
  const to = rows.findIndex((row, k) => k > i && isAnchor(row))
  return rows.slice(from, to < 0 ? rows.length : to).some(({ touched, sound }) => touched || !sound)
}

/** The heads of all columns of a row, side by side, between the rows it belongs to and what stands before these. */
function headsOver(
  { width }: WideRow,
  i: number,
  rows: readonly WideRow[],
  labels: readonly FoundLabel[],
): readonly FoundLabel[] | undefined {
  const first = rows.slice(0, i + 1).findLastIndex((row, k) => row.width === width && rows[k - 1]?.width !== width)
  const [from, to] = [rows[first - 1]?.label.bottom ?? 0, rows[first]?.label.top ?? 0]
  const heads = labels
    .filter(({ kind, top, middle }) => kind === 'column' && top >= from && middle < to)
    .sort((a, b) => a.left - b.left)
  const isAside = heads.every(({ right }, k) => right <= (heads[k + 1]?.left ?? Number.POSITIVE_INFINITY))
  return width >= WIDE && heads.length === width && isAside ? heads : undefined
}
