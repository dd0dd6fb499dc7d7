import { statementVocabulary } from '../../../forms/statement-words.js'
import { once } from '../kinds/phrase-patterns.js'
import { escaped, longestFirst } from '../numbers/quantities.js'

/**
 * Whether the clause before a number tells it of each of several, so that it is no figure of them together: 甲镇、乙镇均收到申请2件,
 * 各乡镇均发布信息20条, 向图书馆、档案馆各移交文件12份.
 */
export function isOfEach(before: string): boolean {
  const clause = /[^,。;:]*$/.exec(before.slice(-LONGEST))?.[0] ?? ''
  return /[均都各]/.test(clause) && pattern().test(clause)
}

/** A clause is looked at so far before a number. */
const LONGEST = 90

const pattern = once(() => {
  const { bodies, unnamed } = statementVocabulary()
  const verbs = longestFirst([...new Set([...bodies.verbs, ...bodies.each_verbs, ...unnamed.verbs])]).map(escaped)
  const several = '(?:[、和与及]|(?<![\\u4e00-\\u9fff])各(?![类种项])|每)[^,。;:\\d]{1,30}?'
  return new RegExp(`${several}(?:均|都|各)(?:${verbs.join('|')})(?!.*(?:共|合计|累计|总计))`)
})
