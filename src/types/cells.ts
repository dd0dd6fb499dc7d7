/** The statutory tables and their cells: part of the vocabulary of `types.ts`, which gives it out. No logic lives here. */

import type { Place } from './places.js'

/** The three tables of the forms since 2019: article 20 (proactive), articles 29–40 (requests), review and litigation (remedies). */
export type CurrentTable = 'proactive' | 'requests' | 'remedies'

/** A statutory table: one of the three since 2019, or `statistics` (政府信息公开情况统计表), the one table of the forms before. */
export type TableName = CurrentTable | 'statistics'

/** The cells of a report by table. `statistics` is there only where the report prints that table. */
export type ReportTables = Readonly<Record<CurrentTable, readonly Cell[]>> & {
  readonly statistics?: readonly Cell[]
}

/**
 * Form edition by the labels found, never by the year: `2019`, `2021`, and for the statistics table `2014`, `2008` or
 * `fujian`. A whole report before the form of 2019 is `legacy`.
 */
export type FormId = string

/**
 * How a cell's value was come by.
 * `stated`: a number is printed there. `nil`: a nil mark (`/`, `—`, `无`) is printed there.
 * `blank`: the cell is there and empty. `inferred`: not legible there, but the form's identities leave one value.
 * `ambiguous`: numbers are there, but more than one placing fits. `absent`: the table or the row is not in the report.
 * These six say what was read. `corrected`: a declared correction was applied; what was read is kept in `original`.
 */
export type CellStatus = 'stated' | 'nil' | 'blank' | 'inferred' | 'ambiguous' | 'absent' | 'corrected'

export interface Cell {
  readonly row: string
  readonly column: string
  /**
   * A number for `stated` and `inferred`, and for `corrected` unless the correction takes the number away; `null` for every
   * other status: a missing value is never zero.
   */
  readonly value: number | null
  readonly status: CellStatus
  /** The characters the value was read from, as printed; `null` where nothing is printed. */
  readonly text: string | null
  readonly at: Place | null
  /** The numbers that might stand here, for `ambiguous` cells. */
  readonly candidates?: readonly number[]
  /** The identities of the form that leave no other number, for `inferred` cells. */
  readonly by?: readonly string[]
  /** True where one nil mark was printed for a whole row whose cell borders are lost. */
  readonly shared?: boolean
  /** Id of the correction that was applied, for `corrected` cells; their `text` and `at` stay those of the print. */
  readonly correction?: string
  /** What was read before the correction. */
  readonly original?: OriginalReading
}

/** What was read in a cell before it was corrected. */
export type OriginalReading = Omit<Cell, 'row' | 'column' | 'correction' | 'original'>

export interface CellRef {
  /** The report the cell stands in, in findings across reports; left out where it is the report the finding is about. */
  readonly report_id?: string
  readonly table: TableName
  readonly row: string
  readonly column: string
}
