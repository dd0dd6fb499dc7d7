import { describe, expect, test } from 'vitest'
import { cellsOf, formById } from '../src/forms/forms.js'
import { readReport } from '../src/loaders/report.js'
import type { Cell, TableName } from '../src/types.js'
import { textPage } from './support/adversary.js'
import { madeUp } from './support/made-up.js'
import { readText } from './support/private-reports.js'
import { randomOf } from './support/random.js'
import { oldReport } from './support/statistics.js'

// Amounts whose unit is not printed, and figures that may stand in another cell than their own. Expected is what is printed, or that
// the cell is withheld.

const cellOf = (cells: readonly Cell[], row: string, column?: string) =>
  cells.find((cell) => cell.row === row && (column === undefined || cell.column === column))

async function tableOf(source: string, table: TableName, path = 'a.html'): Promise<readonly Cell[]> {
  const { report } = await readReport({ id: 'a', path, bytes: new TextEncoder().encode(source) })
  return cellsOf(report, table)
}

describe('an amount without its unit', () => {
  const form = formById('2014')
  if (form === undefined) throw new Error('no form 2014')
  const { source } = oldReport(form, 'html', randomOf(21))
  const unitless = (figure: string, page = source) =>
    page.replace(/(专项经费[^<]*<\/p><\/td><td><p>)万元(<\/p><\/td><td><p>)[\d.]+/, `$1$2${figure}`)

  test('is withheld where the other rows have theirs; nothing is nothing in any unit', async () => {
    expect(unitless('36000')).not.toBe(source)
    expect(cellOf(cellsOf((await readText(unitless('36000'))).report, 'statistics'), 'budget')).toMatchObject({
      status: 'ambiguous',
      candidates: [36000],
    })
    const zero = cellOf(cellsOf((await readText(unitless('0'))).report, 'statistics'), 'budget')
    expect(zero).toMatchObject({ status: 'stated', value: 0 })
  })

  test('is read where a caption gives it, and where no row prints a unit', async () => {
    const captioned = unitless('36').replace('<table>', '<p>（单位：万元）</p><table>')
    expect(cellOf(cellsOf((await readText(captioned)).report, 'statistics'), 'budget')).toMatchObject({ value: 36 })
    const bare = source.replace(/<td><p>(?:万元|[条件次篇个人]|人次|计量单位|单位)<\/p><\/td>/g, '<td><p></p></td>')
    const cells = cellsOf((await readText(bare)).report, 'statistics')
    expect(cellOf(cells, 'budget')).toMatchObject({ status: 'stated' })
  })
})

describe('a fraction where a count is due', () => {
  const page = (projects: string, amount: string) => {
    const rows = [
      ['第二十条第（九）项'],
      ['信息内容', '采购项目数量', '采购总金额'],
      ['政府集中采购', projects, amount],
    ]
    const report = textPage(madeUp(randomOf(3), '2019'), (grid) => {
      const own = grid.filter((row) => !row.some(({ text }) => /第（九）项|采购/.test(text)))
      const more = grid.some((row) => row.some(({ text }) => text.includes('采购'))) ? rows : []
      const html = [
        ...own.map((row) => row.map(({ text, colspan }) => `<td colspan="${colspan}">${text}</td>`).join('')),
        ...more.map((row) => row.map((text) => `<td>${text}</td>`).join('')),
      ]
      return `<table>${html.map((row) => `<tr>${row}</tr>`).join('')}</table>`
    })
    return `<html><body>${report}</body></html>`
  }

  test('beside an empty amount is withheld with it; a misprint beside an amount is read as printed', async () => {
    const moved = await tableOf(page('5123.75', ''), 'proactive')
    expect(cellOf(moved, 'procurement', 'projects')).toMatchObject({ status: 'ambiguous', candidates: [5123.75] })
    expect(cellOf(moved, 'procurement', 'amount')?.status).toBe('ambiguous')
    const printed = await tableOf(page('5.5', '12.3'), 'proactive')
    expect(cellOf(printed, 'procurement', 'projects')).toMatchObject({ status: 'stated', value: 5.5 })
    const empty = await tableOf(page('5', ''), 'proactive')
    expect(cellOf(empty, 'procurement', 'amount')?.status).toBe('blank')
  })
})

describe('a table whose columns are one cell each', () => {
  test('has no row that is called empty', async () => {
    const columns = [
      ['第二十条第（一）项', '信息内容', '规章', '行政规范性文件', '第二十条第（五）项', '信息内容', '行政许可'],
      ['', '本年制发件数', '3', '', '', '本年处理决定数量', '4512'],
      ['', '本年废止件数', '', '', '', '', ''],
      ['', '现行有效件数', '9', '', '', '', ''],
    ]
    const cells = columns.map((lines) => `<td>${lines.map((line) => line || '&nbsp;').join('<br>')}</td>`).join('')
    const source = `<p>云溪县2023年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p><table><tr>${cells}</tr></table>`
    const read = (await tableOf(source, 'proactive')).filter(({ status }) => status !== 'absent')
    expect(read.length).toBeGreaterThan(5)
    expect(read.filter(({ status }) => status !== 'ambiguous')).toEqual([])
  })
})
