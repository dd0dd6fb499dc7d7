import { headWords } from '../../forms/head-words.js'
import type { DateMention } from '../../types.js'
import { anyOf, once } from '../word-patterns.js'
import { isoDate, number } from './calendar.js'

/** Makes the mention of a date from its kind, its value and its range in the folded text. */
export type Mention = (kind: DateMention['kind'], value: string, from: number, to: number) => DateMention

interface Span {
  readonly match: RegExpExecArray
  readonly start: string | null
  readonly end: string | null
  /** Whether months without days are printed: 2019年1月至12月. */
  readonly months: boolean
}

const GAP = '\\s{0,3}'
const TO = `${GAP}起?${GAP},?${GAP}(?:至|到|截至|截止到?|[-—–―─〜~一]{1,3})${GAP}`
const NUMBER = '(?:\\d{1,2}|[一二三四五六七八九十]{1,3})'
const YEAR = '(?:\\d{4}|二[〇○零Oo0][〇○零Oo0一二三四五六七八九]{2})'
/** 自2019年1月1日起，至12月31日止 · 2019年1月1日——2019年12月31日 */
const DAYS = new RegExp(
  `(?<!\\d)(?<year>${YEAR})${GAP}年${GAP}(?<month>${NUMBER})${GAP}月${GAP}(?<day>${NUMBER})${GAP}日?${TO}` +
    `(?:(?<endYear>${YEAR})${GAP}年)?${GAP}(?<endMonth>${NUMBER})${GAP}月${GAP}(?<endDay>${NUMBER})${GAP}日`,
  'g',
)
/** 2019.1.1-2019.12.31 · 2019-01-01至2019-12-31 */
const DIGITS = new RegExp(
  `(?<!\\d)(?<year>\\d{4})(?<sign>[./-])(?<month>\\d{1,2})\\k<sign>(?<day>\\d{1,2})${TO}` +
    `(?<endYear>\\d{4})\\k<sign>(?<endMonth>\\d{1,2})\\k<sign>(?<endDay>\\d{1,2})(?!\\d)`,
  'g',
)
/** 2019年1月至12月 · 2019年1-12月 */
const MONTHS = new RegExp(
  `(?<!\\d)(?<year>${YEAR})${GAP}年${GAP}(?<month>${NUMBER})${GAP}月?${TO}` +
    `(?:(?<endYear>${YEAR})${GAP}年)?${GAP}(?<endMonth>${NUMBER})${GAP}月(?:份|底)?(?!${GAP}${NUMBER}${GAP}日)`,
  'g',
)
/** How far before a period one of its words may stand. */
const NEAR = 40
const periodWords = once(() => new RegExp(anyOf(headWords().period.words)))

/**
 * The period the figures cover: one that the words before it call so, else a whole year. Of a period from month to month the
 * days are inferred: the first of the one and the last of the other.
 */
export function period(text: string, mention: Mention): DateMention[] {
  const days = [DAYS, DIGITS].flatMap((pattern) => spans(text, pattern))
  const one = named(text, days) ?? days.find(isYear) ?? named(text, spans(text, MONTHS))
  if (one === undefined || one.start === null || one.end === null) return []
  const [from, to] = [one.match.index, one.match.index + one.match[0].length]
  const ends = [mention('period_start', one.start, from, to), mention('period_end', one.end, from, to)]
  return one.months ? ends.map(fromMonths) : ends
}

function named(text: string, found: readonly Span[]): Span | undefined {
  return found.find(({ match }) => periodWords().test(text.slice(Math.max(0, match.index - NEAR), match.index)))
}

function isYear({ start, end }: Span): boolean {
  return start?.endsWith('-01-01') === true && end?.endsWith('-12-31') === true
}

function spans(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((match) => ({ match, ...endsOf(match.groups ?? {}) }))
}

function endsOf(groups: Record<string, string | undefined>): Omit<Span, 'match'> {
  const [year, endYear] = [number(groups.year), number(groups.endYear ?? groups.year)]
  const [month, endMonth] = [number(groups.month), number(groups.endMonth)]
  const months = groups.day === undefined
  const [day, endDay] = months ? [1, lastDay(endYear, endMonth)] : [number(groups.day), number(groups.endDay)]
  return { start: isoDate(year, month, day), end: isoDate(endYear, endMonth, endDay), months }
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function fromMonths(date: DateMention): DateMention {
  return { ...date, status: 'inferred', precision: 'month', candidates: date.value === null ? [] : [date.value] }
}
