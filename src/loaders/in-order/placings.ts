import type { OrderedFigure } from './figures.js'

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

/** A cell's figure, with all of its lines where it is broken over several. */
export interface PlacedFigure {
  readonly value: number | null
  readonly lines: readonly OrderedFigure[]
}

/** The figures of a table in the order of its cells, or of some rows of it. */
export type Placing = readonly PlacedFigure[]

/** More ways than this leave nothing certain. */
const MOST = { none: 1000, whole: 1000, 'in parts': 200, moved: 5000 }
/** Lines of a figure, at the most, and how many figures of a table may be broken. */
const [LINES, BROKEN] = [3, 100]
/** Rows that stand together with their columns in two parts, at the most. */
const HIGHEST = 8

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

/** The ways to read one row, or several together, from a figure on. */
function bandsFrom(
  figures: readonly OrderedFigure[],
  start: number,
  rows: number,
  broken: number,
  shape: Shape,
): Placing[] {
  const { columns } = shape
  const whole = figures.slice(start, start + columns).map(placed)
  const bands = brokenRows(figures, start, columns, broken)
  if (whole.length === columns) bands.push(whole)
  if (shape.stacks !== 'none' && whole.length === columns) {
    const isBegun = ({ lines: [figure] }: PlacedFigure, i: number) =>
      figure?.isBehindWords || (shape.stacks === 'in parts' && figure?.block !== whole[i - 1]?.lines[0]?.block)
    for (const [i, figure] of whole.entries())
      if (i > 0 && isBegun(figure, i)) bands.push([...whole.slice(i), ...whole.slice(0, i)])
    if (shape.stacks === 'moved') bands.push(...movedOnce(whole, isFirst), ...halvesFrom(figures, start, rows, columns))
    for (let height = 2; height <= rows && start + height * columns <= figures.length; height++) {
      const own = figures.slice(start, start + height * columns).map(placed)
      bands.push(stack(own, height, columns))
      if (shape.stacks === 'in parts' && height <= HIGHEST) bands.push(...stacksInParts(own, height, columns))
    }
  }
  return bands.filter((band) => rowsOf(band, columns).every(isInOrder))
}

/** Rows that stand together column by column. */
function stack(figures: Placing, height: number, columns: number): Placing {
  return dealt(height, columns, (row, column) => figures[column * height + row])
}

/** Rows that stand together, the columns to the left before those to the right or behind them, and either column by column or row by row. */
function stacksInParts(figures: Placing, height: number, columns: number): Placing[] {
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
function halvesFrom(figures: readonly OrderedFigure[], start: number, rows: number, columns: number): Placing[] {
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

/** Whether a figure begins what stands behind words. */
const isFirst = ({ lines: [figure] }: PlacedFigure) => figure?.isBehindWords === true

/**
 * All ways to move some figures that stand together, and begin or end at words, to another place among the others: programs that take a page
 * block by block write some too soon or too late.
 */
function movedOnce<T>(figures: readonly T[], isBegun: (figure: T) => boolean): T[][] {
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

/** The rows that begin with a figure and have so many broken ones at the most, at least one. */
function brokenRows(figures: readonly OrderedFigure[], start: number, columns: number, broken: number): Placing[] {
  if (broken === 0) return []
  const found: Placing[] = []
  const add = (row: PlacedFigure[], at: number, left: number) => {
    if (row.length === columns) {
      if (left < broken) found.push(row)
      return
    }
    const first = figures[at]
    if (first === undefined) return
    add([...row, placed(first)], at + 1, left)
    for (let lines = 2; lines <= Math.min(LINES, left + 1); lines++) {
      const own = figures.slice(at, at + lines)
      if (own.length === lines && isOneFigure(own)) add([...row, joined(own)], at + lines, left - lines + 1)
    }
  }
  add([], start, broken)
  return found
}

/** Whether figures stand line upon line, each alone on its own, and no line is longer than the first. */
function isOneFigure(lines: readonly OrderedFigure[]): boolean {
  const [first] = lines
  if (first?.text.startsWith('0')) return false
  return lines.every(
    (one, i) =>
      one.isAlone &&
      /^\d+$/.test(one.text) &&
      one.block === first?.block &&
      one.line === first.line + i &&
      one.set === first.set &&
      one.text.length <= first.text.length,
  )
}

export function placed(figure: OrderedFigure): PlacedFigure {
  return { value: figure.value, lines: [figure] }
}

export function joined(lines: readonly OrderedFigure[]): PlacedFigure {
  return { value: Number(lines.map(({ text }) => text).join('')), lines }
}

function rowsOf(band: Placing, columns: number): Placing[] {
  return Array.from({ length: band.length / columns }, (_, row) => band.slice(row * columns, (row + 1) * columns))
}

/** Whether figures of a row surely stand from left to right: those of one block on several lines only where all are set alike. */
function isInOrder(row: Placing): boolean {
  const figures = row.flatMap(({ lines: [first] }) => first ?? [])
  const isBroken = row.some(({ lines }) => lines.length > 1)
  return figures.every((figure, i) =>
    figures
      .slice(i + 1)
      .every(
        (other) =>
          other.block !== figure.block || other.line === figure.line || (other.set === figure.set && !isBroken),
      ),
  )
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
