import { describe, expect, it } from 'vitest'
import type { Section } from '../src/types.js'
import { privateReports, readPrivate, readText } from './support/private-reports.js'

const TITLE = '云溪县2021年政府信息公开工作年度报告'
const TEXT = '云溪县按照第二十条第（一）项和第（二）项公开信息，数量增长一、二成，办理第三、四季度事项。'.repeat(8)

async function sections(text: string): Promise<{ section: Section; text: string }[]> {
  const read = await readText(text)
  return read.report.sections.map((section) => ({ section, text: read.text.slice(...section.at) }))
}

const outline = async (text: string) =>
  (await sections(text)).map(({ section }) => [section.level, section.key, section.heading] as const)

describe('headings in a page that lost its line ends', () => {
  it('are told by numbering and wording, whatever follows', async () => {
    const page = `${TITLE} 本报告由概述、主动公开政府信息情况两部分组成。一、总体情况2021年，${TEXT}（一）主动公开方面云溪县${TEXT}（二）依申请公开方面。${TEXT}二、主动公开政府信息情况 ${TEXT}三、存在的主要问题及改进情况（一）存在问题一是少。（二）改进措施${TEXT}四、其他需要报告的事项无。`
    expect(await outline(page)).toEqual([
      [1, 'overview', '一、总体情况'],
      [2, 'proactive', '（一）主动公开方面'],
      [2, 'requests', '（二）依申请公开方面'],
      [1, 'proactive', '二、主动公开政府信息情况'],
      [1, 'problems', '三、存在的主要问题及改进情况'],
      [2, 'problems', '（一）存在问题'],
      [2, 'problems', '（二）改进措施'],
      [1, 'other', '四、其他需要报告的事项'],
    ])
  })

  it('cover the page from the first heading to the end without gap or overlap, and say that text runs on', async () => {
    const page = `${TITLE} ${TEXT}一、总体情况${TEXT}二、主动公开政府信息情况${TEXT}三、其他需要报告的事项${TEXT}`
    const found = await sections(page)
    expect(found.map(({ text }) => text).join('')).toBe(page.slice(page.indexOf('一、总体情况')))
    expect(found.every(({ section }) => section.inline === true)).toBe(true)
  })

  it('need no boundary where the wording is a full one, and allow for a number left out', async () => {
    const page = `${TITLE} 邮箱：a＠b.example一、概述2021年，${TEXT}三、主动公开政府信息情况${TEXT}`
    expect((await outline(page)).map(([, key]) => key)).toEqual(['overview', 'proactive'])
  })

  it('are not the rows of a statutory table', async () => {
    const rows =
      '一、本年新收政府信息公开申请数量80二、上年结转政府信息公开申请数量0三、本年度办理结果（一）予以公开22（二）部分公开0（三）不予公开1'
    const page = `${TITLE} 一、总体情况${TEXT}二、收到和处理政府信息公开申请情况 ${rows} 四、结转下年度继续办理0 三、存在的主要问题及改进情况${TEXT}`
    expect((await outline(page)).map(([level, key]) => `${level} ${key}`)).toEqual([
      '1 overview',
      '1 requests',
      '1 problems',
    ])
  })

  it('are not looked for in sentences', async () => {
    const page = `${TITLE}\n一、总体情况\n${TEXT}\n二、其他需要报告的事项\n${TEXT}`
    const found = await outline(page)
    expect(found.map(([, key]) => key)).toEqual(['overview', 'other'])
  })

  it('may be those of a statistics table without a number', async () => {
    const page = `${TITLE} 一、概述${TEXT}二、主要问题和改进措施${TEXT} 附件1：云溪县2021年政府信息公开情况统计表 指标名称 计量单位 一、主动公开情况 条 5`
    expect((await outline(page)).map(([, key]) => key)).toEqual(['overview', 'problems', 'statistics'])
  })
})

describe('headings on lines of their own', () => {
  it('may begin anew in a second numbering', async () => {
    const text = `${TITLE}\n一、总体情况\n好。\n二、主动公开工作情况\n好。\n一、主动公开政府信息情况\n见表。\n二、其他需要报告的事项\n无。`
    expect((await outline(text)).map(([, key]) => key)).toEqual(['overview', 'proactive', 'proactive', 'other'])
  })

  it('are not rows of a table torn apart', async () => {
    const text = `${TITLE}\n三、收到和处理政府信息公开申请情况\n（六）其\n2.申请人逾期未按收费通知要求\n（五）不予处理\n四、其他需要报告的事项\n无。`
    expect((await outline(text)).map(([, key]) => key)).toEqual(['requests', 'other'])
  })
})

describe('the real reports', () => {
  const reports = privateReports('loaders-sections.test.ts')
  if (reports.length === 0) return it('are not here to be read', () => expect(reports).toEqual([]))

  const STATUTORY = ['overview', 'proactive', 'requests', 'remedies', 'problems', 'other']
  /** What a report has no heading for, seen by eye. */
  const LACKING: Readonly<Record<string, readonly string[]>> = {
    'seeds/taicang-port-2019.txt': ['overview', 'other'], // its own headings before the tables
    'seeds/taicang-city-2021.txt': ['other'], // ends with section five
  }

  it.each(reports.filter(({ year }) => year >= 2019))(
    '$file yields the six statutory sections it has',
    async (listed) => {
      const { report } = await readPrivate(listed)
      const keys = new Set(report.sections.map(({ key }) => key))
      expect(STATUTORY.filter((key) => !keys.has(key))).toEqual(LACKING[listed.file] ?? [])
    },
  )

  it.each(reports.filter(({ year }) => year < 2019))(
    '$file yields overview, disclosure and requests',
    async (listed) => {
      const { report } = await readPrivate(listed)
      const keys = report.sections.map(({ key }) => key)
      expect(keys).toEqual(expect.arrayContaining(['overview', 'proactive', 'requests']))
    },
  )

  it.each(reports)(
    '$file: a part lies within its section, and sections of one level do not overlap',
    async (listed) => {
      const { report, text } = await readPrivate(listed)
      for (const { at, headingAt, parent, heading } of report.sections) {
        expect(text.slice(...headingAt)).toBe(heading)
        const around = parent === null ? undefined : report.sections[parent]
        if (around) expect(at[0] >= around.at[0] && at[1] <= around.at[1]).toBe(true)
      }
      const first = report.sections.filter(({ parent }) => parent === null)
      expect(first.every(({ at }, i) => at[0] >= (first[i - 1]?.at[1] ?? 0))).toBe(true)
    },
  )
})
