import { statementVocabulary } from '../../../forms/statement-words.js'
import type { Quantity } from '../numbers/quantities.js'

/** Whether a number with its unit counts something: not 三个方面, 点击3次, 应当在3个… and not what is only to be done. */
export function isCount(text: string, quantity: Quantity): boolean {
  const { units, not_before } = statementVocabulary().unnamed
  const { from, unit, isSingleNumeral } = quantity
  if (!(unit === '' || units.includes(unit)) || isOfAspects(text, quantity) || isToBeDone(text, quantity)) return false
  if (not_before.some((word) => text.endsWith(word, from))) return false
  return !isSingleNumeral || isCounted(text, quantity)
}

/** 六个方面 counts nothing. */
function isOfAspects(text: string, { to }: Quantity): boolean {
  return statementVocabulary().unnamed.not_behind.some((word) => text.startsWith(word, to))
}

/** Whether it is a demand on what is done again and again. */
function isToBeDone(text: string, { isRule, from, to }: Quantity): boolean {
  return isRule && isDemanded(text, from, to)
}

/** 每年至少召开一次 tells what is done, 要求每年至少召开一次 what ought to be, and so does 每个部门不少于10篇. */
function isDemanded(text: string, from: number, to: number): boolean {
  const clause = /[^,。;:]*$/.exec(text.slice(Math.max(0, from - 60), from))?.[0] ?? ''
  const words = clause + text.slice(from, to)
  return statementVocabulary().unnamed.demands.some((word) => words.includes(word))
}

/** A Chinese digit counts something where a noun of disclosure work follows (四个视频号); 一 is mostly an article (一项工作). */
function isCounted(text: string, { value, unit, to }: Quantity): boolean {
  const { numeral_nouns, units_of_one } = statementVocabulary().unnamed
  if (value === 1 && !units_of_one.includes(unit)) return false
  const noun = /^[^,。;:、"]{0,16}/.exec(text.slice(to, to + 16))?.[0] ?? ''
  return numeral_nouns.some((word) => noun.includes(word))
}

/** Why a number is no count of its own, if that is known of it. */
export function whyNoCount(
  text: string,
  quantity: Quantity,
  quantities: readonly Quantity[],
  measures: readonly Quantity[],
): string | null {
  if (isInRow(text, quantity, quantities)) return 'table'
  if (isOfAspects(text, quantity)) return 'not_counted'
  if (isToBeDone(text, quantity)) return 'rule'
  return isRanked(text, quantity, measures) ? 'compared' : null
}

/** A figure right behind the unit tells a row of a table that was not found: 免予公开范围1 条 0. */
function isInRow(text: string, { to }: Quantity, quantities: readonly Quantity[]): boolean {
  return /\d/.test(text[to] ?? '') && !quantities.some((next) => next.from === to)
}

/** 在30个县区中排名第三: of how many is told, not how many there are. */
function isRanked(text: string, { to, unit }: Quantity, measures: readonly Quantity[]): boolean {
  const { units_compared } = statementVocabulary().unnamed
  return (
    units_compared.includes(unit) && measures.some((one) => one.from > to && !/[,。;:]/.test(text.slice(to, one.from)))
  )
}
