import type { CellStatus, FailedInput, Report } from '../types.js'
import { isFailed } from './analyse.js'
import { correctionCounts } from './corrections/every.js'
import type { Study } from './study.js'

const STATUSES: readonly (readonly [CellStatus, string])[] = [
  ['stated', 'numbers printed'],
  ['inferred', 'numbers forced by the identities'],
  ['nil', 'nil marks printed'],
  ['blank', 'cells printed empty'],
  ['corrected', 'cells corrected as declared; what was read stands beside'],
  ['ambiguous', 'cells withheld: figures are there, their place is not certain'],
  ['absent', 'cells whose table or row is not in the report'],
]

/** The closing summary of a build: what was read, understood, doubted and left out, and what to open next. */
export function summaryOf(study: Study, figures: readonly string[]): string {
  const reports = study.reports.filter((report): report is Report => !isFailed(report))
  const failed = study.reports.filter((report): report is FailedInput => isFailed(report))
  return `${[
    ...read(study, reports),
    ...understood(study, reports),
    ...doubted(study),
    ...corrections(study),
    ...leftOut(study, failed),
    'Open next',
    '  audit.html                                          in a browser: each number with the characters it was read from',
    '  reports.csv, cells.csv, findings.csv, metrics.csv   in a spreadsheet program or statistics package',
    '  *.parquet                                           the same tables, typed',
    ...figures.map((figure) => `  ${figure}`),
    '  DICTIONARY.md                                       what every column means',
  ].join('\n')}\n`
}

function read(study: Study, reports: readonly Report[]): string[] {
  const forms = tally(
    reports.map((report) =>
      report.report.form !== 'legacy'
        ? `form of ${report.report.form}`
        : report.report.forms.statistics === undefined
          ? 'no form of 2019 or 2021'
          : `statistics table of before 2019 (${report.report.forms.statistics})`,
    ),
  )
  const kinds = forms.length === 0 ? '' : ` (${list(forms)})`
  return [`Read: ${reports.length} of ${study.reports.length} inputs${kinds}`]
}

function understood(study: Study, reports: readonly Report[]): string[] {
  const counts = new Map(tally(study.cells.map(({ cell }) => cell.status)))
  return [
    'Understood',
    ...STATUSES.filter(([status]) => counts.has(status)).map(([status, words]) => line(counts.get(status) ?? 0, words)),
    line(study.statements.length, 'quantities said in sentences'),
    line(study.other_numbers.length, 'other numbers in sentences, each with the reason why it is none of these'),
    line(
      study.items.length,
      `problems, measures and follow-ups in ${new Set(study.items.map((item) => item.report_id)).size} of ${reports.length} reports`,
    ),
    line(study.metrics.filter((metric) => metric.value !== null).length, 'metrics with a value'),
  ]
}

function doubted(study: Study): string[] {
  const bySeverity = new Map(tally(study.findings.map((finding) => finding.severity)))
  const rules = tally(study.findings.map((finding) => finding.rule))
  return [
    `Doubted: ${bySeverity.get('error') ?? 0} errors, ${bySeverity.get('warning') ?? 0} warnings, ${bySeverity.get('info') ?? 0} remarks`,
    ...rules.map(([rule, count]) => line(count, rule)),
  ]
}

function corrections({ corrections: outcomes }: Study): string[] {
  if (outcomes.length === 0) return []
  const counts = correctionCounts(outcomes)
  return [
    `Corrected: ${outcomes.length} corrections are declared`,
    ...counts.map(([words, count]) => line(count, words.en)),
  ]
}

function leftOut(study: Study, failed: readonly FailedInput[]): string[] {
  const without = tally(study.metrics.flatMap((metric) => (metric.reason === null ? [] : briefly(metric.reason))))
  return [
    'Left out',
    ...failed.map((input) => `  ${input.id}: ${input.error.message}`),
    ...without.map(([reason, count]) => line(count, `metrics without a value: ${reason}`)),
    ...(failed.length + without.length === 0 ? ['  nothing'] : []),
  ]
}

/** A reason that names cells or their numbers, without them; metrics.csv has it whole. */
function briefly(reason: string): string {
  return /^\w+\/.+\/\w+ is /.test(reason) ? 'a cell it needs holds no number' : reason.replace(/: .*\d.*$/, '')
}

function line(count: number, words: string): string {
  return `  ${String(count).padStart(6)}  ${words}`
}

function list(counts: readonly (readonly [string, number])[]): string {
  return counts.map(([name, count]) => `${count} ${name}`).join(', ')
}

function tally<T extends string>(values: readonly T[]): [T, number][] {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
}
