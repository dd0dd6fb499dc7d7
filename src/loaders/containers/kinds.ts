import { extname } from 'node:path'
import { ReadError } from '../errors.js'
import { looksLikeMhtml } from './mhtml.js'
import { zipEntries } from './zip.js'

/** What a file is: one document (`text` is plain text or HTML), or a container of several. */
export type Kind = 'text' | 'csv' | 'mhtml' | 'pdf' | 'docx' | 'doc' | 'xlsx' | 'zip' | 'warc' | 'jsonl' | 'json'

/** Endings of the files that are taken for reports, or for containers of reports, where a folder or an archive is searched. */
export const ENDINGS =
  /\.(?:te?xt|html?|md|markdown|pdf|docx?|wps|xlsx|csv|mht|mhtml|zip|jsonl|ndjson|warc|(?:warc|jsonl|ndjson)\.gz)$/i

/** Formats that are known and not read, by their first bytes. */
const REFUSED: readonly (readonly [string, string])[] = [
  ['\x89PNG', 'a PNG picture; give the text, or run text recognition first'],
  ['\xff\xd8\xff', 'a JPEG picture; give the text, or run text recognition first'],
  ['GIF8', 'a GIF picture; give the text, or run text recognition first'],
  ['II*\0', 'a TIFF picture; give the text, or run text recognition first'],
  ['Rar!', 'a RAR archive; unpack it first'],
  ['7z\xbc\xaf', 'a 7z archive; unpack it first'],
  ['\x1f\x8b', 'packed with gzip; unpack it first'],
  ['{\\rtf', 'a Rich Text document; save it as .docx'],
]

/**
 * Tells what a file is: by its bytes, whatever its name says; only CSV, JSON and JSONL, which are plain text, by their ending.
 *
 * @throws ReadError `unsupported_format` for what is known and not read
 */
export async function identify(bytes: Uint8Array, path: string): Promise<Kind> {
  const head = headOf(bytes)
  const lines = lineKind(head, path)
  if (lines !== null) return lines
  const refused = REFUSED.find(([magic]) => head.startsWith(magic))
  if (refused) throw new ReadError('unsupported_format', `the file is ${refused[1]}`)
  const xml = xmlFormat(head)
  if (xml !== null) throw new ReadError('unsupported_format', `the file is ${xml}`)
  if (/^[\s\S]{0,1000}%PDF-\d/.test(head.slice(0, 1010))) return 'pdf'
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return zipKind(bytes)
  if (head.startsWith('\xd0\xcf\x11\xe0')) return oleKind(bytes)
  if (/\.mht(?:ml)?$/i.test(path) || looksLikeMhtml(head)) return 'mhtml'
  if (extname(path).toLowerCase() === '.json' && /^\s*[[{]/.test(head)) return 'json'
  return extname(path).toLowerCase() === '.csv' ? 'csv' : 'text'
}

/** Documents that are written as one XML file, by the element that holds the rest. */
const XML: readonly (readonly [root: RegExp, what: string])[] = [
  [/^(?:\w+:)?wordDocument$/, 'a Word 2003 XML document; open it in Word and save it as .docx'],
  [/^(?:\w+:)?package$/, 'a Word document in one XML file; open it in Word and save it as .docx'],
  [/^(?:\w+:)?Workbook$/, 'an Excel 2003 XML table; open it in Excel and save it as .xlsx'],
  [/^office:document$/, 'a flat OpenDocument file; save it as .docx or PDF'],
]
const PAGE = /^(?:html|head|body|div|section|article|main|table|p)$/i

/** What an XML file is that is no page; `null` for pages and for what is no XML. */
function xmlFormat(head: string): string | null {
  const text = head.replace(/^(?:\xff\xfe|\xfe\xff)|\0/g, '').trimStart()
  const [, root] = /^<([a-z_][\w:.-]{0,60})/i.exec(text.replace(/<[?!][^<>]{0,2000}>/g, '').trimStart()) ?? []
  if (root === undefined) return null
  const known = XML.find(([pattern]) => pattern.test(root))
  if (known !== undefined) return known[1]
  if (PAGE.test(root) || !/^<\?xml\s/.test(text)) return null
  return `XML of a kind that is not known (${root}); save it as HTML, .docx or PDF`
}

/** Whether a file is read record by record: a web archive or JSONL, packed with gzip or not; `null` for all others. */
export function lineKind(head: string, path: string): 'warc' | 'jsonl' | null {
  if (head.startsWith('WARC/')) return 'warc'
  if (/\.warc\.gz$/i.test(path)) return 'warc'
  return /\.(?:jsonl|ndjson)(?:\.gz)?$/i.test(path) ? 'jsonl' : null
}

/** The first bytes, a character each. */
export function headOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 8192)).toString('latin1')
  return head.replace(/^\u00ef\u00bb\u00bf/, '')
}

async function zipKind(bytes: Uint8Array): Promise<Kind> {
  const paths = (await zipEntries(bytes)).map(({ path }) => path)
  const has = (pattern: RegExp) => paths.some((path) => pattern.test(path))
  if (has(/^OFD\.xml$/i)) throw new ReadError('unsupported_format', 'the file is an OFD document; save it as PDF')
  if (has(/^mimetype$/))
    throw new ReadError('unsupported_format', 'the file is an OpenDocument or EPUB file; save it as .docx')
  if (!has(/^\[Content_Types\]\.xml$/)) return 'zip'
  if (has(/^word\//)) return 'docx'
  if (has(/^xl\//)) return 'xlsx'
  throw new ReadError('unsupported_format', 'the file is an Office file other than Word or Excel; save it as PDF')
}

/** Old Office files name their parts in UTF-16. */
function oleKind(bytes: Uint8Array): Kind {
  const names = (name: string) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(name, 'utf16le'))
  if (names('WordDocument')) return 'doc'
  if (names('EncryptedPackage')) throw new ReadError('encrypted', 'the Office file is locked with a password')
  if (names('Workbook'))
    throw new ReadError('unsupported_format', 'the file is an old Excel file (.xls); save it as .xlsx')
  throw new ReadError('unsupported_format', 'the file is an old Office file other than Word; save it as .docx or PDF')
}
