import { statementVocabulary } from '../../../forms/statement-words.js'
import { JOINT } from '../absences/joint.js'
import { PERCENT } from '../numbers/quantities.js'
import type { Label } from './label.js'

/** Words that make a number that of each thing before it: 均为12件, 各1份. */
const EACH = /(?:(?:均|都)(?:为|是|达到?|有|分别为)?|各(?:有|为|达)?)$/

/**
 * The things that share one number, one by one: 解读文件、一图读懂各1份; 面复率及满意率100%. Only the label where it is of one thing.
 *
 * @param begin where the quantity before ends
 */
export function sharers(text: string, begin: number, from: number, unit: string, label: Label): Label[] {
  const clause = /[^,。;:()]*$/.exec(text.slice(begin, from))?.[0] ?? ''
  const words = clause.replace(EACH, '')
  const isEach = words !== clause
  if (!(isEach || unit === PERCENT) || label.to > from) return [label]
  const items: Label[] = []
  let at = from - clause.length
  for (const item of words.split(JOINT)) {
    const start = text.indexOf(item, at)
    at = start + item.length
    items.push({ label: item, from: start, to: at })
  }
  const last = items.at(-1)
  if (items.length < 2 || last === undefined || items.some((one) => !isThing(one.label))) return [label]
  if (unit === PERCENT && !items.every((one) => isRate(one.label))) return [label]
  return items
}

/** A rate's own words end in one of those of rates. */
function isRate(words: string): boolean {
  return statementVocabulary().unnamed.rate_words.some((word) => words.endsWith(word))
}

/** Whether words name a thing that has a number: not 各乡镇 (of each of them), and no number. */
function isThing(words: string): boolean {
  return /^[\u4e00-\u9fffA-Za-z"《》]{2,30}$/.test(words) && !/^[各每]|^(?:其中|同时)$/.test(words)
}
