import type { Check, CheckOutcome, Finding } from '../types.js'

/** A check that came out without a finding. */
export function settled(rule: string, subject: string, outcome: Exclude<CheckOutcome, 'failed'>): Check {
  return { rule, subject, outcome, finding: null }
}

/** A failed check; its finding carries the rule's id. */
export function failed(rule: string, subject: string, finding: Omit<Finding, 'rule'>): Check {
  return { rule, subject, outcome: 'failed', finding: { rule, ...finding } }
}
