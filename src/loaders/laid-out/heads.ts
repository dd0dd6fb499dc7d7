import type { Row } from '../page-layout/blocks.js'
import { linesOfPieces } from '../page-layout/columns.js'
import type { FoundLabel } from '../page-layout/labels.js'
import { singleRowHeaders } from '../page-layout/single-row.js'
import { laid, lineOf } from './labels.js'
import { isFigure, isPlain, type LaidPiece } from './pieces.js'

/** A row of a table or a heading: the line of the text on which it begins, and its cells, each with its pieces. */
export interface LaidRow {
  readonly line: number
  readonly cells: readonly (readonly LaidPiece[])[]
  /** Whether it is a head of a column or a heading, which closes no cell. */
  readonly isHead?: boolean
}

/** How far below its heads a row of figures may stand, in lines. */
const REACH = 3

/** The tables of one row with a figure under every head, on the line below these: as many of either leave one way. */
export function singleRows(page: readonly LaidPiece[], labels: readonly FoundLabel[]): LaidRow[] {
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
export function headsBelow(rows: readonly Row[], labels: readonly FoundLabel[]): LaidRow[] {
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
