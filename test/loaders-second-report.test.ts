import { describe, expect, test } from 'vitest'
import { readReport } from '../src/loaders/report.js'
import { type MadeUp, madeUp } from './support/made-up.js'
import { randomOf } from './support/random.js'
import { type Layout, render } from './support/render.js'

// Two made-up reports in one file. What is expected of the first is what is read of it when it stands alone.

const LAYOUTS: readonly Layout[] = ['lines', 'tabs', 'html']

async function read(source: string) {
  const { report } = await readReport({ id: 'a', path: 'a', bytes: new TextEncoder().encode(source) })
  const told = report.findings.filter(({ rule }) => rule === 'reading.second_report')
  return { report, told }
}

/** What a report says, the places of its page remains aside: what stands at its end may have become a page's foot. */
function saidBy({ report: { report, tables, statements, sections } }: Awaited<ReturnType<typeof read>>) {
  const { title, issuer, year, signed } = report
  return {
    title,
    issuer,
    year,
    signed,
    tables,
    statements,
    sections: sections.map(({ key, heading }) => [key, heading]),
  }
}

const one = madeUp(randomOf(71), '2021')
const another: MadeUp = { ...madeUp(randomOf(72), '2021'), issuer: '青石县财政局' }

describe('two reports in one file', () => {
  test.each(LAYOUTS)('%s: the second says nothing of the first, and is told', async (layout) => {
    const earlier: MadeUp = { ...madeUp(randomOf(73), '2019'), year: one.year - 2 }
    for (const second of [another, earlier]) {
      const [first, behind] = [render(one, layout).source, render(second, layout).source]
      const both = await read(`${first}\n${behind}`)
      expect(saidBy(both)).toEqual(saidBy(await read(first)))
      expect(both.told).toHaveLength(1)
      expect(both.told[0]?.at?.[0]).toBeGreaterThanOrEqual(first.length)
    }
  })

  test.each(LAYOUTS)('%s: a table that the first lacks is not taken from the second', async (layout) => {
    const lacking: MadeUp = { ...one, grids: { ...one.grids, remedies: [] } }
    const both = await read(`${render(lacking, layout).source}\n${render(another, layout).source}`)
    expect(both.report.tables.remedies.every(({ status }) => status === 'absent')).toBe(true)
  })

  test('a title that stands twice, or in a list of links, begins no other report', async () => {
    const { source } = render(one, 'lines')
    const title = source.split('\n')[0] ?? ''
    const list = `\n相关链接\n青石县财政局${one.year - 1}年政府信息公开工作年度报告\n白水镇人民政府${one.year}年政府信息公开工作年度报告\n`
    for (const page of [`${title}\n${source}`, `${source}${list}`, `${source}\n${source}`]) {
      const { told, report } = await read(page)
      expect(told).toEqual([])
      expect(report.report.year).toBe(one.year)
    }
  })

  test.each(LAYOUTS)('%s: so it is under a title that names no body', async (layout) => {
    const [first, second] = [one, { ...another, year: one.year }].map((report) => render(report, layout).source)
    const nameless = (second ?? '')
      .replaceAll(another.issuer, '')
      .replace(/[^。\n>]{10,200}。/g, '另一个单位写的是别的话，一句也不相同。')
    const both = await read(`${first}\n${nameless}`)
    expect(both.told).toHaveLength(1)
    expect(both.told[0]?.at?.[0]).toBeGreaterThanOrEqual(first?.length ?? 0)
  })

  test.each(LAYOUTS)('%s: under the very same title, another text is another report', async (layout) => {
    const [first, behind] = [one, { ...another, issuer: one.issuer, year: one.year }].map(
      (report) => render(report, layout).source,
    )
    const lacking: MadeUp = { ...one, grids: { ...one.grids, remedies: [] } }
    const own = render(lacking, layout).source.replace('。', '，云溪县把窗口开到村里。')
    const others = (behind ?? '').replace(/[^。\n>]{10,200}。/g, '本单位换了另一种写法，与前一份没有相同的话。')
    const both = await read(`${own}\n${others}`)
    expect(both.told).toHaveLength(1)
    expect(both.report.tables.remedies.every(({ status }) => status === 'absent')).toBe(true)
    // Expected: signed on another day, also the same words are another report's.
    const signed = (day: string) =>
      ['云溪县人民政府', day].map((line) => (layout === 'html' ? `<p>${line}</p>` : `\n${line}\n`))
    const dated = (day: string) => (first ?? '').replace(/(?:<\/(?:div|body|html)>\s*)*$/, signed(day).join(''))
    expect((await read(dated('2024年1月8日') + dated('2024年1月19日'))).told).toHaveLength(1)
    expect((await read(dated('2024年1月8日') + dated('2024年1月8日'))).told).toEqual([])
  })
})
