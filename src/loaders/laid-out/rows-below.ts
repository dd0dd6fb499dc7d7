import { isUnit } from '../containers/known-labels.js'
import type { Row } from '../page-layout/blocks.js'
import { linesOfPieces } from '../page-layout/columns.js'
import type { FoundLabel } from '../page-layout/labels.js'
import type { PagePiece } from '../page-layout/pieces.js'
import { isFigure, isPlain } from './pieces.js'

/** A line: with the row whose label stands there without figures, or with figures that stand there without words. */
interface Line {
  readonly top: number
  readonly row: Row | null
  readonly figures: readonly PagePiece[] | null
}

/** So many lines of figures must stand below a label and above none, so that it is told on which side of a label its figures are. */
const TELLING = 2

/**
 * The rows, those included whose figures stand on the line below their label, as where the label was too long for its cell. That is so
 * only where all lines of figures alone, as far down as there are rows, stand straight below such a label, and several of them above none.
 *
 * @param found all labels of the page
 */
export function withFiguresBelow(
  rows: readonly Row[],
  found: readonly FoundLabel[],
  page: readonly PagePiece[],
): Row[] {
  const spelled = new Set(found.flatMap((label) => label.pieces))
  const lines = linesOfPieces(page).map((pieces) => lineOf(pieces, rows, spelled))
  const last = Math.max(...rows.map(({ label }) => label.top))
  const within = lines.filter(({ top }) => top <= last + 1)
  const alone = within.flatMap(({ top, figures }, i) => {
    const [above, below] = [lines[i - 1], lines[i + 1]]
    const isBelow = above !== undefined && above.top === top - 1
    const isAbove = below !== undefined && below.top === top + 1 && below.row !== null
    return figures === null ? [] : [{ figures, owner: isBelow ? above.row : null, isAbove }]
  })
  const owned = alone.filter(({ owner }) => owner !== null)
  if (owned.length < alone.length || alone.filter(({ isAbove }) => !isAbove).length < TELLING) return [...rows]
  const below = new Map(alone.map(({ figures, owner }) => [owner, figures]))
  return rows.map((row) => {
    const cells = below.get(row)
    return cells === undefined ? row : { ...row, cells, sound: true }
  })
}

function lineOf(pieces: readonly PagePiece[], rows: readonly Row[], spelled: ReadonlySet<PagePiece>): Line {
  const [row, another] = rows.filter(({ label }) => label.pieces.some((piece) => pieces.includes(piece)))
  const isOne = row !== undefined && another === undefined && row.label.pieces.length === 1 && row.cells.length === 0
  const isLabel = isOne && pieces.every((piece) => spelled.has(piece))
  const isFigures = pieces.every((piece) => isPlain(piece) || isUnit(piece.folded)) && pieces.some(isFigure)
  return {
    top: pieces[0]?.top ?? 0,
    row: isLabel ? row : null,
    figures: isFigures ? pieces.toSorted((a, b) => a.left - b.left) : null,
  }
}
