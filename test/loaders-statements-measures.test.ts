import { describe, expect, it } from 'vitest'
import { readReport } from '../src/loaders/report.js'
import { chineseNumber } from '../src/loaders/statements/numbers/numerals.js'
import { measuresOf } from '../src/loaders/statements/unnamed/measures.js'
import { randomOf } from './support/random.js'
import { statementsOf, unnamedIn } from './support/statements.js'

/** All sentences of this file are made up; the expected values are what a reader reads in them. */
const brief = (text: string) => measuresOf(text).map(({ value, unit, rounding }) => [value, unit, rounding])

describe('numbers that words around them make quantities', () => {
  it.each([
    [
      '网站绩效评估位列全省第五,连续三年蝉联全市第1名。',
      [
        [5, '位', null],
        [1, '名', null],
      ],
    ],
    [
      '透明度指数居全市第一、全省第三。',
      [
        [1, '位', null],
        [3, '位', null],
      ],
    ],
    [
      '排名进入前十,办理量列前20位。',
      [
        [10, '位', 'about'],
        [20, '位', 'about'],
      ],
    ],
    [
      '平均约3.5个工作日答复,平均办理时间4天。',
      [
        [3.5, '个工作日', 'about'],
        [4, '天', null],
      ],
    ],
    [
      '发布量是上年的1.5倍,评估得分96.25分。',
      [
        [1.5, '倍', null],
        [96.25, '分', null],
      ],
    ],
  ])('%s', (text, expected) => expect(brief(text)).toEqual(expected))

  it.each([
    '网站是第一平台,局长是第一责任人,第一时间发布。',
    '召开第三次会议,修订第二版指南,获得第一批试点资格。',
    '应当在20个工作日内答复,公示期为7天,24小时值守。',
    '位居第一方阵,列入前期工作,排在第二梯队。',
    '发布量增长近1.5倍,访问量增幅达2倍,满分100分,分值占3分之一。',
  ])('but not those of %s', (text) => expect(brief(text)).toEqual([]))

  it('every rank up to 99 is read again, in digits and in Chinese', () => {
    const random = randomOf(11)
    const digits = '零一二三四五六七八九'
    for (let i = 0; i < 60; i++) {
      const rank = random.int(1, 99)
      const [tens, ones] = [Math.floor(rank / 10), rank % 10]
      const chinese = `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`
      expect(chineseNumber(chinese)).toBe(rank)
      for (const said of [`第${rank}名`, `第${chinese}位`, `第${chinese}`])
        expect(brief(`政务公开评估位列全市${said}。`).map(([value]) => value)).toEqual([rank])
    }
  })

  it('become statements whose label is what was measured', async () => {
    expect(await unnamedIn('政府网站评估得分92.5分，位列全市第三。依申请公开平均6天答复。')).toEqual([
      '政府网站评估得分 92.5分',
      '政府网站评估得分位列全市 3位',
      '依申请公开平均 6天',
    ])
  })

  it('how many are compared is no quantity of disclosure', async () => {
    expect(await unnamedIn('在全市30个县区政务公开测评中排名第二。')).toEqual(['县区政务公开测评中排名 2位'])
  })
})

describe('the counters of a page', () => {
  it('are no quantities of its report', async () => {
    const text = `某某局2021年政府信息公开工作年度报告
发布时间：2022-01-25　浏览次数：325次
点击数：562
阅读量：1203次

一、总体情况
我局推进政务公开，发放明白纸300份。
`
    const { report } = await readReport({ id: 'a', path: 'a.txt', bytes: new TextEncoder().encode(text) })
    expect(report.statements.map(({ value, unit }) => `${value}${unit}`)).toEqual(['300份'])
  })
})

describe('absences of no known kind', () => {
  it.each([
    ['全年信息公开未发生失泄密事件。', '失泄密事件', '起'],
    ['未出现一例因公开内容不全引起的网络舆情。', '因公开内容不全引起的网络舆情', '起'],
    ['依申请公开没有产生邮寄费用。', '邮寄费用', '元'],
  ])('%s', async (text, label, unit) => {
    expect((await statementsOf(text)).filter(({ value }) => value === 0)).toMatchObject([
      { key: 'unnamed', label, unit },
    ])
  })

  it.each(['如没有产生费用，应当说明。', '12345热线未收到群众投诉。', '确保不发生泄密事件。'])(
    'but not %s',
    async (text) => expect(await statementsOf(text)).toEqual([]),
  )
})

describe('kinds that were quantities without one', () => {
  const keys = async (text: string) =>
    (await statementsOf(text)).map(({ key, value, unit }) => `${key} ${value}${unit}`)

  it.each([
    [
      '全县开设政务新媒体18个，其中政务微博5个、微信公众号13个。',
      ['media_accounts 18个', 'media_accounts.weibo 5个', 'media_accounts.wechat 13个'],
    ],
    // The words before a number of accounts name what they published, too.
    ['政务微博3个，发布信息1200条。', ['media_accounts.weibo 3个', 'proactive_items.weibo 1200条']],
    [
      '主要负责人出席新闻发布会4次，召开新闻发布会12场次。',
      ['press_conference_attendance 4次', 'press_conferences 12场次'],
    ],
    ['稳妥处置网络舆情9起，政策文件解读率100%。', ['opinion_cases 9起', 'interpretations.rate 100%']],
    [
      '门户网站设有28个一级栏目，新增政策类栏目2个，服务类栏目3个。',
      ['website_columns 28个', 'columns_opened 2个', 'columns_opened 3个'],
    ],
    ['门户网站改版，总访问量达12万人次。', ['website_visits 120000人次']],
    ['收到政府信息公开申请8件，6件均按时答复。', ['requests_received 8件', 'requests_on_time 6件']],
    ['县长信箱收到来信36件。', ['online_messages 36件']],
    [
      '发生行政复议4件，其中3件维持，1件尚未审结。',
      ['review_cases 4件', 'review_cases.upheld 3件', 'review_cases.pending 1件'],
    ],
    // Behind 万 the unit may be left out where it is plain what is counted.
    ['微信公众号粉丝近3.6万，总阅读量超100万。', ['media_followers 36000人', 'media_views 1000000次']],
    // What is only to be done is no figure of the year.
    ['下一步，将组织政务公开培训3次。', []],
  ])('%s', async (text, expected) => expect(await keys(text)).toEqual(expected))

  it('a wording that goes on names nothing behind other words', async () => {
    expect(await keys('收到政府信息公开申请8件，其他投诉6件均按时办结。')).toEqual([
      'requests_received 8件',
      'unnamed 6件',
    ])
    expect(await keys('新增政策类栏目2个，更新服务类栏目3个。')).toEqual(['columns_opened 2个', 'unnamed 3个'])
  })

  it('at least so many is no exact number', async () => {
    const found = await statementsOf('政策解读率达90%以上，发布信息20条以上，访问量近30万。')
    expect(found.map(({ value, rounding }) => [value, rounding])).toEqual([
      [90, 'over'],
      [20, 'over'],
      [300000, 'nearly'],
    ])
  })

  it.each([
    // How many were closed, checked or newly opened is not how many there are.
    '关停不规范的政务新媒体2个。',
    '对12个政务新媒体开展检查。',
    '新开设1个政务新媒体。',
    '更新一级栏目6个，微信公众号3个专栏。',
    '微信公众号总访问量达3万人次，图书馆总访问量2万人次。',
  ])('but not in %s', async (text) => {
    const other = ['media_accounts', 'website_columns', 'website_visits']
    expect((await statementsOf(text)).filter(({ key }) => other.includes(key))).toEqual([])
  })
})
