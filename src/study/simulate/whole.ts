import { type Form, formCells } from '../../forms/forms.js'
import type { TableName } from '../../types.js'
import { type Rates, struck } from './faults.js'
import type { OfficeYear } from './population.js'
import type { Random } from './random.js'
import { added, cellKey, type Values } from './solve.js'
import type { Planted } from './truth.js'

/** The rows raised together where a whole is to differ from its parts, so that its own sums still come out. */
const RAISED: readonly (readonly [TableName, readonly string[]])[] = [
  ['requests', ['received_new', 'granted', 'concluded_total']],
  ['statistics', ['received', 'received.online']],
]

/**
 * The figures of a whole: the sum of its parts' or, planted, more than that. What was broken against last year in a part is
 * broken in the whole as well.
 */
export function sumOf(
  random: Random,
  parts: readonly (OfficeYear | undefined)[],
  form: Form | null,
  rates: Rates,
): { values: Values; planted: Planted[] } {
  const values: Values = new Map()
  for (const part of parts)
    for (const [key, value] of part?.values ?? []) values.set(key, added([values.get(key) ?? 0, value]))
  const planted = inherited(parts, values)
  const hit = struck(random, rates, 'hierarchy')
  const by = random.int(1, 9)
  const [table, rows] = RAISED.find(([name]) => form?.tables[name] !== undefined) ?? []
  if (!hit || form === null || table === undefined || rows === undefined) return { values, planted }
  const columns = new Set(formCells(form, table).map(({ column }) => column.code))
  const raised = [...columns].filter((code) => table === 'statistics' || code === 'natural_person' || code === 'total')
  for (const row of rows)
    for (const column of raised) {
      const key = cellKey(table, row, column)
      values.set(key, (values.get(key) ?? 0) + by)
    }
  const cells = rows.flatMap((row) => raised.map((column) => ({ table, row, column })))
  const column = raised.includes('total') ? 'total' : raised[0]
  planted.push({ fault: 'hierarchy', table, row: rows[0], column, difference: by, cells })
  return { values, planted }
}

/** Breaks against last year, added up: what would have followed from last year's sum, and what is printed. */
function inherited(parts: readonly (OfficeYear | undefined)[], values: Values): Planted[] {
  const breaks = new Map<string, { first: Planted; by: number }>()
  for (const planted of parts.flatMap((part) => part?.planted ?? [])) {
    if (typeof planted.printed !== 'number' || typeof planted.expected !== 'number') continue
    const key = `${planted.table}/${planted.row}/${planted.column}`
    const by = (breaks.get(key)?.by ?? 0) + planted.printed - planted.expected
    breaks.set(key, { first: planted, by })
  }
  return [...breaks].map(([key, { first, by }]) => {
    const printed = values.get(key) ?? 0
    return { ...first, expected: added([printed, -by]), printed, inherited: true }
  })
}
