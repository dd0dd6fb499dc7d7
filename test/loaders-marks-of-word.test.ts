import { describe, expect, it } from 'vitest'
import { cellsOf, type Form, formById } from '../src/forms/forms.js'
import { decode } from '../src/loaders/decode.js'
import { readText } from './support/private-reports.js'

// Characters that are not to be seen, in and about cells, and tables whose cells stand in unusual order. What is expected is what the
// sources below print; where a figure may be another, no value may be given.

const TITLE = '云溪县水利局2016年政府信息公开工作年度报告'
const HEAD = ['指标名称', '计量单位', '数量']

function statisticsRows(id: string) {
  const form = formById(id as Form['form'])
  return (form?.tables.statistics?.blocks ?? []).flatMap(({ rows }) => rows)
}

const htmlOf = (rows: readonly (readonly string[])[]) =>
  `<p>${TITLE}</p><table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`
const tabsOf = (rows: readonly (readonly string[])[]) => `${TITLE}\n${rows.map((row) => row.join('\t')).join('\n')}\n`

async function statistics(source: string) {
  const { report } = await readText(source)
  return { form: report.report.forms.statistics, cells: cellsOf(report, 'statistics') }
}

describe('characters that are not to be seen', () => {
  const rows = statisticsRows('2014')
  const dressed = (dress: (figure: string) => string) => [
    HEAD,
    ...rows.map(({ printed, unit = '' }, i) => [printed, unit, dress(String(12 + i))]),
  ]

  it.each([
    ['a soft hyphen behind', (one: string) => `${one}\u00ad`],
    ['a soft hyphen and a mark without width behind', (one: string) => `${one}\u00ad\u200b`],
    ['the marks of a stretch from left to right', (one: string) => `\u202d${one}\u202c`],
    ['marks that isolate it', (one: string) => `\u2066${one}\u2069`],
    ['a joiner within', (one: string) => `${one[0]}\u034f${one.slice(1)}`],
    ['blanks of other scripts around', (one: string) => `\u3164${one}\u2800`],
  ])('leave a figure as it is: %s', async (_, dress) => {
    for (const write of [htmlOf, tabsOf]) {
      const { cells } = await statistics(write(dressed(dress)))
      expect(cells.map(({ value }) => value)).toEqual(rows.map((__, i) => 12 + i))
    }
  })

  it.each([
    ['a soft hyphen before, which may be drawn as a minus sign', (one: string) => `\u00ad${one}`],
    ['a soft hyphen within', (one: string) => `${one[0]}\u00ad${one.slice(1)}`],
    ['a mark that turns the order round', (one: string) => `\u202e${one}\u202c`],
  ])('that may change a figure keep it withheld, and never empty: %s', async (_, dress) => {
    for (const write of [htmlOf, tabsOf]) {
      const { cells } = await statistics(write(dressed(dress)))
      expect([...new Set(cells.map(({ status }) => status))]).toEqual(['ambiguous'])
    }
  })

  it('an illegible figure in a table with a head of another is not an empty cell', async () => {
    const source = htmlOf([
      ['指标名称', '计量单位', '甲所'],
      ...rows.map(({ printed, unit = '' }, i) => [printed, unit, `${12 + i}§`]),
    ])
    const { cells } = await statistics(source)
    expect(cells.filter(({ status }) => status === 'blank')).toEqual([])
  })
})

describe('Word’s own marks in a text', () => {
  const proactive = [
    ['第二十条第（一）项'],
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['规章', '80', '2', '13'],
    ['行政规范性文件', '94', '5', '126'],
    ['第二十条第（五）项'],
    ['信息内容', '本年处理决定数量'],
    ['行政许可', '237'],
    ['第二十条第（六）项'],
    ['信息内容', '本年处理决定数量'],
    ['行政处罚', '118'],
    ['行政强制', '29'],
    ['第二十条第（八）项'],
    ['信息内容', '本年收费金额（单位：万元）'],
    ['行政事业性收费', '6.5'],
  ]
  const FIGURES = [80, 2, 13, 94, 5, 126, 237, 118, 29, 6.5]
  const report = (table: string) =>
    `云溪县水利局2023年政府信息公开工作年度报告\n一、总体情况\n平稳。\n二、主动公开政府信息情况\n${table}\n三、其他\n无。\n`
  const values = async (table: string) =>
    cellsOf((await readText(report(table))).report, 'proactive').map(({ value }) => value)

  it.each([
    ['\\x07', '\u0007'],
    ['a paragraph’s end and \\x07', '\r\u0007'],
  ])('%s is the border of a cell, and two of a row', async (_, mark) => {
    const table = proactive.map((row) => row.map((cell) => cell + mark).join('') + mark).join('')
    expect(await values(table)).toEqual(FIGURES)
  })

  it('an empty cell, whose mark looks like the end of a row, gives no figure to another column', async () => {
    const table = proactive
      .map((row) => row.map((cell) => (cell === '5' ? '' : cell)))
      .map((row) => `${row.map((cell) => `${cell}\u0007`).join('')}\u0007`)
      .join('')
    const found = cellsOf((await readText(report(table))).report, 'proactive').filter(
      ({ row }) => row === 'normative_documents',
    )
    expect(found.filter(({ column, value }) => value !== null && value !== (column === 'made' ? 94 : 126))).toEqual([])
    expect(found.find(({ column }) => column === 'repealed')?.value).toBeNull()
  })

  it('\\x0b is a line’s end within a label', async () => {
    const table = proactive.map(([label = '', ...rest]) =>
      [`${label.slice(0, 3)}\u000b${label.slice(3)}`, ...rest].join('\t'),
    )
    expect(await values(table.join('\n'))).toEqual(FIGURES)
  })

  it('other control characters are no text', () => {
    const bytes = new TextEncoder().encode(`${TITLE}\u0001\u0002\u0003\u0004`)
    expect(() => decode(bytes)).toThrow('binary data')
  })
})

describe('forms of statistics', () => {
  it('of 2008 whose labels lack the final 数 are that form, in whatever borders', async () => {
    const rows = statisticsRows('2008')
    const bare = rows.map(({ printed, unit = '' }, i) => [printed.replace(/(?<!总|人)数$/, ''), unit, String(41 + i)])
    for (const write of [htmlOf, tabsOf]) {
      const { form, cells } = await statistics(write([HEAD, ...bare]))
      expect(form).toBe('2008')
      expect(cells.map(({ value }) => value)).toEqual(rows.map((_, i) => 41 + i))
    }
  })

  it('in two halves side by side with a line for each cell is read half by half', async () => {
    const rows = statisticsRows('2014').map(({ printed, unit = '' }, i) => [
      printed,
      unit,
      i % 9 === 4 ? '' : String(41 + i),
    ])
    const half = rows.length / 2
    const lines = [
      HEAD.concat(HEAD),
      ...rows.slice(0, half).map((row, i) => row.concat(rows[half + i] ?? ['', '', ''])),
    ]
    const { cells } = await statistics(
      `${TITLE}\n\n${lines.map((row) => row.join('\n')).join('\n\n')}\n\n云溪县水利局\n`,
    )
    expect(cells.map(({ value }) => value)).toEqual(rows.map((_, i) => (i % 9 === 4 ? null : 41 + i)))
  })
})

describe('borders of several kinds', () => {
  const table = (fees: string, bought: string) =>
    `云溪县水利局2020年政府信息公开工作年度报告\n二、主动公开政府信息情况\n第二十条第（一）项\n信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n规章\t1\t2\t3\n规范性文件\t4\t5\t6\n第二十条第（五）项\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t7\t8\t9\n其他对外管理服务事项\t10\t11\t12\n第二十条第（六）项\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政处罚\t13\t14\t15\n行政强制\t16\t17\t18\n第二十条第（八）项\n信息内容\t上一年项目数量\t本年增/减\n行政事业性收费${fees}\n第二十条第（九）项\n信息内容\t采购项目数量\t采购总金额\n政府集中采购${bought}\n三、其他\n`
  const procurement = async (fees: string, bought: string) =>
    cellsOf((await readText(table(fees, bought))).report, 'proactive')
      .filter(({ row }) => row === 'procurement')
      .map(({ status }) => status)

  it('where blanks part figures of one row, a tab in another does not show which cell is empty', async () => {
    expect(await procurement('　3　-2', '\u2003 \t581\t')).toEqual(['ambiguous', 'ambiguous'])
  })

  it('where tabs are all there is, it does', async () => {
    expect(await procurement('\t3\t2', '\t\t581')).toEqual(['blank', 'stated'])
  })
})
