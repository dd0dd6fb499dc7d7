import { inWanYuan } from '../header/money.js'
import type { FoundRow } from '../tables/fill.js'

/** In a table that prints units, so many of its rows have one. */
const MOST = 0.5
/** What a row has for a unit that prints none where the other rows do. */
const NONE = ''

/** Rows of amounts without a unit, in a table whose other rows have theirs: then the unit of the amount is not the form's for sure. */
export function withUnitsMissing(rows: readonly FoundRow[]): readonly FoundRow[] {
  const told = rows.filter(({ slots }) => slots.some(({ printedUnit }) => printedUnit !== null)).length
  if (told === 0 || told < rows.length * MOST) return rows
  return rows.map((row) => {
    const slots = row.slots.map((slot) =>
      slot.printedUnit === null && inWanYuan(slot.unit) !== null ? { ...slot, printedUnit: NONE } : slot,
    )
    return { ...row, slots }
  })
}
