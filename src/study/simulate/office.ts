import { type Form, type FormColumn, formCells } from '../../forms/forms.js'
import type { Body } from './bodies.js'
import { small, spread } from './draws.js'
import { type Rates, struck } from './faults.js'
import { COUNTS, type Habit } from './habits.js'
import type { Random } from './random.js'
import { settings } from './settings.js'
import { added, cellKey, complete, type Values } from './solve.js'
import { drawStatistics } from './statistics.js'
import type { Planted } from './truth.js'

/** What one year hands on to the next: requests carried over, documents in force, items of service, sums over all years. */
export interface State {
  readonly carried: Map<string, number>
  readonly stock: Map<string, number>
  readonly items: Map<string, number>
  readonly past: Map<string, number>
}

/** The state of a body before its first year. */
export function newState(): State {
  return { carried: new Map(), stock: new Map(), items: new Map(), past: new Map() }
}

/** Brings a body's state to what its tables say, whoever's they were, so that next year follows from what is printed. */
export function adopt(state: State, values: Values): void {
  for (const [key, value] of values) {
    const [table = '', row = '', column = ''] = key.split('/')
    if (table === 'requests' && row === 'carried_out' && column !== 'total') state.carried.set(column, value)
    if (column === 'in_force' || column === 'in_force_public') state.stock.set(row, value)
    if (column === 'cumulative') state.past.set(row, value)
    if (column === 'items_change')
      state.items.set(row, value + (values.get(cellKey(table, row, 'items_last_year')) ?? 0))
  }
}

export interface YearOf {
  readonly form: Form | null
  readonly year: number
  readonly body: Body
  readonly state: State
  readonly rates: Rates
}

/** The year trends are counted from. */
const BASE_YEAR = 2019

/** Draws one body's figures for a year, so that the form's identities hold and last year's figures are carried on. */
export function drawYear(
  random: Random,
  { form, year, body, state, rates }: YearOf,
): { values: Values; planted: Planted[] } {
  const values: Values = new Map()
  const planted: Planted[] = []
  if (form === null) return { values, planted }
  const volume = body.unit.volume * (0.4 + 1.4 * random.next()) * 1.05 ** (year - BASE_YEAR)
  const { fault } = body.habit
  const habit = fault !== null && rates[fault] !== undefined ? body.habit : COUNTS
  if (habit.fault !== null) planted.push({ fault: habit.fault })
  if (form.tables.statistics !== undefined) {
    return { values: drawStatistics(random, form, volume, state.past, habit), planted }
  }
  if (form.identities.some(({ id }) => id === 'requests.balance')) {
    planted.push(...requests(random, form, { year, volume, body, habit, state, rates }, values))
  }
  for (const { row, column } of formCells(form, 'remedies')) {
    const key = cellKey('remedies', row.code, column.code)
    if (column.code !== 'total') values.set(key, habit.written(random, small(random, volume / 60)))
  }
  planted.push(...proactive(random, form, { volume, habit, state, rates }, values))
  complete(form, values, () => small(random, volume / 4))
  return { values, planted }
}

interface Flow {
  readonly year: number
  readonly volume: number
  readonly body: Body
  /** How the figures of this year are come by. */
  readonly habit: Habit
  readonly state: State
  readonly rates: Rates
}

/** The most that a body which writes other figures than it counted leaves open, of all it had to do. */
const MOST_OPEN = 0.25

/** Received and carried in, spread over the outcomes by weight and trend; what is left open is carried to the next year. */
function requests(
  random: Random,
  form: Form,
  { year, volume, body, habit, state, rates }: Flow,
  values: Values,
): Planted[] {
  const planted: Planted[] = []
  const { applicants, outcomes } = settings()
  const rows = form.identities.find(({ id }) => id === 'requests.concluded_sum')?.right ?? []
  const weights = rows.map((row) => {
    const trend = Math.exp((outcomes.trends[row] ?? 0) * (year - BASE_YEAR))
    return [row, (outcomes.weights[row] ?? outcomes.else) * body.leaning(row) * trend] as const
  })
  const kinds = Object.entries(applicants).map(([kind, weight]) => [kind, weight * body.leaning(kind)] as const)
  const received = spread(random, Math.round(volume), kinds)
  const broken = struck(random, rates, 'carry_over') ? random.int(1, 5) : 0
  for (const column of Object.keys(applicants)) {
    const expected = state.carried.get(column)
    const wrong = broken > 0 && column === 'natural_person' && expected !== undefined
    const carriedIn = (expected ?? small(random, volume / 30)) + (wrong ? broken : 0)
    if (wrong) {
      const cell = { table: 'requests', row: 'carried_in', column }
      planted.push({
        fault: 'carry_over',
        ...cell,
        columns: [column, 'total'],
        expected: carriedIn - broken,
        printed: carriedIn,
      })
    }
    const all = (received.get(column) ?? 0) + carriedIn
    const carriedOut = Math.min(all, Math.floor(all * 0.12 * random.next() + random.next() * 0.9))
    const results = spread(random, all - carriedOut, weights)
    const written = new Map(rows.map((row) => [row, habit.written(random, results.get(row) ?? 0)]))
    const concluded = [...written.values()].reduce((sum, value) => sum + value, 0)
    // What is received is written as it likes, too, where not too much is then left open; else it follows.
    const guess = habit.written(random, Math.max(0, concluded + carriedOut - carriedIn))
    const open = guess + carriedIn - concluded
    const isFair = habit.fault !== null && open >= 0 && open <= MOST_OPEN * (guess + carriedIn)
    const out = isFair ? open : Math.max(carriedOut, carriedIn - concluded)
    for (const row of rows) values.set(cellKey('requests', row, column), written.get(row) ?? 0)
    values.set(cellKey('requests', 'carried_in', column), carriedIn)
    values.set(cellKey('requests', 'carried_out', column), out)
    values.set(cellKey('requests', 'received_new', column), concluded + out - carriedIn)
    state.carried.set(column, out)
  }
  return planted
}

type Stocks = Pick<Flow, 'volume' | 'habit' | 'state' | 'rates'>

function proactive(random: Random, form: Form, { volume, habit, state, rates }: Stocks, values: Values): Planted[] {
  const planted: Planted[] = []
  const carriedOn = new Map<string, boolean>()
  for (const { row, column } of formCells(form, 'proactive')) {
    const key = (code: string) => cellKey('proactive', row.code, code)
    const drawn = (code: string) => values.get(key(code)) ?? 0
    const put = (value: number) => values.set(key(column.code), value)
    const cell = { table: 'proactive', row: row.code, column: column.code }
    if (column === first(form, row.code)) {
      carriedOn.set(row.code, state.stock.has(row.code))
      if (!state.stock.has(row.code)) state.stock.set(row.code, small(random, volume / 4))
      if (!state.items.has(row.code)) state.items.set(row.code, small(random, volume))
    }
    const stock = state.stock.get(row.code) ?? 0
    const items = state.items.get(row.code) ?? 0
    if (column.code === 'made') put(row.code === 'regulations' ? 0 : small(random, volume / 25))
    else if (column.code === 'published') put(random.int(0, drawn('made')))
    else if (column.code === 'repealed') put(random.int(0, Math.min(stock + drawn('made'), 3)))
    else if (column.code === 'in_force' || column.code === 'in_force_public') {
      const now = stock + (column.code === 'in_force' ? drawn('made') - drawn('repealed') : drawn('published'))
      const by =
        carriedOn.get(row.code) === true && row.code !== 'regulations' && struck(random, rates, 'stock')
          ? random.int(1, 4)
          : 0
      put(now + by)
      state.stock.set(row.code, now + by)
      if (by > 0) planted.push({ fault: 'stock', ...cell, expected: now, printed: now + by })
    } else if (column.code === 'items_last_year') {
      const by =
        items > 0 && carriedOn.get(row.code) === true && struck(random, rates, 'items_stock') ? random.int(1, 4) : 0
      put(items + by)
      if (by > 0) planted.push({ fault: 'items_stock', ...cell, expected: items, printed: items + by })
    } else if (column.code === 'items_change') {
      const change = random.chance(0.5) || items === 0 ? random.int(0, 2) : Math.max(-items, random.int(-12, 12))
      put(change)
      state.items.set(row.code, drawn('items_last_year') + change)
    } else if (column.unit === '万元') put(random.chance(0.4) ? 0 : added([volume * 40 * random.next()]))
    else put(habit.written(random, small(random, volume * 8)))
  }
  return planted
}

/** The first column of a row of the first table. */
function first(form: Form, row: string): FormColumn | undefined {
  return form.tables.proactive?.blocks.find((block) => block.rows.some(({ code }) => code === row))?.columns[0]
}
