import { forms } from '../../forms/forms.js'
import { foldLabel } from '../fold.js'

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
