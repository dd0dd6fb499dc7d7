import { open } from 'node:fs/promises'
import { decode } from './decode.js'
import { foldLabel } from './fold.js'
import { rowLabels } from './labels.js'

const HEAD = 256 * 1024
/** A row label of so many characters stands in no other kind of text. */
const SPEAKING = 8

/**
 * Whether a file found in a folder may hold reports. All may but two kinds, which are as often lists of reports: JSONL must have
 * "text" or "html" in its first record, CSV a row label of a statutory form. What cannot be opened is kept, so that it is reported.
 */
export async function holdsReports(path: string): Promise<boolean> {
  if (!/\.(?:csv|jsonl|ndjson)$/i.test(path)) return true
  const file = await open(path).catch(() => null)
  if (file === null) return true
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    const head = buffer.subarray(0, bytesRead)
    return /\.csv$/i.test(path)
      ? hasRowLabel(head)
      : /^\s*\{[^\n]{0,2000}"(?:text|html)"\s*:/.test(head.toString('utf8'))
  } finally {
    await file.close()
  }
}

function hasRowLabel(head: Uint8Array): boolean {
  try {
    const text = foldLabel(decode(head).text)
    return [...rowLabels()].some((label) => label.length >= SPEAKING && text.includes(label))
  } catch {
    return false
  }
}
