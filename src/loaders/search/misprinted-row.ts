import type { Identity } from '../../forms/forms.js'
import { MAX_DIGITS, type Reading, type RowSum, readings } from './cuts.js'
import { addsUpButForOneMisprint, meantReadings } from './misprints.js'
import { type PuzzleRow, rowSums, solveColumns } from './puzzle.js'

/**
 * Whether a run of digits could also be cut into figures that add up but for one misprint. Where nothing but the row's own total
 * tells the cut, the one that adds up may then be so by chance. As many digits as cells can be cut in one way only.
 */
export function mayBeMisprinted(row: PuzzleRow, identities: readonly Identity[], blanks: boolean): boolean {
  const found = misprintedCuts(row, identities, blanks)
  return found === null || found.length > 0
}

/**
 * The ways to cut a row's run of digits into figures that add up but for one misprint, as printed; none where it can be cut in one way
 * only, `null` for too many.
 */
export function misprintedCuts(
  { slots, runs, glued }: PuzzleRow,
  identities: readonly Identity[],
  blanks: boolean,
): Reading[] | null {
  if (!glued || runs === null) return []
  const texts = runs.map(({ text }) => text)
  if (!blanks && texts.join('').length === slots.length) return []
  const sums = rowSums(slots, identities)
  const [only, another] = sums
  if (only?.total === slots.length - 1 && another === undefined) return cutsByTotal(texts, only, blanks)
  const keeps = (reading: Reading) => addsUpButForOneMisprint(reading, sums)
  const found = sums.map((_, i) =>
    readings({ runs: texts, glued, cells: slots.length, sums: sums.filter((_, j) => j !== i), blanks, keeps }),
  )
  return found.includes(null) ? null : found.flatMap((each) => each ?? [])
}

/** The same for a row whose last figure is the total of all others: told by each total in turn, which leaves far fewer cuts to be looked at. */
function cutsByTotal(runs: readonly string[], sum: RowSum, blanks: boolean): Reading[] | null {
  const found: Reading[] = []
  const last = runs.at(-1) ?? ''
  for (let length = blanks ? 0 : 1; length <= Math.min(MAX_DIGITS, last.length); length++) {
    const [rest, digits] = [last.slice(0, last.length - length), last.slice(last.length - length)]
    if (digits.length > 1 && digits.startsWith('0')) continue
    const total = digits === '' ? null : Number(digits)
    // A slip adds one digit to a total at the most; the parts beside the one misprinted are no more than the total.
    const most = 10 * (total ?? 0) + 9
    const parts = readings({
      runs: [...runs.slice(0, -1), rest].filter((run) => run !== ''),
      glued: true,
      cells: sum.total,
      sums: [],
      blanks,
      keeps: (reading) => addsUpButForOneMisprint([...reading, total], [sum]),
      leads: (begun) => sumOf(begun) - Math.max(...begun.map((part) => part ?? 0)) <= most,
    })
    if (parts === null) return null
    found.push(...parts.map((reading) => [...reading, total]))
  }
  return found
}

function sumOf(reading: Reading): number {
  return reading.reduce<number>((sum, part) => sum + (part ?? 0), 0)
}

/**
 * What else would fit if one figure of one row of glued digits were misprinted: another cut of that row, which adds up with the
 * number that was meant, and the readings of the other rows that go with it. Then only what all of them have is certain; of the
 * rows `untold` not even that: all of them, where a run has too many cuts, or one of these readings too many ways to go with it.
 */
export function readingsWithMisprint(
  rows: readonly PuzzleRow[],
  domains: readonly (readonly Reading[] | null)[],
  identities: readonly Identity[],
  blanks: boolean,
): { readonly untold: ReadonlySet<number>; readonly readings: readonly ReadonlySet<Reading>[] } {
  const none = { untold: new Set(rows.keys()), readings: rows.map(() => new Set<Reading>()) }
  const others = rows.map(() => new Set<Reading>())
  for (const [suspect, row] of rows.entries()) {
    if (row.settled !== null || domains[suspect] == null) continue
    const sums = rowSums(row.slots, identities)
    const cuts = misprintedCuts(row, identities, blanks)
    if (cuts === null) return none
    const printed = new Map(cuts.flatMap((cut) => meantReadings(cut, sums).map((meant) => [meant, cut] as const)))
    if (printed.size === 0) continue
    const tried = domains.map((domain, i) => (i === suspect ? [...printed.keys()] : domain))
    const verdict = solveColumns(rows, tried, identities)
    if (verdict.kind === 'given up') return none
    if (verdict.kind !== 'solved') continue
    for (const [i, own] of verdict.rows.entries())
      for (const reading of domains[i] == null ? [] : own) others[i]?.add(printed.get(reading) ?? reading)
  }
  return { untold: new Set(), readings: others }
}
