import { describe, expect, test } from 'vitest'
import { readReport } from '../src/loaders/report.js'
import type { Report, TableName } from '../src/types.js'
import { type Grid, madeUp, mapGrids, truthsOf } from './support/made-up.js'
import { readText } from './support/private-reports.js'
import { randomOf } from './support/random.js'
import { ALL_LAYOUTS, render } from './support/render.js'

const PROACTIVE = `二、主动公开政府信息情况
第二十条第（一）项 |
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
规章 | 0 | 0 | 0 |
行政规范性文件 | 4 | 1 | 9 |
第二十条第（五）项 |
信息内容 | 本年处理决定数量 |
行政许可 | 12 |
第二十条第（六）项 |
信息内容 | 本年处理决定数量 |
行政处罚 | 3 |
行政强制 | 0 |
第二十条第（八）项 |
信息内容 | 本年收费金额（单位：万元） |
行政事业性收费 | 0 |
`

async function read(remedies: string): Promise<Report> {
  const text = `青溪县统计局2022年政府信息公开工作年度报告\n\n${PROACTIVE}\n${remedies}\n五、存在的主要问题及改进情况\n存在不足。\n`
  return (await readReport({ id: 'a', path: 'a.txt', bytes: new TextEncoder().encode(text) })).report
}

const statuses = ({ tables }: Report) => [...new Set(tables.remedies.map(({ status }) => status))]

describe('a table whose headings stand there, and of whose labels too few to tell its rows', () => {
  test('is withheld, not called absent', async () => {
    // Expected: a reader sees that the table is there; which figure is whose he cannot tell.
    const report = await read(
      '四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n结果维持\n其他结果\n尚未审结\n总计\n未经复议直接起诉\n2\n1\n0\n5\n',
    )
    expect(statuses(report)).toEqual(['ambiguous'])
    expect(report.tables.remedies.every(({ value }) => value === null)).toBe(true)
    expect(report.findings.map(({ rule }) => rule)).toContain('reading.ambiguous')
  })

  test('of which the page cuts off the rest is withheld by two headings and a row of figures under them', async () => {
    const cut = '行政诉讼\n未经复议直接起诉\t复议\n维\t纠\n'
    expect(statuses(await read(`四、争议情况\n${cut}0\t1\t2\t2\t5\t0\t24\n`))).toEqual(['ambiguous'])
    expect(statuses(await read(`四、争议情况\n${cut}2023\n`))).toEqual(['absent'])
  })

  test('of one row, empty but for a figure, under heads of which each is broken over lines is withheld', async () => {
    const heads = [
      '      四、政府信息公开行政复议、行政诉讼情况',
      '',
      '               行政复议                               行政诉讼',
      '                                   未经复议直接起诉                  复议后起诉',
      '       结果  结果   其他   尚未',
      '                          总计  结果   结果   其他  尚未        结果  结果   其他   尚未',
      '       维持  纠正   结果   审结                          总计                     总计',
      '                              维持   纠正   结果  审结        维持  纠正   结果   审结',
    ].join('\n')
    expect(statuses(await read(`${heads}\n${' '.repeat(73)}3\n`))).toEqual(['ambiguous'])
    expect(statuses(await read(`${heads}\n`))).toEqual(['absent'])
  })

  test('is absent where no figure stands behind its headings, or only a sentence names what it counts', async () => {
    // Expected: nothing is printed there that could be withheld.
    expect(
      statuses(
        await read(
          '四、政府信息公开行政复议、行政诉讼情况\n行政复议\n行政诉讼\n结果维持\n其他结果\n尚未审结\n总计\n未经复议直接起诉\n',
        ),
      ),
    ).toEqual(['absent'])
    expect(
      statuses(
        await read(
          '四、行政复议、行政诉讼情况\n全年行政复议结果维持2件，结果纠正1件，尚未审结0件，总计3件；行政诉讼1件。',
        ),
      ),
    ).toEqual(['absent'])
  })
})

/** A table's header and two of its rows, one below the other. */
function twoRows(grid: Grid, table: TableName, at: number): Grid {
  const header = grid.findIndex((row) => row.some(({ truth }) => truth))
  const rows = grid.filter((row) => row.some(({ labels }) => labels))
  return [...grid.slice(0, header), ...(table === 'requests' ? rows.slice(at, at + 2) : rows.slice(0, 2))]
}

describe('tables of a header and two rows', () => {
  test.each(ALL_LAYOUTS)(
    'are read or withheld, never called absent, also where the report has no other table: %s',
    async (layout) => {
      for (const form of ['2019', '2021'])
        for (const tables of [['requests', 'proactive'], ['requests'], ['proactive']]) {
          const random = randomOf('two rows', form)
          const report = mapGrids(madeUp(random, form), (grid, table) =>
            tables.includes(table) ? twoRows(grid, table, random.int(0, 20)) : [],
          )
          const { report: found } = await readText(render(report, layout).source)
          // Expected: every figure printed is given as printed, or withheld.
          const other = truthsOf(report)
            .filter(({ status }) => status === 'stated')
            .map(({ table, row, column, value }) => {
              const cell = found.tables[table]?.find((one) => one.row === row && one.column === column)
              return cell?.status === 'ambiguous' || (cell?.status === 'stated' && cell.value === value)
                ? null
                : cell?.status
            })
          expect(
            other.filter((status) => status !== null),
            `${form} ${tables}`,
          ).toEqual([])
        }
    },
  )

  test('of which sentences only tell leave a report without tables', async () => {
    // Expected: no cells, since no table is printed.
    const { report } = await readText(
      '云溪县统计局2016年政府信息公开工作年度报告\n一、概述\n全年作出行政许可12件、行政处罚3件、行政强制0件。\n行政复议结果维持1件，总计1件。\n二、存在问题\n不足。\n',
    )
    expect(report.report.form).toBe('legacy')
    expect(Object.values(report.tables).flat()).toEqual([])
  })
})
