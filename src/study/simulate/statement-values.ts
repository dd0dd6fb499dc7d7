import { statementVocabulary } from '../../forms/statement-words.js'
import { struck } from './faults.js'
import type { OfficeYear } from './population.js'
import type { Random } from './random.js'
import { settings } from './settings.js'
import type { Values } from './solve.js'
import type { Planted } from './truth.js'

/** The statement that says how busy a body was. */
export const BUSY = 'requests_received'

interface StatementValues {
  readonly values: Values
  /** The share of `part/whole` as it is printed. */
  readonly percentOf: (share: string) => string
  readonly planted: Planted[]
}

/** The true value of every statement: of the tables where they hold it, else drawn; parts add up to their whole. */
export function statementValues(random: Random, office: OfficeYear): StatementValues {
  const { statement_cells, statement_sizes, statement_shares, breakdowns } = settings()
  const { rates } = office
  const values: Values = new Map()
  const planted: Planted[] = []
  const counted = new Set<string>()
  for (const [key, size] of Object.entries(statement_sizes))
    values.set(key, Math.floor(random.next() * 2 * size * office.unit.volume))
  for (const [part, whole] of Object.entries(statement_shares)) values.set(part, random.int(0, values.get(whole) ?? 0))
  for (const [key, places] of Object.entries(statement_cells)) {
    const cells = places.find((some) => some.every((cell) => office.values.has(cell)))
    if (cells === undefined) continue
    counted.add(key)
    values.set(
      key,
      cells.reduce((sum, cell) => sum + (office.values.get(cell) ?? 0), 0),
    )
  }
  const conflict = struck(random, rates, 'statement_conflict')
  const by = random.int(1, 9)
  if (conflict && counted.has(BUSY)) {
    const table = values.get(BUSY) ?? 0
    values.set(BUSY, table + by)
    planted.push({ fault: 'statement_conflict', key: BUSY, table, printed: table + by })
  }
  for (const [whole, parts] of Object.entries(breakdowns)) {
    let left = values.get(whole) ?? 0
    for (const [i, part] of parts.entries()) {
      const value = i === parts.length - 1 ? left : random.int(0, left)
      values.set(part, value)
      left -= value
    }
  }
  if (struck(random, rates, 'breakdown')) planted.push(...breakDown(random, values))
  const wrong = struck(random, rates, 'percentage')
  const off = random.int(2, 30)
  const percentOf = (share: string): string => {
    const [part = '', whole = ''] = share.split('/')
    const percent = ((values.get(part) ?? 0) / (values.get(whole) ?? 1)) * 100
    const printed = wrong ? (percent > 50 ? percent - off : percent + off) : percent
    if (wrong)
      planted.push({ fault: 'percentage', key: whole, part, expected: round(percent), printed: round(printed) })
    return `${printed.toFixed(2)}%`
  }
  return { values, percentOf, planted }
}

function round(percent: number): number {
  return Number(percent.toFixed(2))
}

/** A part raised, of a list whose parts exclude one another, so that they come to more than the whole. */
function breakDown(random: Random, values: Values): Planted[] {
  const { overlapping } = statementVocabulary()
  const lists = Object.entries(settings().breakdowns).filter(
    ([, parts]) => !parts.every((key) => overlapping.includes(key)),
  )
  if (lists.length === 0) return []
  const [whole, parts] = random.pick(lists)
  const part = parts[0] ?? ''
  const by = random.int(1, 20)
  values.set(part, (values.get(part) ?? 0) + by)
  return [{ fault: 'breakdown', key: whole, part, difference: by }]
}
