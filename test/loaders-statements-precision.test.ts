import { describe, expect, it } from 'vitest'
import { auditReport } from '../src/audits/index.js'
import { readReport } from '../src/loaders/report.js'
import { changesIn } from '../src/loaders/statements/numbers/asides.js'
import { printedNumber } from '../src/loaders/statements/numbers/numerals.js'
import { randomOf } from './support/random.js'
import { saidIn, statementsOf } from './support/statements.js'

/** All sentences of this file are made up; the expected values are what a reader reads in them. */
describe('about something else, in words that are also those of disclosure', () => {
  it.each([
    ['政务公开工作扎实推进。组织消防安全培训6期，培训人员420人次。', []],
    ['加强信息公开保障。组织消防演练。开展培训6期，培训人员420人次。', []],
    ['加强信息公开保障。开展食品安全专项检查30次，下发整改通知书12份，检查餐饮单位2千家。', []],
    ['组织干部参加法治培训3次，参训人员90人次。', []],
    ['举办政务公开培训2次，乡村振兴培训3次，培训农户200人。', ['training_sessions 2']],
    ['举办政务公开培训2次，参加消防培训人员200人。', ['training_sessions 2']],
    ['办结行政许可申请1.2万件，办结率100%，按期答复率100%。', []],
    ['收到政府信息公开申请34件。12345热线受理诉求11.2万件，办结率99.8%。', ['requests_received 34']],
    ['收到政府信息公开申请34件。12345热线受理诉求11万件。办结32件。', ['requests_received 34']],
    ['受理依申请公开5件，办理人大代表建议6件，办结率100%。', ['requests_received 5', 'proposals.deputies 6']],
    ['申请人满意率98%，政务公开知晓率95%，政府网站集约化率100%。', []],
    ['接待群众2600人次，提供查阅服务310次。', []],
    ['政务公开专区56个，窗口接待群众2600人次。', ['disclosure_zones 56']],
    ['政府公报12期，发放宣传品36000册，宣传手册发放2万份。', ['gazette_issues 12']],
    ['免收信息处理费3笔，共计1,260元；收取停车费3笔，共计1,260元。', []],
    ['规范性文件18件，废止合同7件，合同废止4件，现行有效法律213件。', ['normative_documents 18']],
    ['因信息公开被申请行政复议5件，维持稳定工作3次。', ['review_cases 5']],
    ['网站开设专栏，共56页，第3页，2023年1月31日，第四十九条，电话0543-3268899。', []],
    [
      '微博发布3千余条，阅读量5千余万次，粉丝2万余人。',
      ['proactive_items.weibo 3000', 'media_views 50000000', 'media_followers 20000'],
    ],
    // Two kinds named side by side: nobody can tell of which so many were repealed.
    ['制定规章3件、规范性文件12件，废止5件。', ['regulations.made 3', 'normative_documents 12']],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))
})

describe('a number that several channels have in common', () => {
  it.each([
    ['通过公众号、各级媒体等方式主动公开信息61条。', ['proactive_items 61']],
    ['通过网站及公示栏公开信息61条。', ['items_published 61']],
    ['在政府网站、《青山日报》上公开信息61条。', ['items_published 61']],
    ['通过微信公众号、政府网站等渠道公开信息61条。', ['items_published 61']],
    ['通过多种方式主动公开政府信息61条。', ['proactive_items 61']],
    // One channel alone, and what is said to come by others.
    ['通过微信公众号公开信息61条。', ['proactive_items.wechat 61']],
    [
      '通过网站公开信息30条，通过其他方式公开信息10条。',
      ['proactive_items.website 30', 'proactive_items.other_channels 10'],
    ],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))
})

describe('an outcome with its ground', () => {
  it.each([
    ['因申请内容危及“三安全一稳定”不予公开3件。', ['answers.denied.three_securities 3']],
    ['因本机关不掌握相关政府信息而无法提供的有9件。', ['answers.unavailable.not_held 9']],
    // Grounds that the forms do not know: no key, and never that of all grounds.
    ['涉及国家秘密不予公开1件，涉及商业秘密不予公开2件。', ['answers.denied.state_secret 1']],
    ['因“法律、法规规定的其他情形”不予公开4件。', []],
    // Grounds named as examples, and an outcome with none before it.
    ['因本机关不掌握等原因无法提供9件。', ['answers.unavailable 9']],
    // Of two together neither.
    ['依法不予公开或无法提供7件。', []],
    ['予以公开8件，不予公开4件，无法提供2件。', ['answers.granted 8', 'answers.denied 4', 'answers.unavailable 2']],
  ])('%s', async (text, expected) => expect(await saidIn(`收到政府信息公开申请。${text}`)).toEqual(expected))
})

describe('figures of years in a row, and cases of other matters', () => {
  it('each year has its own', async () => {
    const statements = await statementsOf('2020年、2021年、2022年，我局分别收到政府信息公开申请10件、20件、35件。')
    expect(statements.map(({ key, value, period }) => [key, value, period])).toEqual([
      ['requests_received', 10, '2020'],
      ['requests_received', 20, '2021'],
      ['requests_received', 35, '2022'],
    ])
  })
  it.each([
    ['全年办理行政复议案件31件（均与政府信息公开无关）。', []],
    ['因政府信息公开引起的行政复议31件（均维持）。', ['review_cases 31']],
  ])('%s', async (text, expected) => expect(await saidIn(text)).toEqual(expected))
})

describe('sums of years, and the part of one', () => {
  const saidOf = async (text: string) =>
    (await statementsOf(text)).map(({ key, value, period, part_of }) => [key, value, period, part_of])

  it.each([
    ['截至2022年底，累计主动公开政府信息62条。', [['proactive_items', 62, '累计', null]]],
    ['截至2022年底，主动公开政府信息62条。', [['proactive_items', 62, '2022', null]]],
    ['截至2022年底，全年累计主动公开政府信息62条。', [['proactive_items', 62, '2022', null]]],
    [
      '截至2022年底，历年累计主动公开政府信息62条，其中2022年主动公开政府信息14条。',
      [
        ['proactive_items', 62, '历年累计', null],
        ['proactive_items', 14, '2022', 0],
      ],
    ],
  ])('%s', async (text, expected) => expect(await saidOf(text)).toEqual(expected))
})

describe('changes', () => {
  const change = (text: string) => changesIn(text).map(({ amount, percent, base }) => [amount, percent, base])

  it.each([
    ['比上年增加12件,增长54.5%', [[12, 54.5, '上年']]],
    ['较上年减少5件,同比下降12.8%', [[5, 12.8, '上年']]],
    ['较2022年增加156件,增幅13.8%', [[156, 13.8, '2022年']]],
    ['同比增长20%,增加1.2千条', [[1200, 20, '同比']]],
    ['较2022年增加1,560件(13.8%)', [[1560, 13.8, '2022年']]],
    ['同比减少22.3%(41件)', [[41, 22.3, '同比']]],
    // Of another base, in another direction, in the same measure, or of something else, it is another change.
    [
      '较2019年增加12件,同比下降5%',
      [
        [12, null, '2019年'],
        [null, 5, '同比'],
      ],
    ],
    ['比上年增加12件,新增栏目5个,增长20%', [[12, null, '上年']]],
    ['比上年增加12件,增长3件', [[12, null, '上年']]],
    ['比上年增加12件,减少20%', [[12, null, '上年']]],
    ['较上年提高3个百分点', [[3, null, '上年']]],
    ['较上年减少三成', [[null, 30, '上年']]],
    ['比去年翻了一番', [[null, 100, '去年']]],
    ['比去年增长近一倍', [[null, 100, '去年']]],
    ['比去年减少两倍', []],
    ['比去年成绩更好', []],
  ])('%s', (text, expected) => expect(change(text)).toEqual(expected))

  it('belongs to a figure of its unit only', async () => {
    const [found] = await statementsOf('收到政府信息公开申请30件，比上年增加2个。')
    expect(found?.change).toBeNull()
  })
})

describe('digits with scales', () => {
  it('print every number below a hundred million again, as far as they say it', () => {
    const random = randomOf(7)
    for (let i = 0; i < 300; i++) {
      const [wan, qian, bai] = [random.int(1, 9999), random.int(1, 9), random.int(1, 9)]
      expect(printedNumber(`${wan}万${qian}千${bai}`, '百')).toBe(wan * 10_000 + qian * 1000 + bai * 100)
      expect(printedNumber(`${wan}.${qian}`, '万')).toBe(wan * 10_000 + qian * 1000)
      expect(printedNumber(`${qian},${bai}00`)).toBe(qian * 1000 + bai * 100)
    }
  })

  it.each([
    ['2百3', '千'],
    ['12千34', '百'],
    ['3万5万1', '千'],
  ])('%s%s is none', (digits, scale) => expect(printedNumber(digits, scale)).toBeNull())

  it('a number whose last place has no scale is not read', async () => {
    expect(await saidIn('主动公开政府信息2百3千条，收到政府信息公开申请3万5件。')).toEqual([])
    expect(await saidIn('收到政府信息公开申请1.5件。')).toEqual([])
  })
})

describe('sentence and table', () => {
  it('documents in force and the outcomes of cases are compared with their cells', async () => {
    const text = `某某县2023年政府信息公开工作年度报告

一、总体情况
全县制发规范性文件12件，废止3件，现行有效105件。因信息公开被申请行政复议9件，其中维持6件、纠正1件、其他结果1件、尚未审结1件。

二、主动公开政府信息情况
第二十条第（一）项
信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数
规章 | 0 | 0 | 0
行政规范性文件 | 12 | 3 | 104
第二十条第（五）项
信息内容 | 本年处理决定数量
行政许可 | 0
第二十条第（六）项
信息内容 | 本年处理决定数量
行政处罚 | 0
行政强制 | 0
第二十条第（八）项
信息内容 | 本年收费金额（单位：万元）
行政事业性收费 | 0

四、政府信息公开行政复议、行政诉讼情况
行政复议 | 行政诉讼
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉
结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计
6 | 1 | 1 | 1 | 9 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0 | 0
`
    const { report } = await readReport({ id: 'a', path: 'a.txt', bytes: new TextEncoder().encode(text) })
    const checks = auditReport(report).filter(({ rule }) => rule === 'statements.table')
    expect(checks.map(({ subject, outcome }) => `${subject.replace(/ \d+$/, '')} ${outcome}`)).toEqual([
      'normative_documents.made passed',
      'normative_documents.repealed passed',
      'normative_documents.in_force failed',
      'review_cases passed',
      'review_cases.upheld passed',
      'review_cases.corrected passed',
      'review_cases.result_other passed',
      'review_cases.pending passed',
    ])
    const breakdown = auditReport(report).filter(({ rule }) => rule === 'statements.breakdown')
    expect(breakdown.map(({ outcome }) => outcome)).toEqual(['passed'])
  })
})
