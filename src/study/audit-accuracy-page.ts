import { identityRules } from '../audits/identities.js'
import type { AuditAccuracyRow } from './audit-accuracy.js'
import type { AuditGroup } from './audit-accuracy-groups.js'
import type { RepairAccuracyRow } from './repair-accuracy.js'

/** How well the audits do, as the tables of `docs/accuracy.md`. */
export interface AuditResults {
  /** The reports with faults, by what their layouts leave of the cells. */
  readonly groups: readonly AuditGroup[]
  readonly repairs: readonly RepairAccuracyRow[]
  /** The same rules on a corpus into which nothing was put. */
  readonly clean?: AuditGroup
}

/** The part of `docs/accuracy.md` on the audits. */
export function auditSection({ groups, repairs, clean }: AuditResults): string[] {
  const all = clean === undefined ? groups : [...groups, clean]
  return [
    '## What the audits find',
    '',
    'The same reports, audited as they were read, against what is printed in them. All numbers count checks: one rule applied to one',
    'column, row, date, section, sentence or body. What ought to fail is told by the true values alone, not by the audits.',
    '',
    '- *Ought to fail*: checks that the print contradicts, because of a fault put in or of what it brings with it.',
    '- *Found*: those of them that failed, which raised a finding; *found of all* is their share.',
    '- *Missed*: those that passed all the same.',
    '- *Not assessable*: those of which nothing could be said, since cells were withheld by the reader or not printed as numbers.',
    '- *Sound checks*: checks applied to what is right in print. *False alarms*: those of them that failed all the same.',
    '',
    'What the print leaves open counts nowhere: a sum one of whose figures is illegible or gone with its row, a copy too short for the',
    'thresholds of `data/reference/panel.json`, a body that rounded too few of its figures. Wording that many bodies share is nobody’s',
    'own, and `panel.reused_text` passes over copies of it.',
    '',
    '### Arithmetic',
    '',
    `The relations that the forms state between their cells, as they stand in \`data/reference/forms\`: ${arithmeticIds()
      .map((id) => `\`${id}\``)
      .join(', ')}.`,
    'Where cells survive, every figure stands in a cell of its own; in the other layouts nothing is left of an empty one.',
    '',
    table(
      ['Arithmetic rules', 'Reports', ...COLUMNS.map(([head]) => head)],
      all.map((group) => [group.name, group.reports, ...numbers(arithmeticOf(group))]),
    ),
    '',
    ...groups.flatMap((group) => [
      `### Rule by rule: ${group.name}`,
      '',
      `${group.reports} reports.`,
      '',
      ...ruleTable(group),
    ]),
    ...(clean === undefined ? [] : cleanSection(clean)),
    '### Where the mistake is',
    '',
    'Tables into which slips were put that break a sum. *Repair right*: the first set of cells named by `smallestRepair` is the one that was changed,',
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

/** The rules that come from the forms' own relations. */
function arithmeticIds(): string[] {
  return identityRules().map(({ id }) => id)
}

/** The arithmetic rules added up. */
export function arithmeticOf({ rules }: AuditGroup): AuditAccuracyRow {
  const ids = new Set(arithmeticIds())
  return total(
    'arithmetic rules',
    rules.filter(({ rule }) => ids.has(rule)),
  )
}

/** What a corpus without any fault shows: how often the audits cry wolf. */
function cleanSection(clean: AuditGroup): string[] {
  return [
    '### Reports without faults',
    '',
    `${clean.reports} further reports, of all layouts, scripts and files, into which nothing was put. Whatever fails here is a false`,
    'alarm, or a table that prints nothing (`table.empty`), as one of noughts does where noughts are left empty.',
    '',
    ...ruleTable(clean),
  ]
}

function ruleTable({ rules }: AuditGroup): string[] {
  const rows = [...rules, total('all', rules)]
  return [
    table(
      ['Rule', ...COLUMNS.map(([head]) => head)],
      rows.map((row) => [row.rule === 'all' ? 'all' : `\`${row.rule}\``, ...numbers(row)]),
    ),
    '',
  ]
}

const COLUMNS: readonly (readonly [head: string, of: (row: AuditAccuracyRow) => string | number])[] = [
  ['Ought to fail', ({ planted }) => planted],
  ['Found', ({ found }) => found],
  ['Missed', ({ missed }) => missed],
  ['Not assessable', ({ unassessable }) => unassessable],
  ['Found of all', ({ found, planted }) => share(found, planted)],
  ['Sound checks', ({ clean_checks }) => clean_checks],
  ['False alarms', ({ false_alarms }) => false_alarms],
]

function numbers(row: AuditAccuracyRow): (string | number)[] {
  return COLUMNS.map(([, of]) => of(row))
}

function total(rule: string, rows: readonly AuditAccuracyRow[]): AuditAccuracyRow {
  const sum = (key: Exclude<keyof AuditAccuracyRow, 'rule'>) => rows.reduce((all, row) => all + row[key], 0)
  return {
    rule,
    planted: sum('planted'),
    found: sum('found'),
    unassessable: sum('unassessable'),
    missed: sum('missed'),
    false_alarms: sum('false_alarms'),
    clean_checks: sum('clean_checks'),
  }
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const rule = head.map((_, i) => (i === 0 ? '---' : '---:'))
  return [head, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

/** A share in per cent, never rounded up to all of it. */
function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${(Math.floor((part / whole) * 10_000) / 100).toFixed(2)} %`
}
