import { NUMERALS } from '../numbers/numerals.js'
import type { Quantity } from '../numbers/quantities.js'
import type { Around } from './matter.js'

/** Units of cases: 发生一起行政复议 counts one. */
export const CASES = ['件', '起', '宗', '例']

/** 一件予以公开,六件不予公开: 一 counts where another item of the sentence begins with a number of the same unit. */
export function isAmongItems({ whole }: Around, { unit }: Quantity): boolean {
  if (!CASES.includes(unit)) return false
  const items = whole.match(
    new RegExp(`(?<=[,;。:、(])(?:其中|另有?)?[${NUMERALS}\\d]{1,4}${unit}(?=[^,。;:、)])`, 'g'),
  )
  return (items?.length ?? 0) > 1
}
