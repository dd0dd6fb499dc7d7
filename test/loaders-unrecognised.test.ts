import { describe, expect, test } from 'vitest'
import { readReport } from '../src/loaders/report.js'
import type { Report } from '../src/types.js'

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
