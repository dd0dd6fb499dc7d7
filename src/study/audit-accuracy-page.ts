import type { AuditAccuracyRow } from './audit-accuracy.js'
import type { RepairAccuracyRow } from './repair-accuracy.js'

/** How well the audits do, as the tables of `docs/accuracy.md`. */
export interface AuditResults {
  readonly rules: readonly AuditAccuracyRow[]
  readonly repairs: readonly RepairAccuracyRow[]
  /** The same rules on a corpus into which nothing was put. */
  readonly clean?: {
    readonly reports: number
    readonly rules: readonly AuditAccuracyRow[]
  }
}

/** The part of `docs/accuracy.md` on the audits. */
export function auditSection({ rules, repairs, clean }: AuditResults): string[] {
  return [
    '## What the audits find',
    '',
    'The same reports, audited as they were read, against what was put into them. All numbers count checks: one rule applied to one',
    'column, row, date, section or sentence.',
    '',
    '- *Ought to fail*: checks that the print contradicts, because of a fault put in or of what it brings with it.',
    '- *Found*: those of them that failed, which raised a finding.',
    '- *Missed*: those that passed all the same.',
    '- *Not assessable*: those of which nothing could be said, since cells were withheld or left empty in print, or the sentence was',
    '  not read. They count as neither found nor missed: what is not legible cannot be judged by honest means.',
    '- *Found of those assessable*: found, divided by found and missed.',
    '- *Sound checks*: checks applied to what is right in print.',
    '- *False alarms*: sound checks that failed all the same.',
    '',
    'Wording that many bodies share is nobody’s own, so that `panel.reused_text` passes over copies made of such wording: these are',
    'most of the missed. Copies too short for its thresholds count nowhere.',
    '',
    '### Reports with faults',
    '',
    table(
      [
        'Rule',
        'Ought to fail',
        'Found',
        'Missed',
        'Not assessable',
        'Found of those assessable',
        'Sound checks',
        'False alarms',
      ],
      withTotal(rules).map((row) => [
        nameOf(row),
        row.planted,
        row.found,
        row.missed,
        row.unassessable,
        share(row.found, row.found + row.missed),
        row.clean_checks,
        row.false_alarms,
      ]),
    ),
    '',
    ...(clean === undefined ? [] : cleanSection(clean)),
    '### Where the mistake is',
    '',
    'Tables into which slips were put. *Repair right*: the first set of cells named by `smallestRepair` is the one that was changed,',
    'with the numbers that were meant; *among those named* counts the others, too. In the table of remedies each number stands in one sum',
    'only, so that any of its cells could be the wrong one.',
    '',
    table(
      ['Slip', 'Tables', 'Found', 'Not assessable', 'Missed', 'Repair right', 'Among those named'],
      repairs.map((row) => [
        row.fault,
        row.planted,
        row.found,
        row.unassessable,
        row.missed,
        share(row.right_first, row.found),
        share(row.right, row.found),
      ]),
    ),
    '',
  ]
}

/** What a corpus without any fault shows: how often the audits cry wolf. */
function cleanSection({ reports, rules }: NonNullable<AuditResults['clean']>): string[] {
  return [
    '### Reports without faults',
    '',
    `${reports} further reports, of the same layouts, scripts and files, into which nothing was put. Whatever fails here is a false`,
    'alarm, or a table that prints nothing (`table.empty`), as one of noughts does where noughts are left empty.',
    '',
    table(
      ['Rule', 'Sound checks', 'False alarms', 'Ought to fail', 'Found'],
      withTotal(rules).map((row) => [nameOf(row), row.clean_checks, row.false_alarms, row.planted, row.found]),
    ),
    '',
  ]
}

function nameOf({ rule }: AuditAccuracyRow): string {
  return rule === ALL ? rule : `\`${rule}\``
}

const ALL = 'all'

function withTotal(rules: readonly AuditAccuracyRow[]): AuditAccuracyRow[] {
  const total: AuditAccuracyRow = {
    rule: ALL,
    planted: 0,
    found: 0,
    unassessable: 0,
    missed: 0,
    false_alarms: 0,
    clean_checks: 0,
  }
  return [...rules, rules.reduce((sum, row) => addedTo(sum, row), total)]
}

function addedTo(sum: AuditAccuracyRow, row: AuditAccuracyRow): AuditAccuracyRow {
  return { ...sum, ...Object.fromEntries(KEYS.map((key) => [key, sum[key] + row[key]])) }
}

const KEYS = ['planted', 'found', 'missed', 'unassessable', 'false_alarms', 'clean_checks'] as const

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const rule = head.map((_, i) => (i === 0 ? '---' : '---:'))
  return [head, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

/** A share in per cent, never rounded up to all of it. */
function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${(Math.floor((part / whole) * 10_000) / 100).toFixed(2)} %`
}
