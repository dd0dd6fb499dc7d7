import { type Form, formCells, type Identity } from '../../forms/forms.js'
import { small, spread } from './draws.js'
import { COUNTS } from './habits.js'
import type { Random } from './random.js'
import { settings } from './settings.js'
import { added, cellKey, type Values } from './solve.js'

/** Numbers by row. */
type Column = Map<string, number>

/**
 * Draws one year of a statistics table so that every relation of its form holds, those that hold only as a rule included. A
 * cumulative column goes on from the years before: `past` holds it and is changed.
 */
export function drawStatistics(random: Random, form: Form, volume: number, past: Column, habit = COUNTS): Values {
  const cells = formCells(form, 'statistics')
  const columns = new Set(cells.map(({ column }) => column.code))
  const values: Values = new Map()
  const put = (column: string, numbers: Column) => {
    for (const [row, value] of numbers) values.set(cellKey('statistics', row, column), value)
  }
  const now = drawColumn(random, form, volume, habit)
  put('this_year', now)
  if (!columns.has('cumulative')) return values
  if (past.size === 0) {
    const before = random.int(0, settings().old_forms.years_before)
    if (before > 0) for (const [row, value] of drawColumn(random, form, volume * before)) past.set(row, value)
  }
  moveOn(form, past, new Set(now.keys()))
  for (const [row, value] of now) past.set(row, added([past.get(row) ?? 0, value]))
  put('cumulative', new Map([...now.keys()].map((row) => [row, past.get(row) ?? 0])))
  return values
}

/** What a form with one column may print behind it: the year's figures and those of the years before, whose sums hold as well. */
export function cumulativeFigures(random: Random, form: Form, values: Values): ReadonlyMap<string, number> {
  const before = drawColumn(random, form, random.pick([0, 2, 30, 400]))
  return new Map(
    [...before].map(([row, value]) => [row, added([value, values.get(cellKey('statistics', row, 'this_year')) ?? 0])]),
  )
}

/** The first column of a table, from wholes to parts. */
function drawColumn(random: Random, form: Form, volume: number, habit = COUNTS): Column {
  const { sizes, else: usual, shares } = settings().old_forms
  const units = new Map(formCells(form, 'statistics').map(({ row, unit }) => [row.code, unit]))
  const relations = rowRelations(form)
  const values: Column = new Map()
  const sum = (rows: readonly string[]) => added(rows.map(draw))
  const weigh = (rows: readonly string[]) => rows.map((row) => [row, sizes[row] ?? usual] as const)
  const leaf = (row: string): number => {
    const size = volume * (sizes[row] ?? usual)
    if (units.get(row) === '万元') return random.chance(0.4) ? 0 : added([size * random.next()])
    return habit.written(random, size >= 1 ? Math.floor(size * (0.5 + random.next())) : small(random, size))
  }
  /** Puts the parts of a sum as the body writes them; the last takes what is left over, where there is that much. */
  const put = (rows: readonly string[], counted: (row: string) => number, total: number, isExact: boolean): void => {
    const honest = rows.map(counted)
    const written = honest.map((value) => habit.written(random, value))
    const rest = added([total, -added(written), written.at(-1) ?? 0])
    const last = isExact ? rest : Math.max(rest, written.at(-1) ?? 0)
    const fair = last < 0 ? honest : [...written.slice(0, -1), last]
    rows.forEach((row, i) => {
      values.set(row, fair[i] ?? 0)
    })
  }
  const drawOnce = (row: string): void => {
    const whole = relations.find(
      ({ relation, right }) => relation === 'equals' && right.length > 1 && right.includes(row),
    )
    if (whole !== undefined) {
      const parts = spread(random, sum(whole.left), weigh(whole.right))
      put(whole.right, (part) => parts.get(part) ?? 0, sum(whole.left), true)
      return
    }
    const same = relations.find(
      ({ relation, left, right }) => relation === 'equals' && right.length === 1 && left[0] === row,
    )
    if (same !== undefined) return void values.set(row, sum(same.right))
    const least = relations.find(({ relation, left }) => relation === 'at_least' && left.includes(row))
    if (least !== undefined) {
      const parts = spread(random, sum(least.right), weigh(least.left))
      put(least.left, (part) => (parts.get(part) ?? 0) + small(random, volume * usual), sum(least.right), false)
      return
    }
    const bounds = relations.filter(({ relation, left }) => relation === 'at_most' && left.includes(row))
    const most = Math.min(...bounds.map(({ right }) => sum(right)))
    const [low, high] = shares[row] ?? shares.else ?? [0, 1]
    const share = () => habit.written(random, Math.ceil(most * (low + (high - low) * random.next())))
    values.set(row, bounds.length === 0 ? leaf(row) : Math.min(most, share()))
  }
  const draw = (row: string): number => {
    if (!values.has(row)) drawOnce(row)
    return values.get(row) ?? 0
  }
  for (const row of units.keys()) draw(row)
  return new Map([...units.keys()].map((row) => [row, draw(row)]))
}

/** The relations between rows. */
function rowRelations(form: Form): Identity[] {
  return form.identities.filter(({ table, along }) => table === 'statistics' && along === 'columns')
}

/** Rows that are printed no more hand their cumulative figures on to the first row that is new under the same total. */
function moveOn(form: Form, past: Column, printed: ReadonlySet<string>): void {
  const gone = [...past].filter(([row]) => !printed.has(row))
  const before = new Set(past.keys())
  for (const [row, value] of gone) {
    past.delete(row)
    const total = rowRelations(form).find(
      ({ relation, left: [whole = ''] }) => relation === 'equals' && row.startsWith(`${whole}.`),
    )
    const heir = total?.right.find((part) => !before.has(part)) ?? total?.right.at(-1)
    if (heir !== undefined) past.set(heir, added([past.get(heir) ?? 0, value]))
  }
}
