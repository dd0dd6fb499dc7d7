import { statementVocabulary } from '../../forms/statement-words.js'
import { escaped, longestFirst } from './quantities.js'

let known: RegExp | undefined

/**
 * Whether the clause before a number tells it of each of several, so that it is no figure of them together: 甲镇、乙镇均收到申请2件,
 * 各乡镇均发布信息20条, 向图书馆、档案馆各移交文件12份.
 */
export function isOfEach(before: string): boolean {
  if (!/[均都各]/.test(before)) return false
  const { bodies, unnamed } = statementVocabulary()
  known ??= new RegExp(
    `(?:[、和与及]|(?<![\\u4e00-\\u9fff])各(?![类种项])|每)[^,。;:\\d]{1,30}?(?:均|都|各)(?:${longestFirst([
      ...new Set([...bodies.verbs, ...unnamed.verbs, ...MOVES]),
    ])
      .map(escaped)
      .join('|')})(?!.*(?:共|合计|累计|总计))`,
  )
  return known.test(/[^,。;:]*$/.exec(before)?.[0] ?? '')
}

const MOVES = ['移交', '移送', '送交', '寄送']
