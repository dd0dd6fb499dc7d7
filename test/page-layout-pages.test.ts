import { describe, expect, test } from 'vitest'
import { pagesMarkup } from '../src/loaders/page-layout/pages.js'
import type { Run } from '../src/loaders/page-layout/parts.js'

const [SIZE, LINE] = [10, 14]
const NO_RULES = { across: [], down: [] }

type Line = readonly (readonly [text: string, x: number])[]

/** Text whose middle is at `x`; a Chinese character is as wide as it is high, a digit half so. */
function run(text: string, x: number, y: number): Run {
  const width = Array.from(text).reduce((sum, c) => sum + (c < '\u2000' ? SIZE / 2 : SIZE), 0)
  const box = { left: x - width / 2, right: x + width / 2, top: y - SIZE / 2, bottom: y + SIZE / 2 }
  return { text, ...box, size: SIZE, upright: false }
}

/** Lines from the head of a page, its title above them and its number at its foot. */
function page(lines: readonly Line[], number: string, title = ''): Run[] {
  const body = lines.flatMap((line, i) => line.map(([text, x]) => run(text, x, 100 + LINE * i)))
  return [...(title === '' ? [] : [run(title, 200, 50)]), ...body, run(number, 200, 800)]
}

async function read(pages: readonly (readonly Run[])[]): Promise<{ rows: string[]; html: string }> {
  const html = await pagesMarkup(pages.map((runs) => ({ runs, rules: NO_RULES })))
  return { rows: [...html.matchAll(/<tr>.*<\/tr>/g)].map(([row]) => row), html }
}

const HEADS: Line = [
  ['自然人', 200],
  ['商业企业', 250],
  ['总计', 350],
]
const figures = (...texts: string[]): Line => HEADS.flatMap(([, x], i) => (texts[i] ? [[texts[i], x] as const] : []))

/** A table with labels on one line and on several, and empty cells. */
const TABLE: Line[] = [
  HEADS,
  [['一、本年新收政府信息公开申请数量', 80], ...figures('12', '', '12')],
  [['1.属于国家秘密', 80], ...figures('1', '', '1')],
  [['2.没有现成信息', 80]],
  [['需要', 80], ...figures('', '2', '2')],
  [['另行制作', 80]],
  [['5.要求行政机关确认', 80], ...figures('3', '', '3')],
  [['或重新出具已获取信息', 80]],
  [['(七)总计', 80], ...figures('4', '2', '6')],
]

const LEAVES = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
/** The table of one row, its header on five lines: the names of the columns are broken in two. */
const REMEDIES: Line[] = [
  [
    ['行政复议', 130],
    ['行政诉讼', 467],
  ],
  [
    ['未经复议直接起诉', 355],
    ['复议后起诉', 580],
  ],
  Array.from({ length: 15 }, (_, i) => [(LEAVES[i % 5] ?? '').slice(0, 2), 40 + 45 * i] as const),
  Array.from({ length: 15 }, (_, i) => [(LEAVES[i % 5] ?? '').slice(2), 40 + 45 * i] as const).filter(([text]) => text),
  Array.from({ length: 15 }, (_, i) => [String(i), 40 + 45 * i] as const),
]

describe('a table without rules over the end of a page', () => {
  // As the whole table on one page is read, so it is read wherever the page ends.
  test.each([
    ['of rows', TABLE],
    ['of one row', REMEDIES],
  ])('%s is the table it is on one page', async (_, lines) => {
    const whole = await read([page(lines, '1'), page([], '2')])
    expect(whole.rows.length).toBeGreaterThan(5)
    expect(whole.rows.join('')).not.toContain('=?')
    for (let at = 1; at < lines.length; at++) {
      const parted = await read([page(lines.slice(0, at), '- 1 -'), page(lines.slice(at), '- 2 -')])
      expect(parted.rows).toEqual(whole.rows)
      expect(parted.html).toContain('- 1 -')
      expect(parted.html).toContain('- 2 -')
    }
  })

  test('goes on under the running title', async () => {
    const title = '某市政府信息公开工作年度报告'
    const whole = await read([page(TABLE, '1'), page([], '2')])
    const parted = await read([page(TABLE.slice(0, 5), '1', title), page(TABLE.slice(5), '2', title)])
    expect(parted.rows).toEqual(whole.rows)
  })

  test('takes in no number that does not count on, and calls nothing empty beside it', async () => {
    const parted = await read([page(TABLE.slice(0, 5), '7'), page(TABLE.slice(5), '7')])
    expect(parted.rows.join('')).toContain('=?')
  })

  test('leaves the words alone that begin the next page', async () => {
    const { html } = await read([page(TABLE, '1'), page([[['本年度收到的申请均已办结。', 110]]], '2')])
    expect(html).toContain('<p>本年度收到的申请均已办结。</p>')
  })
})
