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
  const counts = `${counted(rows.length - moved, 'difference')} in ${counted(byReport.size, 'report')}`
  const head = moved === 0 ? counts : `${counts}, and ${moved} moved`
  return [head, ...[...byReport].flatMap(([report, own]) => ['', report, ...lines(own)])].join('\n')
}

function lines(rows: readonly RevisionRow[]): string[] {
  const moved = rows.filter(isMove).length
  const listed = rows.filter((row) => !isMove(row)).map(line)
  return moved === 0 ? listed : [...listed, `  ${moved} that only stand elsewhere in the source`]
}

function line(row: RevisionRow): string {
  const words = row.change.replaceAll('_', ' ')
  if (row.subject === 'report') return `  ${words}`
  return `  ${place(row).padEnd(SUBJECT_WIDTH)} ${said(row)}  ${words}${because(row)}`
}

/** The correction, or else the reason, in brackets; nothing where the change says it. */
function because({ change, reason, correction }: RevisionRow): string {
  const why = correction ?? (reason === 'correction' || reason === change ? null : reason?.replaceAll('_', ' '))
  return why === null || why === undefined ? '' : ` (${why})`
}

function place({ subject, table, row, column, name }: RevisionRow): string {
  return subject === 'cell' ? `${table}/${row}/${column}` : `${subject} ${name}`
}

function said({ subject, old, new: now }: RevisionRow): string {
  return subject === 'finding' ? (now.text ?? old.text ?? '') : `${sideOf(old)} → ${sideOf(now)}`
}

function sideOf({ value, status, text }: RevisionSide): string {
  if (value === null && status === null && text === null) return 'nothing'
  return status === null ? String(value) : `${value ?? 'no value'} (${status})`
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

function isMove({ change }: RevisionRow): boolean {
  return change === 'moved'
}
