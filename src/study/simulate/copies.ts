import type { Form } from '../../forms/forms.js'
import type { Edition } from './editions.js'
import { type Rates, struck } from './faults.js'
import type { OfficeYear } from './population.js'
import type { Random } from './random.js'
import type { Values } from './solve.js'
import type { Planted } from './truth.js'

/** The tables of the year before or of another body, where a body is to print those; `null` where it prints its own. */
export function copiedTables(
  random: Random,
  rates: Rates,
  now: Pick<Edition, 'form' | 'editions'>,
  last: OfficeYear | undefined,
  others: readonly OfficeYear[],
): { values: Values; planted: Planted[] } | null {
  const unchanged = struck(random, rates, 'unchanged_tables')
  const identical = struck(random, rates, 'identical_tables')
  const from = (fault: string, { id, values }: OfficeYear) => ({ values, planted: [{ fault, from: id }] })
  if (unchanged && last !== undefined && isSameForm(last, now)) return from('unchanged_tables', last)
  const alike = others.filter((other) => isSameForm(other, now))
  return identical && alike.length > 0 ? from('identical_tables', random.pick(alike)) : null
}

function isSameForm({ form, editions }: OfficeYear, now: Pick<Edition, 'form' | 'editions'>): boolean {
  if (form === null || now.form === null) return false
  return JSON.stringify([editions, rowsOf(form)]) === JSON.stringify([now.editions, rowsOf(now.form)])
}

function rowsOf(form: Form): string[] {
  return Object.values(form.tables).flatMap(({ blocks }) => blocks.flatMap(({ rows }) => rows.map(({ code }) => code)))
}
