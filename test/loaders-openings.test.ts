import { describe, expect, it } from 'vitest'
import { readText } from './support/private-reports.js'

// Reports whose title is missing, or names neither year nor issuer. The sentences are made up; what is expected of each stands beside it.

const BODY = '一、总体情况\n工作平稳。\n二、主动公开政府信息情况\n见上。\n'
const head = async (text: string) => (await readText(text)).report.report
const issuer = async (text: string) => {
  const { issuer, issuerBasis } = await head(`${text}\n${BODY}`)
  return [issuer, issuerBasis]
}

describe('the issuer without a title', () => {
  it.each([
    ['现公布云溪县财政局2019年政府信息公开工作年度报告。', '云溪县财政局'],
    ['特向社会公布2019年度云溪县财政局政府信息公开工作年度报告。', '云溪县财政局'],
    ['这是由云溪县财政局编制的2019年度政府信息公开年度报告。', '云溪县财政局'],
    ['现发布《云溪县财政局2019年政府信息公开工作年度报告》。', '云溪县财政局'],
    ['结合2019年云溪县财政局政府信息公开工作实际编制。', '云溪县财政局'],
    ['发布机构：云溪县人民政府办公室\n现公布云溪县人民政府2019年政府信息公开工作年度报告。', '云溪县人民政府'],
    ['现编制2018-2019学年云溪大学信息公开年度报告。', '云溪大学'],
  ])('is read from the title in a sentence: %s', async (text, expected) => {
    expect(await issuer(text)).toEqual([expected, 'opening_sentence'])
  })

  it.each([
    ['本年报由云溪县财政局办公室编制。', '云溪县财政局'],
    ['本报告由云溪县政府信息公开工作领导小组办公室根据条例汇总。', '云溪县'],
    ['对本报告有疑问，请与云溪县财政局政务公开办公室联系（地址：云溪县）。', '云溪县财政局'],
    ['2019年，在县委的正确领导下，云溪县财政局扎实推进公开。', '云溪县财政局'],
    ['我局公开12条，服务我市。有疑问请联系：云溪县财政局。', '云溪县财政局'],
    ['见“云溪县财政局”网站。有疑问请联系：云溪县财政局。', '云溪县财政局'],
    ['今年我局公开12条。有疑问请联系：云溪县财政局（电话：1）。', '云溪县财政局'],
  ])('is who made it, whose office is to be asked, or of whom it tells: %s', async (text, expected) => {
    expect(await issuer(text)).toEqual([expected, 'opening_sentence'])
  })

  it.each([
    ['a pronoun', '2019年，我局认真公开。'],
    ['a verb', '2019年，坚持以公开为常态。'],
    ['several bodies', '2019年，县委、县政府高度重视公开。'],
    ['a body of which the report does not speak as itself', '我局公开12条。2019年，云溪县人民政府认真公开，我局照办。'],
    ['another report’s title', '对照《云溪县财政局2018年政府信息公开年度报告》改进。'],
    ['what a verb stands in', '云溪大学办公室结合学校2019年信息公开工作实际编制。'],
    ['another office than one of disclosure', '有疑问请与云溪县大数据局联系。我县公开12条。'],
    ['a government’s general office, its own or the government’s', '请与云溪县人民政府办公室联系。'],
    ['a circular’s name', '按照《关于做好云溪县财政局2019年政府信息公开年度报告编制工作的通知》办理。'],
  ])('is not %s', async (_, text) => {
    expect(await issuer(text)).toEqual([null, null])
  })

  it('is not an entry of a menu above the title, nor a school year in it', async () => {
    expect(await issuer('街道办事处\n2019年政府信息公开工作年度报告')).toEqual([null, null])
    expect(await issuer('云溪大学2018—2019学年信息公开年度报告')).toEqual(['云溪大学', 'title'])
  })

  it('stands behind a label, in the next cell or on the next line', async () => {
    const title = '2019年政府信息公开工作年度报告'
    expect(await issuer(`- 发布机构: 云溪县财政局\n- 名称: ${title}`)).toEqual(['云溪县财政局', 'page_data'])
    expect(await issuer(`| 索引号 | 1 | 发布机构 | 云溪县财政局 |\n${title}`)).toEqual(['云溪县财政局', 'page_data'])
    expect(await issuer(`• 发布机构\n云溪县财政局\n• 文号\n${title}`)).toEqual(['云溪县财政局', 'page_data'])
  })
})

describe('the year without a title or period', () => {
  const year = async (text: string) => (await head(`云溪县政府信息公开工作年度报告\n${text}\n${BODY}`)).year

  it.each([
    ['2019年度我局未收到申请。', 2019],
    ['截至2019年底，公开12条。', 2019],
    ['自2017年以来，公开渐多。2019年，公开12条。2019年全县办理3件。', 2019],
    ['2019年，公开12条，2018年，公开10条。', null], // two years, each named once
    ['2019年，公开12条。\n云溪县人民政府\n2019年1月20日', null], // signed in January, of the year before
  ])('is the one of which the opening tells, if one alone: %s', async (text, expected) => {
    expect(await year(text)).toBe(expected)
  })

  it('is in brackets behind the closing words, or in a sentence’s title', async () => {
    expect(await head(`云溪县财政局政府信息公开报告（2019年）\n${BODY}`)).toMatchObject({
      year: 2019,
      yearBasis: 'title',
      issuer: '云溪县财政局',
    })
    expect(await head(`现公布本局2019年政府信息公开年度报告。\n${BODY}`)).toMatchObject({
      year: 2019,
      yearBasis: 'narrative',
      issuer: null,
    })
  })
})

describe('the day of publication', () => {
  const published = async (line: string) =>
    (await head(`云溪县2019年政府信息公开工作年度报告\n${line}\n${BODY}`)).published

  it.each([
    ['| 生成日期 | 2020-01-23 16:24:38 | 是否有效 |', '2020-01-23'],
    ['公开日期： | 2020-01-23 | |', '2020-01-23'],
    ['2020年01月23日 来源：云溪县', '2020-01-23'],
    ['• 发布日期\n2020-01-23\n• 有效性', '2020-01-23'],
    ['发 布 时 间：2020-01-23', '2020-01-23'],
    ['成文日期：2020-01-20 | 发布日期：2020-01-23', '2020-01-23'], // of two labels the one that says it
    ['成文日期：2020-01-20\n发布日期：2020-01-23', '2020-01-23'], // also on a line further down
    ['| 生成日期： | 2020年01月20日 |\n| 文号： | |\n| 公开日期： | 2020年01月23日 |', '2020-01-23'],
    ['印发日期：2020-01-20\n更新日期：2020-01-23', '2020-01-23'],
    ['发布日期：\n成文日期：2020-01-20', null], // the label that says it has no value; the other is the day of writing
    ['发布日期：\n生成日期：2020-01-20', '2020-01-20'],
    ['发布日期： 成文日期：2019年12月30日 录入时间：2020-01-23', '2020-01-23'], // the next label's day is not the first one's
    ['时间：2020-01-23\n发布日期', '2020-01-23'],
    ['发布日期：2020年元月23日', '2020-01-23'],
    ['统计时间：2019年1月1日至12月31日', null], // a short label at the end of another word
    ['2020年1月23日，县里开会。', null], // a sentence that opens with a day
  ])('%j: %s', async (line, expected) => {
    expect(await published(line)).toBe(expected)
  })
})

describe('the day of writing in the data of a page', () => {
  const title = '云溪县2019年政府信息公开工作年度报告'

  it('is that of the signature where the report has none', async () => {
    const text = `${title}\n成文日期：2020-01-20 发布日期：2020-01-23\n${BODY}`
    expect(await head(text)).toMatchObject({ signed: '2020-01-20', published: '2020-01-23' })
    expect(await head(`${title}\n成文日期：2020-01-20\n${BODY}`)).toMatchObject({
      signed: '2020-01-20',
      published: null,
    })
    const signed = `${title}\n成文日期：2020-01-20\n${BODY}云溪县人民政府\n2020年1月21日`
    expect(await head(signed)).toMatchObject({ signed: '2020-01-21' })
  })
})

describe('the day of publication of a page with dates of other reports below', () => {
  it('is the one above the text, whatever its label', async () => {
    const below = '相关文章\n发布日期：2021-05-06'
    const text = `云溪县2019年政府信息公开工作年度报告\n时间：2020-01-23\n${BODY}${below}`
    expect((await head(text)).published).toBe('2020-01-23')
  })
})

describe('what belongs to the page', () => {
  it.each([
    '| 索引号 | 1 | 文号 | |',
    '[字体： ] 打印',
    '2020年01月23日 来源：云溪县',
    '点击次数：13 更新时间：2020-01-23',
  ])('may stand between title and text: %s', async (line) => {
    const { report, text } = await readText(`云溪县2019年政府信息公开工作年度报告\n${line}\n${BODY}`)
    expect(report.report.remains.map(([from, to]) => text.slice(from, to))).toEqual([line])
  })

  it('may be an attached file below the report', async () => {
    const file = '云溪县2019年政府信息公开工作年度报告.pdf'
    const { report, text } = await readText(`云溪县2019年政府信息公开工作年度报告\n${BODY}${file}\n政府信息公开年报`)
    expect(report.report.remains.map(([from, to]) => text.slice(from, to))).toEqual([`${file}\n政府信息公开年报`])
  })
})

describe('headings', () => {
  const keys = async (text: string) =>
    (await readText(`云溪县2019年政府信息公开工作年度报告\n${text}`)).report.sections.map(({ key }) => key)

  it('may have another mark behind their number, or none, where their words are a heading’s', async () => {
    expect(await keys('一 概述\n好。\n二.主动公开情况\n好。\n三，、复议、诉讼和申诉情况\n无。')).toEqual([
      'overview',
      'proactive',
      'remedies',
    ])
    expect(await keys('????一、概述\n好。\n一 二 三\n三.五万人\n一 是加强领导')).toEqual(['overview'])
  })
})
