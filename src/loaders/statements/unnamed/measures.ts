import { statementVocabulary } from '../../../forms/statement-words.js'
import { ranksBodies } from '../lists/ranked.js'
import { chineseNumber } from '../numbers/numerals.js'
import { escaped, longestFirst, type Quantity } from '../numbers/quantities.js'

/**
 * The numbers of a sentence that only words around them make quantities: a rank (排名全市第三, 前10位), a mean duration
 * (平均3.5个工作日答复), a multiple (是上年的1.5倍) and a score (得分96.5分). Without such words they are ordinals, deadlines or names.
 */
export function measuresOf(sentence: string): Quantity[] {
  const { not_multiples } = statementVocabulary().unnamed.measures
  const isChange = (at: number) => not_multiples.some((word) => sentence.slice(Math.max(0, at - 6), at).includes(word))
  const found: Quantity[] = []
  for (const { pattern, isRough } of patterns())
    for (const match of sentence.matchAll(pattern)) {
      const { words = '', number = '', unit } = match.groups ?? {}
      const value = /^\d/.test(number) ? Number(number) : chineseNumber(number)
      const [from, to] = [match.index + words.length, match.index + match[0].length]
      if (value === null || (unit === '倍' && isChange(from)) || ranksBodies(sentence.slice(to, to + 16))) continue
      const rounding = /[约近]$/.test(words) ? 'about' : isRough ? 'about' : null
      if (found.some((one) => one.from < to && one.to > from)) continue
      found.push({ value, unit: unit ?? RANK, rounding, isSingleNumeral: false, isRule: false, from, to })
    }
  return found
}

/** The unit of a rank that prints none. */
const RANK = '位'
const SMALL = '(?<number>\\d{1,3}|[一二三四五六七八九十]{1,3})'
const SMALL_BEFORE = '(?:\\d{1,3}|[一二三四五六七八九十]{1,3})'
const EXACT = '(?<number>\\d{1,4}(?:\\.\\d{1,3})?)'

interface Measure {
  readonly pattern: RegExp
  /** Whether the number is only a bound of what is said: 前10位. */
  readonly isRough: boolean
}

let known: readonly Measure[] | undefined

function patterns(): readonly Measure[] {
  if (known !== undefined) return known
  const { ranks, durations, multiples, scores } = statementVocabulary().unnamed.measures
  const any = (words: readonly string[]) => `(?:${longestFirst(words).map(escaped).join('|')})`
  const near = '[^,。;:"]{0,24}?'
  const end = '(?=[,。;:、)的]|$)'
  const make = (pattern: string, isRough = false) => ({ pattern: new RegExp(pattern, 'g'), isRough })
  known = [
    make(`(?<words>${any(ranks)}${near})第${SMALL}(?:(?<unit>[名位])|${end})`),
    make(`(?<words>${any(ranks)}${near})前${SMALL}(?:(?<unit>[名位])|${end})`, true),
    make(`(?<words>)(?<=第${SMALL_BEFORE}[名位]?[、,和][\\u4e00-\\u9fff]{1,8})第${SMALL}(?:(?<unit>[名位])|${end})`),
    make(`(?<words>)(?<=[\\u4e00-\\u9fff])前(?<number>\\d{1,3})(?<unit>[名位])${end}`, true),
    make(`(?<words>${any(durations)}[^,。;:\\d]{0,10}?)${EXACT}(?<unit>个工作日|工作日|天|个小时|小时|分钟)`),
    make(`(?<words>${any(multiples)}${near})${EXACT}(?<unit>倍)`),
    make(`(?<words>${any(scores)}(?:为|是|达到?|高达)?)${EXACT}(?<unit>分)(?!之|钟|别|管|类|级)`),
  ]
  return known
}
