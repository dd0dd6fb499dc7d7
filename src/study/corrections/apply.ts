import { cellsOf, tablesOf } from '../../forms/forms.js'
import type { Cell, OriginalReading, Report, ReportTables, TableName } from '../../types.js'
import { targetOf } from './declared.js'
import { CORRECTION_RULES, findingOf, outcomeOf } from './guard.js'
import { correctedHead } from './head.js'
import type { CellCorrection, CorrectedReport, Correction, CorrectionOutcome } from './types.js'

/**
 * Applies declared corrections to one report, last of all: what the audits found about the published figures stays.
 *
 * Only `accepted` corrections of this report are applied, and each only where the report still reads as its `expect` says (and
 * has its `sha256`, where it names one). A cell that is corrected has status `corrected` and keeps what was read in
 * `original`; `blank` and `withhold` leave no value. Where the guard fails nothing is changed and an error of rule `correction.guard` is
 * added to the findings; where the report has no such cell, a warning of rule `correction.unmatched`. Corrections that were applied are
 * listed in `corrections`. The report comes back itself where nothing was to be done; corrections already applied to it are
 * taken back first, so applying twice changes nothing.
 *
 * @param corrections any number, of any reports; those of other reports are passed over
 * @returns the report, and one outcome for each correction that names it, in their order
 * @throws where two accepted corrections name one place
 *
 * @example
 * const { report: corrected, outcomes } = applyCorrections(report, [correction])
 * [outcomes[0].outcome, corrected.corrections.length] // ['applied', 1]
 */
export function applyCorrections(
  report: CorrectedReport,
  corrections: readonly Correction[],
): { readonly report: CorrectedReport; readonly outcomes: readonly CorrectionOutcome[] } {
  const published = withoutCorrections(report)
  const own = corrections.filter((correction) => correction.report === report.id)
  const outcomes = own.map((correction) => outcomeOf(published, correction))
  const accepted = outcomes.filter(({ outcome }) => outcome === 'applied').map(({ correction }) => correction)
  if (new Set(accepted.map(targetOf)).size < accepted.length) {
    throw new Error('applyCorrections requires at most one accepted correction of each place')
  }
  const findings = outcomes.flatMap((outcome) => findingOf(published, outcome))
  const heard = findings.length === 0 ? published : { ...published, findings: [...published.findings, ...findings] }
  return { report: accepted.length === 0 ? heard : corrected(heard, accepted), outcomes }
}

/**
 * The report as it was read, with every correction taken back and the findings about corrections left out.
 *
 * @example
 * withoutCorrections(applyCorrections(report, corrections).report) // deeply equal to `report`
 */
export function withoutCorrections(report: CorrectedReport): Report {
  const { corrections = [], ...rest } = report
  const findings = report.findings.filter(({ rule }) => !CORRECTION_RULES.some((own) => own === rule))
  if (corrections.length === 0) return findings.length === report.findings.length ? report : { ...rest, findings }
  const entries = corrections.map((one) => ('field' in one ? one.original : {}))
  const head: Report['report'] = Object.assign({}, report.report, ...entries)
  return { ...rest, report: head, tables: mapTables(report, (_, cell) => asRead(cell)), findings }
}

function corrected(report: Report, accepted: readonly Correction[]): CorrectedReport {
  const head = correctedHead(
    report.report,
    accepted.flatMap((one) => ('field' in one ? [one] : [])),
  )
  const ofCells = new Map(accepted.flatMap((one) => ('cell' in one ? [[targetOf(one), one] as const] : [])))
  const applied = new Map(head.applied.map((one) => [one.id, one]))
  const tables = mapTables(report, (table, cell) => {
    const correction = ofCells.get(`${table}/${cell.row}/${cell.column}`)
    if (correction === undefined) return cell
    const original = readingOf(cell)
    applied.set(correction.id, { ...correction, original })
    return correctedCell(cell, correction, original)
  })
  const corrections = accepted.flatMap(({ id }) => applied.get(id) ?? [])
  return { ...report, report: head.head, tables, corrections }
}

function correctedCell(cell: Cell, { id, action, value }: CellCorrection, original: OriginalReading): Cell {
  const { row, column, text, at } = cell
  const now = action === 'set' ? (value ?? null) : null
  return { row, column, value: now, status: 'corrected', text, at, correction: id, original }
}

function readingOf({ row, column, ...reading }: Cell): OriginalReading {
  return reading
}

function asRead(cell: Cell): Cell {
  return cell.original === undefined ? cell : { row: cell.row, column: cell.column, ...cell.original }
}

function mapTables(report: Report, map: (table: TableName, cell: Cell) => Cell): ReportTables {
  const mapped = tablesOf(report).map((table) => [table, cellsOf(report, table).map((cell) => map(table, cell))])
  return { ...report.tables, ...(Object.fromEntries(mapped) as Partial<ReportTables>) }
}
