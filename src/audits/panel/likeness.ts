import type { LeastFigures } from '../../forms/panel.js'
import type { TableName } from '../../types.js'
import { type PackedTables, packedCells } from './figures.js'
import type { PanelReport } from './panel-report.js'

/** A key under which tables with the same figures other than 0 are found; `null` where there are too few to mean anything. */
export function figuresKey(
  tables: PackedTables,
  names: readonly TableName[],
  { least_figures, least_distinct }: LeastFigures,
): string | null {
  const values = new Set<number>()
  const parts = names.flatMap((table) =>
    packedCells(tables, table).flatMap(({ row, column, value }) => {
      if (value === null || value === 0) return []
      values.add(value)
      return [`${table}/${row}/${column}=${value}`]
    }),
  )
  return parts.length < least_figures || values.size < least_distinct ? null : parts.join(';')
}

/** Reports by key, in the order of the reports; those without a key are left out. */
export function grouped<Key extends string | number>(
  reports: readonly PanelReport[],
  keyOf: (report: PanelReport) => Key | null,
): Map<Key, PanelReport[]> {
  const groups = new Map<Key, PanelReport[]>()
  for (const report of reports) {
    const key = keyOf(report)
    if (key === null) continue
    const own = groups.get(key)
    if (own === undefined) groups.set(key, [report])
    else own.push(report)
  }
  return groups
}
