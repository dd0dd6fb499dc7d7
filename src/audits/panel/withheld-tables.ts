import type { LeastFigures } from '../../forms/panel.js'
import type { TableName } from '../../types.js'
import { figure, figureStatus, isWithheld, packedCells } from './figures.js'
import { figuresKey } from './likeness.js'
import type { PanelReport } from './panel-report.js'

/**
 * Earlier reports, in the order given, of whose table so much was withheld that it may be the very table of a later report. A
 * table of which too few figures were read to mean anything is compared with none.
 *
 * @returns for a report those among the others that agree in every figure read in both
 */
export function tablesInDoubt(
  reports: readonly PanelReport[],
  table: TableName,
  least: LeastFigures,
): (report: PanelReport) => readonly PanelReport[] {
  const byFigure = new Map<string, PanelReport[]>()
  for (const report of reports) {
    if (!isWithheld(report.tables, table) || figuresKey(report.tables, [table], least) === null) continue
    const key = greatest(report, table)
    byFigure.set(key, [...(byFigure.get(key) ?? []), report])
  }
  if (byFigure.size === 0) return () => []
  return (report) => {
    const cells = packedCells(report.tables, table).filter(({ value }) => value !== null && value !== 0)
    const near = cells.flatMap((cell) => byFigure.get(keyOf(cell)) ?? [])
    return near.filter((other) => mayBeSame(report, other, table))
  }
}

type Figure = ReturnType<typeof packedCells>[number]

const keyOf = ({ row, column, value }: Figure) => `${row}/${column}=${value}`

/** The greatest figure of a table, with its cell: few tables share it. */
function greatest({ tables }: PanelReport, table: TableName): string {
  const [first, ...others] = packedCells(tables, table)
  if (first === undefined) return ''
  return keyOf(others.reduce((most, cell) => ((cell.value ?? 0) > (most.value ?? 0) ? cell : most), first))
}

/** Whether no figure of the one table stands against the other's, in which some were withheld; empty cells count as 0. */
function mayBeSame({ tables }: PanelReport, other: PanelReport, table: TableName): boolean {
  if (tables[table]?.form !== other.tables[table]?.form) return false
  return packedCells(tables, table).every(({ row, column, value }) => {
    if (figureStatus(other.tables, table, row, column) === 'ambiguous') return true
    return (value ?? 0) === (figure(other.tables, table, row, column) ?? 0)
  })
}
