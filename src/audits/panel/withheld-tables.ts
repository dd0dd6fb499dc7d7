import type { LeastFigures } from '../../forms/panel.js'
import type { TableName } from '../../types.js'
import { figure, figureStatus, isWithheld, type PackedCell, packedCells } from './figures.js'
import { figuresKey } from './likeness.js'
import type { PanelReport } from './panel-report.js'

/**
 * Reports, in the order given, of whose table so much was withheld that it may be the very table of another one. A table of
 * which no figure but 0 was read is compared with none.
 *
 * @returns for a report with figures enough to be told by, those that agree with it in every figure read in both
 */
export function tablesInDoubt(
  reports: readonly PanelReport[],
  table: TableName,
  least: LeastFigures,
): (report: PanelReport) => readonly PanelReport[] {
  const byFigure = new Map<string, PanelReport[]>()
  for (const report of reports) {
    const key = isWithheld(report.tables, table) ? greatest(report, table) : null
    if (key !== null) byFigure.set(key, [...(byFigure.get(key) ?? []), report])
  }
  return (report) => {
    if (byFigure.size === 0 || figuresKey(report.tables, [table], least) === null) return []
    const near = figuresOf(report, table).flatMap((cell) => byFigure.get(keyOf(cell)) ?? [])
    return near.filter((other) => mayBeSame(report, other, table))
  }
}

/** The figures of a table other than 0. */
function figuresOf({ tables }: PanelReport, table: TableName): PackedCell[] {
  return packedCells(tables, table).filter(({ value }) => value !== null && value !== 0)
}

function keyOf({ row, column, value }: PackedCell): string {
  return `${row}/${column}=${value}`
}

/** The greatest figure of a table, with its cell: few tables share it. */
function greatest(report: PanelReport, table: TableName): string | null {
  const [first, ...others] = figuresOf(report, table)
  if (first === undefined) return null
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
