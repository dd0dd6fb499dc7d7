import { describe, expect, test } from 'vitest'
import { readReport } from '../src/loaders/report.js'

/** The statements of a made-up report with these paragraphs, as `key value`. */
async function saidIn(text: string): Promise<string[]> {
  const head = '青溪县城管局2022年政府信息公开工作年度报告\n\n'
  const { report } = await readReport({ id: 'a', path: 'a.txt', bytes: new TextEncoder().encode(head + text) })
  return report.statements.map(
    ({ key, value, label }) => `${label !== null && /^unnamed$|\.part$/.test(key) ? label : key} ${value}`,
  )
}

describe('the section a sentence stands in', () => {
  const before = '认真倾听群众诉求和信访意见，做好窗口服务。'

  test('tells that its requests are those for information, whatever is named before', async () => {
    // Expected: the section is about requests on application, so that 申请 is one of these.
    expect(await saidIn(`二、依申请公开情况\n${before}共收到33件申请，已答复30件。`)).toEqual([
      'requests_received 33',
      'requests_answered 30',
    ])
  })

  test('but not what another section leaves open', async () => {
    // Expected: behind 诉求 and 窗口 nobody can tell what was applied for.
    expect(await saidIn(`六、其他需要报告的事项\n${before}共收到33件申请，已答复30件。`)).toEqual([])
  })

  test('another matter of the same sentence stays one', async () => {
    // Expected: 公租房 in its own clause names what was applied for.
    expect(await saidIn('二、依申请公开情况\n全年受理公租房保障申请410件。')).toEqual([])
  })
})

test.each(['', ' '])(
  'a heading within a line is none of the words of the sentence behind it, parted by %j',
  async (gap) => {
    // Expected: who was sued and how often is said behind the heading; `page` is long enough to be one that lost its line ends.
    const page = `一、总体情况${gap}${'我局按月核对公开目录，逐项通报结果。'.repeat(20)}`
    const other = `二、其他需要报告的事项${gap}我局全年发生涉及政府信息公开的行政诉讼2件。`
    expect(await saidIn(page + gap + other)).toEqual(['litigation_cases 2'])
  },
)

test.each(['园区', '街道', '市局', '全县', '我局'])('whose cases they are makes them no other: %s', async (body) => {
  // Expected: 涉及政府信息公开的 says what the cases are about, and the words before it whose they are.
  expect(await saidIn(`一、总体情况\n2023年，${body}发生涉及政府信息公开的行政复议4件。`)).toEqual(['review_cases 4'])
})

test('a ? that stands for a blank does not end the sentence', async () => {
  // Expected: a reader takes number and words together; statements stand in the order of their first word.
  expect(await saidIn('一、总体情况\n全年主动公开政府信息?340条。')).toEqual(['proactive_items 340'])
})

test('requests counted in 个, and an absence told as a state of things', async () => {
  // Expected: the words say so.
  expect(
    await saidIn('二、依申请公开情况\n全年收到政府信息公开申请18个，予以公开15个，没有出现逾期未予答复申请人的情况。'),
  ).toEqual(['requests_received 18', 'answers.granted 15', '逾期未予答复申请人的情况 0'])
})

describe('what stands between the words of a quantity', () => {
  test.each([
    // Expected: a reader takes the words before a bracket and the number behind it together.
    [
      '我局网站主动公开信息（包括：机构职能、通知公告、政策文件等3个一级栏目，人事、统计、规划、资金、采购、应急等12个二级栏目）共计980条。',
      ['proactive_items.website 980', 'website_columns 3', 'website_columns 12'],
    ],
    // Expected: numbers on lines of their own belong to the sentence that goes on around them.
    [
      '通过多种渠道扩大影响，全年在网站公开文件\n46件\n，视频播放量\n1.6万次\n，累计收集意见\n21条\n并逐一答复。',
      ['policy_documents 46', '视频播放量 16000', '收集意见 21'],
    ],
    // Expected: decisions on permits and penalties are what was published.
    ['全年主动公开行政许可决定62项，行政处罚决定9项。', ['items_published 62', 'items_published 9']],
    // Expected: what was bought for disclosure is of it, by the words behind the amount; what a budget spends is not.
    ['投入3万元购置信息公开查询机，预算支出890万元，采购总金额12万元。', ['购置信息公开查询机 30000']],
    // Expected: 0 each; the words say so.
    ['未因信息公开申请行政复议和提起行政诉讼。', ['review_cases 0', 'litigation_cases 0']],
  ])('%s', async (text, expected) => expect(await saidIn(`一、总体情况\n${text}`)).toEqual(expected))
})

test('a change behind a row of several is given to none of them, and its numbers stand among the others', async () => {
  const text =
    '青溪县统计局2022年政府信息公开工作年度报告\n\n全年收到政府信息公开申请50件，其中网络申请30件、信函申请20件，比上年增加6件。'
  const { report } = await readReport({ id: 'a', path: 'a.txt', bytes: new TextEncoder().encode(text) })
  // Expected: of the 50, of the 20 or of both, no reader can tell.
  expect(report.statements.map(({ value, change }) => [value, change])).toEqual(
    [50, 30, 20].map((value) => [value, null]),
  )
  expect(report.other_numbers.map(({ text, reason }) => `${reason} ${text}`)).toContain('change 6')
})
