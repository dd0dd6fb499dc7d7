import { describe, expect, it } from 'vitest'
import { wilsonInterval } from '../src/metrics/interval.js'

describe('wilsonInterval', () => {
  // scipy 1.17.1: scipy.stats.binomtest(k, n).proportion_ci(level, method='wilson')
  it.each([
    [0, 1, 0.95, 0, 0.7934506856227626],
    [1, 1, 0.95, 0.20654931437723745, 1],
    [0, 10, 0.95, 0, 0.27753279986288926],
    [10, 10, 0.95, 0.7224672001371109, 1],
    [5, 10, 0.95, 0.236593090512564, 0.7634069094874361],
    [250, 333, 0.95, 0.7016071251079068, 0.7941750763606381],
    [123456, 1000000, 0.95, 0.12281269653142284, 0.12410219641400437],
    [40, 100, 0.5, 0.3674815583468167, 0.4334241939025369],
    [7, 50, 0.68, 0.09815662059842392, 0.1958080034191135],
    [3, 7, 0.8, 0.22598811161452576, 0.6583029463790933],
    [3, 7, 0.9, 0.18644319036395607, 0.7105229089864071],
    [3, 7, 0.99, 0.11637368051613817, 0.8102850959116125],
    [999, 1000, 0.999, 0.9873882793907752, 0.9999215580137805],
  ])('agrees with scipy for %i of %i at %f', (successes, trials, level, lower, upper) => {
    const interval = wilsonInterval(successes, trials, level)
    expect(interval.lower).toBeCloseTo(lower, 12)
    expect(interval.upper).toBeCloseTo(upper, 12)
  })

  // Newcombe (1998), Statistics in Medicine 17, 857–872, table I, method 3 (score, without continuity correction)
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('agrees with Newcombe’s printed values for %i of %i', (successes, trials, lower, upper) => {
    const interval = wilsonInterval(successes, trials)
    expect(interval.lower).toBeCloseTo(lower, 4)
    expect(interval.upper).toBeCloseTo(upper, 4)
  })

  it('solves Wilson’s equation |p − b| = z·√(b(1−b)/n) at both bounds, with z = 1.959963984540054', () => {
    const z = 1.959963984540054 // the 97.5 % quantile (Wichura's AS 241, as in Python's statistics.NormalDist)
    for (let n = 1; n <= 40; n += 1) {
      for (let k = 0; k <= n; k += 1) {
        const { lower, upper } = wilsonInterval(k, n)
        for (const bound of [lower, upper].filter((b) => b > 0 && b < 1)) {
          expect(Math.abs(k / n - bound)).toBeCloseTo(z * Math.sqrt((bound * (1 - bound)) / n), 10)
        }
      }
    }
  })

  it('holds the share, stays within 0 and 1, mirrors, and widens with the level', () => {
    for (const n of [1, 2, 7, 50, 1000]) {
      for (const k of [0, 1, Math.floor(n / 2), n]) {
        const inner = wilsonInterval(k, n, 0.8)
        const outer = wilsonInterval(k, n, 0.9999)
        const mirror = wilsonInterval(n - k, n, 0.8)
        expect(inner.lower).toBeGreaterThanOrEqual(0)
        expect(inner.lower).toBeLessThanOrEqual(k / n)
        expect(inner.upper).toBeGreaterThanOrEqual(k / n)
        expect(inner.upper).toBeLessThanOrEqual(1)
        expect(mirror.lower).toBeCloseTo(1 - inner.upper, 12)
        expect(outer.lower).toBeLessThanOrEqual(inner.lower)
        expect(outer.upper).toBeGreaterThanOrEqual(inner.upper)
      }
    }
  })

  it('throws for the caller’s mistakes only', () => {
    expect(() => wilsonInterval(0, 0)).toThrow('wilsonInterval requires at least one trial')
    expect(() => wilsonInterval(1, 2.5)).toThrow('wilsonInterval requires at least one trial')
    expect(() => wilsonInterval(-1, 5)).toThrow('wilsonInterval requires a whole number of successes, at least 0')
    expect(() => wilsonInterval(0.5, 5)).toThrow('wilsonInterval requires a whole number of successes, at least 0')
    expect(() => wilsonInterval(6, 5)).toThrow('wilsonInterval requires no more successes than trials')
    for (const level of [0, 1, 95, Number.NaN]) {
      expect(() => wilsonInterval(1, 5, level)).toThrow('wilsonInterval requires a level above 0 and below 1')
    }
  })
})
