import type { Reading } from './cuts.js'

/** `Σ sign · value = 0` over cells of several rows; an empty cell counts nothing. */
export interface Equation {
  readonly terms: readonly { readonly row: number; readonly cell: number; readonly sign: 1 | -1 }[]
}

/** What the equations leave of each row's readings. */
export type Verdict =
  | { readonly kind: 'solved'; readonly rows: readonly (readonly Reading[])[]; readonly solutions: number }
  | { readonly kind: 'impossible' }
  | { readonly kind: 'given up' }

const MAX_NODES = 60_000
const MAX_SOLUTIONS = 400

/**
 * All ways to choose one reading for each row such that every equation holds, found by search with bounds: at each step the
 * least and greatest value that the open rows can still add to an equation must leave room for zero.
 *
 * @param domains the readings of each row; rows that are certain have one
 * @returns for each row the readings that occur in some solution; `impossible` when there is none; `given up` when there
 *   are too many to list them all, so that nothing may be concluded
 * @example
 * solve([[[80, 81]], [[79, 1], [80, 1]]], [{ terms: [{ row: 0, cell: 0, sign: 1 }, { row: 1, cell: 0, sign: -1 }] }])
 * // { kind: 'solved', rows: [[[80, 81]], [[80, 1]]], solutions: 1 }
 */
export function solve(domains: readonly (readonly Reading[])[], equations: readonly Equation[]): Verdict {
  const order = domains.map((_, row) => row).sort((a, b) => (domains[a]?.length ?? 0) - (domains[b]?.length ?? 0))
  const effects = domains.map((readings, row) => readings.map((reading) => contributions(reading, row, equations)))
  const bounds = remaining(order, effects, equations.length)
  const used = domains.map(() => new Set<number>())
  const chosen = new Int32Array(domains.length)
  let nodes = 0
  let solutions = 0
  const search = (depth: number, sums: Float64Array): boolean => {
    if (++nodes > MAX_NODES) return false
    if (depth === order.length) {
      solutions++
      chosen.forEach((reading, row) => {
        used[row]?.add(reading)
      })
      return solutions <= MAX_SOLUTIONS
    }
    const row = order[depth] ?? 0
    const [low, high] = bounds[depth + 1] ?? [sums, sums]
    for (const [index, effect] of (effects[row] ?? []).entries()) {
      const next = sums.map((sum, i) => sum + (effect[i] ?? 0))
      const open = next.every((sum, i) => sum + (low[i] ?? 0) <= EPSILON && sum + (high[i] ?? 0) >= -EPSILON)
      if (!open) continue
      chosen[row] = index
      if (!search(depth + 1, next)) return false
    }
    return true
  }
  if (!search(0, new Float64Array(equations.length))) return { kind: 'given up' }
  if (solutions === 0) return { kind: 'impossible' }
  const rows = domains.map((readings, row) => readings.filter((_, index) => used[row]?.has(index)))
  return { kind: 'solved', rows, solutions }
}

/** Amounts with decimals are compared as such. */
const EPSILON = 1e-6

function contributions(reading: Reading, row: number, equations: readonly Equation[]): Float64Array {
  return Float64Array.from(equations, ({ terms }) =>
    terms.reduce((sum, term) => (term.row === row ? sum + term.sign * (reading[term.cell] ?? 0) : sum), 0),
  )
}

/** For each depth of the search, the least and greatest that the rows from there on can add to each equation. */
function remaining(
  order: readonly number[],
  effects: readonly (readonly Float64Array[])[],
  size: number,
): [Float64Array, Float64Array][] {
  const bounds: [Float64Array, Float64Array][] = [[new Float64Array(size), new Float64Array(size)]]
  for (const row of order.toReversed()) {
    const [low, high] = bounds[0] ?? [new Float64Array(size), new Float64Array(size)]
    const of = effects[row] ?? []
    bounds.unshift([
      low.map((sum, i) => sum + Math.min(...of.map((effect) => effect[i] ?? 0))),
      high.map((sum, i) => sum + Math.max(...of.map((effect) => effect[i] ?? 0))),
    ])
  }
  return bounds
}
