import { ALL_TABLES, type Form, formById, formCells } from '../../forms/forms.js'
import type { Cell, Detection, FormId, Place, TableName } from '../../types.js'
import { withCumulativeColumn } from '../header/value-columns.js'
import type { Alignment } from '../labels/align.js'
import { detectTables } from '../labels/detect.js'
import { foundRows } from '../rows/rows.js'
import { withheldFractions } from '../search/fractions.js'
import { type Settled, settle } from '../search/settle.js'
import { tableWithTornHeader } from '../search/torn-header.js'
import { withheldUnlessVouched } from '../search/vouched.js'
import { foldedEnd, foldedIndex, placeOf, type Stream } from '../stream.js'
import { ALL_REACHED, endsWithin, unreached } from './ends-within.js'
import { furtherTables, ownTables } from './own-tables.js'
import { unreadRows } from './unread-rows.js'

/** A table found in a source. */
export interface FoundTable {
  readonly table: TableName
  readonly form: FormId
  /** How the form edition was told. */
  readonly detection: Detection
  /** All cells of the form's table, in the form's order. */
  readonly cells: readonly Cell[]
  /** From the first label to the last cell, in the source. */
  readonly at: Place
  /** How the search for the places of run-together or unbordered figures ended; `null` where none was needed. */
  readonly outcome: Settled['outcome']
  /** Where the same table stands once more in the source: the first is the one read, unless its caption gives it to an earlier year or makes it a sample. */
  readonly again: readonly Place[]
  /** The same in the folded text. */
  readonly range: readonly [from: number, to: number]
  /** Whether the source ends within the table, so that what stood behind its last label or figure is not known. */
  readonly endsWithin: boolean
}

/** Finds the statutory tables in a text and reads their cells, each by the form edition that its own labels tell. */
export function readTables(stream: Stream, source: string): FoundTable[] {
  return ownTables(stream, tablesIn(stream, source), (one) => tablesIn(one, source))
}

/** Where the tables of a text stand that are not the report's own, in the folded text. */
export function otherTables(stream: Stream, source: string, found: readonly FoundTable[]): FoundTable['range'][] {
  return furtherTables(stream, found, (one) => tablesIn(one, source))
}

function tablesIn(stream: Stream, source: string): FoundTable[] {
  const detected = detectTables(stream)
  const starts = detected.map(({ alignment }) => startOf(stream, alignment))
  const found = detected.map(({ alignment, detection }) => {
    const own = startOf(stream, alignment)
    const next = Math.min(...starts.filter((start) => start > own))
    const table = readTable(stream, source, alignment, detection, next)
    return withPartsNamedFirst(stream, source, alignment, table)
  })
  const main = formById((found.find(({ table }) => table === 'requests') ?? found[0])?.form ?? '')
  const missing = main === undefined ? [] : ALL_TABLES.filter((table) => !found.some((one) => one.table === table))
  const torn = missing.flatMap((table) => (main && tableWithTornHeader(stream, source, main, table)) ?? [])
  return [...found, ...torn]
}

/** A table of a single row of which nothing is known, read where the names of its parts stand together before all their heads. */
function withPartsNamedFirst(stream: Stream, source: string, { template }: Alignment, table: FoundTable): FoundTable {
  if (!table.cells.every(({ status }) => status === 'ambiguous')) return table
  const cells = tableWithTornHeader(stream, source, template.form, table.table, true)?.cells
  return cells === undefined ? table : { ...table, cells }
}

/** Where a table's first label stands in the folded text. */
function startOf(stream: Stream, { matches }: Alignment): number {
  return foldedIndex(stream, matches.find((match) => match !== null)?.from ?? 0)
}

/** @param next where the table behind it begins; an empty last row may have looked for its figures beyond that */
function readTable(stream: Stream, source: string, laid: Alignment, detection: Detection, next: number): FoundTable {
  const alignment = withCumulativeColumn(stream, laid)
  const { form, table } = alignment.template
  const rows = foundRows(stream, alignment)
  const { cells: settled, outcome } = settle(stream.folded, source, form, table, rows)
  const matches = alignment.matches.filter((match) => match !== null)
  const pieces = rows.flatMap((row) => row.pieces).filter((piece) => piece.to <= next)
  const from = startOf(stream, alignment)
  const to = Math.max(foldedEnd(stream, matches.at(-1)?.to ?? 0), ...pieces.map((piece) => piece.to))
  const vouched = withheldUnlessVouched(stream, alignment, rows, settled)
  const filled = withheldFractions(stream, alignment, rows, vouched)
  const last = Object.keys(form.tables).at(-1) === table ? formCells(form, table).at(-1) : undefined
  const veryLast = last === undefined ? null : `${last.row.code}/${last.column.code}`
  const end = stream.folded.text.length
  const { lost, cut } = endsWithin(stream, alignment, to) ? unreached(rows, end, veryLast) : ALL_REACHED
  const unread = unreadRows(stream, alignment, rows)
  const byCode = new Map(filled.map((cell) => [`${cell.row}/${cell.column}`, cell]))
  const cells = formCells(form, table).map(({ row, column }) => {
    const key = `${row.code}/${column.code}`
    const cell = lost.has(key) ? undefined : byCode.get(key)
    if (cell === undefined)
      return unread.has(row.code) ? unreadCell(row.code, column.code) : absent(row.code, column.code)
    return key === cut ? { ...cell, value: null, status: 'ambiguous' as const, candidates: [] } : cell
  })
  const again = [...new Set([...alignment.again, ...alignment.parts])].map((at) =>
    placeOf(stream.folded, foldedIndex(stream, at), foldedEnd(stream, at + 1)),
  )
  return {
    table,
    form: form.form,
    detection,
    cells,
    at: placeOf(stream.folded, from, to),
    range: [from, to],
    outcome,
    again,
    endsWithin: lost.size > 0 || cut !== null,
  }
}

/** All cells of a form's table, `absent`: what a report without that table gets. */
export function absentCells(form: Form, table: TableName): Cell[] {
  return formCells(form, table).map(({ row, column }) => absent(row.code, column.code))
}

/** A cell of a row that may be there under another label. */
function unreadCell(row: string, column: string): Cell {
  return { row, column, value: null, status: 'ambiguous', text: null, at: null, candidates: [] }
}

function absent(row: string, column: string): Cell {
  return { row, column, value: null, status: 'absent', text: null, at: null }
}
