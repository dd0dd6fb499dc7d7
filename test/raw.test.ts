import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'

const RAW = fileURLToPath(new URL('../data/raw/', import.meta.url))
const ORIGINALS = fileURLToPath(new URL('../../shared/reports/seeds/', import.meta.url))

const COLUMNS = ['id', 'file', 'issuer', 'year', 'form', 'layout', 'source_description', 'sha256']
type Row = Record<string, string>

const manifest = parse(readFileSync(`${RAW}manifest.csv`), { columns: true }) as Row[]
const files = readdirSync(RAW)
  .filter((name) => name.endsWith('.txt'))
  .sort()
const transcript = (file: string): string => readFileSync(RAW + file, 'utf8')

/**
 * Where the statutory tables stand: `[from, until)`, the first label of a table to what follows its last cell. Footnotes
 * between tables are narrative and lie outside.
 */
const TABLES: Readonly<Record<string, readonly (readonly [from: string, until: string])[]>> = {
  'anqiu-edz-2020': [['二、主动公开政府信息情况', '(一)2019年']],
  'jingjiang-park-2020': [['二、主动公开政府信息情况', '五、存在的']],
  'suining-etdz-2018': [],
  'taicang-city-2021': [
    ['二、主動公開政府信息情況', '註:'],
    ['三、收到和處理', '註:'],
  ],
  'taicang-port-2019': [['主动公开政府信息情况\n\n(表格一)', '扫一扫']],
}

/** Statutory wording outside the tables; a stretch that is the same in both and holds one of these is a heading. */
const STATUTORY = ['收费及减免情况', '申请行政复议、提起行政诉讼', '存在的主要问题', '责任追究结果情况']

function tableRegions(id: string, text: string): string[] {
  return (TABLES[id] ?? []).map(([from, until]) => {
    const start = text.indexOf(from)
    const end = text.indexOf(until, start)
    expect([id, start >= 0 && end > start]).toEqual([id, true])
    return text.slice(start, end)
  })
}

const withoutContactData = (text: string): string => text.replace(/\(地址:[^。]*。/g, '')

function countNumbers(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [token] of withoutContactData(text).matchAll(/[0-9０-９]+(?:[.．][0-9０-９]+)?%?/g)) {
    counts.set(token, (counts.get(token) ?? 0) + 1)
  }
  return counts
}

const stretches = (text: string): string[] => text.split(/[\n。;；]/)
const han = (text: string): string => text.replace(/[^\u4e00-\u9fff]/g, '')

function shingles(text: string, length: number): string[] {
  const letters = han(text)
  return Array.from({ length: Math.max(0, letters.length - length + 1) }, (_, i) => letters.slice(i, i + length))
}

/** The transcript's wording, without what may be the same: tables, titles, issuers, laws and notices, headings. */
function ownWording(id: string, text: string, original: ReadonlySet<string>): string[] {
  const names = manifest.flatMap(({ issuer = '' }) => [issuer, issuer.replace(/管委会$/, '')])
  let rest = tableRegions(id, text).reduce((whole, table) => whole.replace(table, '\n'), text)
  rest = rest.replace(/《[^》]*》/g, (name) => (han(name).length < 22 ? '\n' : name))
  rest = rest.replace(/[^\n。;；]*(?:信息公开工作年度报告|信息公開工作年度報告)/g, '\n')
  for (const name of names) rest = rest.replaceAll(name, '\n')
  return stretches(rest).filter((part) => !(original.has(part) && STATUTORY.some((words) => part.includes(words))))
}

describe('manifest', () => {
  it('lists every transcript once, and nothing else', () => {
    expect(manifest.map((row) => row.file).sort()).toEqual(files)
    for (const row of manifest) {
      expect(Object.keys(row)).toEqual(COLUMNS)
      expect(row.file).toBe(`${row.id}.txt`)
      expect(row.year).toMatch(/^20\d\d$/)
      expect(['2019', '2021', 'legacy']).toContain(row.form)
      expect(Object.values(row).filter((value) => value.trim() === '')).toEqual([])
    }
  })

  it('holds the hash of each file as committed', () => {
    const hashes = files.map((file) =>
      createHash('sha256')
        .update(readFileSync(RAW + file))
        .digest('hex'),
    )
    const stated = files.map((file) => manifest.find((row) => row.file === file)?.sha256)
    expect(stated).toEqual(hashes)
  })
})

describe('every transcript', () => {
  it('says in its first line what it is, in Chinese and in English, and whose report it retells', () => {
    for (const row of manifest) {
      const notice = transcript(String(row.file)).split('\n')[0]
      expect(notice).toMatch(
        /^# (?:转录稿|轉錄稿):.*transcript: figures, dates, headings and table layout as published; /,
      )
      expect(notice).toContain('narrative condensed in our own words; ')
      expect(notice).toContain(`original: ${row.issuer} (`)
      expect(notice?.endsWith(`, ${row.year}`)).toBe(true)
    }
  })

  it('is UTF-8 without byte order mark, NUL or carriage return', () => {
    for (const file of files) {
      const bytes = readFileSync(RAW + file)
      expect(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)).not.toMatch(/[\0\r\ufeff]/)
    }
  })

  it('holds no contact data but placeholders', () => {
    const contact = transcript('suining-etdz-2018.txt').match(/\(地址:[^。]*。/)?.[0]
    expect(contact).toMatch(/邮编:000000;联系电话:0000—\d{7};电子邮箱:\(\w+@000\.example\)/)
  })
})

describe('beside the originals', () => {
  const ids = manifest.map((row) => String(row.id))
  const compared = ids.filter((id) => existsSync(`${ORIGINALS}${id}.txt`))
  const missing = ids.filter((id) => !compared.includes(id))
  if (missing.length > 0) {
    console.warn(`NOTICE raw.test.ts: no original in ../shared/reports/seeds to compare with: ${missing.join(', ')}`)
  }
  if (compared.length === 0) {
    it('cannot be compared here, but every transcript says where its tables stand', () => {
      expect(Object.keys(TABLES).sort()).toEqual(ids.toSorted())
      for (const id of ids)
        expect(tableRegions(id, transcript(`${id}.txt`)).every((table) => table.length > 100)).toBe(true)
    })
    return
  }
  const original = (id: string): string => readFileSync(`${ORIGINALS}${id}.txt`, 'utf8')
  const everyStretch = new Set(compared.flatMap((id) => stretches(original(id))))
  const everyRun = new Set([...everyStretch].flatMap((part) => shingles(part, 13)))

  it.each(compared)('%s keeps every number of the original', (id) => {
    const kept = countNumbers(transcript(`${id}.txt`))
    const printed = [...countNumbers(original(id))]
    expect(printed.length).toBeGreaterThan(10)
    expect(printed.filter(([token, count]) => (kept.get(token) ?? 0) < count)).toEqual([])
  })

  it.each(compared)('%s keeps the tables byte for byte', (id) => {
    expect(Object.keys(TABLES)).toContain(id)
    expect(tableRegions(id, transcript(`${id}.txt`))).toEqual(tableRegions(id, original(id)))
  })

  it.each(compared)('%s shares no run of 13 Han characters with any original', (id) => {
    const own = ownWording(id, transcript(`${id}.txt`), everyStretch)
    expect(han(own.join('')).length).toBeGreaterThan(400)
    expect(own.flatMap((part) => shingles(part, 13)).filter((run) => everyRun.has(run))).toEqual([])
  })
})
