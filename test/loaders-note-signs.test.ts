import { describe, expect, test } from 'vitest'
import { cellsOf, formById } from '../src/forms/forms.js'
import { readText } from './support/private-reports.js'

// Expected values: the figures that the tables below print, made up for these tests.

const ROWS = formById('2014')?.tables.statistics?.blocks[0]?.rows.filter(({ unit }) => unit !== undefined) ?? []

/** The rows of the old form with 100, 101 … as figures; the label of one with something behind it. */
function printed(code: string, behind: string, figure: (i: number) => string = (i) => String(100 + i)) {
  return ROWS.map((row, i) => [
    row.printed + (row.code === code ? behind : ''),
    row.unit ?? '',
    row.code === code ? figure(i) : String(100 + i),
  ])
}

const html = (rows: readonly (readonly string[])[]) =>
  `<html><body><p>政府信息公开情况统计表</p><table><tr><td>统计指标</td><td>单位</td><td>统计数</td></tr>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</table></body></html>`
const tabs = (rows: readonly (readonly string[])[]) =>
  `云溪县政府信息公开情况统计表\n统计指标\t单位\t统计数\n${rows.map((row) => row.join('\t')).join('\n')}\n`

async function cellOf(text: string, code: string) {
  const { report } = await readText(text)
  return cellsOf(report, 'statistics').find(({ row }) => row === code)
}

describe('the sign of a note in a label’s own cell', () => {
  const codes = ['interpretations', 'complaints', 'normative_made']
  for (const sign of ['1', ' 12', '*', '①', '[2]', '（3）', '注1'])
    test(`${sign} is passed over: the figure is that of the row’s own cell`, async () => {
      for (const code of codes)
        for (const layout of [html, tabs]) {
          const due = 100 + ROWS.findIndex((row) => row.code === code)
          expect(await cellOf(layout(printed(code, sign)), code)).toMatchObject({ value: due, status: 'stated' })
        }
    })

  test('a longer figure there is no note and not the row’s figure: withheld', async () => {
    const cell = await cellOf(html(printed('complaints', '2013')), 'complaints')
    expect(cell).toMatchObject({ value: null, status: 'ambiguous' })
  })

  test('where the row’s own cell is empty it may be the figure: withheld, not called blank', async () => {
    const cell = await cellOf(html(printed('complaints', ' 7', () => '')), 'complaints')
    expect(cell).toMatchObject({ value: null, status: 'ambiguous' })
  })

  test('a row that has no other cell has its figure there', async () => {
    const { code, printed: label, unit } = ROWS.find((row) => row.code === 'complaints') ?? ROWS[0] ?? {}
    const rows = printed('', '').map((row) => (row[0] === label ? [`${label}${unit}7`] : row))
    expect(await cellOf(tabs(rows), code ?? '')).toMatchObject({ value: 7, status: 'stated' })
  })
})

test('a short label with a note behind it is found, joined to its figures by blanks alone', async () => {
  const label = '（七）总计注1'
  const rows = formById('2019')?.tables.requests?.blocks[0]?.rows ?? []
  const lines = rows.map((row) => `${row.code === 'concluded_total' ? label : row.printed} 2 0 0 0 0 0 2`)
  const head = '三、收到和处理政府信息公开申请情况\n自然人 商业企业 科研机构 社会公益组织 法律服务机构 其他 总计\n'
  const { report } = await readText(`云溪县2020年政府信息公开工作年度报告\n${head}${lines.join('\n')}\n`)
  const total = cellsOf(report, 'requests').filter(({ row }) => row === 'concluded_total')
  expect(total.map(({ value }) => value)).toEqual([2, 0, 0, 0, 0, 0, 2])
})

test('one cell a line: a figure on the label’s own line above another figure is not taken for the row’s', async () => {
  const lines = (licences: string) => [
    '云溪县2022年政府信息公开工作年度报告',
    '二、主动公开政府信息情况',
    ...['第二十条第（一）项', '信息内容', '本年制发件数', '本年废止件数', '现行有效件数', '规章', '0', '0', '0'],
    ...['行政规范性文件', '3', '1', '9', '第二十条第（五）项', '信息内容', '本年处理决定数量', licences, '415'],
    ...['第二十条第（六）项', '信息内容', '本年处理决定数量', '行政处罚', '31', '行政强制', '6'],
    ...['第二十条第（八）项', '信息内容', '本年收费金额（单位：万元）', '行政事业性收费', '0'],
  ]
  const decisions = async (licences: string) => {
    const { report } = await readText(`${lines(licences).join('\n')}\n`)
    const cells = cellsOf(report, 'proactive').filter(({ column }) => column === 'decisions')
    return cells.map(({ value, status }) => (status === 'stated' ? value : status))
  }
  expect(await decisions('行政许可')).toEqual([415, 31, 6])
  expect((await decisions('行政许可 2'))[0]).toBe('ambiguous')
})
