import { describe, expect, test } from 'vitest'
import { isTextWithTags, withoutTags } from '../src/loaders/html/text-with-tags.js'
import { misled, textPage } from './support/adversary.js'
import { type Grid, madeUp } from './support/made-up.js'
import { readText } from './support/private-reports.js'
import { randomOf } from './support/random.js'

// Markdown as programs write it from pages and PDF: prose in lines of its own, tables in HTML, tags about some words. Expected is what is printed.

const cell = ({ text, colspan, rowspan }: Grid[number][number]) =>
  `<td colspan="${colspan}" rowspan="${rowspan}">${text}</td>`
const table = (grid: Grid) => `<table>${grid.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('')}</table>`
const lines = (grid: Grid) => `\n${table(grid).replaceAll('<td', '\n  <td').replaceAll('<tr', '\n<tr')}\n`
const page = (grid: Grid) => `\n<html><body>${table(grid)}</body></html>\n`
const pipes = (grid: Grid) => grid.map((row) => `| ${row.map(({ text }) => text).join(' | ')} |`).join('\n')

const PROSE = '2023年，全县收到政府信息公开申请**12**件。\n\n办结政府信息公开申请11件。\n\n'
const SECTION = '五、存在的主要问题'

describe.each(Object.entries({ table, lines, page }))('tables in HTML in a text: %s', (_, write) => {
  test('every figure is read, and none wrongly', async () => {
    for (const seed of [1, 2]) {
      const report = madeUp(randomOf(seed), '2021')
      const { wrong, read, printed } = await misled(report, textPage(report, write))
      expect.soft(wrong).toEqual([])
      expect.soft(read).toBe(printed)
    }
  })

  test('its lines are lines, so that sections and sentences are found', async () => {
    const text = textPage(madeUp(randomOf(1), '2021'), write).replaceAll('\n', '\n\n')
    const { report } = await readText(text.replace(SECTION, `${PROSE}# ${SECTION}`))
    expect(report.report.title).toBe('云溪县人民政府2023年政府信息公开工作年度报告')
    expect(report.sections.map(({ key }) => key)).toEqual(['proactive', 'requests', 'remedies', 'problems'])
    expect(report.statements.map(({ key, value }) => [key, value])).toEqual([
      ['requests_received', 12],
      ['requests_concluded', 11],
    ])
  })
})

test('a text with tags and no table in HTML is a text', async () => {
  const report = madeUp(randomOf(3), '2021')
  const text = `<div class="main">\n\n${textPage(report, pipes)}\n\n</div>`
  expect(isTextWithTags(text)).toBe(true)
  const { wrong, read, printed } = await misled(report, text)
  expect(wrong).toEqual([])
  expect(read).toBe(printed)
})

test.each([
  ['paragraphs', '<p>第一段文字</p>\n<p>第二段文字</p>\n<p>第三段文字</p>'],
  ['blocks', '<div>\n第一段文字\n</div>\n<div>\n第二段文字\n</div>\n<div>\n第三段文字\n</div>'],
  ['a page', '<html><body>\n第一段文字\n第二段文字\n第三段文字\n</body></html>'],
  ['line breaks', '第一段文字<br>\n第二段文字<br>\n第三段文字'],
  ['tables alone', '<table><tr><td>规章\n规范性文件\n行政许可</td></tr></table>'],
])('%s: a page', (_, source) => {
  expect(isTextWithTags(source)).toBe(false)
})

test('a few lines broken by elements make no page', () => {
  const lines = Array.from({ length: 8 }, (_, i) => `第${i}行文字`)
  expect(isTextWithTags([...lines, '甲<br>乙', '<p align="center">题目</p>'].join('\n\n'))).toBe(true)
})

test('every character keeps its place; the sign of a note is none of its figure', () => {
  expect(withoutTags('收到<u>12</u>件')).toBe('收到   12    件')
  expect(withoutTags('5<sup>1</sup>件')).toBe('5            件')
  expect(withoutTags('小于<5件，大于>3件')).toBe('小于<5件，大于>3件')
  expect(withoutTags('一件。<br>二件')).toBe('一件。\n   二件')
  expect(withoutTags('|自然<br>人|5|')).toBe('|自然    人|5|')
})
