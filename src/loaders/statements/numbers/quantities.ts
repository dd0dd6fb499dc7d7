import { statementVocabulary } from '../../../forms/statement-words.js'
import type { Rounding } from '../../../types.js'
import { bracketNumbers } from './bracket-numbers.js'
import { chineseNumber, NUMERALS, PRINTED, printedNumber, SCALE, scaleOf, vagueNumerals } from './numerals.js'

/** A number with its unit in a sentence, whatever it counts. */
export interface Quantity {
  readonly value: number
  /** Empty where none is printed. */
  readonly unit: string
  readonly rounding: Rounding | null
  /** Written as one Chinese digit, which is often no number at all (一件事): it needs the phrase right before it. */
  readonly isSingleNumeral: boolean
  /** Whether it is said of what is done again and again (每年召开一次): no figure of the year. */
  readonly isRule: boolean
  /** Begin of the number or of the word that makes it approximate; end of the unit. */
  readonly from: number
  readonly to: number
}

/** The unit of rates, which are no parts of lists. */
export const PERCENT = '%'

const NUMERAL = `[${NUMERALS}]`
const ANY_NUMBER = new RegExp(`[\\d${NUMERALS}]`)
/** Inside 《…》 stand titles of documents, inside […] their numbers. */
const TITLES = /《[^》]{0,80}》?|\[[^\]]{0,20}\]/g

/** Every number with a unit of the vocabulary: 421条, 约350件, 4.25万条, 2,300余件, 3千余条, 一万三千余条, 近万次, 98.6%. */
export function quantitiesOf(sentence: string): Quantity[] {
  if (!ANY_NUMBER.test(sentence)) return []
  const inTitle = titlesOf(sentence)
  const bare = [...bareNumbers(sentence, inTitle), ...bracketNumbers(sentence, inTitle)].filter(
    ({ from }, i, all) => all.findIndex((one) => one.from === from) === i,
  )
  const many = greatNumbers(sentence, inTitle).filter(
    (one) => !bare.some(({ from }) => from >= one.from && from < one.to),
  )
  return [...countedNumbers(sentence, inTitle), ...bare, ...many].sort((a, b) => a.from - b.from)
}

function countedNumbers(sentence: string, inTitle: (at: number) => boolean): Quantity[] {
  const vague = vagueNumerals(sentence)
  return [...sentence.matchAll(pattern())].flatMap((found): Quantity[] => {
    const { number = '', again, middle = '', scale, unit = '', behind, least, rule = '' } = found.groups ?? {}
    const start = found.index
    const to = start + found[0].length - rule.length
    if (inTitle(start) || vague.some(([from, end]) => from < to && end > start)) return []
    const before = wordBefore(sentence.slice(0, start))
    if (before === null) return []
    const isChinese = !/\d/.test(number)
    const rounding = before.rounding ?? (/[余多]/.test(middle) || least ? 'over' : behind ? 'about' : null)
    const value = isChinese ? scaled(chineseNumber(number), scale) : printedNumber(number, scale)
    if (again !== undefined && !(isChinese && Number(again) === value)) return []
    if (value === null || (isChinese && /^[万亿千百]$/.test(number) && rounding === null)) return []
    if (!Number.isInteger(value) && unit !== '元' && unit !== PERCENT) return []
    const isSingleNumeral =
      isChinese &&
      number.length === 1 &&
      !isNone(sentence, number, to) &&
      (rounding === null || (before.isRule && before.length === 0))
    const { length } = before
    const isRule = before.isRule || rule !== ''
    return [{ value, unit, rounding, isSingleNumeral, isRule, from: start - length, to }]
  })
}

/** Whether 零 is the number 0 (不予受理零件;), since nothing but the end of an item stands behind its unit. */
function isNone(sentence: string, number: string, to: number): boolean {
  return number === '零' && /^(?:[,。;、)]|$)/.test(sentence.slice(to, to + 1))
}

/** A number whose unit is left out, behind a word that ends in 数: 不予公开信息数1402。 */
function bareNumbers(sentence: string, inTitle: (at: number) => boolean): Quantity[] {
  return [...sentence.matchAll(barePattern())].flatMap((found): Quantity[] => {
    const [from, to] = [found.index, found.index + found[0].length]
    const { number = '', scale, more } = found.groups ?? {}
    const value = number === '零' ? 0 : printedNumber(number, scale)
    const rounding = more ? 'over' : null
    return inTitle(from) || value === null
      ? []
      : [{ value, unit: '', rounding, isSingleNumeral: false, isRule: false, from, to }]
  })
}

/** Whether a place of a sentence is inside a title. */
export function titlesOf(sentence: string): (at: number) => boolean {
  const titles = [...sentence.matchAll(TITLES)].map((title) => [title.index, title.index + title[0].length] as const)
  return (at) => titles.some(([from, to]) => at >= from && at < to)
}

/** 十余万: the scale stands behind 余. */
function scaled(value: number | null, scale: string | undefined): number | null {
  return value === null ? null : value * scaleOf(scale)
}

const YEAR = '(?:19|20)\\d\\d(?!\\d)'
/** A comma that ends an item: behind it no digits go on, as those of a thousand would (1,280), unless they are a year. */
const COMMA = `,(?:(?=${YEAR}年)|(?!\\d))`
/** The end of an item, or the next of a row of such numbers, unless it is numbered (1、机构 2、职能). */
const ITEM_END = `(?:[;。)(]|${COMMA}|$|、(?<![^\\d]1、)[^,。;:、\\d]{2,16}\\d{1,9}(?:[;。)、]|${COMMA}|$))`
let bare: RegExp | undefined

/** Behind a word for a number, with its share behind it, or behind what is counted and a verb before that (受理申请0,咨询62). */
function barePattern(): RegExp {
  if (bare !== undefined) return bare
  const { counted_alone, counted_bare } = statementVocabulary()
  const [verb, noun] = [`(?:${words(counted_alone.verbs)})`, `(?:${words(counted_alone.nouns)})`]
  const ways = [
    '(?<=[数量](?:均|都)?(?:为|是|:|达到?)?|均为|(?:案件|申请|复议|诉讼)(?:均|都)?(?:为|是))(?<![\\d.])',
    '(?<=[\\u4e00-\\u9fff])(?=\\d{1,9}[,(]占[^,。;\\d]{0,10}\\d[\\d.]{0,6}%)',
    `(?<=${verb}[^,。;:\\d]{0,24}${noun}(?:总计|共计|共|计|为)?|(?:^|[,;。:]|(?<![1-9])、)${noun}(?:案件)?)(?=\\d{1,4}${ITEM_END})(?!${YEAR})`,
    `(?<=${words(counted_bare)})(?=\\d{2,6}${ITEM_END})(?!${YEAR})`,
  ]
  bare = new RegExp(
    `(?:${ways.join('|')})(?<number>\\d{1,9}(?:\\.\\d{1,4})?|零)(?<more>[余多](?=万))?(?<scale>[万亿])?(?=${ITEM_END})`,
    'g',
  )
  return bare
}

/** A number of so many that its unit is left out behind 万: 粉丝近3.6万, 总阅读量超100万。 */
function greatNumbers(sentence: string, inTitle: (at: number) => boolean): Quantity[] {
  return [...sentence.matchAll(greatPattern())].flatMap((found): Quantity[] => {
    const { about = '', number = '', scale, more, behind, least } = found.groups ?? {}
    const from = found.index + about.length
    const before = wordBefore(sentence.slice(0, from))
    const value = printedNumber(number, scale)
    if (before === null || value === null || inTitle(from)) return []
    const rounding = before.rounding ?? (more || least ? 'over' : behind ? 'about' : null)
    const to = found.index + found[0].length
    return [
      { value, unit: '', rounding, isSingleNumeral: false, isRule: before.isRule, from: from - before.length, to },
    ]
  })
}

let great: RegExp | undefined

function greatPattern(): RegExp {
  if (great !== undefined) return great
  const { counted_bare, approximate } = statementVocabulary()
  const about = words([...approximate.about, ...approximate.over, ...approximate.nearly])
  great = new RegExp(
    `(?<=(?:${words(counted_bare)})(?:总[量数]|[量数]|人[数次]|次数)?(?:累[计积]|总计|已|均)?(?:达到?|为|有|是|:)?)` +
      `(?<about>${about})?(?<number>\\d{1,6}(?:\\.\\d{1,4})?)(?<scale>[百千]?万|亿)(?<more>[余多])?(?:(?<behind>${words(approximate.behind)})|(?<least>${words(approximate.at_least)}))?(?=[,;。、)(]|$)`,
    'g',
  )
  return great
}

let compiled: RegExp | undefined

function pattern(): RegExp {
  if (compiled !== undefined) return compiled
  const { not_units, approximate } = statementVocabulary()
  const unit = unitsOfCounts()
  compiled = new RegExp(
    `(?<![\\d.A-Za-z${NUMERALS}])(?<!\\d[, '’‘])(?<![^\\d、]\\d{1,3}、(?=\\d{3}(?!\\d)))(?<number>${PRINTED}|${NUMERAL}{1,12})(?:\\((?<again>\\d{1,7})\\))?` +
      `(?<middle>[余多]?(?<scale>${SCALE})?[余多]?)(?!${words(not_units)})(?<unit>${unit})(?:(?<behind>${words(approximate.behind)})|(?<least>${words(approximate.at_least)})(?![述报级交传])(?<rule>的)?)?`,
    'g',
  )
  return compiled
}

/** Every unit of the vocabulary, as an expression. */
export function unitsOfCounts(): string {
  const { statements, unnamed } = statementVocabulary()
  return words([...new Set([...unnamed.units, ...statements.flatMap((kind) => kind.units)])])
}

const roundingWords = new Map<Rounding, readonly string[]>()

/** The words that make a number behind them so approximate, the longest first. */
function approximating(rounding: Rounding): readonly string[] {
  const words = roundingWords.get(rounding) ?? longestFirst(statementVocabulary().approximate[rounding])
  roundingWords.set(rounding, words)
  return words
}

interface WordBefore {
  readonly rounding: Rounding | null
  readonly length: number
  readonly isRule: boolean
}

/** The word right before a number: how it is approximate, and how long it is; `null` where it makes it no count (第, 每, 预计…). */
function wordBefore(text: string): WordBefore | null {
  const { not_before_number, not_done, regular } = statementVocabulary()
  const clause =
    text
      .slice(-60)
      .split(/[,。;:]/)
      .at(-1) ?? ''
  if (not_done.some((word) => clause.includes(word))) return null
  const isRule = regular.some((word) => clause.includes(word))
  for (const rounding of ['about', 'over', 'nearly'] as const) {
    const word = approximating(rounding).find((one) => text.endsWith(one))
    if (word !== undefined) return { rounding, length: word.length, isRule }
  }
  if (/\d[至到]$/.test(text)) return null
  if (not_before_number.some((word) => text.endsWith(word))) return null
  return { rounding: isRule && clause.includes('至少') ? 'over' : null, length: 0, isRule }
}

function words(list: readonly string[]): string {
  return longestFirst(list).map(escaped).join('|')
}

export function longestFirst(words: readonly string[]): string[] {
  return [...words].sort((a, b) => b.length - a.length)
}

export function escaped(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
