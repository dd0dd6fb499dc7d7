/**
 * A slip by which a figure may have gone wrong. Of one figure: its digits (`digits_swapped`, `digit_lost`, `digit_added`,
 * `digit_mistyped`), its size (`decimal_shift`), its `sign`, or a total that is not the sum (`part_left_out`, else
 * `total_not_updated`). Of several: two neighbours `figures_exchanged`, a row `shifted_column` by one.
 */
export type Slip =
  | 'digits_swapped'
  | 'digit_lost'
  | 'digit_added'
  | 'digit_mistyped'
  | 'decimal_shift'
  | 'sign'
  | 'part_left_out'
  | 'total_not_updated'
  | 'figures_exchanged'
  | 'shifted_column'

/** Slips by how much they explain: the first name a cause, the last only say that a total is not the sum. */
const STRENGTH: readonly (string | null)[] = [
  'digits_swapped',
  'figures_exchanged',
  'shifted_column',
  'digit_lost',
  'digit_added',
  'digit_mistyped',
  'decimal_shift',
  'sign',
  'part_left_out',
  'total_not_updated',
  null,
]

/** Place of a slip in the order of how much it explains, from 0. */
export function weakness(slip: string | null): number {
  return STRENGTH.indexOf(slip)
}

/**
 * Which slip turns the number meant into the number printed? A mistyped digit counts only in numbers of two digits and more,
 * since of one digit any may stand for any.
 *
 * @param parts for each relation in which the number is the total, its parts
 * @returns the first that fits, in the order of the digits, the size, the sign, the total; `null` where none does
 * @example
 * slipOf(23, 32, []) // 'digits_swapped'
 */
export function slipOf(printed: number, meant: number, parts: readonly (readonly number[])[]): Slip | null {
  if (printed === meant) return null
  const [own, due] = [String(Math.abs(printed)), String(Math.abs(meant))]
  if (Math.sign(printed) * Math.sign(meant) >= 0) {
    if (own.length === due.length && swaps(due).includes(own)) return 'digits_swapped'
    if (due.length === own.length + 1 && withoutOne(due).includes(own)) return 'digit_lost'
    if (own.length === due.length + 1 && withoutOne(own).includes(due)) return 'digit_added'
    if (own.length > 1 && own.length === due.length && unlike(own, due) === 1) return 'digit_mistyped'
    if (isPowerOfTen(printed / meant)) return 'decimal_shift'
  }
  if (printed === -meant) return 'sign'
  const isShort = parts.some((each) => each.some((part) => part !== 0 && part !== meant && meant - part === printed))
  if (isShort) return 'part_left_out'
  return parts.length > 0 ? 'total_not_updated' : null
}

/** The number with each two neighbouring digits the other way round. */
function swaps(digits: string): string[] {
  return [...digits]
    .slice(1)
    .map((_, i) => digits.slice(0, i) + (digits[i + 1] ?? '') + (digits[i] ?? '') + digits.slice(i + 2))
}

function withoutOne(digits: string): string[] {
  return [...digits].map((_, i) => digits.slice(0, i) + digits.slice(i + 1))
}

function unlike(a: string, b: string): number {
  return [...a].filter((digit, i) => digit !== b[i]).length
}

function isPowerOfTen(ratio: number): boolean {
  const power = Math.log10(ratio)
  return Number.isFinite(power) && power !== 0 && Math.abs(power - Math.round(power)) < 1e-9
}
