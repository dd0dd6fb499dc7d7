import { describe, expect, test } from 'vitest'
import { cellsOf, formById } from '../src/forms/forms.js'
import { fieldsOf } from '../src/loaders/containers/pdf-fields.js'
import { zipEntries, zipped } from '../src/loaders/containers/zip.js'
import { readReport } from '../src/loaders/report.js'
import { misled } from './support/adversary.js'
import { csvOf, docxOf, xlsxOf } from './support/containers.js'
import { madeUp } from './support/made-up.js'
import { randomOf } from './support/random.js'

// Files whose parts hold more than the page or the sheet shows. The number expected is the one that Word or Excel shows.

/** The file with one of its parts changed, and perhaps more parts. */
async function withPart(
  bytes: Uint8Array,
  path: RegExp,
  change: (xml: string) => string,
  more: Readonly<Record<string, string>> = {},
): Promise<Uint8Array> {
  const files: Record<string, Uint8Array | string> = { ...more }
  for (const entry of await zipEntries(bytes)) {
    const content = await entry.read()
    files[entry.path] = path.test(entry.path) ? change(new TextDecoder().decode(content)) : content
  }
  return zipped(files)
}

const FIGURE = /<w:r>(?:<w:rPr>(?:(?!<\/w:rPr>).)*<\/w:rPr>)?<w:t[^<>]*>\d+<\/w:t><\/w:r>/g
const run = (properties: string) => `<w:r><w:rPr>${properties}</w:rPr><w:t>7</w:t></w:r>`

const STYLES = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:style w:type="character" w:styleId="a3"><w:name w:val="footnote reference"/><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="a4"><w:name w:val="gone"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`

describe('a Word document', () => {
  const changes: Record<string, (figure: string) => string> = {
    'hidden digits': (figure) => run('<w:vanish/>') + figure,
    'digits crossed out twice': (figure) => run('<w:dstrike/>') + figure,
    'raised digits': (figure) => figure + run('<w:position w:val="8"/>'),
    'digits put in as symbols': (figure) =>
      `<w:r>${Array.from(figure.match(/>(\d+)</)?.[1] ?? '', (digit) => `<w:sym w:font="Arial" w:char="003${digit}"/>`).join('')}</w:r>`,
    'an equation': (figure) =>
      `<m:oMath><m:r><m:rPr><m:sty m:val="p"/></m:rPr><m:t>${figure.match(/>(\d+)</)?.[1]}</m:t></m:r></m:oMath>`,
    'a field': (figure) => `<w:fldSimple w:instr="=SUM(LEFT)">${figure}</w:fldSimple>`,
    'words under a gloss': (figure) =>
      `<w:r><w:ruby><w:rt>${run('')}</w:rt><w:rubyBase>${figure}</w:rubyBase></w:ruby></w:r>`,
    'digits raised by a style': (figure) => figure + run('<w:rStyle w:val="a3"/>'),
    'digits hidden by a style': (figure) => run('<w:rStyle w:val="a4"/>') + figure,
    'a style that the run overrules': (figure) =>
      figure.replace('<w:r>', '<w:r><w:rPr><w:rStyle w:val="a4"/><w:vanish w:val="0"/></w:rPr>'),
    'a run that is expressly not hidden': (figure) =>
      figure.replace('<w:r>', '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr>'),
  }
  test.each(Object.entries(changes))('%s', async (_, change) => {
    const report = madeUp(randomOf(11), '2021')
    let changed = 0
    const bytes = await withPart(
      await docxOf(report),
      /document\.xml$/,
      (xml) =>
        xml.replace(FIGURE, (figure) => (++changed % 3 === 0 && !figure.includes('<w:rPr>') ? change(figure) : figure)),
      { 'word/styles.xml': STYLES },
    )
    expect(changed).toBeGreaterThan(100)
    const { wrong, read, printed } = await misled(report, bytes, new Set(), 'a.docx')
    expect({ wrong, read }).toEqual({ wrong: [], read: printed })
  })
})

test('a Word document’s cells that show a sign or a fraction are withheld, not called blank', async () => {
  const signs = [
    '<w:r><w:sym w:font="Wingdings" w:char="F031"/></w:r>',
    '<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>',
  ]
  for (const sign of signs) {
    const report = madeUp(randomOf(11), '2021')
    let changed = 0
    const bytes = await withPart(await docxOf(report), /document\.xml$/, (xml) =>
      xml.replace(FIGURE, (figure) => (++changed % 9 === 0 ? sign : figure)),
    )
    // Expected: no cell of the requests table is called empty, for a number or a sign stands in each.
    const { report: found } = await readReport({ id: 'a', path: 'a.docx', bytes })
    const cells = cellsOf(found, 'requests')
    expect(cells.filter(({ status }) => status === 'blank' || status === 'nil' || status === 'absent')).toEqual([])
    expect(cells.filter(({ status }) => status === 'ambiguous').length).toBeGreaterThan(5)
  }
})

describe('fields of a form in a PDF', () => {
  // Expected: what a viewer shows of annotations as pdf.js gives them, in the middle of their rectangles.
  const field = {
    subtype: 'Widget',
    fieldType: 'Tx',
    fieldValue: ' 12 ',
    rect: [100, 200, 160, 220],
    annotationFlags: 4,
  }

  test('that are filled in show their text where they stand', () => {
    const [shown] = fieldsOf([field])
    expect(shown?.text).toBe('12')
    expect(shown?.from[0]).toBeGreaterThan(100)
    expect((shown?.from[0] ?? 0) + (shown?.width ?? 0)).toBeLessThan(160)
    expect(shown?.from[1]).toBeGreaterThan(200)
    expect(shown?.from[1]).toBeLessThan(220)
  })

  test('that are empty, hidden or no text show none', () => {
    const others = [
      { ...field, fieldValue: '' },
      { ...field, annotationFlags: 2 },
      { ...field, hidden: true },
      { ...field, fieldType: 'Btn', fieldValue: 'Yes' },
      { ...field, subtype: 'Link' },
      { ...field, rect: undefined },
    ]
    expect(fieldsOf(others)).toEqual([])
  })
})

describe('an Excel file', () => {
  test('a row that is hidden is not read', async () => {
    const report = madeUp(randomOf(12), '2021')
    const bytes = await withPart(await xlsxOf(report), /sheet1\.xml$/, (xml) => {
      const rows = xml.split(/(?=<row )/)
      const at = rows.findIndex((row) => row.includes('复议后起诉')) + 2
      const number = /r="(\d+)"/.exec(rows[at] ?? '')?.[1] ?? ''
      expect(number).not.toBe('')
      return xml.replace(`<row r="${number}"`, `<row r="${number}" hidden="1"`)
    })
    const { wrong, read, printed } = await misled(report, bytes, new Set(), 'a.xlsx')
    expect(wrong.filter((words) => !words.includes('blank'))).toEqual([])
    expect(printed - read).toBe(15)
  })
})

test('figures of a sheet that a style crosses out or hides are none', async () => {
  // Expected: a cell crossed out is withheld; one whose format shows nothing is empty to the reader.
  const report = madeUp(randomOf(12), '2021')
  const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode=";;;"/></numFmts><fonts><font/><font><b/><strike/></font></fonts>
<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/><xf numFmtId="170" fontId="0"/></cellXfs></styleSheet>`
  for (const [style, expected] of [
    [1, 'ambiguous'],
    [2, 'blank'],
  ] as const) {
    let changed = 0
    const bytes = await withPart(
      await xlsxOf(report),
      /sheet1\.xml$/,
      (xml) =>
        xml.replace(/<c r="(\w+)"><v>/g, (cell, at: string) =>
          ++changed % 40 === 0 ? `<c r="${at}" s="${style}"><v>` : cell,
        ),
      { 'xl/styles.xml': styles },
    )
    const { report: read } = await readReport({ id: 'a', path: 'a.xlsx', bytes })
    const cells = Object.values(read.tables).flat()
    expect(changed).toBeGreaterThan(190)
    expect(cells.filter(({ status }) => status === 'stated')).toHaveLength(cells.length - Math.floor(changed / 40))
    expect(cells.filter(({ status }) => status === expected)).toHaveLength(Math.floor(changed / 40))
  }
})

test('columns of a sheet that are hidden are not read', async () => {
  // Expected: the sheet as it was before a column was put in and hidden.
  const report = madeUp(randomOf(12), '2021')
  for (const at of [1, 4]) {
    const moved = (reference: string) =>
      reference.replace(/[A-Z]/g, (letter) =>
        String.fromCharCode(letter.charCodeAt(0) + (letter.charCodeAt(0) - 65 >= at ? 1 : 0)),
      )
    const bytes = await withPart(await xlsxOf(report), /sheet1\.xml$/, (xml) =>
      xml
        .replace(/\br(?:ef)?="[A-Z]\d+(?::[A-Z]\d+)?"/g, moved)
        .replace(/<c r="([A-Z])(\d+)"/g, (cell, letter: string, number: string) =>
          letter.charCodeAt(0) - 65 === at + 1
            ? `<c r="${String.fromCharCode(65 + at)}${number}"><v>77</v></c>${cell}`
            : cell,
        )
        .replace('<sheetData>', `<cols><col min="${at + 1}" max="${at + 1}" width="9" hidden="1"/></cols><sheetData>`),
    )
    const { wrong, read, printed } = await misled(report, bytes, new Set(), 'a.xlsx')
    expect({ wrong, read }, `column ${at}`).toEqual({ wrong: [], read: printed })
  }
})

test('lines of a field of CSV are no groups of one number', async () => {
  const report = madeUp(randomOf(13), '2021')
  const csv = csvOf(report)
  const cut = csv.replace(/(行政许可,)(\d+)/, (_, label: string, figure: string) => `${label}"${figure}\n123"`)
  expect(cut).not.toBe(csv)
  const { wrong } = await misled(report, cut, new Set(['proactive/licences/decisions']), 'a.csv')
  expect(wrong).toEqual([])
})

test('units and figures that a PDF reader writes below the labels of a page leave no row empty', async () => {
  const rows = formById('2014')?.tables.statistics?.blocks.flatMap((block) => block.rows) ?? []
  const pages = [rows.slice(0, 30), rows.slice(30)].map((page) => [
    ...page.map(({ printed }) => printed),
    ...page.map(({ unit = '件' }, i) => `${unit} ${10 + i}`),
  ])
  const text = ['云溪县人民政府2016年政府信息公开工作年度报告', '统计指标', ...pages.flat()].join('\n')
  const { report } = await readReport({ id: 'page', path: 'page.txt', bytes: new TextEncoder().encode(text) })
  const cells = report.tables.statistics ?? []
  expect(cells.length).toBe(rows.length)
  expect(cells.filter(({ status, value }) => status === 'blank' || status === 'nil' || value !== null)).toEqual([])
})
