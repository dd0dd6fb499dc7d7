import { forms } from '../forms/forms.js'
import { type StatementCells, statementVocabulary } from '../forms/statement-words.js'
import { impossibleTables } from './audit-expected-counts.js'
import { identityFailures, printedNumber } from './audit-expected-identities.js'
import type { Planted, TrueCell, Truth } from './simulate/truth.js'

/** A check that ought to fail in a simulated report, because of how the report was made. */
export interface ExpectedFailure {
  readonly report_id: string
  readonly rule: string
  /** The subject as the rule writes it, or how it begins up to a blank or comma (statements have their index behind it). */
  readonly subject: string
  /** The cause is there, but so small that the rule may well be silent on it: whatever it says is counted nowhere. */
  readonly isSlight?: boolean
}

/** From what is true of one report, and of all others of its corpus by id, to the checks that ought to fail in it. */
export type Expectation = (truth: Truth, corpus: ReadonlyMap<string, Truth>) => readonly ExpectedFailure[]

/**
 * What ought to fail, by kind of rule. Figures are judged by what is printed, not by what was planted: two faults may undo
 * each other, and one may break several relations. To measure further rules, add a function here.
 */
export const EXPECTATIONS: readonly Expectation[] = [
  identityFailures,
  impossibleTables,
  statementFailures,
  staleYears,
  emptyTables,
  plantedFailures,
]

/**
 * The sentences with exact figures on the report's year that disagree with the printed cells that count the same. A cell that
 * prints no number says nothing against a sentence, even where nought was meant: slight.
 */
function statementFailures(truth: Truth): ExpectedFailure[] {
  const kinds = new Map(statementVocabulary().statements.map((kind) => [kind.key, kind]))
  return truth.statements.flatMap(({ key, value, approximate, period }) => {
    const { cells, within } = kinds.get(key) ?? {}
    const own = cellsOf(truth, cells ?? within)
    if (approximate || isOther(period, truth) || own.every(({ status }) => status === 'absent')) return []
    const sum = own.reduce((total, cell) => total + printedNumber(cell), 0)
    if (sum === value || (cells === undefined && value < sum)) return []
    const isSlight = own.some((cell) => cell.value === null)
    return [{ report_id: truth.id, rule: 'statements.table', subject: key, ...(isSlight ? { isSlight } : {}) }]
  })
}

function cellsOf(truth: Truth, own: StatementCells | undefined): readonly TrueCell[] {
  if (own === undefined) return []
  return (truth.tables[own.table] ?? []).filter(
    ({ row, column }) =>
      own.columns.includes(column) &&
      own.rows.some((code) => code === row || (code.endsWith('.*') && row.startsWith(code.slice(0, -1)))),
  )
}

/** How many sentences must name another year than the report's before that is a contradiction. */
const SEVERAL = 2

/** Several sentences with figures that all name another year. */
function staleYears(truth: Truth): ExpectedFailure[] {
  const named = truth.statements.filter(({ period, part_of }) => period !== null && part_of === null)
  return named.length >= SEVERAL && named.every(({ period }) => isOther(period, truth))
    ? [{ report_id: truth.id, rule: 'year.sentences', subject: 'sentences' }]
    : []
}

function isOther(period: string | null, { report }: Truth): boolean {
  return period !== null && period !== String(report.year)
}

/** Tables in which nothing is printed: every figure was 0, and noughts are left empty. */
function emptyTables({ id, report, tables }: Truth): ExpectedFailure[] {
  return Object.keys(report.forms)
    .filter((table) =>
      tables[table]?.every(({ status }) => status === 'blank' || status === 'lost' || status === 'absent'),
    )
    .map((table) => ({ report_id: id, rule: 'table.empty', subject: table }))
}

/** What follows from the faults of dates, sections, tables and lists of parts. */
function plantedFailures(truth: Truth): ExpectedFailure[] {
  return truth.planted.flatMap((planted) =>
    (BY_FAULT[planted.fault]?.(truth, planted) ?? []).map(([rule, subject, weight]) => ({
      report_id: truth.id,
      rule,
      subject,
      ...(weight === 'slight' ? { isSlight: true } : {}),
    })),
  )
}

type Outcome = readonly (readonly [rule: string, subject: string, weight?: 'plain' | 'slight'])[]

type PrintedPeriod = { readonly start: number; readonly end: number }

/** The start, the end or both, whichever is printed with another year than the report's. */
function wrongSides(year: number, period: PrintedPeriod): Outcome {
  const sides = ['start', 'end'] as const
  return sides.filter((side) => period[side] !== year).map((side) => ['year.mismatch', `period_${side}`])
}

const BY_FAULT: Readonly<Record<string, (truth: Truth, planted: Planted) => Outcome>> = {
  late_date: () => [['date.late', 'signed']],
  signed_before_year_end: () => [['date.signed_before_year_end', 'signed']],
  year_conflict: ({ report }, { period }) => wrongSides(report.year, period as PrintedPeriod),
  wrong_form: ({ report }) => Object.keys(report.forms).map((table) => ['form.wrong_year', table]),
  // The table may be left out as well.
  mixed_forms: ({ report }, { table }) =>
    report.forms[String(table)] === undefined ? [] : [['form.wrong_year', String(table)]],
  missing_section: (truth, { section }) => (hasTables(truth) ? [['section.missing', String(section)]] : []),
  // Under the last heading stands at least the notice that all is made up.
  empty_section: (_, { section }) => [['section.empty', String(section), section === 'other' ? 'slight' : 'plain']],
  // A table that is left out takes its heading with it.
  missing_table: (_, { table }) => [
    ['table.missing', String(table)],
    ['section.missing', String(table)],
  ],
  breakdown: (_, { key }) => [['statements.breakdown', String(key)]],
  percentage: (_, { part }) => [['statements.percentage', String(part)]],
}

function hasTables({ tables }: Truth): boolean {
  return forms().some(({ tables: own }) => own.requests !== undefined) && tables.requests !== undefined
}
