import { isNumbered } from '../containers/known-labels.js'
import type { MarkupCell } from '../containers/markup.js'
import { readCell } from '../values.js'
import { type Column, cellsUnder, linesOfPieces, standApart, unassigned } from './columns.js'
import { isProse, overlaps, type PagePiece } from './pieces.js'

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
  /** Whether its cells stand level and are its own. */
  readonly sound: boolean
  readonly cells: readonly PagePiece[]
  /** Whether its label begins with a number, so that no words above it are a part of it. */
  readonly numbered: boolean
}

/**
 * The pieces above the first row and below the last that may be rows, or parts of them: lines as near as the table's own, of words
 * beside its columns and of figures under them.
 *
 * @param ends where a page ends
 */
export function fringe(
  free: readonly PagePiece[],
  rows: readonly KnownRow[],
  columns: readonly Column[],
  side: 'above' | 'below',
  ends: readonly number[],
): PagePiece[] {
  const edge = Math.min(...columns.map(({ left }) => left))
  const sign = side === 'below' ? 1 : -1
  let reached = Math.max(...rows.map(({ top, bottom }) => (side === 'below' ? bottom : -top)))
  const beyond = free.filter(({ middle }) => middle * sign > reached)
  const lines = linesOfPieces(beyond)
  const found: PagePiece[] = []
  for (const line of side === 'below' ? lines : lines.reverse()) {
    const size = line[0]?.size ?? 0
    const from = Math.min(...line.map(({ top, bottom }) => (side === 'below' ? top : -bottom)))
    const fits = line.every((piece) => piece.right <= edge || (standApart([piece], columns) && !isProse(piece)))
    // How far words on the next page stand from the table cannot be told.
    const parted = ends.some((end) => end * sign > reached - size * 0.1 && end * sign < from + size * 0.1)
    const words = line.every(({ right }) => right <= edge)
    const heading = words && /^[一二三四五六七八九十]{1,2}、/.test(line[0]?.text ?? '')
    if (!fits || heading || from - reached > size * FRINGE || (parted && words)) break
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
 * The lines for what is left over between the rows of a table. Where between two rows there is one line of figures that is a row of
 * its own, it is one, and the words beside it are its label, whatever they are; where there is only a label with a number, its cells
 * are empty. All else is kept as it stands, marked as not assigned; figures without words may be a part of the cells above or below.
 *
 * @param headed whether a header stands above the first row
 */
export function leftoverLines(
  left: readonly PagePiece[],
  rows: readonly KnownRow[],
  columns: readonly Column[],
  headed: boolean,
): Leftover {
  const edge = Math.min(...columns.map(({ left: start }) => start))
  const lines: TableLine[] = []
  const tainted = new Set<number>()
  for (let i = 0; i <= rows.length; i++) {
    const [before, after] = [rows[i - 1], rows[i]]
    const [from, to] = [before?.middle ?? Number.NEGATIVE_INFINITY, after?.middle ?? Number.POSITIVE_INFINITY]
    const between = left.filter(({ middle }) => middle > from && middle < to)
    const words = between.filter(({ right }) => right <= edge)
    const [figures = [], ...more] = linesOfPieces(between.filter((piece) => !words.includes(piece)))
    const apart = figures.every(({ top, bottom, size }) => {
      return top > (before?.bottom ?? 0) - size * 0.1 && bottom < (after?.top ?? bottom + size) + size * 0.1
    })
    const single = apart && figures.length > 0 && more.length === 0 && standApart(figures, columns)
    const around = { before, after, headed }
    const whole =
      words.length > 0
        ? isBeside(words, figures) && isLabel(words, around)
        : isFull(figures, columns, rows) || standsAlone(figures, around)
    const within = before !== undefined && after !== undefined
    const isEmpty = within && figures.length === 0 && isOneLabel(words) && isLabel(words, around)
    if (isEmpty || (single && whole && (words.length > 0 || within))) {
      const label = words.map(({ text }) => text).join('')
      const cells = cellsUnder(figures, columns)
      lines.push({ middle: (figures[0] ?? words[0])?.middle ?? from, cells: [{ text: label }, ...cells] })
      continue
    }
    if (figures.length > 0 && !(single && words.length > 0 && isBeside(words, figures))) tainted.add(i - 1).add(i)
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

/** Whether words stand beside a line of figures, around its height. */
function isBeside(words: readonly PagePiece[], [figure]: readonly PagePiece[]): boolean {
  const [first, last] = [words[0], words.at(-1)]
  if (first === undefined || last === undefined || figure === undefined) return false
  return isStack(words) && first.top < figure.middle && last.bottom > figure.middle
}

interface Around {
  readonly before: KnownRow | undefined
  readonly after: KnownRow | undefined
  readonly headed: boolean
}

/**
 * Whether words are a label for themselves: no rest of the label above, which has its own figures or to which a number puts an end,
 * and no beginning of the label below.
 */
function isLabel([first]: readonly PagePiece[], { before, after, headed }: Around): boolean {
  const numbered = first !== undefined && isNumbered(first.text)
  const endsAbove = before === undefined ? headed && numbered : before.sound && (before.cells.length > 0 || numbered)
  return endsAbove && (after === undefined || (after.sound && (after.cells.length > 0 || after.numbered)))
}

/** Whether words are a single label with a number, on one line or several. */
function isOneLabel(words: readonly PagePiece[]): boolean {
  const numbers = words.map(({ folded }) => isNumbered(folded))
  return isStack(words) && numbers.indexOf(true) === 0 && numbers.lastIndexOf(true) === 0
}

/** Whether a line has a figure in every column, or the same word as a known row has there. */
function isFull(figures: readonly PagePiece[], columns: readonly Column[], rows: readonly KnownRow[]): boolean {
  const isOwn = (piece: PagePiece) => {
    const alike = rows.flatMap(({ cells }) => cells).some((cell) => cell.text === piece.text && overlaps(cell, piece))
    return alike || readCell(piece.folded).kind !== 'other'
  }
  return (
    figures.length === columns.length &&
    figures.every(isOwn) &&
    figures.some(({ folded }) => readCell(folded).kind !== 'other')
  )
}

/** Whether the rows above and below have nothing in the columns of some figures, so that these go on in none of their cells. */
function standsAlone(figures: readonly PagePiece[], { before, after }: Around): boolean {
  return [before, after].every(
    (row) => row?.sound === true && !row.cells.some((cell) => figures.some((figure) => overlaps(cell, figure))),
  )
}

/** Whether words stand one under the other, a piece a line. */
function isStack(words: readonly PagePiece[]): boolean {
  return words.every((piece, i) => {
    const next = words[i + 1]
    const below = next !== undefined && next.middle > piece.middle + piece.size * 0.6
    return next === undefined || (below && next.top - piece.bottom < piece.size * NEAR && overlaps(piece, next))
  })
}
