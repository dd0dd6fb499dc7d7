import { periodIn, scopeIn } from './context.js'
import { ALONE, type Draft } from './draft.js'
import { changeBehind, type Here, named, REACH } from './here.js'
import type { Quantity } from './quantities.js'

/** What share of requests was answered, and in time: 按期答复率98.6%. */
export function readRate(quantity: Quantity, here: Here): Draft | null {
  const { text, sentence } = here
  const naming = named(quantity, here)
  if (naming === null) return null
  const { kind, to } = naming
  const before = text.slice(Math.max(0, quantity.from - REACH), quantity.from)
  return {
    ...ALONE,
    kind,
    key: kind.key,
    value: quantity.value,
    unit: quantity.unit,
    rounding: quantity.rounding,
    scope: scopeIn(before),
    period: periodIn(before),
    sentence,
    from: naming.from,
    to,
    change: changeBehind(here, to, quantity.unit),
  }
}
