import type { WARCRecord } from 'warcio'
import type { FailedInput } from '../../types.js'
import { ReadError, reasonOf } from '../errors.js'
import type { ReportInput } from '../report.js'
import { LIMITS, megabytes } from './limits.js'
import { joined } from './zip.js'

/** Bodies that may hold a report. */
const READ =
  /^(?:text\/(?:html|plain)|application\/(?:xhtml\+xml|pdf|msword|zip|vnd\.openxmlformats-officedocument\.[\w.]+))$/i

/**
 * The documents of a web archive (WARC, packed or not): bodies of successful responses, and resources, that are HTML, plain text, PDF
 * or Office files. Records are numbered as they stand; the number becomes part of the id. Pictures, scripts and failed
 * requests are passed over.
 */
export async function* warcRecords(
  chunks: AsyncIterable<Uint8Array>,
  { id, path }: { readonly id: string; readonly path: string },
): AsyncGenerator<ReportInput | FailedInput> {
  const { WARCParser } = await import('warcio')
  let number = 0
  const fail = (code: string, message: string): FailedInput => ({
    id: number === 0 ? id : `${id}/record-${number}`,
    source: { path: number === 0 ? path : `${path}/record-${number}` },
    error: { code, message },
  })
  try {
    for await (const record of WARCParser.iterRecords(withEnd(chunks))) {
      if (!record.warcHeaders.statusline.startsWith('WARC/')) throw new Error('what follows is no WARC record')
      number++
      const type = contentType(record)
      if (type === null || !READ.test(type.mime)) continue
      try {
        const url = record.warcTargetURI?.replace(/^<(.*)>$/, '$1')
        const bytes = await bodyOf(record)
        yield {
          id: `${id}/record-${number}`,
          path: `${path}/record-${number}`,
          within: path,
          bytes,
          ...(type.charset === undefined ? {} : { charset: type.charset }),
          ...(url ? { url } : {}),
        }
      } catch (error) {
        if (!(error instanceof ReadError)) throw error
        yield fail(error.code, error.message)
      }
    }
    if (number === 0) yield fail('damaged_file', 'the web archive holds no records; it may be cut off')
  } catch (error) {
    yield fail('damaged_file', `the web archive is damaged or cut off after record ${number}: ${reasonOf(error)}`)
  }
}

/** How often the parser may ask behind the end before it is told that it runs in a circle. */
const PATIENCE = 100

/** The same chunks. The parser skips a record that is cut off by asking for the rest of it for ever; here it gets an error. */
function withEnd(chunks: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  return {
    [Symbol.asyncIterator]() {
      const source = chunks[Symbol.asyncIterator]()
      let asked = 0
      return {
        async next() {
          const step = await source.next()
          if (step.done && ++asked > PATIENCE) throw new Error('the archive ends within a record')
          return step
        },
        return: async () => (await source.return?.()) ?? { done: true, value: undefined },
      }
    },
  }
}

/** The kind of a record's body, if it is one to be read. */
function contentType(record: WARCRecord): { mime: string; charset: string | undefined } | null {
  if (record.warcType === 'response' && record.httpHeaders) {
    const status = Number(record.httpHeaders.statusCode)
    return status >= 200 && status < 300 && status !== 206
      ? parsed(record.httpHeaders.headers.get('content-type'))
      : null
  }
  return record.warcType === 'resource' ? parsed(record.warcContentType) : null
}

function parsed(header: string | null | undefined): { mime: string; charset: string | undefined } {
  const charset = /charset\s*=\s*["']?([\w-]{3,20})/i.exec(header ?? '')?.[1]
  return { mime: (header ?? '').split(';')[0]?.trim() ?? '', charset }
}

/** The body of a record, unpacked and without the marks of chunked transfer. */
async function bodyOf(record: WARCRecord): Promise<Uint8Array> {
  if (record.warcHeader('WARC-Truncated')) throw new ReadError('damaged_file', 'the crawler cut this record off')
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of record) {
    length += chunk.length
    if (length > LIMITS.documentBytes) {
      throw new ReadError(
        'too_large',
        `the record unpacks to more than ${megabytes(LIMITS.documentBytes)}; it is not read`,
      )
    }
    chunks.push(chunk)
  }
  const { limit } = record._reader as unknown as { limit?: number }
  if (limit !== undefined && limit > 0)
    throw new ReadError('damaged_file', 'the web archive is cut off within this record')
  return joined(chunks, length)
}
