import type { Alignment, Match } from '../labels/align.js'
import { foldedEnd, foldedIndex, type Stream } from '../stream.js'
import type { FoundRow } from '../tables/fill.js'
import { isCell, isMark } from './cells.js'
import { MAX_ROW } from './printed-row.js'

/** A figure that is no number before a label and no part of a date. */
const UNREAD_FIGURE = /(?<![\d.,])\d{1,12}(?:[.,]\d{1,12}){0,3}(?![\d.、)年月日])/

/** Whether a figure that no row has stands between a label and the labels and figures above it. */
export function hasFigureAbove(
  stream: Stream,
  labels: Alignment['matches'],
  row: FoundRow | undefined,
  match: Match,
): boolean {
  const label = labels.findLast((other) => other !== null)
  const figures = Math.max(0, ...(row?.pieces.map((piece) => piece.to) ?? []))
  const start = foldedIndex(stream, match.from)
  const from = Math.max(start - MAX_ROW, figures, label ? foldedEnd(stream, label.to) : start)
  return UNREAD_FIGURE.test(stream.folded.text.slice(from, start))
}

/**
 * Doubts rows without figures that may have them above their label, or before the rest of it, as in text taken from a PDF:
 * figures stand there that were not read, or the last row above that has any has more of them than cells. Such a row must not be called empty.
 *
 * @param figureAbove of each row, whether a figure that no row has stands above its label
 */
export function withFiguresAbove(rows: readonly FoundRow[], figureAbove: readonly boolean[]): FoundRow[] {
  return rows.map((row, i) => {
    const isOpen = row.placed === null && !row.pieces.some(isMark) && cellCount(row) < row.slots.length
    const above = rows.slice(0, i).findLast(({ pieces }) => pieces.some(isMark))
    const mayBeAbove = figureAbove[i] === true || (above !== undefined && cellCount(above) > above.slots.length)
    return isOpen && mayBeAbove ? { ...row, unread: true, uncertain: true } : row
  })
}

function cellCount({ pieces }: FoundRow): number {
  return pieces.filter(isCell).length
}
