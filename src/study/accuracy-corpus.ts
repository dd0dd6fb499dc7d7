import { ALL_TABLES, cellsOf } from '../forms/forms.js'
import type { CellStatus, Report } from '../types.js'

/** What was read of one real report, in counts: no word of it. */
export interface CorpusRow {
  readonly id: string
  readonly form: string
  readonly year: number | null
  readonly issuer: boolean
  /** Sections of the first level. */
  readonly sections: number
  /** Cells of all its tables by status. */
  readonly cells: Readonly<Record<CellStatus, number>>
  readonly statements: number
  /** Numbers in sentences that are no statements, and those among them that the reader knows nothing of. */
  readonly others: number
  readonly unread: number
  /** Why sections, year or issuer are missing; `null` where none is. */
  readonly reason: string | null
}

/**
 * Counts what was read of a report. What does it answer: does it yield its sections, its year and its issuer, and how many of
 * its cells. `cells` are counts by status; `reason` says what is missing and why.
 *
 * @example
 * corpusRow('a', report).cells.stated // 198
 */
export function corpusRow(id: string, report: Report): CorpusRow {
  const { form, year, issuer } = report.report
  const cells = { stated: 0, nil: 0, blank: 0, inferred: 0, ambiguous: 0, absent: 0, corrected: 0 }
  for (const cell of ALL_TABLES.flatMap((table) => cellsOf(report, table))) cells[cell.status]++
  const sections = report.sections.filter(({ level }) => level === 1).length
  const reasons = [
    ...report.findings.filter(({ rule }) => MISSING.has(rule)).map(({ message }) => message),
    ...(sections === 0 ? ['no heading numbered 一、 stands in it'] : []),
  ]
  const reason = reasons.length === 0 ? null : reasons.join('; ')
  const { statements, other_numbers } = report
  const unread = other_numbers.filter((one) => one.reason === 'unread').length
  const said = { statements: statements.length, others: other_numbers.length, unread }
  return { id, form, year, issuer: issuer !== null, sections, cells, ...said, reason }
}

const MISSING = new Set(['reading.issuer_unknown', 'reading.year_unknown'])

/** The section of `docs/accuracy.md` on real reports, in lines. `null`: they were not on the machine that measured. */
export function corpusSection(rows: readonly CorpusRow[] | null): string[] {
  const intro = ['## Real reports, what was read', '']
  if (rows === null) return [...intro, 'The real reports were not on the machine that measured.', '']
  const head = [
    'Report',
    'Form',
    'Year',
    'Issuer',
    'Sections',
    ...COLUMNS.map(([name]) => name),
    'Statements',
    'Other numbers',
    'Unread',
  ]
  const rule = head.map((_, i) => (i < 2 ? '---' : '---:'))
  const lines = rows.map((row) => [
    row.id,
    row.form,
    row.year ?? '–',
    row.issuer ? 'yes' : 'no',
    row.sections,
    ...COLUMNS.map(([, status]) => row.cells[status]),
    row.statements,
    row.others,
    row.unread,
  ])
  const without = rows.filter(({ reason }) => reason !== null).map(({ id, reason }) => `- ${id}: ${reason}`)
  return [
    ...intro,
    'Every real report kept beside the checkout: sections of the first level, cells of its tables by status, quantities in sentences.',
    'Of the numbers in sentences that are no statements, *unread* are those of which the reader cannot tell what they are.',
    'A report before 2019 without the statistics table has no cells. *Ambiguous* cells hold figures that run together, or that lost',
    'their label or their place, so that the form’s identities leave more than one way.',
    '',
    ...[head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`),
    '',
    ...(without.length === 0
      ? ['Every report yields its sections, its year and its issuer.']
      : ['Without one of them:', '', ...without]),
    '',
  ]
}

const COLUMNS: readonly (readonly [name: string, status: CellStatus])[] = [
  ['Stated', 'stated'],
  ['Inferred', 'inferred'],
  ['Nil', 'nil'],
  ['Blank', 'blank'],
  ['Ambiguous', 'ambiguous'],
  ['Absent', 'absent'],
]
