import { describe, expect, it } from 'vitest'
import { readReport } from '../src/loaders/report.js'
import { isNamed, statementsOf } from './support/statements.js'

/** All sentences of this file are made up; the expected values are what a reader reads in them. */
async function toldIn(text: string) {
  return (await statementsOf(text)).filter(isNamed).map(({ key, value, period }) => [key, value, period])
}

describe('figures of several years', () => {
  it.each([
    // The second figure has nothing but another time before it: it counts what the first does.
    [
      '2022年举办政务公开培训3次，2023年5次。',
      [
        ['training_sessions', 3, '2022'],
        ['training_sessions', 5, '2023'],
      ],
    ],
    [
      '2022年收到政府信息公开申请20件，2023年收到35件。',
      [
        ['requests_received', 20, '2022'],
        ['requests_received', 35, '2023'],
      ],
    ],
    [
      '主动公开政府信息从2022年的900条增加到2023年的1200条。',
      [
        ['proactive_items', 900, '2022'],
        ['proactive_items', 1200, '2023'],
      ],
    ],
    [
      '公开政府信息数：2021年300条，2022年400条。',
      [
        ['proactive_items', 300, '2021'],
        ['proactive_items', 400, '2022'],
      ],
    ],
    // The figure a change is against is last year's own.
    [
      '收到政府信息公开申请105件，较2022年150件减少45件。',
      [
        ['requests_received', 105, null],
        ['requests_received', 150, '2022'],
      ],
    ],
    // Another noun between them is another matter.
    ['2022年收到政府信息公开申请20件，2023年办理信访件35件。', [['requests_received', 20, '2022']]],
    ['行政诉讼2件，与2022年的3件、1件相比有变化。', [['litigation_cases', 2, null]]],
  ])('%s', async (text, expected) => expect(await toldIn(text)).toEqual(expected))
})

describe('changes in words', () => {
  const change = async (text: string) => (await statementsOf(text)).filter(isNamed).map((one) => one.change)

  it.each([
    ['主动公开政府信息704条，较上年减少三成。', 'decrease', null, 30],
    ['主动公开政府信息数量比去年翻了一番，达1240条。', 'increase', null, 100],
    ['主动公开政府信息1240条，比去年增长一倍。', 'increase', null, 100],
    ['依申请公开按期答复率98.5%，比上年提高0.5个百分点。', 'increase', 0.5, null],
  ])('%s', async (text, direction, amount, percent) =>
    expect(await change(text)).toEqual([expect.objectContaining({ direction, amount, percent })]),
  )

  it('a fall to less than nothing is none', async () => {
    expect(await change('主动公开政府信息704条，比去年减少两倍。')).toEqual([null])
  })
})

describe('figures of other bodies', () => {
  const scopes = async (text: string) =>
    (await statementsOf(text)).filter(isNamed).map(({ key, value, scope }) => [key, value, scope])

  it('count what the figure before them does, with their name', async () => {
    expect(await scopes('全系统收到政府信息公开申请53件，市税务稽查局收到21件。')).toEqual([
      ['requests_received', 53, '全系统'],
      ['requests_received', 21, '市税务稽查局'],
    ])
  })

  it('but not where more is said of them', async () => {
    expect(await scopes('全系统收到政府信息公开申请53件，市税务稽查局查处案件21件。')).toEqual([
      ['requests_received', 53, '全系统'],
    ])
  })
})

describe('how numbers are written', () => {
  const values = async (text: string) =>
    (await statementsOf(text)).filter(isNamed).map(({ key, value }) => [key, value])

  it.each([
    ['收到政府信息公开申请**35**件，答复申请**33件**。', [35, 33]],
    ['投入政务公开经费贰拾叁万元。', [230000]],
    ['收到政府信息公开申请十五（15）件。', [15]],
    ['行政复议3件（维持2、撤销0、其他结果1）。', [3, 2, 0, 1]],
    ['因信息公开发生一起行政复议。', [1]],
    // Two that do not agree, and a rule.
    ['收到政府信息公开申请十五（16）件。', []],
    ['每收到一件政府信息公开申请，均逐项登记。', []],
    ['未收到一件政府信息公开申请。', [0]],
  ])('%s', async (text, expected) => expect((await values(text)).map(([, value]) => value)).toEqual(expected))
})

describe('parts without 其中', () => {
  const parts = async (text: string) =>
    (await statementsOf(text))
      .filter(isNamed)
      .map(({ key, part_of }) => `${key}${part_of === null ? '' : ` of ${part_of}`}`)

  it.each([
    // Behind a colon, behind 申请中, and where they add up to the figure before them.
    [
      '主动公开政府信息800条：网站500条、微信公众号300条。',
      ['proactive_items', 'proactive_items.website of 0', 'proactive_items.wechat of 0'],
    ],
    ['收到的11件政府信息公开申请中，9件予以公开。', ['requests_received', 'answers.granted of 0']],
    [
      '政府信息公开工作人员36人，专职人员6人、兼职人员30人。',
      ['staff', 'staff.full_time of 0', 'staff.part_time of 0'],
    ],
    // They do not add up: nobody can tell.
    ['政府信息公开工作人员36人，专职人员6人、兼职人员20人。', ['staff', 'staff.full_time', 'staff.part_time']],
  ])('%s', async (text, expected) => expect(await parts(text)).toEqual(expected))
})

describe('tables of no form', () => {
  const others = async (name: string, table: string) => {
    const source = `宁水县交通运输局2023年政府信息公开工作年度报告\n一、总体情况\n${table}\n宁水县交通运输局\n`
    const { report } = await readReport({ id: 'a', path: name, bytes: new TextEncoder().encode(source) })
    const inTable = report.other_numbers.filter(({ reason }) => reason === 'table')
    for (const { text, at } of inTable) expect(source.slice(at[0], at[1])).toBe(text)
    expect(report.statements).toEqual([])
    return inTable.map(({ value, clause }) => [value, clause])
  }

  it('have their numbers among the others, with the row they stand in', async () => {
    const rows = '| 类别 | 数量（条） |\n|---|---|\n| 机构职能 | 12 |\n| 财政信息 | 1,340 |'
    expect(await others('a.md', rows)).toEqual([
      [12, '| 机构职能 | 12 |'],
      [1340, '| 财政信息 | 1,340 |'],
    ])
  })

  it('also in HTML, without the marks of its cells', async () => {
    const rows = '<table><tr><td>类别</td><td>数量</td></tr><tr><td>机构职能</td><td>12</td></tr></table>'
    expect(await others('a.html', `<p></p>${rows}`)).toEqual([[12, '机构职能|12']])
  })
})
