import { describe, expect, test } from 'vitest'
import { ReadError } from '../src/loaders/errors.js'
import { readReport } from '../src/loaders/report.js'
import { docOf, docxOf, pdfOf, xlsxOf } from './support/containers.js'
import { madeUp } from './support/made-up.js'
import { randomOf } from './support/random.js'
import { render } from './support/render.js'

const report = madeUp(randomOf(41), '2021')
const utf8 = (text: string) => new TextEncoder().encode(text)

/** The error's code, or the number of cells with a value: anything else escapes as the program's own fault. */
async function outcome(path: string, bytes: Uint8Array): Promise<string | number> {
  try {
    const { report: read } = await readReport({ id: 'a', path, bytes })
    return Object.values(read.tables)
      .flat()
      .filter((cell) => cell.value !== null).length
  } catch (error) {
    if (error instanceof ReadError) return error.code
    throw error
  }
}

const containers: readonly (readonly [string, () => Uint8Array | Promise<Uint8Array>])[] = [
  ['a.pdf', () => pdfOf(report)],
  ['a.docx', () => docxOf(report)],
  ['a.xlsx', () => xlsxOf(report)],
  ['a.doc', () => docOf(report)],
  ['a.html', () => utf8(render(report, 'html').source)],
]

/** The beginning of a compound file that names a part, and nothing more. */
const oldOffice = (part: string) =>
  new Uint8Array(Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from(part, 'utf16le')]))

describe.each(containers)('%s', (path, make) => {
  test('cut off anywhere ends in an error or a report, never in a crash', async () => {
    const bytes = await make()
    for (const share of [0.001, 0.01, 0.1, 0.3, 0.5, 0.8, 0.95, 0.999]) {
      const result = await outcome(path, bytes.subarray(0, Math.ceil(bytes.length * share)))
      expect(['number', 'string']).toContain(typeof result)
      if (share < 0.01) expect(typeof result).toBe('string')
    }
  })

  test('with bytes changed at random ends in an error or a report, in bounded time', async () => {
    const random = randomOf(42)
    const bytes = await make()
    for (let round = 0; round < 25; round++) {
      const damaged = Uint8Array.from(bytes)
      for (let i = 0; i < 4; i++) damaged[random.int(0, damaged.length - 1)] = random.int(0, 255)
      // The beginning of a compound file holds where all its parts begin.
      if (round % 2 === 0) damaged[random.int(24, 511)] = random.int(0, 255)
      expect(['number', 'string']).toContain(typeof (await outcome(path, damaged)))
    }
  })
})

describe('a source that lacks its end says so', () => {
  test.each(['a.pdf', 'a.html'])('%s', async (path) => {
    const bytes = await (containers.find(([name]) => name === path)?.[1] ?? (() => new Uint8Array()))()
    const rules = async (own: Uint8Array) => {
      const { report: read } = await readReport({ id: 'a', path, bytes: own })
      return read.findings.map(({ rule }) => rule)
    }
    expect(await rules(bytes)).not.toContain('reading.cut_off')
    expect(await rules(bytes.subarray(0, bytes.length - (path === 'a.pdf' ? 30 : 2000)))).toContain('reading.cut_off')
  })
})

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

describe('what is no report is refused, with the reason', () => {
  test.each<[string, string, Uint8Array]>([
    ['no_text_layer or damaged_file', 'a.pdf', utf8('%PDF-1.7\n')],
    ['damaged_file', 'a.docx', utf8('PK\u0003\u0004')],
    ['damaged_file', 'a.doc', oldOffice('WordDocument')],
    ['unsupported_format', 'a.xls', oldOffice('Workbook')],
    ['unsupported_format', 'a.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])],
    ['unsupported_format', 'a.rar', utf8('Rar!\u001a')],
    ['unsupported_format', 'a.doc', utf8('{\\rtf1 text}')],
    [
      'unsupported_format',
      'a.doc',
      utf8(`${XML}<?mso-application progid="Word.Document"?>\n<w:wordDocument xmlns:w="x">`),
    ],
    ['unsupported_format', 'a.doc', Buffer.from(`\ufeff${XML}<pkg:package xmlns:pkg="x">`, 'utf16le')],
    [
      'unsupported_format',
      'a.xml',
      utf8(`${XML}<!-- 年报 --><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`),
    ],
    ['unsupported_format', 'a.fodt', utf8(`${XML}<office:document xmlns:office="x">`)],
    ['unsupported_format', 'a.xml', utf8(`${XML}<report><row>1</row></report>`)],
    ['empty_input', 'a.txt', new Uint8Array()],
    ['empty_input', 'a.txt', utf8(' \n\t ')],
    ['not_a_report', 'a.csv', utf8('a,b\n1,2\n')],
    ['damaged_file', 'a.csv', utf8(`政府信息,"${'x'.repeat(100)}\n`)],
  ])('%s: %s', async (code, path, bytes) => {
    expect(code).toContain(await outcome(path, bytes))
  })

  test('a page that is written as XML is read', async () => {
    const page = render(report, 'html').source
    const plain = await outcome('a.html', utf8(page))
    expect(plain).toBeGreaterThan(100)
    expect(
      await outcome('a.html', utf8(`${XML}<!DOCTYPE html>${/^<html/i.test(page) ? page : `<html>${page}</html>`}`)),
    ).toBe(plain)
  })

  test('binary noise', async () => {
    const random = randomOf(43)
    const noise = Uint8Array.from({ length: 300_000 }, () => random.int(0, 255))
    expect(['undecodable', 'binary_input']).toContain(await outcome('a.txt', noise))
  })

  test('50 MB of text, and one endless line', async () => {
    expect(await outcome('a.txt', Buffer.alloc(50 * 1024 * 1024, '政府信息公开 1 '))).toBe('too_large')
    expect(await outcome('a.txt', Buffer.alloc(2_000_000, '2021年政府信息公开工作年度报告，收到申请5件，'))).not.toBe(
      'internal',
    )
    expect(await outcome('a.html', utf8(`<p>${'<b'.repeat(1_000_000)}</p>`))).toBe('not_a_report')
  }, 60_000)

  test('HTML that nests without end', async () => {
    const deep = utf8(`${'<div>'.repeat(300_000)}2021年政府信息公开工作年度报告</div>`)
    expect(['damaged_file', 0]).toContain(await outcome('a.html', deep))
  })

  test('HTML with more elements, or deeper ones, than memory is worth', async () => {
    // Expected: refused before the tree is built, so in far less than the gigabytes that the tree would take.
    const title = '<h1>2021年政府信息公开工作年度报告</h1>'
    const before = process.memoryUsage().rss
    expect(await outcome('a.html', utf8(`${'<div>'.repeat(3_000_000)}${title}</div>`))).toBe('damaged_file')
    expect(process.memoryUsage().rss - before).toBeLessThan(1.5e9)
    expect(await outcome('a.html', utf8(`${'<div>'.repeat(100_000)}${title}</div>`))).toBe(0)
  }, 60_000)

  test('an old Office file whose chain of sectors leads back into itself', async () => {
    const bytes = await docOf(report)
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    const table = (view.getInt32(76, true) + 1) * 512
    // Two sectors that each name the other as the next.
    view.setInt32(table + 4 * 2, 3, true)
    view.setInt32(table + 4 * 3, 2, true)
    expect(await outcome('a.doc', bytes)).toBe('damaged_file')
  })
})
