import { ALL_TABLES, cellsOf } from '../forms/forms.js'
import type { Check, Finding } from '../types.js'
import type { PageReport } from './entry.js'
import type { Detail, DetailCheck } from './shapes.js'

/** All that the page shows of one report. */
export function detailOf({ report, checks, findings, text, file }: PageReport): Detail {
  const tables = ALL_TABLES.map((table) => [table, cellsOf(report, table)] as const)
  return {
    id: report.id,
    file,
    text,
    source: report.source,
    head: report.report,
    sections: report.sections,
    tables: Object.fromEntries(tables.filter(([, cells]) => cells.length > 0)),
    statements: report.statements,
    other_numbers: report.other_numbers,
    items: report.items,
    findings,
    checks: checks.map((check) => detailCheck(check, findings)),
  }
}

/** What some rules say besides, kept where it is there. */
type SaysMore = Check & { readonly evidence?: unknown }

function detailCheck(check: SaysMore, findings: readonly Finding[]): DetailCheck {
  const { rule, subject, outcome, finding, evidence } = check
  const index =
    finding === null ? -1 : findings.findIndex((other) => other.rule === rule && other.message === finding.message)
  return {
    rule,
    subject,
    outcome,
    finding: index < 0 ? null : index,
    ...(evidence === undefined ? {} : { evidence }),
  }
}
