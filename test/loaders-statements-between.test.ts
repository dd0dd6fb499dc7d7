import { describe, expect, it } from 'vitest'
import { saidIn, statementsOf } from './support/statements.js'

/** All sentences of this file are made up; the expected values are what a reader reads in them. */
describe('what stands between words and their number', () => {
  it.each([
    ['收到政府信息公开申请同比增长12%，达到356件。', 356, { direction: 'increase', amount: null, percent: 12 }],
    ['收到政府信息公开申请较上年减少5件，共48件。', 48, { direction: 'decrease', amount: 5, percent: null }],
    ['较上年增加5件，共收到政府信息公开申请48件。', 48, { direction: 'increase', amount: 5, percent: null }],
    ['2023年，同比增长20%，收到政府信息公开申请48件。', 48, { direction: 'increase', amount: null, percent: 20 }],
    ['收到政府信息公开申请（含网上申请）12件。', 12, null],
    ['收到政府信息公开申请（不含区直部门）共12件。', 12, null],
  ])('%s', async (text, value, change) => {
    const [found, ...others] = await statementsOf(text)
    expect(others).toEqual([])
    expect(found).toMatchObject({ key: 'requests_received', value })
    if (change === null) expect(found?.change).toBeNull()
    else expect(found?.change).toMatchObject(change)
  })

  it('a remark with a number of its own says that, too', async () => {
    expect(await saidIn('本年收到政府信息公开申请（包括上年结转2件）12件。')).toEqual([
      'requests_received 12',
      'requests_carried_in 2',
    ])
  })

  it('a change said of another quantity is not taken', async () => {
    const found = await statementsOf('主动公开政府信息30条，较上年增加5条，收到政府信息公开申请12件。')
    expect(found.map(({ key, change }) => [key, change?.amount ?? null])).toEqual([
      ['proactive_items', 5],
      ['requests_received', null],
    ])
    const [other] = await statementsOf('办理许可30件，较上年增加5件，收到政府信息公开申请12件。')
    expect(other).toMatchObject({ key: 'requests_received', change: null })
  })
})

describe('rows behind 分别', () => {
  it.each([
    ['微博、微信分别发布信息120条、340条。', ['proactive_items.weibo 120', 'proactive_items.wechat 340']],
    ['政府网站和微信公众号分别公开信息1200条和340条。', ['proactive_items.website 1200', 'proactive_items.wechat 340']],
    ['行政复议、行政诉讼分别为2件、1件。', ['review_cases 2', 'litigation_cases 1']],
    ['办理人大代表建议、政协提案分别为12件和23件。', ['proposals.deputies 12', 'proposals.cppcc 23']],
    ['微信公众号点击量和粉丝数分别为12.3万次、5600人。', ['media_views 123000', 'media_followers 5600']],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))

  it('of years give the period of each', async () => {
    const found = await statementsOf('2022年、2023年分别收到政府信息公开申请12件、15件。')
    expect(found.map(({ value, period }) => [value, period])).toEqual([
      [12, '2022'],
      [15, '2023'],
    ])
  })

  it('of parts are parts of their whole', async () => {
    const found = await statementsOf('收到政府信息公开申请5件，其中网上申请、信函申请分别为3件、2件。')
    expect(found.map(({ key, value, part_of }) => [key, value, part_of])).toEqual([
      ['requests_received', 5, null],
      ['requests_received.online', 3, 0],
      ['requests_received.mail', 2, 0],
    ])
  })

  it('with more items than numbers say nothing of each', async () => {
    const found = await saidIn('行政复议、行政诉讼、申诉分别为2件、1件。')
    expect(found).toEqual([])
  })
})

describe('none of two kinds', () => {
  it.each([
    ['行政复议、行政诉讼0件。', ['review_cases 0', 'litigation_cases 0']],
    ['办理人大代表建议、政协提案0件。', ['proposals.deputies 0', 'proposals.cppcc 0']],
    ['行政复议、行政诉讼3件。', ['remedy_cases 3']],
    ['承办人大代表建议、市政协委员提案35件。', ['proposals 35']],
    ['收到行政复议、行政诉讼案件各2件。', ['litigation_cases 2', 'review_cases 2']],
    ['依申请公开收取费用0笔、0元。', ['fee_cases 0', 'fees_collected 0']],
    ['没有发生因信息公开收取或减免费用的情况。', ['fees_collected 0', 'fees_waived 0']],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))

  it.each([
    ['没有出现行政复议及行政诉讼被纠错的情况。', ['review_cases 0', 'litigation_cases 0']],
    ['没有发生因政府信息公开申请行政复议。', ['requests_received 0']],
    ['未收到依申请公开信息的咨询。', ['requests_received 0']],
  ])('is not said of others: %s', async (text, others) => {
    const found = await saidIn(text)
    for (const other of others) expect(found).not.toContain(other)
  })
})

describe('there was none, in other words', () => {
  it.each([
    ['没有公民、法人和其他组织申请公开政府信息。', ['requests_received 0']],
    ['本年度无依申请公开情况。', ['requests_received 0']],
    ['没有收到政府信息公开申请和行政复议。', ['requests_received 0', 'review_cases 0']],
    ['没有公民申请公开政府信息而提起行政复议。', ['review_cases 0']],
    ['未接到政府信息公开方面的投诉举报。', ['complaints 0']],
    ['没有出现行政复议及行政诉讼纠错的情况。', ['review_cases.corrected 0', 'litigation_cases.lost 0']],
    ['本年度收到政府信息公开申请数为零。', ['requests_received 0']],
    // Of what was not done, no number is said.
    ['存在没有及时公开、投诉处理慢的问题。', []],
    ['没有建立政务公开投诉机制，没有落实信息公开责任追究制度。', []],
    ['部分单位没有依申请公开信息目录。', []],
  ])('%s', async (text, expected) => expect((await saidIn(text)).sort()).toEqual([...expected].sort()))
})

describe('numbers before their words', () => {
  it('of reasons and outcomes are parts', async () => {
    const text =
      '办结政府信息公开申请6件，其中予以公开3件，不予公开3件，其中1件因涉及第三方合法权益，2件属于内部事务信息。被申请行政复议2件，其中1件被复议机关撤销，1件正在审理。'
    expect(await saidIn(text)).toEqual([
      'requests_concluded 6',
      'answers.granted 3',
      'answers.denied 3',
      'answers.denied.third_party 1',
      'answers.denied.internal_affairs 2',
      'review_cases 2',
      'review_cases.corrected 1',
      'review_cases.pending 1',
    ])
  })

  it.each([
    ['收到政府信息公开申请12件，其中1件结转2024年。', ['requests_received 12', 'requests_carried_out 1']],
    ['为政务公开工作配备一名兼职工作人员。', ['staff.part_time 1']],
    ['政务公开惠及一件事一次办。', []],
    [
      '行政规范性文件情况：本年度制发0件，废止1件，现行有效12件。',
      ['normative_documents.made 0', 'normative_documents.repealed 1', 'normative_documents.in_force 12'],
    ],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))
})
