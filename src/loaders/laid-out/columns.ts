import type { Row } from '../page-layout/blocks.js'
import { linesOfPieces } from '../page-layout/columns.js'
import { overlaps, type PagePiece } from '../page-layout/pieces.js'

/** How much wider some gaps are than others where they keep columns: behind short labels and figures, at empty cells. */
const WIDER = 4
/** Of so many figures behind longer and shorter words such a share begins or ends under one another, if columns are kept. */
const [FIGURES, SHARE] = [3, 0.5]

/**
 * Whether blanks keep columns under each other. Where they only part what stands on a line, no gap is much wider than others,
 * and a figure moves with the length of what stands before it.
 *
 * @param full those of the rows that have a figure in every column
 */
export function keepsColumns(page: readonly PagePiece[], rows: readonly Row[], full: readonly Row[]): boolean {
  const before = new Map(
    linesOfPieces(page).flatMap((line) => line.map((piece, i) => [piece, line[i - 1]?.right ?? 0])),
  )
  const gapOf = (cell: PagePiece) => cell.left - (before.get(cell) ?? cell.left)
  const kept = full.slice(1).flatMap(({ cells }, i) =>
    cells.flatMap((cell, k) => {
      const above = full[i]?.cells[k]
      if (above === undefined || before.get(above) === before.get(cell)) return []
      // Behind a gap as wide as that above, a longer figure ends at the same place by chance alone.
      return [(cell.left === above.left || cell.right === above.right) && gapOf(cell) !== gapOf(above)]
    }),
  )
  if (kept.length >= FIGURES) return kept.filter((is) => is).length >= kept.length * SHARE
  const gaps = rows.flatMap(({ cells }) => cells.map(gapOf))
  return gaps.length > 0 && Math.max(...gaps) >= Math.min(...gaps) + WIDER
}

/** What shows where each column is: the figures of a row that has all, or all heads. */
type Anchors = readonly { readonly left: number; readonly right: number }[]

/** The column of each figure of a row next to anchors, under which its own are set. */
export function columnsUnder({ cells }: Row, above: Anchors | undefined, below: Anchors | undefined): number[] | null {
  const between = above !== undefined && below !== undefined && columnsBy(above, below) !== null
  const anchors = [above, below].filter((one) => one !== undefined)
  const readings = anchors.map((one) => columnsBy(cells, one))
  const [first = null, second = first] = between ? readings : readings.filter((one) => one !== null)
  return first?.join() === second?.join() ? first : null
}

/**
 * The column that each figure of a row stands under, all columns being those of the anchors; `null` where one stands under none or two,
 * or is not set as the other: beginning, ending or having its middle at the same place.
 */
function columnsBy(cells: Anchors, anchors: Anchors): number[] | null {
  const found = cells.map((cell) => {
    const [only, another] = anchors.filter((one) => overlaps(one, cell))
    return only !== undefined && another === undefined && isSetAs(cell, only) ? anchors.indexOf(only) : -1
  })
  return found.every((column, i) => column > (found[i - 1] ?? -1)) ? found : null
}

function isSetAs(a: Anchors[number], b: Anchors[number]): boolean {
  return a.left === b.left || a.right === b.right || Math.abs(a.left + a.right - b.left - b.right) <= 2
}
