import type { CellRow, MetricRow } from '../types.js'
import { ratios } from './ratio.js'

/**
 * Of the requests concluded in the year, what share was granted?
 *
 * - `disclosure_rate.full`: granted in full, (一), divided by all conclusions, (七).
 * - `disclosure_rate.full_or_partial`: granted in full or in part, (一) + (二), divided by all conclusions.
 *
 * Column `total` of the table of requests, both forms. Ratios from 0 to 1 with a 95 % Wilson interval. One row a metric
 * and report, in that order; definitions and sources are data (`data/reference/metrics.json`). Articles 36(1), 36(2), 37.
 *
 * `value` is `null`, with the reason in words, where the report has no table of requests, where a needed cell holds no
 * number (blank, nil, ambiguous, absent; never taken for zero), where no request was concluded, and where the table
 * contradicts itself (more granted than concluded). A missing total is not rebuilt from its parts here.
 *
 * @param cells the cells of any number of reports; other tables and columns are passed over
 * @param reportIds reports to answer for even if they have no cells (e.g. reports before the 2019 form)
 * @throws where a cell is given twice
 *
 * @example
 * disclosureRates(cells).map((row) => [row.metric, row.numerator, row.denominator, row.value])
 * // [['disclosure_rate.full', 3, 12, 0.25], ['disclosure_rate.full_or_partial', 6, 12, 0.5]]
 */
export function disclosureRates(cells: readonly CellRow[], reportIds: readonly string[] = []): MetricRow[] {
  return ratios('disclosureRates', 'disclosure', cells, reportIds)
}
