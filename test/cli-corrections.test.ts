import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cellsTable, correctionsTable, findingsTable } from '../src/study/columns.js'
import { readCsv } from '../src/study/csv.js'
import type { RevisionRow } from '../src/study/revisions/types.js'
import { revisionsTable } from '../src/study/tables/revisions.js'
import { call, root } from './support/docs.js'

const folder = mkdtempSync(join(tmpdir(), 'gongkai-cli-corrections-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const raw = join(root, 'data/raw/taicang-city-2021.txt')

// What the report prints: (一)予以公开, 总计, is 167, of natural persons 163 (data/raw/taicang-city-2021.txt).
const entry = {
  id: 'granted-total',
  report: 'taicang-city-2021',
  cell: { table: 'requests', row: 'granted', column: 'total' },
  action: 'set',
  value: 166,
  expect: { value: 167, status: 'stated', text: '167' },
  reason: 'made up for a test',
  evidence: 'none',
  status: 'accepted',
  author: 'a test',
  date: '2026-01-05',
}
const broken = {
  ...{ ...entry, id: 'granted-persons', cell: { ...entry.cell, column: 'natural_person' } },
  expect: { value: 164, status: 'stated' },
}
const elsewhere = { ...entry, id: 'elsewhere', report: 'another-report' }

function list(name: string, corrections: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof corrections === 'string' ? corrections : JSON.stringify({ corrections }))
  return path
}

describe('build', () => {
  const out = (name: string) => join(folder, name)
  const file = (name: string, path: string) => readFileSync(join(folder, name, path), 'utf8')
  let corrected: Awaited<ReturnType<typeof call>>
  beforeAll(async () => {
    const mine = list('mine.json', [entry, broken, elsewhere])
    await call(['build', raw, '--out', out('plain')])
    await call(['build', raw, '--out', out('empty'), '--corrections', list('empty.json', [])])
    corrected = await call(['build', raw, '--out', out('corrected'), '--corrections', mine])
  }, 120_000)

  test('without a correction to apply: the same bytes', () => {
    const files = readdirSync(out('plain'), { recursive: true, encoding: 'utf8', withFileTypes: true })
      .filter((one) => one.isFile())
      .map((one) => join(one.parentPath, one.name).slice(out('plain').length + 1))
    expect(files).toContain('corrections.parquet')
    for (const name of files) {
      expect(readFileSync(join(out('empty'), name)).equals(readFileSync(join(out('plain'), name))), name).toBe(true)
    }
  })

  test('keeps what was read beside the corrected value', () => {
    const cells = readCsv(cellsTable, file('corrected', 'cells.csv')).filter((row) => row.correction_id !== null)
    expect(cells).toEqual([
      expect.objectContaining({
        ...{ table: 'requests', row: 'granted', column: 'total', value: 166, status: 'corrected', text: '167' },
        ...{ original_value: 167, original_status: 'stated', correction_id: 'granted-total' },
      }),
    ])
  })

  test('lists every correction with what became of it', () => {
    const rows = readCsv(correctionsTable, file('corrected', 'corrections.csv'))
    expect(rows.map((row) => [row.correction_id, row.outcome, row.read_value])).toEqual([
      ['granted-total', 'applied', '167'],
      ['granted-persons', 'guard_failed', '163'],
      ['elsewhere', 'report_not_read', null],
    ])
  })

  test('says aloud what was not applied: a finding, a warning and a line of the summary; the exit status stays 0', () => {
    const findings = readCsv(findingsTable, file('corrected', 'findings.csv'))
    expect(findings.filter((row) => row.rule === 'correction.guard')).toEqual([
      expect.objectContaining({ severity: 'error', expected_number: 164, observed_number: 163 }),
    ])
    expect(corrected.status).toBe(0)
    expect(corrected.errors).toMatch(
      /gongkai: taicang-city-2021: correction granted-persons was not applied: it expects /,
    )
    expect(corrected.errors).not.toContain('another-report')
    expect(corrected.output).toContain('Corrected: 3 corrections are declared')
    expect(corrected.output).toMatch(/ 1 {2}of reports that were not among the inputs/)
    expect(file('plain', 'SUMMARY.txt')).not.toContain('Corrected')
  })

  test('revisions tells the two builds apart, in three formats', async () => {
    const sides = [out('plain'), out('corrected')]
    const { status, output } = await call(['revisions', ...sides])
    expect(status).toBe(0)
    expect(output).toMatch(/^2 differences in 1 report\n\ntaicang-city-2021\n/)
    expect(output).toMatch(
      /requests\/granted\/total +167 \(stated\) → 166 \(corrected\) {2}correction applied \(granted-total\)/,
    )
    const json = JSON.parse((await call(['revisions', ...sides, '--format', 'json'])).output) as RevisionRow[]
    expect(json.map(({ subject, change }) => [subject, change])).toEqual([
      ['cell', 'correction_applied'],
      ['finding', 'added'],
    ])
    const saved = join(folder, 'log', 'revisions.csv')
    expect(await call(['revisions', ...sides, '--format', 'csv', '--out', saved])).toMatchObject({
      status: 0,
      output: '',
    })
    const csv = readCsv(revisionsTable, readFileSync(saved, 'utf8'))
    expect(csv.map((row) => [row.change, row.old_number, row.new_number])).toEqual([
      ['correction_applied', 167, 166],
      ['added', null, null],
    ])
  })

  test('revisions of a build against itself: none, and no failure', async () => {
    const same = [out('plain'), out('empty')]
    expect(await call(['revisions', ...same])).toMatchObject({ status: 0, output: '0 differences in 0 reports\n' })
    expect(JSON.parse((await call(['revisions', ...same, '--format', 'json'])).output)).toEqual([])
  })
})

test('parse lists the corrections only where one was applied', async () => {
  const plain = await call(['parse', raw])
  const empty = await call([
    'parse',
    raw,
    '--corrections',
    list(
      'none.json',
      [broken, elsewhere].map((one) => ({ ...one, status: 'proposed' })),
    ),
  ])
  expect(empty.output).toBe(plain.output)
  expect(JSON.parse(plain.output)).not.toHaveProperty('corrections')
  const { output } = await call(['parse', raw, '--corrections', list('one.json', [entry])])
  expect(JSON.parse(output).corrections).toEqual([
    { ...entry, original: { value: 167, status: 'stated', text: '167', at: [3418, 3421] } },
  ])
})

test('audit shows a guard that failed, and counts the corrections', async () => {
  const mine = list('audit.json', [entry, broken])
  const { output } = await call(['audit', raw, '--corrections', mine])
  expect(output).toMatch(/\n {2}error {4}correction\.guard\n {11}correction granted-persons was not applied/)
  expect(output).toMatch(
    /\ncorrections\n +1 {2}applied\n +1 {2}not applied: the report does not read as the correction expects\n$/,
  )
  const { output: json } = await call(['audit', raw, '--corrections', mine, '--format', 'json'])
  expect((JSON.parse(json) as { rule: string }[]).map(({ rule }) => rule)).toContain('correction.guard')
  expect((await call(['audit', raw])).output).not.toMatch(/^corrections/m)
})

describe('a list that is not in order is a wrong call, and says which entry of which file', () => {
  const { value: _, ...withoutValue } = entry
  const { cell: __, ...ofHead } = entry
  test.each([
    ['no such file', null, 'there is no such file'],
    ['no JSON', '{', 'are not valid JSON'],
    ['no list', '{"entries": []}', 'the entry "corrections" is missing'],
    ['no value to set', [entry, { ...withoutValue, id: 'b' }], 'entry 2 (b): the entry "value" is missing'],
    [
      'a value to withhold',
      [{ ...entry, action: 'withhold' }],
      'entry 1 (granted-total) › value: must be left out here',
    ],
    [
      'a number too large to be one',
      JSON.stringify({ corrections: [entry] }).replace(':166', ':1e999'),
      'value: must be number',
    ],
    ['no guard', [{ ...entry, expect: {} }], 'entry 1 (granted-total) › expect: the entry "value" is missing'],
    ['a misspelt status', [{ ...entry, status: 'acepted' }], 'status: must be one of proposed, accepted, rejected'],
    ['neither cell nor field', [ofHead], 'entry 1 (granted-total): the entry "field" is missing'],
    ['a day that is none', [{ ...entry, date: '2026-02-30' }], 'entry 1 (granted-total): there is no day 2026-02-30'],
    [
      'an id twice',
      [entry, { ...entry, status: 'rejected' }],
      'entry 2 (granted-total): another entry has the same id',
    ],
    [
      'a place twice',
      [entry, { ...entry, id: 'b' }],
      'entry 2 (b): granted-total corrects requests/granted/total of taicang-city-2021 as well',
    ],
  ])('%s', async (_name, corrections, words) => {
    const path = corrections === null ? join(folder, 'missing.json') : list('wrong.json', corrections)
    for (const verb of [
      ['parse', raw],
      ['audit', raw],
      ['build', raw, '--out', join(folder, 'never')],
    ]) {
      const { status, output, errors } = await call([...verb, '--corrections', path])
      expect([status, output]).toEqual([2, ''])
      expect(errors).toContain(path)
      expect(errors).toContain(words)
    }
  })
})

describe('revisions called wrongly', () => {
  test.each([
    ['one side only', [raw]],
    ['a folder that is no build', [raw, join(root, 'docs')]],
    ['a path that is not there', [raw, join(folder, 'nothing'), '--format', 'csv', '--out', join(folder, 'no.csv')]],
    ['an unknown format', [raw, raw, '--format', 'xml']],
  ])('%s: a sentence, and exit status 2', async (_name, words) => {
    const { status, output, errors } = await call(['revisions', ...words])
    expect([status, output]).toEqual([2, ''])
    expect(errors).toMatch(/^(?:gongkai: revisions requires|error:) /)
    expect(existsSync(join(folder, 'no.csv'))).toBe(false)
  })
})
