import type { MarkupCell } from './markup.js'
import { type Column, cellsUnder, linesOfPieces, standApart, unassigned } from './pdf-columns.js'
import { overlaps, type PagePiece } from './pdf-pieces.js'

/** A row of a table, in the order in which the table has them. */
export interface TableLine {
  readonly middle: number
  readonly cells: readonly MarkupCell[]
}

/** Rows that are known, between which something may be left over. */
export interface KnownRow {
  readonly middle: number
  readonly top: number
  readonly bottom: number
  /** Whether its label and its figures are both known. */
  readonly whole: boolean
}

/**
 * The pieces above the first row and below the last that a row cut by the end of a page may have left there: lines as near
 * as the table's own, of words beside its columns and of figures under them.
 */
export function fringe(
  free: readonly PagePiece[],
  rows: readonly KnownRow[],
  columns: readonly Column[],
  side: 'above' | 'below',
): PagePiece[] {
  const edge = Math.min(...columns.map(({ left }) => left))
  const sign = side === 'below' ? 1 : -1
  const ends = rows.map(({ top, bottom }) => (side === 'below' ? bottom : -top))
  let reached = Math.max(...ends)
  const beyond = free.filter(({ middle }) => middle * sign > reached)
  const lines = linesOfPieces(beyond)
  const found: PagePiece[] = []
  for (const line of side === 'below' ? lines : lines.reverse()) {
    const size = line[0]?.size ?? 0
    const from = Math.min(...line.map(({ top, bottom }) => (side === 'below' ? top : -bottom)))
    const fits = line.every((piece) => piece.right <= edge || standApart([piece], columns))
    const heading =
      /^[一二三四五六七八九十]{1,2}、/.test(line[0]?.text ?? '') && line.every(({ right }) => right <= edge)
    if (!fits || heading || from - reached > size * NEAR) break
    found.push(...line)
    reached = Math.max(...line.map(({ top, bottom }) => (side === 'below' ? bottom : -top)))
  }
  return found
}

/** The gap between two lines of a table, in letters; paragraphs stand farther apart. */
const NEAR = 0.75

/**
 * The lines for what is left over between the rows of a table. Where two whole rows stand one after the other in the form's words
 * and between them there is one line of figures, it is a row, and the words beside it its label, whatever they are; all else is
 * kept as it stands, marked as not assigned.
 */
export function leftoverLines(
  left: readonly PagePiece[],
  rows: readonly KnownRow[],
  columns: readonly Column[],
): { lines: TableLine[]; assigned: Set<PagePiece> } {
  const edge = Math.min(...columns.map(({ left: start }) => start))
  const lines: TableLine[] = []
  const assigned = new Set<PagePiece>()
  rows.slice(1).forEach((after, i) => {
    const before = rows[i]
    const between = left.filter(({ middle }) => middle > (before?.middle ?? 0) && middle < after.middle)
    const figures = between.filter(({ right }) => right > edge)
    const [line, second] = linesOfPieces(figures)
    const words = between.filter(({ right }) => right <= edge)
    if (!before?.whole || !after.whole || line === undefined || second !== undefined) return
    if (!standApart(line, columns) || !isStack(words, line[0]?.middle ?? 0)) return
    for (const piece of between) assigned.add(piece)
    const label = words.map(({ text }) => text).join('')
    lines.push({ middle: line[0]?.middle ?? 0, cells: [{ text: label }, ...cellsUnder(line, columns, false)] })
  })
  for (const line of linesOfPieces(left.filter((piece) => !assigned.has(piece)))) {
    const words = line.filter(({ right }) => right <= edge)
    const cells = [
      { text: words.map(({ text }) => text).join(' ') },
      ...unassigned(line.filter((one) => !words.includes(one))),
    ]
    lines.push({ middle: line[0]?.middle ?? 0, cells })
  }
  return { lines, assigned }
}

/** Whether words stand one under the other, a piece a line, around a height; no words do, too. */
function isStack(words: readonly PagePiece[], middle: number): boolean {
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined) return true
  const inOrder = words.every((piece, i) => {
    const next = words[i + 1]
    return (
      next === undefined ||
      (next.top - piece.bottom < piece.size * NEAR &&
        next.middle > piece.middle + piece.size * 0.6 &&
        overlaps(piece, next))
    )
  })
  return inOrder && first.top < middle && last.bottom > middle
}
