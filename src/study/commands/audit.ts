import { findingsOf, type RuleSummaryRow, ruleSummary } from '../../audits/index.js'
import { auditPanel, type PanelOptions, type PanelReport, panelReport } from '../../audits/panel/index.js'
import type { Check, Finding } from '../../types.js'
import { analyse, isFailed } from '../analyse.js'
import { readCorrections } from '../corrections/declared.js'
import { correctEvery, correctionCounts } from '../corrections/every.js'
import type { CorrectionOutcome } from '../corrections/types.js'

type ReportFinding = Finding & { readonly report_id: string }

/**
 * `gongkai audit`: findings by report, those across reports after its own, and how often each rule could be applied.
 *
 * @returns how many inputs failed
 */
export async function runAudit(
  inputs: readonly string[],
  format: 'table' | 'json',
  options: { readonly corrections?: string } & PanelOptions = {},
): Promise<number> {
  const corrector = correctEvery(await readCorrections(options.corrections))
  const own = new Map<string, Finding[]>()
  const checks: Check[] = []
  const panel: PanelReport[] = []
  let failed = 0
  for await (const result of analyse(inputs)) {
    if (isFailed(result)) {
      failed++
      process.stderr.write(`gongkai: ${result.source.path}: ${result.error.message}\n`)
      continue
    }
    checks.push(...result.checks)
    panel.push(panelReport(result.report, result.folded))
    const { id, findings } = corrector.correct(result.report)
    own.set(id, [...findings])
  }
  const across = auditPanel(panel, options)
  for (const check of across) own.get(check.report_id)?.push(...findingsOf([check]))
  const findings = [...own].flatMap(([report_id, list]) => list.map((finding) => ({ report_id, ...finding })))
  const text =
    format === 'json'
      ? JSON.stringify(findings, null, 1)
      : auditTable(findings, ruleSummary([...checks, ...across]), own.size)
  process.stdout.write(`${text}\n`)
  if (format === 'table') process.stdout.write(correctionLines(corrector.outcomes()))
  return failed
}

function correctionLines(outcomes: readonly CorrectionOutcome[]): string {
  const lines = correctionCounts(outcomes).map(([words, count]) => `${String(count).padStart(8)}  ${words}\n`)
  return lines.length === 0 ? '' : ['\ncorrections\n', ...lines].join('')
}

/** Findings by report, then the rules with the number of times each passed, failed or could not be applied. */
export function auditTable(
  findings: readonly ReportFinding[],
  summary: readonly RuleSummaryRow[],
  reports: number,
): string {
  const lines = [`${findings.length} findings in ${reports} reports`]
  let report = ''
  for (const finding of findings) {
    if (finding.report_id !== report) lines.push('', finding.report_id)
    report = finding.report_id
    lines.push(`  ${finding.severity.padEnd(8)}${finding.rule.padEnd(30)}${finding.message}`)
  }
  lines.push(
    '',
    `${'rule'.padEnd(32)}${['passed', 'failed', 'not assessable', 'not applicable'].map((word) => word.padStart(16)).join('')}`,
  )
  for (const row of summary) {
    const counts = [row.passed, row.failed, row.not_assessable, row.not_applicable]
    lines.push(`${row.rule.padEnd(32)}${counts.map((count) => String(count).padStart(16)).join('')}`)
  }
  return lines.join('\n')
}
