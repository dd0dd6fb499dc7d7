import type { Form } from '../forms/forms.js'
import type { Cell, TableName } from '../types.js'
import type { FoundRow } from './fill.js'
import { equationsOf } from './reconstruct.js'

/**
 * Rows known by reading order alone, since their label is not printed: their figures are `inferred` where the identities that
 * run down the columns leave exactly the figure printed, in every column, and the row adds up. Else they are `ambiguous`, with the
 * figure printed as the candidate.
 */
export function confirmNameless(
  form: Form,
  table: TableName,
  rows: readonly FoundRow[],
  filled: readonly (readonly Cell[])[],
): readonly (readonly Cell[])[] {
  if (!rows.some((row) => row.nameless)) return filled
  const identities = equationsOf(form, table, rows)
  const named = new Map<string, Cell>()
  rows.forEach((row, i) => {
    if (!row.nameless) for (const cell of filled[i] ?? []) named.set(`${cell.row}/${cell.column}`, cell)
  })
  return filled.map((cells, i) => {
    if (!rows[i]?.nameless) return cells
    const own = new Map(cells.map((cell) => [`${cell.row}/${cell.column}`, cell]))
    const amount = (row: string, column: string) =>
      amountOf(own.get(`${row}/${column}`) ?? named.get(`${row}/${column}`))
    const grounds = cells.map(({ row, column }) =>
      identities
        .filter(({ along, left, right }) => along === 'columns' && [...left, ...right].includes(row))
        .map(({ id, left, right }) => {
          const sum = (codes: readonly string[]) => codes.reduce((total, code) => total + amount(code, column), 0)
          return { id, difference: sum(left) - sum(right) }
        })
        .filter(({ difference }) => !Number.isNaN(difference)),
    )
    const addsUp = identities
      .filter(({ along }) => along === 'rows')
      .every(({ left, right }) => {
        const sum = (codes: readonly string[]) =>
          codes.reduce((total, code) => total + amount(cells[0]?.row ?? '', code), 0)
        return sum(left) === sum(right)
      })
    const forced = grounds.every((own) => own.length > 0 && own.every(({ difference }) => difference === 0))
    return cells.map((cell, j) =>
      forced && addsUp
        ? inferred(
            cell,
            (grounds[j] ?? []).map(({ id }) => id),
          )
        : open(cell),
    )
  })
}

/** What a cell counts in a sum: an empty one nothing; `NaN` where that is not known. */
function amountOf(cell: Cell | undefined): number {
  if (cell === undefined || cell.status === 'ambiguous' || cell.status === 'absent') return Number.NaN
  return cell.value ?? 0
}

function inferred(cell: Cell, by: readonly string[]): Cell {
  return cell.status === 'stated' ? { ...cell, status: 'inferred', by } : cell
}

function open(cell: Cell): Cell {
  const candidates = cell.value === null ? (cell.candidates ?? []) : [cell.value]
  return { ...cell, value: null, status: 'ambiguous', candidates }
}
