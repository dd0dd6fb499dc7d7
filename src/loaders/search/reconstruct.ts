import type { Form, Identity } from '../../forms/forms.js'
import type { TableName } from '../../types.js'
import type { Reading } from './cuts.js'
import { mayBeMisprinted, misprintedCuts, readingsWithMisprint } from './misprinted-row.js'
import {
  columnEquations,
  digitsOf,
  domainOf,
  equationsOf,
  leavesNoTrace,
  leavesTotalsOpen,
  type PuzzleRow,
  rowSums,
  solveColumns,
} from './puzzle.js'
import type { Verdict } from './solve.js'

/** What reading order and identities leave of a cell. */
export type CellVerdict =
  | {
      readonly kind: 'number'
      /** The identities that leave no other number; none where the borders of the figures are certain without them. */
      readonly by: readonly string[]
      readonly value: number
      readonly from: number
      readonly to: number
    }
  | { readonly kind: 'empty' }
  | { readonly kind: 'open'; readonly candidates: readonly number[] }

export interface Reconstruction {
  /** For each row the verdicts on its cells; `null` for rows that were settled before or had to be left out. */
  readonly rows: readonly (readonly CellVerdict[] | null)[]
  /** `impossible`: no way of reading the table fits its identities. `given up`: too many ways to look at them all. */
  readonly outcome: Verdict['kind']
}

/**
 * Puts the figures of rows that lost their borders into cells, by exact reasoning: every way to cut a run of digits and to
 * place figures in reading order, kept only if each printed total is the sum of its parts and the columns' identities hold.
 * What all remaining ways agree on is a verdict; what they do not agree on stays open. If no way fits, some figure is wrong
 * in print: the rows are tried with each one left out in turn, and only what all these agree on is a verdict.
 *
 * @param form whose identities hold for the table
 */
export function reconstruct(form: Form, table: TableName, rows: readonly PuzzleRow[]): Reconstruction {
  const identities = equationsOf(form, table, rows)
  const blanks = leavesNoTrace(rows)
  const open = leavesTotalsOpen(identities, blanks)
  const domains = rows.map((row) => domainOf(row, identities, blanks, open))
  const unreadable = rows.some((row, i) => row.settled === null && row.runs !== null && domains[i] === null)
  if (blanks && unreadable) return { rows: openRows(rows), outcome: 'impossible' }
  const verdict = solveColumns(rows, domains, identities)
  const refuted = verdict.kind === 'impossible' ? refutedRows(rows, domains, identities) : new Set<number>()
  const alone = rows.map((row, i) => byItself(row, identities, blanks, refuted.has(i)))
  const openOrAlone = openRows(rows).map((row, i) => row && (alone[i] ?? row))
  if (verdict.kind === 'given up') return { rows: openOrAlone, outcome: 'given up' }
  const fitting = verdict.kind === 'solved' ? verdict.rows : blanks ? null : withoutEachRow(rows, domains, identities)
  const misprints = verdict.kind === 'solved' ? readingsWithMisprint(rows, domains, identities, blanks) : null
  const left = fitting?.map((own, i) => [...new Set([...own, ...(misprints?.readings[i] ?? [])])]) ?? null
  const confirmed = confirmedRows(rows, domains, identities)
  if (left === null) return { rows: openOrAlone, outcome: 'impossible' }
  const grounds = (row: number, cell: number): string[] =>
    identities.filter((identity) => identity.along === 'rows' || !agree(domains[row] ?? [], cell)).map(({ id }) => id)
  const judged = rows.map((row, i) => {
    const own = left[i] ?? []
    if (row.settled === null && (isDoubted(own) || misprints?.untold.has(i) === true)) return alone[i] ?? openRow(row)
    const cuts = row.settled === null && !confirmed.has(i) ? misprintedCuts(row, identities, blanks) : []
    if (cuts === null) return alone[i] ?? openRow(row)
    return rowVerdicts(row, [...own, ...cuts], (cell) => grounds(i, cell))
  })
  return {
    rows: verdict.kind === 'solved' && !blanks ? judged.map((row, i) => withCertain(rows[i], row)) : judged,
    outcome: verdict.kind,
  }
}

/** Whether a row may be the one that is misprinted. */
function isDoubted(left: readonly Reading[] = []): boolean {
  return left.length === 0 || left.some((reading) => reading.length === 0)
}

/**
 * A row that can be read in one way only, whatever its table comes to: its printed total leaves no other, would leave none had
 * empty cells been lost, and no misprint makes another. That the columns do not add up is then no doubt about what is printed in it.
 * Not so where an identity of few rows is refuted that it takes part in, unless each digit is a cell.
 * Of digits run together in a row without a total every way to cut them is told, and with it the numbers in which all agree (`00`).
 */
function byItself(
  row: PuzzleRow,
  identities: readonly Identity[],
  blanks: boolean,
  isRefuted: boolean,
): CellVerdict[] | null {
  const along = identities.filter((identity) => identity.along === 'rows')
  const domain =
    row.settled === null && row.runs !== null ? domainOf(row, along, true, leavesTotalsOpen(identities, blanks)) : null
  if (domain === null || mayBeMisprinted(row, identities, blanks)) return null
  const hasTotal = rowSums(row.slots, along).length > 0
  if (!hasTotal && row.glued) return rowVerdicts(row, domain, () => [])
  if (!hasTotal || domain.length !== 1 || digitsOf(row) < row.slots.length) return null
  if (isRefuted && digitsOf(row) > row.slots.length) return null
  return rowVerdicts(row, domain, () => along.map(({ id }) => id))
}

/** As many rows as an identity may have for its failing to be a doubt about each of them: received and carried in are concluded and carried out. */
const FEW = 4

/**
 * The rows of an identity of few rows that fits in no way. One of them is misprinted, and a misprinted row may be cut so that its own total
 * holds by chance: `33420012`, printed for 3, 34, 2, 0, 0, 1 and 2, is also 3+3+4+2+0+0 = 12.
 */
function refutedRows(
  rows: readonly PuzzleRow[],
  domains: readonly (readonly Reading[] | null)[],
  identities: readonly Identity[],
): ReadonlySet<number> {
  const few = identities.filter(({ along, left, right }) => along === 'columns' && left.length + right.length <= FEW)
  const failing = few.filter((identity) => solveColumns(rows, domains, [identity]).kind === 'impossible')
  return new Set(
    failing.flatMap((one) => columnEquations(rows, domains, [one]).flatMap(({ terms }) => terms.map(({ row }) => row))),
  )
}

/** The rows that take part in an identity that runs down the columns, all of whose rows can be told. */
function confirmedRows(
  rows: readonly PuzzleRow[],
  domains: readonly (readonly Reading[] | null)[],
  identities: readonly Identity[],
): ReadonlySet<number> {
  return new Set(columnEquations(rows, domains, identities).flatMap(({ terms }) => terms.map(({ row }) => row)))
}

/** The readings left when any one row is taken for misprinted, over all rows whose removal makes the rest fit. */
function withoutEachRow(
  rows: readonly PuzzleRow[],
  domains: readonly (readonly Reading[] | null)[],
  identities: readonly Identity[],
): (readonly Reading[])[] | null {
  const union = domains.map(() => new Set<Reading>())
  let fitting = 0
  for (const [suspect, own] of domains.entries()) {
    if (own === null) continue
    const verdict = solveColumns(
      rows,
      domains.map((domain, row) => (row === suspect ? null : domain)),
      identities,
    )
    if (verdict.kind === 'given up') return null
    if (verdict.kind !== 'solved') continue
    fitting++
    verdict.rows.forEach((left, row) => {
      for (const reading of row === suspect ? [] : left) union[row]?.add(reading)
    })
    union[suspect]?.add(UNKNOWN)
  }
  return fitting === 0 ? null : union.map((left) => [...left])
}

/** Stands for a reading that is not among those thought of. */
const UNKNOWN: Reading = []

function rowVerdicts(
  row: PuzzleRow,
  left: readonly Reading[],
  grounds: (cell: number) => string[],
): CellVerdict[] | null {
  if (row.settled !== null) return null
  if (row.runs === null || isDoubted(left)) return openRow(row)
  return row.slots.map((_, cell) => verdictOn(row, left, cell, grounds(cell)))
}

function verdictOn(row: PuzzleRow, left: readonly Reading[], cell: number, by: readonly string[]): CellVerdict {
  const values = [...new Set(left.map((reading) => reading[cell] ?? null))]
  const [value] = values
  if (values.length > 1 || value === undefined) {
    return { kind: 'open', candidates: values.filter((one) => one !== null).sort((a, b) => a - b) }
  }
  if (value === null) return { kind: 'empty' }
  const places = new Map(left.map((reading) => placeIn(row, reading, cell)).map((place) => [place.join('-'), place]))
  const [place] = [...places.values()]
  // Told by the identities, but to be found in more than one place: the number is certain, its characters are not.
  if (place === undefined || places.size > 1) return { kind: 'number', value, from: -1, to: -1, by }
  return { kind: 'number', value, from: place[0], to: place[1], by }
}

function agree(readings: readonly Reading[], cell: number): boolean {
  return readings.length > 0 && readings.every((reading) => reading[cell] === readings[0]?.[cell])
}

/** As many digits as cells, none of them empty: each digit is a cell, and no identity was needed to tell. */
function withCertain(
  row: PuzzleRow | undefined,
  verdicts: readonly CellVerdict[] | null,
): readonly CellVerdict[] | null {
  if (row === undefined || verdicts === null || digitsOf(row) !== row.slots.length) return verdicts
  return verdicts.map((verdict) => (verdict.kind === 'number' ? { ...verdict, by: [] } : verdict))
}

/** Where the figure of a cell stands: figures follow each other through the runs. */
function placeIn(row: PuzzleRow, reading: Reading, cell: number): [number, number] {
  let run = 0
  let at = 0
  for (let i = 0; i <= cell; i++) {
    const value = reading[i]
    if (value === null || value === undefined) continue
    const { text = '', from = 0 } = row.runs?.[run] ?? {}
    const length = row.glued ? String(value).length : text.length
    if (i === cell) return [from + at, from + at + length]
    at += length
    if (at >= text.length) {
      run++
      at = 0
    }
  }
  return [-1, -1]
}

function openRows(rows: readonly PuzzleRow[]): Reconstruction['rows'] {
  return rows.map((row) => (row.settled === null ? openRow(row) : null))
}

/** Nothing is known but which whole figures reading order lets stand in each cell. */
function openRow(row: PuzzleRow): CellVerdict[] {
  const figures = row.glued || row.runs === null ? [] : row.runs.map((run) => Number(run.text))
  const surplus = Math.abs(row.slots.length - figures.length)
  return row.slots.map((_, i) => {
    const [first, last] = figures.length < row.slots.length ? [i - surplus, i] : [i, i + surplus]
    const candidates = [...new Set(figures.slice(Math.max(0, first), last + 1))].sort((a, b) => a - b)
    return { kind: 'open', candidates }
  })
}
