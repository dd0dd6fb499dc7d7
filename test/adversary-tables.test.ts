import { describe, expect, test } from 'vitest'
import { lineOf, misled, pageOf, textOf, textPage } from './support/adversary.js'
import { type Grid, type GridCell, type GridRow, type MadeUp, madeUp, mapGrids } from './support/made-up.js'
import { readText } from './support/private-reports.js'
import { type Random, randomOf } from './support/random.js'

// Tables in another arrangement than the form's. What is expected of each cell is the number that its column and its row have on the
// page; where the page gives the form's cell no column or row, nothing is expected, and any number there would be wrong.

const SEEDS = [1, 2, 3]
const KINDS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']

const cellOf = (text: string, colspan = 1): GridCell => ({ text, colspan, rowspan: 1 })
const figuresOf = (row: GridRow) => row.filter((cell) => cell.truth !== undefined)
const isCode = (code: string) => (cell: GridCell) => cell.truth?.column === code

/** The table of requests under a header of one line, each row's figures and the header's labels put through a function. */
function withColumns(report: MadeUp, change: (cells: GridCell[], isHead: boolean) => GridCell[]): MadeUp {
  return mapGrids(report, (grid, table) => {
    if (table !== 'requests') return grid
    const rows = grid.slice(3).map((row) => [...row.filter((cell) => !cell.truth), ...change(figuresOf(row), false)])
    const head = change(
      KINDS.map((text) => cellOf(text)),
      true,
    )
    return [[cellOf('申请人情况', 3), ...head], ...rows]
  })
}

/** An empty cell in place of the truth: the form's cell is not on the page. */
const emptied = (cell: GridCell): GridCell =>
  cell.truth
    ? { ...cell, text: '', truth: { ...cell.truth, printed: '', value: null, status: 'blank' } }
    : { ...cell, text: '' }

describe('columns otherwise than the form has them', () => {
  const arranged: Record<string, (random: Random) => (cells: GridCell[], isHead: boolean) => GridCell[]> = {
    'the total first, by another name': () => (cells, isHead) => [
      isHead ? cellOf('合计') : (cells.at(-1) ?? cellOf('')),
      ...cells.slice(0, -1),
    ],
    'the total first, without a name': () => (cells, isHead) =>
      isHead ? cells.map(() => cellOf('')) : [...cells.slice(-1), ...cells.slice(0, -1)],
    'two exchanged': (random) => {
      const i = random.int(0, 4)
      return (cells) =>
        cells.map((cell, j) => (j === i ? (cells[i + 1] ?? cell) : j === i + 1 ? (cells[i] ?? cell) : cell))
    },
    'a share in place of one': (random) => (cells, isHead) => [
      ...cells.filter((cell) => !isCode('other_org')(cell) && !(isHead && cell.text === '其他')),
      cellOf(isHead ? '占比' : String(random.int(1, 99))),
    ],
    'none of totals': () => (cells, isHead) =>
      cells.filter((cell) => !(isHead ? cell.text === '总计' : isCode('total')(cell))),
    'a subtotal more, and empty cells': (random) => (cells, isHead) => {
      const gap = random.int(0, 6)
      const own = cells.map((cell, i) => (i === gap && !isHead ? emptied(cell) : cell))
      return [...own.slice(0, 1), cellOf(isHead ? '小计' : String(random.int(1, 99))), ...own.slice(1)]
    },
    'numbers of the rows, and empty cells': (random) => {
      let row = 0
      return (cells, isHead) => {
        const gap = random.int(0, 6)
        const own = cells.map((cell, i) => (i === gap && !isHead ? emptied(cell) : cell))
        return [cellOf(isHead ? '行次' : String(++row)), ...own]
      }
    },
  }
  test.each(Object.entries(arranged))('%s: no number is given to another column', async (_, arrange) => {
    for (const seed of SEEDS) {
      const random = randomOf(seed)
      const report = withColumns(madeUp(random, seed % 2 === 0 ? '2019' : '2021'), arrange(random))
      expect((await misled(report, pageOf(report))).wrong, `page, seed ${seed}`).toEqual([])
      const text = textPage(report, (grid) => grid.map((row) => row.map(textOf).join('\t')).join('\n'))
      expect((await misled(report, text)).wrong, `tabs, seed ${seed}`).toEqual([])
    }
  })

  test('a header in which a column has another name is read as far as the rows add up', async () => {
    const report = withColumns(madeUp(randomOf(4), '2021'), (cells, isHead) =>
      isHead ? cells.map((cell) => (cell.text === '商业企业' ? cellOf('企业') : cell)) : cells,
    )
    const { wrong, read, printed } = await misled(report, pageOf(report))
    expect({ wrong, read }).toEqual({ wrong: [], read: printed })
  })
})

const figureLine = (row: GridRow) => lineOf(figuresOf(row))
const labelLine = (row: GridRow) => lineOf(row.filter((cell) => cell.truth === undefined))

describe('labels and figures that stand apart', () => {
  const written: Record<string, (grid: Grid) => string> = {
    'labels first': (grid) =>
      [...grid.map(labelLine), ...grid.map(figureLine)].filter((line) => line !== '').join('\n'),
    'figures before their label': (grid) => grid.map((row) => `${figureLine(row)} ${labelLine(row)}`.trim()).join('\n'),
    'one column after the other': (grid) =>
      Array.from({ length: 10 }, (_, i) => grid.flatMap((row) => row[i]?.text ?? []).join('\n')).join('\n'),
    'the header behind': (grid) => [...grid.filter((row) => figureLine(row) !== ''), ...grid].map(lineOf).join('\n'),
  }
  test.each(Object.entries(written))('%s: no row is called empty or given the figures of another', async (_, write) => {
    for (const seed of SEEDS) {
      const report = madeUp(randomOf(seed), seed % 2 === 0 ? '2019' : '2021')
      expect((await misled(report, textPage(report, write))).wrong, `seed ${seed}`).toEqual([])
    }
  })
})

test('borders drawn with characters are borders', async () => {
  const lines = (grid: Grid) => grid.map((row) => `│${row.map(textOf).join('│')}│`).join('\n├────┼────┼────┤\n')
  for (const seed of SEEDS) {
    const report = madeUp(randomOf(seed), '2021')
    const { wrong, read, printed } = await misled(report, textPage(report, lines))
    expect({ wrong, read }, `seed ${seed}`).toEqual({ wrong: [], read: printed })
  }
})

test('of two rows of figures under one header neither is given, but a row that numbers the columns is none', async () => {
  const above = (row: (length: number) => string[]) =>
    mapGrids(madeUp(randomOf(5), '2021'), (grid, table) =>
      table === 'remedies' ? [...grid.slice(0, -1), row(15).map((text) => cellOf(text)), ...grid.slice(-1)] : grid,
    )
  const two = above((length) => Array.from({ length }, (_, i) => String(90 + i)))
  const found = await misled(two, pageOf(two))
  expect(found.wrong).toEqual([])
  expect(found.printed - found.read).toBe(15)
  const numbered = above((length) => Array.from({ length }, (_, i) => String(i + 1)))
  const { wrong, read, printed } = await misled(numbered, pageOf(numbered))
  expect({ wrong, read }).toEqual({ wrong: [], read: printed })
})

test('of two reports in one file, in two editions of the form, the first is read, and the other is noted', async () => {
  for (const [one, other] of [
    ['2019', '2021'],
    ['2021', '2019'],
  ] as const) {
    const [first, second] = [madeUp(randomOf(6), one), madeUp(randomOf(7), other)]
    const { wrong, read, printed, findings } = await misled(first, `${pageOf(first)}\n${pageOf(second)}`)
    expect({ wrong, read }).toEqual({ wrong: [], read: printed })
    expect(findings.filter(({ rule }) => rule === 'reading.second_table').length).toBeGreaterThanOrEqual(3)
  }
})

describe("an earlier year's or sample tables before the report's own", () => {
  // Expected: the numbers of the tables whose caption gives them to the reporting year.
  const tablesOf = (page: string) => page.match(/<table>.*?<\/table>/gs) ?? []
  const captions: [string, string][] = [
    ['上年度（2022年）办理情况', '本年度办理情况'],
    ['去年情况', '今年情况'],
    ['2022年情况', '2023年情况'],
    ['（样表）', '（填报数）'],
  ]
  test.each(captions)('%s, then %s', async (then, now) => {
    for (const seed of SEEDS) {
      const form = seed % 2 === 0 ? '2019' : '2021'
      const [own, earlier] = [madeUp(randomOf(seed), form), madeUp(randomOf(seed + 10), form)]
      const tables = tablesOf(pageOf(earlier))
      const page = pageOf(own).replaceAll('<table>', () => `<p>${then}</p>${tables.shift()}<p>${now}</p><table>`)
      const { wrong, read, printed, findings } = await misled(own, page)
      expect({ wrong, read }, `seed ${seed}`).toEqual({ wrong: [], read: printed })
      expect(findings.filter(({ rule }) => rule === 'reading.second_table')).toHaveLength(3)
    }
  })
})

test("the rows of an earlier year's tables, a cell a line, say nothing in sentences", async () => {
  // Expected: what the report says without them; a row may read like a sentence (…不再处理其政府信息公开申请 7).
  const inLines = (report: MadeUp) =>
    textPage(report, (grid) => grid.flatMap((row) => row.map(({ text }) => text).filter(Boolean)).join('\n'))
  const said = async (source: string) =>
    (await readText(source)).report.statements.map(({ key, value, at }) => ({ key, value, at }))
  for (const seed of SEEDS) {
    const form = seed % 2 === 0 ? '2019' : '2021'
    const [own, earlier] = [madeUp(randomOf(seed), form), madeUp(randomOf(seed + 10), form)].map(inLines)
    const tables = earlier?.slice(earlier.indexOf('三、'), earlier.indexOf('五、')) ?? ''
    expect(tables).toMatch(/申请\n\d/)
    const end = own?.indexOf('五、') ?? 0
    const both = `${own?.slice(0, end)}\n上年度办理情况\n${tables.replace(/^三、.*$/m, '')}`
    expect(await said(both), `seed ${seed}`).toEqual(await said(own?.slice(0, end) ?? ''))
  }
})

test('on one line, a row before one that lost its label does not take the figures of both for its own', async () => {
  // Expected: of the first row only its last figure is printed, of the second all but the middle one; nothing tells whose they are.
  const isOf = (row: string) => (cell: GridCell) => cell.truth?.row === row
  for (const seed of SEEDS) {
    const report = mapGrids(madeUp(randomOf(seed), '2021'), (grid) =>
      grid.map((row) => {
        if (row.some(isOf('regulations')))
          return row.map((cell) => (isCode('in_force')(cell) ? cell : emptyIfFigure(cell)))
        if (!row.some(isOf('normative_documents'))) return row
        return row.map((cell) => (isCode('repealed')(cell) || !cell.truth ? emptied(cell) : cell))
      }),
    )
    const source = textPage(report, (grid) => grid.map(lineOf).filter(Boolean).join(' ')).replaceAll('\n', ' ')
    expect((await misled(report, source)).wrong, `seed ${seed}`).toEqual([])
  }
})

const emptyIfFigure = (cell: GridCell): GridCell => (cell.truth ? emptied(cell) : cell)

describe('a table of one row whose header ends a page', () => {
  // Expected: the numbers of the row, which has a cell for each column of the header; what stands between are the ends of two pages.
  const between = {
    'the number of the page': '</table><p>3</p><table>',
    'an empty part of the row': '<tr><td colspan="15"></td></tr></table><hr><table>',
    'what a browser prints': '</table><p>http://www.example.gov.cn/1.html 4/7</p><hr><p>2024/1/22 14:18</p><table>',
  }
  test.each(Object.entries(between))('%s', async (_, cut) => {
    for (const seed of SEEDS) {
      const report = madeUp(randomOf(seed), seed % 2 === 0 ? '2019' : '2021')
      const page = pageOf(report)
      const row = page.lastIndexOf('<tr>')
      const { wrong, read, printed } = await misled(report, page.slice(0, row) + cut + page.slice(row))
      expect({ wrong, read }, `seed ${seed}`).toEqual({ wrong: [], read: printed })
    }
  })
})

test('the last row of each table is read at the head of the next page of a browser', async () => {
  // Expected: all numbers printed; what stands between are the address, the time and the title that a browser prints on each page.
  const between =
    '</table><p>http://www.example.gov.cn/zwgk/nb/2023/index_1.html 4/7</p><hr><p>2024/1/22 14:18 云溪县人民政府2023年政府信息公开工作年度报告</p><table>'
  for (const seed of SEEDS) {
    const report = madeUp(randomOf(seed), seed % 2 === 0 ? '2019' : '2021')
    const page = pageOf(report).replaceAll(/<tr>(?:(?!<tr>).)*<\/table>/gs, (last) => between + last)
    const { wrong, read, printed } = await misled(report, page)
    expect({ wrong, read }, `seed ${seed}`).toEqual({ wrong: [], read: printed })
  }
})

test('an amount under a line that names another unit is not taken as 万元', async () => {
  // Expected: withheld, for the number printed is one of 元.
  const report = madeUp(randomOf(12), '2021')
  const page = pageOf(report)
    .replace('本年收费金额(单位:万元)', '本年收费金额')
    .replace('<table>', '<p>单位：元</p><table>')
  const { wrong, read, printed } = await misled(report, page, new Set(['proactive/fees/amount']))
  expect({ wrong, read }).toEqual({ wrong: [], read: printed })
})
