import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSynthetic } from '../src/study/accuracy-run.js'
import {
  cellInputs,
  cellsTable,
  findingsTable,
  reportsTable,
  statementInputs,
  statementsTable,
  type Table,
  tableRow,
  tableRows,
} from '../src/study/columns.js'
import { applyCorrections } from '../src/study/corrections/apply.js'
import type { CorrectedReport } from '../src/study/corrections/types.js'
import { csvText, readCsv } from '../src/study/csv.js'
import { compareCells } from '../src/study/revisions/compare.js'
import { revisions } from '../src/study/revisions/log.js'
import { mergeByReport } from '../src/study/revisions/merge.js'
import type { RevisionRow } from '../src/study/revisions/types.js'
import { revisionText } from '../src/study/revisions/words.js'
import { simulateReport } from '../src/study/simulate/report.js'
import { writeParquet } from '../src/study/store.js'
import { cellRow } from '../src/study/study.js'
import { revisionsTable } from '../src/study/tables/revisions.js'
import type { FailedInput, Report } from '../src/types.js'
import { drawn, ofField } from './support/correction.js'
import { randomOf } from './support/random.js'
import { fillReport } from './support/report.js'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-revisions-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
/** What parse would print of these reports. */
function parsed(reports: readonly (Report | FailedInput)[]): string {
  files += 1
  const path = join(folder, `${files}.jsonl`)
  writeFileSync(path, reports.map((report) => `${JSON.stringify(report)}\n`).join(''))
  return path
}

async function logOf(older: string, newer: string): Promise<RevisionRow[]> {
  const rows: RevisionRow[] = []
  for await (const row of revisions(older, newer)) rows.push(row)
  return rows
}

const between = (older: readonly (Report | FailedInput)[], newer: readonly (Report | FailedInput)[]) =>
  logOf(parsed(older), parsed(newer))

const rowsOf = (reports: readonly Report[]) => reports.flatMap((report) => cellInputs(report).map(cellRow))
const brief = ({ report_id, subject, name, change, reason }: RevisionRow) => [report_id, subject, name, change, reason]

const made = (id: string, granted: number): Report =>
  fillReport(
    '2021',
    { requests: { granted, concluded_total: 4 } },
    { id, issuer: '某某市财政局', signed: '2022-01-20' },
  )

let synthetic: CorrectedReport[]
beforeAll(async () => {
  synthetic = []
  for (let i = 0; synthetic.length < 4; i++) {
    const made = await simulateReport('revisions', i)
    const read = made.truth.tables.requests === undefined ? null : await readSynthetic(made)
    if (read !== null) synthetic.push(read.report)
  }
  synthetic.sort((a, b) => (a.id < b.id ? -1 : 1))
}, 120_000)

/** The text of a synthetic report with tables that is kept as a text file. */
async function plainText(): Promise<string> {
  for (let i = 0; ; i++) {
    const { source, truth } = await simulateReport('plain', i)
    if (truth.container === 'text file' && truth.tables.requests !== undefined) return source
  }
}

describe('of what parse printed', () => {
  test('nothing differs from itself', async () => expect(await between(synthetic, synthetic)).toEqual([]))

  test('the log on disk says of cells what compareCells says in memory', async () => {
    const corrected = synthetic.map(
      (report, i) => applyCorrections(report, drawn(report, randomOf('log', i), 9)).report,
    )
    const log = await between(synthetic, corrected)
    expect(log).toEqual(compareCells(rowsOf(synthetic), rowsOf(corrected)))
    const applied = corrected.flatMap(({ corrections = [] }) => corrections)
    expect(log.map(({ correction }) => correction).sort()).toEqual(applied.map(({ id }) => id).sort())
    expect(applied.length).toBeGreaterThanOrEqual(18)
    const back = await between(corrected, synthetic)
    expect(back.map(({ change }) => change)).toEqual(back.map(() => 'correction_withdrawn'))
    expect(back.map((row) => [row.old, row.new])).toEqual(log.map((row) => [row.new, row.old]))
  })

  test('the log fits its table and survives CSV', async () => {
    const log = await between(
      synthetic.slice(0, 2),
      synthetic.slice(1).map((report) => applyCorrections(report, drawn(report, randomOf('csv'), 5)).report),
    )
    const rows = tableRows(revisionsTable, log)
    expect(readCsv(revisionsTable, csvText(revisionsTable, rows))).toEqual(rows)
    expect(rows.length).toBe(8) // five cells of one report, one report gone, two new
  })

  test('reports that come and go, or cannot be read any more', async () => {
    const failed = (id: string): FailedInput => ({
      id,
      source: { path: `${id}.pdf` },
      error: { code: 'encrypted', message: 'locked' },
    })
    const log = await between(
      [made('a', 1), made('b', 1), failed('c'), failed('e')],
      [made('b', 1), made('c', 1), failed('a'), made('d', 1), failed('e')],
    )
    expect(log.map(brief)).toEqual([
      ['a', 'report', null, 'unreadable_now', null],
      ['c', 'report', null, 'readable_now', null],
      ['d', 'report', null, 'report_added', null],
    ])
    expect((await between([made('a', 1), made('b', 1)], [made('b', 1)])).map(brief)).toEqual([
      ['a', 'report', null, 'report_removed', null],
    ])
  })

  test('other bytes, another reader, or both: the reason', async () => {
    const [before, after] = [made('a', 1), made('a', 2)]
    const source = { ...after.source, sha256: 'f'.repeat(64) }
    const reasons = async (newer: Report, older: Report = before) =>
      (await between([older], [newer])).map(({ change, reason }) => `${change} ${reason}`)
    // fillReport asks natural persons: the column and the total change together
    expect(await reasons(after)).toEqual(['value_changed reader_changed', 'value_changed reader_changed'])
    expect(await reasons({ ...after, source })).toEqual([
      'source_changed source_changed',
      ...['value_changed source_changed', 'value_changed source_changed'],
    ])
    const both = await reasons({ ...after, reader: '9.9.9', source }, { ...before, reader: '0.0.1' })
    expect(both[1]).toBe('value_changed source_or_reader_changed')
  })

  test('entries of the head, with the correction that decides them', async () => {
    const report = made('a', 1)
    const reread: Report = { ...report, report: { ...report.report, year: null, signed: '2022-02-20' } }
    expect((await between([report], [reread])).map(brief)).toEqual([
      ['a', 'head', 'year', 'value_withdrawn', 'reader_changed'],
      ['a', 'head', 'signed_date', 'value_changed', 'reader_changed'],
    ])
    const { report: corrected } = applyCorrections(report, [ofField(report, 'issuer', '江苏省财政厅')])
    const log = await between([report], [corrected])
    expect(log.map(brief)).toEqual([
      ['a', 'head', 'issuer', 'correction_applied', 'correction'],
      ['a', 'head', 'region_code', 'correction_applied', 'correction'],
    ])
    expect(log.map(({ correction }) => correction)).toEqual(['a:issuer', 'a:issuer'])
  })

  test('statements and findings', async () => {
    const statement = { key: 'requests_received', value: 5, text: '收到申请5件', at: [10, 16] } as const
    const guard = {
      rule: 'correction.guard',
      severity: 'error',
      message: 'm',
      message_zh: '文',
      cells: [],
      expected: 1,
      observed: 2,
      at: null,
    } as const
    const older = fillReport('2021', {}, { id: 'a', statements: [statement, statement] })
    const newer = fillReport(
      '2021',
      {},
      { id: 'a', statements: [statement, { ...statement, value: 6, text: '收到申请6件' }] },
    )
    const log = await between([older], [{ ...newer, findings: [guard] }])
    expect(log.map(brief)).toEqual([
      ['a', 'statement', 'requests_received', 'value_changed', 'reader_changed'],
      ['a', 'finding', 'correction.guard', 'added', 'correction'],
    ])
    expect(log.map((row) => [row.old.value, row.new.value, row.new.status])).toEqual([
      [5, 6, null],
      [null, null, 'error'],
    ])
  })
})

describe('of two versions of a report', () => {
  // The newer version has two characters more before everything; nothing else changed.
  test('text that only moved is said to have moved, under the newer id', async () => {
    const text = await plainText()
    const [older, newer] = [join(folder, 'first.txt'), join(folder, 'second.txt')]
    writeFileSync(older, text)
    writeFileSync(newer, `\n\n${text}`)
    const log = await logOf(older, newer)
    const cells = log.filter(({ subject }) => subject === 'cell')
    expect(new Set(log.map(({ report_id }) => report_id))).toEqual(new Set(['second']))
    expect(cells.length).toBeGreaterThan(20)
    expect(new Set(cells.map(({ change, reason }) => `${change} ${reason}`))).toEqual(new Set(['moved source_changed']))
    expect(new Set(cells.map((row) => Number(row.new.start) - Number(row.old.start)))).toEqual(new Set([2]))
    expect(revisionText(log)).toMatch(
      /, and \d+ moved\n\nsecond\n {2}source changed\n {2}\d+ that only stand elsewhere/,
    )
  })
})

describe('of builds', () => {
  const TABLES = ['csv', 'parquet'] as const
  /** The tables of a build that a comparison needs, in one format. */
  async function built(reports: readonly Report[], format: (typeof TABLES)[number]): Promise<string> {
    files += 1
    const out = join(folder, String(files))
    mkdirSync(out)
    const write = async <Row, Name extends string>(table: Table<Row, Name>, rows: readonly Row[]) => {
      const tidy = rows.map((row) => tableRow(table, row))
      if (format === 'csv') writeFileSync(join(out, `${table.name}.csv`), csvText(table, tidy))
      else await writeParquet(join(out, `${table.name}.parquet`), table, tidy)
    }
    await write(reportsTable, reports)
    await write(cellsTable, reports.flatMap(cellInputs))
    await write(statementsTable, reports.flatMap(statementInputs))
    await write(
      findingsTable,
      reports.flatMap(({ id, findings }) => findings.map((one) => ({ report_id: id, ...one }))),
    )
    return out
  }

  test('CSV or Parquet, against each other or against what parse printed: the same log', async () => {
    const corrected = synthetic.map(
      (report, i) => applyCorrections(report, drawn(report, randomOf('built', i), 4)).report,
    )
    const wanted = compareCells(rowsOf(synthetic), rowsOf(corrected))
    expect(wanted.length).toBeGreaterThanOrEqual(8)
    for (const format of TABLES) {
      expect(await logOf(await built(synthetic, format), await built(corrected, format))).toEqual(wanted)
    }
    expect(await logOf(parsed(synthetic), await built(corrected, 'parquet'))).toEqual(wanted)
  })

  test('what was parsed before other numbers were told is compared as it is', async () => {
    const old = synthetic.map(({ other_numbers: _, ...report }) => report as Report)
    expect(await logOf(parsed(old), parsed(synthetic))).toEqual([])
  })

  test('of a version that knew no corrections count as without', async () => {
    const { correction_id: _, original_value: __, original_status: ___, ...columns } = cellsTable.columns
    const out = await built(synthetic, 'parquet')
    const old = { ...cellsTable, columns } as typeof cellsTable
    await writeParquet(join(out, 'cells.parquet'), old, tableRows(old, synthetic.flatMap(cellInputs)))
    expect(await logOf(out, parsed(synthetic))).toEqual([])
  })

  test('of versions with other columns, fewer or more, are compared by those both have', async () => {
    const out = await built(synthetic, 'csv')
    const file = join(out, 'findings.csv')
    const table = { ...findingsTable, columns: { ...findingsTable.columns } } as Record<string, unknown> & {
      columns: Record<string, unknown>
    }
    delete table.columns.message_zh
    table.columns.later = findingsTable.columns.rule
    const rows = readCsv(findingsTable, readFileSync(file, 'utf8')).map((row) => ({ ...row, later: 'unknown' }))
    expect(rows.length).toBeGreaterThan(0)
    writeFileSync(file, csvText(table as unknown as typeof findingsTable, rows as never))
    expect(await logOf(out, parsed(synthetic))).toEqual([])
  })
})

describe('compareCells', () => {
  const [cell, ...others] = rowsOf([made('a', 1)])
  if (cell === undefined) throw new Error('the report has cells')

  test.each([
    ['value_changed', { value: 1, status: 'stated' }, { value: 2, status: 'stated' }],
    ['value_given', { value: null, status: 'ambiguous' }, { value: 2, status: 'inferred' }],
    ['value_withdrawn', { value: 1, status: 'stated' }, { value: null, status: 'ambiguous' }],
    ['status_changed', { value: 1, status: 'stated' }, { value: 1, status: 'inferred' }],
    ['text_changed', { text: '1' }, { text: '１' }],
    ['moved', { start: 1 }, { start: 2 }],
    ['correction_applied', { correction: 'x' }, { correction: 'y' }],
  ] as const)('%s', (change, before, after) => {
    const [row, ...rest] = compareCells([{ ...cell, ...before }, ...others], [{ ...cell, ...after }, ...others])
    expect([row?.change, rest]).toEqual([change, []])
  })

  test('a cell that another form does not have, and one given twice', () => {
    expect(compareCells([cell, ...others], others).map(({ change }) => change)).toEqual(['cell_removed'])
    expect(compareCells(others, [cell, ...others]).map(({ change }) => change)).toEqual(['cell_added'])
    expect(() => compareCells([cell, cell], [])).toThrow(/^compareCells requires /)
  })
})

test('streams ordered by report are merged into one, of a report the first stream first', async () => {
  const random = randomOf('merge')
  const row = (report_id: string, name: string) => ({ report_id, name }) as RevisionRow
  const byBytes = (a: RevisionRow, b: RevisionRow) => Buffer.compare(Buffer.from(a.report_id), Buffer.from(b.report_id))
  for (let i = 0; i < 20; i++) {
    const streams = Array.from({ length: 4 }, (_, s) =>
      Array.from({ length: random.int(0, 6) }, () =>
        row(random.pick(['a', 'é', '公', '𠮷', '\uFF01']), String(s)),
      ).sort(byBytes),
    )
    const merged: RevisionRow[] = []
    for await (const one of mergeByReport(streams)) merged.push(one)
    // Array.prototype.sort keeps the order of equals, so this is the definition.
    expect(merged).toEqual(streams.flat().sort(byBytes))
  }
})

describe('what cannot be compared', () => {
  test.each([
    ['nothing there', () => join(folder, 'no such file'), /there is no /],
    ['a folder that is no build', () => folder, /requires the folder of a build/],
    ['a file that is no report', () => put('shopping.txt', '牛奶 面包'), /cannot read shopping\.txt: no title/],
    ['an output cut short', () => put('cut.jsonl', `${JSON.stringify(made('a', 1))}\n{"id":`), /entry 2 of /],
  ])('%s is said in a sentence', async (_, path, message) => {
    await expect(logOf(parsed([made('a', 1)]), path())).rejects.toThrow(message)
  })
})

function put(name: string, text: string): string {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
