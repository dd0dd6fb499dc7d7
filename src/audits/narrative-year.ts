import { UNNAMED } from '../forms/statement-words.js'
import { listed, said } from '../forms/words.js'
import type { Check, Report } from '../types.js'
import { evidence, failed, settled } from './check.js'

/** How many sentences must name one other year, none the reporting year, before that is a contradiction. */
const SEVERAL = 2

/**
 * Do the sentences with figures speak of the reporting year? A report copied from the year before often keeps its sentences.
 * One check, of subject `sentences`. Ground: article 49 (a report covers the past year).
 *
 * - `passed`: some figure is said to be of the reporting year; others may look back.
 * - `failed`: several are said to be of one other year, and none of the reporting year. Severity `warning`: the reporting
 *   year may be named elsewhere in words without figures. `expected` is the reporting year, `observed` the one they name.
 * - `not_assessable`: the year of the report is unknown.
 * - `not_applicable`: no sentence with figures names a year; or one alone, or several with different years, look back; or the
 *   reporting year itself was told from them.
 *
 * @rule year.sentences
 * @passes { "form": "2021", "year": 2021, "statements": [{ "key": "requests_received", "value": 3, "period": "2021" }] }
 * @fails { "form": "2021", "year": 2021, "statements": [{ "key": "requests_received", "value": 3, "period": "2020" }, { "key": "interpretations", "value": 9, "period": "2020" }] }
 *
 * @example
 * checkNarrativeYear(report)[0].outcome // 'not_applicable'
 */
export function checkNarrativeYear(report: Report): Check[] {
  const [rule, subject] = ['year.sentences', 'sentences']
  const { year, yearBasis } = report.report
  const named = report.statements.filter(
    ({ key, period, part_of }) => key !== UNNAMED && part_of === null && /^\d{4}$/.test(period ?? ''),
  )
  const years = [...new Set(named.map(({ period }) => Number(period)))].sort()
  const [first] = named
  if (first === undefined || yearBasis === 'narrative') return [settled(rule, subject, 'not_applicable')]
  const places = named.map(({ at }) => at)
  const basis = evidence(
    said('year.sentences.named', { count: named.length, years: listed('comma', years) }),
    [],
    places,
  )
  if (year === null) return [settled(rule, subject, 'not_assessable', basis)]
  if (years.includes(year)) return [settled(rule, subject, 'passed', basis)]
  if (named.length < SEVERAL || years.length > 1) return [settled(rule, subject, 'not_applicable', basis)]
  return [
    failed(rule, subject, {
      severity: 'warning',
      message: said('year.sentences.failed', {
        year,
        count: named.length,
        named: years[0] ?? '',
        text: first.text.replace(/\s+/g, ''),
      }),
      cells: [],
      expected: year,
      observed: years[0] ?? null,
      at: first.at,
    }),
  ]
}
