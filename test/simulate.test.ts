import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formById } from '../src/forms/forms.js'
import { runSimulate } from '../src/study/commands/simulate.js'
import { encoded } from '../src/study/simulate/encodings.js'
import { covered, cutGrid, type Grid, label } from '../src/study/simulate/grid.js'
import { escapeHtml } from '../src/study/simulate/html.js'
import { LAYOUTS } from '../src/study/simulate/layouts.js'
import { Marks } from '../src/study/simulate/marks.js'
import { cluster, clusterSize } from '../src/study/simulate/population.js'
import { randomOf } from '../src/study/simulate/random.js'
import { type SyntheticReport, simulate, simulateReport } from '../src/study/simulate/report.js'
import { settings } from '../src/study/simulate/settings.js'
import { added, cellKey, relationsOf } from '../src/study/simulate/solve.js'

const SEED = process.env.GONGKAI_SEED ?? 'any-0'
console.log(`simulate: seed ${SEED}`)

async function made(seed: string, reports: number): Promise<SyntheticReport[]> {
  const all: SyntheticReport[] = []
  for await (const report of simulate(seed, reports)) all.push(report)
  return all
}

const corpus = await made(SEED, 120)

describe('reproducible', () => {
  test('the same seed gives the same bytes and truths, another seed others', async () => {
    const digest = (reports: readonly SyntheticReport[]) =>
      reports.map(({ bytes, truth }) => createHash('sha256').update(bytes).update(JSON.stringify(truth)).digest('hex'))
    expect(digest(await made(SEED, 45))).toEqual(digest(corpus.slice(0, 45)))
    expect(digest(await made(`${SEED}-`, 5))).not.toEqual(digest(corpus.slice(0, 5)))
  })

  test('a report does not depend on how many are made, nor on which were made before', async () => {
    for (const index of [97, 3, 41]) expect((await simulateReport(SEED, index)).truth).toEqual(corpus[index]?.truth)
  })

  test('draws are spread evenly and do not repeat', () => {
    const random = randomOf(SEED)
    const draws = Array.from({ length: 20_000 }, () => random.next())
    // Standard error of a share of one half among 20,000 is 0.0035; five of them are a one-in-a-million event.
    expect(Math.abs(draws.filter((draw) => draw < 0.5).length / 20_000 - 0.5)).toBeLessThan(0.018)
    expect(new Set(draws).size).toBeGreaterThan(19_990)
    expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true)
  })
})

describe('bodies and years', () => {
  const clusters = Array.from({ length: 12 }, (_, i) => cluster(SEED, i))

  test('every identity of the form holds in the figures a body means', () => {
    for (const { form, values, id } of clusters.flat()) {
      if (form === null) continue
      for (const { left, right, id: rule } of relationsOf(form)) {
        const sum = (keys: readonly string[]) => added(keys.map((key) => values.get(key) ?? Number.NaN))
        expect(sum(left), `${id} ${rule} ${left[0]}`).toBe(sum(right))
      }
    }
  })

  test('no count is negative but a change', () => {
    const negative = clusters
      .flat()
      .flatMap(({ id, values }) =>
        [...values]
          .filter(([key, value]) => value < 0 && !key.endsWith('/items_change'))
          .map(([key]) => `${id} ${key}`),
      )
    expect(negative).toEqual([])
  })

  test('requests carried out of a year are carried into the next, save where a break is planted', () => {
    for (const offices of clusters) {
      for (const [i, now] of offices.entries()) {
        const before = offices[i - 1]
        if (before?.unitId !== now.unitId || before.form === null || now.form === null) continue
        if ([...now.planted, ...before.planted].some(({ fault }) => fault === 'carry_over')) continue
        if (now.parts.length > 0) continue
        for (const column of Object.keys(settings().applicants)) {
          const carried = now.values.get(cellKey('requests', 'carried_in', column))
          expect(carried, `${now.id} ${column}`).toBe(before.values.get(cellKey('requests', 'carried_out', column)))
        }
      }
    }
  })

  test('a whole is the sum of its parts, save where a break is planted', () => {
    const wholes = clusters.flatMap((offices) =>
      offices.filter(({ parts, form }) => parts.length > 0 && form !== null).map((whole) => ({ whole, offices })),
    )
    expect(wholes.length).toBeGreaterThan(0)
    for (const { whole, offices } of wholes) {
      const broken = whole.planted.find(({ fault }) => fault === 'hierarchy')
      const parts = offices.filter(({ unitId, year }) => whole.parts.includes(unitId) && year === whole.year)
      const key = cellKey('requests', 'received_new', 'total')
      const sum = added(parts.map(({ values }) => values.get(key) ?? Number.NaN))
      expect(whole.values.get(key)).toBe(sum + Number(broken?.difference ?? 0))
    }
  })

  test('reports of one body lie together, by year', () => {
    expect(clusterSize()).toBe(settings().units.length * settings().years)
    expect(clusters[0]?.map(({ unitId, year }) => `${unitId}-${year}`)).toEqual(clusters[0]?.map(({ id }) => id))
  })
})

describe('truth', () => {
  test('every place holds what the truth says stands there; where none can be told, none is', () => {
    for (const { source, truth } of corpus) {
      const told = [...Object.values(truth.tables).flat(), ...truth.statements, ...truth.items]
      for (const one of told) {
        const text = 'printed' in one ? one.printed : one.text
        if (one.at === null) expect(truth.places === 'none' || text === '', truth.id).toBe(true)
        else expect(source.slice(...one.at), `${truth.id} ${JSON.stringify(one)}`).toBe(text)
      }
    }
  })

  test('the number that is printed is the value the truth gives', () => {
    for (const { truth } of corpus) {
      for (const cell of Object.values(truth.tables).flat()) {
        const digits = cell.printed.normalize('NFKC').replace(/[^\d.]/g, '')
        if (cell.status === 'stated')
          expect(Math.abs(cell.value ?? Number.NaN), truth.id).toBe(Math.abs(Number(digits)))
        else expect(cell.value).toBeNull()
        if (cell.status === 'blank' || cell.status === 'lost' || cell.status === 'absent') expect(cell.printed).toBe('')
      }
    }
  })

  test('a figure differs from what was meant only where a fault is planted', () => {
    for (const { truth } of corpus) {
      const faults = new Set(['changed_cell', 'digit_swap', 'lost_digit', 'shifted_columns'])
      const planted = truth.planted.filter(({ fault }) => faults.has(fault))
      const changed = Object.entries(truth.tables).flatMap(([table, cells]) =>
        cells
          .filter(({ status, value, meant }) => status === 'stated' && value !== meant)
          .map(({ row }) => `${table}/${row}`),
      )
      const rows = planted.map(({ table, row }) => `${table}/${row}`)
      expect(
        changed.filter((row) => !rows.includes(row)),
        truth.id,
      ).toEqual([])
    }
  })

  test('every cell of the form is listed, in the form’s order', () => {
    const listed = corpus
      .find(({ truth }) => truth.report.form === '2021')
      ?.truth.tables.requests?.map(({ row }) => row)
    const rows = formById('2021')?.tables.requests?.blocks.flatMap((block) => block.rows.map(({ code }) => code))
    expect([...new Set(listed)]).toEqual(rows)
  })

  test('every report says that it is made up', () => {
    expect(corpus.filter(({ source }) => source.match(/SYNTHETIC/g)?.length === undefined)).toEqual([])
    const early = corpus.filter(({ source }) => source.indexOf('SYNTHETIC') > 400)
    expect(early.map(({ truth }) => truth.id)).toEqual([])
  })

  test('all layouts occur in as many reports as there are layouts', () => {
    const names = corpus.slice(0, LAYOUTS.length).map(({ truth }) => truth.layout)
    expect(new Set(names).size).toBe(LAYOUTS.length)
  })
})

describe('parts of a page', () => {
  test('marks are found again, within one another and after conversion', () => {
    const marks = new Marks()
    const text = `x${marks.around('whole', `a${marks.around('inner', '12')}b`)}y${marks.around('empty', '')}`
    const { source, places } = marks.read(text.replace('y', 'yy'))
    expect(source).toBe('xa12byy')
    expect(Object.fromEntries(places)).toEqual({ whole: [1, 5], inner: [2, 4], empty: [7, 7] })
  })

  test('a grid cut in two has all its cells and both parts are full', () => {
    const grid: Grid = [[label('g', 1, 3), label('a')], [label('b')], [label('c')]]
    const width = (part: Grid) => covered(part).map((row) => row.reduce((sum, cell) => sum + cell.colspan, 0))
    for (const at of [1, 2]) {
      const parts = cutGrid(grid, at)
      expect(parts.map(width)).toEqual([Array(at).fill(2), Array(3 - at).fill(2)])
      expect(
        parts
          .flat(2)
          .filter(({ text }) => text !== '')
          .map(({ text }) => text),
      ).toEqual(['g', 'a', 'b', 'c'])
    }
  })

  test('markup in words is escaped', () => {
    expect(escapeHtml('a<b & c>')).toBe('a&lt;b &amp; c&gt;')
  })

  test('GB18030 bytes are read back by the platform, four-byte characters included', () => {
    const text = '公开 年度報告，（一）ōǎ𠮷€—\u200b'
    expect(new TextDecoder('gb18030', { fatal: true }).decode(encoded(text, 'gb18030'))).toBe(text)
  })
})

test('the command writes files and truths; a wrong call writes nothing', async () => {
  const out = mkdtempSync(join(tmpdir(), 'gongkai-simulate-'))
  try {
    expect(await runSimulate({ out, reports: 3, seed: SEED })).toBe(0)
    const truths = readFileSync(join(out, 'truth.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(truths).toEqual(JSON.parse(JSON.stringify(corpus.slice(0, 3).map(({ truth }) => truth))))
    for (const [i, { file }] of truths.entries()) {
      expect(new Uint8Array(readFileSync(join(out, file)))).toEqual(corpus[i]?.bytes)
    }
    expect(readFileSync(join(out, 'NOTICE'), 'utf8')).toContain('SYNTHETIC')
  } finally {
    rmSync(out, { recursive: true })
  }
  await expect(simulateReport(SEED, -1)).rejects.toThrow('simulateReport requires an index from 0')
})
