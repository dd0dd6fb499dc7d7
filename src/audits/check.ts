import type { CellRef, Check, CheckOutcome, Evidence, Finding, Place } from '../types.js'

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
export function failed(rule: string, subject: string, finding: Omit<Finding, 'rule'>): Check {
  return { rule, subject, outcome: 'failed', finding: { rule, ...finding } }
}

/** What a check rests on; places that are not known are left out. */
export function evidence(text: string, cells: readonly CellRef[], places: readonly (Place | null)[]): Evidence {
  return { text, cells, places: places.filter((place) => place !== null) }
}
