import { ALL_TABLES } from '../../forms/forms.js'
import { panelReference } from '../../forms/panel.js'
import { packedCells } from './figures.js'
import type { PanelReport } from './panel-report.js'
import type { Panel, Placed } from './series.js'

/** Rows and columns that repeat what stands elsewhere, in this year's report or last year's. */
const REPEATED = new Set(['carried_in', 'in_force', 'in_force_public', 'items_last_year', 'cumulative'])

/** The whole numbers of a report that are at least `least` and are neither sums nor carried on from elsewhere. */
export function leafFigures({ tables }: PanelReport, least: number): number[] {
  const { totals } = panelReference()
  return ALL_TABLES.flatMap((table) =>
    packedCells(tables, table).flatMap(({ row, column, value }) => {
      const isSum = totals.rows.includes(row) || totals.columns.includes(column)
      const isOwn = !isSum && !REPEATED.has(row) && !REPEATED.has(column)
      return isOwn && value !== null && value >= least && Number.isInteger(value) ? [value] : []
    }),
  )
}

/** One report a year, the first of each: a report published twice is no second evidence. Those of no known year all stay. */
export function oneEachYear(reports: readonly PanelReport[]): PanelReport[] {
  const years = new Set<number>()
  return reports.filter(({ year }) => {
    if (year === null) return true
    const isFirst = !years.has(year)
    years.add(year)
    return isFirst
  })
}

/** The last report of every body, which answers for all its years, with the others of that body. */
export function lastOfSeries({ placed, series }: Panel): Map<Placed, readonly PanelReport[]> {
  const byReport = new Map(placed.map((one) => [one.report, one]))
  return new Map(
    series.flatMap(({ reports }) => {
      const last = byReport.get(reports.at(-1) ?? ({} as PanelReport))
      return last === undefined ? [] : [[last, reports] as const]
    }),
  )
}
