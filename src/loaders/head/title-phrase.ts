import { headWords } from '../../forms/head-words.js'
import { anyOf, once } from '../word-patterns.js'
import { isBodyName } from './body-name.js'

type Range = readonly [from: number, to: number]

/** No title is longer. */
export const MAX_TITLE = 70
/** A year in a title. */
export const YEAR = /(?<year>20\d{2}|二[〇○零Oo0]{1,2}[一二三四五六七八九〇○零]{1,2})\s*年(?:度)?/
/** 某某局政府信息公开报告(2016年), …(2016) */
const YEAR_BEHIND = /^\s*\(\s?20\d{2}\s*(?:年度?)?\s?\)$/

const patterns = new Map<string, RegExp>()

/** Where the closing words stand in a text, whatever white space lies between their characters. */
export function titlePhrase(text: string): Range | null {
  for (const words of headWords().titles.closings) {
    const pattern = patterns.get(words) ?? new RegExp(Array.from(words).join('\\s{0,9}'))
    patterns.set(words, pattern)
    const found = pattern.exec(text)
    if (found) return [found.index, found.index + found[0].length]
  }
  const found = yearWithin().exec(text)
  return found && [found.index, found.index + found[0].length]
}

/** 政府信息公开工作2019年度报告 */
const yearWithin = once(() => {
  const { subjects, reports } = headWords().titles
  return new RegExp(`${anyOf(subjects)}\\s{0,3}20\\d{2}\\s{0,3}年?度?\\s{0,3}${anyOf(reports)}`)
})

/** Whether words behind the closing ones belong to the title: its year in brackets, or its issuer. */
export function endsTitle(tail: string): boolean {
  return YEAR_BEHIND.test(tail) || isNameBehind(tail)
}

/** Whether a line is the year in brackets that belongs to the title above. */
export function isYearBehind(line: string): boolean {
  return YEAR_BEHIND.test(line)
}

/** 2019年政府信息公开年度报告(某某局) */
function isNameBehind(tail: string): boolean {
  const name = /^\s*\((?<name>[^()]{3,30})\)\s*$/.exec(tail)?.groups?.name
  return name !== undefined && isBodyName(name)
}
