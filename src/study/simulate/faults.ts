import type { Form } from '../../forms/forms.js'
import { formCells } from '../../forms/forms.js'
import type { TableName } from '../../types.js'
import type { Random } from './random.js'
import { settings } from './settings.js'
import { cellKey, type Values } from './solve.js'
import type { Planted } from './truth.js'

/** Draws whether a fault is planted in this report. */
export function struck(random: Random, fault: string): boolean {
  return random.chance(settings().faults[fault] ?? 0)
}

/** Figures as a careless typist prints them: cells changed so that the form's relations break, each fault told. */
export function breakFigures(random: Random, form: Form, values: Values): { values: Values; planted: Planted[] } {
  const printed = new Map(values)
  const planted: Planted[] = []
  const equations = form.identities.filter(({ relation }) => relation === 'equals')
  const related = new Set(equations.map(({ table }) => table))
  const change = (fault: string, least: number, altered: (value: number) => number) => {
    if (!struck(random, fault)) return
    const keys = [...printed].filter(
      ([key, value]) => related.has(tableOf(key)) && value >= least && altered(value) !== value,
    )
    if (keys.length === 0) return
    const [key, meant] = random.pick(keys)
    printed.set(key, altered(meant))
    planted.push({ fault, ...cellOf(key), meant, printed: altered(meant) })
  }
  const by = random.int(1, 6)
  change('changed_cell', 1, (value) => value + by)
  change('digit_swap', 12, swapped)
  change('lost_digit', 10, (value) => Math.floor(value / 10))
  if (struck(random, 'shifted_columns')) planted.push(...shiftRow(random, form, printed))
  return { values: printed, planted }
}

/** The last two digits the other way round. */
function swapped(value: number): number {
  const digits = String(value)
  return Number(digits.slice(0, -2) + digits.slice(-1) + digits.slice(-2, -1))
}

/** All figures of a row one column to the right; the first cell takes the last one's. */
function shiftRow(random: Random, form: Form, printed: Values): Planted[] {
  const rows = new Map<string, string[]>()
  for (const { table, row, column } of formCells(form, 'requests')) {
    const keys = rows.get(row.code) ?? []
    rows.set(row.code, [...keys, cellKey(table, row.code, column.code)])
  }
  const filled = [...rows].filter(([, keys]) => new Set(keys.map((key) => printed.get(key))).size > 2)
  if (filled.length === 0) return []
  const [row, keys] = random.pick(filled)
  const meant = keys.map((key) => printed.get(key) ?? 0)
  keys.forEach((key, i) => {
    printed.set(key, meant.at(i - 1) ?? 0)
  })
  return [{ fault: 'shifted_columns', table: 'requests', row, meant }]
}

function tableOf(key: string): TableName {
  return key.slice(0, key.indexOf('/')) as TableName
}

function cellOf(key: string): { table: string; row: string; column: string } {
  const [table = '', row = '', column = ''] = key.split('/')
  return { table, row, column }
}

/** A label with one character of its words left out, doubled or put for another. */
export function mistyped(random: Random, text: string): string {
  const own = /^(?:[(（].{1,2}[)）]|.{1,2}[、.])?/.exec(text)?.[0].length ?? 0
  const at = random.int(own + 1, text.length - 2)
  const instead = random.pick(['', (text[at] ?? '').repeat(2), '某'])
  return text.slice(0, at) + instead + text.slice(at + 1)
}
