import type { Form, Identity } from '../forms/forms.js'
import type { TableName } from '../types.js'
import { type Reading, type RowSum, readings } from './cuts.js'
import { addsUpButForOneMisprint, meantReadings } from './misprints.js'
import { type Equation, solve, type Verdict } from './solve.js'
import type { Slot } from './template.js'

/** A row whose figures are there but not yet in their cells. */
export interface PuzzleRow {
  readonly slots: readonly Slot[]
  /** What the borders of its cells already settle; such a row only helps to settle others. */
  readonly settled: Reading | null
  /** The digits printed behind the label, each run with its place; `null` where they may be another row's. */
  readonly runs: readonly { readonly text: string; readonly from: number }[] | null
  /** Whether several figures are run together without blank or border. */
  readonly glued: boolean
}

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
  const domains = rows.map((row) => domainOf(row, identities, blanks))
  const unreadable = rows.some((row, i) => row.settled === null && row.runs !== null && domains[i] === null)
  if (blanks && unreadable) return { rows: openRows(rows), outcome: 'impossible' }
  const verdict = solveColumns(rows, domains, identities)
  if (verdict.kind === 'given up') return { rows: openRows(rows), outcome: 'given up' }
  const fitting = verdict.kind === 'solved' ? verdict.rows : blanks ? null : withoutEachRow(rows, domains, identities)
  const misprints = verdict.kind === 'solved' ? readingsWithMisprint(rows, domains, identities, blanks) : null
  const left = fitting?.map((own, i) => [...new Set([...own, ...(misprints?.readings[i] ?? [])])]) ?? null
  const confirmed = confirmedRows(rows, domains, identities)
  const alone = rows.map((row) => byItself(row, identities, blanks))
  if (left === null) return { rows: openRows(rows).map((row, i) => row && (alone[i] ?? row)), outcome: 'impossible' }
  const grounds = (row: number, cell: number): string[] =>
    identities.filter((identity) => identity.along === 'rows' || !agree(domains[row] ?? [], cell)).map(({ id }) => id)
  const judged = rows.map((row, i) =>
    row.settled === null &&
    (isDoubted(left[i]) ||
      misprints?.suspects.has(i) === true ||
      (!confirmed.has(i) && mayBeMisprinted(row, identities, blanks)))
      ? (alone[i] ?? openRow(row))
      : rowVerdicts(row, left[i] ?? [], (cell) => grounds(i, cell)),
  )
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
 */
function byItself(row: PuzzleRow, identities: readonly Identity[], blanks: boolean): CellVerdict[] | null {
  const along = identities.filter((identity) => identity.along === 'rows')
  const domain = row.settled === null && row.runs !== null ? domainOf(row, along, true) : null
  if (mayBeMisprinted(row, identities, blanks)) return null
  if (domain?.length !== 1 || rowSums(row.slots, along).length === 0 || digitsOf(row) < row.slots.length) return null
  return rowVerdicts(row, domain, () => along.map(({ id }) => id))
}

/** The rows that take part in an identity that runs down the columns, all of whose rows can be told. */
function confirmedRows(
  rows: readonly PuzzleRow[],
  domains: readonly (readonly Reading[] | null)[],
  identities: readonly Identity[],
): ReadonlySet<number> {
  return new Set(columnEquations(rows, domains, identities).flatMap(({ terms }) => terms.map(({ row }) => row)))
}

/**
 * Whether a run of digits could also be cut into figures that add up but for one misprint. Where nothing but the row's own total
 * tells the cut, the one that adds up may then be so by chance. As many digits as cells can be cut in one way only.
 */
function mayBeMisprinted(row: PuzzleRow, identities: readonly Identity[], blanks: boolean): boolean {
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
function readingsWithMisprint(
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

/**
 * The identities to infer from: none that need not hold exactly or without exception. Rows that only some printings of the
 * form have, and this one has not, count nothing in them.
 */
export function equationsOf(
  form: Form,
  table: TableName,
  rows: readonly { readonly slots: readonly { readonly row: string }[] }[],
): Identity[] {
  const blocks = form.tables[table]?.blocks ?? []
  const optional = new Set(blocks.flatMap((block) => block.rows.flatMap((row) => (row.optional ? row.code : []))))
  const found = new Set(rows.flatMap(({ slots }) => slots.map((slot) => slot.row)))
  const printed = (codes: readonly string[]) => codes.filter((code) => found.has(code) || !optional.has(code))
  return form.identities
    .filter(({ relation, severity, tolerance }) => relation === 'equals' && severity === 'error' && tolerance === 0)
    .filter((identity) => identity.table === table)
    .map((identity) => ({ ...identity, left: printed(identity.left), right: printed(identity.right) }))
}

/**
 * Whether empty cells leave no trace is told by the rows: one with fewer digits than cells has lost some. An empty cell then
 * counts nothing; should a row not add up on that footing, figures themselves may be missing, and nothing follows at all.
 */
function leavesNoTrace(rows: readonly PuzzleRow[]): boolean {
  return rows.some(
    (row) =>
      row.settled === null && row.runs !== null && (row.glued ? digitsOf(row) : row.runs.length) < row.slots.length,
  )
}

function digitsOf(row: PuzzleRow): number {
  return row.runs?.reduce((sum, run) => sum + run.text.length, 0) ?? 0
}

/** The readings of a row on its own; `null` where there are none or too many. */
function domainOf(row: PuzzleRow, identities: readonly Identity[], blanks: boolean): readonly Reading[] | null {
  if (row.settled !== null) return [row.settled]
  if (row.runs === null) return null
  const runs = row.runs.map((run) => run.text)
  const sums = rowSums(row.slots, identities)
  // Without a total to add up to, a row may have lost an empty cell though it has digits enough.
  const found = readings({ runs, glued: row.glued, cells: row.slots.length, sums, blanks: blanks || sums.length === 0 })
  return found === null || found.length === 0 ? null : found
}

/** The totals that a row prints behind their parts. A table in one row has several. */
function rowSums(slots: readonly Slot[], identities: readonly Identity[]): RowSum[] {
  const codes = [...new Set(slots.map((slot) => slot.row))]
  const index = (row: string, column: string) => slots.findIndex((slot) => slot.row === row && slot.column === column)
  return identities
    .filter((identity) => identity.along === 'rows')
    .flatMap(({ left: [total = ''], right }) =>
      codes.map((row) => ({ total: index(row, total), parts: right.map((part) => index(row, part)) })),
    )
    .filter(({ total, parts }) => total >= 0 && parts.every((part) => part >= 0 && part < total))
}

function solveColumns(
  rows: readonly PuzzleRow[],
  domains: readonly (readonly Reading[] | null)[],
  identities: readonly Identity[],
): Verdict {
  const verdict = solve(
    domains.map((domain) => domain ?? [[]]),
    columnEquations(rows, domains, identities),
  )
  return verdict
}

/** The identities that run down the columns, for those columns all of whose cells can be told. */
function columnEquations(
  rows: readonly PuzzleRow[],
  domains: readonly (readonly Reading[] | null)[],
  identities: readonly Identity[],
): Equation[] {
  const columns = [...new Set(rows.flatMap((row) => row.slots.map((slot) => slot.column)))]
  return identities
    .filter((identity) => identity.along === 'columns')
    .flatMap((identity) =>
      columns.flatMap((column) => {
        const sides = [
          ...identity.left.map((code) => ({ code, sign: 1 as const })),
          ...identity.right.map((code) => ({ code, sign: -1 as const })),
        ]
        const terms = sides.map(({ code, sign }) => {
          const row = rows.findIndex(({ slots }) => slots.some((slot) => slot.row === code && slot.column === column))
          const cell = rows[row]?.slots.findIndex((slot) => slot.row === code && slot.column === column) ?? -1
          return { row, cell, sign }
        })
        return terms.every(({ row, cell }) => cell >= 0 && domains[row] != null) ? [{ terms }] : []
      }),
    )
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
