import type { Form, FormColumn, FormRow, FormTable } from '../../forms/forms.js'
import type { TableName } from '../../types.js'
import { foldLabel } from '../fold.js'
import { wordsOfMoney } from '../header/money.js'

/** One label of a form, as the aligner looks for it. */
export interface Label {
  /** The label as the form prints it. */
  readonly text: string
  /** The wordings to look for, without numbering, folded. The first is the form's own. */
  readonly wordings: readonly string[]
  /** The numbering the form prints before it (`(一)`, `2.`), or an empty string. */
  readonly numbering: string
  /** Every numbering it is printed with, its own first; none where it is not numbered. */
  readonly numberings: readonly string[]
  /** Whether it stands in some printings of the form only. */
  readonly optional: boolean
  /** The row this label begins, or `null` for headings and column labels. */
  readonly row: RowSlots | null
  /** Index of the block it belongs to. */
  readonly block: number
}

/** The cells that follow a label. */
export interface RowSlots {
  readonly cells: readonly Slot[]
  /** The units that may be printed in a cell between label and figures; none where the form prints none there. */
  readonly units: readonly string[]
  /** The row's own number, which may be printed there too, or `null`. */
  readonly serial: string | null
}

export interface Slot {
  readonly row: string
  readonly column: string
  /** The unit the form gives its numbers. */
  readonly unit: string
  /** The unit the report prints for them, where it prints one. */
  readonly printedUnit: string | null
  /** Whether its numbers are changes, which may be below 0. */
  readonly signed: boolean
}

/** A table of a form as the sequence in which it is printed and read. */
export interface Template {
  readonly form: Form
  readonly table: TableName
  readonly definition: FormTable
  readonly labels: readonly Label[]
}

/**
 * The form's own sequences of labels and slots for one table; none where the form has no such table. A table of a single row
 * may also be printed as several, one for each part of the row, each under its own heading and header.
 */
export function templatesOf(form: Form, table: TableName): Template[] {
  const definition = form.tables[table]
  if (definition === undefined) return []
  if (definition.arrangement === 'labelled_rows') return [{ form, table, definition, labels: labelledRows(definition) }]
  const parts = inParts(definition)
  return [
    { form, table, definition, labels: singleRow(definition) },
    { form, table, definition: parts, labels: partByPart(parts) },
  ]
}

function inParts(table: FormTable): FormTable {
  const blocks = table.blocks.flatMap(({ columns, rows }) =>
    rows.map((row) => ({ article: row.printed, header: [], columns, rows: [row] })),
  )
  return { ...table, arrangement: 'labelled_rows', blocks }
}

/** Each part's name and column labels, the last of which is followed by the part's cells. */
function partByPart({ blocks }: FormTable): Label[] {
  return blocks.flatMap(({ article, columns, rows }, index) => {
    const cells = rows.flatMap((row) => columns.map((column) => slotOf(row, column)))
    const heading = labelOf(index)
    const header = columns.map(({ label, aliases }) => heading(label, aliases))
    const row = { cells, units: [], serial: null }
    return [heading(article), ...header.map((label, i) => (i === header.length - 1 ? { ...label, row } : label))]
  })
}

function labelledRows(table: FormTable): Label[] {
  const labels: Label[] = []
  const units = unitsOf(table)
  for (const [index, block] of table.blocks.entries()) {
    const heading = labelOf(index)
    labels.push(heading(block.article), ...block.header.map((text) => heading(text)))
    const named = new Set(block.header)
    for (const column of block.columns) {
      if (!named.has(column.label)) labels.push(heading(column.label, column.aliases))
    }
    let above: readonly string[] = []
    for (const row of block.rows) {
      const fresh = row.under.filter((text, level) => above[level] !== text)
      labels.push(...fresh.map((text) => heading(text)))
      above = row.under
      const own = { units: row.unit === undefined ? [] : units, serial: row.serial ?? null }
      const label = { ...heading(row.printed, row.aliases), optional: row.optional === true }
      labels.push({ ...label, row: { cells: block.columns.map((column) => slotOf(row, column)), ...own } })
    }
  }
  return labels
}

/** Header labels in reading order; the last one is followed by all cells. */
function singleRow(table: FormTable): Label[] {
  return table.blocks.flatMap((block, index) => {
    const cells = block.rows.flatMap((row) => block.columns.map((column) => slotOf(row, column)))
    const header = block.header.map((text) => labelOf(index)(text))
    return header.map((label, i) =>
      i === header.length - 1 ? { ...label, row: { cells, units: [], serial: null } } : label,
    )
  })
}

function slotOf(row: FormRow, column: FormColumn): Slot {
  return {
    row: row.code,
    column: column.code,
    unit: row.unit ?? column.unit,
    printedUnit: null,
    signed: column.signed === true,
  }
}

/** Every unit that the rows of a table name, and those of money, the longest first: 人次 before 人. */
function unitsOf(table: FormTable): string[] {
  const rows = table.blocks.flatMap((block) => block.rows)
  const units = [...wordsOfMoney(), ...rows.flatMap((row) => [row.unit ?? [], row.unit_aliases ?? []].flat())]
  return [...new Set(units)].sort((a, b) => b.length - a.length)
}

const NUMBERING = /^(?:\((?:[一二三四五六七八九十]+|\d+)\)|[一二三四五六七八九十]+、|\d+\.)/

function labelOf(block: number) {
  return (text: string, aliases: readonly string[] = []): Label => {
    const printed = [text, ...aliases].map(foldLabel)
    const found = printed.map((wording) => NUMBERING.exec(wording)?.[0] ?? '')
    const numberings = [...new Set(found)].filter((numbering) => numbering !== '')
    const wordings = [...new Set(printed.map((wording) => wording.replace(NUMBERING, '')))]
    return { text, wordings, numbering: found[0] ?? '', numberings, optional: false, row: null, block }
  }
}
