import { open } from 'node:fs/promises'
import { decode } from './decode.js'
import { fold, foldLabel, scriptOf } from './fold.js'
import { rowLabels } from './labels/labels.js'
import { findHeadings } from './sections/headings.js'
import { surfaceOf } from './surface.js'

const HEAD = 256 * 1024
/** A row label of so many characters stands in no other kind of text. */
const SPEAKING = 8
/** A report without tables has so many headings of its own. */
const HEADINGS = 2

/**
 * Whether a file found in a folder may hold reports. All may but two kinds, which are as often lists of reports: JSONL must have
 * "text" or "html" in its first record, CSV a row label of a statutory form, or headings of a report. What cannot be opened is kept, so that it is reported.
 */
export async function holdsReports(path: string): Promise<boolean> {
  if (!/\.(?:csv|jsonl|ndjson)$/i.test(path)) return true
  const file = await open(path).catch(() => null)
  if (file === null) return true
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    const head = buffer.subarray(0, bytesRead)
    return /\.csv$/i.test(path)
      ? await isReport(head)
      : /^\s*\{[^\n]{0,2000}"(?:text|html)"\s*:/.test(head.toString('utf8'))
  } finally {
    await file.close()
  }
}

async function isReport(head: Uint8Array): Promise<boolean> {
  try {
    const { text: written } = decode(head)
    const { text: simplified } = await fold(surfaceOf(written, false), scriptOf(written))
    const text = foldLabel(simplified)
    if ([...rowLabels()].some((label) => label.length >= SPEAKING && text.includes(label))) return true
    return findHeadings(simplified.replace(/^[",]+|[",]+$/gm, ''), []).length >= HEADINGS
  } catch {
    return false
  }
}
