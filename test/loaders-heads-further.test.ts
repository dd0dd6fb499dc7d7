import { describe, expect, it } from 'vitest'
import { circularYear } from '../src/loaders/head/opening.js'
import { placesNamed } from '../src/loaders/head/places-named.js'
import { readText } from './support/private-reports.js'

// Heads in wordings of pages and of prose without a title. The heads are made up: 云溪, 甲丙 and 东岭 are no places of the list; codes are those of GB/T
// 2260. What is expected follows from the rule that each group names.

const BODY = '一、总体情况\n工作平稳。\n二、主动公开政府信息情况\n见上。\n'
const head = async (text: string) => (await readText(`${text}\n${BODY}`)).report.report
const TITLE = '2019年政府信息公开工作年度报告'

describe('the title', () => {
  it.each([
    ['云溪县财政局关于2019年度政府信息公开工作情况的报告', '云溪县财政局'],
    ['云溪县财政局2019年度信息公开的报告', '云溪县财政局'],
    ['云溪县财政局政府信息公开工作2019年度报告', '云溪县财政局'],
    ['2019云溪县财政局政府信息公开年度报告', '云溪县财政局'],
    ['云溪县2019政府信息公开年度报告', '云溪县'],
    ['2019年政府信息公开年度报告（云溪县财政局）', '云溪县财政局'],
    ['云溪县档案局（馆）2019年政府信息公开年报', '云溪县档案局（馆）'],
  ])('closes in many words, and names issuer and year before, within or behind them: %s', async (title, issuer) => {
    expect(await head(title)).toMatchObject({ title, issuer, year: 2019, yearBasis: 'title' })
  })

  it.each([
    [`标  题 云溪县财政局${TITLE}`, `云溪县财政局${TITLE}`], // a label without a colon
    [`称： 云溪县财政局${TITLE}\n号：`, `云溪县财政局${TITLE}`], // what is left of 名称
    ['云溪县财政局政府信息公开年度报告\n（2019年度）', '云溪县财政局政府信息公开年度报告（2019年度）'],
    ['云溪县财政局2019年\n度政府信息公开年度报告', '云溪县财政局2019年度政府信息公开年度报告'],
  ])('stands without label, over two lines: %j', async (text, title) => {
    expect(await head(text)).toMatchObject({ title, issuer: '云溪县财政局', year: 2019 })
  })

  it.each([
    `云溪县财政局${TITLE} 发布时间：2020-01-02 来源：云溪县`,
    `云溪县财政局${TITLE}本报告根据条例编制，${'说明全年的工作和情况。'.repeat(12)}`,
    `首页 > 年报 > 云溪县财政局${TITLE}`,
    `【年报】云溪县财政局${TITLE}`,
    `信息标题：云溪县财政局${TITLE}`,
  ])('ends where the line runs on, and begins behind path and label: %s', async (text) => {
    expect(await head(text)).toMatchObject({ title: `云溪县财政局${TITLE}`, issuer: '云溪县财政局', year: 2019 })
  })

  it('is no sentence, however it is printed', async () => {
    expect((await head('现将2019年政府信息公开工作情况报告如下：')).title).toBeNull()
    expect((await head('云溪县2019年政府信息公开工作情况报告如下：')).title).toBeNull()
  })

  it('is put together from the pieces of a line that runs on', async () => {
    const text = `1、 云溪县财政局 2019 年度 政府信息公开年度报告 本报告${'依规定编制，说明全年的情况。'.repeat(12)}`
    expect(await head(text)).toMatchObject({ title: '云溪县财政局 2019 年度 政府信息公开年度报告', year: 2019 })
  })
})

describe('the issuer', () => {
  const issuer = async (text: string) => (await head(text)).issuer

  it.each([
    ['云溪县财政局依据条例公布年报。', '云溪县财政局'],
    ['根据条例，云溪县财政局编制了2019年的年报。', '云溪县财政局'],
    ['本年报是云溪县财政局根据条例写成。', '云溪县财政局'],
    ['我局工作平稳。请与云溪县财政局法规科联系。', '云溪县财政局'],
    ['我局工作平稳。请与云溪县财政局局办公室联系。', '云溪县财政局'],
    ['我办工作平稳。请与云溪县人民政府办公室秘书科联系。', '云溪县人民政府办公室'],
    ['我县工作平稳。请与云溪县人民政府办公室联系。', '云溪县人民政府'],
    ['我市工作平稳。请与云溪县人民政府办公室联系。', null], // another place than the one it speaks of
    ['我局工作平稳。请与云溪县人民政府办公室联系。', null],
    ['公布本级政府的年报。全县工作平稳。电子版见太仓县人民政府网站。', null], // 太仓县 is in no list of these years
    ['公布本级政府的年报。全县工作平稳。电子版见望江县人民政府网站。', '望江县人民政府'],
  ])(
    'is told by who makes the report, whose office is to be asked and how it speaks of itself: %s',
    async (text, expected) => {
      expect(await issuer(text)).toBe(expected)
    },
  )

  it.each([
    ['甲丙街道', '请与太仓市人民政府甲丙街道办事处联系。', '太仓市人民政府甲丙街道办事处'],
    ['甲丙街道', '请与甲丙街道办事处联系。', '甲丙街道办事处'],
    ['甲丙镇', '本报告由太仓市甲丙镇人民政府编制。', '太仓市甲丙镇人民政府'],
    ['市统计局', '请与太仓市统计局联系。', '太仓市统计局'],
    ['甲丙街道', '发布机构：太仓市甲丙街道\n请与沛县甲丙街道办事处联系。', '甲丙街道'], // two places
    ['甲丙街道', '请与太仓市东甲丙街道办事处联系。', '甲丙街道'], // 东甲丙 is another street
    ['太仓市甲丙街道', '请与太仓市人民政府甲丙街道办事处联系。', '太仓市甲丙街道'], // names its place itself
  ])('%s, beside %s: %s', async (short, text, expected) => {
    expect(await issuer(`${short}${TITLE}\n${text}`)).toBe(expected)
  })

  it('stands in the path of a page, and the source of a page counts after what the report says of itself', async () => {
    expect(await issuer(`首页 > 各部门 > 云溪县财政局 > 年报\n${TITLE}`)).toBe('云溪县财政局')
    expect(await issuer(`${TITLE}\n来源：云溪县人民政府办公室\n本报告由云溪县财政局编制。`)).toBe('云溪县财政局')
  })

  it('is none of a trade that took the page over; the body named behind such a government is', async () => {
    expect(await issuer(`甲丙博彩官网区财政局${TITLE}`)).toBeNull()
    expect(await issuer('2019年，甲丙博彩官网区人民政府东岭街道办事处认真公开。')).toBe('东岭街道办事处')
  })
})

describe('kind and level', () => {
  it.each([
    ['江苏省参事室', 'department', 'province'],
    ['国务院侨办', 'department', 'national'],
    ['太仓市法制办', 'department', 'county'],
    ['县委办', null, null],
    ['县财政局', 'department', 'county'],
    ['省财政厅', 'department', 'province'],
    ['市财政局', 'department', null], // 市 is of two levels
    ['市场监管局', 'department', null],
    ['苏州市公安局吴中分局', 'branch', 'county'],
    ['浙江证监局', 'department', 'province'],
    ['苏州供电公司', 'enterprise', 'prefecture'],
    ['国家统计局江苏调查总队', 'department', 'province'],
    ['江苏省国有资产监督管理委员会', 'department', 'province'],
    ['东岭商务区(街道)', null, null], // a zone and a street in one
    ['东岭湖区旅游局', 'department', null],
  ])('%s: %s, %s', async (name, kind, level) => {
    expect(await head(`${name}${TITLE}`)).toMatchObject({ issuer_kind: kind, issuer_level: level })
  })
})

describe('the place', () => {
  const region = async (name: string, text: string) => {
    const { region: found, region_basis } = await head(`${name}${TITLE}\n${text}`)
    return found === null ? null : [found.code, region_basis]
  }

  it.each([
    ['县财政局', '电子版见望江县人民政府网站。', '340827'],
    ['县财政局', '见望江县网站，与沛县相邻。', null],
    ['市场监管局', '电子版见太仓市人民政府网站。', null], // 市 begins another word
    ['甲丙镇', '电子版见太仓市人民政府网站。', '320585'],
    ['甲丙镇', '地址：苏州市吴中区1号。', '320506'],
    ['甲丙镇', '依照《苏州市公开办法》编制。', null], // the county is not named
    ['甲丙镇', '依照《东莞市公开办法》编制。', '441900'], // a city without counties
    ['甲丙镇', '见苏州吴中门户网站。', '320506'], // both by their short names, before a word for a site
    ['甲丙镇', '见“中国望江”县政府门户网站。', '340827'],
    ['财政局', '在县委、县政府领导下，见望江县网站。', '340827'],
    ['财政局', '地址：苏州市吴中区1号。我市工作平稳。', null], // the city's or the district's
    ['财政局', '索引号：11320585MB0000000X/2020-1', '320585'],
    ['财政局', '索引号：320585000000/2020-1', '320585'],
    ['财政局', '索引号：11320585MB0000000X/2020-1\n地址：沛县1号。', null], // the code says otherwise
    ['苏州空港新区', '见“吴中区政府信息”，区政府要求公开。', '320506'],
    ['苏州空港新区', '见“吴中区政府信息”。', '320500'], // who its superior is, is not said
    ['东岭湖区旅游局', '见太仓市网站。', null], // a place of its own, of no list
  ])('of %s is told by the places around, if they agree: %s', async (name, text, code) => {
    expect(await region(name, text)).toEqual(code && [code, code === '320500' ? 'issuer' : 'text'])
  })

  it('in a bracket tells which part of a zone is meant, and between organ and 分局 which branch', async () => {
    expect(await region('苏州吴中机场经济区（廊坊）管理委员会', '')).toEqual(['131000', 'text'])
    expect(await region('上海市公安局静安分局', '')).toEqual(['310106', 'issuer'])
    expect(await region('上海市公安局高新分局', '')).toEqual(['310000', 'issuer'])
  })

  it('is in a chain of places each within the one before, or left open', () => {
    const codes = (text: string) => placesNamed(text, 2019)?.map(({ code }) => code) ?? null
    expect(codes('江苏省太仓市财政局，地址：苏州市')).toEqual(['320000', '320500', '320585'])
    expect(codes('鼓楼区')).toBeNull() // of several cities
    expect(codes('徐州市鼓楼区')).toEqual(['320300', '320302'])
    expect(codes('各乡镇和县直单位，全州县市')).toEqual([]) // 和县 and 全州县 within other words
    expect(codes('北京市朝阳门街道')).toEqual(['110000']) // no site
    expect(codes('太仓市、沛县')).toBeNull()
  })
})

describe('dates', () => {
  const dates = async (text: string) =>
    (await head(`云溪县${TITLE}\n${text}`)).dates.map(({ kind, value, status }) => [kind, value, status])
  const year = (status: string) => [
    ['period_start', '2019-01-01', status],
    ['period_end', '2019-12-31', status],
  ]

  it.each([
    ['统计期限自2019年1月1日起，至2019年12月31日止。', 'stated'],
    ['统计期限为2019.1.1-2019.12.31。', 'stated'],
    ['统计期限为2019年1月1日一12月31日。', 'stated'], // 一 for a dash
    ['统计期限自二〇一九年一月一日至二〇一九年十二月三十一日。', 'stated'],
    ['统计期限为2019年1月至12月。', 'inferred'],
  ])('%s', async (text, status) => {
    expect(await dates(text)).toEqual(year(status))
  })

  it.each(['统计期限自201911日至20191231日。', '2019年1月至12月公开12条。', '统计期限为2019年13月1日至12月31日。'])(
    'no period: %s',
    async (text) => {
      expect(await dates(text)).toEqual([])
    },
  )

  it.each([
    ['2020-01-23', '2020-01-23'],
    ['2020-01-2318:26\n来源：', '2020-01-23'], // the day and 18:26
    ['2020-1-118:26', null], // the first at 18:26, or the 11th at 8:26
    ['• 2020-01-23\n• 2020-01-23', '2020-01-23'],
    ['2020-01-23\n2020-01-24', null],
    ['撰写时间：2020-01-23', '2020-01-23'],
    ['发布日期：20200123', '2020-01-23'],
    ['发布日期：20201323', null],
  ])('published: %j', async (text, expected) => {
    expect((await head(`云溪县${TITLE}\n${text}\n云溪县依法公开。`)).published).toBe(expected)
  })

  it('the year of the circular that a report follows', () => {
    const text = '按照《关于做好2019年度政府信息公开工作年度报告编制的通知》编制。'
    expect(circularYear(text, null)?.value).toBe(2019)
    expect(circularYear(text, '2020-01-20')?.value).toBe(2019)
    expect(circularYear(text, '2022-01-20')).toBeNull() // an older circular
    expect(circularYear(text + text.replace('2019', '2018'), null)).toBeNull()
  })
})
