/** Flat rows, one fact a row, as audits, metrics, text and figures take and return them: part of the vocabulary of `types.ts`, which gives it out. No logic lives here. */

import type { CellStatus, FormId, TableName } from './cells.js'
import type { ItemKind } from './narrative.js'
import type { Place } from './places.js'

/** One cell of one report. */
export interface CellRow {
  readonly report_id: string
  readonly form: FormId
  readonly table: TableName
  readonly row: string
  readonly column: string
  readonly value: number | null
  readonly status: CellStatus
  readonly text: string | null
  readonly start: number | null
  readonly end: number | null
  /** Id of the correction that was applied; left out where there is none. */
  readonly correction?: string
}

/** One unit of section five. `folded_text` is Simplified; `start` and `end` point at the source as published. */
export interface ItemRow {
  readonly report_id: string
  readonly kind: ItemKind
  readonly ordinal: number
  readonly text: string
  readonly folded_text: string
  readonly start: number
  readonly end: number
}

/** One token of one unit (folded to Simplified), with its place in the source. */
export interface TokenRow {
  readonly report_id: string
  readonly item_kind: ItemKind
  readonly item_ordinal: number
  readonly token: string
  readonly start: number
  readonly end: number
}

/** A keyword counted in one report. `places` lists every occurrence. */
export interface KeywordRow {
  readonly report_id: string
  readonly item_kind: ItemKind
  readonly keyword: string
  readonly count: number
  readonly places: readonly Place[]
}

/** A number with a definition, its parts beside it, and an interval. `value` is `null` with the reason in `reason`. */
export interface MetricRow {
  readonly report_id: string
  readonly metric: string
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly lower: number | null
  readonly upper: number | null
  /** The kind of interval, e.g. `wilson 95 %`; `null` where none applies. */
  readonly interval: string | null
  /** Why there is no value; `null` where there is one. */
  readonly reason: string | null
  /** The cells it was computed from, as `table/row/column`, separated by `; `. */
  readonly cells: string
  /** The article or form row it rests on. */
  readonly source: string
}
