import { readCell } from '../values.js'
import { type Columns, isNext, isOneFigure, isRest, together } from './broken-figures.js'
import type { FoundLabel } from './labels.js'
import type { PagePiece } from './pieces.js'

/** How far the middles of two things at one height may lie apart, in letters; how far two things apart may seem to overlap. */
const LEVEL = 0.3
/** Lines of a figure, at the most. */
const LINES = 4

/** Pieces with the lines of each figure made one, and those of which it cannot be told whether they are one. */
export interface WholeFigures {
  readonly pieces: readonly PagePiece[]
  readonly doubtful: ReadonlySet<PagePiece>
}

/** So many pieces of a column, from one to before another, as the cell of one row. */
interface Cell {
  readonly from: number
  readonly to: number
}

/**
 * Joins the lines of figures that did not fit on one line of their cells: `318` over `件`, `１３` over `１`. The pieces of a column that
 * follow one another are dealt out to the rows in every way in which each row's are one figure, level with its label; what all
 * ways have in common is told. Where a piece is level with nothing, those next to it may go on in it.
 *
 * @param found all labels of the page
 * @param rows those of rows
 */
export function withWholeFigures(
  pieces: readonly PagePiece[],
  found: readonly FoundLabel[],
  rows: readonly FoundLabel[],
): WholeFigures {
  const figures = pieces.filter(isFigure)
  const members = pieces.filter((piece) => isFigure(piece) || isRest(piece))
  const columns = { heads: found.filter(({ kind }) => kind === 'column'), figures }
  const words = pieces.filter((piece) => !members.includes(piece) && /\p{Script=Han}/u.test(piece.folded))
  const joined = new Map<PagePiece, PagePiece>()
  const gone = new Set<PagePiece>()
  const doubtful = new Set<PagePiece>()
  for (const column of stretchesOf(members)) {
    const cells = cellsOf(column, columns, rows, words)
    const certain = commonCells(cells, column, rows)
    for (const { from, to } of cells.filter(isBroken)) for (const one of column.slice(from, to)) doubtful.add(one)
    for (const { from, to } of certain) {
      const [first, ...rest] = column.slice(from, to)
      if (first === undefined) continue
      for (const one of [first, ...rest]) doubtful.delete(one)
      for (const one of rest) gone.add(one)
      joined.set(first, together([first, ...rest]))
    }
  }
  return { pieces: pieces.flatMap((piece) => (gone.has(piece) ? [] : (joined.get(piece) ?? piece))), doubtful }
}

function isFigure({ folded }: PagePiece): boolean {
  return readCell(folded).kind !== 'other'
}

function isBroken({ from, to }: Cell): boolean {
  return to - from > 1
}

/** Pieces that stand straight under one another without a gap, from above; none that stand side by side. */
function stretchesOf(pieces: readonly PagePiece[]): PagePiece[][] {
  const stretches: PagePiece[][] = []
  for (const piece of pieces.toSorted((a, b) => a.middle - b.middle)) {
    const above = stretches.filter((stretch) => stretch.some((one) => isNext(one, piece)))
    const [only] = above
    if (above.length === 1 && only !== undefined) only.push(piece)
    else {
      for (const one of above) stretches.splice(stretches.indexOf(one), 1)
      stretches.push([...above.flat(), piece])
    }
  }
  return stretches.filter((stretch) =>
    stretch.every((piece, i) => {
      const next = stretch[i + 1]
      return next === undefined || isNext(piece, next)
    }),
  )
}

/** The pieces that may be a row's cell: one figure, level with the row's label, and no other words beside it. */
function cellsOf(
  column: readonly PagePiece[],
  columns: Columns,
  rows: readonly FoundLabel[],
  words: readonly PagePiece[],
): Cell[] {
  return column.flatMap((first, from) =>
    Array.from({ length: Math.min(LINES, column.length - from) }, (_, i) => ({ from, to: from + i + 1 })).filter(
      ({ to }) => {
        const [, ...rest] = column.slice(from, to)
        const whole = together([first, ...rest])
        const [own, ...others] = rows.filter((row) => isLevel(row, whole))
        if (own === undefined || (rest.length === 0 && isRest(first))) return false
        if (rest.length === 0) return true
        const beside = [...rows.filter((row) => row !== own && !others.includes(row)), ...words]
        return isOneFigure([first, ...rest], columns) && !beside.some((other) => isBeside(other, whole))
      },
    ),
  )
}

function isLevel(row: FoundLabel, piece: PagePiece): boolean {
  return row.right <= piece.left && Math.abs(row.middle - piece.middle) < piece.size * LEVEL
}

/** Whether something stands to the left of a figure at a height that the figure takes up. */
function isBeside({ right, top, bottom }: PagePiece | FoundLabel, figure: PagePiece): boolean {
  const margin = figure.size * LEVEL
  return right <= figure.left && top < figure.bottom - margin && bottom > figure.top + margin
}

/**
 * The cells that are the same in every way to deal out pieces, each to one cell. Pieces that can be in none belong to a row that is not
 * known, as may those next to them, as far as no row's label stands at their height.
 */
function commonCells(cells: readonly Cell[], column: readonly PagePiece[], rows: readonly FoundLabel[]): Cell[] {
  const places = [...column.keys()]
  const strays = places.filter((at) => !cells.some(({ from, to }) => from <= at && at < to))
  const mayStray = new Set(
    strays.flatMap((at) => [at, ...straysFrom(at, 1, column, rows), ...straysFrom(at, -1, column, rows)]),
  )
  const steps = [...cells, ...[...mayStray].map((at): Cell => ({ from: at, to: at + 1 }))]
  const ahead = [1, ...places.map(() => 0)]
  for (const at of places)
    for (const { to } of steps.filter(({ from }) => from === at)) ahead[to] = (ahead[to] ?? 0) + (ahead[at] ?? 0)
  const behind = [...places.map(() => 0), 1]
  for (const at of places.toReversed())
    for (const { to } of steps.filter(({ from }) => from === at)) behind[at] = (behind[at] ?? 0) + (behind[to] ?? 0)
  const ways = ahead[column.length] ?? 0
  return cells.filter(({ from, to }) => ways > 0 && (ahead[from] ?? 0) * (behind[to] ?? 0) === ways)
}

/** The places next to one, above or below, until a row's label stands beside, that may hold further lines of the same figure. */
function straysFrom(at: number, step: 1 | -1, column: readonly PagePiece[], rows: readonly FoundLabel[]): number[] {
  const next = Array.from({ length: LINES - 1 }, (_, i) => at + step * (i + 1))
  const end = next.findIndex((place) => {
    const piece = column[place]
    return piece === undefined || rows.some((row) => isBeside(row, piece))
  })
  return end < 0 ? next : next.slice(0, end)
}
