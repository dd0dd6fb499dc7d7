import { expect, test } from 'vitest'
import { readReport } from '../src/loaders/report.js'
import { surfaceOf } from '../src/loaders/surface.js'

const lines = (html: string) =>
  surfaceOf(html)
    .text.split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

// Expected: in HTML a line end of the source is a blank, and a block begins and ends a line, however the source is laid out.
test.each([
  ['<div><p>甲</p><p>乙</p>丙</div>', ['甲', '乙', '丙']],
  ['<div>\n  <p>\n    甲\n  </p>\n  <p>\n    乙\n  </p>\n  丙\n</div>', ['甲', '乙', '丙']],
  ['甲\n<p>乙</p>', ['甲', '乙']],
  ['<p>甲\n乙</p>', ['甲 乙']],
  ['<p>甲<br>\n乙\n<br></p>\n<p>\n</p><p>丙</p>', ['甲', '乙', '丙']],
])('%j', (html, expected) => expect(lines(html)).toEqual(expected))

test('a page with each element on lines of its own has the sections of the same page in one line', async () => {
  const parts = [
    '青溪县统计局2022年政府信息公开工作年度报告',
    '一、总体情况',
    '公开信息20条。',
    '六、其他需要报告的事项',
    '无。',
  ]
  const read = async (html: string) => {
    const { report } = await readReport({ id: 'a', path: 'a.html', bytes: new TextEncoder().encode(html) })
    return [report.report.title, ...report.sections.map(({ heading }) => heading)]
  }
  const [dense, spread] = [
    parts.map((part) => `<p>${part}</p>`).join(''),
    parts.map((part) => `<p>\n    ${part}\n  </p>\n`).join(''),
  ]
  expect(await read(spread)).toEqual(await read(dense))
  expect(await read(dense)).toEqual([parts[0], parts[1], parts[3]])
})
