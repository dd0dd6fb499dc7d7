import type { FoundRow } from '../tables/fill.js'
import { isCell, isMark } from './cells.js'

/** Of a table that has a column more, at least so many rows have a figure too many. */
const FEW_ROWS = 3
const FEW = 0.15

/**
 * Doubts rows that may count right by chance: one of their own figures is missing, and one is there of a column that the form has
 * not, such as last year's, another body's, remarks. That is so for all rows whose columns no heads tell where many have more figures
 * than the form gives them; and for a row with more cells than these, if it or another row shows that the spare ones are not just
 * empty ones beside the figures.
 *
 * @param isWordy whether the header names a column of words, such as remarks: where rows lack figures, one may stand in it, too
 */
export function withoutChanceCounts(rows: readonly FoundRow[], isWordy: boolean): FoundRow[] {
  const surplus = rows.filter((row) => row.placed === null && marksOf(row) > row.slots.length).length
  const wider =
    (isWordy && rows.some((row) => marksOf(row) > 0 && marksOf(row) !== row.slots.length)) ||
    surplus >= Math.max(FEW_ROWS, rows.filter((row) => marksOf(row) > 0).length * FEW)
  const isMixed = surplus > 0 || rows.some((row) => isWide(row) && marksOf(row) === row.slots.length && isGapped(row))
  return rows.map((row) => {
    const isDoubtful = !row.underHeads && marksOf(row) > 0 && (wider || (isMixed && isWide(row)))
    return isDoubtful ? { ...row, uncertain: true } : row
  })
}

function marksOf(row: FoundRow): number {
  return row.pieces.filter(isMark).length
}

function isWide(row: FoundRow): boolean {
  return row.placed === null && row.pieces.filter(isCell).length > row.slots.length
}

/** Whether an empty cell stands between figures. */
function isGapped({ pieces }: FoundRow): boolean {
  const cells = pieces.filter(isCell)
  const [first, last] = [cells.findIndex(isMark), cells.findLastIndex(isMark)]
  return cells.slice(first, last + 1).some(({ kind }) => kind === 'blank')
}
