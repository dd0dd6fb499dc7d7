import { readReference } from '../forms/reference.js'
import type { CheckOutcome } from '../types.js'

export type ComplianceGroup = 'sections' | 'tables' | 'identities' | 'dates'

export interface ChecklistItem {
  readonly id: string
  readonly group: ComplianceGroup
  /** The audit rule whose checks decide the item. */
  readonly rule: string
  /** Narrows the checks to one subject; `null` takes all of the rule's. */
  readonly subject: string | null
  readonly weight: number
  readonly name_en: string
  readonly name_zh: string
  readonly ground: string
  readonly note: string
}

export interface Checklist {
  /** The share of an item's applicable checks that must have been assessable before it can pass. */
  readonly minimum_coverage: number
  readonly items: readonly ChecklistItem[]
}

/** One item of the checklist for one report. */
export interface ComplianceRow {
  readonly report_id: string
  readonly item: string
  readonly group: ComplianceGroup
  readonly outcome: CheckOutcome
  /** The item's weight if passed, 0 if failed; `null` if it was not applicable or could not be assessed. */
  readonly points: number | null
  /** The item's weight; 0 if not applicable. */
  readonly max_points: number
  /** Article or notice. */
  readonly ground: string
  /** How many checks the outcome rests on, and how they came out. */
  readonly note: string
}

/** The checklist with its weights, from `data/reference/checklist.json`; give `compliance` a changed copy to try others. */
export function checklist(): Checklist {
  return readReference<Checklist>('checklist.json', 'checklist')
}
