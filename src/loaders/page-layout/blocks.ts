import { headingsOfRows } from '../containers/known-labels.js'
import { readCell } from '../values.js'
import { linesOfPieces } from './columns.js'
import type { FoundLabel } from './labels.js'
import { isProse, overlaps, type PagePiece } from './pieces.js'

/** A row label with the cells that stand at its height. */
export interface Row {
  readonly label: FoundLabel
  readonly cells: readonly PagePiece[]
  /** Whether its cells stand at one height, none of them also within another label's. */
  readonly sound: boolean
}

/** Rows under one header. */
export interface Block {
  readonly header: readonly FoundLabel[]
  readonly rows: readonly Row[]
}

/** Rows until the next header, or until words run across their columns. */
export function blocksOf(rows: readonly Row[], labels: readonly FoundLabel[], free: readonly PagePiece[]): Block[] {
  const blocks: { header: FoundLabel[]; rows: Row[] }[] = []
  let reached = Number.NEGATIVE_INFINITY
  const near = lineGap(rows)
  for (const row of rows) {
    const header = headerAbove(row, labels, free, { from: reached, near })
    const block = blocks.at(-1)
    const isHeaded = header.some(({ kind }) => kind === 'column')
    if (block === undefined || isHeaded || isParted(block, row, free)) blocks.push({ header, rows: [row] })
    else block.rows.push(row)
    reached = row.label.middle
  }
  return blocks
}

/** How far the lines of a header stand from one another at the most, in letters: where rows stand farther apart, so may they. */
const [HEADER, APART] = [2, 4]

/** The gap that lines of a header may leave, told by those between most rows. */
function lineGap(rows: readonly Row[]): number {
  const gaps = rows.slice(1).map(({ label }, i) => {
    const above = rows[i]?.label
    return above === undefined ? 0 : (label.top - above.bottom) / (label.pieces[0]?.size ?? 1)
  })
  const usual = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
  return Math.min(APART, Math.max(HEADER, usual * 1.2))
}

/** Whether between a block and a row there are words that run from the labels into the columns, as no cell does. */
function isParted({ header, rows }: Block, row: Row, free: readonly PagePiece[]): boolean {
  const heads = header.filter(({ kind }) => kind === 'column')
  const edge = Math.min(...[...heads, ...[...rows, row].flatMap(({ cells }) => cells)].map(({ left }) => left))
  const from = rows.at(-1)?.label.bottom ?? row.label.top
  return free.some((piece) => {
    const between = piece.middle > from && piece.middle < row.label.top
    return between && isProse(piece) && piece.left < row.label.right && piece.right > edge + piece.size
  })
}

/**
 * The header labels over a row, line upon line, none farther from the next than is `near`, no figures between them, and no column
 * with two heads. Between the header and the row there may be lines of a row that is not known.
 */
function headerAbove(
  row: Row,
  labels: readonly FoundLabel[],
  free: readonly PagePiece[],
  { from, near }: { readonly from: number; readonly near: number },
): FoundLabel[] {
  const beside = headingsOfRows().get(row.label.key)
  const above = labels
    .filter(
      ({ kind, key, middle }) => kind !== 'row' && !beside?.has(key) && middle > from && middle < row.label.middle,
    )
    .sort((a, b) => b.bottom - a.bottom)
  const header: FoundLabel[] = []
  let top = row.label.top
  for (const label of above) {
    const between = free.filter(({ middle }) => middle > label.bottom && middle < top)
    if (header.length === 0) top = topOfLines(between, top)
    else if (between.some(({ folded }) => readCell(folded).kind === 'number')) break
    const another = label.kind === 'column' && header.some((one) => one.kind === 'column' && overlaps(one, label))
    if (another || label.bottom < top - (label.pieces[0]?.size ?? 0) * near) break
    header.unshift(label)
    top = Math.min(top, label.top)
  }
  return header.sort((a, b) => a.middle - b.middle || a.left - b.left)
}

/** Lines of a row that is not known, at the most. */
const UNKNOWN = 6

/** How far lines reach that stand close above one another, the last one close above `top`. */
function topOfLines(pieces: readonly PagePiece[], top: number): number {
  let reached = top
  for (const line of linesOfPieces(pieces).reverse().slice(0, UNKNOWN)) {
    const bottom = Math.max(...line.map((piece) => piece.bottom))
    if (bottom < reached - (line[0]?.size ?? 0)) break
    reached = Math.min(reached, ...line.map((piece) => piece.top))
  }
  return reached
}
