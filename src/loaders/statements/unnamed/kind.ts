import { type StatementKind, statementVocabulary } from '../../../forms/statement-words.js'

let known: StatementKind | undefined

/** What stands in for the kind of a quantity that has none. */
export function kindOfUnnamed(): StatementKind {
  if (known !== undefined) return known
  const { key, label, label_en, units } = statementVocabulary().unnamed
  known = { key, label, label_en, units, family: key, phrases: [] }
  return known
}
