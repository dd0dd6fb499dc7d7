import { describe, expect, it } from 'vitest'
import { saidIn, statementsOf } from './support/statements.js'

/** All sentences of this file are made up; the expected values are what a reader reads in them. */
describe('the number before its words', () => {
  it.each([
    [
      '办结申请20件，其中12件予以公开、5件部分公开、3件不予公开。',
      ['requests_concluded 20', 'answers.granted 12', 'answers.partially_granted 5', 'answers.denied 3'],
    ],
    ['对7件申请作出不予公开决定。', ['answers.denied 7']],
    ['举办16场新闻发布会，组织3次在线访谈。', ['press_conferences 16', 'interviews 3']],
    ['对5件政策文件进行意见征集。', ['public_comment 5']],
    ['办理25件人大代表建议、31件政协提案。', ['proposals.deputies 25', 'proposals.cppcc 31']],
    ['公布40批次食品抽检结果。', ['sampling_batches 40']],
    ['全县已有30多家预算单位公开部门预算。', ['budgets_published 30']],
    ['组织4次政务公开专项检查。', ['inspections 4']],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))

  it('stands at its own words, not at those of its neighbour', async () => {
    expect(await saidIn('部分公开6件，予以公开14件。')).toEqual(['answers.partially_granted 6', 'answers.granted 14'])
  })
})

describe('outcomes of one kind each', () => {
  it.each([
    [
      '不予公开8件，其中属于国家秘密1件，过程性信息5件，内部事务信息2件。',
      [
        'answers.denied 8',
        'answers.denied.state_secret 1',
        'answers.denied.process 5',
        'answers.denied.internal_affairs 2',
      ],
    ],
    [
      '无法提供9件，其中本机关不掌握相关信息6件，需要另行制作2件，补正后仍不明确1件。',
      [
        'answers.unavailable 9',
        'answers.unavailable.not_held 6',
        'answers.unavailable.needs_creation 2',
        'answers.unavailable.unclear 1',
      ],
    ],
    [
      '不予处理3件，其中信访举报投诉类申请2件，重复申请1件。',
      ['answers.not_processed 3', 'answers.not_processed.complaint 2', 'answers.not_processed.repeat 1'],
    ],
  ])('%s', async (text, expected) => {
    expect(await saidIn(text)).toEqual(expected)
    expect((await statementsOf(text)).slice(1).map(({ part_of }) => part_of)).toEqual(expected.slice(1).map(() => 0))
  })
})

describe('words that belong to what was named before', () => {
  it.each([
    [
      '因信息公开被申请行政复议4件，其中纠错1件，维持3件。',
      ['review_cases 4', 'review_cases.corrected 1', 'review_cases.upheld 3'],
    ],
    ['被提起行政诉讼2起，败诉1起。', ['litigation_cases 2', 'litigation_cases.lost 1']],
    ['网站纠错5件，竞赛败诉1件。', []],
    [
      '收到政府信息公开申请9件，其中自然人6件，企业3件。',
      ['requests_received 9', 'requests_received.natural_person 6', 'requests_received.business 3'],
    ],
    [
      '主动公开政府信息30条。主要包括机构职能12条，财政信息18条。',
      ['proactive_items 30', 'proactive_items.part 12', 'proactive_items.part 18'],
    ],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))
})

describe('channels', () => {
  it.each([
    [
      '政府网站公开80条，微信公众号公开52条，微博更新17条。',
      ['proactive_items.website 80', 'proactive_items.wechat 52', 'proactive_items.weibo 17'],
    ],
    // What several channels carried together is that of none of them.
    ['通过门户网站、微信公众号发布信息50条。', ['items_published 50']],
    ['通过区官网、微信公众号等主动公开信息50条。', ['proactive_items 50']],
    ['借助公众号等载体发布信息50条。', ['items_published 50']],
    ['通过微信公众号、头条号等新媒体公开信息61条。', ['items_published 61']],
    ['通过市政府网站和本局网站主动公开政府信息70条。', ['proactive_items.website 70']],
    ['网站及时公开政府信息18条。', ['proactive_items.website 18']],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))
})

describe('requests and consultations in other words', () => {
  it.each([
    ['接到群众政府信息依申请公开6起。', ['requests_received 6']],
    ['受理申请公开政府信息5件。', ['requests_received 5']],
    [
      '受理的申请中，信函邮寄4件，电子邮件提交3件，当面递交2件。',
      ['requests_received.mail 4', 'requests_received.email 3', 'requests_received.in_person 2'],
    ],
    ['上一年度结转申请7件，结转至下一年度继续办理2件。', ['requests_carried_in 7', 'requests_carried_out 2']],
    ['受理依申请公开12件次。', ['requests_received 12']],
    [
      '接受政府信息公开咨询210人次，其中电话咨询180人次，现场咨询30人次。',
      ['consultations 210', 'consultations.phone 180', 'consultations.in_person 30'],
    ],
    ['征集意见3次，征集意见建议86条。', ['public_comment 3', 'public_comment.opinions 86']],
    ['承办人大代表建议和政协提案44件。', ['proposals 44']],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))
})

describe('there was none, in other words', () => {
  it.each([
    ['本年度未收到依申请公开事项。', ['requests_received 0']],
    ['没有收到要求公开信息的申请。', ['requests_received 0']],
    ['未向申请人收取任何费用。', ['fees_collected 0']],
    [
      '没有因政府信息公开引发的举报、投诉、行政复议或行政诉讼。',
      ['complaints 0', 'litigation_cases 0', 'review_cases 0'],
    ],
    ['无涉及信息公开的复议、诉讼案件。', ['litigation_cases 0', 'review_cases 0']],
    ['未收到因信息公开申请引发的行政复议。', ['review_cases 0']],
    ['未发生被行政复议纠错、行政诉讼败诉的情形。', ['litigation_cases.lost 0', 'review_cases.corrected 0']],
    // Said of some cases only, it says nothing of all.
    ['无逾期办理信息公开申请的情况。', []],
    ['没有被纠错的行政复议案件。', []],
    ['申请均已受理，尚未办结0件。', []],
  ])('%s', async (text, expected) => expect((await saidIn(text)).sort()).toEqual(expected))
})

describe('about something else', () => {
  it.each([
    '组织3次演练并召开新闻发布会。',
    '对12项指标进行考核，组织专家进行解读。',
    '清理整合政务新媒体12个，关停2个。',
    '网上申请办证45件。',
    '发放政务公开宣传册3000份，公开招聘12人。',
    '依申请公开方面，接待来访群众30人次，现场12件。',
    '行政审批延期办理3件，企业申请1200件。',
    '不动产登记办理12万件，延期办理3件。',
    '12345热线接受政务公开咨询310件。',
    '完善公开目录，更新信息公开指南3次。',
    '选派12名兼职人员参加消防培训。',
    '全县共有28家单位编制了指南，电话0543-3268899，第12条、〔2021〕30号。',
  ])('%s', async (text) => expect(await saidIn(text)).toEqual([]))
})
