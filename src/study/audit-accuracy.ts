import type { Check } from '../types.js'
import { EXPECTATIONS, type Expectation, type ExpectedFailure } from './audit-expected.js'
import type { Truth } from './simulate/truth.js'

/** A check with the report it belongs to. */
export type ReportCheck = Check & { readonly report_id: string }

/** How well one rule finds what was put into simulated reports. All numbers count checks. */
export interface AuditAccuracyRow {
  readonly rule: string
  /** Checks that ought to fail. `found` + `unassessable` + `missed` is `planted`. */
  readonly planted: number
  readonly found: number
  /** Nothing could be said: cells of the relation were withheld or not printed as numbers, the sentence was not read. */
  readonly unassessable: number
  /** The rule was applied and passed all the same. */
  readonly missed: number
  /** Failed checks that ought to have passed. */
  readonly false_alarms: number
  /** Checks applied that ought to pass, with those that did not. */
  readonly clean_checks: number
}

/**
 * How much of what is wrong do the audits find, and how often do they cry wolf? Compares the checks of simulated reports with
 * what is true of these. A fault that lies in cells the reader withheld cannot be found by honest means: it counts as
 * `unassessable`, not as missed.
 *
 * @param truths lines of `truth.jsonl`
 * @param checks all checks of the same reports, those across reports included
 * @param expectations what ought to fail; to measure further rules, give further functions
 * @param corpus all reports, where only some of them are to be measured: what ought to fail may lie in others
 * @returns one row a rule that was applied or ought to have been, in the order of the checks
 * @example
 * const { bytes, truth } = await simulateReport('7', 0)
 * const { checks } = await analyseReport({ id: truth.id, path: truth.file, bytes })
 * auditAccuracy([truth], checks.map((check) => ({ report_id: truth.id, ...check }))).every((row) => row.false_alarms === 0) // true
 */
export function auditAccuracy(
  truths: readonly Truth[],
  checks: readonly ReportCheck[],
  expectations: readonly Expectation[] = EXPECTATIONS,
  corpus: ReadonlyMap<string, Truth> = new Map(truths.map((truth) => [truth.id, truth])),
): AuditAccuracyRow[] {
  const measured = new Set(truths.map(({ id }) => id))
  const expected = truths.flatMap((truth) => expectations.flatMap((expect) => expect(truth, corpus)))
  const byRule = new Map<string, { checks: ReportCheck[]; expected: ExpectedFailure[] }>()
  const of = (rule: string) => {
    const found = byRule.get(rule) ?? { checks: [], expected: [] }
    byRule.set(rule, found)
    return found
  }
  for (const check of checks) if (measured.has(check.report_id)) of(check.rule).checks.push(check)
  for (const failure of expected) of(failure.rule).expected.push(failure)
  return [...byRule].map(([rule, own]) => ruleRow(rule, own.checks, own.expected))
}

function ruleRow(rule: string, checks: readonly ReportCheck[], expected: readonly ExpectedFailure[]): AuditAccuracyRow {
  const byReport = new Map<string, ReportCheck[]>()
  for (const check of checks) byReport.set(check.report_id, [...(byReport.get(check.report_id) ?? []), check])
  const due = new Set<ReportCheck>()
  const weighty = expected.filter(({ isSlight }) => isSlight !== true)
  const row = { rule, planted: weighty.length, found: 0, unassessable: 0, missed: 0, false_alarms: 0, clean_checks: 0 }
  const about = (failure: ExpectedFailure) =>
    (byReport.get(failure.report_id) ?? []).filter(({ subject }) => isAbout(subject, failure.subject))
  for (const check of expected.flatMap(about)) due.add(check)
  for (const own of weighty.map(about)) {
    if (own.some(({ outcome }) => outcome === 'failed')) row.found++
    else if (own.some(({ outcome }) => outcome === 'passed')) row.missed++
    else row.unassessable++
  }
  for (const check of checks) {
    if (due.has(check) || (check.outcome !== 'passed' && check.outcome !== 'failed')) continue
    row.clean_checks++
    if (check.outcome === 'failed') row.false_alarms++
  }
  return row
}

function isAbout(subject: string, expected: string): boolean {
  return subject === expected || (subject.startsWith(expected) && /[ ,]/.test(subject[expected.length] ?? ''))
}
