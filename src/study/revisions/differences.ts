import { queryRows, quoted } from '../store.js'
import type { Scalar, TableRow } from '../tables/define.js'

/** Two versions of one table, as Parquet files, and how their rows are to be laid side by side. */
export interface TablePair {
  readonly older: string
  readonly newer: string
  /** The columns that name a row; of rows that share them the first goes with the first, and so on. */
  readonly keys: readonly string[]
  /** The columns whose change makes a difference. */
  readonly compared: readonly string[]
  /** Where both sides hold one report only, under different ids: the older one's, to be taken for the newer one's. */
  readonly sameReport?: readonly [older: string, newer: string]
}

/** A row on both sides, or on one. */
export interface Difference {
  readonly older: TableRow | null
  readonly newer: TableRow | null
}

/**
 * The rows of two Parquet files that differ, by report, in the order of the newer file. The files are joined by DuckDB, so that only what
 * differs ever stands in memory. A column that a file of an older version does not have counts as empty.
 */
export async function* differences(
  { older, newer, keys, compared, sameReport }: TablePair,
  spill: string,
): AsyncGenerator<Difference> {
  const columns = [...keys, ...compared]
  const sides = [await side('$1', older, columns, spill), await side('$2', newer, columns, spill)]
  const [from = '', to = ''] = sameReport ?? []
  const alias = `CASE WHEN "report_id" = $3 THEN $4 ELSE "report_id" END`
  const numbered = (name: string, select: string, id: string) => `${name} AS (
    SELECT * REPLACE (${id} AS "report_id"), row_number() OVER (PARTITION BY ${keys.map(quoted).join(', ')} ORDER BY "nth_row") AS "nth"
    FROM (${select}))`
  const join = [...keys, 'nth'].map((key) => `o.${quoted(key)} IS NOT DISTINCT FROM n.${quoted(key)}`).join(' AND ')
  const differs = compared.map((name) => `o.${quoted(name)} IS DISTINCT FROM n.${quoted(name)}`).join(' OR ')
  const both = columns.flatMap((name) => [
    `o.${quoted(name)} AS ${quoted(`old ${name}`)}`,
    `n.${quoted(name)} AS ${quoted(`new ${name}`)}`,
  ])
  const sql = `WITH ${numbered('o', sides[0] ?? '', alias)}, ${numbered('n', sides[1] ?? '', '"report_id"')}
    SELECT ${both.join(', ')}, o."nth" IS NOT NULL AS "in old", n."nth" IS NOT NULL AS "in new"
    FROM o FULL JOIN n ON ${join}
    WHERE o."nth" IS NULL OR n."nth" IS NULL OR ${differs}
    ORDER BY coalesce(n."report_id", o."report_id"), n."nth_row" NULLS LAST, o."nth_row"`
  for await (const row of queryRows(sql, [older, newer, from, to], spill)) {
    const pick = (which: 'old' | 'new'): TableRow | null =>
      row[`in ${which}`] === true
        ? Object.fromEntries(columns.map((name): [string, Scalar] => [name, row[`${which} ${name}`] ?? null]))
        : null
    yield { older: pick('old'), newer: pick('new') }
  }
}

async function side(parameter: string, path: string, columns: readonly string[], spill: string): Promise<string> {
  const there = new Set<Scalar>()
  const sql = 'SELECT column_name FROM (DESCRIBE SELECT * FROM read_parquet($1))'
  for await (const row of queryRows(sql, [path], spill)) there.add(row.column_name ?? null)
  const wanted = columns.map((name) => (there.has(name) ? quoted(name) : `NULL AS ${quoted(name)}`))
  return `SELECT ${wanted.join(', ')}, file_row_number AS "nth_row" FROM read_parquet(${parameter}, file_row_number = true)`
}
