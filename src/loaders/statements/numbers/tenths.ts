import { chineseNumber } from './numerals.js'
import { PERCENT, type Quantity } from './quantities.js'

/** Tenths that stand for percentages: 六成 is 60 %, 三成五 35 %; not where 成 begins a word (三成立). */
export const TENTHS = '(?:[一二两三四五六七八九]|(?<![\\d.])[1-9])成[一二三四五六七八九]?(?=[多左以,。;、()]|$)'

/** The percentage that words for tenths stand for. */
export function percentOf(words: string): number {
  const [tenths = '', rest = ''] = words.split('成')
  const digit = (one: string) => (one === '' || /\d/.test(one) ? Number(one) : (chineseNumber(one) ?? 0))
  return digit(tenths) * 10 + digit(rest)
}

/** The tenths of a sentence as percentages. */
export function tenthsIn(text: string): Quantity[] {
  return [...text.matchAll(new RegExp(TENTHS, 'g'))].map(({ index, 0: words }) => ({
    value: percentOf(words),
    unit: PERCENT,
    rounding: null,
    isSingleNumeral: false,
    isRule: false,
    from: index,
    to: index + words.length,
  }))
}
