import type { CellRow, MetricRow } from '../types.js'
import { ratios } from './ratio.js'

/**
 * How many requests were denied, and on which grounds?
 *
 * - `denial_rate`: requests denied on any ground of (三) divided by all conclusions, (七).
 * - `denial_share.<ground>`: requests denied on this ground divided by all denied: state secret, prohibition by law, the
 *   “three securities and one stability”, third parties, internal affairs, process, enforcement file, administrative
 *   query. The eight shares add up to one.
 *
 * Column `total` of the table of requests, both forms. Ratios from 0 to 1 with a 95 % Wilson interval (each ground
 * against all others). Nine rows a report. Only (三) 不予公开 counts as denial; (四) 无法提供 and (五) 不予处理 do not.
 * Articles 14–16, 32, 36(3), 36(7); definitions are data (`data/reference/metrics.json`).
 *
 * `value` is `null`, with the reason, where the report has no table of requests, where a needed cell holds no number,
 * where nothing was denied (shares) or concluded (rate), and where more is denied than concluded.
 *
 * @param cells the cells of any number of reports; other tables and columns are passed over
 * @param reportIds reports to answer for even if they have no cells
 * @throws where a cell is given twice
 *
 * @example
 * denialComposition(cells).find((row) => row.metric === 'denial_share.process').numerator // 2
 */
export function denialComposition(cells: readonly CellRow[], reportIds: readonly string[] = []): MetricRow[] {
  return ratios('denialComposition', 'denials', cells, reportIds)
}
