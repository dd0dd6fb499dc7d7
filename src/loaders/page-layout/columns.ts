import type { MarkupCell } from '../containers/markup.js'
import { UNASSIGNED } from '../surface.js'
import { overlaps, type PagePiece } from './pieces.js'

/** The stretch of a page's width that a column takes up. */
export interface Column {
  readonly left: number
  readonly right: number
}

/** A table without ruling lines: where it begins, its rows, and the pieces that are in them. */
export interface BareTable {
  readonly top: number
  readonly rows: readonly (readonly MarkupCell[])[]
  readonly used: ReadonlySet<PagePiece>
  /** Its columns, in which it may go on under words that part it in two. */
  readonly columns: readonly Column[]
}

/**
 * The columns that heads and figures show. Figures set to the left or the right of wide columns stand beside their heads: they are
 * put under these where there is a column of them for every head. Others that stand under no head are columns between.
 */
export function columnsOf(heads: readonly Column[], cells: readonly PagePiece[]): Column[] {
  const beside = cells.filter((one) => !heads.some((head) => overlaps(head, one)))
  const between = (beside.length > 0 && besideHeads(heads, stacked(cells))) || [...heads, ...stacked(beside)]
  return between.map(({ left, right }) => ({ left, right })).sort((a, b) => a.left - b.left)
}

/** The stretches of a page's width that cells share, one below the other, from the left. */
function stacked(cells: readonly Column[]): Column[] {
  const found: Column[] = []
  for (const cell of cells) {
    const own = found.filter((column) => overlaps(column, cell))
    for (const column of own) found.splice(found.indexOf(column), 1)
    found.push({
      left: Math.min(cell.left, ...own.map(({ left }) => left)),
      right: Math.max(cell.right, ...own.map(({ right }) => right)),
    })
  }
  return found.sort((a, b) => a.left - b.left)
}

/** Each head with the figures beside it, where these are as many as the heads, and each stands nearest to its own; else `null`. */
function besideHeads(heads: readonly Column[], figures: readonly Column[]): Column[] | null {
  if (heads.length < 2 || figures.length !== heads.length) return null
  const middle = ({ left, right }: Column) => (left + right) / 2
  const sorted = [...heads].sort((a, b) => a.left - b.left)
  const together = sorted.map((head, i) => {
    const own = figures[i] ?? head
    return { left: Math.min(head.left, own.left), right: Math.max(head.right, own.right) }
  })
  const isOwn = figures.every((column, i) => {
    const away = sorted.map((head) => Math.abs(middle(head) - middle(column)))
    return away.indexOf(Math.min(...away)) === i
  })
  const isApart = together.every((column, i) => i === 0 || (together[i - 1]?.right ?? 0) <= column.left)
  return isOwn && isApart ? together : null
}

/** Whether every piece stands under exactly one column, and none under the same as another. */
export function standApart(cells: readonly PagePiece[], columns: readonly Column[]): boolean {
  const under = cells.map((cell) => columns.filter((column) => overlaps(column, cell)))
  return under.every((own) => own.length === 1) && new Set(under.flat()).size === cells.length
}

/**
 * The cells of a row, one a column; empty where nothing stands under it. As many as there are columns may reach over into the next,
 * where each stands under its own.
 */
export function cellsUnder(cells: readonly PagePiece[], columns: readonly Column[]): MarkupCell[] {
  const sorted = cells.toSorted((a, b) => a.left - b.left)
  const isFull = cells.length === columns.length && sorted.every((cell, i) => overlaps(cell, columns[i] ?? cell))
  if (isFull) return sorted.map(({ text }) => ({ text }))
  if (!standApart(cells, columns)) return unassigned(cells)
  return columns.map((column) => ({ text: cells.find((cell) => overlaps(column, cell))?.text ?? '' }))
}

/** Cells that are there, behind the mark that says so. */
export function unassigned(cells: readonly PagePiece[]): MarkupCell[] {
  return [{ text: UNASSIGNED }, ...cells.map(({ text }) => ({ text }))]
}

/** Pieces line by line. */
export function linesOfPieces(pieces: readonly PagePiece[]): PagePiece[][] {
  const lines: PagePiece[][] = []
  for (const piece of [...pieces].sort((a, b) => a.middle - b.middle || a.left - b.left)) {
    const last = lines.at(-1)?.[0]
    if (last !== undefined && piece.middle - last.middle < piece.size * 0.3) lines.at(-1)?.push(piece)
    else lines.push([piece])
  }
  return lines
}
