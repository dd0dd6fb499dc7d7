import type { Reading, RowSum } from './cuts.js'

/**
 * Whether a way to cut a run of digits that does not add up would do so but for one misprint: a total, or one of its parts, with one
 * digit mistyped, lost or added, with two neighbours swapped, or off by less than ten.
 *
 * @param reading a number for each cell, `null` where it is taken to be empty
 * @returns `false` also where every total is the sum of its parts, and where more than one is not
 * @example
 * // 323000026 may be 3, 23, 0, 0, 0, 0 and 26, or 32, 3, 0, 0, 0, 0 with 32 for 23
 * addsUpButForOneMisprint([32, 3, 0, 0, 0, 0, 26], [{ total: 6, parts: [0, 1, 2, 3, 4, 5] }]) // true
 */
export function addsUpButForOneMisprint(reading: Reading, sums: readonly RowSum[]): boolean {
  return meantReadings(reading, sums).length > 0
}

/** What may have been meant by a row that adds up but for one misprint: the reading with another number in the cell misprinted. */
export function meantReadings(reading: Reading, sums: readonly RowSum[]): Reading[] {
  const broken = sums.filter((sum) => missing(reading, sum) !== 0)
  const [sum] = broken
  if (sum === undefined || broken.length > 1) return []
  const difference = missing(reading, sum)
  return [sum.total, ...sum.parts].flatMap((cell) => {
    const printed = reading[cell] ?? 0
    const meant = cell === sum.total ? printed - difference : printed + difference
    return isSlip(printed, meant) ? [reading.with(cell, meant)] : []
  })
}

/** What the parts come short of their total. */
function missing(reading: Reading, { total, parts }: RowSum): number {
  return (reading[total] ?? 0) - parts.reduce((sum, part) => sum + (reading[part] ?? 0), 0)
}

/** Whether one number may be printed for another by a slip of the hand. */
function isSlip(printed: number, meant: number): boolean {
  if (meant < 0) return false
  const [a, b] = [String(printed), String(meant)]
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a]
  if (Math.abs(printed - meant) < 10) return true
  if (longer.length - shorter.length === 1) return Array.from(longer).some((_, i) => without(longer, i) === shorter)
  if (a.length !== b.length) return false
  const differing = Array.from(a).flatMap((digit, i) => (digit === b[i] ? [] : [i]))
  const [i = 0, j = 0] = differing
  return differing.length === 1 || (differing.length === 2 && j === i + 1 && a[i] === b[j] && a[j] === b[i])
}

function without(digits: string, at: number): string {
  return digits.slice(0, at) + digits.slice(at + 1)
}
