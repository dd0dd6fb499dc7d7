import { describe, expect, test } from 'vitest'
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
