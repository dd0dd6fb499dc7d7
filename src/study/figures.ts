import type { TopLevelSpec } from 'vega-lite'
import { type FigureFiles, figureFiles } from '../figures/export.js'
import { type OutcomeRow, outcomeComposition } from '../figures/outcome-composition.js'
import { metricDefinitions } from '../metrics/definitions.js'
import type { Report } from '../types.js'
import { isFailed } from './analyse.js'
import type { CellInput } from './columns.js'
import type { CorrectedReport } from './corrections/types.js'
import type { Study } from './study.js'

/** A figure as specification and in three formats. */
export interface StudyFigure extends FigureFiles {
  readonly name: string
  readonly specification: TopLevelSpec
}

/** The figures that a build draws, a page each for every 30 reports; none for a study without reports. */
export async function studyFigures(study: Study): Promise<StudyFigure[]> {
  const rowsOfStudy = outcomeRows(study)
  const reports = [...new Set(rowsOfStudy.map((row) => row.report))]
  const pages = Math.ceil(reports.length / REPORTS_PER_PAGE)
  const figures: StudyFigure[] = []
  for (let page = 0; page < pages; page++) {
    const shown = new Set(reports.slice(page * REPORTS_PER_PAGE, (page + 1) * REPORTS_PER_PAGE))
    const rows = rowsOfStudy.filter((row) => shown.has(row.report))
    const name = pages === 1 ? 'outcome-composition' : `outcome-composition-${page + 1}`
    figures.push(await drawn(name, outcomeComposition(rows)))
  }
  return figures
}

/** As many bars as a journal page holds. */
const REPORTS_PER_PAGE = 30

async function drawn(name: string, specification: TopLevelSpec): Promise<StudyFigure> {
  return { name, specification, ...(await figureFiles(specification)) }
}

/**
 * The rows of the figure "how were the requests concluded": one a report and outcome group, from the study's metrics.
 *
 * @example
 * const specification = outcomeComposition(outcomeRows(study))
 */
export function outcomeRows(study: Study): OutcomeRow[] {
  const groups = metricDefinitions('outcomes')
  const labels = reportLabels(study.reports.filter((report): report is CorrectedReport => !isFailed(report)))
  const withTable = new Set(study.cells.filter(isRequestTotal).map(({ report }) => report.id))
  return study.metrics.flatMap((metric) => {
    const order = groups.findIndex((group) => group.id === metric.metric)
    const group = groups[order]
    if (group === undefined) return []
    const unknown = withTable.has(metric.report_id) ? '办理结果有单元格未印数字' : '报告中没有申请情况表'
    return {
      report: labels.get(metric.report_id) ?? metric.report_id,
      outcome: metric.metric.replace(/^outcome_share\./, ''),
      outcome_label: behindColon(group.name_zh),
      outcome_label_en: behindColon(group.name_en),
      outcome_order: order,
      count: metric.numerator,
      total: metric.denominator,
      reason: metric.numerator === null || metric.denominator === null ? unknown : null,
    }
  })
}

/** The metrics are called `办理结果占比:予以公开`; the figure's title says the first half. */
function behindColon(name: string): string {
  return name.replace(/^.*[:：]\s*/, '')
}

function isRequestTotal({ table, cell }: CellInput): boolean {
  return table === 'requests' && cell.column === 'total' && cell.status !== 'absent'
}

/** Issuer and year of each report; its id where these do not tell it from all others. */
function reportLabels(reports: readonly Report[]): Map<string, string> {
  const label = ({ id, report: { issuer, year } }: Report) => (issuer === null ? id : `${issuer} ${year ?? ''}`.trim())
  const seen = new Map<string, number>()
  for (const report of reports) seen.set(label(report), (seen.get(label(report)) ?? 0) + 1)
  return new Map(reports.map((report) => [report.id, seen.get(label(report)) === 1 ? label(report) : report.id]))
}
