/**
 * What a tidy table is made of. A table is defined once (name, grain, key, columns); the rows, the CSV, the Parquet schema,
 * the data dictionary and the Chinese labels of a notebook all follow from that definition.
 */

export type Scalar = string | number | boolean | null

/** Text about a column. Every entry is written out, so that nobody has to guess from the name. */
export interface ColumnNotes {
  /** Short Chinese header for notebooks. */
  readonly label_zh: string
  /** Unit of the value; `null` where it has none. */
  readonly unit: string | null
  readonly description_en: string
  readonly description_zh: string
  /** What a missing value means; `null` says that no value is ever missing. */
  readonly null_means: string | null
  /** The form row, the article, or the step the value comes from. */
  readonly source: string
}

export interface TextColumn<Row> extends ColumnNotes {
  /** `date` is an ISO day, `2021-01-25`. */
  readonly type: 'string' | 'date'
  readonly value: (row: Row) => string | null
}

export interface NumberColumn<Row> extends ColumnNotes {
  /** `integer` fits in 32 bits, `long` in the 53 bits a JavaScript number counts exactly; `number` is a double. */
  readonly type: 'integer' | 'long' | 'number'
  readonly value: (row: Row) => number | null
}

export interface BooleanColumn<Row> extends ColumnNotes {
  readonly type: 'boolean'
  readonly value: (row: Row) => boolean | null
}

export type Column<Row> = TextColumn<Row> | NumberColumn<Row> | BooleanColumn<Row>
export type ColumnType = Column<never>['type']

export interface TableNotes {
  readonly name: string
  readonly title_en: string
  readonly title_zh: string
  /** "one row per …" */
  readonly grain_en: string
  readonly grain_zh: string
}

export interface Table<Row, Name extends string = string> extends TableNotes {
  /** The columns that together name a row. */
  readonly key: readonly Name[]
  /** In the order they are written. */
  readonly columns: Readonly<Record<Name, Column<Row>>>
}

/** Any table, whatever its rows are made from. */
export type AnyTable = Table<never, string>

/** A row of a tidy table: a value, or `null`, for every column. */
export type TableRow<Name extends string = string> = Readonly<Record<Name, Scalar>>

/**
 * Defines a table over input rows of one type. The column names become part of the type, so that a misspelt or missing
 * column, there and wherever the rows are used, does not compile.
 *
 * @example
 * const years = defineTable<{ year: number }>()({ name: 'years', ..., key: ['year'], columns: { year: {...} } })
 */
export function defineTable<Row>() {
  return <Name extends string, Key extends Name>(
    table: TableNotes & { readonly key: readonly Key[]; readonly columns: Readonly<Record<Name, Column<Row>>> },
  ): Table<Row, Name> => table
}

/** The columns of a table with their names, in the order they are written. */
export function columnsOf(table: AnyTable): (Column<never> & { readonly name: string })[] {
  return Object.entries(table.columns).map(([name, column]) => ({ name, ...column }))
}

/**
 * Turns one input row into one row of a tidy table.
 *
 * @throws where a value does not fit its column: the wrong type, not a finite number, too large, no such day, or missing
 * in a column that is never missing.
 */
export function tableRow<Row, Name extends string>(table: Table<Row, Name>, row: Row): TableRow<Name> {
  const result = {} as Record<Name, Scalar>
  for (const name in table.columns) {
    const column = table.columns[name]
    const value = column.value(row)
    if (!fits(column, value)) {
      throw new Error(`tableRow requires ${wanted(column)} in ${table.name}.${name}, not ${JSON.stringify(value)}`)
    }
    result[name] = value
  }
  return result
}

/**
 * Turns input rows into the rows of a tidy table, in order.
 *
 * @example
 * tableRows(metricsTable, metrics)[0].value // a number, or null with the reason beside it
 */
export function tableRows<Row, Name extends string>(table: Table<Row, Name>, rows: Iterable<Row>): TableRow<Name>[] {
  return Array.from(rows, (row) => tableRow(table, row))
}

/** Whether a value is one that its column may hold. */
export function fits(column: Column<never>, value: Scalar | undefined): boolean {
  if (value === null) return column.null_means !== null
  switch (column.type) {
    case 'string':
      return typeof value === 'string'
    case 'boolean':
      return typeof value === 'boolean'
    case 'integer':
      return typeof value === 'number' && (value | 0) === value
    case 'long':
      return Number.isSafeInteger(value)
    case 'number':
      return Number.isFinite(value)
    case 'date':
      return typeof value === 'string' && isDay(value)
  }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

function wanted(column: Column<never>): string {
  const kinds: Record<ColumnType, string> = {
    string: 'text',
    boolean: 'true or false',
    integer: 'a whole number of 32 bits',
    long: 'a whole number',
    number: 'a finite number',
    date: 'a day such as 2021-01-25',
  }
  return column.null_means === null ? kinds[column.type] : `${kinds[column.type]} or null`
}
