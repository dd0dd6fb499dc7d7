import { describe, expect, test } from 'vitest'
import { cellsOf, formById } from '../src/forms/forms.js'
import { addsUpButForOneMisprint } from '../src/loaders/search/misprints.js'
import type { Cell, Report, TableName } from '../src/types.js'
import { type GridCell, type MadeUp, madeUp, truthsOf } from './support/made-up.js'
import { readText } from './support/private-reports.js'
import { randomOf } from './support/random.js'

// Tables that could be read wrongly without a word. What is expected of each cell is the figure that the page prints there, and
// that no value, and no emptiness, is given where it cannot be told.

interface Line {
  readonly table: TableName
  readonly label: string
  readonly figures: readonly string[]
  /** Code of its row; none for headings. */
  readonly row: string | undefined
}

const TABLES: readonly TableName[] = ['proactive', 'requests']
const TITLE = '云溪县人民政府2023年政府信息公开工作年度报告'
const HEAD = [
  '三、收到和处理政府信息公开申请情况',
  '申请人情况',
  '自然人 法人或其他组织 总计',
  '商业企业 科研机构 社会公益组织 法律服务机构 其他',
]

/** The lines of a made-up report's tables; headings and headers have no label of a row. */
function linesOf(report: MadeUp): Line[] {
  return TABLES.flatMap((table) =>
    report.grids[table].map((row: readonly GridCell[]): Line => {
      const figures = row.flatMap((cell) => (cell.truth ? [cell.text] : []))
      const labels = row.filter((cell) => cell.truth === undefined).map(({ text }) => text)
      const code = row.find((cell) => cell.truth)?.truth?.row
      return { table, label: figures.length > 0 ? (labels.at(-1) ?? '') : labels.join(' '), figures, row: code }
    }),
  )
}

async function read(lines: readonly string[]): Promise<Report> {
  return (await readText([TITLE, ...lines].join('\n'))).report
}

/** Cells that are given another number than is printed, or called empty where one is. */
function wrongIn(report: MadeUp, found: Report): string[] {
  return truthsOf(report)
    .filter(({ table, status }) => TABLES.includes(table) && status === 'stated')
    .flatMap(({ table, row, column, value }) => {
      const cell = (found.tables[table] ?? []).find((one: Cell) => one.row === row && one.column === column)
      const silent = cell?.status === 'blank' || cell?.status === 'nil' || (cell?.value ?? value) !== value
      return silent ? [`${table}/${row}/${column}: ${value} read as ${cell?.status} ${cell?.value}`] : []
    })
}

describe('figures printed before the rest of their label', () => {
  const between = { 'on one line': ' ', 'on a line of their own': '\n' }
  test.each(Object.entries(between))('are withheld or read, never called empty: %s', async (_, blank) => {
    for (const form of ['2019', '2021']) {
      const random = randomOf(form === '2019' ? 5 : 6)
      const report = madeUp(random, form)
      const lines = linesOf(report)
      for (const [i, torn] of lines.entries()) {
        if (torn.figures.length === 0) continue
        const cut = random.int(1, torn.label.length - 1)
        const page = lines.map(({ label, figures }, j) =>
          j === i
            ? [label.slice(0, cut), figures.join(' '), label.slice(cut)].join(blank)
            : [label, ...figures].join(' '),
        )
        expect(wrongIn(report, await read([...HEAD.slice(0, 1), ...page]))).toEqual([])
      }
    }
  })
})

describe('digits of several cells run together', () => {
  const glued = (lines: readonly Line[], change: (line: Line, i: number) => string) =>
    lines.map((line, i) => (line.figures.length === 0 ? line.label : change(line, i))).join('')
  const of = (cells: readonly Cell[], row: string) =>
    cells.filter((cell) => cell.row === row).map(({ status, value }) => value ?? status)

  test('are not given where the label of the next row is lost, so that they may be the figures of both', async () => {
    const report = madeUp(randomOf(2), '2021')
    const lines = linesOf(report).filter(({ table }) => table === 'proactive')
    const figuresOf: Readonly<Record<string, string>> = { 规章: '001', 行政处罚: '4', 行政强制: '77' }
    const page = (lost: readonly string[]) =>
      read([
        glued(lines, ({ label, figures }) => {
          const digits = figuresOf[label] ?? figures.map(() => '0').join('')
          return `${lost.includes(label) ? '' : label}${label === '行政规范性文件' ? '024' : digits}`
        }),
      ])
    const whole = (await page([])).tables.proactive
    expect([of(whole, 'regulations'), of(whole, 'penalties')]).toEqual([[0, 0, 1], [4]])
    const torn = (await page(['行政规范性文件', '行政强制'])).tables.proactive
    expect([of(torn, 'regulations'), of(torn, 'penalties')]).toEqual([
      ['ambiguous', 'ambiguous', 'ambiguous'],
      ['ambiguous'],
    ])
  })

  test('are not given by a total that may be misprinted, where no other row confirms the cut', async () => {
    const report = madeUp(randomOf(2), '2021')
    const lines = linesOf(report).filter(({ table }) => table === 'requests')
    const page = (lost: string, granted: string) =>
      read([
        HEAD.join(''),
        glued(lines, ({ label, figures }) => {
          const digits = label.startsWith('(一)予以') ? granted : figures.map(() => '0').join('')
          return (label.includes(lost) ? '' : label) + digits
        }),
      ])
    // 32 3 0 0 0 0 26, printed with 32 for 23; 3 + 23 is 26 as well.
    expect(of((await page('上年结转', '323000026')).tables.requests, 'granted')).toEqual(Array(7).fill('ambiguous'))
    // Nothing but 80 and 1 makes 81, and no single slip makes another sum of these digits.
    expect(of((await page('上年结转', '9030000093')).tables.requests, 'granted').slice(0, 1)).not.toContain('stated')
  })

  test('are not given in the last row either where a letter touches them', async () => {
    const report = madeUp(randomOf(2), '2021')
    const lines = linesOf(report).filter(({ table }) => table === 'requests')
    const page = async (last: string) => {
      const rows = glued(lines, ({ label, figures }) => {
        return label + (label.startsWith('四、') ? last : figures.map(() => '0').join(''))
      })
      const { tables } = await read([`${HEAD.join('')}${rows}四、政府信息公开行政复议、行政诉讼情况`])
      return of(tables.requests, 'carried_out')
    }
    expect(await page('0001001')).toEqual([0, 0, 0, 1, 0, 0, 1])
    expect(await page('0001001某')).toEqual(Array(7).fill('ambiguous'))
  })

  test('add up but for one misprint', () => {
    const sums = [{ total: 2, parts: [0, 1] }]
    const slips: [number, number, number][] = [
      [32, 3, 26],
      [32, 3, 25],
      [3, 3, 26],
      [12, 23, 34],
      [12, 23, 53],
      [12, 23, 3],
    ]
    expect(slips.map((reading) => addsUpButForOneMisprint(reading, sums))).toEqual(slips.map(() => true))
    expect(
      [
        [12, 23, 35],
        [12, 23, 88],
        [100, 3, 26],
      ].map((reading) => addsUpButForOneMisprint(reading, sums)),
    ).toEqual([false, false, false])
  })
})

describe('of two rows one lost, the other mistyped', () => {
  test.each(['\t', ' '])('the figures are never given to the lost one: parted by %j', async (border) => {
    const report = madeUp(randomOf(12), '2019')
    const lines = linesOf(report).filter(({ table }) => table === 'requests')
    const rows = lines.flatMap(({ figures }, i) => (figures.length > 0 ? [i] : []))
    const pairs = rows.slice(0, 4).flatMap((lost, k) => [rows[k - 1], rows[k + 1]].map((other) => ({ lost, other })))
    let given = 0
    for (const { lost, other } of pairs) {
      const label = lines[other ?? -1]?.label
      if (label === undefined) continue
      for (let at = 2; at < 9; at++) {
        const mistyped = label.slice(0, at) + label[at] + label.slice(at)
        const page = lines
          .map((line, i) => (i === other ? { ...line, label: mistyped } : line))
          .filter((_, i) => i !== lost)
          .map((line) => [line.label, ...line.figures].join(border))
        const found = await read([...HEAD, ...page])
        const row = lines[lost]?.row
        expect(found.tables.requests.filter((cell) => cell.row === row && cell.value !== null)).toEqual([])
        expect(wrongIn(report, found).filter((one) => !one.includes(`/${row}/`))).toEqual([])
        given += found.tables.requests.filter(({ status }) => status === 'stated').length
      }
    }
    expect(given).toBeGreaterThan(7 * 7 * 7 * (rows.length - 3))
  })
})

describe('a row broken over several rows of a table', () => {
  test.each(['/', ''])('is not called empty for its first cell: %s', async (first) => {
    const report = madeUp(randomOf(2), '2021')
    const lines = linesOf(report).filter(({ table }) => table === 'requests')
    const row = (cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
    const rows = lines.map(({ label, figures }) =>
      label.includes('部分公开')
        ? [[label, first], ...figures.slice(1).map((figure) => [figure])].map(row).join('')
        : row([label, ...figures]),
    )
    const found = await readText(
      `<html><body><p>${TITLE}</p><p>${HEAD[0]}</p><table>${rows.join('')}</table></body></html>`,
    )
    const cells = found.report.tables.requests.filter((cell) => cell.row === 'partially_granted')
    expect(new Set(cells.map(({ status }) => status))).toEqual(new Set(['ambiguous']))
    expect(found.report.tables.requests.filter(({ status }) => status === 'stated').length).toBeGreaterThan(100)
  })
})

test('the number of a page below a row without figures is no figure of it, where the unit stands on the label’s line', async () => {
  const rows = formById('2014')?.tables.statistics?.blocks[0]?.rows ?? []
  const lines = rows.map(({ printed, label, unit }) => `${printed || label} ${unit ?? ''}`)
  const table = ['政府信息公开情况统计表', '统计指标 单位 统计数']
  for (const at of [5, 20, rows.length - 2]) {
    const report = await read([...table, ...lines.slice(0, at), '4', ...lines.slice(at)])
    expect(report.report.forms.statistics).toBe('2014')
    expect(cellsOf(report, 'statistics').filter(({ value }) => value !== null)).toEqual([])
  }
})

describe('a figure alone below a row of an empty table', () => {
  const table = (header: readonly string[]) => [
    '二、主动公开政府信息情况',
    ...header,
    '规章',
    '行政规范性文件',
    '第二十条第（五）项',
    '信息内容  本年处理决定数量',
    '行政许可',
    '5',
    '第二十条第（六）项',
    '信息内容  本年处理决定数量',
    '行政处罚',
    '行政强制',
  ]

  test('may be the number of a page, where labels of a header share a line', async () => {
    const report = await read(table(['第二十条第（一）项', '信息内容  本年制发件数  本年废止件数  现行有效件数']))
    const licences = cellsOf(report, 'proactive').filter(({ row }) => row === 'licences')
    expect(licences.map(({ value, status }) => [value, status])).toEqual([[null, 'ambiguous']])
  })

  test('is its figure, where every cell has a line of its own', async () => {
    const lines = table(['第二十条第（一）项', '信息内容', '本年制发件数', '本年废止件数', '现行有效件数'])
    const report = await read(lines.flatMap((line) => line.split('  ')))
    const licences = cellsOf(report, 'proactive').filter(({ row }) => row === 'licences')
    expect(licences.map(({ value, status }) => [value, status])).toEqual([[5, 'stated']])
  })
})
