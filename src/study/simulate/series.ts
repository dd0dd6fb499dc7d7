import { type Rates, struck } from './faults.js'
import type { OfficeYear } from './population.js'
import { randomOf } from './random.js'
import type { Planted } from './truth.js'

/** A report of a series: which of the body's years it is on, and whether it is one that is published twice. */
export interface Slot {
  readonly index: number
  /** `again`: another file of the same year. `instead`: in the place of the next year's report. */
  readonly copy: 'again' | 'instead' | null
}

/**
 * Which of a body's years are published, in which order: all of them or, planted, a series with a year left out or one with a
 * report published twice. A series with a gap or a copy in another's place reaches one year further.
 */
export function planSeries(seed: string, unitId: string, years: number, rates: Rates, adding: boolean): Slot[] {
  const random = randomOf(seed, 'series', unitId)
  const gap = struck(random, rates, 'gap')
  const double = struck(random, rates, 'duplicate')
  const at = random.int(1, years - 1)
  const copy: Slot['copy'] = random.chance(0.5) ? 'again' : 'instead'
  const all = Array.from({ length: years + 1 }, (_, index): Slot => ({ index, copy: null }))
  if (adding || years < 3 || !(gap || double)) return all.slice(0, years)
  if (gap) return all.filter(({ index }) => index !== at)
  const whole = all.slice(0, years)
  return [...whole.slice(0, at), { index: at - 1, copy }, ...whole.slice(copy === 'instead' ? at + 1 : at)].slice(
    0,
    years,
  )
}

/** The reports of a series, with what is told of gaps and copies. */
export function seriesOf(all: readonly OfficeYear[], slots: readonly Slot[]): OfficeYear[] {
  return followed(
    slots.flatMap(({ index, copy }) => {
      const [own, next] = [all[index], all[index + 1]]
      if (own === undefined) return []
      if (copy === null) return [own]
      const insteadOf = copy === 'instead' && next !== undefined ? next : null
      const told: Planted = { fault: 'duplicate', of: own.id, instead_of: insteadOf?.year ?? null }
      return [{ ...own, id: insteadOf?.id ?? `${own.id}-2`, planted: [...own.planted, told] }]
    }),
  )
}

/** Faults that can only be seen beside the report of the year before. */
const BESIDE_LAST_YEAR = ['carry_over', 'stock', 'items_stock', 'unchanged_tables']

/** Tells of every gap, and tells nothing of what could only be seen beside the report that is not there. */
function followed(series: readonly OfficeYear[]): OfficeYear[] {
  return series.map((report, i) => {
    const before = series[i - 1]?.year ?? report.year - 1
    const missing = Array.from({ length: Math.max(0, report.year - before - 1) }, (_, years) => before + 1 + years)
    if (missing.length === 0) return report
    const seen = report.planted.filter(({ fault }) => !BESIDE_LAST_YEAR.includes(fault))
    return { ...report, planted: [...seen, { fault: 'gap', missing } satisfies Planted] }
  })
}
