import { statementVocabulary } from '../../../forms/statement-words.js'
import type { Label } from './label.js'

/** Whether a percentage with such a label is a rate of its own, not a share of something. */
export function isRate(text: string, label: string, to: number): boolean {
  const { rate_words, rate_behind } = statementVocabulary().unnamed
  if (/占[^,。;:]{0,16}$/.test(text.slice(0, to))) return false
  return rate_words.some((word) => label.endsWith(word)) || rate_behind.some((word) => text.startsWith(word, to))
}

/** The words of a share whose count is not told: 政策法规占7%; `null` where it is that of a number before it. */
export function shareWords(text: string, begin: number, from: number): Label | null {
  const label = SHARE.exec(text.slice(begin, from))?.groups?.label
  const isOurs = statementVocabulary().unnamed.shares_of.some((word) => text.slice(0, from).includes(word))
  return label === undefined || !isOurs ? null : { label, from: text.lastIndexOf(label, from), to: from }
}

const SHARE =
  /(?:^|[,。;:(、])(?:其中)?(?<label>[\u4e00-\u9fffA-Za-z"《》]{2,30}占(?:比|到|了|[\u4e00-\u9fff]{0,6}(?:总数|总量|全部|总申请量))?(?:的)?(?:比例|比重)?)(?:为|达到?|约)?$/
