import { describe, expect, test } from 'vitest'
import { extractSource } from '../src/loaders/extract.js'
import { readReport } from '../src/loaders/report.js'
import type { SourceFormat } from '../src/types.js'
import { csvOf, docOf, docxOf, pdfOf, typstPdf, withGaps, xlsxOf, zipOf } from './support/containers.js'
import { type MadeUp, madeUp } from './support/made-up.js'
import { randomOf } from './support/random.js'
import { readContainer } from './support/read-container.js'
import { render } from './support/render.js'

type Packer = (report: MadeUp) => Uint8Array | Promise<Uint8Array>

const utf8 = (text: string) => new TextEncoder().encode(text)

/** A page as a browser saves it: HTML in quoted-printable among other parts. */
function mhtmlOf(report: MadeUp): Uint8Array {
  const page = utf8(render(report, 'html').source)
  const quoted = Array.from(page, (byte) =>
    byte === 61 || byte > 126 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
  )
  const lines = quoted.join('').replace(/((?:=[0-9A-F]{2}|[^\n=]){60})/g, '$1=\r\n')
  const head =
    'From: <Saved by Blink>\r\nSubject: report\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b"\r\n\r\n\r\n'
  const html = `------b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: http://www.example.gov.cn/1.html\r\n\r\n${lines}\r\n`
  return utf8(
    `${head}${html}------b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------b--\r\n`,
  )
}

/** The same report in a frame of a page that holds none, the one part or the other in front. */
function framedOf(report: MadeUp, isFirst: boolean): Uint8Array {
  const outer = '<html><body><p>网站首页</p><iframe src="cid:frame@mhtml.blink"></iframe></body></html>'
  const part = (html: string) =>
    `------b\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html)
      .toString('base64')
      .replace(/.{76}/g, '$&\r\n')}\r\n`
  const parts = [outer, render(report, 'html').source]
  const head =
    'From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----b"\r\n\r\n\r\n'
  return utf8(`${head}${(isFirst ? parts.toReversed() : parts).map(part).join('')}------b--\r\n`)
}

test.each([true, false])(
  'a saved page with the report in a frame, first %s, reads to the cells printed',
  async (isFirst) => {
    const report = madeUp(randomOf(13), '2021')
    const reading = await readContainer(report, 'framed.mhtml', framedOf(report, isFirst))
    expect(reading).toMatchObject({ wrong: [], read: reading.printed })
  },
)

const PACKERS: Readonly<Record<Exclude<SourceFormat, 'text'>, Packer>> = {
  html: (report) => utf8(render(report, 'html').source),
  mhtml: mhtmlOf,
  docx: docxOf,
  doc: docOf,
  xlsx: xlsxOf,
  csv: (report) => utf8(csvOf(report)),
  pdf: (report) => pdfOf(report),
}

describe.each(Object.entries(PACKERS))('%s', (format, pack) => {
  // The expected cells are those of the made-up report itself.
  test.each(['2019', '2021'])('a full report of the form of %s reads to the cells printed', async (form) => {
    const report = madeUp(randomOf(11), form)
    const reading = await readContainer(report, `report.${format}`, await pack(report))
    expect(reading.wrong).toEqual([])
    expect(reading.read).toBe(reading.printed)
    expect(reading.format).toBe(format)
    expect(reading.title).toBe(`云溪县人民政府${report.year}年政府信息公开工作年度报告`)
    expect(reading.headings).toEqual(
      expect.arrayContaining([
        '一、总体情况',
        '二、主动公开政府信息情况',
        '五、存在的主要问题及改进情况',
        '六、其他需要报告的事项',
      ]),
    )
  })

  test.each(['2019', '2021'])('empty cells and nil marks of the form of %s stay where they are', async (form) => {
    const random = randomOf(12)
    const report = withGaps(madeUp(random, form), () => (random.chance(0.25) ? '' : random.chance(0.1) ? '/' : null))
    const reading = await readContainer(report, `report.${format}`, await pack(report))
    expect(reading.wrong).toEqual([])
    // Old Word documents do not say how far a merged cell reaches, so that some rows are withheld.
    const share = format === 'doc' ? 0.8 : 1
    expect(reading.read).toBeGreaterThanOrEqual(share * reading.printed)
    expect(reading.empty).toBeGreaterThanOrEqual(share * reading.gaps)
  })

  test('the same bytes read to the same report, whatever their name says', async () => {
    const bytes = await pack(madeUp(randomOf(13), '2021'))
    const path = format === 'csv' ? 'a.csv' : 'download.php'
    const [one, two] = await Promise.all([readReport({ id: 'a', path, bytes }), readReport({ id: 'a', path, bytes })])
    expect(one.report).toEqual(two.report)
    expect(one.report.source.format).toBe(format)
  })
})

describe('PDF', () => {
  test('a table without rules is never wrong in silence', async () => {
    for (const form of ['2019', '2021']) {
      const random = randomOf(14)
      const report = withGaps(madeUp(random, form), () => (random.chance(0.2) ? '' : null))
      const reading = await readContainer(report, 'a.pdf', pdfOf(report, { ruled: false }))
      expect(reading.wrong).toEqual([])
    }
  })

  test('pages that are pictures have no text layer, and nothing is guessed', async () => {
    const bytes = typstPdf(
      `#image(bytes(range(0, 64).map(i => calc.rem(i * 37, 256))), format: (encoding: "luma8", width: 8, height: 8), width: 10cm)`,
    )
    await expect(readReport({ id: 'a', path: 'a.pdf', bytes })).rejects.toMatchObject({ code: 'no_text_layer' })
  })

  test('a page without text among others is named in a finding', async () => {
    const bytes = typstPdf(
      '云溪县人民政府2021年政府信息公开工作年度报告\n#pagebreak()\n#rect(width: 5cm, height: 5cm)\n#pagebreak()\n一、总体情况',
    )
    const { report } = await readReport({ id: 'a', path: 'a.pdf', bytes })
    expect(report.findings.find(({ rule }) => rule === 'reading.page_without_text')?.message).toMatch(/: 2$/)
  })

  test('text in two sizes, a frame and an underline make no table; lines that go on are one paragraph', async () => {
    const sentence = '云溪县围绕公开目录逐项核对栏目内容并按月通报结果。'.repeat(6)
    const bytes = typstPdf(
      `#set page(width: 300pt, height: 400pt)\n#rect(width: 100%)[#text(size: 14pt)[2021年政府信息公开工作年度报告]]\n#underline[一、总体情况]\n\n#h(2em)${sentence}`,
    )
    const { text } = await extractSource({ path: 'a.pdf', bytes })
    expect(text).not.toContain('<table>')
    expect(text).toContain(`<p>${sentence}</p>`)
  })
})

describe('Excel', () => {
  test('a table that begins in another cell than A1 and in the second sheet', async () => {
    const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
    const sheet = (rows: string, merges = '') =>
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData>${merges}</worksheet>`
    const bytes = await workbook([
      sheet(`<row r="3">${cell('C3', '云溪县人民政府2021年政府信息公开工作年度报告')}</row>`),
      sheet(
        `<row r="4">${cell('B4', '信息内容')}${cell('C4', '本年处理决定数量')}</row><row r="5">${cell('B5', '行政许可')}<c r="D5"><v>1314.9100000000001</v></c></row>`,
        '<mergeCells count="1"><mergeCell ref="B5:C5"/></mergeCells>',
      ),
    ])
    const { text } = await extractSource({ path: 'a.xlsx', bytes })
    expect(text).toContain('<p>云溪县人民政府2021年政府信息公开工作年度报告</p>')
    expect(text).toMatch(/行政许可<\/td><td>1314\.91<\/td>/)
  })

  test('a formula without its value and an error are neither empty nor a number', async () => {
    const bytes = await workbook([
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>行政许可</t></is></c><c r="B1"><f>SUM(C1:D1)</f></c><c r="C1" t="e"><f>A9</f><v>#REF!</v></c></row></sheetData></worksheet>`,
    ])
    expect((await extractSource({ path: 'a.xlsx', bytes })).text).toContain('<td>行政许可</td><td>=?</td><td>=?</td>')
  })

  // A CSV file and a sheet are read by the same rule; the year that heads a column stands in no form.
  test('columns without any figure keep their empty cells under a year as head', async () => {
    const csv = [
      '云溪县2012年政府信息公开工作年度报告,,,',
      '政府信息公开情况统计表,,,',
      '指标名称,计量单位,2012年度,历年累计',
      '主动公开信息数,条,,',
      '受理依申请公开信息总数,条,,',
      '行政复议数,件,,',
    ].join('\n')
    const bytes = new TextEncoder().encode(`${csv}\n`)
    const { text } = await extractSource({ path: 'a.csv', bytes })
    expect(text).toContain('<td>主动公开信息数</td><td>条</td><td></td><td></td>')
  })
})

function workbook(sheets: readonly string[]): Promise<Uint8Array> {
  const main = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const package_ = 'http://schemas.openxmlformats.org/package/2006'
  const names = sheets.map((_, i) => `<sheet name="S${i + 1}" sheetId="${i + 1}" r:id="r${i + 1}"/>`).join('')
  const links = sheets
    .map((_, i) => `<Relationship Id="r${i + 1}" Type="${main}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`)
    .join('')
  return zipOf({
    '[Content_Types].xml': `<Types xmlns="${package_}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${package_}/relationships"><Relationship Id="r" Type="${main}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${main}"><sheets>${names}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${package_}/relationships">${links}</Relationships>`,
    ...Object.fromEntries(sheets.map((xml, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml])),
  })
}
