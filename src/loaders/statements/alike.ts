import { statementVocabulary } from '../../forms/statement-words.js'
import type { Draft } from './draft.js'
import { REACH } from './here.js'
import { kindsOfItems } from './kinds/phrases.js'
import { PERCENT, type Quantity } from './numbers/quantities.js'

/** 行政复议、行政诉讼均为0件(各1件), 答复率和办结率100%: the same number holds for every kind named in the clause. */
export function alike(draft: Draft, text: string, quantity: Quantity): Draft[] {
  const clause = /[^,。;:]*$/.exec(text.slice(Math.max(0, quantity.from - REACH), quantity.from))?.[0] ?? ''
  if (quantity.unit !== PERCENT && !/(?:(?:均|都)(?:为|是|达|达到)?|各[有为]?)$/.test(clause)) return []
  const rest = clause.slice(0, Math.max(0, clause.length - (quantity.from - draft.from)))
  return [...new Set(kindsOfItems(rest, draft.kind.family))]
    .filter((kind) => kind.key !== draft.key && (quantity.unit === '' || kind.units.includes(quantity.unit)))
    .map((kind) => ({ ...draft, kind, key: kind.key }))
}

/** 行政复议、行政诉讼0件: none of two kinds together is none of each; any other number is that of both. */
export function noneOfEach(draft: Draft): Draft[] {
  const keys = draft.value === 0 && draft.rounding === null ? (draft.kind.sum_of ?? []) : []
  const kinds = statementVocabulary().statements.filter(({ key }) => keys.includes(key))
  return kinds.length === 0 ? [draft] : kinds.map((kind) => ({ ...draft, kind, key: kind.key }))
}
