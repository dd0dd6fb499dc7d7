import { describe, expect, it } from 'vitest'
import { saidIn, statementsOf, unnamedIn } from './support/statements.js'

/** All sentences of this file are made up; the expected values are what a reader reads in them. */
describe('requests in units and words of their own', () => {
  it.each([
    [
      '全年收到政府信息公开申请9项，办理8项，另有结转下年度继续办理1项。',
      ['requests_received 9', 'requests_handled 8', 'requests_carried_out 1'],
    ],
    [
      '共收到公开申请12件，办结10件，结转2022年度继续办理2件。',
      ['requests_received 12', 'requests_concluded 10', 'requests_carried_out 2'],
    ],
    [
      '共收到公开申请12件，办结10件，转结2件。',
      ['requests_received 12', 'requests_concluded 10', 'requests_carried_out 2'],
    ],
    ['共收到公开申请8件，2件转结2022年办结。', ['requests_received 8', 'requests_carried_out 2']],
    [
      '区直各局收到公开申请件40件，36件已依规作出答复，4件结转。',
      ['requests_received 40', 'requests_answered 36', 'requests_carried_out 4'],
    ],
    ['年内收到依申请公开7件，7件申请均已按要求进行答复。', ['requests_received 7', 'requests_answered 7']],
    ['收到公开申请9件，其中8件已在法定期限内予以答复。', ['requests_received 9', 'requests_on_time 8']],
    ['共收到6名公民申请政府信息公开8件。', ['requests_received 8']],
    [
      '年内收到依申请公开6件，其中来信3件，网上3件。',
      ['requests_received 6', 'requests_received.mail 3', 'requests_received.online 3'],
    ],
    ['办事大厅的政府信息公开窗口受理依申请公开政府信息4件。', ['requests_received 4']],
    ['全年未接到查询主动公开以外信息的申请。', ['requests_received 0']],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))

  it('a count of persons before the count of requests is neither', async () => {
    const text = '年内收到信息公开申请9件，其中当面申请3人5件，网络申请4人4件。'
    expect(await saidIn(text)).toEqual([
      'requests_received 9',
      'requests_received.in_person 5',
      'requests_received.online 4',
    ])
    expect(await unnamedIn(text)).toEqual(['当面申请 3人', '网络申请 4人'])
  })

  // What is carried over behind proposals or cases of reconsideration is of these; letters as such are no requests.
  it.each([
    ['收到公开申请6件。办理建议提案30件，结转2件至下年度。', ['requests_received 6', 'proposals 30']],
    ['因信息公开被申请行政复议4件，结转下年度1件。', ['review_cases 4']],
    ['领导信箱共受理群众来信120件，按期办结118件。', ['online_messages 120', 'online_messages.answered 118']],
    ['办理人大代表建议20件，按期办结20件。', ['proposals.deputies 20']],
    ['权责清单全部公开120项。', ['power_list_items 120']],
    ['公开目录中有3项工作延至2022年完成。', []],
    ['二、依申请公开情况\n全年共收到来信340件次。', []],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))
})

describe('outcomes in further words', () => {
  const requests = '二、收到和处理政府信息公开申请情况：'
  it.each([
    [
      '同意公开6件，部分同意公开2件，不同意公开1件。',
      ['answers.granted 6', 'answers.partially_granted 2', 'answers.denied 1'],
    ],
    ['给予公开3件，不给予公开1件。', ['answers.granted 3', 'answers.denied 1']],
    [
      '收到申请12件，其中7件为公民提出，3件由企业提交，2件来自律师事务所。',
      [
        'requests_received 12',
        'requests_received.natural_person 7',
        'requests_received.business 3',
        'requests_received.legal_service 2',
      ],
    ],
    ['全年无延期答复，无结转下年度申请。', ['requests_extended 0', 'requests_carried_out 0']],
  ])('%s', async (text, expected) => expect(await saidIn(requests + text)).toEqual(expected))
})

describe('consultations in persons, cases and pieces', () => {
  it.each([
    ['接受市民政府信息公开咨询215人。', ['consultations 215']],
    ['我局处理政府信息公开电话咨询35例。', ['consultations.phone 35']],
    [
      '全年接受政府信息公开咨询330人，其中现场咨询120人，电话咨询190人，网上咨询20人。',
      ['consultations 330', 'consultations.in_person 120', 'consultations.phone 190', 'consultations.online 20'],
    ],
    ['办事大厅政府信息公开窗口受理信息公开咨询42人次。', ['consultations 42']],
    // An event is none, and other matters keep theirs.
    ['开展政务公开现场咨询活动3次。', []],
    ['信息公开渠道畅通。医保大厅接受群众咨询1200人次。', []],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))

  it('are read where a converter took a wrong character', async () => {
    expect(await saidIn('全年受理信息公開方麵的谘詢20人次，其中現場谘詢2人次，電話谘詢18人次。')).toEqual([
      'consultations 20',
      'consultations.in_person 2',
      'consultations.phone 18',
    ])
  })
})

describe('what was published', () => {
  it.each([
    ['网站新设"稳岗就业"和"防汛抗旱"两个专栏。', ['columns_opened 2']],
    ['首页新增规划信息、财政信息、应急信息等6个专栏。', ['columns_opened 6']],
    ['在网站首页开设"主题教育""安全生产"两个专题。', ['columns_opened 2']],
    ['打造3个专题党课。', []],
    ['建立三个方面的栏目。', []],
    ['公开规范性文件9件，其他政策文件21件。', ['normative_documents 9', 'policy_documents.other 21']],
    [
      '规范性文件数据库收录文件31件，其中废止5件，宣布失效3件。',
      ['normative_documents 31', 'normative_documents.repealed 5', 'normative_documents.repealed 3'],
    ],
    [
      '全年发布4期合计120批次的农产品抽检信息、16批次儿童用品监督抽查信息。',
      ['sampling_batches 120', 'sampling_batches 16'],
    ],
    ['公布食品安全监督抽检结果12期，涉及380批次。', ['sampling_batches 380']],
    ['督促64家预算单位按时公开2021年部门预算。', ['budgets_published 64']],
    ['开展预算公开专项检查，抽查12家预算单位。', []],
    ['做到规范性文件100%解读。', ['interpretations.rate 100']],
    ['镇长信箱留言办复26条。', ['online_messages.answered 26']],
    ['公布路网建设、通行费数据，共计35条信息。', ['items_published 35']],
    ['约谈5个政务新媒体主办单位。', []],
    // Nothing tells how many of these were meetings and how many were training.
    ['组织召开政务公开推进会、培训会共4次。', []],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))

  it('proposals among it are no count of those handled', async () => {
    expect(await saidIn('门户网站公开建议提案26件。')).toEqual(['proposal_replies_published 26'])
    const text = '政府门户网站发布政府信息900件，其中：统计数据220件，建议提案28件，其他信息514件。'
    expect(await saidIn(text)).toContain('proposal_replies_published 28')
    expect(await saidIn('主动公开信息500条，承办建议提案40件，其中代表建议12件。')).toEqual([
      'proactive_items 500',
      'proposals 40',
      'proposals.deputies 12',
    ])
  })
})

describe('visits and views', () => {
  it.each([
    ['区门户网点击率累计8.2万次。', ['website_visits 82000']],
    ['区政府网站更新动态38条，总浏览次数17万次。', ['website_visits 170000']],
    ['局网站的政府信息公开专栏运行平稳，该专栏年内浏览总量4120人次。', ['column_visits 4120']],
    ['微信公众号阅读量45万左右。', ['media_views 450000']],
  ])('%s', async (text, expected) => expect((await saidIn(text)).slice(-1)).toEqual(expected))

  it('keep what makes a bare number approximate', async () => {
    const [views] = await statementsOf('微信公众号阅读量45万左右。')
    expect(views?.rounding).toBe('about')
    const [more] = await statementsOf('微信公众号阅读量45万以上。')
    expect(more?.rounding).toBe('over')
  })
})

describe('shares, fees and numbers of no statement', () => {
  it('a share behind the clause that gives the ground', async () => {
    const [denied] = await statementsOf('收到公开申请后不予公开1件，属于第三方合法权益，占总数的20%。')
    expect([denied?.key, denied?.share?.percent]).toEqual(['answers.denied', 20])
  })

  it.each([
    ['自推行依申请公开以来，暂未对申请人收取检索、打印等费用。', ['fees_collected 0']],
    ['没有产生办理依申请公开的检索、复制、快递费用。', ['fees_collected 0']],
    ['没有发生收取费用的情况。', ['fees_collected 0']],
    ['未对企业收取检测费。', []],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))

  it('a postcode behind the number of a house', async () => {
    expect(await statementsOf('地址：本县人民路8号(邮编100000)')).toEqual([])
  })
})

describe('requests by the way that their clause names', () => {
  it.each([
    ['申请人以电子邮件方式提出政府信息公开申请6件。', ['requests_received.email 6']],
    ['以邮寄方式收到政府信息公开申请5件。', ['requests_received.mail 5']],
    ['全年在线受理政府信息公开申请10件。', ['requests_received.online 10']],
    // Several ways, another clause, and no way at all.
    ['通过网络、信函等方式收到政府信息公开申请10件。', ['requests_received 10']],
    ['答复均以邮寄方式送达，共收到政府信息公开申请5件。', ['requests_received 5']],
    ['现场办公期间收到政府信息公开申请3件。', ['requests_received 3']],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))

  it('what is asked for is not published', async () => {
    expect(await unnamedIn('通过邮件申请政府信息公开6件。')).toHaveLength(1)
  })
})
