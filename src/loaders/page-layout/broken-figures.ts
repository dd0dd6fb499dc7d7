import { readCell } from '../values.js'
import type { FoundLabel } from './labels.js'
import { overlaps, type PagePiece } from './pieces.js'

/** The gap between two lines of a cell, in letters. */
const NEAR = 0.75

/** What stands where columns are: the heads above them, and the figures under these. */
export interface Columns {
  readonly heads: readonly FoundLabel[]
  readonly figures: readonly PagePiece[]
}

/** Whether two pieces stand one straight under the other, as near as two lines of a cell. */
export function isNext(above: PagePiece, below: PagePiece): boolean {
  const gap = below.top - above.bottom
  const near = gap > -above.size * 0.3 && gap < above.size * NEAR
  return near && Math.abs(below.size - above.size) < 1 && overlaps(above, below)
}

/**
 * Whether pieces, one under the other, are the lines of one figure: all but the last end where the column has no room for one more
 * digit, or the last is a unit or sign without a digit (`318` over `件`); all are set alike, and together they are one number.
 */
export function isOneFigure(lines: readonly PagePiece[], columns: Columns): boolean {
  return (
    readCell(lines.map(({ folded }) => folded).join('')).kind === 'number' &&
    lines.slice(1).every((line, i) => {
      const above = lines[i]
      if (above === undefined || !isNext(above, line) || !isSetAlike(above, line)) return false
      const isLast = i + 2 === lines.length
      return isRest(line) ? isLast : DIGITS.test(above.folded) && /^\d/.test(line.folded) && isFull(above, columns)
    })
  )
}

const DIGITS = /^[-+]?\d[\d.,]*$/

/** Whether it is the unit or the sign that a figure may go on with on the next line. */
export function isRest({ folded }: PagePiece): boolean {
  return !/\d/.test(folded) && readCell(folded).kind === 'other' && readCell(`1${folded}`).kind === 'number'
}

/** Whether a line of digits takes up a column's width, so that one more would go on below: the lines of the heads show it. */
function isFull(line: PagePiece, { heads, figures }: Columns): boolean {
  const headOf = (piece: PagePiece) => heads.filter((one) => overlaps(one, piece) && one.middle < piece.middle).at(-1)
  const head = headOf(line)
  if (head === undefined) return false
  const row = heads.filter((one) => Math.abs(one.middle - head.middle) < line.size * 3)
  const even = areEven(row) ? row : [head]
  const width = line.right - line.left
  const needed = width * (1 + 1 / line.folded.length)
  const isWider = (figure: PagePiece) =>
    figure.right - figure.left > width + line.size * 0.05 &&
    DIGITS.test(figure.folded) &&
    even.some((one) => one === headOf(figure))
  return needed > Math.min(...even.map(tooWide)) - line.size * 0.05 && !figures.some(isWider)
}

/** A width that the label's column does not have, since the label is broken: that of a line and the next line's first letter. */
function tooWide({ pieces }: FoundLabel): number {
  return pieces.slice(1).reduce((least, next, i) => {
    const [from, to] = [pieces[i]?.left ?? 0, pieces[i]?.right ?? Number.POSITIVE_INFINITY]
    return Math.min(least, to - from + (next.right - next.left) / next.text.length)
  }, Number.POSITIVE_INFINITY)
}

/** Whether heads stand at even distances, over columns that are equally wide. */
function areEven(heads: readonly FoundLabel[]): boolean {
  const edges = [
    heads.map(({ left }) => left),
    heads.map(({ right }) => right),
    heads.map((one) => one.left + one.right),
  ]
  return edges.some((places, i) => {
    const sorted = places.toSorted((a, b) => a - b)
    const steps = sorted.slice(1).map((place, j) => place - (sorted[j] ?? 0))
    return steps.length > 1 && Math.max(...steps) - Math.min(...steps) < (i === 2 ? 2 : 1)
  })
}

/** Whether two lines begin, end or have their middle at one place, as the lines of a cell do. */
function isSetAlike(a: PagePiece, b: PagePiece): boolean {
  const apart = [a.left - b.left, a.right - b.right, (a.left + a.right - b.left - b.right) / 2]
  return apart.some((distance) => Math.abs(distance) < a.size * 0.2)
}

/** Lines of one cell as one piece. */
export function together(lines: readonly [PagePiece, ...PagePiece[]]): PagePiece {
  const [first] = lines
  if (lines.length === 1) return first
  const [top, bottom] = [Math.min(...lines.map((line) => line.top)), Math.max(...lines.map((line) => line.bottom))]
  return {
    text: lines.map(({ text }) => text).join(''),
    folded: lines.map(({ folded }) => folded).join(''),
    left: Math.min(...lines.map(({ left }) => left)),
    right: Math.max(...lines.map(({ right }) => right)),
    top,
    bottom,
    middle: (top + bottom) / 2,
    size: first.size,
    runs: lines.flatMap(({ runs }) => runs),
  }
}
