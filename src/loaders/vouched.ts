import type { Cell, TableName } from '../types.js'
import type { Alignment } from './align.js'
import { nameOf, type Sum, sumsOf } from './confirm.js'
import type { FoundRow } from './fill.js'
import { lacksColumnLabel } from './header.js'

/** Fewer sums than this say nothing of a whole table. */
const FEW_SUMS = 3

/**
 * Withholds the figures of a table whose sums say that they are not where they were read. A header that lacks a column's label
 * does not tell which column is which: then most rows must add up. Rows without borders are told from each other by reading order
 * alone: then most columns must not fail. A misprint or two fails few sums; figures read a column or a row away fail nearly all.
 */
export function withheldUnlessVouched(
  alignment: Alignment,
  rows: readonly FoundRow[],
  cells: readonly Cell[],
): readonly Cell[] {
  const { form, table } = alignment.template
  const sums = sumsOf(form, table, cells).filter((sum) => isTelling(sum, cells))
  const along = (way: Sum['along']) => sums.filter((sum) => sum.along === way)
  if (hasRowSums(table) && lacksColumnLabel(alignment) && failing(along('rows')).length > along('rows').length / 2)
    return cells.map(withheld)
  const bare = new Set(rows.filter((row) => row.placed === null && !row.glued).map((row) => row.slots[0]?.row ?? ''))
  const told = along('columns').filter(({ holds }) => holds !== null)
  const failed = failing(told)
  if (failed.length < FEW_SUMS || failed.length <= told.length / 2) return cells
  return cells.map((cell) => (bare.has(cell.row) ? withheld(cell) : cell))
}

function hasRowSums(table: TableName): boolean {
  return table === 'requests' || table === 'remedies'
}

/** Whether a sum adds up anything: zeros and empty cells add up wherever they are read. */
function isTelling(sum: Sum, cells: readonly Cell[]): boolean {
  return cells.some((cell) => sum.cells.has(nameOf(cell)) && cell.value !== null && cell.value !== 0)
}

function failing(sums: readonly Sum[]): Sum[] {
  return sums.filter(({ holds }) => holds !== true)
}

function withheld(cell: Cell): Cell {
  if (!['stated', 'inferred', 'blank', 'nil'].includes(cell.status)) return cell
  const { row, column, value, text, at } = cell
  return { row, column, value: null, status: 'ambiguous', text, at, candidates: value === null ? [] : [value] }
}
