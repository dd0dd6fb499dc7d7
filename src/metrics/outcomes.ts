import type { CellRow, MetricRow } from '../types.js'
import { ratios } from './ratio.js'

/**
 * How were the requests of the year concluded? The six outcomes of (一)–(六) as shares of all conclusions, (七):
 * `outcome_share.granted`, `.partially_granted`, `.denied`, `.unavailable`, `.not_processed`, `.other`. They add up to one.
 *
 * Column `total` of the table of requests. Groups are summed over their rows, so that both forms give one series: (六)
 * is one row in the 2019 form and three in the 2021 form. Ratios from 0 to 1 with a 95 % Wilson interval (each outcome
 * against all others). Six rows a report; definitions are data (`data/reference/metrics.json`). Articles 30, 35–39.
 *
 * A composition needs all its parts: `value` is `null` in all six rows, with the reason, where the report has no table of
 * requests, where any outcome or the total holds no number, where the outcomes do not add up to the total, and where no
 * request was concluded. `disclosureRates` and `denialComposition` ask for fewer cells.
 *
 * @param cells the cells of any number of reports; other tables and columns are passed over
 * @param reportIds reports to answer for even if they have no cells
 * @throws where a cell is given twice
 *
 * @example
 * outcomeShares(cells).map((row) => row.numerator) // [3, 3, 3, 1, 1, 1]
 */
export function outcomeShares(cells: readonly CellRow[], reportIds: readonly string[] = []): MetricRow[] {
  return ratios('outcomeShares', 'outcomes', cells, reportIds)
}
