import { describe, expect, it } from 'vitest'
import { cellsOf, type Form, formById } from '../src/forms/forms.js'
import type { Cell, TableName } from '../src/types.js'
import { readText } from './support/private-reports.js'

// Tables with other columns beside the form's, or with fewer. Rows are those of the form; the figures are made of the numbers of row and
// column, so that none stands in two columns of a row, and what is expected is what was printed in the form's own column, or nothing.

type Layout = (rows: readonly (readonly string[])[]) => string
const html: Layout = (rows) =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`
const LAYOUTS: Readonly<Record<string, Layout>> = {
  html,
  tabs: (rows) => rows.map((row) => row.join('\t')).join('\n'),
  pipes: (rows) => rows.map((row) => `| ${row.join(' | ')} |`).join('\n'),
}

function form(id: string): Form {
  const found = formById(id as Form['form'])
  if (found === undefined) throw new Error(`no form ${id}`)
  return found
}

function rowsOf(edition: Form, table: TableName) {
  return (edition.tables[table]?.blocks ?? []).flatMap(({ rows }) => rows)
}

const figure = (row: number, column: number) => 3 + row + 100 * column

async function cells(source: string, table: TableName): Promise<readonly Cell[]> {
  return cellsOf((await readText(source)).report, table)
}

const page = (year: number, table: string) =>
  `云溪县水利局${year}年政府信息公开工作年度报告\n一、概述\n逐月核对公开目录。\n附件：政府信息公开情况统计表\n${table}\n云溪县水利局\n`

async function statistics(id: string, layout: string, heads: readonly (readonly string[])[], count: number) {
  const edition = form(id)
  const rows = rowsOf(edition, 'statistics')
  const body = rows.map((row, i) => [
    row.printed,
    row.unit ?? '',
    ...Array.from({ length: count }, (_, column) => String(figure(i, column))),
  ])
  const write = LAYOUTS[layout] ?? html
  const found = await cells(page(2016, write([...heads, ...body])), 'statistics')
  return { rows, read: rows.map(({ code }) => found.find((cell) => cell.row === code)) }
}

const one = (...heads: string[]) => [['指标名称', '计量单位', ...heads]]
/** A head above several, with its further places empty, as pipes and tabs leave them. */
const two = (group: string, ...heads: string[]) => [
  ['指标名称', '计量单位', group, ...heads.slice(1).map(() => '')],
  ['', '', ...heads],
]

describe('a statistics table with other columns beside that of the year', () => {
  it.each([
    [one('2015年', '2016年'), 1],
    [one('2016年度', '2015年度', '2014年度'), 0],
    [one('上年', '本年'), 1],
    [one('上年数', '本年数', '增减'), 1],
    [one('本年数', '同比（%）'), 0],
    [one('数量', '比上年增长'), 0],
    [one('统计数', '上年数'), 0],
    [one('行次', '数量'), 1],
    [one('数量', '占比', '上年总计'), 0],
    [one('合计', '区政府', '区直单位', '乡镇街道'), 0],
    [one('上半年', '下半年', '全年'), 2],
    [two('数量', '2015年度', '2016年度'), 1],
    [two('填报单位', '机关', '下属单位', '合计'), 2],
  ] as const)('%j: the year’s, or the sum, is read', async (heads, own) => {
    for (const id of ['2008', '2014'])
      for (const layout of Object.keys(LAYOUTS)) {
        if (layout === 'html' && heads.length > 1) continue
        const { rows, read } = await statistics(id, layout, heads, (heads[0]?.length ?? 0) - 2)
        expect([id, layout, read.map((cell) => cell?.value)]).toEqual([id, layout, rows.map((_, i) => figure(i, own))])
      }
  })

  it.each([
    [one('2017年', '2018年')], // both behind the year of the title
    [one('2014年', '2015年')], // both before it
    [one('甲所', '乙所')],
    [one('合计', '甲所', '乙所')], // nobody says that these are its parts
    [one('区政府', '区直单位')], // parts without their sum
    [one('本年', '乡镇')], // nobody says whether one holds the other
    [one('年初计划', '完成')],
    [two('2016年', '部门', '乡镇')],
  ])('%j: a head that is not understood, or leaves none or two, keeps the table withheld', async (heads) => {
    for (const id of ['2008', '2014'])
      for (const layout of Object.keys(LAYOUTS)) {
        if (layout === 'html' && heads.length > 1) continue
        const { read } = await statistics(id, layout, heads, (heads[0]?.length ?? 0) - 2)
        expect([id, layout, [...new Set(read.map((cell) => cell?.status))]]).toEqual([id, layout, ['ambiguous']])
      }
  })
})

const REQUESTS = '三、收到和处理政府信息公开申请情况'
const NOTE = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'

/** The rows of the requests table under a header, with so many columns of figures. */
function requests(header: readonly string[], count: number): string {
  const rows = rowsOf(form('2021'), 'requests').map(({ printed }, i) => {
    const figures = Array.from({ length: count }, (_, column) => `<td>${figure(i, column)}</td>`)
    return `<tr><td>${printed}</td>${figures.join('')}</tr>`
  })
  const table = `<table>${header.map((row) => `<tr>${row}</tr>`).join('')}${rows.join('')}</table>`
  return `<p>云溪县水利局2023年政府信息公开工作年度报告</p><p>${REQUESTS}</p>${table}<p>五、存在的主要问题及改进情况</p><p>较好。</p>`
}

async function read(header: readonly string[], count: number) {
  const found = await cells(requests(header, count), 'requests')
  const rows = rowsOf(form('2021'), 'requests').map(({ code }) => code)
  /** The column of figures that each of the form's was read from; `absent` or another status where no figure was. */
  const sources = (column: string) => [
    ...new Set(
      rows.map((row, i) => {
        const cell = found.find((one) => one.row === row && one.column === column)
        return cell?.value == null ? cell?.status : (cell.value - 3 - i) / 100
      }),
    ),
  ]
  return Object.fromEntries(
    ['natural_person', 'business', 'research', 'social_org', 'legal_service', 'other_org', 'total'].map((column) => [
      column,
      sources(column),
    ]),
  )
}

const td = (...heads: string[]) => heads.map((head) => `<td>${head}</td>`).join('')
const GROUPS = ['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']
/** The form's header of three rows, with a tall cell beside it. */
const withTall = (head: string) => [
  `<td rowspan="3">${NOTE}</td><td colspan="7">申请人情况</td><td rowspan="3">${head}</td>`,
  '<td rowspan="2">自然人</td><td colspan="5">法人或其他组织</td><td rowspan="2">总计</td>',
  td(...GROUPS),
]

describe('the requests table', () => {
  it.each(['上年总计', '同比增减', '占比', '备注'])(
    'with %s beside the form’s columns, in a tall cell',
    async (head) => {
      expect(await read(withTall(head), 8)).toEqual({
        natural_person: [0],
        business: [1],
        research: [2],
        social_org: [3],
        legal_service: [4],
        other_org: [5],
        total: [6],
      })
    },
  )

  const ABSENT = Object.fromEntries(
    ['business', 'research', 'social_org', 'legal_service', 'other_org'].map((column) => [column, ['absent']]),
  )

  it.each([
    [[td('项目', '总计')], 1, { natural_person: ['absent'], total: [0] }],
    [[td('项目', '自然人', '法人或其他组织', '总计')], 3, { natural_person: [0], total: [2] }],
    [[td('项目', '总计', '上年同期')], 2, { natural_person: ['absent'], total: [0] }],
  ])('with fewer columns than the form (%j): those are read, the others are not there', async (header, count, own) => {
    expect(await read(header, count)).toEqual({ ...ABSENT, ...own })
  })

  it.each([
    [[td('项目', '自然人', '其他', '总计')], 3], // 其他 are all others here, not those of the form's group
    [[td('项目', '自然人', '法人或其他组织', '其他', '总计')], 4],
    [[td('项目', '自然人', '中介', '总计')], 3],
    [[td('项目', '总计', '总计')], 2],
    [['<td rowspan="2">项目</td><td>甲所</td>', td('总计')], 1],
  ])('%j: no figure is given to a column that may be another’s', async (header, count) => {
    const statuses = new Set(Object.values(await read(header, count)).flat())
    expect([...statuses]).toEqual(['ambiguous'])
  })
})
