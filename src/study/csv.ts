/**
 * CSV for spreadsheets and for any other program: UTF-8 with one byte-order mark (without it Excel takes Chinese text for
 * another encoding), lines ended by a line feed on every platform, `null` as nothing, empty text as `""`, numbers in their
 * shortest exact form. Why formulas are guarded as they are: docs/decisions/0005-tables-and-store.md.
 */

import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { type ColumnType, columnsOf, type Scalar, type Table, type TableRow } from './columns.js'
import { fits } from './tables/define.js'

export const BYTE_ORDER_MARK = '\uFEFF'

/** What spreadsheet programs take for the start of a formula (OWASP, CSV injection), also in full width. */
const FORMULA = /^'*[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/u
const GUARDED = /^'+[=+\-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20]/u

/** Text that many readers would trim or take for missing, and is therefore quoted. */
const EMPTY_OR_PADDED = /^$|^\s|\s$/u

const ROWS_PER_CHUNK = 1000

/**
 * Writes rows of a tidy table as CSV, a piece at a time, so that a large table never stands in memory as one text.
 *
 * Text that a spreadsheet program would take for a formula (`=1+1`, `-34`, `@x`) gets an apostrophe before it; `readCsv`
 * takes it off again. Numbers, days and truth values are never touched, so `-34` in a number column stays `-34`.
 *
 * @param options.header `false` leaves out the byte-order mark and the header line, to continue a file
 * @example
 * for (const chunk of csvChunks(metricsTable, rows)) process.stdout.write(chunk)
 */
export function* csvChunks<Name extends string>(
  table: Table<never, Name>,
  rows: Iterable<TableRow<Name>>,
  options: { readonly header?: boolean } = {},
): Generator<string, void, undefined> {
  const names = Object.keys(table.columns) as Name[]
  if (options.header !== false) yield BYTE_ORDER_MARK + lines([names])
  let chunk: Scalar[][] = []
  for (const row of rows) {
    chunk.push(names.map((name) => row[name]))
    if (chunk.length < ROWS_PER_CHUNK) continue
    yield lines(chunk)
    chunk = []
  }
  if (chunk.length > 0) yield lines(chunk)
}

/** The whole table as one CSV text; for large tables use `csvChunks`. */
export function csvText<Name extends string>(table: Table<never, Name>, rows: Iterable<TableRow<Name>>): string {
  return [...csvChunks(table, rows)].join('')
}

/**
 * Reads CSV that `csvChunks` wrote back into the very same rows: types, `null`, empty text and guarded text included.
 *
 * @throws where the header is not that of the table, or a value does not fit its column.
 */
export function readCsv<Name extends string>(table: Table<never, Name>, csv: string): TableRow<Name>[] {
  const [found, records] = parsed(csv)
  const header = columnsOf(table).map(({ name }) => name)
  if (found.join() !== header.join()) {
    throw new Error(`readCsv requires the columns of ${table.name} (${header.join(', ')}), not ${found.join(', ')}`)
  }
  return records.map((record) => rowOf(table, found, record))
}

/**
 * Reads CSV that another version may have written: of the table's columns those that are there, and no others.
 *
 * @returns the table with just these columns, and its rows
 * @throws where a value does not fit its column
 */
export function readKnownColumns(
  table: Table<never, string>,
  csv: string,
): { readonly table: Table<never, string>; readonly rows: TableRow<string>[] } {
  const [found, records] = parsed(csv)
  const columns = Object.fromEntries(Object.entries(table.columns).filter(([name]) => found.includes(name)))
  const known = { ...table, columns }
  return { table: known, rows: records.map((record) => rowOf(known, found, record)) }
}

type Fields = readonly (string | null)[]

function parsed(csv: string): [header: Fields, records: Fields[]] {
  const [header = [], ...records] = parse(csv, {
    bom: true,
    record_delimiter: '\n',
    cast: (text, { quoting, header: isHeader }) => (isHeader || text !== '' || quoting ? text : null),
  }) as Fields[]
  return [header, records]
}

function rowOf<Name extends string>(table: Table<never, Name>, header: Fields, record: Fields): TableRow<Name> {
  const entries = columnsOf(table).map((column) => {
    const text = record[header.indexOf(column.name)] ?? null
    const value = fromText(column.type, text)
    if (fits(column, value)) return [column.name, value]
    throw new Error(`readCsv requires a ${column.type} in ${table.name}.${column.name}, not ${text}`)
  })
  return Object.fromEntries(entries) as TableRow<Name>
}

/**
 * Puts an apostrophe before text that a spreadsheet program would take for a formula. No two texts become the same one.
 *
 * @example
 * guardFormula('=1+1') // "'=1+1"
 */
export function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

/** Takes off the apostrophe that `guardFormula` put there. */
export function unguardFormula(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text
}

function lines(records: readonly (readonly Scalar[])[]): string {
  return stringify(
    records.map((record) => record.map(field)),
    { record_delimiter: '\n', quote_record_delimiter: true, quoted_match: EMPTY_OR_PADDED },
  )
}

function field(value: Scalar): string | number | null {
  if (typeof value === 'string') return guardFormula(value)
  return typeof value === 'boolean' ? String(value) : value
}

function fromText(type: ColumnType, text: string | null): Scalar {
  if (text === null || type === 'date') return text
  if (type === 'string') return unguardFormula(text)
  if (type === 'boolean') return text === 'true' || (text === 'false' ? false : text)
  return text.trim() === '' ? text : Number(text)
}
