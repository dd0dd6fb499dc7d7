import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { csvChunks, csvText, guardFormula, readCsv, unguardFormula } from '../src/study/csv.js'
import { sampleRows, sampleTable } from './study-tables-rows.js'

const csv = csvText(sampleTable, sampleRows)

describe('CSV', () => {
  test('reads back into the same rows', () => {
    expect(readCsv(sampleTable, csv)).toEqual(sampleRows)
  })

  test('is what any CSV reader expects, but for the guarded texts', () => {
    const records = parse(csv, { bom: true, columns: true, record_delimiter: '\n' }) as Record<string, string>[]
    expect(records.map((record) => record.text)).toEqual(sampleRows.map((row) => guardFormula(String(row.text ?? ''))))
    expect(records[0]).toEqual({
      text: '公开',
      small_count: '16777217',
      large_count: '9007199254740991',
      amount: '1314.91',
      is_true: 'true',
      signed_date: '2021-01-25',
    })
  })

  test('starts with exactly one byte-order mark, and ends each line with a line feed', () => {
    const bytes = Buffer.from(csvText(sampleTable, sampleRows.slice(0, 4)))
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(bytes.indexOf(Buffer.from([0xef, 0xbb, 0xbf]), 1)).toBe(-1)
    expect(bytes.includes(0x0d)).toBe(false)
    expect(bytes.at(-1)).toBe(0x0a)
  })

  test('null is nothing, empty text is two quotes', () => {
    const lines = csv.split('\n')
    expect(lines[2]).toBe(',,,,,')
    expect(lines[3]).toBe('"",0,0,0.30000000000000004,false,1970-01-01')
  })

  test('no text field opens as a formula, while numbers stay numbers', () => {
    const records = parse(csv, { bom: true, from_line: 2, record_delimiter: '\n' }) as string[][]
    for (const [text] of records) expect(text).not.toMatch(/^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/)
    expect(csv).toContain("'=1+1,-34,-34,-34.5,true,1969-12-31")
  })

  test('a piece without header continues a file', () => {
    const halves = [
      ...csvChunks(sampleTable, sampleRows.slice(0, 7)),
      ...csvChunks(sampleTable, sampleRows.slice(7), { header: false }),
    ]
    expect(halves.join('')).toBe(csv)
  })

  test('comes in pieces, so that a large table never stands in memory at once', () => {
    const [row] = sampleRows
    if (row === undefined) throw new Error('there are sample rows')
    let taken = 0
    const endless = (function* () {
      for (;;) {
        taken += 1
        yield row
      }
    })()
    const chunks = csvChunks(sampleTable, endless)
    chunks.next()
    expect(taken).toBe(0)
    chunks.next()
    expect(taken).toBeLessThanOrEqual(10_000)
  })

  test('no row is only the header', () => {
    expect(csvText(sampleTable, [])).toBe('\uFEFFtext,small_count,large_count,amount,is_true,signed_date\n')
    expect(readCsv(sampleTable, csvText(sampleTable, []))).toEqual([])
  })

  test('the wrong file is refused', () => {
    expect(() => readCsv(sampleTable, 'a,b\n1,2\n')).toThrow('readCsv requires the columns of sample')
    for (const wrong of ['many', '1.5', ' ', '2147483648', '0xfg']) {
      expect(() => readCsv(sampleTable, csv.replace('16777217', wrong))).toThrow('sample.small_count')
    }
    expect(() => readCsv(sampleTable, csv.replace('2021-01-25', '2021-01-32'))).toThrow('sample.signed_date')
    expect(() => readCsv(sampleTable, csv.replace(',true,', ',yes,'))).toThrow('sample.is_true')
  })
})

describe('guarded formulas', () => {
  // Property over made-up texts of the characters that matter; the generator is a plain linear congruence.
  test('whatever the text: the guard comes off again, and no guarded text opens as a formula', () => {
    const alphabet = ["'", '=', '+', '-', '@', '\t', '\r', '\n', '\0', '\uFF1D', '"', ',', ' ', '1', '公']
    let state = 20240229
    const next = (below: number) => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0
      return (state >>> 8) % below
    }
    const texts = Array.from({ length: 3000 }, () =>
      Array.from({ length: next(5) }, () => alphabet[next(alphabet.length)]).join(''),
    )
    for (const text of texts) {
      expect(unguardFormula(guardFormula(text))).toBe(text)
      expect(guardFormula(text)).not.toMatch(/^[=+\-@\t\r\n\0\uFF1D]/)
    }
    const rows = texts.map((text) => ({
      text,
      small_count: null,
      large_count: null,
      amount: null,
      is_true: null,
      signed_date: null,
    }))
    expect(readCsv(sampleTable, csvText(sampleTable, rows))).toEqual(rows)
  })
})
