import { periodIn, scopeIn } from './bodies-and-times/context.js'
import { ALONE, type Draft } from './draft.js'
import { changeBehind, type Here, named, REACH } from './here.js'
import type { Quantity } from './numbers/quantities.js'
import { kindOfUnnamed } from './unnamed/kind.js'

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
    change: changeBehind(here, to, quantity.unit, ''),
  }
}

/** 按时上网率和按时答复率100%: the rate named before a known one, which is of no known kind itself. */
export function besideRate(rate: Draft, text: string): Draft[] {
  const label = BESIDE.exec(text.slice(Math.max(0, rate.from - REACH), rate.from))?.groups?.label
  if (label === undefined) return []
  const kind = kindOfUnnamed()
  return [{ ...rate, kind, key: kind.key, label, from: text.lastIndexOf(label, rate.from) }]
}

const BESIDE = /(?<label>[\u4e00-\u9fff]{2,30}率)(?:[、和及与]|以及)$/
