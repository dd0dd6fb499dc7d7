import { ALL_TABLES, cellsOf, formById, formCells } from '../../forms/forms.js'
import type { FormId, Report, TableName } from '../../types.js'

/** Statuses by the number they are packed as; the last stands for any that is not known here. */
const STATUSES: readonly string[] = ['stated', 'nil', 'blank', 'inferred', 'ambiguous', 'absent', 'corrected', 'other']

/** The figures of one table, packed: one number and one status a cell, in the order of its form. */
export interface PackedTable {
  readonly form: FormId
  /** `NaN` where the cell holds no number. */
  readonly values: Float64Array
  readonly statuses: Uint8Array
}

export type PackedTables = Readonly<Partial<Record<TableName, PackedTable>>>

/** A cell of a packed table with its number; `null` where it holds none. */
export interface PackedCell {
  readonly row: string
  readonly column: string
  readonly value: number | null
}

const orders = new Map<
  string,
  { readonly codes: readonly (readonly [string, string])[]; readonly index: ReadonlyMap<string, number> }
>()

function orderOf(form: FormId, table: TableName) {
  const key = `${form}/${table}`
  const known = orders.get(key)
  if (known !== undefined) return known
  const edition = formById(form)
  const cells = edition === undefined ? [] : formCells(edition, table)
  const codes = cells.map(({ row, column }) => [row.code, column.code] as const)
  const order = { codes, index: new Map(codes.map(([row, column], i) => [`${row}/${column}`, i])) }
  orders.set(key, order)
  return order
}

/** The figures of a report, table by table; tables that are not in the report are left out. */
export function packTables(report: Report): PackedTables {
  return Object.fromEntries(
    ALL_TABLES.flatMap((table) => {
      const cells = cellsOf(report, table)
      if (cells.every(({ status }) => status === 'absent')) return []
      const form = report.report.forms[table] ?? report.report.form
      const { codes, index } = orderOf(form, table)
      const values = new Float64Array(codes.length).fill(Number.NaN)
      const statuses = new Uint8Array(codes.length).fill(STATUSES.indexOf('absent'))
      for (const { row, column, value, status } of cells) {
        const i = index.get(`${row}/${column}`)
        if (i === undefined) continue
        values[i] = value ?? Number.NaN
        statuses[i] = STATUSES.includes(status) ? STATUSES.indexOf(status) : STATUSES.length - 1
      }
      return [[table, { form, values, statuses } satisfies PackedTable]]
    }),
  )
}

/** The number in a cell; `null` where it holds none, or the report has no such cell. */
export function figure(tables: PackedTables, table: TableName, row: string, column: string): number | null {
  const packed = tables[table]
  const i = packed === undefined ? undefined : orderOf(packed.form, table).index.get(`${row}/${column}`)
  const value = i === undefined ? undefined : packed?.values[i]
  return value === undefined || Number.isNaN(value) ? null : value
}

/** The status of a cell, in words; `absent` where the report has no such cell. */
export function figureStatus(tables: PackedTables, table: TableName, row: string, column: string): string {
  const packed = tables[table]
  const i = packed === undefined ? undefined : orderOf(packed.form, table).index.get(`${row}/${column}`)
  return (i === undefined ? undefined : STATUSES[packed?.statuses[i] ?? STATUSES.length]) ?? 'absent'
}

/** Whether figures were printed in a table that could not be told apart, and were withheld. */
export function isWithheld(tables: PackedTables, table: TableName): boolean {
  return tables[table]?.statuses.includes(STATUSES.indexOf('ambiguous')) ?? false
}

/** Whether the form of the report's table has this cell. */
export function hasCell(tables: PackedTables, table: TableName, row: string, column: string): boolean {
  const packed = tables[table]
  return packed !== undefined && orderOf(packed.form, table).index.has(`${row}/${column}`)
}

/** Every cell of a table of a report, in its form's order; none where the report has no such table. */
export function packedCells(tables: PackedTables, table: TableName): PackedCell[] {
  const packed = tables[table]
  if (packed === undefined) return []
  return orderOf(packed.form, table).codes.map(([row, column], i) => {
    const value = packed.values[i] ?? Number.NaN
    return { row, column, value: Number.isNaN(value) ? null : value }
  })
}

/** Row and column codes of a table of a form, each once, in its order; a row only with the columns it has. */
export function linesOfForm(form: FormId, table: TableName, across: 'rows' | 'columns'): string[] {
  const codes = orderOf(form, table).codes
  return [...new Set(codes.map(([row, column]) => (across === 'rows' ? row : column)))]
}
