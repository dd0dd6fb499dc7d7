import { describe, expect, test } from 'vitest'
import { type ReadReport, readReport } from '../src/loaders/report.js'

// Small made-up reports; what is expected of each stands in its own lines.

function read(lines: readonly string[], declared?: { issuer?: string; year?: number }): Promise<ReadReport> {
  const bytes = new TextEncoder().encode(lines.join('\n'))
  return readReport({ id: 'made-up', path: 'made-up.txt', bytes, ...(declared ? { declared } : {}) })
}

const TITLE = '云溪县教育局2021年政府信息公开工作年度报告'
const at = ({ text }: ReadReport, place: readonly [number, number] | null) =>
  place === null ? null : text.slice(...place)

describe('sections', () => {
  test('a tree of three levels: each section reaches to the next of its level or above', async () => {
    const result = await read([
      TITLE,
      '一、总体情况',
      '（一）平台建设。全年检查栏目。',
      '1.网站。按月检查。',
      '2.微信。按周检查。',
      '（二）监督保障。组织培训。',
      '二、其他需要报告的事项',
      '没有其他需要报告的事项。',
    ])
    const { sections } = result.report
    expect(sections.map(({ key, level, parent }) => [key, level, parent])).toEqual([
      ['overview', 1, null],
      ['platform', 2, 0],
      ['platform', 3, 1],
      ['platform', 3, 1],
      ['supervision', 2, 0],
      ['other', 1, null],
    ])
    expect(at(result, sections[1]?.at ?? null)).toBe(
      '（一）平台建设。全年检查栏目。\n1.网站。按月检查。\n2.微信。按周检查。',
    )
    expect(sections.map(({ heading }) => heading)).toEqual([
      '一、总体情况',
      '（一）平台建设',
      '1.网站',
      '2.微信',
      '（二）监督保障',
      '二、其他需要报告的事项',
    ])
    for (const section of sections) expect(at(result, section.headingAt)).toBe(section.heading)
  })

  test('several (一)… (二)… run on in one line are sections of their own', async () => {
    const result = await read([TITLE, '一、总体情况', '（一）平台建设。按月检查。（二）监督保障。组织培训。'])
    expect(result.report.sections.map(({ key }) => key)).toEqual(['overview', 'platform', 'supervision'])
    expect(at(result, result.report.sections[1]?.at ?? null)).toBe('（一）平台建设。按月检查。')
  })

  test('headings whose number is damaged or lost count by what they say', async () => {
    const { report } = await read([
      TITLE,
      '、总体情况',
      '按月检查。',
      '3、收到和处理政府信息公开申请情况',
      '没有。',
      '主动公开政府信息情况',
      '没有。',
    ])
    expect(report.sections.map(({ key, level }) => [key, level])).toEqual([
      ['overview', 1],
      ['requests', 1],
      ['proactive', 1],
    ])
  })

  test('parts of the section on problems are about problems, whatever their headings name', async () => {
    const { report } = await read([
      TITLE,
      '五、存在的主要问题及改进情况',
      '（一）主动公开不够及时。已经改进。',
      '（二）平台建设滞后。正在改进。',
      '六、其他需要报告的事项',
      '没有。',
    ])
    expect(report.sections.map(({ key }) => key)).toEqual(['problems', 'problems', 'problems', 'other'])
  })

  test('signature, date and what the page adds are no part of the last section', async () => {
    const result = await read([
      TITLE,
      '六、其他需要报告的事项',
      '没有其他需要报告的事项。',
      '云溪县教育局',
      '2022年1月20日',
      '年度报告.pdf',
    ])
    expect(at(result, result.report.sections[0]?.at ?? null)).toBe('六、其他需要报告的事项\n没有其他需要报告的事项。')
  })

  test('Markdown headings keep their levels', async () => {
    const { report } = await read([`# ${TITLE}`, '## 一、总体情况', '### （一）平台建设', '按月检查。'])
    expect(report.sections.map(({ key, level }) => [key, level])).toEqual([
      ['overview', 1],
      ['platform', 2],
    ])
  })
})

describe('title, issuer and year, with the ground they rest on', () => {
  const BODY = ['一、总体情况', '按月检查栏目。']

  test.each([
    ['issuer before the year', '云溪县教育局2021年政府信息公开工作年度报告', '云溪县教育局'],
    ['year before the issuer', '2021年云溪县教育局政府信息公开工作年度报告', '云溪县教育局'],
    ['year in Chinese numerals', '云溪县教育局二〇二一年政府信息公开工作年度报告', '云溪县教育局'],
    ['another name of the report', '云溪县教育局2021年度信息公开年度报告', '云溪县教育局'],
  ])('%s', async (_, title, issuer) => {
    const result = await read([title, ...BODY])
    const { report } = result.report
    expect(report).toMatchObject({ title, issuer, issuerBasis: 'title', year: 2021, yearBasis: 'title' })
    expect(at(result, report.issuerAt)).toBe(issuer)
    expect(at(result, report.titleAt)).toBe(title)
  })

  test('a title broken over two lines', async () => {
    const { report } = (await read(['2021年云溪县教育局政府信息公开', '工作年度报告', ...BODY])).report
    expect(report).toMatchObject({
      title: '2021年云溪县教育局政府信息公开工作年度报告',
      issuer: '云溪县教育局',
      year: 2021,
    })
  })

  test('a line of a paragraph that mentions the form is no title', async () => {
    const { report } = (await read(['定》）和《关于印发政府信息公开工作年度报告', ...BODY])).report
    expect(report.title).toBeNull()
  })

  test('the issuer on the line above the title', async () => {
    const { report } = (await read(['云溪县教育局', '2021年政府信息公开工作年度报告', ...BODY])).report
    expect(report).toMatchObject({ issuer: '云溪县教育局', issuerBasis: 'line_above_title', year: 2021 })
  })

  test('the issuer in the signature', async () => {
    const { report } = (await read(['2021年政府信息公开工作年度报告', ...BODY, '云溪县教育局', '2022年1月20日'])).report
    expect(report).toMatchObject({ issuer: '云溪县教育局', issuerBasis: 'signature' })
  })

  test('the year of the period where the title has none', async () => {
    const result = await read([
      '云溪县教育局政府信息公开工作年度报告',
      '统计期限自2021年1月1日起至2021年12月31日止。',
      ...BODY,
    ])
    expect(result.report.report).toMatchObject({ year: 2021, yearBasis: 'period' })
    expect(at(result, result.report.report.yearAt)).toContain('2021年')
  })

  test('what came with the input is used only where the text is silent', async () => {
    const declared = { issuer: '某局', year: 2019 }
    const silent = (await read(['政府信息公开工作年度报告', ...BODY], declared)).report.report
    expect(silent).toMatchObject({
      issuer: '某局',
      issuerBasis: 'declared',
      year: 2019,
      yearBasis: 'declared',
      issuerAt: null,
    })
    const named = (await read([TITLE, ...BODY], declared)).report.report
    expect(named).toMatchObject({ issuer: '云溪县教育局', year: 2021 })
  })

  test('nothing is made up', async () => {
    const { report } = (await read(['政府信息公开工作年度报告', ...BODY])).report
    expect(report).toMatchObject({
      issuer: null,
      issuerBasis: null,
      issuerAt: null,
      year: null,
      yearBasis: null,
      yearAt: null,
    })
  })
})

describe('dates', () => {
  const dates = async (...lines: string[]) => (await read([TITLE, ...lines])).report.report.dates

  test.each([
    ['2022年1月20日', '2022-01-20'],
    ['2022 年 1 月 20 日', '2022-01-20'],
    ['２０２２年１月２０日', '2022-01-20'],
    ['二〇二二年一月二十日', '2022-01-20'],
    ['二○二二年十二月三十一日', '2022-12-31'],
    ['二零二二年十月十日', '2022-10-10'],
  ])('a signature %s', async (printed, value) => {
    const [signed] = await dates('一、总体情况', '没有。', '云溪县教育局', printed)
    expect(signed).toMatchObject({ kind: 'signed', value, status: 'stated', text: printed })
  })

  test.each(['2022年2月30日', '2022年13月1日', '2022年1月20日前完成整改'])('%s is no signature', async (line) => {
    expect(await dates('一、总体情况', line)).toEqual([])
  })

  test('a signature that prints the month alone leaves the day open', async () => {
    const [signed] = await dates('一、总体情况', '没有。', '云溪县教育局', '2022年1月')
    expect(signed).toMatchObject({ kind: 'signed', value: null, status: 'ambiguous', text: '2022年1月' })
  })

  test('the last of several is the signature; one inside a sentence is none', async () => {
    const [signed, ...others] = await dates('2022年1月5日', '一、总体情况', '2022年1月6日召开会议。', '2022年1月20日')
    expect(signed?.value).toBe('2022-01-20')
    expect(others).toEqual([])
  })

  test('the period and the publication', async () => {
    const found = await dates('发布时间：2022-01-25', '数据自2021年1月1日起至12月31日止。')
    expect(found.map(({ kind, value }) => [kind, value])).toEqual([
      ['published', '2022-01-25'],
      ['period_start', '2021-01-01'],
      ['period_end', '2021-12-31'],
    ])
  })

  // 2022121 is 2022-12-1 or 2022-1-21; only the latter is no later than a publication on 2022-01-25.
  test('a damaged signature is decided by the publication or left open', async () => {
    const decided = await dates('发布时间：2022-01-25', '一、总体情况', '没有。', '云溪县教育局', '2022121')
    expect(decided[0]).toMatchObject({
      status: 'inferred',
      value: '2022-01-21',
      candidates: ['2022-01-21', '2022-12-01'],
    })
    const open = await dates('一、总体情况', '没有。', '云溪县教育局', '2022121')
    expect(open[0]).toMatchObject({ status: 'ambiguous', value: null, candidates: ['2022-01-21', '2022-12-01'] })
    const both = await dates('发布时间：2022-12-25', '一、总体情况', '没有。', '云溪县教育局', '2022121')
    expect(both[0]).toMatchObject({ status: 'ambiguous', value: null })
  })
})

describe('statements', () => {
  const statements = async (sentence: string) => {
    const result = await read([TITLE, '一、总体情况', sentence])
    for (const statement of result.report.statements) expect(at(result, statement.at)).toBe(statement.text)
    return result.report.statements.map(({ key, value, unit, approximate, scope }) => ({
      key,
      value,
      unit,
      approximate,
      scope,
    }))
  }
  const one = (key: string, value: number, unit: string, rest: { approximate?: boolean; scope?: string } = {}) => ({
    key,
    value,
    unit,
    approximate: rest.approximate ?? false,
    scope: rest.scope ?? null,
  })

  test('a whole and its parts', async () => {
    expect(await statements('全年收到政府信息公开申请12件，其中网络申请9件、信函申请3件。')).toEqual([
      one('requests_received', 12, '件'),
      one('requests_received.online', 9, '件'),
      one('requests_received.mail', 3, '件'),
    ])
  })

  test.each([
    ['全年主动公开政府信息约350条。', one('proactive_items', 350, '条', { approximate: true })],
    ['全年主动公开政府信息2,300余条。', one('proactive_items', 2300, '条', { approximate: true })],
    ['全年主动公开政府信息4.25万条。', one('proactive_items', 42_500, '条')],
    ['全年主动公开政府信息1.2万余条。', one('proactive_items', 12_000, '条', { approximate: true })],
    ['全市主动公开政府信息421条。', one('proactive_items', 421, '条', { scope: '全市' })],
    ['全年主动公开政府信息１２条。', one('proactive_items', 12, '条')],
  ])('%s', async (sentence, expected) => {
    expect(await statements(sentence)).toEqual([expected])
  })

  test('none at all is nought, said in words', async () => {
    expect(await statements('全年未收到政府信息公开申请。')).toEqual([one('requests_received', 0, '件')])
  })

  test('a clause that goes on to count is no absence', async () => {
    const found = await statements('因无正当理由申请行政复议3件。')
    expect(found.filter(({ key }) => key === 'review_cases')).toEqual([one('review_cases', 3, '件')])
  })

  test.each(['联系电话：0999-1234567。', '依据《条例》第二十条第5项。', '会议室收到桌椅20套。'])(
    '%s counts nothing of disclosure',
    async (sentence) => {
      expect(await statements(sentence)).toEqual([])
    },
  )

  test('组织培训3次，参加50人。 counts nothing known', async () => {
    const found = await statements('组织培训3次，参加50人。')
    expect(found.filter(({ key }) => key !== 'unnamed')).toEqual([])
  })
})
