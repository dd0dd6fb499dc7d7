import type { CellRef, CellStatus, OriginalReading, Report, ReportHead } from '../../types.js'

/** What of a report's head may be corrected: the reporting year, the issuer's name, the day of signature. */
export type CorrectedField = 'year' | 'issuer' | 'signed'

interface CorrectionNotes {
  readonly id: string
  /** The report's id. */
  readonly report: string
  /** The source's hash, where the correction is meant for those bytes alone. */
  readonly sha256?: string
  readonly reason: string
  /** A text, an address, a page: what a reader can check the correction against. */
  readonly evidence: string
  /** Only `accepted` corrections are applied. */
  readonly status: 'proposed' | 'accepted' | 'rejected'
  readonly author: string
  /** When it was declared, as an ISO day. */
  readonly date: string
}

/**
 * `set`: this is the value. `blank`: the cell holds none, although the reader saw one. `withhold`: there is one, but nothing
 * should be counted with it. The last two leave no value.
 */
export type CorrectionAction = 'set' | 'blank' | 'withhold'

/** A declared correction of one cell. `expect` is what the cell must read as; where it does not, nothing is applied. */
export interface CellCorrection extends CorrectionNotes {
  readonly cell: CellRef
  readonly action: CorrectionAction
  /** With `set` alone. */
  readonly value?: number
  readonly expect: {
    readonly value: number | null
    readonly status: Exclude<CellStatus, 'corrected'>
    readonly text?: string | null
  }
}

/** A declared correction of one entry of the report's head. */
export interface FieldCorrection extends CorrectionNotes {
  readonly field: CorrectedField
  readonly action: CorrectionAction
  /** With `set` alone: a whole number for `year`, a name for `issuer`, an ISO day for `signed`. */
  readonly value?: number | string
  readonly expect: { readonly value: number | string | null }
}

/** An entry of `data/reference/corrections.json`, or of a user's own file in the same format. */
export type Correction = CellCorrection | FieldCorrection

/** A correction that was applied, with what it took the place of: of a cell the reading, of the head its entries. */
export type AppliedCorrection =
  | (CellCorrection & { readonly original: OriginalReading })
  | (FieldCorrection & { readonly original: Partial<ReportHead> })

/** A report with the corrections that were applied to it; `corrections` is left out where there are none. */
export interface CorrectedReport extends Report {
  readonly corrections?: readonly AppliedCorrection[]
}

/**
 * What became of a correction. `guard_failed`: the report no longer reads as `expect` or `sha256` says. `unmatched`: the report
 * has no such cell. `not_accepted`: it is proposed or rejected. `report_not_read`: its report is not among the inputs.
 */
export type CorrectionResult = 'applied' | 'guard_failed' | 'unmatched' | 'not_accepted' | 'report_not_read'

/** One correction and what became of it. */
export interface CorrectionOutcome {
  readonly correction: Correction
  readonly outcome: CorrectionResult
  /** What was read at that place; `null` where the report was not read or has no such cell. */
  readonly read: {
    readonly value: number | string | null
    readonly status: CellStatus | null
    readonly text: string | null
  } | null
  /** Why it was not applied, in one sentence; `null` where it was. */
  readonly message: string | null
  readonly message_zh: string | null
}
