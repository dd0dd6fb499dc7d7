import { panelReference } from '../../forms/panel.js'
import { listed, said, sentences } from '../../forms/words.js'
import type { Bilingual, FindingTest, PanelCheck } from '../../types.js'
import { atLeast, chiSquared9, holm } from './chance.js'
import { lastOfSeries, leafFigures, oneEachYear } from './leaf-figures.js'
import { found, unfound } from './outcome.js'
import type { Panel } from './series.js'

type Question = (test: FindingTest) => Bilingual

/**
 * Do too many of a body's figures end in 0 or 5? Estimates heap there, counts do not. Taken are all figures of the body, over
 * its years, that are whole, at least 30, and no sums: among smaller ones 10 and 20 are frequent by nature. Of several reports
 * on one year only the first counts. One check a body, at its last report; `subject` is `last digits`.
 *
 * The chance of as many or more, if every last digit were as likely, is exact (binomial) and corrected for the number of
 * bodies tested (Holm). `failed`: it is below `alpha` of `data/reference/panel.json`; `observed` is how many end so,
 * `expected` how many would. `not_assessable`: too few figures, or the body cannot be told. `not_applicable`: an earlier report
 * of the body. Severity `info`: a question, never an accusation; rounding is an honest reason.
 *
 * @rule screen.heaping
 * @passes { "reports": [{ "form": "2021", "year": 2021, "fill": [31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50] }] }
 * @fails { "reports": [{ "form": "2021", "year": 2021, "fill": [30, 40, 50, 60, 70, 80, 90, 35, 45, 55, 65, 75, 85, 95, 30, 40, 50, 60, 70, 80] }] }
 */
export function checkHeaping(panel: Panel): PanelCheck[] {
  const { digits, least_value, least_figures } = panelReference().screening.heaping
  const share = digits.length / 10
  const count = (figures: readonly number[]): FindingTest | null => {
    if (figures.length < least_figures) return null
    const hits = figures.filter((value) => digits.includes(String(value).slice(-1))).length
    return test('binomial, last digit', figures.length, hits, atLeast(hits, figures.length, share))
  }
  return screen(panel, 'screen.heaping', 'last digits', least_value, count, ({ n, statistic }) => {
    const [count, usual] = [statistic, Math.round(n * share)]
    return said('screen.heaping.failed', { n, least: least_value, count, digits: listed('or', digits), usual })
  })
}

/**
 * Do the second digits of a body's figures follow the usual pattern (Benford's law for the second digit: 0 in 12.0 %, falling
 * to 9 in 8.5 %)? Taken are figures as for `screen.heaping`, from 10 on. One check a body, at its last report; `subject` is
 * `second digits`. The test is chi-squared with 9 degrees of freedom, corrected for the number of bodies tested (Holm).
 *
 * The law holds for figures of many sizes: a few hundred, from tens to ten thousands, are the least that can be tested, and the
 * test alone shows nothing. Bodies with fewer, or of one size, are `not_assessable`. Outcomes, severity and tone as for `screen.heaping`; `observed` is the statistic.
 * Source: A. Diekmann, Not the first digit! Using Benford's law to detect fraudulent scientific data, Journal of Applied
 * Statistics 34 (2007).
 *
 * @rule screen.second_digit
 * @passes { "reports": [{ "form": "2021", "year": 2021, "fill": "benford" }, { "form": "2021", "year": 2022, "fill": "benford" }, { "form": "2021", "year": 2023, "fill": "benford" }] }
 * @fails { "reports": [{ "form": "2021", "year": 2021, "fill": "sevens" }, { "form": "2021", "year": 2022, "fill": "sevens" }, { "form": "2021", "year": 2023, "fill": "sevens" }] }
 */
export function checkSecondDigits(panel: Panel): PanelCheck[] {
  const { least_value, least_figures, least_span } = panelReference().screening.second_digit
  const count = (figures: readonly number[]): FindingTest | null => {
    const [least, most] = [Math.min(...figures), Math.max(...figures)]
    if (figures.length < least_figures || most < least_span * least) return null
    const statistic = USUAL.reduce((sum, usual, digit) => {
      const seen = figures.filter((value) => String(value)[1] === String(digit)).length
      return sum + (seen - usual * figures.length) ** 2 / (usual * figures.length)
    }, 0)
    return test('chi-squared, second digit', figures.length, Number(statistic.toFixed(3)), chiSquared9(statistic))
  }
  return screen(panel, 'screen.second_digit', 'second digits', least_value, count, ({ n, statistic }) => {
    return said('screen.second_digit.failed', { n, statistic })
  })
}

/** How often each second digit occurs under Benford's law. */
const USUAL = Array.from({ length: 10 }, (_, digit) =>
  Array.from({ length: 9 }, (_, first) => Math.log10(1 + 1 / (10 * (first + 1) + digit))).reduce((a, b) => a + b, 0),
)

function test(name: string, n: number, statistic: number, p: number): FindingTest {
  return { name, n, statistic, p, p_adjusted: null }
}

function screen(
  panel: Panel,
  rule: string,
  subject: string,
  least: number,
  count: (figures: readonly number[]) => FindingTest | null,
  question: Question,
): PanelCheck[] {
  const { alpha } = panelReference().screening
  const bodies = lastOfSeries(panel)
  const tests = [...bodies].flatMap(([placed, reports]) => {
    const result = count(oneEachYear(reports).flatMap((report) => leafFigures(report, least)))
    return result === null ? [] : [{ placed, reports, result }]
  })
  const corrected = holm(tests.map(({ result }) => result.p ?? 1))
  const results = new Map(
    tests.map(({ placed, reports, result }, i) => [
      placed,
      { reports, result: { ...result, p_adjusted: corrected[i] ?? 1 } },
    ]),
  )
  return panel.placed.map((placed) => {
    const tested = results.get(placed)
    if (tested === undefined) {
      const isEarlier = placed.unit !== null && !bodies.has(placed)
      return unfound(placed, rule, subject, isEarlier ? 'not_applicable' : 'not_assessable')
    }
    const { reports, result } = tested
    if (result.p_adjusted > alpha) return unfound(placed, rule, subject, 'passed')
    const others = reports.filter((report) => report !== placed.report).map(({ id }) => id)
    const [p, adjusted] = [rounded(result.p ?? 1), rounded(result.p_adjusted)]
    return found(placed, rule, subject, others, {
      severity: 'info',
      message: sentences(question(result), said('screen.tested', { n: result.n, p, bodies: tests.length, adjusted })),
      cells: [],
      expected: rule === 'screen.heaping' ? Math.round(result.n * 0.2) : said('screen.second_digit.expected'),
      observed: result.statistic,
      at: null,
      test: result,
    })
  })
}

/** Two significant digits. */
export function rounded(p: number): string {
  return p >= 0.001 ? p.toFixed(3) : p.toExponential(1)
}
