import type { Identity } from '../forms/forms.js'
import { type Reading, readings } from './cuts.js'
import { addsUpButForOneMisprint, meantReadings } from './misprints.js'
import { type PuzzleRow, rowSums, solveColumns } from './puzzle.js'

/**
 * Whether a run of digits could also be cut into figures that add up but for one misprint. Where nothing but the row's own total
 * tells the cut, the one that adds up may then be so by chance. As many digits as cells can be cut in one way only.
 */
export function mayBeMisprinted(row: PuzzleRow, identities: readonly Identity[], blanks: boolean): boolean {
  const found = unsummed(row, identities, blanks)
  return found === null || found.some((reading) => addsUpButForOneMisprint(reading, rowSums(row.slots, identities)))
}

/** The readings of a row of glued digits, each but for one of its sums; none where it can be cut in one way only, `null` for too many. */
function unsummed(
  { slots, runs, glued }: PuzzleRow,
  identities: readonly Identity[],
  blanks: boolean,
): Reading[] | null {
  if (!glued || runs === null) return []
  const texts = runs.map(({ text }) => text)
  if (!blanks && texts.join('').length === slots.length) return []
  const sums = rowSums(slots, identities)
  const found = sums.map((_, i) =>
    readings({ runs: texts, glued, cells: slots.length, sums: sums.filter((_, j) => j !== i), blanks }),
  )
  return found.includes(null) ? null : found.flatMap((each) => each ?? [])
}

/**
 * What else would fit if one figure of one row of glued digits were misprinted: another cut of that row, which adds up with the
 * number that was meant, and the readings of the other rows that go with it. Then neither cut is certain.
 */
export function readingsWithMisprint(
  rows: readonly PuzzleRow[],
  domains: readonly (readonly Reading[] | null)[],
  identities: readonly Identity[],
  blanks: boolean,
): { readonly suspects: ReadonlySet<number>; readonly readings: readonly ReadonlySet<Reading>[] } {
  const suspects = new Set<number>()
  const others = rows.map(() => new Set<Reading>())
  for (const [suspect, row] of rows.entries()) {
    if (row.settled !== null || domains[suspect] == null) continue
    const sums = rowSums(row.slots, identities)
    const meant = unsummed(row, identities, blanks)?.flatMap((reading) => meantReadings(reading, sums)) ?? []
    if (meant.length === 0) continue
    const tried = domains.map((domain, i) => (i === suspect ? meant : domain))
    const verdict = solveColumns(rows, tried, identities)
    if (verdict.kind === 'impossible') continue
    suspects.add(suspect)
    if (verdict.kind !== 'solved') continue
    for (const [i, own] of verdict.rows.entries())
      if (i !== suspect && domains[i] != null) for (const reading of own) others[i]?.add(reading)
  }
  return { suspects, readings: others }
}
