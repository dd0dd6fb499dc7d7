/**
 * The slip of the pen that turns one number into another: two neighbouring digits swapped, a digit lost or added, the
 * decimal point moved, the sign lost. `null` where none does, and for numbers of one digit, of which any is near any other.
 *
 * @example
 * slipBetween(132, 123) // 'two digits swapped'
 */
export function slipBetween(meant: number, printed: number): string | null {
  if (meant === printed) return null
  if (meant === -printed) return 'the sign lost'
  const [right, wrong] = [digits(meant), digits(printed)]
  if (Math.max(right.length, wrong.length) < 2 || Math.sign(meant) * Math.sign(printed) < 0) return null
  if (isSwapped(right, wrong)) return 'two digits swapped'
  if (wrong.length >= 1 && printed !== 0 && isOneLess(right, wrong)) return 'a digit lost'
  if (right.length >= 1 && meant !== 0 && isOneLess(wrong, right)) return 'a digit added'
  return isPointMoved(meant, printed) ? 'the decimal point moved' : null
}

function digits(value: number): string {
  return String(Math.abs(value)).replace('.', '')
}

function isSwapped(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const at = [...a].findIndex((digit, i) => digit !== b[i])
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

/** Whether `short` is `long` without one of its digits. */
function isOneLess(long: string, short: string): boolean {
  return long.length === short.length + 1 && [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short)
}

function isPointMoved(a: number, b: number): boolean {
  if (a === 0 || b === 0) return false
  return [10, 100, 1000, 10000].some((factor) => nearly(a * factor, b) || nearly(b * factor, a))
}

function nearly(a: number, b: number): boolean {
  return Math.abs(a - b) < 1e-6 * Math.abs(a)
}
