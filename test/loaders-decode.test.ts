import { describe, expect, test } from 'vitest'
import { decode } from '../src/loaders/decode.js'
import { ReadError } from '../src/loaders/errors.js'
import { extractSource } from '../src/loaders/extract.js'

const TEXT = '某县2020年政府信息公开工作年度报告：收到申请5件。'
const TRADITIONAL = '某縣2020年政府信息公開工作年度報告'

/** Characters to bytes of a two-byte encoding, by turning round the decoder that the Encoding Standard defines. */
function encode(text: string, label: 'gb18030' | 'big5'): Uint8Array {
  const decoder = new TextDecoder(label)
  const table = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (!table.has(character)) table.set(character, [lead, trail])
    }
  }
  return Uint8Array.from([...text].flatMap((c) => (c < '\x80' ? [c.charCodeAt(0)] : (table.get(c) ?? []))))
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2))
  for (const [i, code] of [0xfeff, ...Array.from({ length: text.length }, (_, j) => text.charCodeAt(j))].entries()) {
    view.setUint16(2 * i, code, littleEndian)
  }
  return new Uint8Array(view.buffer)
}

const utf8 = (text: string) => new TextEncoder().encode(text)

describe('encodings', () => {
  test.each([
    ['UTF-8', utf8(TEXT), 'utf-8', TEXT],
    ['UTF-8 with a byte-order mark, which counts as a character', utf8(`\ufeff${TEXT}`), 'utf-8', `\ufeff${TEXT}`],
    ['UTF-16, low byte first', utf16(TEXT, true), 'utf-16le', `\ufeff${TEXT}`],
    ['UTF-16, high byte first', utf16(TEXT, false), 'utf-16be', `\ufeff${TEXT}`],
    ['GB18030', encode(TEXT, 'gb18030'), 'gb18030', TEXT],
    ['Big5', encode(TRADITIONAL, 'big5'), 'big5', TRADITIONAL],
  ])('%s', (_, bytes, encoding, text) => {
    expect(decode(bytes)).toEqual({ text, encoding, undecoded: 0 })
  })

  test('the bytes of 政府 in GBK, written by hand', () => {
    // 政 D5FE, 府 B8AE, 信 D0C5, 息 CFA2: GB 2312, rows 53, 24, 48 and 47.
    const bytes = Uint8Array.of(0xd5, 0xfe, 0xb8, 0xae, 0xd0, 0xc5, 0xcf, 0xa2)
    expect(decode(bytes)).toEqual({ text: '政府信息', encoding: 'gb18030', undecoded: 0 })
  })

  test('a page that declares its encoding', () => {
    const page = `<html><head><meta charset="gb2312"></head><body>${TEXT}</body></html>`
    expect(decode(encode(page, 'gb18030'))).toEqual({ text: page, encoding: 'gbk', undecoded: 0 })
    const old = `<meta http-equiv="Content-Type" content="text/html; charset=big5">${TRADITIONAL}`
    expect(decode(encode(old, 'big5'))).toEqual({ text: old, encoding: 'big5', undecoded: 0 })
  })

  test('a page saved as UTF-8 that still declares another encoding', () => {
    const page = `<html><head><meta charset="gb2312"></head><body>${TEXT}</body></html>`
    expect(decode(utf8(page))).toEqual({ text: page, encoding: 'utf-8', undecoded: 0 })
  })

  test('a declared encoding that does not exist', () => {
    const page = `<meta charset="x-nonsense">${TEXT}`
    expect(decode(encode(page, 'gb18030')).text).toBe(page)
  })
})

describe('what cannot be read says why, in a code and a sentence', () => {
  const noise = Uint8Array.from({ length: 4000 }, (_, i) => (i * i * 31 + i * 7) % 256)
  test.each([
    ['nothing', new Uint8Array(), 'empty_input', /empty/],
    ['white space', utf8(' \n\t\u3000\ufeff\r\n'), 'empty_input', /white space/],
    ['a PNG', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 'unsupported_format', /PNG picture/],
    ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'unsupported_format', /JPEG picture/],
    ['a PDF that ends at once', utf8('%PDF-1.7\n'), 'damaged_file', /PDF/],
    ['a ZIP that ends at once', Uint8Array.of(0x50, 0x4b, 0x03, 0x04, 0), 'damaged_file', /ZIP archive/],
    ['an old Office file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'unsupported_format', /old Office file/],
    ['control characters', utf8('\u0000\u0001\u0002\u0003report'), 'binary_input', /binary/],
    ['noise', noise, /^(?:undecodable|binary_input)$/, /bytes|binary/],
    ['GBK bytes of no report', Uint8Array.of(0xd5, 0xfe, 0xff), 'undecodable', /no UTF-8/],
  ])('%s', async (_, bytes, code, sentence) => {
    let thrown: unknown
    try {
      await extractSource({ path: 'a.txt', bytes })
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(ReadError)
    expect((thrown as ReadError).code).toMatch(code)
    expect((thrown as ReadError).message).toMatch(sentence)
  })
})
