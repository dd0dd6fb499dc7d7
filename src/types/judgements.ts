/** What the audits say: part of the vocabulary of `types.ts`, which gives it out. No logic lives here. */

import type { CellRef } from './cells.js'
import type { Place } from './places.js'

/** Words in English and in Chinese. */
export interface Bilingual {
  readonly en: string
  readonly zh: string
}

export type Severity = 'error' | 'warning' | 'info'

/** Where every number of `range` would do (`null`: no bound), `would_be` is `null`. Slips: see docs/rules.md; `null`: none known. */
export interface RepairCell extends CellRef {
  readonly printed: number
  readonly would_be: number | null
  readonly range?: readonly [least: number | null, most: number | null]
  readonly slip: string | null
}

/** Cells that, changed together, restore every relation they are in, and the slip that explains all. Nothing is changed. */
export interface Repair {
  readonly cells: readonly RepairCell[]
  readonly slip: string | null
}

/** A judgement about a report. Findings never change a value. */
export interface Finding {
  readonly rule: string
  readonly severity: Severity
  readonly message: string
  /** The same in Chinese, with the form's own labels. */
  readonly message_zh: string
  readonly cells: readonly CellRef[]
  readonly expected: number | string | null
  readonly observed: number | string | null
  /** Where `expected` or `observed` is in English words: the same in Chinese. */
  readonly expected_zh?: string
  readonly observed_zh?: string
  readonly at: Place | null
  /** For broken relations: the smallest sets of cells whose change would restore them, likeliest first. */
  readonly repairs?: readonly Repair[]
  /** Across reports: the ids of the other reports it rests on. */
  readonly with?: readonly string[]
  /** Across reports: the body whose reports are compared, as the panel tells bodies apart. */
  readonly series?: string
  /** Across reports: why figures that belong together may differ. */
  readonly cause?: FindingCause
  /** Across reports: where the passages compared stand in each report. */
  readonly places?: readonly { readonly report_id: string; readonly at: Place }[]
  /** The statistical test a screening question rests on. */
  readonly test?: FindingTest
}

/**
 * Why figures that belong together differ. `arithmetic`: a known slip turns one into the other. `scope`: the reports speak of
 * different scopes. `reorganisation`: the body changed. `form_change`: the reports follow different form editions.
 */
export interface FindingCause {
  readonly kind: 'arithmetic' | 'scope' | 'reorganisation' | 'form_change' | 'unexplained'
  /** What speaks for it, in one sentence. */
  readonly evidence: string
  readonly evidence_zh: string
}

/** A statistical test: on how many figures, what was counted, and how likely as much or more is by chance. */
export interface FindingTest {
  readonly name: string
  readonly n: number
  readonly statistic: number
  /** `null` where no distribution is assumed. */
  readonly p: number | null
  /** `p` corrected for all tests of this rule in the run; `null` with `p`. */
  readonly p_adjusted: number | null
}

/** How a rule came out on one subject: a check that never ran has not passed. */
export type CheckOutcome = 'passed' | 'failed' | 'not_applicable' | 'not_assessable'

/** What a check without a finding rests on, or why it could not be made: a sentence, with its cells and places. */
export interface Evidence {
  readonly text: string
  readonly text_zh: string
  readonly cells: readonly CellRef[]
  readonly places: readonly Place[]
}

/** One application of one rule. Failed checks become findings; the others say what was looked at. */
export interface Check {
  readonly rule: string
  readonly subject: string
  readonly outcome: CheckOutcome
  readonly finding: Finding | null
  readonly evidence?: Evidence
}

/** A check across reports, with the report it is about: the later of those compared. */
export interface PanelCheck extends Check {
  readonly report_id: string
}
