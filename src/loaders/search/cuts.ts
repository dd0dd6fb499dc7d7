/** One way to read a row: a number for each cell, `null` where the cell is taken to be empty. */
export type Reading = readonly (number | null)[]

/** A total that a row prints behind its parts; indices of the row's cells. */
export interface RowSum {
  readonly total: number
  readonly parts: readonly number[]
}

export interface RowPuzzle {
  /** The digits as printed: one string where figures are run together, one for each figure where blanks part them. */
  readonly runs: readonly string[]
  /** Whether a run may hold several figures and must be cut. */
  readonly glued: boolean
  readonly cells: number
  readonly sums: readonly RowSum[]
  /**
   * Whether empty cells leave no trace in this table, so that there may be fewer figures than cells. A total is taken to be
   * empty only where its parts come to nothing, unless `openTotals` says that it may have been left empty whatever they are.
   */
  readonly blanks: boolean
  readonly openTotals?: boolean
  /** Which readings count; all, where it is left out. */
  readonly keeps?: (reading: Reading) => boolean
  /** Whether what was read of the first cells may still lead to one that counts. */
  readonly leads?: (begun: Reading) => boolean
}

/** What reading a run cost more than this is given up: the row stays undecided. */
const MAX_READINGS = 5000
const MAX_STEPS = 400_000
export const MAX_DIGITS = 8

/**
 * Every way to read a row that respects reading order, writes no number with a leading zero, and lets each total be the sum
 * of its parts (an empty cell counts nothing).
 *
 * @returns `null` when there are too many ways
 * @example
 * readings({ runs: ['801000081'], glued: true, cells: 7, sums: [{ total: 6, parts: [0, 1, 2, 3, 4, 5] }], blanks: false })
 * // [[80, 1, 0, 0, 0, 0, 81]]
 */
export function readings(puzzle: RowPuzzle): Reading[] | null {
  const { runs, glued, cells, sums, blanks, openTotals = false, keeps = () => true, leads = () => true } = puzzle
  const found: Reading[] = []
  const taken: (number | null)[] = []
  const totals = new Map(sums.map((sum) => [sum.total, sum.parts]))
  let steps = 0
  /** Fills the cells from `taken.length` on with what stands from character `at` of run `run`. */
  const fill = (run: number, at: number): boolean => {
    if (++steps > MAX_STEPS || found.length > MAX_READINGS) return false
    const text = runs[run]
    const done = text === undefined
    if (taken.length === cells) {
      if (done && keeps(taken)) found.push([...taken])
      return true
    }
    const parts = totals.get(taken.length)
    const due = parts?.reduce((sum, part) => sum + (taken[part] ?? 0), 0)
    const mayBeEmpty = blanks && (openTotals || due === undefined || due === 0)
    if (mayBeEmpty && !take(null, run, at)) return false
    if (done) return true
    const rest = text.length - at
    const longest = glued ? (text[at] === '0' ? 1 : Math.min(MAX_DIGITS, rest)) : rest
    for (let length = glued ? 1 : rest; length <= longest; length++) {
      const value = Number(text.slice(at, at + length))
      if (due !== undefined && value !== due) continue
      const end = at + length === text.length
      if (!take(value, end ? run + 1 : run, end ? 0 : at + length)) return false
    }
    return true
  }
  const take = (value: number | null, run: number, at: number): boolean => {
    taken.push(value)
    const finished = !leads(taken) || fill(run, at)
    taken.pop()
    return finished
  }
  return fill(0, 0) ? found : null
}
