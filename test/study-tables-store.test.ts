import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { cellInputs, cellsTable, reportsTable, TIDY_TABLES, tableRows } from '../src/study/columns.js'
import { parquetNotes, readParquet, writeParquet } from '../src/study/store.js'
import { failed, report, sampleRows, sampleTable } from './study-tables-rows.js'

const folder = mkdtempSync(join(tmpdir(), "gongkai 表'"))
afterAll(() => rmSync(folder, { recursive: true }))

describe('Parquet', () => {
  test('reads back into the same rows, awkward file names included', async () => {
    const path = join(folder, 'sample.parquet')
    expect(await writeParquet(path, sampleTable, sampleRows)).toBe(sampleRows.length)
    expect(await readParquet(path)).toEqual(sampleRows)
  })

  test('real tables too', async () => {
    const path = join(folder, 'cells.parquet')
    const cells = tableRows(cellsTable, cellInputs(report))
    await writeParquet(path, cellsTable, cells)
    expect(await readParquet(path)).toEqual(cells)
    const reports = tableRows(reportsTable, [report, failed])
    await writeParquet(path, reportsTable, reports)
    expect(await readParquet(path)).toEqual(reports)
  })

  test('the same rows give the same bytes, from an array or a stream, and nothing else is left in the folder', async () => {
    // More rows than one vector (2048) and one row group (122 880) of DuckDB, not a multiple of either.
    const many = Array.from({ length: 130_001 }, (_, i) => {
      const row = sampleRows[i % sampleRows.length]
      if (row === undefined) throw new Error('there are sample rows')
      return { ...row, small_count: i }
    })
    const paths = ['a.parquet', 'b.parquet'].map((name) => join(folder, name))
    const [a = '', b = ''] = paths
    await writeParquet(a, sampleTable, many)
    await writeParquet(
      b,
      sampleTable,
      (async function* () {
        yield* many
      })(),
    )
    expect(readFileSync(b).equals(readFileSync(a))).toBe(true)
    const back = await readParquet(a)
    expect(back.length).toBe(many.length)
    expect(back.every((row, i) => row.small_count === i)).toBe(true)
    expect(readdirSync(folder).filter((name) => !name.endsWith('.parquet'))).toEqual([])
  })

  test('a table without rows keeps its columns', async () => {
    for (const table of TIDY_TABLES) {
      const path = join(folder, `${table.name}.parquet`)
      expect(await writeParquet(path, table, [])).toBe(0)
      expect(await readParquet(path)).toEqual([])
    }
  })

  test('says what it is: title, grain and every column', async () => {
    const path = join(folder, 'notes.parquet')
    await writeParquet(path, sampleTable, sampleRows)
    const notes = await parquetNotes(path)
    expect(notes).toMatchObject({ table: 'sample', title_en: "Sample's table", title_zh: '样本' })
    expect(notes['column.amount']).toBe('金额: for tests')
  })

  test('a file that is not there is an error, and stays not there', async () => {
    const path = join(folder, 'none.parquet')
    await expect(readParquet(path)).rejects.toThrow()
    expect(existsSync(path)).toBe(false)
  })
})
