import { describe, expect, it } from 'vitest'
import { privateReports, readPrivate, readText } from './support/private-reports.js'

const BODY = '一、总体情况\n2021年，云溪县公开信息12条。\n二、主动公开政府信息情况\n见上。\n'
const head = async (text: string) => (await readText(text)).report.report

describe('title, issuer and year', () => {
  it('are read from a title broken over two lines', async () => {
    const { title, issuer, year } = await head(`正文\n2021 年云溪县财政局政府信息公开\n工作年度报告\n${BODY}`)
    expect({ title, issuer, year }).toEqual({
      title: '2021 年云溪县财政局政府信息公开工作年度报告',
      issuer: '云溪县财政局',
      year: 2021,
    })
    const broken = await head(`云溪县地方税务局2013年\n信息公开年度报告\n${BODY}`)
    expect(broken).toMatchObject({ issuer: '云溪县地方税务局', year: 2013 })
  })

  it('are not taken from a sentence that names a law or a circular', async () => {
    const text = `云溪县政府信息公开工作年度报告\n本报告依照规\n定》和《关于印发政府信息公开工作年度报告\n格式的通知》编制。\n${BODY}`
    expect(await head(text)).toMatchObject({ title: '云溪县政府信息公开工作年度报告', issuer: '云溪县' })
  })

  it('are read from the data of an archive’s page where the text has no title', async () => {
    const found = await head(`标题: 云溪县2021年政府信息公开工作年度报告\n发布时间: 2022-02-08 16:34\n文号: \n${BODY}`)
    expect(found).toMatchObject({ issuer: '云溪县', year: 2021, published: '2022-02-08', issuerBasis: 'title' })
  })

  it('are read from the head of a page that lost its line ends', async () => {
    const long = '云溪县公开信息。'.repeat(60)
    const text = `首页 云溪县2021年政府信息公开工作年度报告 来源：云溪县人民政府 时间：2022-01-10 ${long}一、总体情况${long}`
    const found = await head(text)
    expect(found).toMatchObject({ title: '云溪县2021年政府信息公开工作年度报告', year: 2021, issuer: '云溪县' })
  })

  it.each([
    '首页 > 年报字体：大 中 小 打印云溪县2021年政府信息公开工作年度报告（本报告 按规定编制，一年一次）',
    '打印2021年云溪县政府信息公开工作年度报告（本报告 按规定编制，一年一次）',
  ])('are read where page and report run together, the title without what stands around it: %s', async (start) => {
    const period = '数据起讫：2020年1月1日至2020年12月31日。'
    const found = await head(`${start}${period}${BODY.replaceAll('\n', '')}${'云溪县公开信息。'.repeat(60)}`)
    expect(found).toMatchObject({ year: 2021, yearBasis: 'title', issuer: '云溪县' })
    expect(found.title).toBe(/(?<=打印)[^（]*/.exec(start)?.[0])
  })

  it('are printed without the markup of a page', async () => {
    const html = `<html><body><h1>云溪县&nbsp;2021年<br>政府信息公开工作年度报告</h1><p>${BODY.replaceAll('\n', '</p><p>')}</p></body></html>`
    expect((await head(html)).title).toBe('云溪县 2021年政府信息公开工作年度报告')
  })
})

describe('dates', () => {
  const period = async (words: string) =>
    (await head(`云溪县政府信息公开工作年度报告\n${words}\n${BODY}`)).dates.map(({ kind, value }) => [kind, value])

  it.each(['2021年1月1日起至2021年12月31日', '2021\n年 1 月 1 日至 12 月 31 日', '2021年1月1日到12月31日止'])(
    'the period %j covers the year 2021',
    async (words) => {
      expect(await period(`本报告所列数据的统计期限为${words}。`)).toEqual([
        ['period_start', '2021-01-01'],
        ['period_end', '2021-12-31'],
      ])
    },
  )

  it('a project’s span is not the period', async () => {
    expect(await period('试点自2019年3月1日至2021年6月30日开展。')).toEqual([])
  })

  it('a signature may be in Chinese numerals and in brackets', async () => {
    const signed = async (line: string) =>
      (await head(`云溪县2021年政府信息公开工作年度报告\n${BODY}云溪县人民政府\n${line}`)).signed
    expect(await signed('二〇二二年一月二十三日')).toBe('2022-01-23')
    expect(await signed('(2022年1月23日)')).toBe('2022-01-23')
    expect(await signed('二Ｏ二二年十一月十日')).toBe('2022-11-10')
    expect(await signed('2022年2月30日')).toBeNull()
  })

  it('a signature without a day is left open, with the month’s ends', async () => {
    const { report } = await readText(`云溪县2021年政府信息公开工作年度报告\n${BODY}云溪县人民政府\n二〇二二年二月`)
    expect(report.report.signed).toBeNull()
    expect(report.report.dates).toMatchObject([
      {
        kind: 'signed',
        value: null,
        status: 'ambiguous',
        precision: 'month',
        candidates: ['2022-02-01', '2022-02-28'],
      },
    ])
    expect(report.findings.map(({ rule }) => rule)).toContain('reading.partial_date')
  })
})

describe('what belongs to the page', () => {
  const remains = async (text: string) => {
    const read = await readText(text)
    return read.report.report.remains.map(([start, end]) => read.text.slice(start, end))
  }

  it('is set aside above and below the report and between its pages, at its place', async () => {
    const text = `当前位置：首页 > 年报\n云溪县2021年政府信息公开工作年度报告\n来源：云溪县人民政府 时间：2022-01-10\n${BODY}— 2 —\n三、收到和处理政府信息公开申请情况\n无。\n扫一扫在手机打开当前页\nmap\n`
    expect(await remains(text)).toEqual([
      '当前位置：首页 > 年报',
      '来源：云溪县人民政府 时间：2022-01-10',
      '— 2 —',
      '扫一扫在手机打开当前页\nmap',
    ])
  })

  it('is never a sentence of the report', async () => {
    const text = `云溪县2021年政府信息公开工作年度报告\n${BODY}网站访问量达10万次，分享到微信。\n网站地图，联系我们\n三、其他需要报告的事项\n无。`
    expect(await remains(text)).toEqual([])
  })
})

describe('the real reports', () => {
  const reports = privateReports('loaders-head.test.ts')
  if (reports.length === 0) return it('are not here to be read', () => expect(reports).toEqual([]))

  /** What the report prints where the list gives the full, or the right, name. */
  const PRINTED: Readonly<Record<string, string>> = {
    'shanghai/shanghai-stcsm-2024.md': '上海市科委', // short name in the title
    'shuyang/shuyang-county-2025.txt': '沐阳县人民政府', // misread by recognition software
  }

  it.each(reports)('$file yields the year and the issuer of the list', async (listed) => {
    const { report } = await readPrivate(listed)
    const { year, issuer } = report.report
    expect(year).toBe(listed.year)
    const expected = PRINTED[listed.file] ?? listed.issuer
    // A title may name the zone or the place whose committee or government issued the report.
    expect([expected, expected.replace(/(?:管委会|人民政府)$/, ''), expected.replace(/（.*）$/, '')]).toContain(issuer)
  })

  it('leaves the region of a misprinted county open', async () => {
    const listed = reports.find(({ file }) => file.startsWith('shuyang/'))
    expect(listed && (await readPrivate(listed)).report.report.region).toBeNull()
  })

  it.each(reports)('$file: every place read holds what was read there', async (listed) => {
    const { report, text } = await readPrivate(listed)
    const { issuer, issuerAt, remains, year, yearAt } = report.report
    if (issuerAt && !text.slice(...issuerAt).includes('<'))
      expect(text.slice(...issuerAt).replace(/\s/g, '')).toBe(issuer)
    if (yearAt) expect(text.slice(...yearAt)).toContain(String(year))
    expect(remains.every(([start, end], i) => start < end && start >= (remains[i - 1]?.[1] ?? 0))).toBe(true)
  })
})
