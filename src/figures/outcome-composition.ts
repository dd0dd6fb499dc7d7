import type { TopLevelSpec } from 'vega-lite'
import { type OutcomeRow, outcomeBars, outcomeGroups } from './outcome-bars.js'
import { outcomeLayout } from './outcome-layout.js'
import { outcomeSpec } from './outcome-spec.js'
import { outcomeWords } from './outcome-words.js'
import { type FigureLanguage, type FigureSize, PALETTE } from './theme.js'

export type { OutcomeRow } from './outcome-bars.js'

export interface OutcomeCompositionOptions {
  /** `page` unless said otherwise. */
  readonly size?: FigureSize
  /** Of the title, the axis, the notes and the labels that rows give in English; `zh` unless said otherwise. */
  readonly language?: FigureLanguage
  /** In place of the figure's own title, one line an entry. An empty list leaves the title to the caption. */
  readonly title?: readonly string[]
  /** In place of the sentence that defines n. How many reports had no usable data is always said. */
  readonly notes?: readonly string[]
}

/**
 * How the requests concluded in a year ended, report by report: one bar of 100 % a report, cut into groups of outcomes, with
 * the number of concluded requests, n, at its end.
 *
 * A share is the count of a group divided by the report's total (form table 3, part 三, row （七）总计). A report has a bar only
 * if every count is known and the counts add up to the total; otherwise its reason is printed in grey where the bar would
 * stand, never a bar of zeros. A total of zero has no shares, and says so. Reports stand in the order given. Shares are
 * printed where the slice has room, to a tenth of a per cent from n = 100 on.
 *
 * The specification holds its data; one of its units is one point on paper. Its width is that of a journal column or page;
 * its height grows with the reports (about 35 fill a page: give more of them to more than one figure).
 *
 * @param rows one row a report and outcome group; at most six groups. A report without data may have a single row.
 * @returns a Vega-Lite specification for `figureSvg`, `figurePdf`, `figurePng` or a notebook
 * @throws when there are no rows, or rows contradict each other (labels, order, totals, one outcome twice), or counts are
 *   not whole numbers
 * @example
 * const granted = { outcome: 'granted', outcome_label: '予以公开', outcome_order: 1, total: 4, reason: null }
 * const denied = { outcome: 'denied', outcome_label: '不予公开', outcome_order: 2, total: 4, reason: null }
 * const spec = outcomeComposition([
 *   { report: '甲市 2021', ...granted, count: 3 },
 *   { report: '甲市 2021', ...denied, count: 1 },
 * ])
 */
export function outcomeComposition(rows: readonly OutcomeRow[], options: OutcomeCompositionOptions = {}): TopLevelSpec {
  if (rows.length === 0) throw new Error('outcomeComposition requires at least one row')
  const { size = 'page', language = 'zh' } = options
  const words = outcomeWords(language)
  const groups = outcomeGroups(rows, (row) => labelIn(row, language))
  if (groups.length > PALETTE.length)
    throw new Error(`outcomeComposition requires at most ${PALETTE.length} outcome groups, not ${groups.length}`)
  const bars = outcomeBars(rows, words)
  const place = outcomeLayout(bars, groups, words, { ...options, size })
  return outcomeSpec(bars, groups, place, words)
}

function labelIn(row: OutcomeRow, language: FigureLanguage): string {
  const english = row.outcome_label_en ?? row.outcome_label
  if (language === 'both' && english !== row.outcome_label) return `${row.outcome_label} ${english}`
  return language === 'en' ? english : row.outcome_label
}
