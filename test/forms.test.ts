import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ALL_TABLES, cellsOf, type Form, formById, formCells, forms, TABLES, tablesOf } from '../src/forms/forms.js'
import { schemaProblems } from '../src/forms/reference.js'
import { templatesOf } from '../src/loaders/labels/template.js'
import { fillReport } from './support/report.js'

const editions = forms()
const rowsOf = (form: Form) =>
  ALL_TABLES.flatMap((table) => form.tables[table]?.blocks.flatMap((block) => block.rows) ?? [])

/** The statutory lists kept beside the checkout by whoever has them; the counts below hold without them. */
const LISTS = new URL('../../shared/forms/', import.meta.url)

describe('the form editions', () => {
  it('are known oldest first, each with the tables of its time', () => {
    const tables = editions.map((form) => `${form.form}: ${Object.keys(form.tables).join(' ')}`)
    expect(tables).toEqual([
      '2008: statistics',
      'fujian: statistics',
      '2014: statistics',
      '2019: proactive requests remedies',
      '2021: proactive requests remedies',
    ])
    expect(formById('legacy')).toBeUndefined()
  })

  it.each(editions)(
    '$form fits the schema, and the schema refuses a misspelt entry and a table without its companions',
    (form) => {
      expect(schemaProblems(form, 'form')).toEqual([])
      expect(schemaProblems({ ...form, sauce: '' }, 'form')).toHaveLength(1)
      const { requests } = formById('2021')?.tables ?? {}
      expect(schemaProblems({ ...form, tables: { requests } }, 'form')).not.toEqual([])
      const [identity] = form.identities
      expect(schemaProblems({ ...form, identities: [{ ...identity, relation: 'about' }] }, 'form')).toHaveLength(1)
    },
  )

  // 2019, 2021: the printed forms, 国办公开办函〔2019〕60号 and 〔2021〕30号. 2008: row codes 01 to 35. 2014: nine parts, see below.
  // fujian: 17 rows printed for 2011, 10 for the rest of what was printed until 2018, in two columns.
  it.each([
    ['2019', { proactive: 22, requests: 161, remedies: 15, statistics: 0 }],
    ['2021', { proactive: 10, requests: 175, remedies: 15, statistics: 0 }],
    ['2014', { proactive: 0, requests: 0, remedies: 0, statistics: 58 }],
    ['2008', { proactive: 0, requests: 0, remedies: 0, statistics: 35 }],
    ['fujian', { proactive: 0, requests: 0, remedies: 0, statistics: 42 }],
  ])('%s has its cells', (id, expected) => {
    const form = formById(id) as Form
    expect(Object.fromEntries(ALL_TABLES.map((table) => [table, formCells(form, table).length]))).toEqual(expected)
  })

  it.each(editions)('$form: a row or column code stands once in a table', (form) => {
    for (const table of ALL_TABLES) {
      const names = formCells(form, table).map(({ row, column }) => `${row.code}/${column.code}`)
      expect(new Set(names).size).toBe(names.length)
    }
  })

  it.each(['2019', '2021'])('%s has the codes of the statutory list', (id) => {
    const file = new URL(`form-${id}.json`, LISTS)
    if (!existsSync(file)) return console.info(`form-${id}.json is not here: its codes were not compared`)
    const codes = (data: unknown) => [
      ...new Set([...JSON.stringify(data).matchAll(/"code":"([a-z_.]+)"/g)].map(([, code]) => code)),
    ]
    const listed = codes(JSON.parse(readFileSync(file, 'utf8')))
    expect(listed.length).toBeGreaterThan(30)
    expect(codes(formById(id)?.tables).sort()).toEqual(listed.sort())
  })
})

describe('the identities', () => {
  it.each(editions)('$form: name rows, columns and tables that are there', (form) => {
    for (const identity of form.identities) {
      const blocks = form.tables[identity.table]?.blocks ?? []
      const known = blocks.map(
        ({ rows, columns }) => new Set((identity.along === 'columns' ? rows : columns).map(({ code }) => code)),
      )
      const codes = [...identity.left, ...identity.right]
      expect(
        known.some((block) => codes.every((code) => block.has(code))),
        `${identity.id} ${identity.text}`,
      ).toBe(true)
    }
  })

  it('of one rule are told apart by their left side, and have one severity in all editions', () => {
    for (const form of editions) {
      const names = form.identities.map(({ id, left }) => `${id} ${left[0]}`)
      expect(new Set(names).size).toBe(names.length)
    }
    const severities = new Map<string, Set<string>>()
    for (const { id, severity } of editions.flatMap((form) => form.identities))
      severities.set(id, (severities.get(id) ?? new Set()).add(severity))
    expect([...severities].filter(([, kinds]) => kinds.size > 1)).toEqual([])
  })

  it('of the current forms are equations without exception, fit to infer numbers from; stocks only have bounds', () => {
    const current = editions.filter((form) => form.tables.requests).flatMap((form) => form.identities)
    const equations = current.filter(({ table }) => table !== 'proactive')
    expect(equations).toHaveLength(8)
    expect(current.filter((one) => !equations.includes(one)).map(({ id, relation }) => `${id} ${relation}`)).toEqual([
      'proactive.stock at_most',
      'proactive.items at_least',
      'proactive.stock at_most',
    ])
    expect(
      equations.every(
        ({ relation, severity, tolerance }) => relation === 'equals' && severity === 'error' && tolerance === 0,
      ),
    ).toBe(true)
  })

  // The provincial form of 2008 gives them by row code: 10 = 11 + … + 16; 17 = 18 + 19 + 20; 20 = 21 + … + 31.
  it('of 2008 are the sums of its row codes', () => {
    const serial = new Map(rowsOf(formById('2008') as Form).map((row) => [row.code, Number(row.serial)]))
    const sums = formById('2008')?.identities.filter(({ id }) => id === 'statistics.sum') ?? []
    const range = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i)
    expect(sums.map(({ left, right }) => [left, right].map((side) => side.map((code) => serial.get(code))))).toEqual([
      [[10], range(11, 16)],
      [[17], range(18, 20)],
      [[20], range(21, 31)],
    ])
  })
})

describe('the statistics forms', () => {
  it('2008 numbers its rows 01 to 35', () => {
    const serials = rowsOf(formById('2008') as Form).map((row) => row.serial)
    expect(serials).toEqual(Array.from({ length: 35 }, (_, i) => String(i + 1).padStart(2, '0')))
  })

  // 国办发〔2014〕32号: rows by part: 一 8, 二 8, 三 23, 四 4, 五 4, 六 1, 七 1, 八 6, 九 3.
  it('2014 has the nine parts, each with its rows', () => {
    const numbers = '一二三四五六七八九'
    let part = 0
    const counts = Array(numbers.length).fill(0)
    for (const row of rowsOf(formById('2014') as Form)) {
      part = Math.max(part, numbers.indexOf(/^[一二三四五六七八九](?=、)/.exec(row.label)?.[0] ?? '一'))
      counts[part] += 1
    }
    expect(counts).toEqual([8, 8, 23, 4, 4, 1, 1, 6, 3])
  })

  it('2014 says of every row whether it was seen in print', () => {
    const rows = rowsOf(formById('2014') as Form)
    expect(rows.every((row) => typeof row.pinned === 'boolean')).toBe(true)
    expect(rows.slice(0, 3).map((row) => row.pinned)).toEqual([true, true, true])
    expect(formById('2014')?.note).toContain('"pinned": false')
  })

  it.each(['2008', '2014', 'fujian'])('%s gives every row its unit', (id) => {
    const cells = formCells(formById(id) as Form, 'statistics')
    expect(cells.every(({ row, unit }) => row.unit === unit && unit !== '')).toBe(true)
  })

  it('lend a column its unit where the row has none', () => {
    const fee = formCells(formById('2021') as Form, 'proactive').find(({ row }) => row.code === 'fees')
    expect([fee?.unit, fee?.row.unit]).toEqual(['万元', undefined])
  })

  it('have no template for the tables of other forms', () => {
    expect(templatesOf(formById('2014') as Form, 'requests')).toEqual([])
    expect(templatesOf(formById('2021') as Form, 'statistics')).toEqual([])
  })
})

describe('the tables of a report', () => {
  it('are the three current ones, and the statistics table only where it is printed', () => {
    const current = fillReport('2021', { requests: {} })
    expect([tablesOf(current), cellsOf(current, 'statistics')]).toEqual([TABLES, []])
    const old = fillReport('fujian', { statistics: {} })
    expect(tablesOf(old)).toEqual([...TABLES, 'statistics'])
    expect([old.report.form, cellsOf(old, 'statistics').length, old.tables.requests.length]).toEqual(['legacy', 42, 0])
  })
})
