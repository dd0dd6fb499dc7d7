import type { Outcome, OutcomeBar } from './outcome-bars.js'
import { textWidth } from './text-width.js'
import { INK, lightness, PALETTE, TYPE } from './theme.js'

/** One slice of a bar, with its ends as shares of the whole. */
export interface Slice {
  readonly report: string
  readonly outcome: string
  readonly outcome_label: string
  readonly count: number
  readonly total: number
  readonly share: number
  readonly from: number
  readonly middle: number
  readonly to: number
  /** The share as printed in the slice; `null` where it has no room. */
  readonly printed: string | null
  /** Colour of the print: light on dark fills, dark on light ones. */
  readonly ink: string
}

/** The slices of a bar that is `width` points long, in the order of the groups; none where there is no bar. */
export function slicesOf(bar: OutcomeBar, groups: readonly Outcome[], width: number): Slice[] {
  if (bar.reason !== null) return []
  const { report, total, counts } = bar
  let before = 0
  return groups.map(({ code, label }, i) => {
    const count = counts.get(code) ?? 0
    const [from, to] = [before / total, (before + count) / total]
    before += count
    const printed = percent(count, total)
    const room = textWidth(printed, TYPE.small) + 4 <= (to - from) * width
    return {
      report,
      outcome: code,
      outcome_label: label,
      count,
      total,
      share: count / total,
      from,
      middle: (from + to) / 2,
      to,
      printed: room ? printed : null,
      ink: lightness(PALETTE[i] ?? INK) < 55 ? '#ffffff' : INK,
    }
  })
}

/** To a tenth from n = 100 on; what is less than the whole is never rounded up to it. */
function percent(count: number, total: number): string {
  const digits = total < 100 ? 0 : 1
  const rounded = ((100 * count) / total).toFixed(digits)
  return count < total && Number(rounded) === 100 ? '>99.9%' : `${rounded}%`
}
