import { isMark, type Piece } from './cells.js'
import type { FoundRow } from './fill.js'

/**
 * Text recovered from PDF has page numbers on lines of their own, in mid-table too. Where a table's rows stand on their
 * labels' lines, or the row's unit does, a single figure on a line below a row may be the number of a page, come in for a cell
 * that is lost: the row is uncertain.
 *
 * @param labelEnds where the label of each row ends in the folded text
 */
export function withoutPageNumbers(text: string, rows: readonly FoundRow[], labelEnds: readonly number[]): FoundRow[] {
  const below = rows.map((row, i) => figuresBelow(text, row, labelEnds[i] ?? 0))
  const beside = rows.filter((row, i) => row.pieces.some(isMark) && below[i]?.length === 0).length
  return rows.map((row, i) => {
    const onLines = beside > 0 || hasUnitBeside(text, row, labelEnds[i] ?? 0)
    const suspect = row.placed === null && onLines && below[i]?.length === 1 && below[i]?.[0]?.kind === 'number'
    return suspect ? { ...row, uncertain: true } : row
  })
}

/** Whether the unit is printed on the line on which the label ends. */
function hasUnitBeside(text: string, { unit }: FoundRow, labelEnd: number): boolean {
  const end = text.indexOf('\n', labelEnd)
  return unit !== null && text.slice(labelEnd, end < 0 ? text.length : end).includes(unit)
}

function figuresBelow(text: string, row: FoundRow, labelEnd: number): Piece[] {
  const end = text.indexOf('\n', labelEnd)
  return end < 0 ? [] : row.pieces.filter((piece) => isMark(piece) && piece.from > end)
}
