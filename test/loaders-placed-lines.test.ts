import { describe, expect, test } from 'vitest'
import { htmlSurface } from '../src/loaders/html.js'
import { readReport } from '../src/loaders/report.js'

// Pages that place every piece of a line on its own, as programs write them that make HTML of a PDF. Expected is the line that a
// reader of the page sees: letters of 20 points are 20 wide, figures 10.

const STYLE = '<style>.a{font-size:20px}.b{font-size:21px}.c{font-size:40px}</style>'
const piece = (left: number, top: number, text: string, of = 'a') =>
  `<p style="position:absolute;top:${top}px;left:${left}px" class="${of}">${text}</p>`
const linesOf = (...pieces: string[]) =>
  htmlSurface(`${STYLE}<div>${pieces.join('\n')}</div>`)
    .text.split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

describe('placed pieces', () => {
  test('that follow each other on one line are one', () => {
    expect(linesOf(piece(50, 70, '云'), piece(70, 69, '溪县', 'b'), piece(112, 70, '2023年'))).toEqual(['云溪县2023年'])
    expect(linesOf(piece(50, 70, '-'), piece(60, 70, '12'))).toEqual(['-12'])
  })

  test('apart, on another line, of another height, or figure beside figure stay apart', () => {
    expect(linesOf(piece(50, 70, '规章'), piece(120, 70, '3'))).toEqual(['规章', '3'])
    expect(linesOf(piece(50, 70, '规章'), piece(90, 100, '行政'))).toEqual(['规章', '行政'])
    expect(linesOf(piece(50, 70, '规章'), piece(90, 70, '行政', 'c'))).toEqual(['规章', '行政'])
    expect(linesOf(piece(50, 70, '3'), piece(60, 70, '4'))).toEqual(['3', '4'])
    expect(linesOf(piece(50, 70, '规章'), '<p>注</p>', piece(90, 70, '行政'))).toEqual(['规章', '注', '行政'])
  })
})

describe('a name cut in two', () => {
  const headOf = async (title: string, lines: string[]) => {
    const body = [...lines, '一、总体情况', '本年度收到政府信息公开申请5件。'].join('<br/>')
    const page = `<html><head><title>${title}</title></head><body>${body}</body></html>`
    const { report, text } = await readReport({ id: 'a', path: 'a.html', bytes: new TextEncoder().encode(page) })
    const { issuer, issuerAt, region } = report.report
    return { issuer, region: region?.code, at: issuerAt && text.slice(...issuerAt) }
  }
  const TITLE = '2024年政府信息公开工作年度报告'

  // Expected: 长沙县 is 430121 and 沙县 350427 in the list of places.
  test('is whole in the title of the page', async () => {
    const whole = { issuer: '长沙县教育局', region: '430121', at: '长沙县教育局' }
    expect(await headOf(`长沙县教育局${TITLE}`, ['长', `沙县教育局${TITLE}`])).toEqual(whole)
    expect(await headOf(`长沙县教育局${TITLE}`, ['长沙', `县教育局${TITLE}`])).toMatchObject({ issuer: '长沙县教育局' })
  })

  test.each(['', '福建省', '三明市', '关于公布', '通知公告：'])('is none behind %s', async (before) => {
    const own = { issuer: '沙县教育局', region: '350427', at: '沙县教育局' }
    expect(await headOf(`${before}沙县教育局${TITLE}`, [`沙县教育局${TITLE}`])).toEqual(own)
  })
})
