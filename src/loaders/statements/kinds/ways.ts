import { type StatementKind, statementVocabulary } from '../../../forms/statement-words.js'

const JOINED = /[、和与及或等]/

/**
 * A kind by the way that its clause names, if it names one alone: 以电子邮件方式提出申请6件 are requests by e-mail.
 *
 * @param before the words before the number
 */
export function byWay(kind: StatementKind, before: string): StatementKind {
  const { ways } = kind
  if (ways === undefined) return kind
  const clause = /[^,。;:()]*$/.exec(before)?.[0] ?? ''
  const named = ways.filter(({ words }) => words.some((word) => clause.includes(word)))
  const [way, another] = named
  if (way === undefined || another !== undefined || JOINED.test(clause) || /\d/.test(clause)) return kind
  return statementVocabulary().statements.find(({ key }) => key === way.key) ?? kind
}
