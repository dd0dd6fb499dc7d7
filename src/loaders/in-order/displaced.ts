import { formById } from '../../forms/forms.js'
import type { Cell } from '../../types.js'
import { equationsOf } from '../search/puzzle.js'
import { withheld } from '../search/withheld.js'
import type { FoundTable } from '../tables/tables.js'

/**
 * A table of a text that a program took from pages, without the rows that add up only if another of their figures is the total: the program
 * wrote that figure too soon, and the others may stand in the wrong order as well.
 */
export function withoutDisplacedTotals(table: FoundTable): FoundTable {
  const form = formById(table.form)
  const sums = form ? equationsOf(form, table.table, []).filter(({ along }) => along === 'rows') : []
  const displaced = new Set(
    [...new Set(table.cells.map(({ row }) => row))].filter((row) => {
      const own = table.cells.filter((cell) => cell.row === row)
      return sums.some(({ left: [total, another], right }) => {
        if (total === undefined || another !== undefined) return false
        return isDisplaced(
          own.filter(({ column }) => column === total || right.includes(column)),
          total,
        )
      })
    }),
  )
  if (displaced.size === 0) return table
  return { ...table, cells: table.cells.map((cell) => (displaced.has(cell.row) ? withheld(cell) : cell)) }
}

function isDisplaced(cells: readonly Cell[], total: string): boolean {
  const isRead = cells.every(({ status }) => status === 'stated' || status === 'nil')
  const sum = cells.reduce((all, { value }) => all + (value ?? 0), 0)
  const isTotal = ({ value }: Cell) => value !== null && value !== 0 && 2 * value === sum
  return isRead && cells.some(isTotal) && !cells.some((cell) => cell.column === total && isTotal(cell))
}
