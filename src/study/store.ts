/**
 * Tidy tables as Parquet, through DuckDB. This is the only file that loads DuckDB, and it does so when first used.
 */

import type { DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api'
import { type Column, columnsOf, type Scalar, type Table, type TableRow } from './columns.js'

type DuckDB = typeof import('@duckdb/node-api')

/** DuckDB works in vectors of this many rows. */
const ROWS_PER_CHUNK = 2048
const ROWS_PER_GROUP = 122_880

const UTF8 = new TextDecoder('utf-8', { ignoreBOM: true })

/**
 * Writes rows of a tidy table as a Parquet file with the types of its columns (`integer` int32, `long` int64, `number`
 * double, `date` date, `boolean`, `string` UTF-8), nulls as nulls, ZSTD-compressed, in the order given. The same rows give
 * the same bytes. Titles and descriptions go into the file's key-value metadata (see `parquetNotes`). An existing file is
 * replaced.
 *
 * @returns how many rows were written
 * @example
 * await writeParquet('metrics.parquet', metricsTable, tableRows(metricsTable, metrics))
 */
export async function writeParquet<Name extends string>(
  path: string,
  table: Table<never, Name>,
  rows: Iterable<TableRow<Name>> | AsyncIterable<TableRow<Name>>,
): Promise<number> {
  const duckdb = await import('@duckdb/node-api')
  return connected(duckdb, `${path}.spill`, async (connection) => {
    const columns = columnsOf(table).map((column) => ({ name: column.name, ...storage(duckdb, column.type) }))
    await connection.run(`CREATE TABLE t (${columns.map(({ name, type }) => `${quoted(name)} ${type}`).join(', ')})`)
    const count = await append(duckdb, connection, columns, rows)
    const notes = Object.entries(notesOf(table))
    const metadata = notes.map(([key], i) => `${quoted(key)}: $${i + 2}`).join(', ')
    await connection.run(
      `COPY t TO $1 (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROWS_PER_GROUP}, KV_METADATA {${metadata}})`,
      [path, ...notes.map(([, value]) => value)],
    )
    return count
  })
}

/**
 * Reads a Parquet file back into rows: days as ISO text, 64-bit integers as numbers.
 *
 * @throws where a 64-bit integer is too large for a JavaScript number, or a column has a type no tidy table has
 * @example
 * const cells = await readParquet('cells.parquet')
 */
export async function readParquet(path: string): Promise<TableRow[]> {
  const rows: TableRow[] = []
  for await (const row of queryRows('SELECT * FROM read_parquet($1)', [path], `${path}.spill`)) rows.push(row)
  return rows
}

/**
 * The rows of a query, one by one, so that they never stand in memory together: days as ISO text, 64-bit integers as
 * numbers. Every column needs a name of its own.
 *
 * @param sql a query of our own making; what comes from outside goes in by `values` ($1, $2 …)
 * @param spill a folder for what does not fit in memory; it is gone afterwards
 */
export async function* queryRows(sql: string, values: readonly string[], spill: string): AsyncGenerator<TableRow> {
  const duckdb = await import('@duckdb/node-api')
  const { connection, close } = await opened(duckdb, spill)
  try {
    const head = await connection.runAndReadAll(`SELECT * FROM (${sql}) LIMIT 0`, [...values])
    const names = head.columnNames()
    // Text is fetched as bytes: DuckDB's own decoding would drop a byte-order mark that a text begins with.
    const columns = head.columnTypes().map((type, i) => {
      const name = quoted(names[i] ?? '')
      return type.typeId === duckdb.DuckDBTypeId.VARCHAR ? `encode(${name})` : name
    })
    const result = await connection.stream(`SELECT ${columns.join(', ')} FROM (${sql})`, [...values])
    for await (const rows of result.yieldRows())
      for (const row of rows) yield Object.fromEntries(names.map((name, i) => [name, scalar(duckdb, name, row[i])]))
  } finally {
    close()
  }
}

/** What a Parquet file of ours says about itself: `table`, `title_en`, `grain_en`, …, and `column.NAME` for each column. */
export async function parquetNotes(path: string): Promise<Record<string, string>> {
  const duckdb = await import('@duckdb/node-api')
  return connected(duckdb, `${path}.spill`, async (connection) => {
    const sql = 'SELECT decode(key), decode(value) FROM parquet_kv_metadata($1)'
    const result = await connection.runAndReadAll(sql, [path])
    return Object.fromEntries(result.getRows().map(([key, value]) => [String(key), String(value)]))
  })
}

/** One thread and kept order, so that bytes do not depend on the machine; what does not fit in memory goes to `spill`. */
async function connected<T>(
  duckdb: DuckDB,
  spill: string,
  work: (connection: DuckDBConnection) => Promise<T>,
): Promise<T> {
  const { connection, close } = await opened(duckdb, spill)
  try {
    return await work(connection)
  } finally {
    close()
  }
}

async function opened(duckdb: DuckDB, spill: string) {
  const options = { threads: '1', preserve_insertion_order: 'true', temp_directory: spill }
  const instance = await duckdb.DuckDBInstance.create(':memory:', options)
  const connection = await instance.connect()
  const close = () => {
    connection.closeSync()
    instance.closeSync()
  }
  return { connection, close }
}

interface Storage {
  readonly type: DuckDBType
  readonly store: (value: Scalar) => DuckDBValue
}

async function append<Name extends string>(
  duckdb: DuckDB,
  connection: DuckDBConnection,
  columns: readonly (Storage & { readonly name: string })[],
  rows: Iterable<TableRow<Name>> | AsyncIterable<TableRow<Name>>,
): Promise<number> {
  const appender = await connection.createAppender('t')
  const types = columns.map(({ type }) => type)
  let count = 0
  let values: DuckDBValue[][] = columns.map(() => [])
  const flush = () => {
    const chunk = duckdb.DuckDBDataChunk.create(types)
    chunk.setColumns(values)
    appender.appendDataChunk(chunk)
    values = columns.map(() => [])
  }
  for await (const row of rows) {
    columns.forEach(({ name, store }, i) => {
      const value = row[name as Name]
      values[i]?.push(value === null ? null : store(value))
    })
    count += 1
    if (count % ROWS_PER_CHUNK === 0) flush()
  }
  if (count % ROWS_PER_CHUNK !== 0) flush()
  appender.closeSync()
  return count
}

function storage(duckdb: DuckDB, type: Column<never>['type']): Storage {
  switch (type) {
    case 'string':
      return { type: duckdb.VARCHAR, store: same }
    case 'integer':
      return { type: duckdb.INTEGER, store: same }
    case 'long':
      return { type: duckdb.BIGINT, store: (value) => BigInt(value as number) }
    case 'number':
      return { type: duckdb.DOUBLE, store: same }
    case 'boolean':
      return { type: duckdb.BOOLEAN, store: same }
    case 'date':
      return { type: duckdb.DATE, store: (value) => new duckdb.DuckDBDateValue(Date.parse(String(value)) / 86_400_000) }
  }
}

function same(value: Scalar): DuckDBValue {
  return value
}

function scalar(duckdb: DuckDB, name: string, value: DuckDBValue | undefined): Scalar {
  if (value === undefined || value === null) return null
  if (value instanceof duckdb.DuckDBBlobValue) return UTF8.decode(value.bytes)
  if (value instanceof duckdb.DuckDBDateValue) return value.toString()
  if (typeof value === 'bigint' && Number.isSafeInteger(Number(value))) return Number(value)
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  throw new Error(`readParquet requires text, numbers, days or truth values, and ${name} holds ${String(value)}`)
}

function notesOf(table: Table<never, string>): Record<string, string> {
  const { name, title_en, title_zh, grain_en, grain_zh } = table
  const columns = columnsOf(table).map((column) => [
    `column.${column.name}`,
    `${column.label_zh}: ${column.description_en}`,
  ])
  return { table: name, title_en, title_zh, grain_en, grain_zh, ...Object.fromEntries(columns) }
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
