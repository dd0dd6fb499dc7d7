import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { Readable } from 'node:stream'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Opened } from '../src/loaders/containers/open.js'
import { type ListedInput, listInputs, openInputs, type PassedOver } from '../src/loaders/inputs.js'
import { holdsReports } from '../src/loaders/sift.js'
import { LAYOUTS } from '../src/study/simulate/layouts.js'
import { simulateReport } from '../src/study/simulate/report.js'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'inputs-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function write(...path: string[]): string {
  const file = join(folder, ...path)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, path.join('/'))
  return file
}

const idsOf = (listed: readonly (ListedInput | Opened)[]) => listed.map(({ id }) => id)
const codeOf = (entry: ListedInput | Opened | undefined) => (entry && 'error' in entry ? entry.error.code : null)

/** Every document that listed inputs hold, and the errors in their places. */
async function opened(listed: readonly ListedInput[]): Promise<Opened[]> {
  const found: Opened[] = []
  for await (const one of openInputs(listed)) found.push(one)
  return found
}

/** What opening gives of a document: its text, and what was declared of it. */
function loaded(entry: Opened | undefined) {
  if (entry === undefined || 'error' in entry) return null
  return { text: new TextDecoder().decode(entry.bytes), declared: entry.declared }
}

describe('files and folders', () => {
  test('a file is itself, whatever its ending', async () => {
    const file = write('b.report')
    const listed = await listInputs([file])
    expect(listed).toMatchObject([{ id: 'b', path: file }])
    expect((await opened(listed)).map(loaded)).toEqual([{ text: 'b.report', declared: undefined }])
  })

  test('a folder is its report files at any depth, in the order of their paths', async () => {
    for (const name of [
      'b.txt',
      'a.html',
      'Z.md',
      'sub/c.htm',
      'a/d.txt',
      'a/deep/e.TXT',
      'picture.png',
      'data.csv',
      'note',
    ]) {
      write(...name.split('/'))
    }
    const passedOver: PassedOver[] = []
    const listed = await listInputs([folder], { onPassedOver: (file) => passedOver.push(file) })
    // Nothing is left out without a word.
    expect(passedOver.map(({ path, reason }) => `${basename(path)} ${reason}`).sort()).toEqual([
      'data.csv no_report',
      'note kind',
      'picture.png kind',
    ])
    // By code units: capitals first, then a.html before a/… since "." comes before "/".
    expect(idsOf(listed)).toEqual(['Z', 'a', 'd', 'e', 'b', 'c'])
  })

  test('inputs keep the order of the call', async () => {
    const [second, first] = [write('2.txt'), write('1.txt')]
    expect(idsOf(await listInputs([second, first]))).toEqual(['2', '1'])
  })

  test('names that clash are told apart by what leads to them', async () => {
    write('x', 'report.txt')
    write('y', 'report.txt')
    write('y', 'other.txt')
    expect(idsOf(await listInputs([folder]))).toEqual(['x/report.txt', 'other', 'y/report.txt'])
  })

  test('one name with two endings', async () => {
    write('r.html')
    write('r.txt')
    expect(idsOf(await listInputs([folder]))).toEqual(['r.html', 'r.txt'])
  })

  test('every input of a call has an id of its own, whatever is named', async () => {
    const [a, b] = [write('x', 'report.txt'), write('y', 'report.txt')]
    const listed = await listInputs([join(folder, 'x'), join(folder, 'y'), a, b, a])
    expect(new Set(idsOf(listed)).size).toBe(5)
    expect(idsOf(await opened(listed))).toEqual(idsOf(listed))
  })

  test('what is not there costs the others nothing', async () => {
    const file = write('a.txt')
    const listed = await listInputs([join(folder, 'none.txt'), file])
    expect(listed[0]).toMatchObject({ id: 'none', error: { code: 'not_found' } })
    expect(codeOf(listed[1])).toBeNull()
  })

  test('a folder without reports', async () => {
    write('picture.png')
    const [entry] = await listInputs([folder])
    expect(codeOf(entry)).toBe('no_reports')
  })

  test('every report in CSV is told from a list, in Traditional characters and without tables, too', async () => {
    let [all, withoutTables, traditional] = [0, 0, 0]
    for (let index = 0; index < 16 * LAYOUTS.length; index++) {
      const { bytes, truth } = await simulateReport('csv-b', index)
      if (!truth.file.endsWith('.csv')) continue
      const file = join(folder, basename(truth.file))
      writeFileSync(file, bytes)
      expect(await holdsReports(file), truth.file).toBe(true)
      all++
      if (Object.values(truth.tables).flat().length === 0) withoutTables++
      if (truth.script !== 'simplified') traditional++
    }
    expect([all, withoutTables > 0, traditional > 0]).toEqual([16, true, true])
  })

  test('a file that vanishes before it is read', async () => {
    const file = write('a.txt')
    const listed = await listInputs([file, write('b.txt')])
    rmSync(file)
    const [gone, other] = await opened(listed)
    expect(gone).toEqual({
      id: 'a',
      source: { path: file },
      error: { code: 'not_readable', message: expect.stringContaining('cannot be read') },
    })
    expect(loaded(other)?.text).toBe('b.txt')
  })

  test('a list that cannot be opened is listed, to be reported in its place', async () => {
    expect(await holdsReports(join(folder, 'gone.csv'))).toBe(true)
  })
})

describe('lines of standard input', () => {
  const read = async (...chunks: string[]) => opened(await listInputs(['-'], { stdin: Readable.from(chunks) }))
  const list = (...lines: string[]) => read(lines.join('\n'))

  test('good lines, in order, with what is declared of them', async () => {
    const listed = await list(
      '{"id": "a", "text": "甲"}',
      '',
      '{"id": 7, "html": "<p>乙</p>", "url": "https://example.org/7", "issuer": "某局", "year": "2020"}\r',
      '{"text": "丙", "year": null}',
    )
    expect(idsOf(listed)).toEqual(['a', '7', 'line-4'])
    expect(listed.map(loaded)).toEqual([
      { text: '甲', declared: {} },
      { text: '<p>乙</p>', declared: { issuer: '某局', year: 2020 } },
      { text: '丙', declared: {} },
    ])
    expect(listed[1]).toMatchObject({ path: 'https://example.org/7' })
  })

  test('a byte-order mark before the first line', async () => {
    expect(idsOf(await list('\ufeff{"id": "a", "text": "甲"}'))).toEqual(['a'])
  })

  test.each(['{', 'null', '5', '"text"', '[]', '{"id": "a"}', '{"id": "a", "text": 5}', 'report'])(
    '%s is reported in its place',
    async (bad) => {
      const listed = await list('{"id": "before", "text": "甲"}', bad, '{"id": "after", "text": "乙"}')
      expect(listed.map(codeOf)).toEqual([null, 'bad_json', null])
      expect(listed[1]).toMatchObject({ source: { path: '-' }, error: { message: expect.stringContaining('line 2') } })
    },
  )

  test('more lines than a call can have arguments', async () => {
    const lines = Array.from({ length: 200_000 }, (_, i) => `{"id":"r${i}","text":"x"}`)
    expect((await list(lines.join('\n'))).length).toBe(200_000)
  })

  test('lines end in LF, CR LF or CR, wherever the stream is cut', async () => {
    const line = (id: string) => `{"id": "${id}", "text": "甲"}`
    for (const end of ['\n', '\r\n', '\r']) {
      const source = [line('a'), '', 'x', line('b')].join(end) + end
      for (const chunks of [[source], [...source]]) {
        const found = await read(...chunks)
        expect(idsOf(found), JSON.stringify(end)).toEqual(['a', 'line-3', 'b'])
        expect(found.map(codeOf)).toEqual([null, 'bad_json', null])
      }
    }
  })

  test('an id that comes again and again gets a number each time', async () => {
    const lines = Array.from({ length: 150_000 }, () => '{"id":"a","text":"x"}')
    const ids = idsOf(await list(lines.join('\n')))
    expect(ids.slice(0, 3)).toEqual(['a', 'a#2', 'a#3'])
    expect(new Set(ids).size).toBe(150_000)
  })
})
