import type { RevisionRow, RevisionSide } from './types.js'

const SUBJECT_WIDTH = 46

/**
 * The log for a terminal, report by report. Where nothing but the place of something changed, it is counted and not listed; the
 * other formats list it.
 */
export function revisionText(rows: readonly RevisionRow[]): string {
  const byReport = new Map<string, RevisionRow[]>()
  for (const row of rows) byReport.set(row.report_id, [...(byReport.get(row.report_id) ?? []), row])
  const moved = rows.filter(isMove).length
  const head = `${rows.length - moved} differences in ${byReport.size} reports${moved === 0 ? '' : `, and ${moved} moved`}`
  return [head, ...[...byReport].flatMap(([report, own]) => ['', report, ...lines(own)])].join('\n')
}

function lines(rows: readonly RevisionRow[]): string[] {
  const moved = rows.filter(isMove).length
  const listed = rows.filter((row) => !isMove(row)).map(line)
  return moved === 0 ? listed : [...listed, `  ${moved} that only stand elsewhere in the source`]
}

function line(row: RevisionRow): string {
  const { subject, change, reason, correction } = row
  const why = correction ?? (reason === 'correction' ? null : reason?.replaceAll('_', ' '))
  const words = `${change.replaceAll('_', ' ')}${why === null || why === undefined || why === change.replaceAll('_', ' ') ? '' : ` (${why})`}`
  if (subject === 'report') return `  ${words}`
  return `  ${place(row).padEnd(SUBJECT_WIDTH)} ${from(row)}  ${words}`
}

function place({ subject, table, row, column, name }: RevisionRow): string {
  return subject === 'cell' ? `${table}/${row}/${column}` : `${subject} ${name}`
}

function from({ subject, old, new: now }: RevisionRow): string {
  return subject === 'finding' ? (now.text ?? old.text ?? '') : `${said(old)} → ${said(now)}`
}

function said({ value, status, text }: RevisionSide): string {
  if (value === null && status === null && text === null) return 'nothing'
  return status === null ? String(value) : `${value ?? 'no value'} (${status})`
}

function isMove({ change }: RevisionRow): boolean {
  return change === 'moved'
}
