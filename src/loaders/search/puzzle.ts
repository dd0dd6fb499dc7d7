import type { Form, Identity } from '../../forms/forms.js'
import type { TableName } from '../../types.js'
import type { Slot } from '../labels/template.js'
import { type Reading, type RowSum, readings } from './cuts.js'
import { type Equation, solve, type Verdict } from './solve.js'

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
export function leavesNoTrace(rows: readonly PuzzleRow[]): boolean {
  return rows.some(
    (row) =>
      row.settled === null && row.runs !== null && (row.glued ? digitsOf(row) : row.runs.length) < row.slots.length,
  )
}

/**
 * Whether a total may have been left empty, where empty cells leave no trace: in a table that no sums down its columns hold
 * together, nothing else would show it.
 */
export function leavesTotalsOpen(identities: readonly Identity[], blanks: boolean): boolean {
  return blanks && !identities.some(({ along }) => along === 'columns')
}

export function digitsOf(row: PuzzleRow): number {
  return row.runs?.reduce((sum, run) => sum + run.text.length, 0) ?? 0
}

/**
 * The readings of a row on its own; `null` where there are none or too many.
 *
 * @param openTotals whether a total may have been left empty though its parts are not
 */
export function domainOf(
  row: PuzzleRow,
  identities: readonly Identity[],
  blanks: boolean,
  openTotals: boolean,
): readonly Reading[] | null {
  if (row.settled !== null) return [row.settled]
  if (row.runs === null) return null
  const runs = row.runs.map((run) => run.text)
  const sums = rowSums(row.slots, identities)
  // Without a total to add up to, a row may have lost an empty cell though it has digits enough.
  const puzzle = { runs, glued: row.glued, cells: row.slots.length, sums, blanks: blanks || sums.length === 0 }
  const found = readings(puzzle)
  // A row that adds up nowhere may be misprinted: no empty total makes up for that.
  const all = openTotals && found !== null && found.length > 0 ? readings({ ...puzzle, openTotals }) : found
  return all === null || all.length === 0 ? null : all
}

/** The totals that a row prints behind their parts. A table in one row has several. */
export function rowSums(slots: readonly Slot[], identities: readonly Identity[]): RowSum[] {
  const codes = [...new Set(slots.map((slot) => slot.row))]
  const index = (row: string, column: string) => slots.findIndex((slot) => slot.row === row && slot.column === column)
  return identities
    .filter((identity) => identity.along === 'rows')
    .flatMap(({ left: [total = ''], right }) =>
      codes.map((row) => ({ total: index(row, total), parts: right.map((part) => index(row, part)) })),
    )
    .filter(({ total, parts }) => total >= 0 && parts.every((part) => part >= 0 && part < total))
}

export function solveColumns(
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
export function columnEquations(
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
