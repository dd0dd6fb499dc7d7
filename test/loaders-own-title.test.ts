import { describe, expect, it } from 'vitest'
import { readText } from './support/private-reports.js'

// Pages on which titles of other reports stand above or below the report. All names are made up (云溪 is no place of the list); what is expected
// is what the report's own title, its signature or its page's own data say, as each case tells.

const BODY = '一、总体情况\n全年工作平稳。\n二、主动公开政府信息情况\n见上。\n三、其他需要报告的事项\n无。'
const SIGNED = '云溪县财政局\n2020年1月9日'
const OWN = '云溪县财政局2019年政府信息公开工作年度报告'
const BARE = '2019年政府信息公开工作年度报告'
const of = (body: string, year = 2019) => `云溪县${body}${year}年政府信息公开工作年度报告`

const head = async (text: string) => (await readText(text)).report.report
const page = (blocks: readonly string[]) =>
  head(`<html><head><meta charset="utf-8"></head><body>${blocks.join('\n')}</body></html>`)
const paragraphs = (text: string) => text.split('\n').map((line) => `<p>${line}</p>`)
const links = (titles: readonly string[]) =>
  `<ul>${titles.map((one) => `<li><a href="a">${one}</a></li>`).join('')}</ul>`

describe('titles of other reports above the own one', () => {
  it.each([
    ['a list of other bodies', ['最新信息', of('审计局'), `${of('民政局')} 01-11`]],
    ['other years of the same body', ['历年年报', of('财政局', 2021), of('财政局', 2020), of('财政局', 2018)]],
    ['the report before', [`上一篇：${of('审计局', 2018)}`]],
    ['the report before, its label on a line of its own', ['上一篇', of('审计局', 2018), '下一篇：', of('民政局')]],
  ])('%s: issuer and year are those of the title nearest to the text', async (_, above) => {
    const expected = { title: OWN, issuer: '云溪县财政局', year: 2019 }
    expect(await head([...above, OWN, BODY].join('\n'))).toMatchObject(expected)
    expect(await page([links(above), `<h1>${OWN}</h1>`, ...paragraphs(BODY)])).toMatchObject(expected)
  })

  it('a title that names nobody takes no name from a list: the signature or the page tells it', async () => {
    const above = ['推荐信息', of('审计局'), of('民政局'), of('教育局')]
    expect(await head([...above, BARE, BODY, SIGNED].join('\n'))).toMatchObject({
      title: BARE,
      issuer: '云溪县财政局',
      issuerBasis: 'signature',
    })
    const told = [...above, BARE, '发布机构：云溪县财政局', BODY].join('\n')
    expect(await head(told)).toMatchObject({ issuer: '云溪县财政局', issuerBasis: 'page_data' })
    expect(await head([...above, BARE, BODY].join('\n'))).toMatchObject({ issuer: null, year: 2019 })
  })

  it('a single other title above one that names nobody is none of its own where the signature names another body', async () => {
    expect(await head([of('审计局'), BARE, BODY, SIGNED].join('\n'))).toMatchObject({ issuer: '云溪县财政局' })
  })

  it('of two titles that name bodies the one is the own whose body signed', async () => {
    const text = [OWN, of('审计局'), BODY, SIGNED].join('\n')
    expect(await head(text)).toMatchObject({ title: OWN, issuer: '云溪县财政局' })
    // The general office signs for its government: the nearest title stays.
    const government = `云溪县人民政府2019年政府信息公开工作年度报告`
    const office = `云溪县人民政府办公室\n2020年1月9日`
    expect(await head([of('财政局', 2018), government, BODY, office].join('\n'))).toMatchObject({
      title: government,
      year: 2019,
    })
  })
})

describe('titles of other reports below the report', () => {
  it.each([
    ['a list of another body', ['相关文章', of('审计局'), of('审计局', 2018)]],
    ['the next report', [`下一篇：${of('民政局', 2020)}`]],
    ['reports of the same body', ['相关链接：', `${of('财政局', 2020)} 2021-01-12`]],
  ])('%s: the title above the text stays, also without a name or over two lines', async (_, below) => {
    expect(await head([BARE, BODY, SIGNED, ...below].join('\n'))).toMatchObject({
      title: BARE,
      issuer: '云溪县财政局',
      issuerBasis: 'signature',
      year: 2019,
    })
    const two = ['云溪县财政局', '2019年度政府信息公开工作年度报告', BODY, ...below].join('\n')
    expect(await head(two)).toMatchObject({ issuer: '云溪县财政局', issuerBasis: 'line_above_title', year: 2019 })
    // Nobody else is named as the issuer: not known.
    expect(await head([BARE, BODY, ...below].join('\n'))).toMatchObject({ issuer: null, year: 2019 })
  })

  it('are no title of a report that has none', async () => {
    expect(await head([BODY, SIGNED, '相关文章', of('审计局', 2017)].join('\n'))).toMatchObject({
      title: null,
      issuer: '云溪县财政局',
    })
  })
})

describe('what must stay', () => {
  it('a title printed twice, in full first and then without its name', async () => {
    const text = [OWN, '发布时间：2020-01-12', BARE, BODY].join('\n')
    expect(await head(text)).toMatchObject({ title: OWN, issuer: '云溪县财政局', issuerBasis: 'title' })
  })

  it('a title above a list of contents, and one below a list of the sections', async () => {
    const contents = '目录\n一、总体情况\n二、主动公开政府信息情况'
    expect(await head([OWN, contents, BODY].join('\n'))).toMatchObject({ title: OWN })
    expect(await head([contents, OWN, BODY].join('\n'))).toMatchObject({ title: OWN })
  })

  it('a title above the name of an attached file of another year', async () => {
    const file = `附件：${of('财政局', 2018)}.pdf`
    expect(await head([OWN, file, BODY].join('\n'))).toMatchObject({ title: OWN, year: 2019 })
  })

  it('a title behind more than eighty lines of other reports', async () => {
    const list = Array.from({ length: 100 }, (_, i) => of(`第${i + 1}局`))
    expect(await head([...list, OWN, BODY].join('\n'))).toMatchObject({ title: OWN, issuer: '云溪县财政局' })
  })
})

describe('what a title says besides issuer and year', () => {
  it.each([
    ['云溪县财政局\n关于报送2019年政府信息公开工作年度报告的函', '云溪县财政局', 'line_above_title'],
    ['云溪县财政局关于上报2019年政府信息公开工作年度报告的报告', '云溪县财政局', 'title'],
    ['关于公布云溪县财政局2019年政府信息公开工作年度报告的公告', '云溪县财政局', 'title'],
    ['云溪县财政局公开2019年政府信息公开工作年度报告', '云溪县财政局', 'title'],
    ['云溪县财政局关于2019年政府信息公开工作的年度报告', '云溪县财政局', 'title'],
    ['云溪县财政局政府信息公开工作年度报告（2019）', '云溪县财政局', 'title'],
    ['云溪县融媒体2019年政府信息公开工作年度报告', '云溪县融媒体', 'title'], // no known ending, and no act
  ])('%j: what the issuer does with the report is no part of its name', async (title, issuer, issuerBasis) => {
    expect(await head(`${title}\n${BODY}`)).toMatchObject({ issuer, issuerBasis, year: 2019 })
  })

  it('关于报送 alone names nobody', async () => {
    const text = `关于报送2019年政府信息公开工作年度报告的函\n${BODY}`
    expect(await head(text)).toMatchObject({ issuer: null, year: 2019 })
  })
})
