import { findingsOf } from '../../audits/index.js'
import { auditPanel, type PanelOptions, type PanelReport, panelReport } from '../../audits/panel/index.js'
import { said } from '../../forms/words.js'
import type { Finding } from '../../types.js'
import { analyseListed, isFailed } from '../analyse.js'
import { readCorrections } from '../corrections/declared.js'
import { correctEvery, correctionCounts } from '../corrections/every.js'
import type { CorrectionOutcome } from '../corrections/types.js'
import { auditTable, type Language, type ReportCheck } from './audit-table.js'
import { listedInputs } from './listed.js'

/**
 * `gongkai audit`: findings by report, those across reports after its own, and how often each rule could be applied; the
 * table in English or in Chinese, JSON with both.
 *
 * @returns how many inputs failed
 */
export async function runAudit(
  inputs: readonly string[],
  format: 'table' | 'json',
  { language = 'en', ...options }: { readonly corrections?: string; readonly language?: Language } & PanelOptions = {},
): Promise<number> {
  const corrector = correctEvery(await readCorrections(options.corrections))
  const own = new Map<string, Finding[]>()
  const checks: ReportCheck[] = []
  const panel: PanelReport[] = []
  let failed = 0
  for await (const result of analyseListed(await listedInputs(inputs))) {
    if (isFailed(result)) {
      failed++
      process.stderr.write(`gongkai: ${result.source.path}: ${result.error.message}\n`)
      continue
    }
    for (const check of result.checks) checks.push({ report_id: result.report.id, ...check })
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
      : auditTable([...own.keys()], findings, [...checks, ...across], process.stdout.columns, language)
  process.stdout.write(`${text}\n`)
  if (format === 'table') process.stdout.write(correctionLines(corrector.outcomes(), language))
  return failed
}

function correctionLines(outcomes: readonly CorrectionOutcome[], language: Language): string {
  const lines = correctionCounts(outcomes).map(([words, count]) => `${String(count).padStart(8)}  ${words[language]}\n`)
  return lines.length === 0 ? '' : [`\n${said('audit.corrections')[language]}\n`, ...lines].join('')
}
