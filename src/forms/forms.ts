import type { FormId, TableName } from '../types.js'
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
}

export interface FormColumn {
  readonly code: string
  readonly label: string
  readonly label_en: string
  readonly unit: string
  /** True where the column holds changes, whose decrease is negative. */
  readonly signed?: boolean
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

/** An accounting relation of a form: the sum over `left` equals the sum over `right`. */
export interface Identity {
  readonly id: string
  readonly table: TableName
  /** `columns`: `left` and `right` are row codes, checked in every column. `rows`: column codes, checked in every row. */
  readonly along: 'columns' | 'rows'
  readonly left: readonly string[]
  readonly right: readonly string[]
  readonly tolerance: number
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
  readonly tables: Readonly<Record<TableName, FormTable>>
  readonly identities: readonly Identity[]
}

/** The tables of a report, in the order the forms print them. */
export const TABLES: readonly TableName[] = ['proactive', 'requests', 'remedies']

const EDITIONS = ['2019', '2021'] as const

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
}

/**
 * Every numeric cell of a form's table, in the form's order.
 *
 * @example
 * formCells(formById('2021'), 'requests').length // 175
 */
export function formCells(form: Form, table: TableName): CellDefinition[] {
  return form.tables[table].blocks.flatMap((block) =>
    block.rows.flatMap((row) => block.columns.map((column) => ({ table, row, column }))),
  )
}
