import type { Form } from '../../forms/forms.js'
import type { Cell, TableName } from '../../types.js'
import { isCell, isMark } from '../rows/cells.js'
import type { FoundRow } from '../tables/fill.js'
import { nameOf, sumsOf } from './confirm.js'
import type { LineDoubt } from './line-doubts.js'
import { withheldWithoutPlace } from './withheld.js'

/**
 * Withholds rows that count right though a line's end may part a number as well as two cells, unless the sums in the row hold; where the table
 * is known to have broken figures, all sums that any of its cells is in.
 */
export function withheldOverLines(
  form: Form,
  table: TableName,
  rows: readonly FoundRow[],
  filled: Cell[][],
  doubts: readonly LineDoubt[],
): Cell[][] {
  if (doubts.every((doubt) => doubt === 'none')) return filled
  const sums = sumsOf(form, table, filled.flat())
  return filled.map((cells, i) => {
    const row = rows[i]
    const counts = row === undefined ? [] : [row.pieces.filter(isCell).length, row.pieces.filter(isMark).length]
    if (doubts[i] === 'table broken' && counts[0] === 0) return cells.map(withheldWithoutPlace)
    if (!counts.includes(row?.slots.length ?? 0))
      return isNilBesideFigures(cells, doubts[i]) ? cells.map(withheldWithoutPlace) : cells
    const own = sums.filter((sum) => cells.some((cell) => sum.cells.has(nameOf(cell))))
    const along = own.filter((sum) => sum.along === 'rows')
    const isSummed = cells.every((cell) => along.some((sum) => sum.cells.has(nameOf(cell))))
    // Zeros add up whatever digits stand before them on other lines.
    const isTelling = cells.some(({ value }) => value !== 0)
    const rowHolds = along.every((sum) => sum.holds === true)
    const allHold = isSummed && own.every((sum) => sum.holds === true)
    const isTold = {
      none: true,
      'own lines': isTelling && allHold,
      'parts beside': false,
      'rows beside': isSummed && rowHolds,
      'some beside': isSummed && rowHolds,
      'one beside': isSummed && rowHolds,
      'page beside': !isSummed || rowHolds,
      'table broken': allHold,
    }[doubts[i] ?? 'none']
    return isTold ? cells : cells.map(withheldWithoutPlace)
  })
}

/** Whether nil marks that are fewer than the row's cells stand near figures, which may be the others'. */
function isNilBesideFigures(cells: readonly Cell[], doubt: LineDoubt = 'none'): boolean {
  return (
    cells.some(({ status }) => status === 'nil') &&
    ['own lines', 'parts beside', 'rows beside', 'table broken'].includes(doubt)
  )
}
