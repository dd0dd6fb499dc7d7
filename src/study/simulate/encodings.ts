import type { Random } from './random.js'
import type { Script } from './script.js'

/** The encodings a text can be written in; the number is how often each is drawn. */
export const ENCODINGS = [
  ['utf-8', 10],
  ['utf-8 with mark', 2],
  ['utf-16le', 1],
  ['utf-16be', 1],
  ['gb18030', 3],
  ['big5', 8],
] as const

export type EncodingName = (typeof ENCODINGS)[number][0]

/** An encoding at random. Big5 has Traditional characters only, and is drawn for them alone. */
export function drawEncoding(random: Random, script: Script): EncodingName {
  const simplified = script === 'simplified' || script === 'pinyin'
  return random.weighted(ENCODINGS.filter(([name]) => name !== 'big5' || !simplified))
}

/** The encoding drawn, or UTF-8 where it lacks a character of the text. */
export function usable(encoding: EncodingName, text: string): EncodingName {
  if (encoding !== 'big5') return encoding
  const known = table('big5')
  return Array.from(text).every((c) => c < '\u0080' || known.has(c)) ? encoding : 'utf-8'
}

/** The character that stands before a text whose encoding says so; it counts in the places of what follows. */
export function byteOrderMark(encoding: EncodingName): string {
  return encoding === 'utf-8 with mark' || encoding.startsWith('utf-16') ? '\ufeff' : ''
}

/** The name a server or a page gives the encoding; GB18030 goes by its older names, too. */
export function charsetName(encoding: EncodingName, random: Random): string {
  if (encoding === 'gb18030') return random.pick(['gb2312', 'gbk', 'gb18030'])
  return encoding === 'utf-8 with mark' ? 'utf-8' : encoding
}

/** The bytes of a text. */
export function encoded(text: string, encoding: EncodingName): Uint8Array {
  if (encoding === 'gb18030' || encoding === 'big5') return manyBytes(text, encoding)
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return twoBytes(text, encoding === 'utf-16le')
  return new TextEncoder().encode(text)
}

function twoBytes(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2))
  for (let i = 0; i < text.length; i++) view.setUint16(2 * i, text.charCodeAt(i), littleEndian)
  return new Uint8Array(view.buffer)
}

function manyBytes(text: string, encoding: 'gb18030' | 'big5'): Uint8Array {
  const known = table(encoding)
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else bytes.push(...(known.get(character) ?? (encoding === 'gb18030' ? fourBytes(code) : unknown(code))))
  }
  return Uint8Array.from(bytes)
}

function unknown(code: number): never {
  throw new Error(`there is no Big5 code for U+${code.toString(16)}`)
}

type Codes = Map<string, readonly number[]>

const built = new Map<string, Codes>()

/** The codes of an encoding's characters, turned round from what the platform decodes. */
function table(encoding: 'gb18030' | 'big5'): Codes {
  const known = built.get(encoding) ?? (encoding === 'big5' ? big5Codes() : gb18030Codes())
  built.set(encoding, known)
  return known
}

/** The codes of Big5 itself; those that systems added around it differ from one to the next. */
function big5Codes(): Codes {
  const trails = [...range(0x40, 0x7e), ...range(0xa1, 0xfe)]
  return turned(
    'big5',
    range(0xa1, 0xf9).map((lead) => trails.map((trail) => [lead, trail])),
  )
}

/** Two- and four-byte codes of the basic plane. */
function gb18030Codes(): Codes {
  const trails = range(0x40, 0xfe).filter((trail) => trail !== 0x7f)
  const two = range(0x81, 0xfe).map((lead) => trails.map((trail) => [lead, trail]))
  const four = range(0x81, 0x84).flatMap((first) =>
    range(0x30, 0x39).map((second) =>
      range(0, 1259).map((i) => [first, second, 0x81 + Math.floor(i / 10), 0x30 + (i % 10)]),
    ),
  )
  return turned('gb18030', [...two, ...four])
}

/** Each character a decoder gives for one code, with the first code it gives it for. */
function turned(encoding: string, rows: readonly (readonly (readonly number[])[])[]): Codes {
  const codes: Codes = new Map()
  const decoder = new TextDecoder(encoding)
  for (const row of rows) {
    const found = decoder.decode(Uint8Array.from(row.flatMap((code) => [...code, 0x0a]))).split('\n')
    row.forEach((code, i) => {
      const character = found[i] ?? ''
      if ([...character].length === 1 && character !== '\ufffd' && !codes.has(character)) codes.set(character, code)
    })
  }
  return codes
}

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i)
}

/** Beyond the basic plane the codes follow one another. */
function fourBytes(code: number): number[] {
  const index = code - 0x10000
  if (index < 0) throw new Error(`there is no GB18030 code for U+${code.toString(16)}`)
  return [
    0x90 + Math.floor(index / 12600),
    0x30 + (Math.floor(index / 1260) % 10),
    0x81 + (Math.floor(index / 10) % 126),
    0x30 + (index % 10),
  ]
}
