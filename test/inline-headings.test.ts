import { expect, test } from 'vitest'
import { inlineHeadings } from '../src/loaders/sections/inline-headings.js'

/** The kinds of section that the headings of a page without line ends begin. */
const keys = (text: string) =>
  inlineHeadings([{ text, from: 0, to: text.length }]).flatMap(({ level, key }) => (level === 1 ? [key] : []))

const page = (row: string, heading = '四、政府信息公开行政复议、行政诉讼情况') =>
  `一、总体情况全县工作平稳。二、主动公开政府信息情况规章1。三、收到和处理政府信息公开申请情况(七)总计2 3 ${row} ${heading}结果维持0。五、存在的主要问题及改进情况栏目更新慢。`

test('a row of the table whose label is mistyped does not hide the section that bears its number', () => {
  // the form prints 四、结转下年度继续办理
  expect(keys(page('四、结转下年办理2 2'))).toEqual(expect.arrayContaining(['requests', 'remedies', 'problems']))
  expect(keys(page('四、结转下年度继续办理2 2'))).toEqual(['overview', 'proactive', 'requests', 'remedies', 'problems'])
})

test('but a number that comes twice begins no section twice', () => {
  const again = page('', '四、政府信息公开行政复议、行政诉讼情况 四、政府信息公开行政复议、行政诉讼情况')
  expect(keys(again).filter((key) => key === 'remedies')).toHaveLength(1)
})
