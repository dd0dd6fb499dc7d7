import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { schemaProblems } from '../src/forms/reference.js'
import { disclosureRates } from '../src/metrics/disclosure.js'
import { readSynthetic } from '../src/study/accuracy-run.js'
import type { AnalysedReport } from '../src/study/analyse.js'
import { cellInputs, cellsTable, correctionsTable, reportsTable, tableRow, tableRows } from '../src/study/columns.js'
import { applyCorrections, withoutCorrections } from '../src/study/corrections/apply.js'
import { projectCorrections, together } from '../src/study/corrections/declared.js'
import { correctEvery } from '../src/study/corrections/every.js'
import type { Correction } from '../src/study/corrections/types.js'
import { compareCells } from '../src/study/revisions/compare.js'
import { simulateReport } from '../src/study/simulate/report.js'
import { cellRow, studyOf } from '../src/study/study.js'
import type { Cell, Report } from '../src/types.js'
import { drawn, ofCell, ofField } from './support/correction.js'
import { blocks } from './support/docs.js'
import { randomOf } from './support/random.js'
import { fillReport } from './support/report.js'

const report = fillReport(
  '2021',
  { proactive: {}, requests: { granted: 3, concluded_total: 4 }, remedies: {} },
  { id: 'made-up', issuer: '某某市财政局', signed: '2022-01-20' },
)
const rowsOf = (one: Report) => cellInputs(one).map(cellRow)
const cellAt = (one: Report, row: string, column: string): Cell => {
  const found = one.tables.requests.find((cell) => cell.row === row && cell.column === column)
  if (found === undefined) throw new Error(`there is a cell ${row}/${column}`)
  return found
}
const granted = cellAt(report, 'granted', 'total')
const correction = ofCell(report, 'requests', granted, { id: 'one', value: 2 })

/** Synthetic reports as the reader reads them: every status occurs, damaged tables too. */
let read: AnalysedReport[]
beforeAll(async () => {
  read = []
  for (let i = 0; read.length < 6; i++) {
    const one = await readSynthetic(await simulateReport('corrections', i))
    if (one?.report.tables.requests.length) read.push(one)
  }
}, 120_000)

describe('a correction', () => {
  test('takes the place of what was read, which is kept whole, with text and place of the print', () => {
    const { report: corrected, outcomes } = applyCorrections(report, [correction])
    const { row, column, ...original } = granted
    expect(cellAt(corrected, 'granted', 'total')).toEqual({
      ...{ row, column, value: 2, status: 'corrected', text: '3', at: granted.at },
      ...{ correction: 'one', original },
    })
    expect(corrected.corrections).toEqual([{ ...correction, original }])
    expect(outcomes.map(({ outcome, message }) => [outcome, message])).toEqual([['applied', null]])
  })

  test.each(['blank', 'withhold'] as const)('that says %s leaves no value', (action) => {
    const { report: corrected } = applyCorrections(report, [ofCell(report, 'requests', granted, { action })])
    expect(cellAt(corrected, 'granted', 'total')).toMatchObject({ value: null, status: 'corrected', text: '3' })
  })

  test('of the head: year, day of signature, and issuer with what its name tells', () => {
    // 江苏省 is 320000 in GB/T 2260 and a 财政厅 a department (data/reference/regions.json, issuers.json).
    const all = [
      ofField(report, 'year', 2020),
      ofField(report, 'signed', '2021-01-20'),
      ofField(report, 'issuer', '江苏省财政厅'),
    ]
    const { report: corrected } = applyCorrections(report, all)
    expect(corrected.report).toMatchObject({
      ...{ year: 2020, yearBasis: 'correction', signed: '2021-01-20' },
      ...{ issuer: '江苏省财政厅', issuerBasis: 'correction', issuer_kind: 'department', issuer_level: 'province' },
      region: { code: '320000' },
    })
    expect(tableRow(reportsTable, corrected)).toMatchObject({
      ...{ year: 2020, year_basis: 'correction', signed_date: '2021-01-20', cells_corrected_count: 0 },
      corrected_fields: 'year=made-up:year;signed=made-up:signed;issuer=made-up:issuer',
    })
    expect(withoutCorrections(corrected)).toEqual(report)
    const { report: withheld } = applyCorrections(report, [ofField(report, 'year', null)])
    expect(withheld.report.year).toBeNull()
  })

  test('that is not accepted, or is about another report, changes nothing: the very same report comes back', () => {
    const others: Correction[] = [
      { ...correction, status: 'proposed' },
      { ...correction, status: 'rejected' },
      { ...correction, report: 'another' },
    ]
    const { report: same, outcomes } = applyCorrections(report, others)
    expect(same).toBe(report)
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['not_accepted', 'not_accepted'])
  })

  test.each([
    ['value', { expect: { value: 4, status: 'stated' } }, [4, 3]],
    ['missing value', { expect: { value: null, status: 'stated' } }, [null, 3]],
    ['status', { expect: { value: 3, status: 'inferred' } }, ['inferred', 'stated']],
    ['text', { expect: { value: 3, status: 'stated', text: '三' } }, ['三', '3']],
    ['source', { sha256: 'f'.repeat(64) }, ['f'.repeat(64), '0'.repeat(64)]],
  ] as const)(
    'whose guard names another %s is not applied, and says so as an error',
    (_, change, [expected, observed]) => {
      const { report: kept, outcomes } = applyCorrections(report, [{ ...correction, ...change }])
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['guard_failed'])
      expect(kept.tables).toBe(report.tables)
      expect(kept.corrections).toBeUndefined()
      const added = { rule: 'correction.guard', severity: 'error', cells: [correction.cell], at: granted.at }
      expect(kept.findings).toEqual([...report.findings, expect.objectContaining({ ...added, expected, observed })])
    },
  )

  test('of a cell the report does not have is a warning', () => {
    const cell = { ...correction.cell, row: 'no_such_row' }
    const { report: kept, outcomes } = applyCorrections(report, [{ ...correction, cell }])
    expect(outcomes.map(({ outcome, read }) => [outcome, read])).toEqual([['unmatched', null]])
    expect(kept.findings.map(({ rule, severity }) => [rule, severity])).toEqual([['correction.unmatched', 'warning']])
  })

  test('of a place that another one corrects as well is the caller’s mistake', () => {
    expect(() => applyCorrections(report, [correction, { ...correction, id: 'two' }])).toThrow(
      /^applyCorrections requires /,
    )
  })
})

describe('for reports as they are read', () => {
  test('the revision log gives back exactly the corrections that were applied', () => {
    let count = 0
    for (const [i, { report: one }] of read.entries()) {
      const corrections = drawn(one, randomOf('drawn', i), 12)
      count += corrections.length
      const log = compareCells(rowsOf(one), rowsOf(applyCorrections(one, corrections).report))
      const found = log.map((row) => [row.correction, row.new.value, row.old.value, row.old.status, row.old.text])
      const declared = corrections.map(({ id, value, expect: e }) =>
        'status' in e ? [id, value ?? null, e.value, e.status, e.text] : [],
      )
      expect(found.sort()).toEqual(declared.sort())
      expect(new Set(log.map(({ change, reason }) => `${change} ${reason}`))).toEqual(
        new Set(['correction_applied correction']),
      )
    }
    expect(count).toBeGreaterThan(50)
  })

  test('taking corrections back, or applying them twice, leads where it should', () => {
    for (const [i, { report: one }] of read.entries()) {
      const corrections = [
        ...drawn(one, randomOf('back', i), 8),
        ofField(one, 'issuer', '江苏省财政厅'),
        ofField(one, 'year', null),
      ]
      const { report: corrected } = applyCorrections(one, corrections)
      expect(corrected.corrections).toHaveLength(corrections.length)
      expect(withoutCorrections(corrected)).toEqual(one)
      expect(applyCorrections(corrected, corrections).report).toEqual(corrected)
      expect(applyCorrections(corrected, []).report).toEqual(one)
    }
  })

  test('every guard fails when what is read differs', () => {
    for (const [i, { report: one }] of read.entries()) {
      const corrections = drawn(one, randomOf('guard', i), 8)
      const { report: changed } = applyCorrections(one, corrections)
      // The corrected report, read as if it were printed so: no correction that was made for the first fits it.
      const reread: Report = withoutMarks(changed)
      const { outcomes, report: kept } = applyCorrections(reread, corrections)
      expect(outcomes.every(({ outcome }) => outcome === 'guard_failed')).toBe(true)
      expect(rowsOf(kept)).toEqual(rowsOf(reread))
      expect(kept.findings.length).toBe(reread.findings.length + corrections.length)
    }
  })

  test('audits see what was published, metrics the corrected values', async () => {
    const corrections = read.flatMap(({ report: one }, i) => drawn(one, randomOf('study', i), 10))
    const [plain, corrected] = [await studyOf(read, { corrections: [] }), await studyOf(read, { corrections })]
    expect(corrected.checks).toEqual(plain.checks)
    expect(corrected.findings).toEqual(plain.findings)
    expect(corrected.compliance).toEqual(plain.compliance)
    expect(corrected.corrections.map(({ outcome }) => outcome)).toEqual(corrections.map(() => 'applied'))
    const table = tableRows(cellsTable, corrected.cells).filter((row) => row.correction_id !== null)
    expect(table.map((row) => row.correction_id).sort()).toEqual(corrections.map(({ id }) => id).sort())
    const before = new Map(tableRows(cellsTable, plain.cells).map((row) => [path(row), row]))
    for (const row of table) {
      expect(row.original_value).toBe(before.get(path(row))?.value)
      expect(row.original_status).toBe(before.get(path(row))?.status)
    }
    expect(tableRows(correctionsTable, corrected.corrections).length).toBe(corrections.length)
  })
})

function path(row: Readonly<Record<'report_id' | 'table' | 'row' | 'column', unknown>>): string {
  return [row.report_id, row.table, row.row, row.column].join('/')
}

/** A corrected report as if its values had been read: without what corrections leave behind. */
function withoutMarks(report: Report): Report {
  const { corrections: _, ...rest } = report as Report & { corrections?: unknown }
  const bare = ({ correction: _id, original: _read, ...cell }: Cell): Cell =>
    cell.status === 'corrected' ? { ...cell, status: cell.value === null ? 'blank' : 'stated', text: 'other' } : cell
  const tables = Object.entries(report.tables).map(([name, cells]) => [name, cells.map(bare)])
  return { ...rest, tables: Object.fromEntries(tables) }
}

describe('metrics', () => {
  // Expected: 2 of 4 by hand, after the correction of 3 granted to 2.
  test('take the corrected value and say so', () => {
    const { report: corrected } = applyCorrections(report, [correction])
    const [full] = disclosureRates(rowsOf(corrected))
    expect(full).toMatchObject({ value: 0.5, numerator: 2, denominator: 4 })
    expect(full?.source).toMatch(/; corrected: one$/)
    expect(disclosureRates(rowsOf(report))[0]?.source).not.toContain('corrected')
  })

  test('have no value where a correction takes it away, and name the correction', () => {
    const { report: corrected } = applyCorrections(report, [
      ofCell(report, 'requests', granted, { action: 'withhold' }),
    ])
    expect(disclosureRates(rowsOf(corrected))[0]).toMatchObject({
      value: null,
      reason: 'requests/granted/total is without value by correction made-up:requests/granted/total',
    })
  })
})

test('of many reports every correction has one outcome, in its order', () => {
  const corrector = correctEvery([{ ...correction, id: 'z', report: 'never read' }, correction])
  corrector.correct(report)
  expect(corrector.outcomes().map(({ correction: { id }, outcome }) => [id, outcome])).toEqual([
    ['z', 'report_not_read'],
    ['one', 'applied'],
  ])
})

describe('a user’s list beside the project’s', () => {
  const other = { ...correction, id: 'other', cell: { ...correction.cell, row: 'concluded_total' } }

  test('adds to it, and may reject or replace an entry by its id', () => {
    expect(together([correction], [other], 'mine.json')).toEqual([correction, other])
    const rejected: Correction = { ...correction, status: 'rejected' }
    expect(together([correction], [rejected], 'mine.json')).toEqual([rejected])
  })

  test('may not use an id for another place, nor correct a place a second time', () => {
    expect(() => together([correction], [{ ...other, id: 'one' }], 'mine.json')).toThrow(/mine\.json.*\n +one: /)
    expect(() => together([correction], [{ ...correction, id: 'two' }], 'mine.json')).toThrow(/one corrects /)
  })
})

describe('the project’s own list', () => {
  const list: unknown = JSON.parse(
    readFileSync(fileURLToPath(new URL('../data/reference/corrections.json', import.meta.url)), 'utf8'),
  )

  test('fits its schema, says where it comes from, and is in order', () => {
    expect(schemaProblems(list, 'corrections')).toEqual([])
    expect(list).toMatchObject({ source: expect.stringMatching(/\w/), note: expect.stringMatching(/\w/) })
    expect(projectCorrections().every(({ evidence }) => evidence !== '')).toBe(true)
  })
})

test('the example of docs/corrections.md is a list in order', () => {
  const examples = blocks('docs/corrections.md', 'json').map((block): unknown => JSON.parse(block))
  expect(examples.map((example) => schemaProblems(example, 'corrections'))).toEqual([[]])
})

describe('the examples in the docstrings', () => {
  const scope = {
    applyCorrections,
    withoutCorrections,
    compareCells,
    report,
    correction,
    corrections: [correction],
    cells: rowsOf(report),
  }
  const examples = ['corrections/apply', 'revisions/compare'].flatMap((file) => {
    const text = readFileSync(fileURLToPath(new URL(`../src/study/${file}.ts`, import.meta.url)), 'utf8')
    return [...text.matchAll(/@example\n((?: \* .*\n)+)/g)].map(([, block = '']) => {
      const lines = block
        .trimEnd()
        .split('\n')
        .map((line) => line.slice(3))
      const [code = '', says = ''] = (lines.pop() ?? '').split(' // ')
      return { before: lines.join('\n'), code, says }
    })
  })

  test.each(examples)('$code', ({ before, code, says }) => {
    const run = (body: string): unknown => new Function(...Object.keys(scope), body)(...Object.values(scope))
    const wanted: unknown = says.startsWith('deeply equal to') ? report : run(`return ${says}`)
    expect(run(`${before};\nreturn (${code})`)).toEqual(wanted)
  })

  test('are there', () => expect(examples).toHaveLength(3))
})
