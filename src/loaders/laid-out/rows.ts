import { headingsBeside, labelledRows } from '../page-layout/bare.js'
import type { FoundLabel } from '../page-layout/labels.js'
import { labelsApart } from '../page-layout/labels-apart.js'
import type { PagePiece } from '../page-layout/pieces.js'
import { withWholeFigures } from './broken-figures.js'
import { cellsOf, isEmptyAmongSure } from './cells.js'
import { keepsColumns } from './columns.js'
import { headsBelow, type LaidRow, singleRows } from './heads.js'
import { labelsIn, laid, lineOf } from './labels.js'
import { cutApart, isFigure, type LaidPiece } from './pieces.js'
import { withFiguresBelow } from './rows-below.js'
import { beginsWithRests, isFull, REACH, rowsWithWidths, WIDE, type WideRow } from './wide-rows.js'

/** What could be told of a page: rows, and the figures among them and around that could not be assigned. */
export interface LaidTable {
  readonly rows: readonly LaidRow[]
  readonly unread: readonly LaidPiece[]
}

/**
 * The rows of the tables on a page, each with one cell a column. A row with a figure in every column shows where the columns are;
 * another has its figures under those of the rows above and below it. Where these do not agree, or where a figure stands near
 * that may be a part of it, a row is left out; so is one that stood above and could not be told there, as in another year's table below.
 *
 * @param next what the next page holds
 * @param untold labels of the rows left out so far; those of this page are added
 */
export async function laidRows(
  written: readonly LaidPiece[],
  next: readonly LaidPiece[],
  untold: Set<string>,
): Promise<LaidTable> {
  const { pieces, labels: spelled } = await labelsApart(written, cutApart, labelsIn)
  const rowsIn = (all: readonly LaidPiece[]) => labelledRows(all, spelled, standSideBySide, isInRow)
  const page = withWholeFigures(pieces, rowsIn(pieces).rows, new Set(spelled.flatMap((label) => label.pieces)))
  const { rows: found, labels, free } = rowsIn(page)
  const rows = rowsWithWidths(withFiguresBelow(found, spelled, page), free, { page, goesOn: beginsWithRests(next) })
  const full = rows.filter(({ cells, width }) => width > 0 && cells.length === width)
  const inColumns = keepsColumns(page, rows, full)
  const isLegible = inColumns || !rows.some(({ touched }) => touched)
  const headings = headingsBeside(rows, labels)
  const single = singleRows(page, labels)
  const told = rows.flatMap((row, i): LaidRow[] => {
    const isSure = inColumns || isFull(row) || isEmptyAmongSure(row, rows)
    const cells = isLegible && isSure ? cellsOf(row, i, rows, labels) : null
    if (cells === null && row.width >= WIDE) untold.add(row.label.key)
    if (cells === null || (row.width >= WIDE && untold.has(row.label.key))) return []
    const line = lineOf(row.label)
    const own = [...headings].flatMap(([label, first]) => (first === row ? [label] : []))
    const above = own.map((label) => ({ line: Math.min(line, lineOf(label)), cells: [laid(label.pieces)] }))
    return [...above, { line, cells: [laid(row.label.pieces), ...cells] }]
  })
  if (!isLegible) return { rows: single, unread: [] }
  const others = labels.filter(
    ({ pieces: [first] }) => !single.some(({ cells }) => cells.flat().some((own) => own === first)),
  )
  const hasFigures = [...told, ...single].some(({ cells }) => cells.slice(1).some((cell) => cell.length > 0))
  return {
    rows: [...headsBelow(rows, others), ...single, ...told],
    unread: hasFigures ? unreadFigures(page, rows, [...told, ...single]) : [],
  }
}

/** The figures among the rows and around them that no row told has; a row on one line reads as any text does. */
function unreadFigures(page: readonly LaidPiece[], rows: readonly WideRow[], told: readonly LaidRow[]): LaidPiece[] {
  const plain = rows.filter(({ label, cells, touched }) => !touched && cells.every(({ top }) => top === label.top))
  const used = new Set<PagePiece>([...told, ...plain].flatMap(({ cells }) => cells.flat()))
  const wide = rows.filter(({ width }) => width > 0).map(({ label }) => label)
  const [top, bottom] = [Math.min(...wide.map((label) => label.top)), Math.max(...wide.map((label) => label.bottom))]
  const isWithin = ({ middle }: PagePiece) => middle > top - REACH && middle < bottom + REACH
  return page.filter((piece) => isFigure(piece) && isWithin(piece) && !used.has(piece))
}

/** Whether a figure stands within a label's height, to the right of what of the label stands on its line. */
function isInRow({ pieces, top, bottom, right }: FoundLabel, piece: PagePiece): boolean {
  if (piece.middle <= top || piece.middle >= bottom) return false
  const beside = pieces.filter((own) => own.middle === piece.middle).map((own) => own.right)
  return piece.left >= Math.max(...(beside.length > 0 && isFigure(piece) ? beside : [right + 1]))
}

/** Whether no two pieces share a stretch of the line, as the lines of a broken figure do. */
function standSideBySide(cells: readonly PagePiece[]): boolean {
  return cells.every((cell, i) => cell.right <= (cells[i + 1]?.left ?? Number.POSITIVE_INFINITY))
}
