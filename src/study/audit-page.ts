import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { auditPageFiles, type PageReport } from '../page/page.js'
import type { FailedInput, Report } from '../types.js'
import { isFailed } from './analyse.js'
import { baseName } from './base-name.js'
import { fileName } from './keep-text.js'
import type { Study } from './study.js'

/**
 * Writes the audit page of a study: `audit.html`, and for larger corpora each report's detail beside it in `audit/`, report by
 * report.
 */
export async function writeAuditPage(study: Study, out: string): Promise<void> {
  const failed = study.reports.filter((report): report is FailedInput => isFailed(report)).map(named)
  for (const { path, text } of auditPageFiles(pageReports(study), failed)) {
    const file = join(out, path)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, text)
  }
}

function* pageReports(study: Study): Generator<PageReport> {
  const checks = byReport(study.checks)
  const findings = byReport(study.findings)
  for (const report of study.reports.filter((one): one is Report => !isFailed(one))) {
    const { id } = report
    yield {
      report: named(report),
      checks: checks.get(id) ?? [],
      findings: findings.get(id) ?? [],
      text: study.texts.get(id) ?? '',
      file: fileName(id),
    }
  }
}

/** The same with its file's name in place of the path. */
function named<Source extends { readonly path: string }, One extends { readonly source: Source }>(one: One): One {
  return { ...one, source: { ...one.source, path: baseName(one.source.path) } }
}

/** Rows by the report they are about, without naming it again. */
function byReport<Row extends { readonly report_id: string }>(
  rows: readonly Row[],
): Map<string, Omit<Row, 'report_id'>[]> {
  const groups = new Map<string, Omit<Row, 'report_id'>[]>()
  for (const { report_id, ...row } of rows) {
    const group = groups.get(report_id)
    if (group === undefined) groups.set(report_id, [row])
    else group.push(row)
  }
  return groups
}
