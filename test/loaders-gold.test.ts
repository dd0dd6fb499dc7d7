import { describe, expect, test } from 'vitest'
import { readCell } from '../src/loaders/values.js'
import type { Cell, Report } from '../src/types.js'
import { corpusFiles, type Gold, gold, hasCorpus, rawFile, readReportFile, seedFile } from './support/corpus.js'

// The gold numbers were read off the five reports by hand (gold.json of the private corpus). What else is expected here
// stands in the reports themselves: titles, signatures and headings as printed.

function cellsOf(report: Report) {
  return Object.entries(report.tables).flatMap(([table, cells]) =>
    cells.map((cell): Cell & { table: string } => ({ ...cell, table })),
  )
}

function nameOf({ table, row, column }: { table: string; row: string; column: string }): string {
  return `${table}/${row}/${column}`
}

function goldCells({ tables }: Gold): Map<string, number> {
  const entries = Object.entries(tables).flatMap(([table, rows]) =>
    Object.entries(rows).flatMap(([row, columns]) =>
      Object.entries(columns).map(([column, value]) => [nameOf({ table, row, column }), value] as const),
    ),
  )
  return new Map(entries)
}

/** Whether a stated cell's slice of the source is the number, whatever its dress. */
function sliceHolds(text: string, cell: Cell): boolean {
  if (cell.at === null) return false
  const slice = text
    .slice(...cell.at)
    .replace(/<[^>]*>/g, '')
    .normalize('NFKC')
  const read = readCell(slice)
  return read.kind === 'number' && read.value === cell.value
}

const HEADS = {
  'anqiu-edz-2020': {
    forms: { proactive: '2019', requests: '2019', remedies: '2019' },
    year: 2020,
    signed: '2021-01-25',
    sections: ['overview', 'proactive', 'requests', 'remedies', 'problems', 'other'],
  },
  'jingjiang-park-2020': {
    forms: { proactive: '2019', requests: '2019', remedies: '2019' },
    year: 2020,
    signed: null,
    sections: ['overview', 'proactive', 'requests', 'remedies', 'problems', 'other'],
  },
  'taicang-city-2021': {
    forms: { proactive: '2021', requests: '2021', remedies: '2021' },
    year: 2021,
    signed: null,
    sections: ['overview', 'proactive', 'requests', 'remedies', 'problems'],
  },
  'taicang-port-2019': {
    forms: { proactive: '2019', requests: '2019', remedies: '2019' },
    year: 2019,
    signed: null,
    sections: ['problems', 'proactive', 'requests', 'remedies'],
  },
  'suining-etdz-2018': { forms: {}, year: 2018, signed: '2018-02-15', sections: ['overview'] },
} as const

describe('five real reports against numbers read by hand', () => {
  test.each(Object.entries(HEADS))('%s', async (id, head) => {
    if (!hasCorpus()) return
    const { report, text } = await readReportFile(seedFile(id))
    const expected = goldCells(gold()[id] ?? { form: '', tables: {} })
    const cells = cellsOf(report)
    const read = new Map(cells.filter(({ value }) => value !== null).map((cell) => [nameOf(cell), cell.value]))
    expect(read).toEqual(expected)
    expect(
      cells.filter(({ value }) => value !== null).every((cell) => cell.status === 'stated' && sliceHolds(text, cell)),
    ).toBe(true)
    expect(report.report.forms).toEqual(head.forms)
    expect(report.report.title).not.toBeNull()
    expect(report.report.issuer).not.toBeNull()
    expect(report.report.year).toBe(head.year)
    expect(report.report.signed).toBe(head.signed)
    const keys = report.sections.filter(({ level }) => level === 1).map(({ key }) => key)
    expect(keys).toEqual(expect.arrayContaining([...head.sections]))
  })

  test('a signature that lost its separators is inferred from the publication date, not stated', async () => {
    if (!hasCorpus()) return
    const { report } = await readReportFile(seedFile('taicang-port-2019'))
    const signed = report.report.dates.find(({ kind }) => kind === 'signed')
    expect(signed).toMatchObject({ value: '2020-01-21', status: 'inferred', text: '2020121' })
    expect(signed?.candidates).toEqual(['2020-01-21', '2020-12-01'])
    expect(report.report.signed).toBeNull()
  })

  test('a report without the heading of its overview has no section of that key', async () => {
    if (!hasCorpus()) return
    const { report } = await readReportFile(seedFile('taicang-port-2019'))
    expect(report.sections.map(({ key }) => key)).not.toContain('overview')
  })

  test('a requests table without any number stays without', async () => {
    if (!hasCorpus()) return
    const { report } = await readReportFile(seedFile('taicang-port-2019'))
    expect(report.tables.requests.filter(({ value }) => value !== null)).toEqual([])
    expect(new Set(report.tables.requests.map(({ status }) => status))).not.toContain('absent')
  })

  test.each(Object.keys(HEADS))('the transcript of %s reads to the same cells', async (id) => {
    if (!hasCorpus()) return
    const [original, transcript] = await Promise.all([readReportFile(seedFile(id)), readReportFile(rawFile(id))])
    const essence = (report: Report) =>
      cellsOf(report).map(({ table, row, column, value, status }) => ({ table, row, column, value, status }))
    expect(essence(transcript.report)).toEqual(essence(original.report))
    expect(transcript.report.report.forms).toEqual(original.report.report.forms)
  })
})

test('the transcripts in the repository have no number that does not stand in its slice', async () => {
  for (const id of Object.keys(HEADS)) {
    const { report, text } = await readReportFile(rawFile(id))
    const stated = cellsOf(report).filter(({ status }) => status === 'stated')
    expect(stated.filter((cell) => !sliceHolds(text, cell)).map(nameOf)).toEqual([])
  }
})

test('every other real report is read, in under a second, with every stated number in its slice', async () => {
  if (!hasCorpus()) return
  for (const path of corpusFiles()) {
    const began = performance.now()
    const { report, text } = await readReportFile(path)
    expect.soft(performance.now() - began, path).toBeLessThan(1000)
    const stated = cellsOf(report).filter(({ status }) => status === 'stated')
    expect.soft(stated.filter((cell) => !sliceHolds(text, cell)).map(nameOf), path).toEqual([])
    expect.soft(report.report.year, path).toBe(Number(/-(20\d{2})\./.exec(path)?.[1]))
  }
})
