import type { FailedInput } from '../../types.js'
import { reasonOf } from '../errors.js'
import type { ReportInput } from '../report.js'
import { LIMITS, megabytes } from './limits.js'
import { joined } from './zip.js'

/** Where records come from: the file's id and path; neither for standard input. */
export interface RecordSource {
  readonly id: string | null
  readonly path: string
}

/**
 * Reads JSONL as crawlers write it: `{"id", "text" or "html", "url"?, "issuer"?, "year"?}` a line. A line that cannot be used
 * becomes an error record; a line longer than a document may be is passed over without being held.
 */
export async function* jsonlRecords(
  chunks: AsyncIterable<Uint8Array>,
  source: RecordSource,
): AsyncGenerator<ReportInput | FailedInput> {
  let number = 0
  for await (const line of byteLines(chunks, LIMITS.documentBytes)) {
    number++
    if (line === null) {
      yield failure(source, number, undefined, 'too_large', `is longer than ${megabytes(LIMITS.documentBytes)}`)
      continue
    }
    const text = lineText(line)
    if (text.trim() !== '') yield parseLine(text, number, source)
  }
}

function parseLine(line: string, number: number, source: RecordSource): ReportInput | FailedInput {
  let record: Record<string, unknown> | null
  try {
    record = JSON.parse(line) as Record<string, unknown> | null
  } catch (error) {
    return failure(source, number, undefined, 'bad_json', `is no JSON object: ${reasonOf(error)}`)
  }
  if (record === null || typeof record !== 'object' || Array.isArray(record))
    return failure(source, number, undefined, 'bad_json', 'is no JSON object')
  const own = typeof record.id === 'string' || typeof record.id === 'number' ? String(record.id) : ''
  const content = typeof record.text === 'string' ? record.text : record.html
  if (typeof content !== 'string')
    return failure(source, number, own, 'bad_json', `${own === '' ? '' : `(${own}) `}has neither "text" nor "html"`)
  const url = typeof record.url === 'string' ? record.url : undefined
  const declared = {
    ...(typeof record.issuer === 'string' ? { issuer: record.issuer } : {}),
    ...(Number.isInteger(Number(record.year)) && record.year != null ? { year: Number(record.year) } : {}),
  }
  return {
    id: own === '' ? lineId(source, number) : own,
    path: linePath(source, number, url),
    within: source.path,
    bytes: new TextEncoder().encode(content),
    charset: 'utf-8',
    ...(url === undefined ? {} : { url }),
    declared,
  }
}

function lineId({ id }: RecordSource, number: number): string {
  return id === null ? `line-${number}` : `${id}/line-${number}`
}

function linePath({ id, path }: RecordSource, number: number, url?: string): string {
  return id === null ? (url ?? path) : `${path}/line-${number}`
}

function failure(
  source: RecordSource,
  number: number,
  id: string | undefined,
  code: string,
  message: string,
): FailedInput {
  const where = source.id === null ? 'standard input' : source.path
  return {
    id: id === undefined || id === '' ? lineId(source, number) : id,
    source: { path: linePath(source, number) },
    error: { code, message: `line ${number} of ${where} ${message}` },
  }
}

/** The characters of a line: UTF-8, else GB18030. */
function lineText(line: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(line)
  } catch {
    return new TextDecoder('gb18030').decode(line)
  }
}

const LINE_FEED = 10
const RETURN = 13

/** The lines of a stream of bytes, ended by LF, CR LF or CR; `null` for each that is longer than the limit. */
async function* byteLines(chunks: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Uint8Array | null> {
  let parts: Uint8Array[] = []
  let length = 0
  let afterReturn = false
  const add = (part: Uint8Array) => {
    length += part.length
    if (length > limit) parts = []
    else parts.push(part)
  }
  const taken = () => {
    const line = length > limit ? null : joined(parts, length)
    parts = []
    length = 0
    return line
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i]
      if (byte !== LINE_FEED && byte !== RETURN) {
        afterReturn = false
        continue
      }
      const secondOfTwo = byte === LINE_FEED && afterReturn
      if (!secondOfTwo) {
        add(chunk.subarray(from, i))
        yield taken()
      }
      from = i + 1
      afterReturn = byte === RETURN
    }
    add(chunk.subarray(from))
  }
  if (length > 0) yield taken()
}
