import { describe, expect, test } from 'vitest'
import { decode } from '../src/loaders/decode.js'
import { readReport } from '../src/loaders/report.js'
import { encoded } from './support/encoded.js'
import { madeUp } from './support/made-up.js'
import { randomOf } from './support/random.js'
import { readContainer } from './support/read-container.js'
import { render } from './support/render.js'
import { traditional } from './support/traditional.js'

const report = madeUp(randomOf(31), '2021')
const { source } = render(report, 'html')
const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, bom: boolean, big = false) => {
  const bytes = Buffer.from((bom ? '\ufeff' : '') + text, 'utf16le')
  return new Uint8Array(big ? bytes.swap16() : bytes)
}

const SOURCES: readonly (readonly [string, Uint8Array, string])[] = [
  ['UTF-8', utf8(source), 'utf-8'],
  ['UTF-8 with a byte-order mark', utf8(`\ufeff${source}`), 'utf-8'],
  ['GB18030 without a word of it', encoded(source, 'gb18030'), 'gb18030'],
  ['UTF-16 with a byte-order mark', utf16(source, true), 'utf-16le'],
  ['UTF-16 the other way round', utf16(source, true, true), 'utf-16be'],
  ['UTF-16 without a mark', utf16(source, false), 'utf-16le'],
]

describe('the same report in every encoding reads to the same cells', () => {
  test.each(SOURCES)('%s', async (_, bytes, encoding) => {
    const reading = await readContainer(report, 'a.html', bytes)
    expect([reading.wrong, reading.read]).toEqual([[], reading.printed])
    expect(decode(bytes).encoding).toBe(encoding)
  })

  test('Big5, in Traditional characters', async () => {
    const dressed = traditional('characters')(source)
    const bytes = encoded(dressed, 'big5')
    const { text, encoding, undecoded } = decode(bytes)
    expect([encoding, undecoded, text.length]).toEqual(['big5', 0, dressed.length])
    // What Big5 has no character for was written as a question mark; nothing else differs.
    const changed = Array.from(text).filter((c, k) => c !== dressed[k])
    expect(new Set(changed).size).toBeLessThan(2)
    const reading = await readContainer(report, 'a.html', bytes)
    expect([reading.wrong, reading.read]).toEqual([[], reading.printed])
  })
})

describe('what is declared', () => {
  const gbk = encoded(source, 'gb18030')

  test('by the header or a meta tag is believed where it fits', () => {
    expect(decode(gbk, 'gbk')).toMatchObject({ encoding: 'gbk', undecoded: 0 })
    const meta = encoded(source.replace('<head>', '<head><meta charset="gb2312">'), 'gb18030')
    expect(decode(meta).encoding).toBe('gbk')
  })

  test('gives way where the bytes say otherwise: pages are converted without their meta tag, servers declare Latin', () => {
    const converted = source.replace(
      '<head>',
      '<head><meta http-equiv="Content-Type" content="text/html; charset=gb2312">',
    )
    expect(decode(utf8(converted))).toMatchObject({ text: converted, encoding: 'utf-8' })
    expect(decode(gbk, 'iso-8859-1')).toMatchObject({ text: source, encoding: 'gb18030' })
    expect(decode(gbk, 'utf-8')).toMatchObject({ text: source, encoding: 'gb18030' })
    expect(decode(gbk, 'no-such-charset')).toMatchObject({ text: source, encoding: 'gb18030' })
  })
})

describe('damaged text', () => {
  test.each([
    ['UTF-8', utf8(source)],
    ['GB18030', encoded(source, 'gb18030')],
  ])('%s cut off within a character is read, and a finding says so', async (_, bytes) => {
    const last = bytes.findLastIndex((byte) => byte > 0x7f)
    const read = await readReport({ id: 'a', path: 'a.html', bytes: bytes.subarray(0, last) })
    expect(read.report.findings.find(({ rule }) => rule === 'reading.undecoded')?.message).toMatch(/^1 /)
    expect(read.text.replace(/\ufffd+$/, '')).toBe(source.slice(0, read.text.replace(/\ufffd+$/, '').length))
  })

  test('one bad byte costs its own character and no figure', async () => {
    const bytes = encoded(source, 'gb18030')
    const at = bytes.findIndex((byte, i) => i > 300 && byte > 0x7f)
    const { text, undecoded } = decode(Uint8Array.from([...bytes.subarray(0, at), 0xff, ...bytes.subarray(at)]))
    expect(undecoded).toBeGreaterThan(0)
    expect(text.match(/\d+/g)).toEqual(source.match(/\d+/g))
  })

  test('much damage is an error', () => {
    const random = randomOf(32)
    const bytes = utf8(source).map((byte) => (random.chance(0.2) ? random.int(128, 255) : byte))
    expect(() => decode(bytes)).toThrow(expect.objectContaining({ code: 'undecodable' }))
  })
})
