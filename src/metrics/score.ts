import type { CheckOutcome, MetricRow } from '../types.js'
import type { ComplianceGroup, ComplianceRow } from './checklist.js'
import { metricDefinitions } from './definitions.js'

/** The points of one group, or of all. `share` is `null` where no item could be applied and assessed. */
export interface CompliancePart {
  readonly passed: number
  readonly failed: number
  readonly not_assessable: number
  readonly not_applicable: number
  readonly points: number
  /** The weights of the items passed or failed. */
  readonly applicable_max: number
  readonly share: number | null
  /** The share if every item that could not be assessed had failed, and if it had passed. */
  readonly lowest: number | null
  readonly highest: number | null
}

export interface ComplianceScore {
  readonly report_id: string
  readonly parts: Readonly<Record<ComplianceGroup, CompliancePart>>
  readonly total: CompliancePart
  /** The points over all groups: the sum of the parts. */
  readonly sum: number
  readonly applicable_max: number
  readonly share: number | null
}

/**
 * How far does a report comply? The four parts first (sections, tables, identities, dates), then their sum.
 *
 * Items that do not apply are left out of the maximum. Items that could not be assessed are left out of it too: they are
 * neither a merit nor a fault. Since a report could gain by being illegible, they are counted apart, and `lowest` and
 * `highest` say what the share would be if all of them had failed or had passed. `share` = points / `applicable_max`,
 * from 0 to 1; `null` where nothing could be applied and assessed. Weights are a choice, not law.
 *
 * @param rows the rows of one report, as `compliance` gives them
 * @throws where the rows are none, or of several reports
 *
 * @example
 * const { parts, sum, applicable_max } = complianceScore(rows)
 * [parts.dates.share, sum, applicable_max] // [1, 17, 17]
 */
export function complianceScore(rows: readonly ComplianceRow[]): ComplianceScore {
  const [first] = rows
  if (first === undefined) throw new Error('complianceScore requires at least one row')
  if (rows.some((row) => row.report_id !== first.report_id)) {
    throw new Error('complianceScore requires the rows of one report')
  }
  const part = (group: ComplianceGroup): CompliancePart => partOf(rows.filter((row) => row.group === group))
  const total = partOf(rows)
  return {
    report_id: first.report_id,
    parts: {
      sections: part('sections'),
      tables: part('tables'),
      identities: part('identities'),
      dates: part('dates'),
    },
    total,
    sum: total.points,
    applicable_max: total.applicable_max,
    share: total.share,
  }
}

/**
 * The compliance score as metrics: `compliance.sections`, `.tables`, `.identities`, `.dates` and, last,
 * `compliance.total`. Five rows a report; numerator: points; denominator: points of the items passed or failed. No
 * interval: the items are no sample. `value` is `null` where no item could be applied and assessed.
 *
 * @param rows the rows of any number of reports, as `compliance` gives them
 *
 * @example
 * complianceMetrics(rows).map((row) => row.metric).at(-1) // 'compliance.total'
 */
export function complianceMetrics(rows: readonly ComplianceRow[]): MetricRow[] {
  const byReport = new Map<string, ComplianceRow[]>()
  for (const row of rows) byReport.set(row.report_id, [...(byReport.get(row.report_id) ?? []), row])
  return [...byReport].flatMap(([report, own]) => {
    return metricDefinitions('compliance').map(({ id, numerator, zero_reason, source }) => {
      const { points, applicable_max, share } = partOf(own.filter((row) => numerator.includes(row.group)))
      return {
        report_id: report,
        metric: id,
        value: share,
        numerator: points,
        denominator: applicable_max,
        lower: null,
        upper: null,
        interval: null,
        reason: share === null ? zero_reason : null,
        cells: '',
        source,
      }
    })
  })
}

function partOf(rows: readonly ComplianceRow[]): CompliancePart {
  const of = (outcome: CheckOutcome): ComplianceRow[] => rows.filter((row) => row.outcome === outcome)
  const points = weight(of('passed'))
  const applicable_max = points + weight(of('failed'))
  const unknown = weight(of('not_assessable'))
  const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)
  return {
    passed: of('passed').length,
    failed: of('failed').length,
    not_assessable: of('not_assessable').length,
    not_applicable: of('not_applicable').length,
    points,
    applicable_max,
    share: share(points, applicable_max),
    lowest: share(points, applicable_max + unknown),
    highest: share(points + unknown, applicable_max + unknown),
  }
}

function weight(rows: readonly ComplianceRow[]): number {
  return rows.reduce((sum, row) => sum + row.max_points, 0)
}
