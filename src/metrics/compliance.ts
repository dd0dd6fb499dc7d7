import type { Check, CheckOutcome, Report } from '../types.js'
import { type Checklist, type ComplianceRow, checklist } from './checklist.js'

export { type Checklist, type ChecklistItem, type ComplianceGroup, type ComplianceRow, checklist } from './checklist.js'
export { type CompliancePart, type ComplianceScore, complianceMetrics, complianceScore } from './score.js'

/**
 * What articles 49 and 50 ask of a report, item by item, and whether it is there. Each item rests on the checks of one
 * audit rule: `failed` if any check failed; `passed` if none failed and enough of the applicable ones could be assessed
 * (`minimum_coverage`, all by default); `not_assessable` if too few could; `not_applicable` if none applies. One row an
 * item, in the checklist's order. Points are the item's weight, 1 by default, without unit.
 *
 * @param checks the checks of this report alone, as `auditReport` gives them
 * @throws where the checklist names a rule or subject that is not among the checks: an item that was never tried has no outcome.
 *
 * @example
 * compliance(auditReport(report), report).map((row) => row.item).at(-1) // 'dates.years_agree'
 */
export function compliance(checks: readonly Check[], report: Report, list: Checklist = checklist()): ComplianceRow[] {
  return list.items.map((item) => {
    const { rule, subject } = item
    const own = checks.filter((check) => check.rule === rule && (subject === null || check.subject === subject))
    if (own.length === 0)
      throw new Error(`compliance requires checks of ${rule}${subject === null ? '' : ` on ${subject}`}`)
    const count = countOutcomes(own)
    const outcome = outcomeOf(count, list.minimum_coverage)
    return {
      report_id: report.id,
      item: item.id,
      group: item.group,
      outcome,
      points: outcome === 'passed' ? item.weight : outcome === 'failed' ? 0 : null,
      max_points: outcome === 'not_applicable' ? 0 : item.weight,
      ground: item.ground,
      note: inWords(count),
    }
  })
}

type Counts = Readonly<Record<CheckOutcome, number>>

function countOutcomes(checks: readonly Check[]): Counts {
  const count = (outcome: CheckOutcome): number => checks.filter((check) => check.outcome === outcome).length
  return {
    passed: count('passed'),
    failed: count('failed'),
    not_applicable: count('not_applicable'),
    not_assessable: count('not_assessable'),
  }
}

function outcomeOf({ passed, failed, not_assessable }: Counts, minimumCoverage: number): CheckOutcome {
  if (failed > 0) return 'failed'
  const applicable = passed + not_assessable
  if (applicable === 0) return 'not_applicable'
  return passed > 0 && passed / applicable >= minimumCoverage ? 'passed' : 'not_assessable'
}

/** `6 passed, 1 not assessable`: the outcomes that occur. */
function inWords(count: Counts): string {
  const parts = Object.entries(count).filter(([, number]) => number > 0)
  return parts.map(([outcome, number]) => `${number} ${outcome.replace('_', ' ')}`).join(', ')
}
