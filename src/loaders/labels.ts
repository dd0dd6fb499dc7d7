import { forms } from '../forms/forms.js'
import { foldLabel } from './fold.js'

let labels: ReadonlySet<string> | undefined

/** The row labels of all form editions, folded as `foldLabel` does. */
export function rowLabels(): ReadonlySet<string> {
  labels ??= new Set(
    forms().flatMap((form) =>
      Object.values(form.tables).flatMap((table) =>
        table.blocks.flatMap((block) => block.rows.map((row) => foldLabel(row.printed))),
      ),
    ),
  )
  return labels
}

let columns: ReadonlySet<string> | undefined

/** The column labels of all form editions that are no row labels, folded likewise. */
export function columnLabels(): ReadonlySet<string> {
  columns ??= new Set(
    forms()
      .flatMap((form) => Object.values(form.tables))
      .flatMap((table) => table.blocks.flatMap((block) => block.columns.map((column) => foldLabel(column.label))))
      .filter((label) => !rowLabels().has(label)),
  )
  return columns
}
