import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { WebDocument } from './web.js'

/** A web archive (WARC 1.1) of one response, behind the record that says who crawled. */
export function warcFile(document: WebDocument): Uint8Array {
  return Buffer.concat(warcRecords(document))
}

/** The same, each record in a gzip member of its own; its bytes are not made fewer, since machines differ in how they do that. */
export function warcGzFile(document: WebDocument): Uint8Array {
  return Buffer.concat(warcRecords(document).map(packed))
}

/** Byte 9 of a gzip file names the system it was made on; 255 is an unknown one. */
function packed(record: Uint8Array): Uint8Array {
  const bytes = gzipSync(record, { level: 0 })
  bytes[9] = 255
  return bytes
}

function warcRecords({ body, address, type, charset, date }: WebDocument): Uint8Array[] {
  const info = Buffer.from('software: gongkai simulate (SYNTHETIC)\r\nformat: WARC File Format 1.1\r\n')
  const http = `HTTP/1.1 200 OK\r\nContent-Type: ${type}; charset=${charset}\r\nContent-Length: ${body.length}\r\n\r\n`
  return [
    record('warcinfo', date, ['Content-Type: application/warc-fields'], info),
    record(
      'response',
      date,
      [`WARC-Target-URI: ${address}`, 'Content-Type: application/http; msgtype=response'],
      Buffer.concat([Buffer.from(http), body]),
    ),
  ]
}

function record(type: string, date: string, headers: readonly string[], block: Uint8Array): Uint8Array {
  const digits = createHash('sha256').update(type).update(block).digest('hex')
  const id = [digits.slice(0, 8), digits.slice(8, 12), digits.slice(12, 16), digits.slice(16, 20), digits.slice(20, 32)]
  const head = [
    'WARC/1.1',
    `WARC-Type: ${type}`,
    `WARC-Record-ID: <urn:uuid:${id.join('-')}>`,
    `WARC-Date: ${date}T00:00:00Z`,
    ...headers,
    `Content-Length: ${block.length}`,
  ]
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), block, Buffer.from('\r\n\r\n')])
}
