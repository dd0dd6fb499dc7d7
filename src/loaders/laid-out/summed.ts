import { formById } from '../../forms/forms.js'
import type { Cell } from '../../types.js'
import { nameOf, sumsOf } from '../search/confirm.js'
import { withheld, withheldWithoutPlace } from '../search/withheld.js'
import type { FoundTable } from '../tables/tables.js'

/**
 * A table read by columns in which figures were made whole from several lines: no place of the source holds these, so that they are
 * `inferred` where the form's sums along their row hold. All rows whose sums do not hold are withheld, for others may be broken too.
 */
export function summedOverLines(table: FoundTable, source: string): FoundTable {
  const isBroken = ({ status, text, at }: Cell) =>
    status === 'stated' && text !== null && at !== null && source.slice(...at).includes('\n')
  const form = formById(table.form)
  if (form === undefined || !table.cells.some(isBroken)) return table
  const sums = sumsOf(form, table.table, table.cells).filter(({ along }) => along === 'rows')
  const cells = table.cells.map((cell): Cell => {
    const own = sums.filter((sum) => sum.cells.has(nameOf(cell)))
    const holds = own.length > 0 && own.every((sum) => sum.holds === true)
    if (!holds) return cell.status === 'absent' ? cell : withheldWithoutPlace(cell)
    return isBroken(cell) ? { ...cell, status: 'inferred', text: null, at: null, by: own.map(({ id }) => id) } : cell
  })
  return { ...table, cells }
}

/**
 * A table read by columns without the rows some of whose cells are empty, where no way to read the table fits its sums: a part of it may
 * have been set in other columns than its heads, so that figures stand under those of others.
 */
export function withoutMisplaced(table: FoundTable): FoundTable {
  if (table.outcome !== 'impossible') return table
  const partial = partialRows(table.cells)
  const cells = table.cells.map((cell) => (partial.has(cell.row) ? withheld(cell) : cell))
  return { ...table, cells }
}

/** The rows with figures and empty cells. */
export function partialRows(cells: readonly Cell[]): Set<string> {
  const [filled, open] = [new Set<string>(), new Set<string>()]
  for (const { row, status, value } of cells) {
    if (value !== null) filled.add(row)
    if (status === 'blank') open.add(row)
  }
  return new Set([...filled].filter((row) => open.has(row)))
}
