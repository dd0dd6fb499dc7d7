/** Rows of whole numbers: the coefficients of the unknowns, then the right side. */
export type Matrix = readonly (readonly number[])[]

/** What a system of equations comes to: which mixture of its rows contradicts itself, or its solutions. */
export type Solution =
  | { readonly kind: 'contradiction'; readonly mixture: readonly number[] }
  | {
      readonly kind: 'solved'
      /** One solution, in which the free unknowns are 0. */
      readonly point: readonly number[]
      /** For each free unknown how the solution moves when it grows by one. */
      readonly directions: readonly (readonly number[])[]
    }

/**
 * Solves a small system of linear equations exactly, in whole numbers (fraction-free elimination), so that no rounding can
 * make a contradiction look solved. Only the last step divides.
 *
 * @param rows equations: coefficients, then the right side
 * @param unknowns how many unknowns there are
 * @example
 * solveLinear([[1, 1, 5], [1, -1, 1]], 2) // { kind: 'solved', point: [3, 2], directions: [] }
 */
export function solveLinear(rows: Matrix, unknowns: number): Solution {
  const work = rows.map((row, i) => [...row, ...rows.map((_, j) => (i === j ? 1 : 0))])
  const pivots: { row: number; column: number }[] = []
  for (let column = 0; column < unknowns; column++) {
    const row = work.findIndex((each, i) => i >= pivots.length && each[column] !== 0)
    if (row < 0) continue
    const at = pivots.length
    swap(work, at, row)
    for (let i = 0; i < work.length; i++) if (i !== at) work[i] = cleared(work[i] ?? [], work[at] ?? [], column)
    pivots.push({ row: at, column })
  }
  const torn = work.find((row, i) => i >= pivots.length && row[unknowns] !== 0)
  if (torn !== undefined) return { kind: 'contradiction', mixture: torn.slice(unknowns + 1) }
  const read = (column: number) => {
    const values = new Array<number>(unknowns).fill(0)
    for (const pivot of pivots)
      values[pivot.column] = (work[pivot.row]?.[column] ?? 0) / (work[pivot.row]?.[pivot.column] ?? 1)
    return values
  }
  const free = Array.from({ length: unknowns }, (_, i) => i).filter((i) => !pivots.some(({ column }) => column === i))
  const directions = free.map((own) => read(own).map((value, i) => (i === own ? 1 : value === 0 ? 0 : -value)))
  return { kind: 'solved', point: read(unknowns), directions }
}

/** A row without the pivot's unknown, divided by what its numbers have in common. */
function cleared(row: readonly number[], pivot: readonly number[], column: number): number[] {
  const own = row[column] ?? 0
  if (own === 0) return [...row]
  const lead = pivot[column] ?? 1
  const mixed = row.map((value, i) => value * lead - (pivot[i] ?? 0) * own)
  const common = mixed.reduce(greatestCommonDivisor, 0)
  return common > 1 ? mixed.map((value) => value / common) : mixed
}

function greatestCommonDivisor(a: number, b: number): number {
  let [x, y] = [Math.abs(a), Math.abs(b)]
  while (y > 0) [x, y] = [y, x % y]
  return x
}

function swap(rows: number[][], i: number, j: number): void {
  const [a, b] = [rows[i], rows[j]]
  if (a !== undefined && b !== undefined) [rows[i], rows[j]] = [b, a]
}
