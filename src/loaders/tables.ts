import { type Form, formCells, forms, TABLES } from '../forms/forms.js'
import type { Cell, FormId, Place, TableName } from '../types.js'
import { type Alignment, align } from './align.js'
import { foundRows } from './rows.js'
import { type Settled, settle } from './settle.js'
import { foldedEnd, foldedIndex, placeOf, type Stream } from './stream.js'
import { templateOf } from './template.js'

/** A table found in a source. */
export interface FoundTable {
  readonly table: TableName
  readonly form: FormId
  /** All cells of the form's table, in the form's order. */
  readonly cells: readonly Cell[]
  /** From the first label to the last cell, in the source. */
  readonly at: Place
  /** How the search for the places of run-together or unbordered figures ended; `null` where none was needed. */
  readonly outcome: Settled['outcome']
  /** Where the same table stands once more in the source; the first of them is the one read. */
  readonly again: readonly Place[]
  /** The same in the folded text. */
  readonly range: readonly [from: number, to: number]
}

/** Share of a table's labels that must be found before a text is taken for that table. */
const MIN_COVERAGE = 0.5

/**
 * Finds the statutory tables in a text and reads their cells. Each table's form edition is told by its own labels: the
 * edition that leaves fewest of them over or missing; between equals, the edition of the requests table.
 */
export function readTables(stream: Stream, source: string): FoundTable[] {
  const best = TABLES.map((table) => ({ table, ranked: rank(stream, table) }))
  const decided =
    best.find(({ table, ranked }) => table === 'requests' && ranked.length > 0) ??
    best.find(({ ranked }) => ranked.length > 0)
  const main = decided?.ranked[0]?.template.form.form
  return best.flatMap(({ table, ranked }) => {
    const [first] = ranked
    if (first === undefined) return []
    const chosen = ranked.find((other) => other.score === first.score && other.template.form.form === main) ?? first
    return [readTable(stream, source, table, chosen)]
  })
}

function rank(stream: Stream, table: TableName): Alignment[] {
  return forms()
    .map((form) => align(stream, templateOf(form, table)))
    .filter((alignment) => alignment.coverage >= MIN_COVERAGE)
    .sort((a, b) => b.score - a.score)
}

function readTable(stream: Stream, source: string, table: TableName, alignment: Alignment): FoundTable {
  const { form } = alignment.template
  const rows = foundRows(stream, alignment)
  const { cells: filled, outcome } = settle(stream.folded, source, form, table, rows)
  const byCode = new Map(filled.map((cell) => [`${cell.row}/${cell.column}`, cell]))
  const cells = formCells(form, table).map(
    ({ row, column }) => byCode.get(`${row.code}/${column.code}`) ?? absent(row.code, column.code),
  )
  const matches = alignment.matches.filter((match) => match !== null)
  const pieces = rows.flatMap((row) => row.pieces)
  const again = alignment.again.map((at) => placeOf(stream.folded, foldedIndex(stream, at), foldedEnd(stream, at + 1)))
  const from = foldedIndex(stream, matches[0]?.from ?? 0)
  const to = Math.max(foldedEnd(stream, matches.at(-1)?.to ?? 0), ...pieces.map((piece) => piece.to))
  return { table, form: form.form, cells, at: placeOf(stream.folded, from, to), range: [from, to], outcome, again }
}

/** All cells of a form's table, `absent`: what a report without that table gets. */
export function absentCells(form: Form, table: TableName): Cell[] {
  return formCells(form, table).map(({ row, column }) => absent(row.code, column.code))
}

function absent(row: string, column: string): Cell {
  return { row, column, value: null, status: 'absent', text: null, at: null }
}
