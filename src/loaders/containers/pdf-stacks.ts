import { readCell } from '../values.js'
import type { FoundLabel } from './pdf-labels.js'
import { overlaps, type PagePiece } from './pdf-pieces.js'

/** The gap between two lines of a cell, in letters. */
const NEAR = 0.75
/** How far the middles of two things at one height may lie apart, in letters. */
const LEVEL = 0.3

/**
 * Pieces with each figure that did not fit on one line of its cell made one: its unit or sign, without a digit, stands straight under
 * it (`318` over `件`, `34` over `（减）`), or its last digits do, where not one more digit had room (`１３` over `１`). Both lines are
 * set alike, together one number, and together level with a row's label, which neither is alone. Where there are two ways to
 * join, nothing is joined.
 */
export function withWholeFigures(pieces: readonly PagePiece[], labels: readonly FoundLabel[]): PagePiece[] {
  const heads = labels.filter(({ kind }) => kind === 'column')
  const rows = labels.filter(({ kind }) => kind === 'row')
  const isLevel = (piece: PagePiece) => rows.some(({ middle }) => Math.abs(middle - piece.middle) < piece.size * LEVEL)
  const pairs = pieces
    .filter(({ folded }) => readCell(folded).kind === 'number')
    .flatMap((figure) => pieces.filter((rest) => goesOnIn(figure, rest, heads)).map((rest) => ({ figure, rest })))
    .filter(({ figure, rest }) => isLevel(together(figure, rest)) && !isLevel(figure) && !isLevel(rest))
  const only = pairs.filter((pair) => !pairs.some((other) => other !== pair && sharesPiece(pair, other)))
  const joined = new Map(only.map(({ figure, rest }) => [figure, together(figure, rest)]))
  const gone = new Set(only.map(({ rest }) => rest))
  return pieces.flatMap((piece) => (gone.has(piece) ? [] : (joined.get(piece) ?? piece)))
}

interface Pair {
  readonly figure: PagePiece
  readonly rest: PagePiece
}

function sharesPiece(a: Pair, b: Pair): boolean {
  return [a.figure, a.rest].some((piece) => piece === b.figure || piece === b.rest)
}

function goesOnIn(figure: PagePiece, rest: PagePiece, heads: readonly FoundLabel[]): boolean {
  const gap = rest.top - figure.bottom
  const near = gap > -figure.size * 0.3 && gap < figure.size * NEAR && Math.abs(rest.size - figure.size) < 1
  if (!near || !overlaps(rest, figure) || !isSetAlike(rest, figure)) return false
  const [own, below] = [figure.folded, rest.folded]
  if (readCell(own + below).kind !== 'number') return false
  return /\d/.test(below) ? isBrokenNumber(own, below, figure, heads) : readCell(below).kind === 'other'
}

/** Whether digits go on below because the column, as the lines of its head show, is too narrow for one more. */
function isBrokenNumber(own: string, below: string, figure: PagePiece, heads: readonly FoundLabel[]): boolean {
  if (!/^\d+$/.test(own) || !/^\d/.test(below)) return false
  const head = heads.filter((one) => overlaps(one, figure) && one.middle < figure.middle).at(-1)
  if (head === undefined) return false
  const row = heads.filter((one) => Math.abs(one.middle - head.middle) < figure.size * 3)
  const needed = (figure.right - figure.left) * (1 + 1 / own.length)
  return needed > Math.min(...(areEven(row) ? row : [head]).map(tooWide)) - figure.size * 0.05
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

function together(figure: PagePiece, rest: PagePiece): PagePiece {
  const [top, bottom] = [Math.min(figure.top, rest.top), Math.max(figure.bottom, rest.bottom)]
  return {
    text: figure.text + rest.text,
    folded: figure.folded + rest.folded,
    left: Math.min(figure.left, rest.left),
    right: Math.max(figure.right, rest.right),
    top,
    bottom,
    middle: (top + bottom) / 2,
    size: figure.size,
    runs: [...figure.runs, ...rest.runs],
  }
}
