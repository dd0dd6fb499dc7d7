import { createReadStream } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import type { FailedInput } from '../../types.js'
import { ReadError, reasonOf } from '../errors.js'
import { uniqueIds } from '../ids.js'
import type { ReportInput } from '../report.js'
import { jsonlRecords, jsonRecords } from './jsonl.js'
import { ENDINGS, headOf, identify, lineKind } from './kinds.js'
import { LIMITS, megabytes } from './limits.js'
import { warcRecords } from './warc.js'
import { zipEntries } from './zip.js'

/** A document, or the error of one that could not be taken out. */
export type Opened = ReportInput | FailedInput

/**
 * The documents in a file: the file itself, or those in the archive, web archive or JSONL that it is, one after the other, each
 * with its own id (`archive/name`, `crawl/record-7`; in JSON and JSONL the id given there). Web archives and JSONL are read as a
 * stream, however large. What cannot be read becomes an error record; nothing is thrown.
 *
 * @param file the id the file has, and its path
 */
export async function* openFile({ id, path }: { readonly id: string; readonly path: string }): AsyncGenerator<Opened> {
  try {
    const { head, size } = await readHead(path)
    const kind = lineKind(headOf(head), path)
    if (kind !== null) yield* records(kind, streamOf(path, head), { id, path })
    else if (size > LIMITS.documentBytes)
      throw new ReadError(
        'too_large',
        `the file has ${megabytes(size)}; more than ${megabytes(LIMITS.documentBytes)} are not read`,
      )
    else yield* openBytes({ id, path, bytes: await readFile(path) })
  } catch (error) {
    yield failed({ id, path }, error)
  }
}

async function readHead(path: string): Promise<{ head: Uint8Array; size: number }> {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(8192), 0, 8192, 0)
    return { head: buffer.subarray(0, bytesRead), size: (await file.stat()).size }
  } finally {
    await file.close()
  }
}

/** The bytes of a file, unpacked if it is packed. WARC readers unpack by themselves, record by record. */
function streamOf(path: string, head: Uint8Array): AsyncIterable<Uint8Array> {
  const file = createReadStream(path)
  const packed = head[0] === 0x1f && head[1] === 0x8b && !/\.warc\.gz$/i.test(path)
  return packed ? pipeline(file, createGunzip(), () => {}) : file
}

function records(kind: 'warc' | 'jsonl', chunks: AsyncIterable<Uint8Array>, source: { id: string; path: string }) {
  return kind === 'warc' ? warcRecords(chunks, source) : jsonlRecords(chunks, source)
}

/** The documents in one document's bytes, as `openFile` gives them; `depth` counts the archives around it. */
export async function* openBytes(document: ReportInput, depth = 0): AsyncGenerator<Opened> {
  const { id, path, bytes } = document
  const kind = await identify(bytes, path).catch(() => 'text' as const)
  if (kind === 'zip') yield* openArchive(document, depth)
  else if (kind === 'json') yield* jsonRecords(bytes, { id, path })
  else if (kind === 'warc' || kind === 'jsonl') yield* records(kind, once(bytes), { id, path })
  else yield document
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

async function* openArchive({ id, path, bytes }: ReportInput, depth: number): AsyncGenerator<Opened> {
  if (depth >= LIMITS.depth)
    throw new ReadError('too_large', `${path}: archives within archives are read ${LIMITS.depth} deep`)
  const entries = (await zipEntries(bytes)).filter(({ path: name }) => ENDINGS.test(name) && !HIDDEN.test(name))
  if (entries.length === 0) throw new ReadError('no_reports', 'the archive holds no report files')
  const sorted = entries.sort((a, b) => (a.path < b.path ? -1 : 1))
  const names = uniqueIds(sorted.map((entry) => ({ path: entry.path, below: entry.path })))
  for (const [i, entry] of sorted.entries()) {
    const inner = { id: `${id}/${names[i]}`, path: `${path}/${entry.path}`, within: path }
    try {
      yield* openBytes({ ...inner, bytes: await entry.read() }, depth + 1)
    } catch (error) {
      yield failed(inner, error)
    }
  }
}

/** What macOS and editors leave in archives. */
const HIDDEN = /(?:^|\/)(?:__MACOSX\/|\.|~\$)/

function failed({ id, path }: { readonly id: string; readonly path: string }, error: unknown): FailedInput {
  const code = error instanceof ReadError ? error.code : 'not_readable'
  const message = error instanceof ReadError ? error.message : `the file cannot be read: ${reasonOf(error)}`
  return { id, source: { path }, error: { code, message } }
}
