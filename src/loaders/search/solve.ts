import type { Reading } from './cuts.js'

/** `Σ sign · value = 0` over cells of several rows; an empty cell counts nothing. */
export interface Equation {
  readonly terms: readonly { readonly row: number; readonly cell: number; readonly sign: 1 | -1 }[]
}

/** What the equations leave of each row's readings. */
export type Verdict =
  | { readonly kind: 'solved'; readonly rows: readonly (readonly Reading[])[] }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'given up' }

/** Steps spent on one question; a question not answered by then counts as "may be". */
const MAX_STEPS = 1500
const MAX_STEPS_IN_ALL = 25_000

/**
 * Which readings of each row can stand together with readings of all other rows such that every equation holds? First every
 * reading goes that no equation has room for, whatever the other rows; then, for each reading left, one such choice is
 * searched for, with bounds: at each step the least and greatest value that the open rows can
 * still add to an equation must leave room for zero. A reading is dropped only when there is none.
 *
 * @param domains the readings of each row; rows that are certain have one
 * @returns for each row the readings left; `impossible` when there is no choice at all; `given up` when the search took
 *   too long to find even one
 * @example
 * solve([[[80, 81]], [[79, 1], [80, 1]]], [{ terms: [{ row: 0, cell: 0, sign: 1 }, { row: 1, cell: 0, sign: -1 }] }])
 * // { kind: 'solved', rows: [[[80, 81]], [[80, 1]]] }
 */
export function solve(domains: readonly (readonly Reading[])[], equations: readonly Equation[]): Verdict {
  const effects = domains.map((readings, row) => readings.map((reading) => contributions(reading, row, equations)))
  const room = withRoom(effects, equations.length)
  if (room.some((left) => left.length === 0)) return { kind: 'impossible' }
  const search = new Search(effects, room, equations.length)
  const first = search.choice()
  if (first === 'none') return { kind: 'impossible' }
  if (first === 'unknown') return { kind: 'given up' }
  const possible = domains.map((_, row) => new Set([first[row] ?? 0]))
  for (const [row, left] of room.entries()) {
    for (const index of left) {
      if (possible[row]?.has(index)) continue
      const found = search.choice(row, index)
      if (found === 'none') continue
      if (found === 'unknown') possible[row]?.add(index)
      else for (const [other, chosen] of found.entries()) possible[other]?.add(chosen)
    }
  }
  return {
    kind: 'solved',
    rows: domains.map((readings, row) => readings.filter((_, index) => possible[row]?.has(index))),
  }
}

type Choice = readonly number[] | 'none' | 'unknown'

/** For each row the readings for which every equation still has room, given the least and most that the other rows add. */
function withRoom(effects: Effects, size: number): number[][] {
  const room = effects.map((readings) => [...readings.keys()])
  for (let changed = true; changed; ) {
    changed = false
    for (let equation = 0; equation < size; equation++) {
      const values = room.map((left, row) => left.map((index) => effects[row]?.[index]?.[equation] ?? 0))
      const least = values.map((row) => Math.min(...row))
      const most = values.map((row) => Math.max(...row))
      const low = least.reduce((sum, value) => sum + value, 0)
      const high = most.reduce((sum, value) => sum + value, 0)
      for (const [row, left] of room.entries()) {
        const others = { low: low - (least[row] ?? 0), high: high - (most[row] ?? 0) }
        const kept = left.filter((_, i) => {
          const value = values[row]?.[i] ?? 0
          return others.low + value <= EPSILON && others.high + value >= -EPSILON
        })
        if (kept.length === left.length) continue
        if (kept.length === 0) return room.map((all, other) => (other === row ? [] : all))
        room[row] = kept
        changed = true
      }
    }
  }
  return room
}

type Effects = readonly (readonly Float64Array[])[]

class Search {
  private readonly order: readonly number[]
  private spent = 0

  constructor(
    private readonly effects: Effects,
    private readonly room: readonly (readonly number[])[],
    private readonly size: number,
  ) {
    this.order = room.map((_, row) => row).sort((a, b) => (room[a]?.length ?? 0) - (room[b]?.length ?? 0))
  }

  /** One choice of a reading for every row that fulfils all equations, with one row's reading given if wanted. */
  choice(fixedRow = -1, fixedReading = 0): Choice {
    const options = this.room.map((left, row) => (row === fixedRow ? [fixedReading] : left))
    const bounds = this.bounds(options)
    const chosen = this.effects.map(() => 0)
    let steps = 0
    const descend = (depth: number, sums: Float64Array): boolean | 'unknown' => {
      if (++steps > MAX_STEPS || ++this.spent > MAX_STEPS_IN_ALL) return 'unknown'
      if (depth === this.order.length) return true
      const row = this.order[depth] ?? 0
      const [low, high] = bounds[depth + 1] ?? [sums, sums]
      for (const index of options[row] ?? []) {
        const effect = this.effects[row]?.[index]
        const next = sums.map((sum, i) => sum + (effect?.[i] ?? 0))
        if (!next.every((sum, i) => sum + (low[i] ?? 0) <= EPSILON && sum + (high[i] ?? 0) >= -EPSILON)) continue
        chosen[row] = index
        const found = descend(depth + 1, next)
        if (found !== false) return found
      }
      return false
    }
    const found = descend(0, new Float64Array(this.size))
    return found === true ? chosen : found === false ? 'none' : 'unknown'
  }

  /** For each depth of the search, the least and greatest that the rows from there on can add to each equation. */
  private bounds(options: readonly (readonly number[])[]): [Float64Array, Float64Array][] {
    const bounds: [Float64Array, Float64Array][] = [[new Float64Array(this.size), new Float64Array(this.size)]]
    for (const row of this.order.toReversed()) {
      const [low, high] = bounds[0] ?? [new Float64Array(this.size), new Float64Array(this.size)]
      const effects = (options[row] ?? []).map((index) => this.effects[row]?.[index])
      bounds.unshift([
        low.map((sum, i) => sum + Math.min(...effects.map((effect) => effect?.[i] ?? 0))),
        high.map((sum, i) => sum + Math.max(...effects.map((effect) => effect?.[i] ?? 0))),
      ])
    }
    return bounds
  }
}

/** Amounts with decimals are compared as such. */
const EPSILON = 1e-6

function contributions(reading: Reading, row: number, equations: readonly Equation[]): Float64Array {
  return Float64Array.from(equations, ({ terms }) =>
    terms.reduce((sum, term) => (term.row === row ? sum + term.sign * (reading[term.cell] ?? 0) : sum), 0),
  )
}
