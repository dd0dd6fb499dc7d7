import { describe, expect, it } from 'vitest'
import { readText } from './support/private-reports.js'

// Pages laid out by tables. All names and figures are made up; what is expected is what the same lines say as paragraphs.

const TITLE = '云溪县财政局2023年政府信息公开工作年度报告'
const SECTION = '一、总体情况'
const SENTENCES = ['2023年，我局收到政府信息公开申请31件。', '全年主动公开政府信息1,460条。', '发生行政复议4件。']
const SIGNED = ['云溪县财政局', '2024年1月20日']
const LINES = [SECTION, ...SENTENCES, ...SIGNED]
const EXPECTED = [
  ['requests_received', 31],
  ['proactive_items', 1460],
  ['review_cases', 4],
]

const paragraphs = LINES.map((line) => `<p>${line}</p>`).join('')
const broken = LINES.join('<br>')

async function read(body: string) {
  const { report } = await readText(`<html><head><meta charset="utf-8"></head><body>${body}</body></html>`)
  const { issuer, signed } = report.report
  const statements = report.statements.map(({ key, value }) => [key, value])
  return { issuer, signed, sections: report.sections.map(({ key }) => key), statements }
}

describe('a table that lays out a page', () => {
  it.each([
    ['navigation beside paragraphs', `<table><tr><td>导航</td><td><h1>${TITLE}</h1>${paragraphs}</td></tr></table>`],
    ['lines ended by <br>', `<table><tr><td>${TITLE}</td></tr><tr><td>${broken}</td></tr></table>`],
    ['title and text in one cell', `<table><tr><td>${TITLE}<br>${broken}</td></tr></table>`],
    [
      'a table in a cell beside another',
      `<table><tr><td>导航</td><td><table><tr><td>${TITLE}</td></tr><tr><td>${paragraphs}</td></tr></table></td></tr></table>`,
    ],
    [
      'a row for each paragraph',
      `<table><tr><td>${TITLE}</td></tr>${LINES.map((line) => `<tr><td>${line}</td></tr>`).join('')}</table>`,
    ],
    [
      'a number before each sentence',
      `<h1>${TITLE}</h1><p>${SECTION}</p><table>${SENTENCES.map((line, i) => `<tr><td>${i + 1}</td><td>${line}</td></tr>`).join('')}</table>` +
        SIGNED.map((line) => `<p>${line}</p>`).join(''),
    ],
  ])('hides nothing of its text: %s', async (_, body) => {
    expect(await read(body)).toEqual({
      issuer: '云溪县财政局',
      signed: '2024-01-20',
      sections: ['overview'],
      statements: EXPECTED,
    })
  })
})

describe('a table of data', () => {
  const before = `<h1>${TITLE}</h1><p>${SECTION}</p>`

  it('keeps its cells, also where a label or figure stands in paragraphs', async () => {
    const row = '<tr><td><p>收到</p><p>申请</p></td><td><p>31</p><p>件</p></td></tr>'
    expect((await read(`${before}<table>${row}</table>`)).statements).toEqual([])
  })

  it('says nothing by a sentence beside words that tell whose or what it is', async () => {
    const rows = '<tr><td>1</td><td>东岭镇</td><td>全年收到政府信息公开申请31件。</td></tr>'
    expect((await read(`${before}<table>${rows}</table>`)).statements).toEqual([])
    const two = '<tr><td>东岭镇</td><td>全年收到政府信息公开申请31件。</td></tr>'
    expect((await read(`${before}<table>${two}</table>`)).statements).toEqual([])
  })
})
