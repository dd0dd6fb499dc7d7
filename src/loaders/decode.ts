import { ReadError } from './errors.js'

export interface Decoded {
  /** The source's characters. A byte-order mark, if there is one, is kept and counts as one character. */
  readonly text: string
  /** Name of the encoding as the WHATWG Encoding Standard spells it. */
  readonly encoding: string
  /** Characters whose bytes the encoding does not know; each stands in the text as U+FFFD. */
  readonly undecoded: number
}

/**
 * Decodes a report's bytes to characters.
 *
 * The encoding is told by the byte-order mark; else it is UTF-8 if the bytes are valid UTF-8, whatever is declared, which saving
 * a page in another encoding does not change; else by what came with the bytes (`declared`, such as the charset of an HTTP
 * header), by an HTML `charset`, or by trying GB18030, Big5 and UTF-16. An encoding in which the bytes hold none of the words
 * every report contains gives way to one in which they do. Where no encoding takes every byte, the best that takes nearly all is used, and `undecoded` counts what
 * it left out, each shown as U+FFFD.
 *
 * @throws ReadError `empty_input`, `binary_input` or `undecodable`
 */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  if (bytes.length === 0) throw new ReadError('empty_input', 'the file is empty (0 bytes)')
  const decoded = decodeMarked(bytes) ?? decodeTried(bytes, declared)
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

const TRIED = ['gb18030', 'big5', 'utf-16le', 'utf-16be']
/** The share of characters that may be lost before a text counts as not decodable. */
const TOLERATED_LOSS = 0.002

function decodeTried(bytes: Uint8Array, declared: string | undefined): Decoded | null {
  const labels = ['utf-8', declared, metaCharset(bytes), ...TRIED].filter((label) => label !== undefined)
  const strict = best(labels, (label) => attempt(bytes, label))
  if (strict !== null && plausibility(strict.text) > 0) return strict
  const lenient = best(labels, (label) => attemptWithLoss(bytes, label))
  if (lenient !== null && plausibility(lenient.text) > 0) return lenient
  return attempt(bytes, 'utf-8')
}

/** The encoding whose text holds report words, the first of them if several do, and GB18030 or Big5 by their number. */
function best(labels: readonly string[], read: (label: string) => Decoded | null): Decoded | null {
  let found: Decoded | null = null
  let most = 0
  for (const label of new Set(labels)) {
    const decoded = read(label)
    const words = decoded === null ? 0 : plausibility(decoded.text)
    if (words > 2 * most) {
      found = decoded
      most = words
    }
  }
  return found
}

function metaCharset(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{3,20})/i.exec(head)?.[1]
}

function attempt(bytes: Uint8Array, label: string): Decoded | null {
  try {
    const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true })
    return { text: decoder.decode(bytes), encoding: decoder.encoding, undecoded: 0 }
  } catch {
    return null
  }
}

function attemptWithLoss(bytes: Uint8Array, label: string): Decoded | null {
  try {
    const decoder = new TextDecoder(label, { ignoreBOM: true })
    const text = decoder.decode(bytes)
    const undecoded = text.split('\uFFFD').length - 1
    return undecoded > 1 && undecoded > text.length * TOLERATED_LOSS
      ? null
      : { text, encoding: decoder.encoding, undecoded }
  } catch {
    return null
  }
}

const COMMON_WORDS = /政府|信息|資訊|公[开開]|申[请請]|年度|工作|情[况況]/g

function plausibility(text: string): number {
  return text.slice(0, 200_000).match(COMMON_WORDS)?.length ?? 0
}

/** The share of control characters that texts do not hold; Word's marks of cells (\x07) and of soft line breaks (\x0b) are theirs. */
function controlShare(text: string): number {
  const sample = text.slice(0, 100_000)
  return (sample.match(CONTROLS)?.length ?? 0) / sample.length
}

const CONTROLS = /[\x00-\x06\x08\x0e-\x1f]/g
