import type { Random } from './random.js'
import { settings } from './settings.js'
import type { Planted } from './truth.js'

/** How often each fault is planted, from 0 to 1; one that is not named never is. */
export type Rates = Readonly<Record<string, number>>

/** Nothing is planted at all. */
export const NO_FAULTS: Rates = Object.freeze({})

/** Draws whether a fault is planted in this report. */
export function struck(random: Random, rates: Rates, fault: string): boolean {
  return random.chance(rates[fault] ?? 0)
}

/** The rates meant by a caller: all usual ones, none, or those named. */
export function ratesOf(faults: boolean | Rates): Rates {
  if (typeof faults !== 'boolean') return faults
  return faults ? settings().faults : NO_FAULTS
}

/** The rules that ought to find a fault wherever it is planted. */
export function rulesFor(fault: string): readonly string[] {
  return settings().fault_rules[fault] ?? []
}

/** A fault with the rules that ought to find it, where it does not name them itself. */
export function withRules(planted: Planted): Planted {
  return { rules: rulesFor(planted.fault), ...planted }
}

/** A label with one character of its words left out, doubled or put for another. */
export function mistyped(random: Random, text: string): string {
  const own = /^(?:其中[:：])?(?:[(（].{1,2}[)）]|.{1,2}[、.])?/.exec(text)?.[0].length ?? 0
  const at = random.int(own + 1, text.length - 2)
  const instead = random.pick(['', (text[at] ?? '').repeat(2), '某'])
  return text.slice(0, at) + instead + text.slice(at + 1)
}
