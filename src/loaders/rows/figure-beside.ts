import type { FoundRow } from '../tables/fill.js'
import { isMark } from './cells.js'

/**
 * Where the figures of a table stand on lines below their labels, a figure on a label's own line may be the sign of a note: with
 * another on the line below it, which no row has, the row is uncertain.
 *
 * @param labelEnds where the label of each row ends in the folded text
 */
export function withoutFiguresBeside(
  text: string,
  rows: readonly FoundRow[],
  labelEnds: readonly number[],
): FoundRow[] {
  const lineEnds = labelEnds.map((end) => {
    const lineEnd = text.indexOf('\n', end)
    return lineEnd < 0 ? text.length : lineEnd
  })
  const isBelow = rows.some(({ pieces }, i) => pieces.some((piece) => isMark(piece) && piece.from > (lineEnds[i] ?? 0)))
  if (!isBelow) return [...rows]
  return rows.map((row, i) => {
    const end = lineEnds[i] ?? 0
    const marks = row.pieces.filter(isMark)
    const isBeside = row.placed === null && !row.grid && marks.length > 0 && marks.every(({ to }) => to <= end)
    return isBeside && FIGURE_LINE.test(text.slice(end, end + 40)) ? { ...row, uncertain: true } : row
  })
}

/** The next line, where it holds one figure alone. */
const FIGURE_LINE = /^\n[^\S\n]*\d[\d.,]{0,20}[^\S\n]*(?:\n|$)/
