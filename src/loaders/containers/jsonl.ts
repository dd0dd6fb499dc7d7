import type { FailedInput } from '../../types.js'
import { reasonOf } from '../errors.js'
import type { ReportInput } from '../report.js'
import { byteLines, lineText } from './byte-lines.js'
import { LIMITS, megabytes } from './limits.js'

/** Where records come from: the file's id and path; no id for standard input. */
export interface RecordSource {
  readonly id: string | null
  readonly path: string
}

/**
 * Reads JSONL as crawlers write it: `{"id", "text" or "html", "url"?, "issuer"?, "year"?}` a line. A line that cannot be used
 * becomes an error record; a line longer than a document may be is passed over without being held.
 */
export async function* jsonlRecords(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  source: RecordSource,
): AsyncGenerator<ReportInput | FailedInput> {
  let number = 0
  for await (const line of byteLines(chunks, LIMITS.documentBytes)) {
    number++
    if (line === null) {
      const message = `is longer than ${megabytes(LIMITS.documentBytes)}`
      yield failure(placeOf(number, source), placeOf(number, source).id, 'too_large', message)
      continue
    }
    const text = lineText(line)
    if (text.trim() !== '') yield parseLine(text, number, source)
  }
}

/**
 * The records of a JSON file: those of one object, or of a list of objects, as on the lines of JSONL. What is no JSON as a whole is
 * read line by line.
 */
export async function* jsonRecords(
  bytes: Uint8Array,
  source: { readonly id: string; readonly path: string },
): AsyncGenerator<ReportInput | FailedInput> {
  let whole: unknown
  try {
    whole = JSON.parse(lineText(bytes))
  } catch {
    yield* jsonlRecords([bytes], source)
    return
  }
  if (!Array.isArray(whole)) {
    yield inputOf(whole, { ...source, within: source.path, where: source.path })
    return
  }
  for (const [i, record] of whole.entries()) {
    const own = { id: `${source.id}/record-${i + 1}`, path: `${source.path}/record-${i + 1}` }
    yield inputOf(record, { ...own, within: source.path, where: `record ${i + 1} of ${source.path}` })
  }
}

/** A record's place: the id and path it has if it names none itself, the file, and how it is called in messages. */
interface RecordPlace {
  readonly id: string
  readonly path: string
  readonly within: string
  readonly where: string
  /** Whether an address in the record is its path. */
  readonly byUrl?: boolean
}

function placeOf(number: number, { id, path }: RecordSource): RecordPlace {
  return {
    id: id === null ? `line-${number}` : `${id}/line-${number}`,
    path: id === null ? path : `${path}/line-${number}`,
    within: path,
    where: `line ${number} of ${id === null ? 'standard input' : path}`,
    byUrl: id === null,
  }
}

function parseLine(line: string, number: number, source: RecordSource): ReportInput | FailedInput {
  const place = placeOf(number, source)
  try {
    return inputOf(JSON.parse(line), place)
  } catch (error) {
    return failure(place, place.id, 'bad_json', `is no JSON object: ${reasonOf(error)}`)
  }
}

function inputOf(value: unknown, place: RecordPlace): ReportInput | FailedInput {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return failure(place, place.id, 'bad_json', 'is no JSON object')
  const record = value as Record<string, unknown>
  const own = typeof record.id === 'string' || typeof record.id === 'number' ? String(record.id) : ''
  const id = own === '' ? place.id : own
  const content = typeof record.text === 'string' ? record.text : record.html
  if (typeof content !== 'string')
    return failure(place, id, 'bad_json', `${own === '' ? '' : `(${own}) `}has neither "text" nor "html"`)
  const url = typeof record.url === 'string' ? record.url : undefined
  const declared = {
    ...(typeof record.issuer === 'string' ? { issuer: record.issuer } : {}),
    ...(Number.isInteger(Number(record.year)) && record.year != null ? { year: Number(record.year) } : {}),
  }
  return {
    id,
    path: place.byUrl === true ? (url ?? place.path) : place.path,
    within: place.within,
    bytes: new TextEncoder().encode(content),
    charset: 'utf-8',
    ...(url === undefined ? {} : { url }),
    declared,
  }
}

function failure({ path, where }: RecordPlace, id: string, code: string, message: string): FailedInput {
  return { id, source: { path }, error: { code, message: `${where} ${message}` } }
}
