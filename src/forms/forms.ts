import type { Cell, CurrentTable, FormId, Report, ReportTables, Severity, TableName } from '../types.js'
import { readReference } from './reference.js'

export interface FormRow {
  readonly code: string
  /** The label with the headings above it. */
  readonly label: string
  readonly label_en: string
  /** The label as it stands in its own cell. */
  readonly printed: string
  /** The headings printed above or beside it, outermost first. */
  readonly under: readonly string[]
  /** Articles of the Regulations on Open Government Information the row rests on. */
  readonly articles: readonly string[]
  readonly aliases: readonly string[]
  /** The unit printed in a cell of its own between label and figures; rows without one have the unit of their column. */
  readonly unit?: string
  /** Other units seen in print in its place, for the same thing counted. */
  readonly unit_aliases?: readonly string[]
  /** The row's own number, which the form may print in a cell between unit and figures. */
  readonly serial?: string
  /** True where the row stands in some printings of the form only: its absence is no fault. */
  readonly optional?: boolean
  /** False where the wording is from memory and no real file was seen to print it. */
  readonly pinned?: boolean
}

export interface FormColumn {
  readonly code: string
  readonly label: string
  readonly label_en: string
  readonly unit: string
  /** True where the column holds changes, whose decrease is negative. */
  readonly signed?: boolean
  /** The headings printed above the column's own, outermost first; left out where there is none. */
  readonly under?: readonly string[]
  readonly aliases: readonly string[]
}

export interface FormBlock {
  /** The line printed above the block. */
  readonly article: string
  /** Other header labels, in reading order. */
  readonly header: readonly string[]
  readonly columns: readonly FormColumn[]
  readonly rows: readonly FormRow[]
}

export interface FormTable {
  readonly title: string
  readonly title_en: string
  /** `labelled_rows`: each row label is followed by its cells. `single_row`: all cells stand in one row under a header. */
  readonly arrangement: 'labelled_rows' | 'single_row'
  readonly blocks: readonly FormBlock[]
}

/** A relation of a form: the sum over `left` equals, is at most or is at least the sum over `right` (0 where that is empty). */
export interface Identity {
  readonly id: string
  readonly table: TableName
  /** `columns`: `left` and `right` are row codes, checked in every column. `rows`: column codes, checked in every row. */
  readonly along: 'columns' | 'rows'
  readonly left: readonly string[]
  readonly right: readonly string[]
  readonly relation: 'equals' | 'at_most' | 'at_least'
  readonly tolerance: number
  /** `error` where the relation must hold; `warning` where there are good reasons for exceptions, so that nothing may be inferred from it. */
  readonly severity: Severity
  readonly text: string
  readonly text_zh: string
  readonly citation: string
}

export interface Form {
  readonly form: FormId
  readonly basis: string
  /** First and last reporting year the form is prescribed for; `null` means still in force. */
  readonly report_years: readonly [number, number | null]
  readonly source: string
  readonly note: string
  /** The forms since 2019 have `proactive`, `requests` and `remedies`; those before have `statistics`. */
  readonly tables: Readonly<Partial<Record<TableName, FormTable>>>
  readonly identities: readonly Identity[]
}

/** The three tables of the forms since 2019, in the order the forms print them. */
export const TABLES: readonly CurrentTable[] = ['proactive', 'requests', 'remedies']

/** Every table a form may have, that of the forms before 2019 last. */
export const ALL_TABLES: readonly TableName[] = [...TABLES, 'statistics']

/** The tables of a report: the three of the forms since 2019, and `statistics` where the report prints that table. */
export function tablesOf({ tables }: { readonly tables: ReportTables }): readonly TableName[] {
  return tables.statistics === undefined ? TABLES : ALL_TABLES
}

/**
 * The cells of one table of a report; none where the report has no such table.
 *
 * @example
 * cellsOf(report, 'statistics') // []
 */
export function cellsOf({ tables }: Pick<Report, 'tables'>, table: TableName): readonly Cell[] {
  return tables[table] ?? []
}

const EDITIONS = ['2008', 'fujian', '2014', '2019', '2021'] as const

/** All form editions known, oldest first, read from `data/reference/forms` and checked against their schema. */
export function forms(): readonly Form[] {
  return EDITIONS.map((edition) => readReference<Form>(`forms/${edition}.json`, 'form'))
}

/** The form edition with this id, or `undefined` (e.g. for `legacy`, which has no statutory tables here). */
export function formById(id: FormId): Form | undefined {
  return forms().find((form) => form.form === id)
}

export interface CellDefinition {
  readonly table: TableName
  readonly row: FormRow
  readonly column: FormColumn
  /** What the numbers count: the unit of the row where it has its own, else that of the column. */
  readonly unit: string
}

/**
 * Every numeric cell of a form's table, in the form's order; none where the form has no such table.
 *
 * @example
 * formCells(formById('2021'), 'requests').length // 175
 */
export function formCells(form: Form, table: TableName): CellDefinition[] {
  const blocks = form.tables[table]?.blocks ?? []
  return blocks.flatMap((block) =>
    block.rows.flatMap((row) => block.columns.map((column) => ({ table, row, column, unit: row.unit ?? column.unit }))),
  )
}
