import { cellsOf, tablesOf } from '../../src/forms/forms.js'
import type { CellCorrection, Correction, FieldCorrection } from '../../src/study/corrections/types.js'
import type { Cell, CellStatus, Report, TableName } from '../../src/types.js'
import type { Random } from './random.js'

const NOTES = { reason: 'made up for a test', evidence: 'none', author: 'a test', date: '2026-01-05' } as const

/** An accepted correction of one cell that expects what the cell reads. */
export function ofCell(
  report: Report,
  table: TableName,
  cell: Cell,
  more: Partial<Omit<CellCorrection, 'value'>> & { value?: number | undefined } = {},
): CellCorrection {
  const { value = (cell.value ?? 0) + 1, ...rest } = more
  const action = more.action ?? 'set'
  return {
    id: `${report.id}:${table}/${cell.row}/${cell.column}`,
    report: report.id,
    cell: { table, row: cell.row, column: cell.column },
    action,
    ...(action === 'set' ? { value } : {}),
    expect: { value: cell.value, status: cell.status as Exclude<CellStatus, 'corrected'>, text: cell.text },
    status: 'accepted',
    ...NOTES,
    ...rest,
  }
}

/** An accepted correction of the head that expects what the head reads. */
export function ofField(
  { id, report }: Report,
  field: FieldCorrection['field'],
  value: number | string | null,
): FieldCorrection {
  const set = value === null ? ({ action: 'withhold' } as const) : ({ action: 'set', value } as const)
  const expect = { value: report[field] }
  return { id: `${id}:${field}`, report: id, field, ...set, expect, status: 'accepted', ...NOTES }
}

/** Accepted corrections of some cells drawn by chance, with values no cell reads, so that each of them is a change. */
export function drawn(report: Report, random: Random, count: number): Correction[] {
  const cells = tablesOf(report).flatMap((table) => cellsOf(report, table).map((cell) => ({ table, cell })))
  return random
    .shuffled(cells)
    .slice(0, count)
    .map(({ table, cell }) =>
      random.chance(0.3)
        ? ofCell(report, table, cell, { action: random.pick(['blank', 'withhold']) })
        : ofCell(report, table, cell, { value: (cell.value ?? 0) + random.int(1, 500) }),
    )
}
