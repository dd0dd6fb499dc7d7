import { describe, expect, test } from 'vitest'
import { formCells } from '../src/forms/forms.js'
import { isTakenInBlocks } from '../src/loaders/in-order/blocks.js'
import type { OrderedFigure } from '../src/loaders/in-order/figures.js'
import { placings, type Shape } from '../src/loaders/in-order/placings.js'
import { readReport } from '../src/loaders/report.js'
import type { Cell, Report } from '../src/types.js'
import { type MadeUp, madeUp, truthsOf } from './support/made-up.js'
import { type Random, randomOf } from './support/random.js'

// Texts as `pdftotext` writes them of a page with tables: cells in blocks that empty lines part, labels apart from figures, a form feed
// behind each page. What is expected of each cell is what the made-up report prints; its sums hold, and it has no empty cells.

const SEED = process.env.GONGKAI_SEED ?? 'in order'
const WIDTH = 7

/** The figures of a table in the form's order, as printed. */
function figuresOf(report: MadeUp, table: 'requests' | 'remedies'): string[] {
  return truthsOf(report).flatMap((truth) => (truth.table === table ? truth.printed : []))
}

/** Rows of figures as blocks: each cell a block, or the cells of so many rows a column one. */
function blocksOf(figures: readonly string[], heights: (row: number) => number): string[] {
  const rows = figures.length / WIDTH
  const blocks: string[] = []
  for (let row = 0; row < rows; ) {
    const height = Math.min(heights(row), rows - row)
    for (let column = 0; column < WIDTH; column++)
      blocks.push(Array.from({ length: height }, (_, i) => figures[(row + i) * WIDTH + column]).join('\n'))
    row += height
  }
  return blocks
}

function pagesOf(report: MadeUp, requests: readonly string[], remedies = figuresOf(report, 'remedies')): string {
  const { tables } = report.form
  const [block] = tables.requests?.blocks ?? []
  const rows = block?.rows.flatMap(({ under, printed }) => [...under, printed]) ?? []
  const labels = [block?.article ?? '', ...(block?.header ?? []), ...rows]
  const half = Math.floor(requests.length / 2)
  const parts = [
    `${report.issuer}${report.year}年政府信息公开工作年度报告\n\n三、${tables.requests?.title}\n`,
    [...new Set(labels)].join('\n'),
    ...requests.slice(0, half),
    '1\n\f',
    ...requests.slice(half),
    `四、${tables.remedies?.title}`,
    '行政复议\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n\n行政诉讼\n未经复议直接起诉\n复议后起诉',
    ...remedies,
    '五、存在的主要问题及改进情况\n没有问题。\n\n2\n\f',
  ]
  return parts.join('\n\n')
}

interface Outcome {
  readonly printed: number
  readonly right: number
  readonly wrong: readonly string[]
}

async function outcomeOf(report: MadeUp, text: string): Promise<Outcome> {
  const read = await readText(text)
  const truths = truthsOf(report).filter(({ table }) => table !== 'proactive')
  const cellOf = ({ table, row, column }: (typeof truths)[number]): Cell | undefined =>
    read.tables[table]?.find((cell) => cell.row === row && cell.column === column)
  const isKnown = (cell: Cell | undefined) => cell !== undefined && !['ambiguous', 'absent'].includes(cell.status)
  const known = truths.filter((truth) => isKnown(cellOf(truth)))
  const wrong = known.filter((truth) => cellOf(truth)?.value !== truth.value)
  return {
    printed: truths.length,
    right: known.length - wrong.length,
    wrong: wrong.map((truth) => `${truth.row}/${truth.column}: ${cellOf(truth)?.value} for ${truth.printed}`),
  }
}

async function readText(text: string): Promise<Report> {
  const { report } = await readReport({ id: 'made-up', path: 'made-up.txt', bytes: new TextEncoder().encode(text) })
  return report
}

function anyReport(random: Random): MadeUp {
  return madeUp(random, random.pick(['2019', '2021']))
}

describe('a table whose figures stand in blocks apart from its labels', () => {
  test('is read whole by their order, row after row or column by column for several rows', async () => {
    const found: Outcome[] = []
    for (let i = 0; i < 12; i++) {
      const random = randomOf(SEED, 'whole', i)
      const report = anyReport(random)
      const heights = i % 2 === 0 ? () => 1 : () => random.pick([1, 1, 2, 3, 5])
      const blocks = blocksOf(figuresOf(report, 'requests'), heights)
      found.push(await outcomeOf(report, pagesOf(report, blocks)))
    }
    expect(found.flatMap(({ wrong }) => wrong)).toEqual([])
    // Noughts may leave several ways to read some rows, of which none is taken.
    expect(sumOf(found, 'right')).toBeGreaterThan(0.8 * sumOf(found, 'printed'))
  })

  test('is read with figures that are broken over lines, each in its block', async () => {
    const found: Outcome[] = []
    for (let i = 0; i < 6; i++) {
      const report = anyReport(randomOf(SEED, 'broken', i))
      const blocks = figuresOf(report, 'requests').map((figure) => figure.replace(/^(\d{2})(\d+)$/, '$1\n$2'))
      found.push(await outcomeOf(report, pagesOf(report, blocks)))
    }
    expect(found.flatMap(({ wrong }) => wrong)).toEqual([])
    expect(sumOf(found, 'right')).toBeGreaterThan(0.5 * sumOf(found, 'printed'))
  })

  test('gives no other number where a figure is lost or one too many, or two have changed places', async () => {
    const found: Outcome[] = []
    for (let i = 0; i < 20; i++) {
      const random = randomOf(SEED, 'damaged', i)
      const report = anyReport(random)
      const blocks = blocksOf(figuresOf(report, 'requests'), () => 1)
      const at = random.int(0, blocks.length - 2)
      const [one = '', two = ''] = blocks.slice(at)
      blocks.splice(at, 2, ...random.pick([[one], [one, '3', two], [two, one]]))
      const { wrong, ...rest } = await outcomeOf(report, pagesOf(report, blocks))
      // Two figures alike that change places leave the table as it was.
      found.push({ ...rest, wrong: one === two ? [] : wrong })
    }
    expect(found.flatMap(({ wrong }) => wrong)).toEqual([])
  })
})

function sumOf(found: readonly Outcome[], count: 'printed' | 'right'): number {
  return found.reduce((sum, one) => sum + one[count], 0)
}

describe('placings', () => {
  const shape: Shape = { rows: 1, columns: 3, sums: [{ left: [0, 1], right: [2] }], stacks: 'whole' }
  const figure = (value: number, line: number, more: Partial<OrderedFigure> = {}): OrderedFigure => ({
    value,
    text: String(value),
    from: 0,
    to: 0,
    line,
    left: 0,
    right: 1,
    isAlone: true,
    block: 0,
    set: 'digits',
    isBehindWords: false,
    lead: '',
    isBare: true,
    isOnly: true,
    mayBePage: false,
    ...more,
  })
  const values = (found: ReturnType<typeof placings>) => found.map((cells) => cells.map(({ value }) => value))

  test('trust no order of figures set in different ways that stand on several lines of a block', () => {
    const wide = { set: 'wide digits' } as const
    expect(values(placings([figure(0, 0), figure(4, 1), figure(4, 2)], shape))).toEqual([[0, 4, 4]])
    expect(values(placings([figure(0, 0), figure(4, 1, wide), figure(4, 2, wide)], shape))).toEqual([])
    const apart = [figure(0, 0), figure(4, 2, { ...wide, block: 1 }), figure(4, 4, { ...wide, block: 2 })]
    expect(values(placings(apart, shape))).toEqual([[0, 4, 4]])
  })

  test('know both orders of a row in whose midst words stand', () => {
    const row = [figure(0, 0), figure(2, 1), figure(2, 3, { isBehindWords: true })]
    expect(values(placings(row, shape))).toEqual([
      [0, 2, 2],
      [2, 0, 2],
    ])
  })
})

describe('text of pages', () => {
  test('is taken in blocks where no line keeps columns and figures stand alone', () => {
    const block = '规章\n\n0\n\n1\n\n6\n\n\f'
    expect(isTakenInBlocks(block)).toBe(true)
    expect(isTakenInBlocks(block.replace('\f', ''))).toBe(false)
    expect(isTakenInBlocks('规章     0    1    6\n行政许可     3\n\f')).toBe(false)
    expect(isTakenInBlocks('规章 0 1 6\n行政许可 3\n\f')).toBe(false)
  })

  test('withholds a row whose total a program wrote before another of its figures', async () => {
    const report = madeUp(randomOf(SEED, 'total'), '2021')
    const lines = formCells(report.form, 'requests')
      .filter(({ column }) => column.code === 'natural_person')
      .map(({ row }) => {
        const isTurned = row.code === 'granted'
        return `${row.printed}    ${isTurned ? '5  1  0  0  0  8  2' : '0  0  0  0  0  0  0'}`
      })
    const { requests, remedies } = report.form.tables
    const [block] = requests?.blocks ?? []
    const header = [block?.article ?? '', ...(block?.header ?? [])].join('\n')
    const text = `${report.issuer}2023年政府信息公开工作年度报告\n三、${requests?.title}\n${header}\n${lines.join('\n')}\n四、${remedies?.title}\n\f`
    const { tables } = await readText(text)
    const granted = tables.requests.filter(({ row }) => row === 'granted')
    expect(granted.map(({ status }) => status)).toEqual(Array(WIDTH).fill('ambiguous'))
    expect((await readText(text.replace('\f', ''))).tables.requests.find(({ row }) => row === 'granted')?.value).toBe(5)
  })
})
