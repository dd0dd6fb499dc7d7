import type { Rule, Rules } from './rules.js'

/** A cell of a ruled table: the columns and rows it covers, and where it lies on the page. */
export interface GridCell {
  readonly column: number
  readonly row: number
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** Whether it is one of the pieces of a shape that is no box, as rules leave where a page's end cuts through cells. */
  readonly isPiece: boolean
  /** Whether no rule stands above it, or below. */
  readonly isOpenAbove: boolean
  readonly isOpenBelow: boolean
}

/** A ruled table on a page; its cells cover it wholly, none twice. */
export interface RuledTable {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly cells: readonly GridCell[]
}

/** How far rules that meet may miss each other, in points. */
const TOLERANCE = 3

/**
 * The ruled tables of a page. Rules that meet belong together; between two neighbouring cells stands a rule, or they are one
 * merged cell. Rules that do not part a box into boxes (underlines, frames, drawings) make no table.
 */
export function ruledTables(rules: Rules): RuledTable[] {
  return connected(rules).flatMap((group) => tableOf(group) ?? [])
}

/** Groups of rules that meet, directly or through others. */
function connected({ across, down }: Rules): Rules[] {
  const group = new Map<Rule, Rule[]>([...across, ...down].map((rule) => [rule, [rule]]))
  for (const row of across) {
    for (const column of down) {
      if (!meet(row, column)) continue
      const [a = [], b = []] = [group.get(row), group.get(column)]
      if (a === b) continue
      const [large, small] = a.length > b.length ? [a, b] : [b, a]
      large.push(...small)
      for (const rule of small) group.set(rule, large)
    }
  }
  const isAcross = new Set(across)
  return [...new Set(group.values())].map((rules) => ({
    across: rules.filter((rule) => isAcross.has(rule)),
    down: rules.filter((rule) => !isAcross.has(rule)),
  }))
}

function meet(across: Rule, down: Rule): boolean {
  const within = (value: number, { from, to }: Rule) => value >= from - TOLERANCE && value <= to + TOLERANCE
  return within(down.at, across) && within(across.at, down)
}

function tableOf({ across, down }: Rules): RuledTable | null {
  if (across.length < 2 || down.length < 1) return null
  // A side that is not ruled is where the rules that reach it end.
  const xs = levels([...down.map(({ at }) => at), ...across.flatMap(({ from, to }) => [from, to])])
  const ys = levels([...across.map(({ at }) => at), ...down.flatMap(({ from, to }) => [from, to])])
  const [columns, rows] = [xs.length - 1, ys.length - 1]
  if (columns < 1 || rows < 1 || columns * rows < 2 || columns * rows > 20_000) return null
  const region = Array.from({ length: columns * rows }, (_, i) => i)
  const find = (i: number): number => {
    let root = i
    while (region[root] !== root) root = region[root] ?? root
    return root
  }
  const merge = (i: number, j: number) => {
    const [a, b] = [find(i), find(j)]
    region[Math.max(a, b)] = Math.min(a, b)
  }
  const middle = (levels: readonly number[], i: number) => ((levels[i] ?? 0) + (levels[i + 1] ?? 0)) / 2
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const own = row * columns + column
      if (column + 1 < columns && !ruled(down, xs[column + 1] ?? 0, middle(ys, row))) merge(own, own + 1)
      if (row + 1 < rows && !ruled(across, ys[row + 1] ?? 0, middle(xs, column))) merge(own, own + columns)
    }
  }
  const members = new Map<number, number[]>()
  region.forEach((_, i) => {
    const root = find(i)
    members.set(root, [...(members.get(root) ?? []), i])
  })
  const parts = [...members.values()].flatMap((own): Box[] => {
    const box = boxOf(own, columns, xs, ys)
    if (box.width * box.height === own.length) return [box]
    const edges = {
      left: (i: number) => ruled(down, xs[i % columns] ?? 0, middle(ys, Math.floor(i / columns))),
      above: (i: number) => ruled(across, ys[Math.floor(i / columns)] ?? 0, middle(xs, i % columns)),
    }
    return boxesOf(own, columns, edges).map((part) => ({ ...boxOf(part, columns, xs, ys), isPiece: true }))
  })
  const pieces = parts.filter(({ isPiece }) => isPiece).length
  if (parts.length < 2 || pieces * 2 > parts.length) return null
  const isOpen = ({ left, right }: Box, at: number) => !ruled(across, at, (left + right) / 2)
  const cells = parts.map((cell) => ({
    ...cell,
    isOpenAbove: isOpen(cell, cell.top),
    isOpenBelow: isOpen(cell, cell.bottom),
  }))
  return { left: xs[0] ?? 0, right: xs.at(-1) ?? 0, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0, cells }
}

/** Whether a rule stands on the left of a place of the grid, or above it. */
interface Edges {
  readonly left: (place: number) => boolean
  readonly above: (place: number) => boolean
}

/** A shape cut into boxes: what lies side by side in a row without a rule between, and what of the next row stands straight under it. */
function boxesOf(members: readonly number[], columns: number, edges: Edges): number[][] {
  const stretches: number[][] = []
  for (const place of [...members].sort((a, b) => a - b)) {
    const last = stretches.at(-1)
    if (last?.at(-1) === place - 1 && place % columns > 0 && !edges.left(place)) last.push(place)
    else stretches.push([place])
  }
  const boxes: { last: number[]; all: number[] }[] = []
  for (const stretch of stretches) {
    const box = boxes.find(({ last }) => last.join() === stretch.map((place) => place - columns).join())
    if (box === undefined || stretch.some(edges.above)) boxes.push({ last: stretch, all: [...stretch] })
    else {
      box.last = stretch
      box.all.push(...stretch)
    }
  }
  return boxes.map(({ all }) => all)
}

/** Distinct positions, in order; those closer than the tolerance are one. */
function levels(values: readonly number[]): number[] {
  const distinct: number[] = []
  for (const value of [...values].sort((a, b) => a - b)) {
    if (distinct.length === 0 || value - (distinct.at(-1) ?? 0) > TOLERANCE) distinct.push(value)
  }
  return distinct
}

/** Whether a rule runs at a position past a point. */
function ruled(rules: readonly Rule[], at: number, past: number): boolean {
  return rules.some((rule) => Math.abs(rule.at - at) <= TOLERANCE && rule.from <= past && rule.to >= past)
}

type Box = Omit<GridCell, 'isOpenAbove' | 'isOpenBelow'>

function boxOf(members: readonly number[], columns: number, xs: readonly number[], ys: readonly number[]): Box {
  const across = members.map((i) => i % columns)
  const down = members.map((i) => Math.floor(i / columns))
  const [column, row] = [Math.min(...across), Math.min(...down)]
  const [width, height] = [Math.max(...across) - column + 1, Math.max(...down) - row + 1]
  return {
    column,
    row,
    width,
    height,
    left: xs[column] ?? 0,
    right: xs[column + width] ?? 0,
    top: ys[row] ?? 0,
    bottom: ys[row + height] ?? 0,
    isPiece: false,
  }
}
