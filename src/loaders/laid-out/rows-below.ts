import { columnsOfRow } from '../containers/known-labels.js'
import type { Row } from '../page-layout/blocks.js'
import { linesOfPieces } from '../page-layout/columns.js'
import type { FoundLabel } from '../page-layout/labels.js'
import type { PagePiece } from '../page-layout/pieces.js'
import { isPlain } from './pieces.js'

/** A line that holds nothing but the label of a row, one that holds nothing but figures, or another. */
interface Line {
  readonly top: number
  readonly row: Row | null
  readonly figures: readonly PagePiece[] | null
}

/**
 * The rows, those included whose figures stand on the line below their label, as where the label was too long for its cell. Such lines must
 * take turns, a label first and figures last, with other lines around, so that no label and no figures are left over; and every line of
 * figures must have one for each column of the row.
 *
 * @param found all labels of the page
 */
export function withFiguresBelow(
  rows: readonly Row[],
  found: readonly FoundLabel[],
  page: readonly PagePiece[],
): Row[] {
  const spelled = new Map(found.flatMap((label) => label.pieces.map((piece) => [piece, label] as const)))
  const lines = linesOfPieces(page).map((pieces): Line => lineOf(pieces, rows, spelled))
  const below = new Map<Row, readonly PagePiece[]>()
  for (const run of runsOf(lines)) {
    const takesTurns = run.every((line, i) => (i % 2 === 0 ? line.row : line.figures) !== null) && run.length % 2 === 0
    const pairs = run.flatMap(({ row }, i) => {
      const figures = run[i + 1]?.figures ?? null
      return row === null ? [] : [{ row, figures: figures ?? [] }]
    })
    const isWhole = pairs.every(({ row, figures }) => columnsOfRow(row.label.key) === figures.length)
    if (takesTurns && isWhole) for (const { row, figures } of pairs) below.set(row, figures)
  }
  return rows.map((row) => {
    const cells = below.get(row)
    return cells === undefined ? row : { ...row, cells, sound: true }
  })
}

function lineOf(pieces: readonly PagePiece[], rows: readonly Row[], spelled: ReadonlyMap<PagePiece, FoundLabel>): Line {
  const [top, words] = [pieces[0]?.top ?? 0, pieces.filter((piece) => !isPlain(piece))]
  const own = rows.filter(({ label }) => label.pieces.some((piece) => pieces.includes(piece)))
  const [row] = own
  const isLabel =
    own.length === 1 &&
    row?.label.pieces.length === 1 &&
    row.cells.length === 0 &&
    pieces.every((piece) => spelled.has(piece))
  return {
    top,
    row: isLabel && row !== undefined ? row : null,
    figures: words.length === 0 ? pieces.toSorted((a, b) => a.left - b.left) : null,
  }
}

/** The lines of labels alone and of figures alone, in stretches without a gap. */
function runsOf(lines: readonly Line[]): Line[][] {
  const runs: Line[][] = [[]]
  let reached = Number.NEGATIVE_INFINITY
  for (const line of lines) {
    const isAlone = line.row !== null || line.figures !== null
    if (!isAlone || line.top > reached + 1) runs.push([])
    if (isAlone) runs.at(-1)?.push(line)
    reached = line.top
  }
  return runs.filter(({ length }) => length > 0)
}
