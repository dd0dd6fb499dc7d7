import { findingFrom, type Judgement } from '../forms/findings.js'
import type { Bilingual, CellRef, Check, CheckOutcome, Evidence, Place } from '../types.js'

/** A check that came out without a finding, and what it rests on. */
export function settled(
  rule: string,
  subject: string,
  outcome: Exclude<CheckOutcome, 'failed'>,
  evidence?: Evidence,
): Check {
  return { rule, subject, outcome, finding: null, ...(evidence === undefined ? {} : { evidence }) }
}

/** A failed check; its finding carries the rule's id. */
export function failed(rule: string, subject: string, judgement: Judgement): Check {
  return { rule, subject, outcome: 'failed', finding: findingFrom(rule, judgement) }
}

/** What a check rests on; places that are not known are left out. */
export function evidence(text: Bilingual, cells: readonly CellRef[], places: readonly (Place | null)[]): Evidence {
  return { text: text.en, text_zh: text.zh, cells, places: places.filter((place) => place !== null) }
}
