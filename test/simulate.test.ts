import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { formById, formCells, forms } from '../src/forms/forms.js'
import { runSimulate } from '../src/study/commands/simulate.js'
import { encoded } from '../src/study/simulate/encodings.js'
import { covered, cutGrid, type Grid, label } from '../src/study/simulate/grid.js'
import { escapeHtml } from '../src/study/simulate/html.js'
import { LAYOUTS } from '../src/study/simulate/layouts.js'
import { Marks } from '../src/study/simulate/marks.js'
import { cluster, clusterSize, type OfficeYear } from '../src/study/simulate/population.js'
import { randomOf } from '../src/study/simulate/random.js'
import { type SyntheticReport, simulate, simulateReport } from '../src/study/simulate/report.js'
import { settings } from '../src/study/simulate/settings.js'
import { added, cellKey, holds, relationsOf } from '../src/study/simulate/solve.js'
import type { CellRef, TableName } from '../src/types.js'

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

/** The report of the same body on the year before, where it is published. */
function lastYear(offices: readonly OfficeYear[], now: OfficeYear): OfficeYear | undefined {
  return offices.find((other) => other.unitId === now.unitId && other.year === now.year - 1 && isOwn(other))
}

const isOwn = ({ id, original }: OfficeYear) => id === original
const has = ({ planted }: OfficeYear, ...faults: string[]) => planted.some(({ fault }) => faults.includes(fault))

describe('bodies and years', () => {
  const clusters = Array.from({ length: 30 }, (_, i) => cluster(SEED, i))

  test('every relation of the form holds in the figures a body means, those that hold as a rule included', () => {
    const editions = new Set<string>()
    for (const { form, values, id } of clusters.flat()) {
      if (form === null) continue
      editions.add(form.form)
      const broken = relationsOf(form).filter((relation) => !holds(relation, values))
      expect(broken, `${id} ${form.form}`).toEqual([])
    }
    expect([...editions].sort()).toEqual(
      forms()
        .map(({ form }) => form)
        .sort(),
    )
  })

  test('a relation does not hold between figures of which one is missing or changed', () => {
    const office = clusters.flat().find(({ form }) => form?.form === '2021')
    const relation = office?.form ? relationsOf(office.form).find(({ relation: kind }) => kind === 'equals') : undefined
    if (office === undefined || relation === undefined) throw new Error('no report of 2021')
    const key = relation.left[0] ?? ''
    expect(holds(relation, office.values)).toBe(true)
    expect(holds(relation, new Map([...office.values, [key, (office.values.get(key) ?? 0) + 1]]))).toBe(false)
    expect(holds(relation, new Map([...office.values].filter(([other]) => other !== key)))).toBe(false)
  })

  test('every cell that a form prints has a figure, and no count is negative but a change', () => {
    for (const { id, form, values } of clusters.flat()) {
      const keys = Object.keys(form?.tables ?? {}).flatMap((table) =>
        form === null
          ? []
          : formCells(form, table as TableName).map(({ row, column }) => cellKey(table, row.code, column.code)),
      )
      expect([...values.keys()].sort(), id).toEqual(keys.sort())
      const negative = [...values].filter(([key, value]) => value < 0 && !key.endsWith('/items_change'))
      expect(negative, id).toEqual([])
      expect(
        [...values.values()].every((value) => Number.isInteger(Math.round(value * 100)) && added([value]) === value),
      ).toBe(true)
    }
  })

  test('requests carried out of a year are carried into the next, save where a break is planted', () => {
    let compared = 0
    for (const offices of clusters) {
      for (const now of offices.filter(isOwn)) {
        const before = lastYear(offices, now)
        if (before?.form?.tables.requests === undefined || now.form?.tables.requests === undefined) continue
        if (has(now, 'carry_over', 'unchanged_tables', 'identical_tables')) continue
        for (const column of Object.keys(settings().applicants)) {
          const carried = now.values.get(cellKey('requests', 'carried_in', column))
          expect(carried, `${now.id} ${column}`).toBe(before.values.get(cellKey('requests', 'carried_out', column)))
          compared++
        }
      }
    }
    expect(compared).toBeGreaterThan(500)
  })

  test('a planted break against last year is of the size it is said to be', () => {
    let compared = 0
    for (const offices of clusters)
      for (const now of offices.filter(isOwn))
        for (const { expected, printed, ...at } of now.planted.filter(({ fault }) => fault === 'carry_over')) {
          const before = lastYear(offices, now)
          expect(before, now.id).toBeDefined()
          expect(now.values.get(`${at.table}/${at.row}/${at.column}`)).toBe(printed)
          expect(before?.values.get(`requests/carried_out/${at.column}`)).toBe(expected)
          expect(printed).not.toBe(expected)
          compared++
        }
    expect(compared).toBeGreaterThan(0)
  })

  test('figures over all years grow by each year’s', () => {
    let compared = 0
    for (const offices of clusters)
      for (const now of offices.filter(isOwn)) {
        const before = lastYear(offices, now)
        if (has(now, 'unchanged_tables', 'identical_tables', 'hierarchy') || before === undefined) continue
        if (has(before, 'hierarchy')) continue
        for (const row of ['disclosed', 'received', 'received.online', 'replies.granted', 'review']) {
          const [last, year, all] = [before, now, now].map(({ values }, i) =>
            values.get(cellKey('statistics', row, i === 1 ? 'this_year' : 'cumulative')),
          )
          if (last === undefined || year === undefined || all === undefined) continue
          expect(all, `${now.id} ${row}`).toBe(last + year)
          compared++
        }
      }
    expect(compared).toBeGreaterThan(20)
  })

  test('a whole is the sum of its parts in every cell, save where a break is planted', () => {
    const wholes = clusters.flatMap((offices) =>
      offices.filter(({ parts }) => parts.length > 0).map((whole) => ({ whole, offices })),
    )
    expect(wholes.length).toBeGreaterThan(0)
    for (const { whole, offices } of wholes) {
      const parts = offices.filter(({ unitId, year }) => whole.parts.includes(unitId) && year === whole.year)
      expect(parts).toHaveLength(whole.parts.length)
      const broken = whole.planted.find(({ fault }) => fault === 'hierarchy')
      const raised = new Set(
        (broken?.cells as CellRef[] | undefined)?.map(({ table, row, column }) => cellKey(table, row, column)),
      )
      for (const [key, value] of whole.values) {
        const sum = added(parts.map(({ values }) => values.get(key) ?? Number.NaN))
        expect(value, `${whole.id} ${key}`).toBe(sum + (raised.has(key) ? Number(broken?.difference) : 0))
      }
    }
  })

  test('reports of one body lie together, by year; each has an id of its own', () => {
    for (const offices of clusters) {
      expect(offices).toHaveLength(clusterSize())
      expect(new Set(offices.map(({ id }) => id)).size).toBe(clusterSize())
      for (const [i, now] of offices.entries()) {
        const before = offices[i - 1]
        if (before?.unitId === now.unitId) expect(now.year).toBeGreaterThanOrEqual(before.year)
      }
    }
  })

  test('a year is left out, or a report published twice, only where that is told', () => {
    const all = clusters.flat()
    for (const offices of clusters)
      for (const [i, now] of offices.entries()) {
        const before = offices[i - 1]
        if (before?.unitId !== now.unitId) continue
        const missing = Array.from({ length: now.year - before.year }, (_, years) => before.year + 1 + years).slice(
          0,
          -1,
        )
        expect(now.planted.find(({ fault }) => fault === 'gap')?.missing ?? [], now.id).toEqual(missing)
        const double = now.planted.find(({ fault }) => fault === 'duplicate')
        expect(double?.of, now.id).toBe(isOwn(now) ? undefined : now.original)
        expect(now.year === before.year).toBe(double !== undefined)
      }
    expect(all.some((office) => has(office, 'gap'))).toBe(true)
    expect(all.some((office) => has(office, 'duplicate'))).toBe(true)
  })

  test('what is said to be copied is', () => {
    for (const offices of clusters)
      for (const { id, values, passage, planted } of offices)
        for (const { fault, from } of planted) {
          const source = offices.find((other) => other.id === from)
          if (from !== undefined) expect(source, `${id} ${fault}`).toBeDefined()
          if (fault.endsWith('_tables')) expect(values).toEqual(source?.values ?? values)
          if (fault.endsWith('_passage')) expect(passage).toBe(source?.passage)
        }
  })
})

describe('faults', () => {
  /** Rates at which each fault is planted wherever it can be. */
  const always = Object.fromEntries(Object.keys(settings().faults).map((fault) => [fault, 1]))

  test('a corpus without faults has none, not even lost blanks, and prints every figure that is meant', async () => {
    for (let index = 0; index < 60; index++) {
      const { truth } = await simulateReport(SEED, index, { faults: false })
      expect(truth.planted, truth.id).toEqual([])
      for (const { status, value, meant } of Object.values(truth.tables).flat()) {
        expect(['stated', 'nil', 'blank', 'absent']).toContain(status)
        if (status === 'stated') expect(value).toBe(meant)
      }
    }
  })

  test('three reports in ten have none; the others those of the list, with the rules that ought to find them', async () => {
    const known = new Set(Object.keys(settings().faults))
    let clean = 0
    for (let index = 0; index < 1600; index += 4) {
      const { truth } = await simulateReport(SEED, index)
      expect(truth.planted.filter(({ fault, rules }) => !known.has(fault) || !Array.isArray(rules))).toEqual([])
      if (truth.planted.length === 0) clean++
    }
    expect(clean / 400).toBeGreaterThan(0.3)
  })

  test.each(Object.keys(settings().faults))('%s can be planted alone', async (fault) => {
    const kinds = new Set<string>()
    const faults = { [fault]: 1 }
    for (let number = 0; number < 12 && kinds.size === 0; number++)
      for (let i = 0; i < clusterSize() && kinds.size === 0; i += 5) {
        const { truth } = await simulateReport(SEED, number * clusterSize() + i, { faults })
        for (const each of truth.planted) kinds.add(each.fault)
      }
    // A report in the place of the next year's leaves a gap behind; breaks in a part are breaks in the whole.
    expect([...kinds].filter((kind) => kind !== fault && kind !== 'gap')).toEqual([])
    expect(kinds.size).toBeGreaterThan(0)
  })

  test('a fault in figures names the relations that do not hold in print, and no others', async () => {
    const figures = ['changed_cell', 'digit_swap', 'lost_digit', 'part_exceeds', 'cumulative_below', 'implausible']
    const rates = Object.fromEntries(figures.map((fault) => [fault, 0.5]))
    let broken = 0
    for (let index = 0; index < 120; index++) {
      const { truth } = await simulateReport(SEED, index, { faults: rates })
      const printed = new Map(
        Object.entries(truth.tables).flatMap(([table, cells]) =>
          cells.map(({ row, column, value }): [string, number] => [cellKey(table, row, column), value ?? 0]),
        ),
      )
      const form = formById(Object.values(truth.report.forms)[0] ?? '')
      if (form === undefined) continue
      const failing = new Set(
        relationsOf(form)
          .filter((relation) => !holds(relation, printed))
          .map(({ id }) => id),
      )
      const named = new Set(truth.planted.flatMap(({ rules }) => rules as string[]))
      expect(named, truth.id).toEqual(failing)
      broken += failing.size
    }
    expect(broken).toBeGreaterThan(20)
  })

  test('tables of noughts stand beside words that say how busy the body was', async () => {
    const { truth } = await simulateReport(SEED, await firstWith('zero_tables'), { faults: { zero_tables: 1 } })
    const said = truth.statements.find(({ key }) => key === 'requests_received')?.value
    expect(said).toBe(truth.planted.find(({ fault }) => fault === 'zero_tables')?.said)
    expect(
      Object.values(truth.tables)
        .flat()
        .every(({ value }) => value === 0 || value === null),
    ).toBe(true)
  })

  async function firstWith(fault: string): Promise<number> {
    const faults = { [fault]: 1 }
    for (let index = 0; ; index++) {
      const { truth } = await simulateReport(SEED, index, { faults })
      if (truth.planted.some((each) => each.fault === fault)) return index
    }
  }

  test('all of them at once make a report that can still be told true', async () => {
    for (let index = 0; index < 40; index++) {
      const { source, truth } = await simulateReport(SEED, index, { faults: always })
      for (const cell of Object.values(truth.tables).flat())
        if (cell.at) expect(source.slice(...cell.at)).toBe(cell.printed)
    }
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
      const faults = new Set([
        ...['changed_cell', 'digit_swap', 'lost_digit', 'shifted_columns'],
        ...['part_exceeds', 'cumulative_below', 'implausible', 'stock_below', 'items_below', 'remedies_total'],
        ...['decimal_count', 'negative_count'],
      ])
      if (truth.planted.some(({ fault }) => fault === 'zero_tables')) continue
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

describe('the statistics table of the years before 2019', () => {
  const found = new Map<string, SyntheticReport[]>()
  beforeAll(async () => {
    for (let index = 0; index < 1000; index++) {
      const report = await simulateReport(SEED, index, { faults: false })
      const form = report.truth.report.forms.statistics
      if (form !== undefined) found.set(form, [...(found.get(form) ?? []), report])
    }
  })

  test('is printed in every form that has it, in years the form is for, beside reports without a table', () => {
    const old = forms().filter(({ tables }) => tables.statistics !== undefined)
    expect([...found.keys()].sort()).toEqual(old.map(({ form }) => form).sort())
    for (const [form, reports] of found)
      for (const { truth } of reports) {
        const [first, last] = formById(form)?.report_years ?? []
        expect(truth.report).toMatchObject({ form: 'legacy', forms: { statistics: form } })
        expect(truth.report.year).toBeGreaterThanOrEqual(first ?? Number.NaN)
        expect(truth.report.year).toBeLessThanOrEqual(last ?? Number.NaN)
      }
  })

  test('has the title, and in every row the unit of the form between label and figures', () => {
    let rows = 0
    for (const [form, reports] of found)
      for (const { truth, source } of reports) {
        if (truth.layout !== 'tab-separated' || truth.script !== 'simplified') continue
        expect(source).toContain('政府信息公开情况统计表')
        for (const { row, column, at } of truth.tables.statistics ?? []) {
          if (at === null || column !== 'this_year') continue
          const definition = formById(form)?.tables.statistics?.blocks[0]?.rows.find(({ code }) => code === row)
          const [name = '', unit] = source.slice(source.lastIndexOf('\n', at[0]) + 1, at[0]).split('\t')
          expect(unit, `${truth.id} ${row}`).toBe(definition?.unit)
          expect(name.length).toBeGreaterThan(3)
          rows++
        }
      }
    expect(rows).toBeGreaterThan(30)
  })

  test('leaves out rows only where the form says that some printings do', () => {
    for (const [form, reports] of found)
      for (const { truth } of reports) {
        const rows = formById(form)?.tables.statistics?.blocks[0]?.rows ?? []
        const optional = new Set(rows.filter((row) => row.optional === true).map(({ code }) => code))
        const absent = (truth.tables.statistics ?? []).filter(({ status }) => status === 'absent').map(({ row }) => row)
        expect(
          absent.filter((row) => !optional.has(row)),
          truth.id,
        ).toEqual([])
      }
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
    expect(await runSimulate({ out, reports: 3, seed: SEED, faults: 'none' })).toBe(0)
    expect(readFileSync(join(out, 'truth.jsonl'), 'utf8').match(/"planted":\[\]/g)).toHaveLength(3)
  } finally {
    rmSync(out, { recursive: true })
  }
  await expect(simulateReport(SEED, -1)).rejects.toThrow('simulateReport requires an index from 0')
})
