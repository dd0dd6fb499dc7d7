import { errorFunction, gammaln } from 'simple-statistics'

/**
 * The chance of at least `hits` of `n` where each comes with probability `p`: the upper tail of the binomial distribution,
 * summed exactly.
 *
 * @example
 * atLeast(2, 2, 0.5).toFixed(6) // '0.250000'
 */
export function atLeast(hits: number, n: number, p: number): number {
  if (hits <= 0) return 1
  let tail = 0
  for (let k = hits; k <= n; k++) {
    tail += Math.exp(gammaln(n + 1) - gammaln(k + 1) - gammaln(n - k + 1) + k * Math.log(p) + (n - k) * Math.log1p(-p))
  }
  return Math.min(1, tail)
}

/**
 * The chance that a chi-squared variable with 9 degrees of freedom is at least `x`: the closed form for odd degrees.
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.4.4.
 */
export function chiSquared9(x: number): number {
  if (x <= 0) return 1
  const root = Math.sqrt(x)
  const density = Math.exp(-x / 2) / Math.sqrt(2 * Math.PI)
  const series = root + root ** 3 / 3 + root ** 5 / 15 + root ** 7 / 105
  return Math.min(1, Math.max(0, 1 - errorFunction(root / Math.SQRT2) + 2 * density * series))
}

/**
 * P-values corrected for having made several tests, by Holm's method: the chance of even one false alarm among all of them
 * stays below the level at which the corrected ones are read.
 * Source: S. Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6 (1979).
 *
 * @example
 * holm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function holm(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0))
  const corrected = [...values]
  let most = 0
  order.forEach((index, rank) => {
    most = Math.max(most, Math.min(1, (values.length - rank) * (values[index] ?? 1)))
    corrected[index] = most
  })
  return corrected
}
