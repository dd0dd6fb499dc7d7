import { type Mention, mentionsIn } from './period-mentions.js'

/** Words without the time they end in, and that time as a period. */
interface Timed {
  readonly text: string
  readonly period: string | null
}

/** Words of time are looked for so far before a number. */
const REACH = 30
/** What may stand between a time and its number. */
const COUNTING = /^(?:同期|全年|年度)?的?(?:共计?|累计|合计|总计|总共|则|已|也|仅|约)*(?:为|是|达到?|有)?$/
/** One figure becomes another: 由20件增至35件. */
const BECOMES = /^,?(?:增加|增长|上升|提高|提升|扩大|减少|下降|降低|回落|缩减|升|增|降|减|变|变化)了?[到至为]/

/** The words before a number without 从2020年的, or without the year behind a colon or a word for a number (公开数:2021年300条). */
export function withoutTime(words: string): Timed | null {
  const clause = /[^,;。]*$/.exec(words.slice(-REACH))?.[0] ?? ''
  const mention = mentionsIn(clause).at(-1)
  if (mention === undefined || !COUNTING.test(clause.slice(mention.to))) return null
  const lead = clause.slice(0, mention.from)
  if (!/[:由从量数]$/.test(lead)) return null
  return { text: words.slice(0, words.length - clause.length) + lead.replace(/[由从]$/, ''), period: mention.words }
}

/**
 * Whether what stands between two figures tells of the second nothing but another time, so that it counts the same as the first: 2022年培训3次,2023年
 * 5次; 由2022年的20件增至35件. The period that it names; `undefined` where there is more.
 *
 * @param said the words of the first, whose verb may be said again
 * @param isFrom whether they tell that another figure comes of it
 */
export function timeBetween(gap: string, said: string, isFrom: boolean): string | null | undefined {
  const becomes = isFrom ? BECOMES.exec(gap)?.[0] : undefined
  const rest = becomes === undefined ? gap.replace(/^[,;、]而?|^[和及]/, '') : gap.slice(becomes.length)
  if (becomes !== undefined && rest === '') return null
  if (becomes === undefined && rest === gap) return undefined
  const mention: Mention | undefined = mentionsIn(rest)[0]
  if (mention === undefined || mention.from !== 0 || mention.sort === 'part') return undefined
  const words = rest.slice(mention.to)
  const verb = /^(?:全年|共)?(?<verb>[\u4e00-\u9fff]{2})/.exec(words)?.groups?.verb
  const isSame = verb !== undefined && said.includes(verb) && COUNTING.test(words.replace(verb, ''))
  return isSame || COUNTING.test(words) ? mention.words : undefined
}

/** Whether the words before a figure tell that another comes of it: 由上年的. */
export function isFigureFrom(words: string): boolean {
  return /[由从][^,;。:]{0,16}$/.test(words)
}
