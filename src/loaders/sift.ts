import { open, readFile } from 'node:fs/promises'
import { lineText } from './containers/byte-lines.js'
import { LIMITS } from './containers/limits.js'
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
 * Whether a file found in a folder may hold reports. All may but some kinds, which are as often lists of reports: JSON and JSONL must have
 * "text" or "html" in their first record, CSV a row label of a statutory form, or headings of a report. What cannot be opened is kept, so that it is reported.
 */
export async function holdsReports(path: string): Promise<boolean> {
  if (!/\.(?:csv|jsonl?|ndjson)$/i.test(path)) return true
  const file = await open(path).catch(() => null)
  if (file === null) return true
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    const head = buffer.subarray(0, bytesRead)
    if (/\.csv$/i.test(path)) return await isReport(head)
    const isJson = /\.json$/i.test(path) && (await file.stat()).size <= LIMITS.documentBytes
    const first = isJson ? firstRecord(lineText(await readFile(path))) : undefined
    if (first !== undefined) return typeof first?.text === 'string' || typeof first?.html === 'string'
    return /^\s*\{[^\n]{0,2000}"(?:text|html)"\s*:/.test(head.toString('utf8'))
  } finally {
    await file.close()
  }
}

/** The object in a JSON file, or the first of a list of them; `undefined` where the file is no JSON as a whole. */
function firstRecord(text: string): Record<string, unknown> | null | undefined {
  try {
    const whole: unknown = JSON.parse(text)
    const first: unknown = Array.isArray(whole) ? whole[0] : whole
    return typeof first === 'object' ? (first as Record<string, unknown> | null) : null
  } catch {
    return undefined
  }
}

/** Whether a text shows a row label of a statutory form, or headings of a report; HTML where it is said to be. */
export async function isReport(head: Uint8Array, isHtml = false, charset?: string): Promise<boolean> {
  try {
    const { text: written } = decode(head, charset)
    const { text: simplified } = await fold(surfaceOf(written, isHtml), scriptOf(written))
    const text = foldLabel(simplified)
    if ([...rowLabels()].some((label) => label.length >= SPEAKING && text.includes(label))) return true
    return findHeadings(simplified.replace(/^[",]+|[",]+$/gm, ''), []).length >= HEADINGS
  } catch {
    return false
  }
}
