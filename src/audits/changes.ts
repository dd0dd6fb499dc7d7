import { type Solution, solveLinear } from './linear.js'

/** A relation between numbers: `Σ coefficient · number` is 0, at most 0 or at least 0. */
export interface Constraint {
  readonly terms: ReadonlyMap<number, 1 | -1>
  readonly relation: 'equals' | 'at_most' | 'at_least'
}

export interface Numbers {
  readonly values: readonly number[]
  /** The least each number may be; `null` for no bound. */
  readonly least: readonly (number | null)[]
  readonly constraints: readonly Constraint[]
}

/** Numbers that, changed together, fulfil every constraint: their indices, and what each would be. */
export interface Change {
  readonly at: readonly number[]
  /** `null` where every whole number of the range would do. */
  readonly values: readonly (number | null)[]
  readonly ranges: readonly (readonly [least: number | null, most: number | null])[]
}

export interface Search {
  /** All smallest changes, or the first of them. */
  readonly changes: readonly Change[]
  /** How far the search got: all smallest changes, some of them, or none up to the size allowed. */
  readonly outcome: 'all' | 'some' | 'none'
}

export interface Limits {
  /** The most numbers changed together. */
  readonly size: number
  /** Sets of numbers looked at. */
  readonly steps: number
}

/**
 * The smallest sets of whole numbers whose change fulfils every constraint: first every single number, then pairs, and so on.
 * Exact: a set that is not fulfilled by any whole numbers within the bounds is never given, and one that is, is never passed
 * over, unless the steps run out. Where a set is too small, the contradiction left shows which numbers could help: some
 * mixture of the constraints in which none of the set has a part, but which does not come out.
 */
export function smallestChanges(numbers: Numbers, limits: Limits): Search {
  const reach = Math.max(
    1,
    ...numbers.values.map((_, i) => numbers.constraints.filter(({ terms }) => terms.has(i)).length),
  )
  let steps = limits.steps
  for (let size = 1; size <= limits.size; size++) {
    const changes: Change[] = []
    const seen = new Set<string>()
    const visit = (set: readonly number[]): void => {
      const key = set.join()
      if (seen.has(key) || steps <= 0) return
      seen.add(key)
      steps--
      const verdict = tryOut(numbers, set)
      if (verdict.change !== null) changes.push(verdict.change)
      else if (verdict.broken <= reach * (size - set.length))
        for (const index of verdict.helpers) if (!set.includes(index)) visit([...set, index].sort((a, b) => a - b))
    }
    visit([])
    if (changes.length > 0) return { changes, outcome: steps > 0 ? 'all' : 'some' }
    if (steps <= 0) return { changes, outcome: 'some' }
  }
  return { changes: [], outcome: 'none' }
}

/** The change of exactly these numbers that fulfils every constraint; `null` where there is none. */
export function changeOf(numbers: Numbers, set: readonly number[]): Change | null {
  return tryOut(numbers, set).change
}

interface Verdict {
  readonly change: Change | null
  /** Numbers of which one must be changed, too. */
  readonly helpers: Iterable<number>
  /** How many constraints do not hold and cannot be helped by the set; at least one where a number must be added. */
  readonly broken: number
}

function tryOut(numbers: Numbers, set: readonly number[]): Verdict {
  const { constraints, values } = numbers
  const isTouched = ({ terms }: Constraint) => set.some((index) => terms.has(index))
  const touched = constraints.filter(isTouched)
  const off = constraints.filter((one) => !isTouched(one) && !isFulfilled(one, values))
  const [shortest] = [...off].sort((a, b) => a.terms.size - b.terms.size)
  if (shortest !== undefined) return { change: null, helpers: shortest.terms.keys(), broken: off.length }
  const equations = touched.filter(({ relation }) => relation === 'equals')
  const rows = equations.map((one) => [...set.map((index) => one.terms.get(index) ?? 0), -difference(one, values)])
  const solution = solveLinear(rows, set.length)
  if (solution.kind === 'contradiction')
    return { change: null, helpers: partsOf(equations, solution.mixture), broken: 1 }
  const change = within(numbers, set, touched, solution)
  return { change, helpers: new Set(touched.flatMap(({ terms }) => [...terms.keys()])), broken: 1 }
}

/** The numbers that have a part in a mixture of equations. */
function partsOf(equations: readonly Constraint[], mixture: readonly number[]): number[] {
  const parts = new Map<number, number>()
  equations.forEach(({ terms }, i) => {
    for (const [index, sign] of terms) parts.set(index, (parts.get(index) ?? 0) + sign * (mixture[i] ?? 0))
  })
  return [...parts].flatMap(([index, part]) => (part === 0 ? [] : [index]))
}

/** The solution within bounds and inequalities, in whole numbers; `null` where there is none. */
function within(
  numbers: Numbers,
  set: readonly number[],
  touched: readonly Constraint[],
  { point, directions }: Extract<Solution, { kind: 'solved' }>,
): Change | null {
  const start = set.map((index, i) => (numbers.values[index] ?? 0) + (point[i] ?? 0))
  if (!start.every(Number.isSafeInteger)) return null
  const [direction, ...further] = directions
  if (further.length > 0) return null
  const unequal = touched.filter(({ relation }) => relation !== 'equals')
  const at = (t: number) => start.map((value, i) => value + t * (direction?.[i] ?? 0))
  const limits: { readonly slope: number; readonly room: number }[] = [
    ...set.flatMap((index, i) => {
      const least = numbers.least[index] ?? null
      return least === null ? [] : [{ slope: direction?.[i] ?? 0, room: (start[i] ?? 0) - least }]
    }),
    ...unequal.map((one) => {
      const sign = one.relation === 'at_least' ? 1 : -1
      const gain = (values: readonly number[]) => {
        const changed = new Map(set.map((index, i) => [index, values[i] ?? 0]))
        return sign * difference(one, numbers.values, changed)
      }
      return { slope: gain(at(1)) - gain(start), room: gain(start) }
    }),
  ]
  let [low, high] = [-Infinity, Infinity]
  for (const { slope, room } of limits) {
    if (slope === 0 && room < 0) return null
    if (slope > 0) low = Math.max(low, Math.ceil(-room / slope))
    if (slope < 0) high = Math.min(high, Math.floor(room / -slope))
  }
  if (low > high) return null
  if (direction === undefined || low === high) {
    const values = direction === undefined ? start : at(low)
    return { at: set, values, ranges: values.map((value) => [value, value]) }
  }
  const ranges = set.map((_, i): readonly [number | null, number | null] => {
    const slope = direction[i] ?? 0
    const ends =
      slope === 0 ? [start[i] ?? 0, start[i] ?? 0] : [(start[i] ?? 0) + slope * low, (start[i] ?? 0) + slope * high]
    const [a = 0, b = 0] = ends.sort((x, y) => x - y)
    return [Number.isFinite(a) ? a : null, Number.isFinite(b) ? b : null]
  })
  return { at: set, values: ranges.map(([a, b]) => (a === b ? a : null)), ranges }
}

/** What a relation is off by. */
export function difference(
  { terms }: Constraint,
  values: readonly number[],
  changed: ReadonlyMap<number, number> = new Map(),
): number {
  let sum = 0
  for (const [index, sign] of terms) sum += sign * (changed.get(index) ?? values[index] ?? 0)
  return sum
}

export function isFulfilled(one: Constraint, values: readonly number[]): boolean {
  const off = difference(one, values)
  return one.relation === 'equals' ? off === 0 : one.relation === 'at_most' ? off <= 0 : off >= 0
}
