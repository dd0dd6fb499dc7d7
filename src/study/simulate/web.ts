/** A page as a web server gave it. */
export interface WebDocument {
  readonly body: Uint8Array
  readonly address: string
  readonly type: 'text/html' | 'text/plain'
  /** The encoding the server names. */
  readonly charset: string
  /** The day it was fetched, `2021-02-01`. */
  readonly date: string
}

/** A saved web page (.mhtml), as browsers write it: mail with the page as its part, in quoted-printable or Base64. */
export function mhtmlFile({ body, address, type, charset, date }: WebDocument, coding: 'quoted-printable' | 'base64') {
  const boundary = '----MultipartBoundary--gongkai-simulate----'
  const lines = [
    'From: <Saved by gongkai simulate (SYNTHETIC)>',
    `Snapshot-Content-Location: ${address}`,
    `Date: ${new Date(`${date}T00:00:00Z`).toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    `Content-Type: multipart/related;\r\n\ttype="${type}";\r\n\tboundary="${boundary}"`,
    '',
    '',
    `--${boundary}`,
    `Content-Type: ${type}; charset="${charset}"`,
    `Content-Transfer-Encoding: ${coding}`,
    `Content-Location: ${address}`,
    '',
    coding === 'base64' ? base64(body) : quotedPrintable(body),
    '',
    `--${boundary}--`,
    '',
  ]
  return new TextEncoder().encode(lines.join('\r\n'))
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n')
}

/** Line breaks of the page are written as its other bytes are, so that none is lost. */
function quotedPrintable(bytes: Uint8Array): string {
  const lines: string[] = []
  let line = ''
  for (const byte of bytes) {
    const plain = byte >= 33 && byte <= 126 && byte !== 61
    const written = plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
    if (line.length + written.length > 75) {
      lines.push(`${line}=`)
      line = ''
    }
    line += written
  }
  return [...lines, line].join('\r\n')
}
