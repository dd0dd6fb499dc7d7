/** What a row of the revision log is about. */
export type RevisionSubject = 'report' | 'head' | 'cell' | 'statement' | 'finding'

/**
 * What changed.
 *
 * Of reports: `report_added`, `report_removed`, `unreadable_now`, `readable_now`, `source_changed` (other bytes under the same id).
 * Of entries of the head: `value_changed`, `value_given` (there was none), `value_withdrawn` (there is none any more).
 * Of cells: the same three; `status_changed`, `text_changed` where the value stayed; `moved` where nothing but the place changed;
 * `correction_applied`, `correction_withdrawn` (also of the head); `cell_added`, `cell_removed` where the table follows another form.
 * Of statements and findings: `added`, `removed`, and those of cells that fit.
 */
export type RevisionChange =
  | 'report_added'
  | 'report_removed'
  | 'unreadable_now'
  | 'readable_now'
  | 'source_changed'
  | 'value_changed'
  | 'value_given'
  | 'value_withdrawn'
  | 'status_changed'
  | 'text_changed'
  | 'moved'
  | 'correction_applied'
  | 'correction_withdrawn'
  | 'cell_added'
  | 'cell_removed'
  | 'added'
  | 'removed'

/**
 * Why: a declared correction, other bytes, or the same bytes read otherwise (another version of the program, other reference data). Where both
 * bytes and version differ, either may be why.
 */
export type RevisionReason = 'correction' | 'source_changed' | 'reader_changed' | 'source_or_reader_changed'

/** What was there, on one of the two sides; all `null` where nothing was. */
export interface RevisionSide {
  readonly value: number | string | null
  readonly status: string | null
  readonly text: string | null
  readonly start: number | null
  readonly end: number | null
}

/** One difference between two builds, or between two versions of a report. */
export interface RevisionRow {
  readonly report_id: string
  readonly subject: RevisionSubject
  /** Of cells; `null` for everything else. */
  readonly table: string | null
  readonly row: string | null
  readonly column: string | null
  /** The entry of the head, the key of the statement, the rule of the finding; `null` for reports and cells. */
  readonly name: string | null
  readonly change: RevisionChange
  readonly old: RevisionSide
  readonly new: RevisionSide
  /** `null` where it is not known. */
  readonly reason: RevisionReason | null
  /** The correction that came or went. */
  readonly correction: string | null
}
