import { readReference } from '../forms/reference.js'

/** What a metric divides by what, in words and in codes. */
export interface MetricDefinition {
  readonly id: string
  /** The function that computes it: `disclosure`, `denials`, `outcomes`, `compliance`. */
  readonly family: string
  readonly name_en: string
  readonly name_zh: string
  readonly formula: string
  /** `table/column` of the cells, or `checklist`. */
  readonly basis: string
  /** Row codes (or groups of the checklist); `denied.*` is the row `denied` or every row of that group. */
  readonly numerator: readonly string[]
  readonly denominator: readonly string[]
  /** True where the numerators of the family together must make up the denominator. */
  readonly is_exhaustive: boolean
  readonly interval: 'wilson' | null
  /** Why there is no value where the denominator is zero. */
  readonly zero_reason: string
  /** Form rows and articles it rests on. */
  readonly source: string
  readonly note: string
}

/**
 * All metrics, as `data/reference/metrics.json` defines them, in its order; with `family`, those of one function.
 *
 * @example
 * metricDefinitions('disclosure').map((metric) => metric.id)
 * // ['disclosure_rate.full', 'disclosure_rate.full_or_partial']
 */
export function metricDefinitions(family?: string): MetricDefinition[] {
  const { metrics } = readReference<{ metrics: MetricDefinition[] }>('metrics.json', 'metrics')
  return family === undefined ? [...metrics] : metrics.filter((metric) => metric.family === family)
}
