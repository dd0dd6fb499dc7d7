import type { Form } from '../../forms/forms.js'
import type { Cell, TableName } from '../../types.js'
import { asPrinted } from '../header/column-order.js'
import { headerDoubts, lacksColumnLabel } from '../header/header.js'
import type { Alignment } from '../labels/align.js'
import type { Stream } from '../stream.js'
import type { FoundRow } from '../tables/fill.js'
import { nameOf, type Sum, sumsOf } from './confirm.js'
import { withheld } from './withheld.js'

/**
 * Withholds the figures of a table whose sums say that they are not where they were read. A header that lacks a column's label, or
 * whose order may not be that of the figures, does not tell which column is which: then most rows must add up, and in the form's
 * order only. Rows without borders are told from each other by reading order alone: their figures must not add up better if each
 * stands a row further up or down.
 */
export function withheldUnlessVouched(
  stream: Stream,
  alignment: Alignment,
  rows: readonly FoundRow[],
  cells: readonly Cell[],
): readonly Cell[] {
  const { form, table } = alignment.template
  const sums = tellingSums(form, table, cells)
  const across = sums.filter(({ along }) => along === 'rows')
  const failing = across.filter(({ holds }) => holds !== true)
  // A column under another name may be another column, unless all rows add up with it.
  const { renamed, flattened } = headerDoubts(stream, alignment)
  const most = renamed.size > 0 ? 0 : across.length / 2
  const isHeaded = rows.every(({ underHeads }) => underHeads)
  if (hasRowSums(table) && !isHeaded && lacksColumnLabel(stream, alignment) && failing.length > most)
    return cells.map(withheldIfRead)
  if (flattened.size > 0 && across.length > 0 && !isHeaded) {
    const inHeads = sumsOf(form, table, inOrderOfHeads(alignment, cells))
    const only = across.filter(
      ({ holds, cells: own }) => holds && !inHeads.some((sum) => sum.holds && isSame(sum, own)),
    )
    if (only.length <= failing.length) return cells.map(withheldIfRead)
  }
  const bare = new Set(rows.flatMap((row) => (row.placed === null && !row.glued ? (row.slots[0]?.row ?? []) : [])))
  if (bare.size === 0) return cells
  // Figures in one row without borders are told by their order alone, which a page laid askew may have changed.
  const isSingle = alignment.template.definition.arrangement === 'single_row'
  if (isSingle && across.filter(({ holds }) => holds === false).length >= BROKEN) return cells.map(withheldIfRead)
  const holding = (some: readonly Sum[]) => some.filter(({ along, holds }) => along === 'columns' && holds).length
  const isShifted = [1, -1].some((by) => {
    const others = tellingSums(form, table, shifted(cells, bare, by))
    return holding(others) > Math.max(1, holding(sums))
  })
  return isShifted ? cells.map((cell) => (bare.has(cell.row) ? withheldIfRead(cell) : cell)) : cells
}

/** A misprint breaks one sum of a row; where as many fail, its figures stand in another order. */
const BROKEN = 2

/** Whether a sum is one over some cells. */
function isSame(sum: Sum, cells: ReadonlySet<string>): boolean {
  return sum.cells.size === cells.size && [...cells].every((name) => sum.cells.has(name))
}

/** The figures of each row under the heads as the form prints these, line by line. */
function inOrderOfHeads({ template }: Alignment, cells: readonly Cell[]): Cell[] {
  const names = new Map(
    template.definition.blocks.flatMap((block) => {
      const printed = asPrinted(block)
      return block.columns.map(({ code }, i) => [code, printed[i]?.code ?? code] as const)
    }),
  )
  return cells.map((cell) => ({ ...cell, column: names.get(cell.column) ?? cell.column }))
}

/** The figures of some rows, each a row of these further down. */
function shifted(cells: readonly Cell[], rows: ReadonlySet<string>, by: number): Cell[] {
  const order = [...rows]
  const values = new Map(cells.map((cell) => [nameOf(cell), cell]))
  return cells.map((cell) => {
    const from = rows.has(cell.row) ? order[order.indexOf(cell.row) - by] : cell.row
    const other = from === undefined ? undefined : values.get(nameOf({ ...cell, row: from }))
    return other === undefined
      ? { ...cell, value: 0, status: 'stated' }
      : { ...other, row: cell.row, column: cell.column }
  })
}

function hasRowSums(table: TableName): boolean {
  return table === 'requests' || table === 'remedies'
}

/** The sums that add up anything: zeros and empty cells add up wherever they are read. */
function tellingSums(form: Form, table: TableName, cells: readonly Cell[]): Sum[] {
  const telling = new Set(cells.filter(({ value }) => value !== null && value !== 0).map(nameOf))
  return sumsOf(form, table, cells).filter((sum) => [...sum.cells].some((name) => telling.has(name)))
}

const READ: ReadonlySet<Cell['status']> = new Set(['stated', 'inferred', 'blank', 'nil'])

function withheldIfRead(cell: Cell): Cell {
  return READ.has(cell.status) ? withheld(cell) : cell
}
