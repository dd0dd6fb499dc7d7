import { listed, said } from '../../forms/words.js'
import type { PanelCheck } from '../../types.js'
import { found, unfound, unknownBody } from './outcome.js'
import type { Panel } from './series.js'

/**
 * Is a year missing from a body's series? One check a report, which looks back to the body's report before it; `subject` is
 * `previous year`. `expected` is the year before, `observed` the last year there is. A year that is missing among the reports
 * read may have been published all the same: look whether it was collected.
 *
 * `passed`: the year before is there. `not_applicable`: the body's first report. `not_assessable`: the body or the year cannot
 * be told. Severity `info`. Ground: article 49, a report every year.
 *
 * @rule panel.gap
 * @passes { "reports": [{ "form": "2021", "year": 2021 }, { "form": "2021", "year": 2022 }] }
 * @fails { "reports": [{ "form": "2021", "year": 2021 }, { "form": "2021", "year": 2024 }] }
 */
export function checkGaps({ placed }: Panel): PanelCheck[] {
  const [rule, subject] = ['panel.gap', 'previous year']
  return placed.map((one) => {
    const { report, unit, earlier, last } = one
    if (unit === null || report.year === null) return unfound(one, rule, subject, 'not_assessable', unknownBody())
    const before = earlier[0]
    if (before?.year == null) return unfound(one, rule, subject, 'not_applicable')
    if (last.length > 0) return unfound(one, rule, subject, 'passed')
    const years = Array.from({ length: report.year - before.year - 1 }, (_, i) => (before.year ?? 0) + 1 + i)
    const values = { before: before.id, years: listed('comma', years) }
    return found(one, rule, subject, [before.id], {
      severity: 'info',
      message: years.length === 1 ? said('panel.gap.one', values) : said('panel.gap.several', values),
      cells: [],
      expected: report.year - 1,
      observed: before.year,
      at: null,
    })
  })
}
