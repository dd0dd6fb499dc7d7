import type { Form, FormTable } from '../forms/forms.js'
import type { TableName } from '../types.js'
import { foldLabel } from './fold.js'

/** One label of a form, as the aligner looks for it. */
export interface Label {
  /** The wordings to look for, without numbering, folded. The first is the form's own. */
  readonly wordings: readonly string[]
  /** The numbering the form prints before it (`(一)`, `2.`), or an empty string. */
  readonly numbering: string
  /** The row this label begins, or `null` for headings and column labels. */
  readonly row: RowSlots | null
  /** Index of the block it belongs to. */
  readonly block: number
}

/** The cells that follow a label. */
export interface RowSlots {
  readonly cells: readonly Slot[]
}

export interface Slot {
  readonly row: string
  readonly column: string
  readonly unit: string
}

/** A table of a form as the sequence in which it is printed and read. */
export interface Template {
  readonly form: Form
  readonly table: TableName
  readonly labels: readonly Label[]
}

/** The form's own sequence of labels and slots for one table. */
export function templateOf(form: Form, table: TableName): Template {
  const definition = form.tables[table]
  const labels = definition.arrangement === 'single_row' ? singleRow(definition) : labelledRows(definition)
  return { form, table, labels }
}

function labelledRows(table: FormTable): Label[] {
  const labels: Label[] = []
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
      const cells = block.columns.map((column) => ({ row: row.code, column: column.code, unit: column.unit }))
      labels.push({ ...heading(row.printed, row.aliases), row: { cells } })
    }
  }
  return labels
}

/** Header labels in reading order; the last one is followed by all cells. */
function singleRow(table: FormTable): Label[] {
  return table.blocks.flatMap((block, index) => {
    const cells = block.rows.flatMap((row) =>
      block.columns.map((column) => ({ row: row.code, column: column.code, unit: column.unit })),
    )
    const header = block.header.map((text) => labelOf(index)(text))
    return header.map((label, i) => (i === header.length - 1 ? { ...label, row: { cells } } : label))
  })
}

const NUMBERING = /^(?:\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|\d+\.)/

function labelOf(block: number) {
  return (text: string, aliases: readonly string[] = []): Label => {
    const folded = foldLabel(text)
    const numbering = NUMBERING.exec(folded)?.[0] ?? ''
    const wordings = [folded, ...aliases.map(foldLabel)].map((wording) => wording.replace(NUMBERING, ''))
    return { wordings: [...new Set(wordings)], numbering, row: null, block }
  }
}
