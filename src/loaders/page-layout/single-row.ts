import { type FormBlock, forms } from '../../forms/forms.js'
import { labelKey } from '../containers/known-labels.js'
import { UNASSIGNED } from '../surface.js'
import { readCell } from '../values.js'
import { isOneFigure, together } from './broken-figures.js'
import { type BareTable, linesOfPieces } from './columns.js'
import type { FoundLabel } from './labels.js'
import { overlaps, type PagePiece } from './pieces.js'

/**
 * The tables that have all their figures in one row under a header of several lines, and no rules. Every label of the header must
 * be there, those of the columns in the form's order from the left, every heading over its own columns.
 *
 * @param ends where a page ends
 */
export function singleRowTables(
  pieces: readonly PagePiece[],
  labels: readonly FoundLabel[],
  ends: readonly number[] = [],
): BareTable[] {
  return singleRowHeaders(labels).map((header) => tableUnder(header, pieces, labels, ends))
}

/**
 * The headers among some labels of tables that have all their figures in one row.
 *
 * @param isOver whether a heading stands over its own columns and no others
 */
export function singleRowHeaders(labels: readonly FoundLabel[], isOver = standsOver): Header[] {
  const blocks = forms()
    .flatMap(({ tables }) => Object.values(tables))
    .filter(({ arrangement }) => arrangement === 'single_row')
    .flatMap((table) => table.blocks)
  const found = new Map<FoundLabel | undefined, Header>()
  for (const block of blocks)
    for (const header of headersOf(block, labels, isOver))
      if (!found.has(header.leaves[0])) found.set(header.leaves[0], header)
  return [...found.values()]
}

/** The labels over a table of one row. */
export interface Header {
  /** Every label, as the form lists them. */
  readonly labels: readonly FoundLabel[]
  readonly leaves: readonly FoundLabel[]
}

/** How far apart the lines of a header may stand, in letters. */
const DEEP = 6

/** How far apart two labels of a header may stand: narrow columns set the headings over some of them in many lines. */
function depthOf({ rows }: FormBlock, labels: readonly FoundLabel[]): number {
  const headings = new Set(rows.flatMap(({ printed, under }) => [printed, ...under]).map(labelKey))
  const own = labels.filter(({ key }) => headings.has(key))
  const tallest = Math.max(0, ...own.map(({ top, bottom }) => bottom - top))
  return tallest + DEEP * (own[0]?.pieces[0]?.size ?? 0)
}

/** The headers of a block: its first column's label stands once for each of its rows, at much the same height. */
function headersOf(block: FormBlock, labels: readonly FoundLabel[], isOver: typeof standsOver): Header[] {
  const [first] = block.columns.map(({ label }) => labelKey(label))
  const deep = depthOf(block, labels)
  const groups: FoundLabel[][] = []
  for (const label of labels.filter(({ key }) => key === first)) {
    const last = groups.at(-1)?.at(-1)
    const near = last !== undefined && label.middle - last.middle < deep
    if (near) groups.at(-1)?.push(label)
    else groups.push([label])
  }
  return groups.flatMap((anchors) => headerAt(block, anchors, { labels, deep, isOver }) ?? [])
}

function headerAt(
  { article, header, columns, rows }: FormBlock,
  anchors: readonly FoundLabel[],
  { labels, deep, isOver }: { labels: readonly FoundLabel[]; deep: number; isOver: typeof standsOver },
): Header | null {
  const own = new Set(columns.map(({ label }) => labelKey(label)))
  const count = columns.length * rows.length
  const size = anchors[0]?.pieces[0]?.size ?? 0
  const height = (pick: (...values: number[]) => number) => pick(...anchors.map(({ middle }) => middle))
  const near = labels.filter(({ top, bottom }) => bottom > height(Math.min) - deep && top < height(Math.max) + size * 3)
  const leaves = near.filter(({ key }) => own.has(key)).sort((a, b) => a.left - b.left)
  const names = rows.flatMap(() => [...own])
  if (anchors.length !== rows.length || leaves.length !== count) return null
  if (leaves.some(({ key, right }, i) => key !== names[i] || right > (leaves[i + 1]?.left ?? Number.POSITIVE_INFINITY)))
    return null
  // The row a heading stands over is told by the form; it must stand over the middle of that row's columns.
  const over = new Map<string, FoundLabel[]>()
  rows.forEach(({ printed, under }, i) => {
    for (const text of [printed, ...under]) {
      const key = labelKey(text)
      over.set(key, [...(over.get(key) ?? []), ...leaves.slice(i * columns.length, (i + 1) * columns.length)])
    }
  })
  const taken = [...leaves]
  const found: FoundLabel[] = []
  for (const text of [article, ...header]) {
    const key = labelKey(text)
    const below = over.get(key)
    const label =
      below === undefined ? taken.shift() : near.find((one) => one.key === key && isOver(one, below, leaves))
    if (label?.key !== key) return null
    found.push(label)
  }
  return { labels: found, leaves }
}

/** Whether a heading stands above columns of its own and over no others. */
function standsOver(heading: FoundLabel, own: readonly FoundLabel[], leaves: readonly FoundLabel[]): boolean {
  const over = leaves.filter((leaf) => overlaps(leaf, heading))
  return over.length > 0 && over.every((leaf) => own.includes(leaf) && leaf.middle > heading.middle)
}

/** The one row of figures under a header; whatever does not stand under exactly one column leaves all in doubt. */
function tableUnder(
  { labels, leaves }: Header,
  pieces: readonly PagePiece[],
  all: readonly FoundLabel[],
  ends: readonly number[],
): BareTable {
  const spelled = new Set(all.flatMap((label) => label.pieces))
  const top = Math.min(...labels.map((label) => label.top))
  const foot = Math.max(...labels.map((label) => label.bottom))
  const size = leaves[0]?.pieces[0]?.size ?? 0
  const below = pieces.filter((piece) => !spelled.has(piece) && piece.middle > foot - size * 0.5)
  const first = Math.min(...below.map(({ middle }) => middle))
  const lines = linesUnder(below, leaves)
  // Rows of web pages stand far apart: there figures alone, and several, are the row. One may be a page's number.
  const figures = below.filter((piece) => piece.middle < first + size * 0.3 && isFigure(piece))
  const isFar = first >= foot + size * 2.2
  const isRow = lines.length > 0 && (!isFar || (figures.length > 1 && figures.length === lines[0]?.length))
  // The next section begins: nothing of the table is to come, on this page or the next.
  const begins = below.filter(({ middle }) => middle < first + size * 0.3)
  const ended = /^[一二三四五六七八九十]{1,2}、\D/.test(begins[0]?.text ?? '')
  const cutOff = ends.some((end) => end > foot - size * 0.5 && end < first)
  const cells = isRow ? cellsOf(lines, leaves) : []
  const mayBeRow = cutOff || figures.length > 0 || first < foot + size * 1.2
  const doubtful = below.length === 0 || cells === null || (!isRow && !ended && mayBeRow)
  const own = doubtful ? [] : (cells ?? [])
  const row = doubtful
    ? [{ text: UNASSIGNED }]
    : leaves.map((leaf) => ({ text: own.find((cell) => overlaps(leaf, cell))?.text ?? '' }))
  const used = own.flatMap((cell) =>
    lines.flat().filter(({ runs: [run] }) => run !== undefined && cell.runs.includes(run)),
  )
  return {
    top,
    rows: [...labels.map(({ text }) => [{ text }]), row],
    used: new Set([...labels.flatMap((label) => label.pieces), ...used]),
    columns: [],
  }
}

function isFigure({ folded }: PagePiece): boolean {
  return readCell(folded).kind !== 'other'
}

/** The lines right below a header, one close under the other, all of whose pieces stand under exactly one column. */
function linesUnder(below: readonly PagePiece[], leaves: readonly FoundLabel[]): PagePiece[][] {
  const lines = linesOfPieces(below)
  const size = leaves[0]?.pieces[0]?.size ?? 0
  const isOwn = (piece: PagePiece) => leaves.filter((leaf) => overlaps(leaf, piece)).length === 1
  const end = lines.findIndex((line, i) => {
    const gap = (line[0]?.middle ?? 0) - (lines[i - 1]?.at(-1)?.middle ?? 0)
    return !line.every(isOwn) || (i > 0 && gap > size * 1.8)
  })
  return end < 0 ? lines : lines.slice(0, end)
}

/**
 * A row's cells: one line, or under each column the lines of one figure, all cells with their middle at one height. Where all have as many
 * lines, they may as well be as many rows.
 *
 * @returns `null` where pieces may be cells of two rows, or two of one column
 */
function cellsOf(lines: readonly (readonly PagePiece[])[], leaves: readonly FoundLabel[]): PagePiece[] | null {
  const figures = lines.flat()
  const stacks = leaves.flatMap((leaf) => {
    const [first, ...rest] = figures.filter((piece) => overlaps(leaf, piece))
    return first === undefined ? [] : [[first, ...rest] satisfies PagePiece[]]
  })
  const cells = stacks.flatMap(([first, ...rest]) => (first === undefined ? [] : [together([first, ...rest])]))
  if (lines.length === 1) return cells.length === figures.length ? cells : null
  const heights = cells.map(({ middle }) => middle)
  const level = Math.max(...heights) - Math.min(...heights) < (figures[0]?.size ?? 0) * 0.3
  const whole = stacks.every((stack) => stack.length === 1 || isOneFigure(stack, { heads: leaves, figures }))
  const isUneven = new Set(stacks.map(({ length }) => length)).size > 1
  return level && whole && isUneven ? cells : null
}
