import { type Rates, struck } from './faults.js'
import type { OfficeYear } from './population.js'
import { type Random, randomOf } from './random.js'
import type { Planted } from './truth.js'

/**
 * Which of a body's years are published, in which order: all of them or, planted, a series with a year left out or one with a
 * report published twice, as another file of the same year or in the place of the next year's report.
 *
 * @param all one year more than are published
 */
export function drawSeries(seed: string, all: readonly OfficeYear[], rates: Rates, whole: boolean): OfficeYear[] {
  const number = all.length - 1
  const random = randomOf(seed, 'series', all[0]?.unitId ?? '')
  const gap = struck(random, rates, 'gap')
  const double = struck(random, rates, 'duplicate')
  if (whole || number < 3 || !(gap || double)) return all.slice(0, number)
  return followed(gap ? without(all, random.int(1, number - 1)) : doubled(random, all.slice(0, number)))
}

function without(all: readonly OfficeYear[], index: number): OfficeYear[] {
  return all.filter((_, i) => i !== index)
}

/** A series in which one report stands in the place of the next one, or behind it with the others moved on. */
function doubled(random: Random, all: readonly OfficeYear[]): OfficeYear[] {
  const at = random.int(0, all.length - 2)
  const [original, next] = [all[at], all[at + 1]]
  if (original === undefined || next === undefined) return [...all]
  const instead = random.chance(0.5)
  const copy: OfficeYear = {
    ...original,
    id: instead ? next.id : `${original.id}-2`,
    planted: [...original.planted, { fault: 'duplicate', of: original.id, instead_of: instead ? next.year : null }],
  }
  return [...all.slice(0, at + 1), copy, ...all.slice(at + (instead ? 2 : 1), instead ? undefined : -1)]
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
