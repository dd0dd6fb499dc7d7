import { around } from './draws.js'
import type { Rates } from './faults.js'
import { COUNTS, drawHabit, type Habit } from './habits.js'
import { randomOf } from './random.js'
import { settings, type UnitKind } from './settings.js'

/** What stays the same with a body from year to year, besides its name. */
export interface Body {
  readonly id: string
  readonly unit: UnitKind
  readonly habit: Habit
  /** How much more or less often than elsewhere something comes up here: an outcome of requests, a kind of applicant. */
  readonly leaning: (code: string) => number
}

/** The bodies of a cluster, in the order of the settings. Some report for all below them, and have many more requests. */
export function drawBodies(seed: string, number: number, rates: Rates, adding: ReadonlySet<string>): Body[] {
  const { units, large, leanings } = settings()
  return units.map((unit) => {
    const id = `sim-${String(number).padStart(4, '0')}-${unit.code}`
    const volume = randomOf(seed, 'large', id).chance(large.share) ? large.volumes[unit.code] : undefined
    return {
      id,
      unit: { ...unit, volume: volume ?? unit.volume },
      // Figures that are added up to another body's stay as they were counted.
      habit: adding.has(unit.code) ? COUNTS : drawHabit(seed, id, rates, volume !== undefined),
      leaning: (code) => Math.exp(leanings * around(randomOf(seed, 'leaning', id, code))),
    }
  })
}
