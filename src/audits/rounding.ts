import { statementVocabulary } from '../forms/statement-words.js'
import type { Statement } from '../types.js'

/** The values the true number may have: `[low, high]`, both included. */
export type Span = readonly [low: number, high: number]

/**
 * What numbers a statement leaves possible. An exact one leaves its value; one printed with 千, 万 or 亿 what rounds to it; 余 and
 * 超过 up to the next step of its last digit (2000余: 2000–3000), 近 down by a step or a fifth, 约 the share of
 * `about_tolerance` in `data/reference/statements.json`, or half a step, to both sides.
 *
 * @example
 * spanOf({ value: 60, rounding: 'over', text: '60余件' }) // [60, 70]
 */
export function spanOf({ value, rounding, text }: Pick<Statement, 'value' | 'rounding' | 'text'>): Span {
  const step = lastStep(value)
  const tolerance = statementVocabulary().approximate.about_tolerance * value
  switch (rounding) {
    case 'over':
      return [value, value + step]
    case 'nearly':
      return [value - Math.min(step, 2 * tolerance), value]
    case 'about':
      return [value - Math.max(tolerance, step / 2), value + Math.max(tolerance, step / 2)]
    default:
      return /\d[百千万亿萬億]/.test(text) ? [value - step / 2, value + step / 2] : [value, value]
  }
}

/** The size of the last digit that is not 0: 100 for 2300. */
function lastStep(value: number): number {
  if (value === 0 || !Number.isInteger(value)) return 0
  let step = 1
  while (value % (step * 10) === 0) step *= 10
  return step
}

/** The sum of several spans. */
export function sumOf(spans: readonly Span[]): Span {
  return spans.reduce<Span>(([low, high], [a, b]) => [low + a, high + b], [0, 0])
}
