import { describe, expect, test } from 'vitest'
import { approximateMatch } from '../src/loaders/labels/approximate.js'
import { misled, pageOf, textPage } from './support/adversary.js'
import { type Grid, type MadeUp, madeUp, mapCells } from './support/made-up.js'
import { readText } from './support/private-reports.js'
import { randomOf } from './support/random.js'

// One character of a label wrong, missing, or in its neighbour's place. Expected are the figures printed beside and below it.

const LAYOUTS: Readonly<Record<string, (report: MadeUp) => string>> = {
  html: (report) => pageOf(report),
  tabs: (report) => textPage(report, (grid) => grid.map((row) => row.map(({ text }) => text).join('\t')).join('\n')),
  lines: (report) => textPage(report, lines),
}
const lines = (grid: Grid) => grid.map((row) => row.map(({ text }) => text).join('\n')).join('\n\n')
const mistyped = (seed: number, words: string, typed: string) =>
  mapCells(madeUp(randomOf(seed), seed % 2 === 0 ? '2019' : '2021'), (cell) =>
    cell.text.includes(words) ? { ...cell, text: cell.text.replace(words, typed) } : cell,
  )

describe.each(Object.keys(LAYOUTS))('%s', (layout) => {
  test.each([
    ['the only long label of the third table', '未经复议直接起诉', '未经复义直接起诉'],
    ['two letters of it exchanged', '未经复议直接起诉', '未经议复直接起诉'],
    ['a letter of it missing', '未经复议直接起诉', '未经复直接起诉'],
    ['the last row of a table', '结转下年度继续办理', '结转下年废继续办理'],
    ['two letters of the last row exchanged', '结转下年度继续办理', '结转年下度继续办理'],
    ['a row in the middle', '重复申请', '重夏申请'],
  ])('%s: every figure is read', async (_, words, typed) => {
    for (const seed of [1, 2, 3]) {
      const report = mistyped(seed, words, typed)
      const { wrong, read, printed } = await misled(report, LAYOUTS[layout]?.(report) ?? '')
      expect({ wrong, read }, `seed ${seed}`).toEqual({ wrong: [], read: printed })
    }
  })
})

test('a sentence behind a table that names its last row otherwise is not that row', async () => {
  // Expected: the row is not printed, and the number of the sentence is none of its figures.
  const report = madeUp(randomOf(4), '2021')
  const page = textPage(report, lines).replace(/四、结转下年度继续办理[\s\d]*/, '本年未结转继续办理的申请，共3件。\n')
  const { report: found } = await readText(page)
  const cells = found.tables.requests.filter(({ row }) => row === 'carried_out')
  expect(cells.filter(({ value }) => value !== null)).toEqual([])
})

test('headings of the third table named in a sentence are no table', async () => {
  const page =
    '云溪县人民政府2023年政府信息公开工作年度报告\n一、总体情况\n复议案件按结果维持结果纠正其他结果分类，各有2件。\n行政诉讼3件。'
  const { report } = await readText(page)
  expect(report.tables.remedies.filter(({ status }) => status !== 'absent')).toEqual([])
})

describe('the nearest words', () => {
  // Distances counted by hand: an exchange of two neighbours is one error, and so is a letter wrong, missing or too much.
  test.each([
    ['甲乙丙丁戊己', 0],
    ['甲丙乙丁戊己', 1],
    ['乙甲丙丁己戊', 2],
    ['甲乙丙戊己', 1],
    ['甲乙子丙丁戊己', 1],
  ])('%s', (typed, distance) => {
    const text = `前${typed}后`
    expect(approximateMatch(text, '甲乙丙丁戊己', 0, text.length, 2)).toMatchObject({ from: 1, distance })
  })

  test('more errors than allowed are no match', () => {
    expect(approximateMatch('丙乙甲己戊丁', '甲乙丙丁戊己', 0, 6, 2)).toBeNull()
  })
})
