import type { Form } from '../../forms/forms.js'
import type { Cell, TableName } from '../../types.js'
import type { FoundRow } from '../tables/fill.js'
import { equationsOf } from './puzzle.js'
import { withheld } from './withheld.js'

/** One of the form's sums in one column or one row. */
export interface Sum {
  readonly id: string
  readonly along: 'rows' | 'columns'
  /** The cells it adds up, as `row/column`. */
  readonly cells: ReadonlySet<string>
  /** `null` where that cannot be told: a figure is not known, or the sum fails and an empty cell may be one that is lost. */
  readonly holds: boolean | null
}

/**
 * Figures whose row is known by reading order alone, since no label stands beside them: `inferred`, if no sum of the form that
 * rests on any of them fails, and one holds for each of the row. Where the label's cell is there and empty or has other words, the row may be one that the
 * form has not; then the sum must be one down the column, if the form has any there. Else they are `ambiguous`, with the figure
 * printed as the candidate.
 *
 * @param cells all cells found of the table
 * @param unlabelled the rows known by reading order alone, by code
 */
export function confirmedBySums(
  form: Form,
  table: TableName,
  cells: readonly Cell[],
  unlabelled: ReadonlyMap<string, FoundRow['label']>,
): readonly Cell[] {
  if (unlabelled.size === 0) return cells
  const own = cells.filter(({ row }) => unlabelled.has(row))
  const sums = sumsOf(form, table, cells).filter((sum) => own.some((cell) => sum.cells.has(nameOf(cell))))
  const resting = (cell: Cell) => sums.filter((sum) => sum.cells.has(nameOf(cell)))
  const untold = new Set(own.filter((cell) => !isTold(resting(cell), unlabelled.get(cell.row))).map(({ row }) => row))
  const fails = sums.some(({ holds }) => holds === false)
  return cells.map((cell) => {
    if (!unlabelled.has(cell.row)) return cell
    if (fails || untold.has(cell.row)) return withheld(cell)
    const by = resting(cell).flatMap(({ id, holds }) => (holds ? [id] : []))
    return inferred(cell, by)
  })
}

/** Whether the sums that rest on a cell tell which row it is. */
function isTold(sums: readonly Sum[], label: FoundRow['label'] | undefined): boolean {
  const down = label !== 'torn off' ? sums.filter(({ along }) => along === 'columns') : []
  return (down.length > 0 ? down : sums).some(({ holds }) => holds)
}

/** The form's sums over a table's rows and columns, as far as the cells found tell whether they hold. */
export function sumsOf(form: Form, table: TableName, cells: readonly Cell[]): Sum[] {
  const amounts = new Map(cells.map((cell) => [nameOf(cell), amountOf(cell)]))
  const known = new Set(cells.filter(({ value }) => value !== null).map(nameOf))
  return equationsOf(form, table, [{ slots: cells }]).flatMap(({ id, along, left, right }) => {
    const lines = new Set(cells.map((cell) => (along === 'rows' ? cell.row : cell.column)))
    return [...lines].map((line): Sum => {
      const names = (codes: readonly string[]) =>
        codes.map((code) => (along === 'rows' ? `${line}/${code}` : `${code}/${line}`))
      const total = (side: readonly string[]) =>
        names(side).reduce((sum, name) => sum + (amounts.get(name) ?? Number.NaN), 0)
      const difference = total(left) - total(right)
      const own = names([...left, ...right])
      const sure = own.every((name) => known.has(name))
      return { id, along, cells: new Set(own), holds: difference === 0 ? true : sure ? false : null }
    })
  })
}

/**
 * The cells of columns that cannot add up, as `row/column`: all figures of a sum are known and it fails, or those known of one side are more
 * than the other, which is known in all.
 */
export function contradictedIn(form: Form, table: TableName, cells: readonly Cell[]): Set<string> {
  const amounts = new Map(cells.map((cell) => [nameOf(cell), amountOf(cell)]))
  const columns = [...new Set(cells.map(({ column }) => column))]
  const down = equationsOf(form, table, [{ slots: cells }]).filter(({ along }) => along === 'columns')
  const sums = down.flatMap(({ left, right }) =>
    columns.map((column) => [left, right].map((side) => side.map((code) => `${code}/${column}`))),
  )
  const failing = sums.filter(([left = [], right = []]) => {
    const [one, two] = [left, right].map((side) => side.map((name) => amounts.get(name) ?? Number.NaN))
    return isMore(one, two) || isMore(two, one)
  })
  return new Set(failing.flat(2))
}

/** Whether what is known of one side is more than the whole other side. */
function isMore(one: readonly number[] = [], other: readonly number[] = []): boolean {
  const known = one.reduce((sum, amount) => sum + (Number.isNaN(amount) ? 0 : amount), 0)
  return known > other.reduce((sum, amount) => sum + amount, 0)
}

/** What a cell counts in a sum: an empty one nothing; `NaN` where that is not known. */
function amountOf({ status, value }: Cell): number {
  return status === 'ambiguous' || status === 'absent' ? Number.NaN : (value ?? 0)
}

export function nameOf({ row, column }: Cell): string {
  return `${row}/${column}`
}

function inferred(cell: Cell, by: readonly string[]): Cell {
  return cell.status === 'stated' ? { ...cell, status: 'inferred', by } : cell
}
