/**
 * The tidy tables: every column of every table is defined once, in `tables/`, and everything else (CSV, Parquet, data
 * dictionary, labels in a notebook) follows from there.
 */

import { cellsTable } from './tables/cells.js'
import { checksTable } from './tables/checks.js'
import { correctionsTable } from './tables/corrections.js'
import type { AnyTable } from './tables/define.js'
import { findingsTable } from './tables/findings.js'
import { complianceTable, metricsTable } from './tables/measures.js'
import { itemsTable, keywordsTable } from './tables/narrative.js'
import { otherNumbersTable } from './tables/other-numbers.js'
import { reportsTable } from './tables/reports.js'
import { statementsTable } from './tables/statements.js'

export { type CellInput, cellInputs, cellsTable } from './tables/cells.js'
export { type CheckInput, checksTable } from './tables/checks.js'
export { correctionsTable } from './tables/corrections.js'
export {
  type AnyTable,
  type BooleanColumn,
  type Column,
  type ColumnNotes,
  type ColumnType,
  columnsOf,
  defineTable,
  type NumberColumn,
  type Scalar,
  type Table,
  type TableRow,
  type TextColumn,
  tableRow,
  tableRows,
} from './tables/define.js'
export { type FindingInput, findingsTable } from './tables/findings.js'
export { type ComplianceInput, complianceTable, metricsTable } from './tables/measures.js'
export { type ItemInput, itemsTable, keywordsTable } from './tables/narrative.js'
export { type OtherNumberInput, otherNumberInputs, otherNumbersTable } from './tables/other-numbers.js'
export { type ReportInput, reportsTable } from './tables/reports.js'
export { type StatementInput, statementInputs, statementsTable } from './tables/statements.js'

/** All tidy tables, in the order the data dictionary lists them. */
export const TIDY_TABLES: readonly AnyTable[] = [
  reportsTable,
  cellsTable,
  statementsTable,
  otherNumbersTable,
  itemsTable,
  keywordsTable,
  findingsTable,
  checksTable,
  metricsTable,
  complianceTable,
  correctionsTable,
]
