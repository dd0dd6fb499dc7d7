/** The encodings a text can be written in; the number is how often each is drawn. */
export const ENCODINGS = [
  ['utf-8', 10],
  ['utf-8 with mark', 2],
  ['utf-16le', 1],
  ['gb18030', 3],
] as const

export type EncodingName = (typeof ENCODINGS)[number][0]

/** The character that stands before a text whose encoding says so; it counts in the places of what follows. */
export function byteOrderMark(encoding: EncodingName): string {
  return encoding === 'utf-8 with mark' || encoding === 'utf-16le' ? '\ufeff' : ''
}

/** The bytes of a text. */
export function encoded(text: string, encoding: EncodingName): Uint8Array {
  if (encoding === 'gb18030') return gb18030(text)
  if (encoding !== 'utf-16le') return new TextEncoder().encode(text)
  const bytes = new Uint8Array(text.length * 2)
  for (let i = 0; i < text.length; i++) {
    bytes[2 * i] = text.charCodeAt(i) & 0xff
    bytes[2 * i + 1] = text.charCodeAt(i) >> 8
  }
  return bytes
}

function gb18030(text: string): Uint8Array {
  const bytes: number[] = []
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else bytes.push(...(table().get(character) ?? fourBytes(code)))
  }
  return Uint8Array.from(bytes)
}

let built: Map<string, readonly number[]> | undefined

/** Two- and four-byte codes of the basic plane, turned round from what the platform decodes. */
function table(): Map<string, readonly number[]> {
  if (built !== undefined) return built
  built = new Map()
  const decoder = new TextDecoder('gb18030')
  const learn = (codes: readonly (readonly number[])[]) => {
    const separated = Uint8Array.from(codes.flatMap((code) => [...code, 0x0a]))
    const found = decoder.decode(separated).split('\n')
    codes.forEach((code, i) => {
      const character = found[i] ?? ''
      if ([...character].length === 1 && character !== '\ufffd' && !built?.has(character)) built?.set(character, code)
    })
  }
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    const trails = Array.from({ length: 0xbf }, (_, i) => 0x40 + i).filter((trail) => trail !== 0x7f)
    learn(trails.map((trail) => [lead, trail]))
  }
  for (let first = 0x81; first <= 0x84; first++)
    for (let second = 0x30; second <= 0x39; second++)
      learn(Array.from({ length: 1260 }, (_, i) => [first, second, 0x81 + Math.floor(i / 10), 0x30 + (i % 10)]))
  return built
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
