import type { TableRow } from '../tables/define.js'
import { reportRevision, revision, type Side } from './classify.js'
import type { Difference } from './differences.js'
import type { RevisionReason, RevisionRow } from './types.js'

/** What is compared of a report's head, and which correction may stand behind it: the region goes with the issuer's name. */
const HEAD: Readonly<Record<string, string | null>> = {
  title: null,
  issuer: 'issuer',
  year: 'year',
  form: null,
  form_proactive: null,
  form_requests: null,
  form_remedies: null,
  form_statistics: null,
  signed_date: 'signed',
  published_date: null,
  region_code: 'issuer',
}

const OTHERS = ['sha256', 'reader_version', 'error_code', 'corrected_fields']

export interface ReportChanges {
  readonly rows: readonly RevisionRow[]
  /** Why something else of a report changed; `not_compared` where it stands, or was read, on one side only. */
  readonly reasonOf: (report: string) => RevisionReason | 'not_compared'
}

/** What changed of the reports as such and of their heads. Reports that did not change at all need no memory. */
export async function reportChanges(
  find: (keys: readonly string[], compared: readonly string[]) => AsyncIterable<Difference>,
): Promise<ReportChanges> {
  const rows: RevisionRow[] = []
  const reasons = new Map<string, RevisionReason | 'not_compared'>()
  for await (const { older, newer } of find(['report_id'], [...Object.keys(HEAD), ...OTHERS])) {
    const id = String((newer ?? older)?.report_id)
    const whole = wholeReport(id, older, newer)
    if (whole !== null || older === null || newer === null) {
      if (whole !== null) rows.push(whole)
      reasons.set(id, 'not_compared')
      continue
    }
    const reason = reasonFor(older, newer)
    reasons.set(id, reason)
    const shas = [text(older.sha256), text(newer.sha256)] as const
    if (shas[0] !== shas[1]) rows.push({ ...reportRevision(id, 'source_changed', shas), reason: 'source_changed' })
    rows.push(...headRows(id, older, newer).map((row) => ({ ...row, reason: row.reason ?? reason })))
  }
  return { rows, reasonOf: (report) => reasons.get(report) ?? 'reader_changed' }
}

function wholeReport(id: string, older: TableRow | null, newer: TableRow | null): RevisionRow | null {
  if (older === null) return reportRevision(id, 'report_added')
  if (newer === null) return reportRevision(id, 'report_removed')
  const errors = [text(older.error_code), text(newer.error_code)] as const
  if ((errors[0] === null) === (errors[1] === null)) return null
  return reportRevision(id, errors[0] === null ? 'unreadable_now' : 'readable_now', errors)
}

function headRows(report_id: string, older: TableRow, newer: TableRow): RevisionRow[] {
  const [before, after] = [corrections(older), corrections(newer)]
  return Object.entries(HEAD).flatMap(([name, field]) => {
    const isSameRegion = name === 'region_code' && older[name] === newer[name]
    const side = (row: TableRow, ids: ReadonlyMap<string, string>): Side => {
      const found = row[name] ?? null
      const value = typeof found === 'boolean' ? String(found) : found
      const correction = field === null || isSameRegion ? null : (ids.get(field) ?? null)
      return { value, status: null, text: null, start: null, end: null, correction }
    }
    const spot = { report_id, subject: 'head', table: null, row: null, column: null, name } as const
    return revision(spot, side(older, before), side(newer, after)) ?? []
  })
}

/** The same bytes read otherwise, other bytes, or both. */
function reasonFor(older: TableRow, newer: TableRow): RevisionReason {
  if (older.sha256 === newer.sha256) return 'reader_changed'
  return older.reader_version === newer.reader_version ? 'source_changed' : 'source_or_reader_changed'
}

/** `year=ID;issuer=ID` by field. */
function corrections({ corrected_fields }: TableRow): ReadonlyMap<string, string> {
  const parts = text(corrected_fields)?.split(';') ?? []
  return new Map(parts.map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]))
}

function text(value: TableRow[string] | undefined): string | null {
  return typeof value === 'string' ? value : null
}
