import { columnsOfRow, isNumbered, isUnit } from '../containers/known-labels.js'
import { headingsBeside, labelledRows } from '../page-layout/bare.js'
import type { Row } from '../page-layout/blocks.js'
import { linesOfPieces } from '../page-layout/columns.js'
import { type FoundLabel, labelsOn, withoutOverlaps } from '../page-layout/labels.js'
import { labelsApart } from '../page-layout/labels-apart.js'
import type { PagePiece } from '../page-layout/pieces.js'
import { singleRowHeaders } from '../page-layout/single-row.js'
import { withWholeFigures } from './broken-figures.js'
import { columnsUnder, keepsColumns } from './columns.js'
import { cutApart, isFigure, isPlain, isRowNumber, type LaidPiece } from './pieces.js'
import { withFiguresBelow } from './rows-below.js'

/** A row of a table or a heading: the line of the text on which it begins, and its cells, each with its pieces. */
export interface LaidRow {
  readonly line: number
  readonly cells: readonly (readonly LaidPiece[])[]
  /** Whether it is a head of a column or a heading, which closes no cell. */
  readonly isHead?: boolean
}

/** What could be told of a page: rows, and the figures among them and around that could not be assigned. */
export interface LaidTable {
  readonly rows: readonly LaidRow[]
  readonly unread: readonly LaidPiece[]
}

/** A form's row with so many columns; `known` where its figures are its own and whole. */
interface WideRow extends Row {
  readonly width: number
  readonly known: boolean
  /** Whether figures that no row has stand next to it. */
  readonly touched: boolean
  /** Whether its figures stand on a line without words, as near to the label of another row perhaps. */
  readonly isApart: boolean
}

/** Fewer blanks than this are what is put between words where there is no room. */
const PUSHED = 2

/** Fewer columns need no looking under one another. */
const WIDE = 3

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
    const cells = isLegible && (inColumns || isFull(row)) ? cellsOf(row, i, rows, labels) : null
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
  return {
    rows: [...headsBelow(rows, others), ...single, ...told],
    unread: unreadFigures(page, rows, [...told, ...single]),
  }
}

/** The rows with the columns they have, and whether their figures are their own and whole. */
function rowsWithWidths(
  found: readonly Row[],
  free: readonly PagePiece[],
  { page, goesOn }: { readonly page: readonly LaidPiece[]; readonly goesOn: boolean },
): WideRow[] {
  const words = page.filter((piece) => !isFigure(piece) && !isUnit(piece.folded))
  const claimed = new Set(found.flatMap(({ cells }) => cells))
  const left = free.filter((piece) => !claimed.has(piece))
  const narrow = mostOften(found.filter(isNarrow).map(({ cells }) => cells.length))
  return found.map((row, i) => {
    const width = isNarrow(row) ? narrow : (columnsOfRow(row.label.key) ?? 0)
    const touched = isTouched(i, width, found, left) || (goesOn && i === found.length - 1)
    const isOwn = (piece: PagePiece) => isPlain(piece) || (isNarrow(row) && isUnit(piece.folded))
    const isApart = row.cells.some(
      (cell) => !words.some(({ top, bottom }) => cell.middle > top && cell.middle < bottom),
    )
    return { ...row, width, touched, isApart, known: row.sound && row.cells.every(isOwn) && !touched }
  })
}

/** The tables of one row with a figure under every head, on the line below these: as many of either leave one way. */
function singleRows(page: readonly LaidPiece[], labels: readonly FoundLabel[]): LaidRow[] {
  return singleRowHeaders(labels, () => true).flatMap(({ labels: heads, leaves }): LaidRow[] => {
    const foot = Math.max(...heads.map(({ bottom }) => bottom))
    const below = page.filter(({ top }) => top >= foot).sort((a, b) => a.left - b.left)
    const [next] = linesOfPieces(below)
    const figures = laid(next ?? [])
    const [first, second] = [figures[0], linesOfPieces(below)[1]]
    const isWhole = figures.length === leaves.length && figures.every(isPlain) && !second?.some(isFigure)
    if (first === undefined || !isWhole || first.top > foot + REACH) return []
    const over = heads.map(({ pieces }): LaidRow => ({ line: first.line, cells: [laid(pieces)], isHead: true }))
    return [...over, { line: first.line, cells: figures.map((figure) => [figure]) }]
  })
}

/**
 * The heads of a table below all rows of the page, each with its lines put together: heads of columns that stand side by side in their
 * order from the left, below the headings among them.
 */
function headsBelow(rows: readonly WideRow[], labels: readonly FoundLabel[]): LaidRow[] {
  const heads = labels
    .filter(({ kind, top }) => kind !== 'row' && rows.every(({ label }) => label.middle < top))
    .sort((a, b) => a.top - b.top)
  const groups: FoundLabel[][] = []
  for (const head of heads) {
    const isBeside = ({ kind, bottom }: FoundLabel) => kind === 'column' && head.kind === 'column' && bottom > head.top
    const beside = groups.find((group) => group.some(isBeside))
    if (beside === undefined) groups.push([head])
    else beside.push(head)
  }
  const onLines = groups.filter((group) => group.some(({ pieces }) => pieces.length > 1))
  return onLines.flatMap((group) => {
    const line = Math.max(...group.map(lineOf))
    return group
      .sort((a, b) => a.left - b.left)
      .map((label): LaidRow => ({ line, cells: [laid(label.pieces)], isHead: true }))
  })
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

/**
 * The labels of a page. A Chinese letter is as wide as two digits on paper, and one in the text, so that words may stand under
 * others by either measure; where they do by both, the longer label is the one.
 */
export async function labelsIn(page: readonly LaidPiece[]): Promise<FoundLabel[]> {
  const words = page.filter((piece) => !isRowNumber(piece) && !isFigure(piece))
  const wide = new Map(words.map((piece) => [{ ...piece, right: piece.left + 2 * (piece.right - piece.left) }, piece]))
  const found = (await labelsOn([...wide.keys()])).map((label) => {
    const pieces = laid(label.pieces).map((piece) => wide.get(piece) ?? piece)
    return { ...label, pieces, right: Math.max(...pieces.map(({ right }) => right)) }
  })
  return withoutOverlaps([...(await labelsOn(words)), ...found])
}

/** The line of the text on which a label begins. */
function lineOf({ pieces }: FoundLabel): number {
  return Math.min(...laid(pieces).map(({ line }) => line))
}

/** The pieces are those of the page, which all have places. */
function laid(pieces: readonly PagePiece[]): LaidPiece[] {
  return pieces.filter((piece): piece is LaidPiece => 'places' in piece)
}

/** Whether a row has few columns, or forms differ in them: beside its figures its unit and number may stand. */
function isNarrow({ label }: Row): boolean {
  return (columnsOfRow(label.key) ?? 0) < WIDE
}

/** The number that stands in a list most often, the larger of two. */
function mostOften(numbers: readonly number[]): number {
  const count = (one: number) => numbers.filter((other) => other === one).length
  return numbers.toSorted((a, b) => count(b) - count(a) || b - a)[0] ?? 0
}

/** Whether a figure stands within a label's height, to the right of what of the label stands on its line. */
function isInRow({ pieces, top, bottom, right }: FoundLabel, piece: PagePiece): boolean {
  if (piece.middle <= top || piece.middle >= bottom) return false
  const beside = pieces.filter((own) => own.middle === piece.middle).map((own) => own.right)
  return piece.left >= Math.max(...(beside.length > 0 && isFigure(piece) ? beside : [right + 1]))
}

/** Whether no two pieces share a stretch of the line, as the lines of a broken figure do. */
function standSideBySide(cells: readonly PagePiece[]): boolean {
  return cells.every((cell, i) => cell.right < (cells[i + 1]?.left ?? Number.POSITIVE_INFINITY))
}

/** How far from a table's first and last row figures may be a part of theirs, in lines. */
const REACH = 3

/** Words of more letters than this are no part of a label at the side of a row. */
const WORDS = 6

/** Whether a page begins with figures behind no label of their own, which may be the rests of those on the page before. */
function beginsWithRests(page: readonly LaidPiece[]): boolean {
  const lines = linesOfPieces(page).slice(0, REACH)
  const end = lines.findIndex((line) => {
    const words = line.filter((piece) => !isFigure(piece)).map(({ text }) => text)
    return words.some(isNumbered) || words.join('').length > WORDS
  })
  return (end < 0 ? lines : lines.slice(0, end)).some((line) => line.some(isFigure))
}

/** Whether figures that no row has stand next to a row, so that they may be its own, or parts of them. */
function isTouched(i: number, width: number, rows: readonly Row[], free: readonly PagePiece[]): boolean {
  const row = rows[i]
  if (row === undefined) return false
  const above = rows[i - 1]?.label.middle ?? row.label.top - REACH
  const below = rows[i + 1]?.label.middle ?? row.label.bottom + REACH
  const near = free.filter(({ middle }) => middle > above && middle < below)
  return linesOfPieces(near).some((line) => {
    const figures = line.filter(isFigure)
    // A line with a number and a figure in every column is a row of its own, whose label is not known.
    const isOther = row.cells.length === width && figures.length === width && isNumbered(line[0]?.text ?? '')
    return figures.length > 0 && !isOther
  })
}

/** A row's cells, one a column; `null` where that is not certain. */
function cellsOf(
  row: WideRow,
  i: number,
  rows: readonly WideRow[],
  labels: readonly FoundLabel[],
): LaidPiece[][] | null {
  if (!row.known || row.width === 0 || mayBeExchanged(row, i, rows)) return null
  if (isFull(row)) return row.cells.map((cell) => laid([cell]))
  const isAnchor = (other: WideRow) => isFull(other) && other.width === row.width
  const above = rows.slice(0, i).findLast(isAnchor)?.cells ?? headsOver(row, i, rows, labels)
  const below = rows.slice(i + 1).find(isAnchor)?.cells
  if (hasUnknownNear(i, rows, isAnchor) || isCrowded(row)) return null
  const columns = columnsUnder(row, above, below)
  return columns && Array.from({ length: row.width }, (_, k) => laid(row.cells.filter((_cell, j) => columns[j] === k)))
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

function isFull({ known, cells, width }: WideRow): boolean {
  return known && width > 0 && cells.length === width
}
