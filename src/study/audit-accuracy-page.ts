import type { AuditAccuracyRow } from './audit-accuracy.js'
import type { RepairAccuracyRow } from './repair-accuracy.js'

/** How well the audits do, as two tables of `docs/accuracy.md`. */
export interface AuditResults {
  readonly rules: readonly AuditAccuracyRow[]
  readonly repairs: readonly RepairAccuracyRow[]
}

/** The part of `docs/accuracy.md` on the audits. */
export function auditSection({ rules, repairs }: AuditResults): string[] {
  const total = (key: 'planted' | 'found' | 'missed' | 'unassessable' | 'false_alarms' | 'clean_checks') =>
    rules.reduce((sum, row) => sum + row[key], 0)
  return [
    '## What the audits find',
    '',
    'The same reports, audited as they were read, against what was put into them. All numbers count checks: a rule applied to a',
    'column, a row, a date, a sentence. *Ought to fail*: the print contradicts the rule there. *Not assessable*: nothing could be',
    'said, since cells were withheld or left empty in print, or the sentence was not read; such faults are counted apart, not as',
    'missed. *Missed*: the rule was applied and passed all the same. *False alarms*: failed checks that ought to have passed.',
    '',
    table(
      [
        'Rule',
        'Ought to fail',
        'Found',
        'Not assessable',
        'Missed',
        'Found of those assessable',
        'False alarms',
        'Sound checks',
      ],
      [...rules, { rule: 'all', ...Object.fromEntries(KEYS.map((key) => [key, total(key)])) } as AuditAccuracyRow].map(
        (row) => [
          row.rule === 'all' ? 'all' : `\`${row.rule}\``,
          row.planted,
          row.found,
          row.unassessable,
          row.missed,
          share(row.found, row.found + row.missed),
          row.false_alarms,
          row.clean_checks,
        ],
      ),
    ),
    '',
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

const KEYS = ['planted', 'found', 'missed', 'unassessable', 'false_alarms', 'clean_checks'] as const

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const rule = head.map((_, i) => (i === 0 ? '---' : '---:'))
  return [head, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

/** A share in per cent, never rounded up to all of it. */
function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${(Math.floor((part / whole) * 10_000) / 100).toFixed(2)} %`
}
