import type { Alignment } from '../labels/align.js'
import type { Stream } from '../stream.js'
import type { FoundRow } from '../tables/fill.js'
import { withoutBrokenOff } from './broken-off.js'
import { withoutFiguresBeside } from './figure-beside.js'
import { hasFigureAbove, withFiguresAbove } from './figures-above.js'
import { withoutFiguresApart } from './labels-apart.js'
import { withoutMixedBorders } from './mixed-borders.js'
import { withoutRowNumbers } from './numbered-rows.js'
import { hasHeaderLine, withoutPageNumbers } from './page-numbers.js'
import { type RowOfLabel, rowOfLabel, seenOf } from './row-of-label.js'
import { withoutRunsOfSeveral } from './run-doubts.js'
import { withStrayLines } from './stray-lines.js'
import { withoutChanceCounts } from './surplus.js'
import { withUnitsMissing } from './units-missing.js'
import { withoutUnownedFigures } from './unowned.js'

/** The rows of a table, each with the figures that are its own: those behind its label, or those it has by reading order. */
export function foundRows(stream: Stream, alignment: Alignment): readonly FoundRow[] {
  const { template, matches } = alignment
  const { text } = stream.folded
  const table = seenOf(stream, alignment)
  const found: RowOfLabel[] = []
  const figureAbove: boolean[] = []
  template.labels.forEach((_, index) => {
    const own = rowOfLabel(table, index)
    if (own === null) return
    const isBelowOthers = template.definition.arrangement !== 'single_row' && own.match !== null
    figureAbove.push(isBelowOthers && hasFigureAbove(stream, matches.slice(0, index), found.at(-1)?.row, own.match))
    found.push(own)
  })
  const rows = found.map(({ row }) => row)
  const labelEnds = found.map(({ labelEnd }) => labelEnd)
  // Each step takes the rows as the one before left them: it doubts some, or gives a row that has no figures those that are its own.
  const own = withoutPageNumbers(text, rows, labelEnds, hasHeaderLine(stream, alignment))
  const beside = withoutFiguresBeside(text, withoutBrokenOff(text, own), labelEnds)
  const told = withStrayLines(stream, alignment, withFiguresAbove(beside, figureAbove))
  const isNumberedForm = template.labels.some(({ row }) => row?.serial != null)
  const numbered = isNumberedForm ? told : withoutRowNumbers(text, told)
  const bordered = withoutMixedBorders(text, numbered)
  const counted = withoutRunsOfSeveral(stream, alignment, withoutChanceCounts(bordered, table.doubts.crowded.size > 0))
  return withUnitsMissing(withoutUnownedFigures(stream, alignment, withoutFiguresApart(stream, alignment, counted)))
}
