import { describe, expect, test } from 'vitest'
import { cellsOf, formById } from '../src/forms/forms.js'
import { readings } from '../src/loaders/search/cuts.js'
import type { TableName } from '../src/types.js'
import { madeUp } from './support/made-up.js'
import { readText } from './support/private-reports.js'
import { randomOf } from './support/random.js'

// What stands beside or between the figures of a table and is none of them: a column more, a table beside the table, a total that
// was left empty. Expected is what the page prints in the cell; where that cannot be told, nothing.

const TITLE = '云溪县人民政府2023年政府信息公开工作年度报告\n二、主动公开政府信息情况\n'

describe('a column more run together with the form’s', () => {
  const report = madeUp(randomOf(3), '2021')
  /** The proactive table with the cells of a row run together; `head` and `more` are what one column more adds to each. */
  const page = (head: string, more: (row: string) => string) =>
    report.grids.proactive
      .map((row) => {
        const truth = row.find((cell) => cell.truth)?.truth
        const text = row.map((cell) => cell.text).join('')
        return truth ? text + more(truth.row) : text.replace(/(本年处理决定数量|单位：?万元\)?）?)$/, `$1${head}`)
      })
      .join('\n')
  const cellsIn = async (text: string) => (await readText(TITLE + text)).report.tables.proactive

  test('nothing more: every figure of a row with one cell is read', async () => {
    const cells = await cellsIn(page('', () => ''))
    for (const row of ['licences', 'penalties', 'coercion'])
      expect(cells.find((cell) => cell.row === row)?.status).toBe('stated')
  })

  test.each(['上年处理决定数量', '比上年增减', '备注', '其中县本级'])('%s: the run is withheld', async (head) => {
    const cells = await cellsIn(page(head, () => '76'))
    for (const row of ['licences', 'penalties', 'coercion'])
      expect([row, cells.find((cell) => cell.row === row)?.value]).toEqual([row, null])
  })
})

describe('a table in parts side by side', () => {
  const form = formById('2014')
  const rows = form?.tables.statistics?.blocks[0]?.rows ?? []
  const figureOf = (i: number) => (i % 3 === 0 ? 0 : i * 7)
  const lines = rows.map((row, i) => [row.printed, row.unit ?? '', String(figureOf(i))])
  const LAYOUTS: Readonly<Record<string, (grid: readonly (readonly string[])[]) => string>> = {
    html: (grid) =>
      `<table>${grid.map((row) => `<tr>${row.map((cell) => `<td><p>${cell}</p></td>`).join('')}</tr>`).join('\n')}</table>`,
    pipes: (grid) => grid.map((row) => `| ${row.join(' | ')} |`).join('\n'),
    tabs: (grid) => grid.map((row) => row.join('\t')).join('\n'),
  }
  test.each(Object.keys(LAYOUTS).flatMap((layout) => [2, 3].map((parts) => [layout, parts] as const)))(
    '%s in %i parts: every figure is read where it stands',
    async (layout, parts) => {
      const height = Math.ceil(lines.length / parts)
      const row = (i: number) =>
        Array.from({ length: parts }, (_, part) => lines[part * height + i] ?? ['', '', '']).flat()
      const head = Array.from({ length: parts }, () => ['统计指标', '单位', '统计数']).flat()
      const grid = [head, ...Array.from({ length: height }, (_, i) => row(i))]
      const source = `<p>云溪县2016年政府信息公开工作年度报告</p>\n<p>政府信息公开情况统计表</p>\n${LAYOUTS[layout]?.(grid)}\n<p>附件下载</p>`
      const text = layout === 'html' ? source : source.replace(/<\/?p>/g, '')
      const cells = cellsOf((await readText(text)).report, 'statistics')
      expect(cells.map(({ row: code, value, status }) => [code, value, status])).toEqual(
        rows.map(({ code }, i) => [code, figureOf(i), 'stated']),
      )
      for (const { value, at } of cells) expect(text.slice(...(at ?? [0, 0]))).toBe(String(value))
      // In the order in which the page prints them: row by row over all parts.
      const places = cells.map(({ at }) => at?.[0] ?? 0)
      expect(new Set(places).size).toBe(cells.length)
      expect(places[height]).toBeLessThan(places[1] ?? 0)
    },
  )

  test('groups of columns under the same words are no parts', async () => {
    const words = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
    const grid = [[...words, ...words], Array.from({ length: 10 }, (_, i) => (i % 5 === 4 ? '4' : '1'))]
    const text = `${TITLE}<p>四、政府信息公开行政复议、行政诉讼情况</p>${LAYOUTS.html?.(grid)}`
    const { folded } = await readText(text)
    expect(folded.text.replace(/[^\d]/g, '')).toContain('1111411114')
  })
})

describe('a total left empty where empty cells leave no trace', () => {
  const sums = [
    { total: 2, parts: [0, 1] },
    { total: 5, parts: [3, 4] },
  ]
  test('may be empty whatever its parts are, in every way to place the figures', () => {
    const row = { runs: ['1', '1', '2', '1'], glued: false, cells: 6, sums, blanks: true }
    // 1 + 1 = 2, then 1 alone needs a total: no way without an empty one.
    expect(readings(row)).toEqual([])
    const open = readings({ ...row, openTotals: true }) ?? []
    expect(open).toContainEqual([1, 1, 2, 1, null, null])
    expect(open).toContainEqual([1, null, 1, 2, 1, null])
    for (const reading of open) {
      expect(reading.filter((value) => value !== null)).toEqual([1, 1, 2, 1])
      for (const { total, parts } of sums)
        if (reading[total] !== null)
          expect(reading[total]).toBe(parts.reduce((sum, part) => sum + (reading[part] ?? 0), 0))
    }
  })

  test('nothing of the table of remedies is then told that the printed figures do not tell', async () => {
    const tables: readonly TableName[] = ['remedies']
    const random = randomOf(11)
    for (let i = 0; i < 20; i++) {
      const groups = [0, 1, 2].map(() => Array.from({ length: 4 }, () => (random.chance(0.6) ? 0 : random.int(1, 3))))
      const figures = groups.flatMap((parts) => [...parts, random.chance(0.4) ? 0 : parts.reduce((a, b) => a + b, 0)])
      const shown = figures.filter((value) => value !== 0).map(String)
      const words = '结果维持\n结果纠正\n其他结果\n尚未审结\n总计'
      const text = `云溪县人民政府2023年政府信息公开工作年度报告\n四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n${words}\n未经复议直接起诉\n复议后起诉\n${words}\n${words}\n${shown.join('\n')}\n五、存在的主要问题及改进情况\n无。`
      const { report } = await readText(text)
      for (const table of tables)
        cellsOf(report, table).forEach((cell, j) => {
          if (cell.value !== null)
            expect([i, cell.row, cell.column, cell.value]).toEqual([i, cell.row, cell.column, figures[j]])
          else if (cell.status === 'blank')
            expect([i, cell.row, cell.column, 0]).toEqual([i, cell.row, cell.column, figures[j]])
        })
    }
  })
})
