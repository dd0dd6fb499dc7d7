import { foldLabel } from '../fold.js'
import { readCell } from '../values.js'
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
    if (!fits || heading || from - reached > size * FRINGE) break
    found.push(...line)
    reached = Math.max(...line.map(({ top, bottom }) => (side === 'below' ? bottom : -top)))
  }
  return found
}

/** The gap between two lines of a cell and between two rows, in letters; paragraphs stand farther apart. */
const [NEAR, FRINGE] = [0.75, 1.05]

export interface Leftover {
  readonly lines: readonly TableLine[]
  /** Known rows, by number, of whose cells one may go on in what is left over beside them. */
  readonly tainted: ReadonlySet<number>
}

/**
 * The lines for what is left over between the rows of a table. Where between two whole rows there is one line of figures with
 * words beside it, or with a figure in every column, it is a row, and the words its label, whatever they are. All else is
 * kept as it stands, marked as not assigned; figures without words may be a part of the cells above or below.
 */
export function leftoverLines(
  left: readonly PagePiece[],
  rows: readonly KnownRow[],
  columns: readonly Column[],
): Leftover {
  const edge = Math.min(...columns.map(({ left: start }) => start))
  const lines: TableLine[] = []
  const tainted = new Set<number>()
  for (let i = 0; i <= rows.length; i++) {
    const [before, after] = [rows[i - 1], rows[i]]
    const [from, to] = [before?.middle ?? Number.NEGATIVE_INFINITY, after?.middle ?? Number.POSITIVE_INFINITY]
    const between = left.filter(({ middle }) => middle > from && middle < to)
    const words = between.filter(({ right }) => right <= edge)
    const [figures, ...more] = linesOfPieces(between.filter((piece) => !words.includes(piece)))
    const apart = figures?.every(({ top, bottom, size }) => {
      return top > (before?.bottom ?? 0) - size * 0.1 && bottom < (after?.top ?? bottom + size) + size * 0.1
    })
    const whole = apart === true && more.length === 0 && isRow(figures ?? [], words, columns)
    if (figures !== undefined && whole && before?.whole === true && after?.whole === true) {
      const label = words.map(({ text }) => text).join('')
      const cells = cellsUnder(figures, columns)
      lines.push({ middle: figures[0]?.middle ?? from, cells: [{ text: label }, ...cells] })
      continue
    }
    if (figures !== undefined && !whole) tainted.add(i - 1).add(i)
    for (const line of linesOfPieces(between)) {
      const label = line.filter((piece) => words.includes(piece))
      const rest = unassigned(line.filter((piece) => !words.includes(piece)))
      lines.push({
        middle: line[0]?.middle ?? from,
        cells: [{ text: label.map(({ text }) => text).join(' ') }, ...rest],
      })
    }
  }
  return { lines, tainted }
}

/** Whether a line of figures is a row of its own: words stand beside it around its height, or it has a figure in every column. */
function isRow(figures: readonly PagePiece[], words: readonly PagePiece[], columns: readonly Column[]): boolean {
  if (!standApart(figures, columns)) return false
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined)
    return figures.length === columns.length && figures.every(({ text }) => readCell(foldLabel(text)).kind !== 'other')
  const middle = figures[0]?.middle ?? 0
  return isStack(words) && first.top < middle && last.bottom > middle
}

/** Whether words stand one under the other, a piece a line. */
function isStack(words: readonly PagePiece[]): boolean {
  return words.every((piece, i) => {
    const next = words[i + 1]
    const below = next !== undefined && next.middle > piece.middle + piece.size * 0.6
    return next === undefined || (below && next.top - piece.bottom < piece.size * NEAR && overlaps(piece, next))
  })
}
