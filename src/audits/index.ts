import type { Check, CheckOutcome, Finding, Report } from '../types.js'
import { withRepairs } from './repair-words.js'
import { type AuditOptions, auditRules } from './rules.js'

export { type Deadline, deadlineFor, type IssuerKind, issuerKind } from './deadlines.js'
export { checkIdentities } from './identities.js'
export { type RepairGroup, smallestRepair, type TableRepair } from './repair.js'
export { type AuditOptions, type AuditRule, auditRules } from './rules.js'
export type { Slip } from './slips.js'

/**
 * Is what was published consistent with itself, the form and the law? Runs every rule on one report. Each application of
 * a rule to a column, row, date, section or table is one check; every rule answers with at least one, so that a rule
 * which could not be tried is seen. A finding on relations of a table that do not hold says, too, what the smallest repair
 * would be. Checks never change a value, and bad data never makes this function throw.
 *
 * @example
 * const checks = auditReport(report)
 * findingsOf(checks).map((finding) => finding.rule) // []
 */
export function auditReport(report: Report, options: AuditOptions = {}): Check[] {
  return withRepairs(
    report,
    auditRules().flatMap((rule) => rule.check(report, options)),
  )
}

/**
 * The findings of the failed checks, in the order of the checks.
 *
 * @example
 * findingsOf(auditReport(report)).length // 0
 */
export function findingsOf(checks: readonly Check[]): Finding[] {
  return checks.flatMap((check) => check.finding ?? [])
}

/** How a rule came out over a collection of checks; all numbers count checks. */
export interface RuleSummaryRow {
  readonly rule: string
  readonly checks: number
  readonly passed: number
  readonly failed: number
  readonly not_applicable: number
  readonly not_assessable: number
}

/**
 * How often could each rule be applied at all, and with what outcome? One row a rule, in the order of the rules; a rule
 * that was never tried has a row of zeros. `passed` + `failed` is how often it could be applied. Rules that are not known
 * here (e.g. across reports) follow in the order they come.
 *
 * @example
 * const [balance] = ruleSummary(reports.flatMap((report) => auditReport(report)))
 * balance // { rule: 'requests.balance', checks: 7, passed: 7, failed: 0, not_applicable: 0, not_assessable: 0 }
 */
export function ruleSummary(checks: readonly Check[]): RuleSummaryRow[] {
  const counts = new Map(auditRules().map((rule) => [rule.id, noCounts()]))
  for (const check of checks) {
    const count = counts.get(check.rule) ?? noCounts()
    count[check.outcome] += 1
    counts.set(check.rule, count)
  }
  return [...counts].map(([rule, count]) => ({
    rule,
    checks: count.passed + count.failed + count.not_applicable + count.not_assessable,
    ...count,
  }))
}

function noCounts(): Record<CheckOutcome, number> {
  return { passed: 0, failed: 0, not_applicable: 0, not_assessable: 0 }
}
