import { sentence, type Words } from './outcome-words.js'

/** One group of outcomes of one report: how many of the requests concluded in the year ended this way. */
export interface OutcomeRow {
  /** What the bar is called, e.g. `安丘市 2020`; one bar for each distinct value. */
  readonly report: string
  /** Code of the outcome group, e.g. `granted`. */
  readonly outcome: string
  readonly outcome_label: string
  /** English label, for figures in English or both languages; without it `outcome_label` is printed. */
  readonly outcome_label_en?: string
  /** Where the group stands in the bar, smallest first. */
  readonly outcome_order: number
  /** Requests; `null` where the report does not say. */
  readonly count: number | null
  /** All requests concluded in the year, the denominator; the same in every row of a report. */
  readonly total: number | null
  /** Why there is no number; `null` where there is one. */
  readonly reason: string | null
}

export interface Outcome {
  readonly code: string
  readonly label: string
  readonly order: number
}

/** What is drawn for one report: either counts that add up to the total, or the reason why there is no bar. */
export type OutcomeBar =
  | {
      readonly report: string
      readonly total: number
      readonly counts: ReadonlyMap<string, number>
      readonly reason: null
    }
  | { readonly report: string; readonly reason: string }

/** The outcome groups in the order of the bar. Throws where rows disagree about a group's label or order. */
export function outcomeGroups(rows: readonly OutcomeRow[], label: (row: OutcomeRow) => string): Outcome[] {
  const groups = new Map<string, Outcome>()
  for (const row of rows) {
    const group = { code: row.outcome, label: label(row), order: row.outcome_order }
    const known = groups.get(row.outcome) ?? group
    if (known.label !== group.label || known.order !== group.order)
      throw new Error(`outcomeComposition requires one label and one order for the outcome ${row.outcome}`)
    groups.set(row.outcome, known)
  }
  return [...groups.values()].sort((a, b) => a.order - b.order)
}

/** One bar a report, in the order in which reports first occur. */
export function outcomeBars(rows: readonly OutcomeRow[], words: Words): OutcomeBar[] {
  const reports = new Map<string, OutcomeRow[]>()
  for (const row of rows) {
    requireCounts(row)
    const known = reports.get(row.report) ?? []
    if (known.some((other) => other.outcome === row.outcome))
      throw new Error(`outcomeComposition requires one row for the outcome ${row.outcome} of ${row.report}`)
    if (known.some((other) => other.total !== row.total))
      throw new Error(`outcomeComposition requires the same total in every row of ${row.report}`)
    reports.set(row.report, [...known, row])
  }
  return [...reports].map(([report, own]) => bar(report, own, words))
}

function bar(report: string, rows: readonly OutcomeRow[], words: Words): OutcomeBar {
  const counts = new Map<string, number>()
  for (const { outcome, count } of rows) if (count !== null) counts.set(outcome, count)
  const total = rows[0]?.total ?? null
  const given = [...new Set(rows.map((row) => row.reason).filter((reason) => reason !== null))].join('; ')
  if (counts.size < rows.length) return { report, reason: given || sentence(words.noCount) }
  if (total === null) return { report, reason: given || sentence(words.noTotal) }
  if (total === 0) return { report, reason: given || sentence(words.nothingConcluded) }
  const sum = [...counts.values()].reduce((a, b) => a + b, 0)
  if (sum !== total) return { report, reason: sentence(words.notAddingUp, { sum, total }) }
  return { report, total, counts, reason: null }
}

function requireCounts({ report, outcome, count, total }: OutcomeRow): void {
  for (const value of [count, total])
    if (value !== null && (!Number.isInteger(value) || value < 0))
      throw new Error(`outcomeComposition requires whole counts of at least 0: ${outcome} of ${report} has ${value}`)
}
