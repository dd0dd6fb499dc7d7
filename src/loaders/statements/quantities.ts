import { statementVocabulary } from '../../forms/statement-words.js'
import type { Rounding } from '../../types.js'
import { chineseNumber, PRINTED, printedNumber, SCALE, scaleOf } from './numerals.js'

/** A number with its unit in a sentence, whatever it counts. */
export interface Quantity {
  readonly value: number
  /** Empty where none is printed. */
  readonly unit: string
  readonly rounding: Rounding | null
  /** Written as one Chinese digit, which is often no number at all (一件事): it needs the phrase right before it. */
  readonly isSingleNumeral: boolean
  /** Begin of the number or of the word that makes it approximate; end of the unit. */
  readonly from: number
  readonly to: number
}

/** The unit of rates, which are no parts of lists. */
export const PERCENT = '%'

const NUMERAL = '[零〇一二两三四五六七八九十百千万亿]'
/** Inside 《…》 stand titles of documents, inside […] their numbers. */
const TITLES = /《[^》]{0,80}》?|\[[^\]]{0,20}\]/g

/** Every number with a unit of the vocabulary: 421条, 约350件, 4.25万条, 2,300余件, 3千余条, 一万三千余条, 近万次, 98.6%. */
export function quantitiesOf(sentence: string): Quantity[] {
  const titles = [...sentence.matchAll(TITLES)].map((title) => [title.index, title.index + title[0].length] as const)
  const inTitle = (at: number) => titles.some(([from, to]) => at >= from && at < to)
  const counted = [...sentence.matchAll(pattern())].flatMap((found): Quantity[] => {
    const { number = '', middle = '', scale, unit = '', behind } = found.groups ?? {}
    const start = found.index
    const to = start + found[0].length
    if (inTitle(start)) return []
    const before = wordBefore(sentence.slice(0, start))
    if (before === null) return []
    const isChinese = !/\d/.test(number)
    const rounding = before.rounding ?? (/[余多]/.test(middle) ? 'over' : behind ? 'about' : null)
    const value = isChinese ? scaled(chineseNumber(number), scale) : printedNumber(number, scale)
    if (value === null || (isChinese && /^[万亿千百]$/.test(number) && rounding === null)) return []
    if (!Number.isInteger(value) && unit !== '元' && unit !== PERCENT) return []
    const isSingleNumeral = isChinese && number.length === 1 && rounding === null
    return [{ value, unit, rounding, isSingleNumeral, from: start - before.length, to }]
  })
  const bare = [...sentence.matchAll(BARE)].flatMap((found): Quantity[] => {
    const to = found.index + found[0].length
    const value = Number(found[0])
    return inTitle(found.index)
      ? []
      : [{ value, unit: '', rounding: null, isSingleNumeral: false, from: found.index, to }]
  })
  return [...counted, ...bare].sort((a, b) => a.from - b.from)
}

/** 十余万: the scale stands behind 余. */
function scaled(value: number | null, scale: string | undefined): number | null {
  return value === null ? null : value * scaleOf(scale)
}

/** A number whose unit is left out, behind a word that ends in 数: 不予公开信息数1402。 */
const BARE = /(?<=数(?:量)?(?:均|都)?(?:为|是|:)?|均为)(?<![\d.])\d{1,9}(?=[,;。)]|$)/g

let compiled: RegExp | undefined

function pattern(): RegExp {
  if (compiled) return compiled
  const { statements, not_units, approximate } = statementVocabulary()
  const units = longestFirst([...new Set(statements.flatMap((kind) => kind.units))])
  const notUnits = not_units.map(escaped).join('|')
  compiled = new RegExp(
    `(?<![\\d.A-Za-z零〇一二两三四五六七八九十百千万亿])(?<!\\d[, ])(?<number>${PRINTED}|${NUMERAL}{1,12})` +
      `(?<middle>[余多]?(?<scale>${SCALE})?[余多]?)(?!${notUnits})(?<unit>${units.map(escaped).join('|')})(?<behind>${approximate.behind.map(escaped).join('|')})?`,
    'g',
  )
  return compiled
}

/** The word right before a number: how it is approximate, and how long it is; `null` where it makes it no count (第, 每, 预计…). */
function wordBefore(text: string): { readonly rounding: Rounding | null; readonly length: number } | null {
  const { approximate, not_before_number, not_done } = statementVocabulary()
  const clause =
    text
      .slice(-60)
      .split(/[,。;:]/)
      .at(-1) ?? ''
  if (not_done.some((word) => clause.includes(word))) return null
  for (const rounding of ['about', 'over', 'nearly'] as const) {
    const word = longestFirst(approximate[rounding]).find((one) => text.endsWith(one))
    if (word !== undefined) return { rounding, length: word.length }
  }
  if (/\d[至到]$/.test(text)) return null
  return not_before_number.some((word) => text.endsWith(word)) ? null : { rounding: null, length: 0 }
}

export function longestFirst(words: readonly string[]): string[] {
  return [...words].sort((a, b) => b.length - a.length)
}

export function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
