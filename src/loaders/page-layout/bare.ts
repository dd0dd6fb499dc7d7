import { headingsOfRows, isNumbered } from '../containers/known-labels.js'
import { readCell } from '../values.js'
import { type Block, blocksOf, type Row } from './blocks.js'
import { type BareTable, type Column, cellsUnder, columnsOf, standApart, unassigned } from './columns.js'
import type { FoundLabel } from './labels.js'
import { fringe, type KnownRow, leftoverLines, type TableLine } from './leftover.js'
import { overlaps, type PagePiece } from './pieces.js'
import { withWholeFigures } from './stacks.js'

/**
 * The tables of a page whose cells are parted by blanks alone. A figure belongs to the row whose label, word for word one of a
 * form's, stands at its height, and to the column whose head or whose other figures it stands under. Both must be the only ones;
 * an empty cell is told only where nothing near is left over. What cannot be assigned is kept in its line, marked as such.
 * A table without a header goes on in the columns of the one before it.
 *
 * @param ends where a page ends
 */
export function bareTables(
  pieces: readonly PagePiece[],
  found: readonly FoundLabel[],
  ends: readonly number[] = [],
): BareTable[] {
  const spelled = new Set(found.flatMap((label) => label.pieces))
  const { pieces: free, doubtful } = withWholeFigures(
    pieces.filter((piece) => !spelled.has(piece)),
    found,
    found.filter((label) => label.kind === 'row' && !hasRows(label, found)),
  )
  const labels = kindsInPlace(found, free)
  let columns: readonly Column[] = []
  return blocksOf(rowsOf(labels, free, doubtful), labels, free).flatMap((block) => {
    const table = tableOf(block, labels, free, columns, ends)
    if (table !== null) columns = table.columns
    return table ?? []
  })
}

/**
 * The rows of a page by their labels, without looking at columns; figures on several lines of a cell are not joined.
 *
 * @param inRow whether a piece stands in the row of a label
 */
export function labelledRows(
  pieces: readonly PagePiece[],
  found: readonly FoundLabel[],
  standAsRow: (cells: readonly PagePiece[]) => boolean,
  inRow = isBeside,
) {
  const spelled = new Set(found.flatMap((label) => label.pieces))
  const free = pieces.filter((piece) => !spelled.has(piece))
  const labels = kindsInPlace(found, free)
  return { rows: rowsOf(labels, free, new Set(), { standAsRow, inRow }), labels, free }
}

/** The labels as what they are where they stand: of rows, or headings of others. */
function kindsInPlace(found: readonly FoundLabel[], free: readonly PagePiece[]): FoundLabel[] {
  return found.map((label) => {
    if (headsOthers(label, found, free)) return { ...label, kind: 'heading' as const }
    return standsInRow(label, found, free) ? { ...label, kind: 'row' as const } : label
  })
}

/** Whether what could be a row's label stands beside rows that a form puts under it, or beside words that may be theirs. */
function headsOthers(label: FoundLabel, labels: readonly FoundLabel[], free: readonly PagePiece[]): boolean {
  if (label.kind !== 'row') return false
  if (hasRows(label, labels)) return true
  const headed = [...headingsOfRows().values()].some((above) => above.has(label.key))
  return headed && free.some((piece) => isBeside(label, piece) && readCell(piece.folded).kind === 'other')
}

/** Whether a label stands beside rows that a form puts under it. */
function hasRows(label: FoundLabel, labels: readonly FoundLabel[]): boolean {
  return labels.some((other) => headingsOfRows().get(other.key)?.has(label.key) === true && other.left > label.right)
}

/** Whether a heading stands in a row of its own, with nothing but nil marks beside it. */
function standsInRow(label: FoundLabel, labels: readonly FoundLabel[], free: readonly PagePiece[]): boolean {
  const cells = free.filter((piece) => isBeside(label, piece))
  return (
    label.kind === 'heading' &&
    cells.length > 0 &&
    cells.every(({ folded }) => readCell(folded).kind === 'nil') &&
    !labels.some((other) => other.left > label.right && other.middle > label.top && other.middle < label.bottom)
  )
}

/** So far, in letters, a figure too wide for its column may reach over the label beside it. */
const OVER = 0.5

/** Whether a piece stands to the right of a label, within its height. */
function isBeside(label: FoundLabel, piece: PagePiece): boolean {
  const isRight = piece.left > label.right - piece.size * OVER
  return isRight && piece.middle > label.top && piece.middle < label.bottom
}

/** The row labels with what stands to their right within their height; what stands within two labels' height is neither's. */
function rowsOf(
  labels: readonly FoundLabel[],
  free: readonly PagePiece[],
  doubtful: ReadonlySet<PagePiece>,
  { standAsRow, inRow } = { standAsRow: standOnOneLine, inRow: isBeside },
): Row[] {
  const rows = labels.filter(({ kind }) => kind === 'row')
  return rows.map((label) => {
    const cells = free.filter((piece) => inRow(label, piece)).sort((a, b) => a.left - b.left)
    const contested = cells.some((piece) => rows.some((other) => other !== label && inRow(other, piece)))
    const whole = !cells.some((piece) => doubtful.has(piece))
    return { label, cells, sound: standAsRow(cells) && whole && !contested && !mayGoOn(label, free) }
  })
}

function standOnOneLine([first, ...others]: readonly PagePiece[]): boolean {
  return others.every((piece) => first === undefined || standLevel(piece, first))
}

/** Whether two cells of one line or two have their tops, their middles or their feet at one height. */
function standLevel(a: PagePiece, b: PagePiece): boolean {
  const apart = [a.middle - b.middle, a.top - b.top, a.bottom - b.bottom]
  return apart.some((distance) => Math.abs(distance) < a.size * 0.3)
}

/** Whether a label that is short may be the beginning of a longer one: words stand straight under it, no numbered ones, no sentence. */
function mayGoOn({ key, bottom, left, right, pieces }: FoundLabel, free: readonly PagePiece[]): boolean {
  const size = pieces[0]?.size ?? 0
  const under = (piece: PagePiece) => piece.top > bottom - size * 0.5 && piece.top < bottom + size * 0.5
  const isRest = (piece: PagePiece) =>
    overlaps(piece, { left, right }) &&
    readCell(piece.folded).kind === 'other' &&
    !isNumbered(piece.text) &&
    !/。$/.test(piece.text)
  return key.length <= SHORT && free.some((piece) => under(piece) && isRest(piece))
}

/** Labels of so many characters are the beginning of others: 3.其他 of 2.其他法律行政法规禁止公开. */
const SHORT = 4

function tableOf(
  { header, rows }: Block,
  labels: readonly FoundLabel[],
  free: readonly PagePiece[],
  carried: readonly Column[],
  ends: readonly number[],
): BareTable | null {
  const heads = header.filter(({ kind }) => kind === 'column').sort((a, b) => a.left - b.left)
  const claimed = rows.flatMap(({ cells, sound }) => (sound ? cells : []))
  const filled = rows.filter(({ cells }) => cells.length > 0).length
  const goesOn = filled === 1 && rows.length > 1 && claimed.length > 0 && standApart(claimed, carried)
  if (heads.length === 0 && filled < 2 && !goesOn) return null
  const columns = columnsOf(heads.length > 0 ? heads : carried, claimed)
  const known = rows.map(({ label, cells, sound }): KnownRow => {
    const { middle, top, bottom, text } = label
    return { middle, top, bottom, sound, cells, numbered: isNumbered(text) }
  })
  const [first, last] = [known[0]?.top ?? 0, known.at(-1)?.bottom ?? 0]
  const top = Math.min(...header.map((label) => label.top), first)
  const open = free.filter((piece) => !claimed.includes(piece))
  const foot = Math.max(...header.map((label) => label.bottom), Number.NEGATIVE_INFINITY)
  const inHeader = open.filter(({ middle }) => middle >= top && middle < first && middle < foot)
  const above = header.length > 0 ? [] : fringe(open, known, columns, 'above', ends)
  const within = open.filter(
    ({ middle }) => middle > (header.length > 0 ? Math.min(first, foot) : first) && middle < last,
  )
  const below = fringe(open, known, columns, 'below', ends)
  const left = [...new Set([...above, ...within, ...below])].filter((piece) => !inHeader.includes(piece))
  const { lines: leftover, tainted } = leftoverLines(left, known, columns, heads.length > 0)
  const lines = [...leftover]
  // Where figures of a row stand too near to part them, rows with fewer may have other columns than the heads tell.
  const isFull = ({ cells }: Row) => cells.length > 1 && cells.length === columns.length
  const isOff = rows.some(({ cells }) => cells.some(holdsSeveral))
  rows.forEach((row, i) => {
    const isTold = row.sound && !tainted.has(i) && (!isOff || isFull(row) || row.cells.length === 0)
    const cells = isTold ? cellsUnder(row.cells, columns) : unassigned(row.cells)
    lines.push({ middle: row.label.middle, cells: [{ text: row.label.text }, ...cells] })
  })
  const beside = headingsBeside(rows, labels)
  for (const [label, row] of beside) lines.push({ middle: row.label.middle - 0.01, cells: [{ text: label.text }] })
  const used = new Set<PagePiece>([
    ...[...header, ...beside.keys(), ...rows.map(({ label }) => label)].flatMap((label) => label.pieces),
    ...rows.flatMap(({ cells }) => cells),
    ...inHeader,
    ...left,
  ])
  const sorted = lines.sort((a, b) => a.middle - b.middle).map(({ cells }) => cells)
  const all = [...headerLines(header, heads, inHeader), ...sorted]
  return { top, rows: all, used, columns }
}

/** Whether several figures stand so near that they are one piece. */
function holdsSeveral({ text, folded }: PagePiece): boolean {
  return /\d\s+\d/.test(text) || (/\d\D+\d/.test(folded) && readCell(folded).kind === 'other')
}

/** The header's headings, each for itself, and under them the heads of the columns with the words beside these. */
function headerLines(
  header: readonly FoundLabel[],
  heads: readonly FoundLabel[],
  others: readonly PagePiece[],
): TableLine['cells'][] {
  const isHead = (piece: PagePiece) => heads.some((head) => standLevel(piece, head.pieces[0] ?? piece))
  const beside = heads.length === 0 ? [] : others.filter(isHead)
  const above = [...header.filter((label) => !heads.includes(label)), ...others.filter((one) => !beside.includes(one))]
  const lines = above.sort((a, b) => a.middle - b.middle).map(({ text }) => [{ text }])
  const row = [...heads, ...beside].sort((a, b) => a.left - b.left).map(({ text }) => ({ text }))
  return row.length === 0 ? lines : [...lines, row]
}

/** Headings that stand beside rows, each with the first of the rows that the form puts under it. */
export function headingsBeside(rows: readonly Row[], labels: readonly FoundLabel[]): Map<FoundLabel, Row> {
  const found = new Map<FoundLabel, Row>()
  for (const label of labels.filter(({ kind }) => kind === 'heading')) {
    const first = rows.find((row) => headingsOfRows().get(row.label.key)?.has(label.key))
    const last = rows.findLast((row) => headingsOfRows().get(row.label.key)?.has(label.key))
    if (first && last && label.middle > first.label.top && label.middle < last.label.bottom) found.set(label, first)
  }
  return found
}
