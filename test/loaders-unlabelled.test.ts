import { describe, expect, test } from 'vitest'
import { readReport } from '../src/loaders/report.js'
import type { Cell } from '../src/types.js'
import { csvOf } from './support/containers.js'
import { relabelled } from './support/damage.js'
import { type Grid, type GridCell, type GridRow, type MadeUp, madeUp, mapGrids } from './support/made-up.js'
import { randomOf } from './support/random.js'
import { readBack } from './support/read-back.js'
import { type Layout, render } from './support/render.js'

// One made-up report in which the form's sums hold, with the labels of some rows changed. Every expected number is one that
// the renderer printed in that row; nothing else is known of it.

const LAYOUTS: readonly Layout[] = ['html', 'nested html', 'markdown', 'pipes', 'tabs', 'spread tabs', 'tabbed lines']
const REPORT = madeUp(randomOf('unlabelled'), '2021')

/** The report with rows of its requests table changed; `null` leaves a row out. */
function withRows(change: (row: GridRow, code: string | undefined) => GridRow | null, report = REPORT): MadeUp {
  return mapGrids(report, (grid, table) =>
    table === 'requests' || table === 'proactive'
      ? grid.map((row) => change(row, row.find(({ labels }) => labels)?.labels)).filter((row) => row !== null)
      : grid,
  )
}

function labelled(labels: Readonly<Record<string, string>>, report = REPORT): MadeUp {
  return withRows(
    (row, code) => (code !== undefined && labels[code] !== undefined ? relabelled(row, labels[code]) : row),
    report,
  )
}

function figure(report: MadeUp, row: string, column: string, text: string): MadeUp {
  const typed = (cell: GridCell) => (cell.truth?.row === row && cell.truth.column === column ? { ...cell, text } : cell)
  return mapGrids(report, (grid) => grid.map((cells) => cells.map(typed)))
}

async function rowOf(report: MadeUp, layout: Layout, row: string): Promise<Cell[]> {
  const { source } = render(report, layout)
  const read = await readReport({ id: 'made-up', path: 'made-up', bytes: new TextEncoder().encode(source) })
  return Object.values(read.report.tables).flatMap((cells) => cells.filter((cell) => cell.row === row))
}

function printed(row: string): number[] {
  return [...REPORT.grids.requests, ...REPORT.grids.proactive]
    .flat()
    .flatMap(({ truth }) => (truth?.row === row && truth.value !== null ? [truth.value] : []))
}

const values = (cells: readonly Cell[]) => cells.map((cell) => cell.value)
const statuses = (cells: readonly Cell[]) => [...new Set(cells.map((cell) => cell.status))]

describe('a row whose label is not printed', () => {
  const rows = [
    'received_new',
    'granted',
    'denied.state_secret',
    'not_processed.repeat',
    'concluded_total',
    'carried_out',
  ]

  test.each(LAYOUTS)('%s: its figures are inferred where the sums leave no others', async (layout) => {
    for (const row of rows) {
      const cells = await rowOf(labelled({ [row]: '' }), layout, row)
      expect.soft(values(cells), row).toEqual(printed(row))
      expect.soft(statuses(cells), row).toEqual(['inferred'])
      expect.soft(cells[0]?.by?.[0], row).toMatch(/^requests\./)
    }
  })

  test('CSV: the same, behind the heading of its group and where the row has no words at all', async () => {
    // A CSV file keeps a column for each level of labels; a label that reaches over several leaves the others empty.
    for (const row of ['received_new', 'granted', 'unavailable.not_held', 'concluded_total']) {
      const bytes = new TextEncoder().encode(csvOf(labelled({ [row]: '' })))
      const { report } = await readReport({ id: 'made-up', path: 'made-up.csv', bytes })
      const cells = report.tables.requests.filter((cell) => cell.row === row)
      expect.soft(values(cells), row).toEqual(printed(row))
      expect.soft(statuses(cells), row).toEqual(['inferred'])
    }
  })

  test.each(LAYOUTS)('%s: they are candidates where the sums do not hold', async (layout) => {
    const report = figure(labelled({ 'not_processed.repeat': '' }), 'granted', 'business', '9999')
    const cells = await rowOf(report, layout, 'not_processed.repeat')
    expect(statuses(cells)).toEqual(['ambiguous'])
    expect(cells.map(({ candidates }) => candidates)).toEqual(printed('not_processed.repeat').map((value) => [value]))
  })

  test.each(LAYOUTS)('%s: they are candidates where the form has no sum for the row', async (layout) => {
    expect(statuses(await rowOf(labelled({ normative_documents: '' }), layout, 'normative_documents'))).not.toContain(
      'stated',
    )
  })

  test.each(LAYOUTS)('%s: nothing is said of two in a row, of which one may be another', async (layout) => {
    for (const row of ['not_processed.repeat', 'not_processed.publication']) {
      const report = labelled({ 'not_processed.repeat': '', 'not_processed.publication': '' })
      expect(statuses(await rowOf(report, layout, row))).toEqual(['ambiguous'])
    }
  })

  test.each(LAYOUTS)('%s: a row that is left out is absent, and its neighbours are read', async (layout) => {
    const report = withRows((row, code) => (code === 'carried_in' ? null : row))
    const { wrong, withheld, printed: all, read } = await readBack(report, render(report, layout))
    expect({ wrong, withheld, read }).toEqual({ wrong: [], withheld: 0, read: all })
  })
})

test('a unit with its figure alone on a line, in a text whose cells run together, is a row that lost its label', async () => {
  // Expected: 件3 is printed where 行政申诉数 is due, and nobody can tell that it is no row of its own; the others stand with their labels.
  const table = [
    '政府信息公开情况统计表',
    '指标名称计量单位数量',
    ...['主动公开信息数条116', '申请总数条6', '其中：1.当面申请数条1', '2.网上申请数条5', '对申请的答复总数条6'],
    ...['行政复议数件1', '行政诉讼数件2', ' 件3', '其中：对本部门首次处理不满意的行政申诉数件1'],
  ].join('\n')
  const bytes = new TextEncoder().encode(`云溪县2011年政府信息公开工作年度报告\n一、概述\n无。\n${table}\n`)
  const { report } = await readReport({ id: 'a', path: 'a.txt', bytes })
  const cell = report.tables.statistics?.find(({ row }) => row === 'appeals')
  expect([cell?.status, cell?.value]).toEqual(['ambiguous', null])
})

describe('a row whose label is damaged', () => {
  test.each(LAYOUTS)('%s: other words behind its own number are its label if the sums hold', async (layout) => {
    // Expected: the figures printed there; not stated, since reading order and the sums alone say whose they are.
    const report = labelled({ 'not_processed.repeat': '2.同一内容再次申请', concluded_total: '（七）全部' })
    for (const row of ['not_processed.repeat', 'concluded_total']) {
      const cells = await rowOf(report, layout, row)
      expect.soft(statuses(cells), row).toEqual(['inferred'])
      expect.soft(values(cells), row).toEqual(printed(row))
    }
  })

  test.each(LAYOUTS)('%s: the last one is read for a typing error or two', async (layout) => {
    // Behind the last row the narrative goes on, so that its label cannot be looked for between two others.
    for (const label of ['四、结转下年度继续办办理', '四、结转年度继续办理', '四、结转下年度某续办理']) {
      const cells = await rowOf(labelled({ carried_out: label }), layout, 'carried_out')
      expect.soft(values(cells), label).toEqual(printed('carried_out'))
      expect.soft(statuses(cells), label).toEqual(['stated'])
    }
  })

  test.each(LAYOUTS)(
    '%s: another label in its place may be another row, or the same in other words: withheld, not absent',
    async (layout) => {
      const report = labelled({ 'not_processed.repeat': '其中：涉及企业的申请' })
      expect(statuses(await rowOf(report, layout, 'not_processed.repeat'))).toEqual(['ambiguous'])
    },
  )
})

describe('a figure that cannot be read', () => {
  test.each(LAYOUTS)('%s: costs its own cell alone', async (layout) => {
    const cells = await rowOf(figure(REPORT, 'granted', 'business', '5某'), layout, 'granted')
    expect(cells.map(({ status }) => status)).toEqual(['stated', 'ambiguous', ...Array(5).fill('stated')])
    expect(cells[1]?.candidates).toEqual([])
  })

  test('is not taken for nothing in the sums', async () => {
    // A row without a label next to it: with 5某 read as nothing, the sums would leave other figures than those printed.
    const report = figure(labelled({ 'not_processed.repeat': '' }), 'granted', 'business', '5某')
    expect(statuses(await rowOf(report, 'html', 'not_processed.repeat'))).toEqual(['ambiguous'])
  })
})

describe('a header printed once more in mid-table', () => {
  test.each(LAYOUTS)('%s: costs no row, wherever it stands', async (layout) => {
    const header = REPORT.grids.requests.slice(0, 3)
    const first = REPORT.grids.requests.findIndex((row) => row.some(({ labels }) => labels === 'granted'))
    for (let at = first + 1; at < REPORT.grids.requests.length; at++) {
      const again = (grid: Grid): Grid => [...cutAbove(grid, at), ...header, ...grid.slice(at)]
      const report = mapGrids(REPORT, (grid, table) => (table === 'requests' ? again(grid) : grid))
      const { wrong, read, printed: all } = await readBack(report, render(report, layout))
      expect.soft({ wrong, read }, `before row ${at}`).toEqual({ wrong: [], read: all })
    }
  })

  /** The rows above a cut; what reached over it ends there. */
  function cutAbove(grid: Grid, at: number): Grid {
    return grid.slice(0, at).map((row, r) => row.map((cell) => ({ ...cell, rowspan: Math.min(cell.rowspan, at - r) })))
  }
})
