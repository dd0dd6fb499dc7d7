import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listInputs, openInputs } from '../src/loaders/inputs.js'
import { readReport } from '../src/loaders/report.js'
import { analyse, isFailed } from '../src/study/analyse.js'
import { fileName, keepText } from '../src/study/keep-text.js'
import type { Report } from '../src/types.js'
import { docxOf, pdfOf, xlsxOf, zipOf } from './support/containers.js'
import { encoded } from './support/encoded.js'
import { madeUp } from './support/made-up.js'
import { privateReports, readPrivate } from './support/private-reports.js'
import { randomOf } from './support/random.js'
import { render } from './support/render.js'

const report = madeUp(randomOf(21), '2021')
const html = render(report, 'html').source
const text = render(report, 'lines').source
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gongkai-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

/** The ids of what an input opens to, each with its error's code or the year read. */
async function readAll(path: string): Promise<[string, string | number | null][]> {
  const found: [string, string | number | null][] = []
  for await (const result of analyse([path]))
    found.push(isFailed(result) ? [result.id, result.error.code] : [result.report.id, result.report.report.year])
  return found
}

async function collected<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const item of items) found.push(item)
  return found
}

describe('ZIP', () => {
  test('holds many reports of all kinds, each with its own id and its own error', async () => {
    const inner = await zipOf({ 'deep.txt': text })
    const path = await put(
      'reports.zip',
      await zipOf({
        'a/x.html': html,
        'b/x.txt': text,
        'word.docx': await docxOf(report),
        'sheet.xlsx': await xlsxOf(report),
        'print.pdf': pdfOf(report),
        'more.zip': inner,
        'list.jsonl': `${JSON.stringify({ id: 'from-crawl', text })}\n`,
        'broken.docx': 'PK\u0003\u0004 and no more',
        'noise.txt': 'nothing of the kind',
        'picture.png': 'left out',
        '__MACOSX/._x.html': 'left out',
      }),
    )
    expect(await readAll(path)).toEqual([
      ['reports/a/x.html', report.year],
      ['reports/b/x.txt', report.year],
      ['reports/broken', 'damaged_file'],
      ['from-crawl', report.year],
      ['reports/more/deep', report.year],
      ['reports/noise', 'not_a_report'],
      ['reports/print', report.year],
      ['reports/sheet', report.year],
      ['reports/word', report.year],
    ])
  })

  test('keeps the path within, and the hash of the document itself', async () => {
    const path = await put('one.zip', await zipOf({ 'dir/a.txt': text }))
    for await (const opened of openInputs(await listInputs([path]))) {
      if ('error' in opened) throw new Error(opened.error.message)
      const { report: read } = await readReport(opened)
      const alone = await readReport({ id: 'one/a', path: 'a.txt', bytes: new TextEncoder().encode(text) })
      expect(read.source).toMatchObject({ path: `${path}/dir/a.txt`, within: path, sha256: alone.report.source.sha256 })
      expect({ ...read, source: 0 }).toEqual({ ...alone.report, source: 0 })
    }
  })

  test('with names in GBK, as Chinese programs write them', async () => {
    const bytes = await zipOf({ xxxx: text })
    // 年报 in GBK, in the place of both names; without the mark for UTF-8.
    const name = [0xc4, 0xea, 0xb1, 0xa8]
    for (let at = 0; at < bytes.length - 4; at++) {
      if (bytes.subarray(at, at + 4).every((byte) => byte === 0x78)) bytes.set(name, at)
      if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 3) bytes[at + 7] = 0
      if (bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1) bytes[at + 9] = 0
    }
    const { zipEntries } = await import('../src/loaders/containers/zip.js')
    expect((await zipEntries(bytes)).map((entry) => entry.path)).toEqual(['年报'])
  })

  test('without reports, cut off, changed, or swollen: one error', async () => {
    const whole = await zipOf({ 'a.txt': text })
    const changed = Uint8Array.from(whole, (byte, i) => (i === 200 ? byte ^ 1 : byte))
    expect(await readAll(await put('none.zip', await zipOf({ 'a.png': 'x' })))).toEqual([['none', 'no_reports']])
    expect(await readAll(await put('cut.zip', whole.subarray(0, whole.length - 40)))).toEqual([['cut', 'damaged_file']])
    expect(await readAll(await put('changed.zip', changed))).toEqual([['changed/a', 'damaged_file']])
    const bomb = await zipOf({ 'a.txt': new Uint8Array(130 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await readAll(await put('bomb.zip', bomb))).toEqual([['bomb/a', 'too_large']])
  })
})

describe('JSONL', () => {
  const lines = [
    JSON.stringify({ id: 'a', text, url: 'http://www.example.gov.cn/a.html' }),
    '',
    '{"id": "b", "html": ',
    JSON.stringify({ id: 'c', title: 'no text' }),
    JSON.stringify({ html: html.replace('<head>', '<head><meta charset="gb2312">') }),
    JSON.stringify({ id: 'a', text }),
    '[]',
    'null',
  ]

  test('in a file: a report a line, whatever its meta tag says, and an error for each bad line', async () => {
    const path = await put('crawl.jsonl', lines.join('\n'))
    const ids = await readAll(path)
    expect(ids).toEqual([
      ['a', report.year],
      ['crawl/line-3', 'bad_json'],
      ['c', 'bad_json'],
      ['crawl/line-5', report.year],
      ['a#2', report.year],
      ['crawl/line-7', 'bad_json'],
      ['crawl/line-8', 'bad_json'],
    ])
    const [first] = await collected(analyse([path]))
    expect(first && !isFailed(first) && first.report.source).toMatchObject({
      path: `${path}/line-1`,
      within: path,
      url: 'http://www.example.gov.cn/a.html',
    })
  })

  test('packed with gzip, and on standard input', async () => {
    const path = await put('crawl2.jsonl.gz', gzipSync(lines[0] ?? ''))
    expect(await readAll(path)).toEqual([['a', report.year]])
    const stdin = Readable.from([Buffer.from(`${lines[0]}\n`), Buffer.from('x')])
    const opened = await collected(openInputs(await listInputs(['-'], { stdin })))
    expect(opened.map(({ id }) => id)).toEqual(['a', 'line-2'])
    expect(opened[0]).toMatchObject({ path: 'http://www.example.gov.cn/a.html' })
    expect(opened[1]).toMatchObject({ error: { code: 'bad_json' }, source: { path: '-' } })
  })

  test('a JSON file of one object, or of a list of them, is read as JSONL is, written with escapes and over lines', async () => {
    const escaped = JSON.stringify({ text }, null, 2).replace(
      /[\u0080-\uffff]/g,
      (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    expect(await readAll(await put('one.json', escaped))).toEqual([['one', report.year]])
    expect(await readAll(await put('named.json', JSON.stringify({ id: 'own', html })))).toEqual([['own', report.year]])
    const list = JSON.stringify([{ id: 'a', text }, { text }, { id: 'c' }, 5])
    expect(await readAll(await put('list.json', list))).toEqual([
      ['a', report.year],
      ['list/record-2', report.year],
      ['c', 'bad_json'],
      ['list/record-4', 'bad_json'],
    ])
    expect(await readAll(await put('lines.json', `${lines[0]}\n${lines[2]}`))).toEqual([
      ['a', report.year],
      ['lines/line-2', 'bad_json'],
    ])
    expect(await readAll(await put('page.json', html))).toEqual([['page', report.year]])
  })

  test('of the JSON files in a folder those are read whose first record has a text', async () => {
    const own = await mkdtemp(join(folder, 'json-'))
    await writeFile(join(own, 'a.json'), JSON.stringify([{ id: 'a', text }]))
    await writeFile(join(own, 'list.json'), JSON.stringify({ reports: [{ text: 'a.txt' }] }))
    const opened = await collected(openInputs(await listInputs([own])))
    expect(opened.map(({ id }) => id)).toEqual(['a'])
  })

  test('a list of reports beside them is no report', async () => {
    const own = await mkdtemp(join(folder, 'dir-'))
    await writeFile(join(own, 'a.txt'), text)
    await writeFile(join(own, 'manifest.jsonl'), '{"file": "a.txt", "year": 2021}\n')
    await writeFile(join(own, 'manifest.csv'), 'id,issuer\na,云溪县人民政府\n')
    expect((await listInputs([own])).map(({ id }) => id)).toEqual(['a'])
  })
})

// ——— web archives, built by hand after ISO 28500 ———

function record(type: string, headers: Readonly<Record<string, string>>, block: Uint8Array | string): Buffer {
  const body = Buffer.from(block)
  const lines = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ]
  return Buffer.concat([
    Buffer.from(`${lines.join('\r\n')}\r\nContent-Length: ${body.length}\r\n\r\n`),
    body,
    Buffer.from('\r\n\r\n'),
  ])
}

function response(url: string, head: readonly string[], body: Uint8Array | string): Buffer {
  const block = Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), Buffer.from(body)])
  const headers = {
    'WARC-Target-URI': url,
    'WARC-Date': '2022-02-01T00:00:00Z',
    'Content-Type': 'application/http; msgtype=response',
  }
  return record('response', headers, block)
}

const chunked = (body: Uint8Array) =>
  Buffer.concat([
    Buffer.from(`${(100).toString(16)}\r\n`),
    body.subarray(0, 100),
    Buffer.from(`\r\n${(body.length - 100).toString(16)}\r\n`),
    body.subarray(100),
    Buffer.from('\r\n0\r\n\r\n'),
  ])

describe('WARC', () => {
  const page = new TextEncoder().encode(html)
  const ok = 'HTTP/1.1 200 OK'
  const records = [
    record('warcinfo', { 'Content-Type': 'application/warc-fields' }, 'software: test\r\n'),
    response('http://a.example.gov.cn/1', [ok, 'Content-Type: text/html; charset=utf-8'], page),
    response('http://a.example.gov.cn/2', [ok, 'Content-Type: text/html; charset=gb2312'], encoded(html, 'gb18030')),
    response(
      'http://a.example.gov.cn/3',
      [ok, 'Content-Type: text/html', 'Content-Encoding: gzip', 'Transfer-Encoding: chunked'],
      chunked(gzipSync(page)),
    ),
    response('http://a.example.gov.cn/4', ['HTTP/1.1 404 Not Found', 'Content-Type: text/html'], page),
    response('http://a.example.gov.cn/5.png', [ok, 'Content-Type: image/png'], 'x'),
    response('http://a.example.gov.cn/6.pdf', [ok, 'Content-Type: application/pdf'], pdfOf(report)),
    record('resource', { 'WARC-Target-URI': 'http://a.example.gov.cn/7', 'Content-Type': 'text/plain' }, text),
    response('http://a.example.gov.cn/8', [ok, 'Content-Type: text/html'], '<html><p>其他网页</p></html>'),
  ]
  const expected = [
    ['crawl/record-2', report.year],
    ['crawl/record-3', report.year],
    ['crawl/record-4', report.year],
    ['crawl/record-7', report.year],
    ['crawl/record-8', report.year],
    ['crawl/record-9', 'not_a_report'],
  ]

  test('plain and packed record by record: every report in it, and no picture or failed request', async () => {
    expect(await readAll(await put('crawl.warc', Buffer.concat(records)))).toEqual(expected)
    expect(await readAll(await put('crawl.warc.gz', Buffer.concat(records.map((one) => gzipSync(one)))))).toEqual(
      expected,
    )
  })

  test('the charset of the header and the address are used', async () => {
    const results = await collected(analyse([await put('crawl3.warc', Buffer.concat(records))]))
    const second = results[1]
    expect(second && !isFailed(second) && second.report.source).toMatchObject({
      encoding: 'gbk',
      url: 'http://a.example.gov.cn/2',
    })
  })

  test('cut off within a record: what stands before it is read, the rest is an error', async () => {
    const whole = Buffer.concat(records.slice(0, 3))
    const found = await readAll(await put('cut.warc', whole.subarray(0, whole.length - 500)))
    expect(found).toEqual([
      ['cut/record-2', report.year],
      ['cut/record-3', 'damaged_file'],
    ])
    const packed = gzipSync(records[1] ?? '')
    const [only, ...more] = await readAll(await put('cut2.warc.gz', packed.subarray(0, packed.length - 100)))
    expect([only?.[1], more]).toEqual(['damaged_file', []])
    expect(await readAll(await put('none.warc.gz', gzipSync('nothing')))).toEqual([['none', 'damaged_file']])
  })

  test('cut off anywhere, in a header or a body, it ends: the parser would ask for the rest for ever', async () => {
    const whole = Buffer.concat(records.slice(0, 2))
    for (let length = 20; length < whole.length; length += length < 1500 ? 13 : 499) {
      const cut = [
        await put('any.warc', whole.subarray(0, length)),
        await put('any.warc.gz', gzipSync(whole.subarray(0, length))),
      ]
      for (const path of cut)
        for (const result of await collected(analyse([path])))
          expect(isFailed(result) && result.error.code, `${length}`).toBe('damaged_file')
    }
  })

  test('a body packed in a way that cannot be undone is an error, not a misreading', async () => {
    const odd = response(
      'http://a.example.gov.cn/9',
      [ok, 'Content-Type: text/html', 'Content-Encoding: br'],
      brotliCompressSync(page),
    )
    const [[, outcome] = []] = await readAll(await put('brotli.warc', odd))
    expect([report.year, 'undecodable', 'binary_input', 'unsupported_format', 'damaged_file']).toContain(outcome)
  })
})

describe('--keep-text', () => {
  test('writes the text that places refer to, and nothing for files that are their own text', async () => {
    const out = join(folder, 'kept')
    const paths = [
      await put('kept.pdf', pdfOf(report)),
      await put('packed.zip', await zipOf({ 'inner.txt': text })),
      await put('own.txt', text),
    ]
    const written: (string | null)[] = []
    for await (const result of analyse(paths)) {
      if (isFailed(result)) throw new Error(result.error.message)
      const file = await keepText(result, out)
      written.push(file)
      if (file === null) continue
      const kept = await readFile(file, 'utf8')
      const cells = Object.values(result.report.tables)
        .flat()
        .filter((cell) => cell.at !== null)
      expect(cells.length).toBeGreaterThan(100)
      for (const { at, text: printed } of cells) expect(at && kept.slice(at[0], at[1])).toBe(printed)
    }
    expect(written).toEqual([join(out, 'kept.txt'), join(out, 'packed/inner.txt'), null])
  })

  test('an id never leads out of the folder, and two ids never to one file', () => {
    const ids = ['../../etc/passwd', '/a', 'a', 'C:\\x', 'C:_x', 'a/../b', 'a//b', '.', 'x.', `${'长'.repeat(300)}`]
    const names = ids.map(fileName)
    for (const name of names) expect(name).not.toMatch(/^\/|(?:^|\/)\.{1,2}(?:\/|$)|[\\:]/)
    expect(new Set(names).size).toBe(ids.length)
  })
})

describe('real reports', () => {
  const real = privateReports('containers')
  test('read the same in a ZIP, in JSONL and in a web archive as by themselves', async () => {
    if (real.length === 0) return
    const zip = await put(
      'real.zip',
      await zipOf(Object.fromEntries(real.map(({ file, path }) => [file, readFileSync(path)]))),
    )
    const jsonl = real.map(({ file, path }) => JSON.stringify({ id: file, text: readFileSync(path, 'utf8') }))
    const warc = real.map(({ file, path }) =>
      response(
        `http://a.example.gov.cn/${file}`,
        ['HTTP/1.1 200 OK', 'Content-Type: text/html; charset=utf-8'],
        readFileSync(path),
      ),
    )
    const alone = new Map<string, string>()
    for (const one of real) alone.set(one.file, tablesOf((await readPrivate(one)).report))
    expect(alone.size).toBe(real.length)
    const paths = [zip, await put('real.jsonl', jsonl.join('\n')), await put('real.warc', Buffer.concat(warc))]
    for (const path of paths) {
      const found = new Map<string, string>()
      for await (const opened of openInputs(await listInputs([path]))) {
        if ('error' in opened) throw new Error(opened.error.message)
        const { report: read } = await readReport(opened)
        const place =
          read.source.url?.replace('http://a.example.gov.cn/', '') ?? read.source.path.replace(`${path}/`, '')
        found.set(path.endsWith('.jsonl') ? read.id : place, tablesOf(read))
      }
      expect(found).toEqual(alone)
    }
  })
})

const tablesOf = (read: Report): string => JSON.stringify([read.tables, read.report, read.sections])
