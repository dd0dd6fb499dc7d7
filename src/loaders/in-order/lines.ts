import type { OrderedFigure } from './figures.js'
import { joined, type PlacedFigure, type Placing, placed } from './placed.js'
import { type Band, type Shape, waysThrough } from './placings.js'

/** So many lines a row may have, and so many if its figures do not stand under one another. */
const [LINES, DRIFTED] = [8, 3]

/**
 * All ways to read a table laid out as on its page line by line, each row on one line or on several that follow one another: the parts of
 * a broken figure stand under one another. Every row has a figure in each column and adds up, and no figure is left.
 *
 * @param isDrifted whether parts of figures may stand aside of one another, as where long labels push a line to the right: they stand in
 * their order, below a line that has a figure in every column
 */
export function placingsByLines(figures: readonly OrderedFigure[], shape: Shape, isDrifted: boolean): Placing[] {
  const lines = linesOf(figures)
  if (lines.length < shape.rows || lines.length > shape.rows * LINES) return []
  return waysThrough(lines.length, shape, (reached) => {
    const bands: Band[] = []
    for (let length = 1; length <= (isDrifted ? DRIFTED : LINES); length++) {
      const own = lines.slice(reached, reached + length)
      if (own.length < length) break
      const stacked = byOverlap(own, shape.columns)
      if (stacked !== null) bands.push({ placing: stacked, length })
      else if (isDrifted) bands.push(...inTurn(own, shape.columns).map((placing) => ({ placing, length })))
    }
    return bands
  })
}

function linesOf(figures: readonly OrderedFigure[]): OrderedFigure[][] {
  const lines = new Map<number, OrderedFigure[]>()
  for (const figure of figures) {
    const own = lines.get(figure.line)
    if (own === undefined) lines.set(figure.line, [figure])
    else own.push(figure)
  }
  return [...lines.values()]
}

/** The figures of a row from left to right, those under one another made one; `null` where that does not leave one a column. */
function byOverlap(lines: readonly (readonly OrderedFigure[])[], columns: number): Placing | null {
  const stacks: { left: number; right: number; own: OrderedFigure[] }[] = []
  for (const figure of lines.flat()) {
    const over = stacks.filter(({ left, right }) => left < figure.right && figure.left < right)
    const [stack, another] = over
    if (another !== undefined) return null
    if (stack === undefined) stacks.push({ left: figure.left, right: figure.right, own: [figure] })
    else {
      stack.own.push(figure)
      stack.left = Math.min(stack.left, figure.left)
      stack.right = Math.max(stack.right, figure.right)
    }
  }
  if (stacks.length !== columns) return null
  const row = stacks.sort((a, b) => a.left - b.left).map(({ own }) => oneOf(own))
  return row.every((figure) => figure !== null) ? row : null
}

/** The ways to put the figures of further lines, in their order, under those of a line that has one in every column. */
function inTurn(lines: readonly (readonly OrderedFigure[])[], columns: number): Placing[] {
  const [first, ...others] = lines
  if (first?.length !== columns || others.length === 0 || others.some(({ length }) => length >= columns)) return []
  const ways = others.reduce<OrderedFigure[][][]>(
    (before, line) =>
      choices(line.length, columns).flatMap((places) =>
        before.map((stacks) =>
          stacks.map((stack, column) =>
            [...stack, ...(line[places.indexOf(column)] ? [line[places.indexOf(column)]] : [])].filter(
              (one) => one !== undefined,
            ),
          ),
        ),
      ),
    [first.map((figure) => [figure])],
  )
  return ways
    .map((stacks) => stacks.map(oneOf))
    .filter((row): row is PlacedFigure[] => row.every((figure) => figure !== null))
}

/** All ways to choose so many of some places, in their order. */
function choices(count: number, places: number, from = 0): number[][] {
  if (count === 0) return [[]]
  return Array.from({ length: places - from }, (_, i) => from + i).flatMap((first) =>
    choices(count - 1, places, first + 1).map((rest) => [first, ...rest]),
  )
}

/** A figure with the lines it is broken over; `null` where these cannot be parts of one. */
function oneOf(lines: readonly OrderedFigure[]): PlacedFigure | null {
  const [first, another] = lines
  if (first === undefined) return null
  if (another === undefined) return placed(first)
  const isDigits = lines.every(({ text, set }) => /^\d+$/.test(text) && set === first.set)
  return isDigits && !first.text.startsWith('0') ? joined(lines) : null
}
