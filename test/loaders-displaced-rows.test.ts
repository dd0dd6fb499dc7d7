import { describe, expect, test } from 'vitest'
import { formById } from '../src/forms/forms.js'
import { lineOf, misled, pageOf, textPage } from './support/adversary.js'
import { type Grid, type GridRow, type MadeUp, madeUp, mapGrids } from './support/made-up.js'
import { readText } from './support/private-reports.js'
import { randomOf } from './support/random.js'

// Rows of a table in another order than the form's. Expected of each cell is the number printed in it, or that it is withheld; a row
// that is printed is not absent.

const SEEDS = [1, 2, 3]
const isOf =
  (...rows: readonly string[]) =>
  (row: GridRow) =>
    row.some(({ truth }) => truth !== undefined && rows.includes(truth.row))

/** The table of requests with its first two rows behind all others, or with two rows of one heading exchanged. */
const ORDERS: Readonly<Record<string, (grid: Grid) => Grid>> = {
  'the first two at the end': (grid) => {
    const isFirst = isOf('received_new', 'carried_in')
    return [...grid.filter((row) => !isFirst(row)), ...grid.filter(isFirst)]
  },
  'two exchanged': (grid) => {
    const [one, two] = [grid.findIndex(isOf('not_processed.repeat')), grid.findIndex(isOf('not_processed.publication'))]
    return grid.map((row, i) => (i === one ? (grid[two] ?? row) : i === two ? (grid[one] ?? row) : row))
  },
}

const WITH_BORDERS: Readonly<Record<string, (report: MadeUp) => string>> = {
  html: (report) => pageOf(report),
  tabs: (report) => textPage(report, (grid) => grid.map((row) => row.map(({ text }) => text).join('\t')).join('\n')),
}
const WITHOUT: Readonly<Record<string, (grid: Grid) => string>> = {
  blanks: (grid) => grid.map(lineOf).join('\n'),
  lines: (grid) => grid.map((row) => row.map(({ text }) => text).join('\n')).join('\n\n'),
}

const displaced = (seed: number, order: string) =>
  mapGrids(madeUp(randomOf(seed), seed % 2 === 0 ? '2019' : '2021'), (grid, table) =>
    table === 'requests' ? (ORDERS[order]?.(grid) ?? grid) : grid,
  )

describe.each(Object.keys(ORDERS))('%s', (order) => {
  test.each(Object.keys(WITH_BORDERS))('%s: every figure is read in its row', async (layout) => {
    for (const seed of SEEDS) {
      const report = displaced(seed, order)
      const { wrong, read, printed } = await misled(report, WITH_BORDERS[layout]?.(report) ?? '')
      expect({ wrong, read }, `seed ${seed}`).toEqual({ wrong: [], read: printed })
    }
  })

  test.each(Object.keys(WITHOUT))('parted by %s: no row is called absent', async (layout) => {
    for (const seed of SEEDS) {
      const page = textPage(displaced(seed, order), WITHOUT[layout] ?? String)
      expect((await misled(displaced(seed, order), page)).wrong, `seed ${seed}`).toEqual([])
      const absent = (await readText(page)).report.tables.requests.filter(({ status }) => status === 'absent')
      expect(absent, `seed ${seed}`).toEqual([])
    }
  })
})

describe('rows known by few words, or by words that others have, too', () => {
  const moved = (code: string, before: string) => (grid: Grid) => {
    const row = grid.find(isOf(code))
    const at = grid.findIndex(isOf(before))
    return row === undefined ? grid : [...grid.slice(0, at), row, ...grid.slice(at).filter((one) => one !== row)]
  }

  test.each(Object.keys(WITH_BORDERS))(
    '%s: (七)总计 before (一)予以公开 is not absent, and the rest is read',
    async (layout) => {
      for (const seed of SEEDS) {
        const report = mapGrids(madeUp(randomOf(seed), '2021'), (grid, table) =>
          table === 'requests' ? moved('concluded_total', 'granted')(grid) : grid,
        )
        const page = WITH_BORDERS[layout]?.(report) ?? ''
        const { wrong, read, printed } = await misled(report, page)
        expect({ wrong, left: read >= printed - 7 }, `seed ${seed}`).toEqual({ wrong: [], left: true })
        const { report: found } = await readText(page)
        expect(found.tables.requests.filter(({ status }) => status === 'absent')).toEqual([])
      }
    },
  )

  test('statistics whose last two parts are exchanged: no row is given the figures of the other part, none is absent', async () => {
    const rows = formById('2014')?.tables.statistics?.blocks[0]?.rows ?? []
    const part = (code: string) => rows.findIndex((row) => row.code === code)
    const [review, litigation, behind] = [part('review'), part('litigation'), part('complaints')]
    expect(review > 0 && litigation > review && behind > litigation).toBe(true)
    const figures = new Map(rows.map((row, i) => [row.code, 100 + i]))
    const order = [
      ...rows.slice(0, review),
      ...rows.slice(litigation, behind),
      ...rows.slice(review, litigation),
      ...rows.slice(behind),
    ]
    const page = [
      '云溪县2016年政府信息公开工作年度报告',
      '政府信息公开情况统计表',
      ['统计指标', '单位', '统计数'].join('\t'),
      ...order.map((row) => [row.printed, row.unit ?? '', String(figures.get(row.code))].join('\t')),
    ].join('\n')
    const cells = (await readText(page)).report.tables.statistics ?? []
    expect(cells.filter(({ row, value }) => value !== null && value !== figures.get(row))).toEqual([])
    expect(cells.filter(({ status }) => status === 'absent')).toEqual([])
    expect(cells.filter(({ value }) => value !== null).length).toBeGreaterThan(rows.length - 12)
  })
})

test('the third table with its last two groups exchanged: no figure is given to the other group', async () => {
  for (const seed of SEEDS) {
    const report = mapGrids(madeUp(randomOf(seed), '2021'), (grid, table) =>
      table !== 'remedies'
        ? grid
        : grid.map((row) => {
            if (row.length >= 15) return [...row.slice(0, 5), ...row.slice(10, 15), ...row.slice(5, 10)]
            const groups = row.filter(({ text }) => text.includes('起诉'))
            return [...row.filter((cell) => !groups.includes(cell)), ...groups.toReversed()]
          }),
    )
    expect((await misled(report, pageOf(report))).wrong, `seed ${seed}`).toEqual([])
  }
})

describe('a row that is not printed', () => {
  const without = (report: MadeUp) =>
    mapGrids(report, (grid) => grid.filter((row) => !isOf('received_new', 'carried_in')(row)))

  test.each(Object.keys(WITH_BORDERS))('%s: is absent', async (layout) => {
    const page = WITH_BORDERS[layout]?.(without(madeUp(randomOf(7), '2021'))) ?? ''
    const { report } = await readText(page)
    expect(report.tables.requests.find(({ row }) => row === 'carried_in')?.status).toBe('absent')
  })

  test.each(Object.keys(WITH_BORDERS))('%s: is not taken from the table of the year before', async (layout) => {
    // Expected: no number, for the row is in the other table only.
    const [own, before] = [madeUp(randomOf(8), '2021'), madeUp(randomOf(9), '2021')]
    const page = [own, before].map((report, i) => WITH_BORDERS[layout]?.(i === 0 ? without(report) : report)).join('\n')
    const { report } = await readText(page)
    const cells = report.tables.requests.filter(({ row }) => row === 'received_new' || row === 'carried_in')
    expect(cells.filter(({ value }) => value !== null)).toEqual([])
  })
})
