import { ReadError } from './errors.js'

export interface Decoded {
  /** The source's characters. A byte-order mark, if there is one, is kept and counts as one character. */
  readonly text: string
  /** Name of the encoding as the WHATWG Encoding Standard spells it. */
  readonly encoding: string
}

const SIGNATURES: readonly (readonly [string, readonly number[]])[] = [
  ['PDF document', [0x25, 0x50, 0x44, 0x46]],
  ['PNG picture', [0x89, 0x50, 0x4e, 0x47]],
  ['JPEG picture', [0xff, 0xd8, 0xff]],
  ['GIF picture', [0x47, 0x49, 0x46, 0x38]],
  ['ZIP archive (or .docx, .xlsx)', [0x50, 0x4b, 0x03, 0x04]],
  ['old Office document (.doc, .xls)', [0xd0, 0xcf, 0x11, 0xe0]],
  ['gzip archive', [0x1f, 0x8b]],
]

/**
 * Decodes a report's bytes to characters.
 *
 * The encoding is told by the byte-order mark; else it is UTF-8 if the bytes are valid UTF-8, whatever an HTML `charset`
 * says, which saving a page in another encoding does not change; else it is that `charset`, else GB18030 or Big5, whichever
 * yields more of the words every report contains.
 *
 * @throws ReadError `empty_input`, `unsupported_format`, `binary_input` or `undecodable`
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) throw new ReadError('empty_input', 'the file is empty (0 bytes)')
  const container = SIGNATURES.find(([, magic]) => magic.every((byte, i) => bytes[i] === byte))
  if (container) {
    throw new ReadError(
      'unsupported_format',
      `the file is a ${container[0]}, whatever its name says; give the report's text or HTML`,
    )
  }
  const decoded = decodeMarked(bytes) ?? attempt(bytes, 'utf-8') ?? decodeDeclared(bytes) ?? decodeTried(bytes)
  if (decoded === null) {
    throw new ReadError('undecodable', 'the bytes are no UTF-8, UTF-16, GB18030 or Big5 text; check the file')
  }
  if (controlShare(decoded.text) > 0.01) {
    throw new ReadError('binary_input', 'the file holds binary data, not text; give the report as text or HTML')
  }
  if (decoded.text.replace(/[\s\uFEFF]/g, '') === '') {
    throw new ReadError('empty_input', 'the file holds nothing but white space')
  }
  return decoded
}

function decodeMarked(bytes: Uint8Array): Decoded | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return attempt(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return attempt(bytes, 'utf-16be')
  return null
}

function decodeDeclared(bytes: Uint8Array): Decoded | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  const declared = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{3,20})/i.exec(head)?.[1]
  return declared === undefined ? null : attempt(bytes, declared)
}

function decodeTried(bytes: Uint8Array): Decoded | null {
  const others = ['gb18030', 'big5'].map((label) => attempt(bytes, label)).filter((decoded) => decoded !== null)
  const [best] = others.sort((a, b) => plausibility(b.text) - plausibility(a.text))
  return best !== undefined && plausibility(best.text) > 0 ? best : null
}

function attempt(bytes: Uint8Array, label: string): Decoded | null {
  try {
    const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true })
    return { text: decoder.decode(bytes), encoding: decoder.encoding }
  } catch {
    return null
  }
}

const COMMON_WORDS = /政府|信息|公[开開]|申[请請]|年度|工作|情[况況]/g

function plausibility(text: string): number {
  return text.slice(0, 200_000).match(COMMON_WORDS)?.length ?? 0
}

function controlShare(text: string): number {
  const sample = text.slice(0, 100_000)
  let controls = 0
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i)
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12) controls++
  }
  return controls / sample.length
}
