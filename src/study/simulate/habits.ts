import { type Rates, struck } from './faults.js'
import { type Random, randomOf } from './random.js'
import { settings } from './settings.js'

/** How a body comes by its figures. */
export interface Habit {
  /** The fault it is; `null` for a body that counts. */
  readonly fault: 'heaped_figures' | 'invented_digits' | null
  /** What it writes where so many were counted. */
  readonly written: (random: Random, counted: number) => number
}

/** A body that writes what it counted. */
export const COUNTS: Habit = Object.freeze({ fault: null, written: (_: Random, counted: number) => counted })

/** The habit of a body, which it has in all the years in which it is careless. Only large figures have digits to make up. */
export function drawHabit(seed: string, unitId: string, rates: Rates, isLarge: boolean): Habit {
  const random = randomOf(seed, 'habit', unitId)
  const heaps = struck(random, rates, 'heaped_figures')
  const invents = isLarge && struck(random, rates, 'invented_digits')
  if (heaps) return { fault: 'heaped_figures', written: (_, counted) => heaped(counted) }
  return invents ? { fault: 'invented_digits', written: invented } : COUNTS
}

/** Larger figures as an estimate, down to a full five or ten. */
function heaped(counted: number): number {
  const { heaped_from } = settings().habits
  if (counted < heaped_from) return counted
  const step = counted < 2 * heaped_from ? 5 : 10
  return Math.floor(counted / step) * step
}

/** A figure whose second digit is one that comes to mind. */
function invented(random: Random, counted: number): number {
  const digits = String(counted)
  if (counted < 10 || !Number.isInteger(counted)) return counted
  return Number(digits.slice(0, 1) + random.pick(settings().habits.second_digits) + digits.slice(2))
}
