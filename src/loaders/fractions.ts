import type { Cell } from '../types.js'
import { nameOf } from './confirm.js'
import type { FoundRow } from './fill.js'
import { withheld } from './withheld.js'

/** One count that is no whole number is a misprint, which the audits judge; more of them are counts of 万. */
const MANY = 2
const IN_TEN_THOUSANDS = /万[件条项次个宗]/

/**
 * Withholds the counts of a table that are no whole numbers where there are several, or where its words name 万 as a unit of counts.
 *
 * @param words the text of the table, its heads included
 */
export function withheldFractions(words: string, rows: readonly FoundRow[], cells: readonly Cell[]): readonly Cell[] {
  const counts = new Set(rows.flatMap(({ slots }) => slots.filter(({ unit }) => !unit.endsWith('元')).map(slotName)))
  const isFraction = (cell: Cell) => cell.value !== null && !Number.isInteger(cell.value) && counts.has(nameOf(cell))
  const found = cells.filter(isFraction).length
  if (found === 0 || (found < MANY && !IN_TEN_THOUSANDS.test(words))) return cells
  return cells.map((cell) => (isFraction(cell) ? withheld(cell) : cell))
}

function slotName({ row, column }: FoundRow['slots'][number]): string {
  return `${row}/${column}`
}
