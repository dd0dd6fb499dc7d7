import { probit } from 'simple-statistics'

export interface Interval {
  readonly lower: number
  readonly upper: number
}

/**
 * Wilson's score interval for a proportion: between which shares does the truth plausibly lie, when `successes` of
 * `trials` cases came out so? It stays within 0 and 1 and is sound for few cases and for shares near 0 or 1, where the
 * textbook interval (share ± z · standard error) fails.
 *
 * With p = successes / trials and z the normal quantile of the level: centre (p + z²/2n) / (1 + z²/n), half width
 * z · √(p(1−p)/n + z²/4n²) / (1 + z²/n). No continuity correction. Both bounds are shares from 0 to 1, without unit.
 *
 * Source: E. B. Wilson (1927), Probable inference, the law of succession, and statistical inference, Journal of the
 * American Statistical Association 22, 209–212; recommended by R. G. Newcombe (1998), Statistics in Medicine 17, 857–872.
 *
 * @param successes whole number from 0 to `trials`
 * @param trials whole number, at least 1
 * @param level coverage, above 0 and below 1
 * @throws where an argument is outside these limits; an empty denominator is the caller's to explain, not a share of 0.
 *
 * @example
 * const { lower, upper } = wilsonInterval(81, 263)
 * [lower.toFixed(4), upper.toFixed(4)] // ['0.2553', '0.3662']
 */
export function wilsonInterval(successes: number, trials: number, level = 0.95): Interval {
  if (!Number.isInteger(trials) || trials < 1) throw new Error('wilsonInterval requires at least one trial')
  if (!Number.isInteger(successes) || successes < 0) {
    throw new Error('wilsonInterval requires a whole number of successes, at least 0')
  }
  if (successes > trials) throw new Error('wilsonInterval requires no more successes than trials')
  if (!(level > 0 && level < 1)) throw new Error('wilsonInterval requires a level above 0 and below 1')
  const z2 = centralQuantile(level) ** 2
  const p = successes / trials
  const scale = 1 + z2 / trials
  const centre = (p + z2 / (2 * trials)) / scale
  const half = Math.sqrt((z2 * (p * (1 - p) + z2 / (4 * trials))) / trials) / scale
  return {
    lower: successes === 0 ? 0 : Math.max(0, centre - half),
    upper: successes === trials ? 1 : Math.min(1, centre + half),
  }
}

/**
 * The z for which a standard normal variable lies within ±z with probability `level`. simple-statistics' `probit` is
 * right to about two decimals only (1.957 for 1.960), so it serves as the first guess of Newton's method.
 */
function centralQuantile(level: number): number {
  let z = probit((1 + level) / 2)
  for (let step = 0; step < 6; step += 1) z -= (centralProbability(z) - level) / (2 * density(z))
  return z
}

/** P(−z < Z < z) by the series of G. Marsaglia (2004), Evaluating the normal distribution, J. Stat. Software 11(4). */
function centralProbability(z: number): number {
  let term = z
  let sum = z
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (z * z) / k
    sum += term
  }
  return 2 * density(z) * sum
}

function density(z: number): number {
  return Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI)
}
