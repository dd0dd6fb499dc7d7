import { findingsOf } from '../audits/index.js'
import { auditPanel, type PanelOptions, panelReport } from '../audits/panel/index.js'
import { compliance, complianceMetrics } from '../metrics/compliance.js'
import { denialComposition } from '../metrics/denials.js'
import { disclosureRates } from '../metrics/disclosure.js'
import { outcomeShares } from '../metrics/outcomes.js'
import { keywords, tokenRows } from '../text/keywords.js'
import { loadSegmenter } from '../text/segmenter.js'
import type { CellRow, FailedInput, ItemRow, KeywordRow, MetricRow, PanelCheck } from '../types.js'
import { type AnalysedReport, analyse, isFailed } from './analyse.js'
import {
  type CellInput,
  type CheckInput,
  type ComplianceInput,
  cellInputs,
  type FindingInput,
  type OtherNumberInput,
  otherNumberInputs,
  type StatementInput,
  statementInputs,
} from './columns.js'
import { projectCorrections } from './corrections/declared.js'
import { correctEvery } from './corrections/every.js'
import type { CorrectedReport, Correction, CorrectionOutcome } from './corrections/types.js'

/** Everything known of a set of reports: the rows from which the tidy tables, figures and notebooks are made. */
export interface Study {
  /** Reports and inputs that could not be read, ordered by id. */
  readonly reports: readonly (CorrectedReport | FailedInput)[]
  readonly cells: readonly CellInput[]
  readonly statements: readonly StatementInput[]
  readonly other_numbers: readonly OtherNumberInput[]
  readonly items: readonly ItemRow[]
  readonly keywords: readonly KeywordRow[]
  readonly findings: readonly FindingInput[]
  readonly checks: readonly CheckInput[]
  readonly metrics: readonly MetricRow[]
  readonly compliance: readonly ComplianceInput[]
  /** What became of every declared correction. */
  readonly corrections: readonly CorrectionOutcome[]
  /** The decoded or extracted source of each report, to which its places refer, by the report's id. */
  readonly texts: ReadonlyMap<string, string>
}

export interface StudyOptions extends PanelOptions {
  /** Applied last, as `readCorrections` gives them; the project's own where left out. */
  readonly corrections?: readonly Correction[]
}

/**
 * Reads every report the inputs hold and derives all that the tidy tables hold. Reports are ordered by id, so the result
 * does not depend on the order in which they are found.
 *
 * @param inputs files, folders (searched recursively), or `-` for JSONL on standard input
 * @param onReport told of each input as it is done, e.g. to show progress
 * @param options which corrections are applied; for the audit across reports: who publishes, and whose report covers whose
 * @example
 * const study = await loadStudy(['data/raw'])
 * study.reports.length // 5
 */
export async function loadStudy(
  inputs: readonly string[],
  onReport: (result: AnalysedReport | FailedInput) => void = () => {},
  options: StudyOptions = {},
): Promise<Study> {
  const results: (AnalysedReport | FailedInput)[] = []
  for await (const result of analyse(inputs)) {
    results.push(result)
    onReport(result)
  }
  return studyOf(results, options)
}

/**
 * The rows of a study from reports already analysed. Checks are those of the figures as published, those across reports
 * after each report's own; cells and metrics take the corrected figures.
 */
export async function studyOf(
  results: readonly (AnalysedReport | FailedInput)[],
  { corrections = projectCorrections(), ...options }: StudyOptions = {},
): Promise<Study> {
  const ordered = [...results].sort((a, b) => byCodeUnits(idOf(a), idOf(b)))
  const published = ordered.filter((result): result is AnalysedReport => !isFailed(result))
  const corrector = correctEvery(corrections)
  const corrected = ordered.map((result) => (isFailed(result) ? result : corrector.correctAnalysed(result)))
  const read = corrected.filter((result): result is AnalysedReport => !isFailed(result))
  const ids = read.map(({ report }) => report.id)
  const cells = read.flatMap(({ report }) => cellInputs(report))
  const cellRows = cells.map(cellRow)
  const scores = read.flatMap(({ report, checks }) => compliance(checks, report))
  const metrics = [
    ...disclosureRates(cellRows, ids),
    ...denialComposition(cellRows, ids),
    ...outcomeShares(cellRows, ids),
    ...complianceMetrics(scores),
  ]
  const panel = panelChecks(published, options)
  const order = new Map(ids.map((id, i) => [id, i]))
  return {
    reports: corrected.map((result) => (isFailed(result) ? result : result.report)),
    cells,
    statements: read.flatMap(({ report }) => statementInputs(report)),
    other_numbers: read.flatMap(({ report }) => otherNumberInputs(report)),
    items: read.flatMap(itemRows),
    keywords: await keywordRows(read),
    findings: read.flatMap(({ report }) =>
      [...report.findings, ...findingsOf(panel.get(report.id) ?? [])].map((finding) => ({
        report_id: report.id,
        ...finding,
      })),
    ),
    checks: read.flatMap(({ report, checks }) => [
      ...checks.map((check) => ({ report_id: report.id, ...check })),
      ...(panel.get(report.id) ?? []),
    ]),
    metrics: metrics.sort((a, b) => (order.get(a.report_id) ?? 0) - (order.get(b.report_id) ?? 0)),
    compliance: scores,
    corrections: corrector.outcomes(),
    texts: new Map(read.map(({ report, text }) => [report.id, text])),
  }
}

/** The checks across reports, by the report they are about. */
function panelChecks(published: readonly AnalysedReport[], options: PanelOptions): Map<string, PanelCheck[]> {
  const panel = published.map(({ report, folded }) => panelReport(report, folded))
  const checks = new Map<string, PanelCheck[]>(panel.map(({ id }) => [id, []]))
  for (const check of auditPanel(panel, options)) checks.get(check.report_id)?.push(check)
  return checks
}

/** The flat row of a cell, as metrics take it. */
export function cellRow({ report, form, table, cell }: CellInput): CellRow {
  const [start, end] = cell.at ?? [null, null]
  const { row, column, value, status, text } = cell
  const correction = cell.correction === undefined ? {} : { correction: cell.correction }
  return { report_id: report.id, form, table, row, column, value, status, text, start, end, ...correction }
}

function itemRows({ report, units }: AnalysedReport): ItemRow[] {
  return report.items.map((item, i) => ({
    report_id: report.id,
    kind: item.kind,
    ordinal: item.ordinal,
    text: item.text,
    folded_text: units[i]?.text ?? item.text,
    start: item.at[0],
    end: item.at[1],
  }))
}

async function keywordRows(read: readonly AnalysedReport[]): Promise<KeywordRow[]> {
  if (read.every(({ units }) => units.length === 0)) return []
  const segmenter = await loadSegmenter()
  return read.flatMap(({ report, units, folded }) => keywords(tokenRows(report.id, units, folded, segmenter)))
}

function idOf(result: AnalysedReport | FailedInput): string {
  return isFailed(result) ? result.id : result.report.id
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
