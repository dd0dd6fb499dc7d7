import type { Form, Identity } from '../../forms/forms.js'
import { formCells } from '../../forms/forms.js'
import type { TableName } from '../../types.js'
import { type Rates, rulesFor, struck } from './faults.js'
import type { Random } from './random.js'
import { added, cellKey, holds, type Relation, relationsOf, type Values } from './solve.js'
import type { Planted } from './truth.js'

/**
 * Figures as a careless typist prints them: cells changed so that the form's relations break, each fault told with the rules
 * whose relations do not hold in print any more.
 *
 * @param shown the tables that are printed with their figures
 * @param signs whether points and minus signs can be told from the figures beside them
 */
export function breakFigures(
  random: Random,
  form: Form,
  values: Values,
  shown: ReadonlySet<TableName>,
  signs: boolean,
  rates: Rates,
): { values: Values; planted: Planted[] } {
  const printed = new Map(values)
  const planted: Planted[] = []
  const related = new Set(form.identities.map(({ table }) => table).filter((table) => shown.has(table)))
  const change = (fault: string, least: number, altered: (value: number) => number, among?: ReadonlySet<string>) => {
    if (!struck(random, rates, fault)) return
    const keys = [...printed].filter(
      ([key, value]) =>
        related.has(tableOf(key)) && value >= least && altered(value) !== value && (among?.has(key) ?? true),
    )
    if (keys.length === 0) return
    const [key, meant] = random.pick(keys)
    printed.set(key, altered(meant))
    planted.push({ fault, ...cellOf(key), meant, printed: altered(meant) })
  }
  const by = random.int(1, 6)
  change('changed_cell', 1, (value) => added([value, by]))
  change('digit_swap', 12, swapped)
  change('lost_digit', 10, (value) => Math.floor(value / 10))
  if (struck(random, rates, 'shifted_columns') && shown.has('requests'))
    planted.push(...shiftRow(random, form, printed))
  const onPage = new Set([...printed.keys()].filter((key) => shown.has(tableOf(key))))
  for (const fault of Object.keys(VIOLATES) as (keyof typeof VIOLATES)[])
    if (struck(random, rates, fault)) planted.push(...violate(random, form, printed, onPage, fault))
  if (signs) {
    const counts = countCells(form)
    change('decimal_count', 10, (value) => (value % 10 === 0 ? value : value / 10), counts)
    change('negative_count', 1, (value) => -value, counts)
  }
  const rulesOf = rulesBroken(form, printed)
  return {
    values: printed,
    planted: planted.map((one) => ({ rules: [...rulesOf(one), ...rulesFor(one.fault)], ...one })),
  }
}

/** The cells that hold a count, which is whole and not below 0; the others hold money, or a change. */
function countCells(form: Form): ReadonlySet<string> {
  const cells = (Object.keys(form.tables) as TableName[]).flatMap((table) => formCells(form, table))
  const counts = cells.filter(({ column, unit }) => column.signed !== true && !unit.endsWith('元'))
  return new Set(counts.map(({ table, row, column }) => cellKey(table, row.code, column.code)))
}

/** The last two digits the other way round; decimals are left alone. */
function swapped(value: number): number {
  if (!Number.isInteger(value)) return value
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

/** The rule whose relation each of these faults breaks. */
const VIOLATES = {
  part_exceeds: 'statistics.part',
  cumulative_below: 'statistics.cumulative',
  implausible: 'statistics.plausible',
  stock_below: 'proactive.stock',
  items_below: 'proactive.items',
  remedies_total: 'remedies.row_total',
} as const

/** Changes one cell so that a relation of a rule does not hold; one that stands in few others is taken rather. */
function violate(
  random: Random,
  form: Form,
  printed: Values,
  shown: ReadonlySet<string>,
  fault: keyof typeof VIOLATES,
): Planted[] {
  const relations = relationsOf(form)
  // What may not be below 0 at all has nothing on its right side.
  const cellChanged = ({ relation, left, right }: Relation) =>
    (relation === 'at_least' ? (right[0] ?? left.at(-1)) : left[0]) ?? ''
  const beside = (relation: Relation) =>
    relations.filter(({ left, right }) => [...left, ...right].includes(cellChanged(relation))).length
  const fits = relations.filter(
    (one) => one.id === VIOLATES[fault] && [...one.left, ...one.right].every((key) => shown.has(key)),
  )
  const fewest = Math.min(...fits.map(beside))
  const own = fits.filter((one) => beside(one) === fewest)
  if (own.length === 0) return []
  const broken = random.pick(own)
  const key = cellChanged(broken)
  const other = broken.relation === 'at_least' ? broken.left.filter((each) => each !== key) : broken.right
  const meant = printed.get(key) ?? 0
  const sum = added([...other.map((each) => printed.get(each) ?? 0), random.int(1, 9)])
  const value = broken.right.length === 0 ? -sum : sum
  printed.set(key, value)
  return [{ fault, ...cellOf(key), meant, printed: value }]
}

/** For a fault the ids of the relations through its cells that do not hold in print. */
function rulesBroken(form: Form, printed: Values): (planted: Planted) => Identity['id'][] {
  const broken = relationsOf(form).filter((relation) => !holds(relation, printed))
  return ({ table, row, column }) => {
    const start = column === undefined ? `${table}/${row}/` : `${table}/${row}/${column}`
    const through = broken.filter(({ left, right }) =>
      [...left, ...right].some((key) => (column === undefined ? key.startsWith(start) : key === start)),
    )
    return [...new Set(through.map(({ id }) => id))]
  }
}

function tableOf(key: string): TableName {
  return key.slice(0, key.indexOf('/')) as TableName
}

function cellOf(key: string): { table: string; row: string; column: string } {
  const [table = '', row = '', column = ''] = key.split('/')
  return { table, row, column }
}
