import { statementVocabulary } from '../forms/statement-words.js'
import { said, sentences } from '../forms/words.js'
import type { Bilingual, Check, Report, Share, Statement } from '../types.js'
import { evidence, failed, settled } from './check.js'
import { type Span, spanOf, sumOf } from './rounding.js'

/**
 * Do the parts named in a sentence add up to the whole? One check a list of parts (421条,其中…117条,…206条,…98条); `subject` names
 * the whole and the list. `expected` is the whole, `observed` the sum of the parts; `at` is the place of the whole.
 *
 * - `passed`: the parts come to the whole; approximate figures (约, 余, 近, 万) within what they leave open.
 * - `failed`: they come to more, or to less although the list leaves nothing out: it ends in 其他, its shares come to
 *   100 %, or its keys are one of the `complete` sets of `data/reference/statements.json`.
 * - `not_assessable`: they come to less, and 其中 may have named only some; or they come to more, but the same item may be
 *   counted on several channels (`overlapping`).
 * - `not_applicable`: no sentence names parts.
 *
 * Severity `warning`. Ground: article 50 (the report's own figures).
 *
 * @rule statements.breakdown
 * @passes { "form": "2021", "statements": [{ "value": 9 }, { "value": 4, "part_of": 0, "group": 0 }, { "value": 5, "part_of": 0, "group": 0 }] }
 * @fails { "form": "2021", "statements": [{ "value": 9 }, { "value": 4, "part_of": 0, "group": 0 }, { "value": 6, "part_of": 0, "group": 0 }] }
 *
 * @example
 * checkBreakdowns(report).map((check) => check.outcome) // ['not_applicable']
 */
export function checkBreakdowns(report: Report): Check[] {
  const rule = 'statements.breakdown'
  const groups = new Map<number, { whole: number; parts: Statement[] }>()
  for (const statement of report.statements) {
    if (statement.group === null || statement.part_of === null) continue
    const group = groups.get(statement.group) ?? { whole: statement.part_of, parts: [] }
    group.parts.push(statement)
    groups.set(statement.group, group)
  }
  const checks = [...groups].flatMap(([id, { whole: index, parts }]) => {
    const whole = report.statements[index]
    return whole === undefined ? [] : [checkList(rule, `${whole.key} ${index}, list ${id}`, whole, parts)]
  })
  return checks.length > 0 ? checks : [settled(rule, 'no list of parts', 'not_applicable')]
}

function checkList(rule: string, subject: string, whole: Statement, parts: readonly Statement[]): Check {
  const [low, high] = sumOf(parts.map(spanOf))
  const [least, most] = spanOf(whole)
  const values = parts.map((part) => part.value)
  const sum = values.reduce((total, value) => total + value, 0)
  const { unit } = whole
  const basis = (why: Bilingual | null) =>
    evidence(
      sentences(said('statements.breakdown.passed', { parts: values.join(' + '), sum, whole: whole.value, unit }), why),
      [],
      [whole, ...parts].map(({ at }) => at),
    )
  if (low <= most && high >= least)
    return settled(rule, subject, 'passed', basis(sum === whole.value ? null : said('statements.breakdown.rough')))
  const isMore = low > most
  const isOpen = isMore ? mayOverlap(parts, most) : !leavesNothingOut(parts)
  if (isOpen) {
    const why = isMore ? said('statements.breakdown.twice') : said('statements.breakdown.some')
    return settled(rule, subject, 'not_assessable', basis(why))
  }
  return failed(rule, subject, {
    severity: 'warning',
    message: said('statements.breakdown.failed', {
      count: parts.length,
      sum,
      unit,
      whole: whole.value,
      text: plain(whole),
    }),
    cells: [],
    expected: whole.value,
    observed: sum,
    at: whole.at,
  })
}

function mayOverlap(parts: readonly Statement[], most: number): boolean {
  const { overlapping } = statementVocabulary()
  return parts.every((part) => overlapping.includes(part.key) && spanOf(part)[0] <= most)
}

function leavesNothingOut(parts: readonly Statement[]): boolean {
  const { rest_words, complete } = statementVocabulary()
  const keys = parts.map((part) => part.key)
  const last = parts.at(-1)
  const endsInRest =
    last !== undefined && (/\.other/.test(last.key) || rest_words.some((word) => last.label?.includes(word)))
  const shares = parts.flatMap((part) => (part.share === null || part.share.base !== null ? [] : [part.share]))
  const total = shares.reduce((sum, share) => sum + share.percent, 0)
  const slack = shares.reduce((sum, share) => sum + unitOfLastPlace(share.text), 0)
  const isWhole = shares.length === parts.length && parts.length > 1 && Math.abs(total - 100) <= slack / 2
  return endsInRest || isWhole || complete.some((set) => set.every((key) => keys.includes(key)))
}

/**
 * Is a printed percentage the share of its part in the whole? One check a percentage; `subject` names the part. `expected`
 * is the share in per cent, rounded to the places printed, `observed` the percentage printed; `at` is its place.
 *
 * - `passed`: it is off by less than one unit of its last place, so that cutting off is no error either (4.34 % for 35 of 805).
 * - `not_assessable`: the whole is not said, is 0, or the percentage is said to be of something else (占全市总数). Where the
 *   sentence names no whole but the report has one figure that is likely it (`share_of` in `data/reference/statements.json`),
 *   a share that fits passes, and one that does not stays `not_assessable`.
 * - `not_applicable`: no sentence prints a percentage of a quantity.
 *
 * Severity `warning`. Ground: article 50 (the report's own figures).
 *
 * @rule statements.percentage
 * @passes { "form": "2021", "statements": [{ "value": 81 }, { "value": 42, "part_of": 0, "group": 0, "share": { "percent": 51.85, "base": null, "text": "占51.85%", "at": [30, 36] } }] }
 * @fails { "form": "2021", "statements": [{ "value": 81 }, { "value": 42, "part_of": 0, "group": 0, "share": { "percent": 58.15, "base": null, "text": "占58.15%", "at": [30, 36] } }] }
 *
 * @example
 * checkPercentages(report).map((check) => check.outcome) // ['not_applicable']
 */
export function checkPercentages(report: Report): Check[] {
  const rule = 'statements.percentage'
  const checks = report.statements.flatMap((part, index): Check[] => {
    if (part.share === null) return []
    const subject = `${part.key} ${index}`
    const own = part.part_of === null ? undefined : report.statements[part.part_of]
    const wholes = own === undefined ? likelyWholes(report, part) : [own]
    const [whole] = wholes
    if (whole === undefined || wholes.length > 1 || part.share.base !== null || spanOf(whole)[0] <= 0)
      return [
        settled(
          rule,
          subject,
          'not_assessable',
          evidence(said('statements.percentage.of_what'), [], [part.at, part.share.at]),
        ),
      ]
    return [checkShare(rule, subject, { part, share: part.share, whole, isSaid: own !== undefined })]
  })
  return checks.length > 0 ? checks : [settled(rule, 'no percentage', 'not_applicable')]
}

interface Portion {
  readonly part: Statement
  readonly share: Share
  readonly whole: Statement
  /** Whether the sentence names the whole; else it is only the likeliest. */
  readonly isSaid: boolean
}

function checkShare(rule: string, subject: string, { part, share, whole, isSaid }: Portion): Check {
  const [low, high] = shareSpan(spanOf(part), spanOf(whole))
  const unit = unitOfLastPlace(share.text)
  const expected = Number(((part.value / whole.value) * 100).toFixed(placesOf(share.text)))
  const values = { part: part.value, whole: whole.value, expected }
  const basis = said('statements.percentage.passed', { ...values, text: plain(whole), printed: share.percent })
  const places = [part.at, share.at, whole.at]
  if (share.percent > low - unit && share.percent < high + unit)
    return settled(rule, subject, 'passed', evidence(basis, [], places))
  if (!isSaid) {
    const why = sentences(said('statements.percentage.of_what'), basis)
    return settled(rule, subject, 'not_assessable', evidence(why, [], places))
  }
  return failed(rule, subject, {
    severity: 'warning',
    message: said('statements.percentage.failed', {
      ...values,
      share: plain(share),
      part_text: plain(part),
      whole_text: plain(whole),
    }),
    cells: [],
    expected,
    observed: share.percent,
    at: share.at,
  })
}

/** Wholes that a share may be of whose sentence names none: other kinds of figure on the same matter (`share_of`). */
function likelyWholes({ statements }: Report, part: Statement): Statement[] {
  const kind = statementVocabulary().statements.find(({ key }) => key === part.key)
  return statements.filter(({ key, part_of }) => part_of === null && kind?.share_of?.includes(key))
}

/** The words of a statement, or of its share, without white space. */
function plain({ text }: Statement | Share): string {
  return text.replace(/\s+/g, '')
}

function shareSpan([low, high]: Span, [least, most]: Span): Span {
  return [(low / most) * 100, (high / least) * 100]
}

function placesOf(text: string): number {
  return /[.．](\d+)/.exec(text)?.[1]?.length ?? 0
}

function unitOfLastPlace(text: string): number {
  return 10 ** -placesOf(text)
}
