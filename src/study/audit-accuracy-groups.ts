import { cellsOf, LOST, SURVIVE } from './accuracy-kinds.js'
import { type AuditAccuracyRow, auditAccuracy, type ReportCheck } from './audit-accuracy.js'
import { PANEL_EXPECTATIONS } from './audit-accuracy-panel.js'
import { EXPECTATIONS } from './audit-expected.js'
import type { Truth } from './simulate/truth.js'

/** How the rules did on some reports of a corpus. */
export interface AuditGroup {
  readonly name: string
  readonly reports: number
  readonly rules: readonly AuditAccuracyRow[]
}

/** All rules, those across reports included, on the reports whose layouts leave every cell to be told, and on the others. */
export function auditGroups(truths: readonly Truth[], checks: readonly ReportCheck[]): AuditGroup[] {
  return [SURVIVE, LOST].map((name) => {
    const own = truths.filter((truth) => cellsOf(truth) === name)
    return { name, reports: own.length, rules: measured(own, checks, truths) }
  })
}

/** All rules on all reports of a corpus. */
export function auditGroup(name: string, truths: readonly Truth[], checks: readonly ReportCheck[]): AuditGroup {
  return { name, reports: truths.length, rules: measured(truths, checks, truths) }
}

function measured(own: readonly Truth[], checks: readonly ReportCheck[], all: readonly Truth[]): AuditAccuracyRow[] {
  const corpus = new Map(all.map((truth) => [truth.id, truth]))
  return auditAccuracy(own, checks, [...EXPECTATIONS, ...PANEL_EXPECTATIONS], corpus)
}
