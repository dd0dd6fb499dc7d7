import type { OrderedFigure } from './figures.js'
import { type PlacedFigure, type Placing, placed, rowsOf } from './placed.js'

/** Rows that stand together column by column. */
export function stack(figures: Placing, height: number, columns: number): Placing {
  return dealt(height, columns, (row, column) => figures[column * height + row])
}

/** Rows that stand together, the columns to the left before those to the right or behind them, and either column by column or row by row. */
export function stacksInParts(figures: Placing, height: number, columns: number): Placing[] {
  const widths = Array.from({ length: columns - 1 }, (_, i) => i + 1)
  return widths.flatMap((width) =>
    ARRANGEMENTS.map(([isLeftFirst, isLeftStacked, isRightStacked]) =>
      dealt(height, columns, (row, column) => {
        const isLeft = column < width
        const before = isLeft === isLeftFirst ? 0 : height * (isLeft ? columns - width : width)
        const [own, wide] = isLeft ? [column, width] : [column - width, columns - width]
        const isStacked = isLeft ? isLeftStacked : isRightStacked
        return figures[before + (isStacked ? own * height + row : row * wide + own)]
      }),
    ),
  )
}

/** Whether the left part stands first, and whether the left and the right part stand column by column. */
const ARRANGEMENTS = [true, false].flatMap((isLeftFirst) =>
  [true, false].flatMap((isLeftStacked) =>
    [true, false].map((isRightStacked) => [isLeftFirst, isLeftStacked, isRightStacked] as const),
  ),
)

/** Rows of which the columns to the left stand all before those to the right: each row for itself, or several that follow one another column by column. */
export function halvesFrom(figures: readonly OrderedFigure[], start: number, rows: number, columns: number): Placing[] {
  const found: Placing[] = []
  for (let height = 2; height <= Math.min(rows, HALVED) && start + height * columns <= figures.length; height++) {
    const own = figures.slice(start, start + height * columns).map(placed)
    for (const groups of groupsOf(height))
      for (let width = 1; width < columns; width++) {
        const [left, right] = [own.slice(0, width * height), own.slice(width * height)]
        const [a, b] = [stacked(left, groups, width), stacked(right, groups, columns - width)]
        found.push(a.flatMap((row, i) => [...row, ...(b[i] ?? [])]))
      }
  }
  return found
}

/** Rows cut in two halves, at the most. */
const HALVED = 4

/** All ways to put so many rows into groups that follow one another. */
function groupsOf(rows: number): number[][] {
  if (rows === 0) return [[]]
  return Array.from({ length: rows }, (_, i) => i + 1).flatMap((first) =>
    groupsOf(rows - first).map((others) => [first, ...others]),
  )
}

/** The rows of groups that stand one after the other, each column by column. */
function stacked(figures: Placing, groups: readonly number[], columns: number): Placing[] {
  let at = 0
  return groups.flatMap((height) => {
    const own = figures.slice(at, at + height * columns)
    at += height * columns
    return rowsOf(stack(own, height, columns), columns)
  })
}

/**
 * All ways to move some figures that stand together, and begin or end at words, to another place among the others: programs that take a page
 * block by block write some too soon or too late.
 */
export function movedOnce<T>(figures: readonly T[], isBegun: (figure: T) => boolean): T[][] {
  const places = Array.from({ length: figures.length + 1 }, (_, i) => i)
  const isEdge = (i: number) => i === 0 || i === figures.length || isBegun(figures[i] as T)
  return places.flatMap((from) =>
    places.slice(from + 1).flatMap((to) => {
      if (!isEdge(from) || !isEdge(to)) return []
      const [own, others] = [figures.slice(from, to), [...figures.slice(0, from), ...figures.slice(to)]]
      return Array.from({ length: others.length + 1 }, (_, at) => at)
        .filter((at) => at !== from)
        .map((at) => [...others.slice(0, at), ...own, ...others.slice(at)])
    }),
  )
}

function dealt(
  height: number,
  columns: number,
  figureAt: (row: number, column: number) => PlacedFigure | undefined,
): Placing {
  const places = Array.from({ length: height * columns }, (_, i) => figureAt(Math.floor(i / columns), i % columns))
  return places.filter((figure) => figure !== undefined)
}
