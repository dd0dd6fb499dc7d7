import { bandsFrom } from './bands.js'
import type { OrderedFigure } from './figures.js'
import { type Placing, rowsOf } from './placed.js'

/** What a table asks of figures: so many rows of so many columns, and which of a row add up to which. */
export interface Shape {
  readonly rows: number
  readonly columns: number
  readonly sums: readonly { readonly left: readonly number[]; readonly right: readonly number[] }[]
  /** Whether figures may stand column by column for several rows together, and some columns of these apart from the others, or some figures of a row too soon or too late. */
  readonly stacks: 'none' | 'whole' | 'in parts' | 'moved'
  /** Whether a figure may stand in a column, as far as the words above it tell. */
  readonly mayBeIn?: (figure: OrderedFigure, column: number) => boolean
}

/** More ways than this leave nothing certain. */
const MOST = { none: 1000, whole: 1000, 'in parts': 200, moved: 5000 }
/** So many figures of a table may be broken, at the most. */
const BROKEN = 100
/** A way to read the figures up to a row. */
interface Way {
  /** The way up to its last rows; `null` at the table's beginning. */
  readonly before: Way | null
  readonly placing: Placing
  /** How many figures, or lines of them, were used up. */
  readonly reached: number
  /** The same for all ways with the same counts. */
  readonly counts: number
}

/** A way to read some rows: their figures, and how many figures, or lines of them, it uses up. */
export interface Band {
  readonly placing: Placing
  readonly length: number
}

/**
 * All ways to place figures in a table that has as many cells, where rows follow one another in the form's order, each from left to right or
 * several of them column by column, and every row adds up. Where there are more figures than cells, so many stand below others as
 * their further lines. Ways that give each cell the same count once.
 *
 * @returns none, where there are none or too many
 */
export function placings(figures: readonly OrderedFigure[], shape: Shape): Placing[] {
  const { rows, columns } = shape
  const more = figures.length - rows * columns
  if (more < 0 || more > BROKEN) return []
  return waysThrough(figures.length, shape, (reached, row) =>
    bandsFrom(figures, reached, rows - row, more - (reached - row * columns), shape).map((placing) => ({
      placing,
      length: placing.reduce((sum, { lines }) => sum + lines.length, 0),
    })),
  )
}

/** All ways to read a table's rows one after the other till all that there is of figures is used up, each adding up. */
export function waysThrough(
  length: number,
  shape: Shape,
  bandsAt: (reached: number, row: number) => readonly Band[],
): Placing[] {
  const { rows, columns } = shape
  const numbers = new Map<string, number>()
  const countsOf = (before: number, placing: Placing) =>
    rowsOf(placing, columns).reduce((counts, row) => {
      const name = `${counts},${row.map(({ value }) => value ?? '-').join()}`
      const number = numbers.get(name) ?? numbers.size + 1
      numbers.set(name, number)
      return number
    }, before)
  const ways = Array.from({ length: rows + 1 }, () => new Map<string, Way>())
  ways[0]?.set('', { before: null, placing: [], reached: 0, counts: 0 })
  for (let row = 0; row < rows; row++) {
    const own = ways[row] ?? new Map<string, Way>()
    const bands = new Map<number, readonly Band[]>()
    for (const before of own.values()) {
      const found =
        bands.get(before.reached) ??
        bandsAt(before.reached, row).filter((one) => addsUp(one.placing, shape) && isUnderHeads(one.placing, shape))
      bands.set(before.reached, found)
      for (const { placing, length: used } of found) {
        const reached = before.reached + used
        const counts = countsOf(before.counts, placing)
        const after = ways[row + placing.length / columns]
        after?.set(`${reached} ${counts}`, { before, placing, reached, counts })
        if ((after?.size ?? 0) > MOST[shape.stacks]) return []
      }
    }
  }
  return [...(ways[rows]?.values() ?? [])].filter(({ reached }) => reached === length).map(wholePlacing)
}

function wholePlacing(way: Way): Placing {
  const parts: Placing[] = []
  for (let last: Way | null = way; last !== null; last = last.before) parts.unshift(last.placing)
  return parts.flat()
}

function isUnderHeads(band: Placing, { columns, mayBeIn }: Shape): boolean {
  return mayBeIn === undefined || band.every(({ lines: [figure] }, i) => !figure || mayBeIn(figure, i % columns))
}

function addsUp(band: Placing, { columns, sums }: Shape): boolean {
  for (let start = 0; start < band.length; start += columns) {
    const sum = (own: readonly number[]) => own.reduce((total, i) => total + (band[start + i]?.value ?? 0), 0)
    if (!sums.every(({ left, right }) => Math.abs(sum(left) - sum(right)) < 1e-9)) return false
  }
  return true
}
