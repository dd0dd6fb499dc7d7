import { zipped } from '../../loaders/containers/zip.js'
import { documentPage } from './documents.js'
import { byteOrderMark, type EncodingName, encoded } from './encodings.js'
import type { Markup } from './layouts.js'
import { docFile } from './old-word-file.js'
import { pdfFile } from './pdf-file.js'
import type { Random } from './random.js'
import { csvText, xlsxFile } from './sheet-files.js'
import { mhtmlFile, type WebDocument } from './web.js'
import { warcFile, warcGzFile } from './web-archive.js'
import { docxFile } from './word-file.js'

/** A page to be kept in a file. */
export interface Page {
  /** The report's id. */
  readonly id: string
  readonly year: number
  readonly markup: Markup
  /** The page as text; of a document what `documentText` writes. */
  readonly source: string
  readonly encoding: EncodingName
  /** The name the encoding is declared by. */
  readonly charset: string
}

/** A kind of file a page can be kept in. */
export interface Container {
  readonly name: string
  /** The markup of the pages it takes. */
  readonly takes: readonly Markup[]
  readonly ending: string
  /** Whether its text is in an encoding of the writer's choice; the others are UTF-8 inside. */
  readonly encodings: boolean
  /** How often it is drawn among those that take the same markup. */
  readonly weight: number
  readonly bytes: (page: Page, random: Random) => Uint8Array | Promise<Uint8Array>
}

/** Markups of the pages whose text only the reader of their file makes, so that nobody else knows the places in it. */
export const EXTRACTED: readonly Markup[] = ['docx', 'doc', 'xlsx', 'csv', 'pdf']

const plain = ({ source, encoding }: Page) => encoded(source, encoding)
const document = ({ source }: Page) => documentPage(source)

/** All containers. To add one, say which markup it takes and how its bytes are made. */
export const CONTAINERS: readonly Container[] = [
  { name: 'text file', takes: ['text'], ending: '.txt', encodings: true, weight: 72, bytes: plain },
  { name: 'Markdown file', takes: ['markdown'], ending: '.md', encodings: true, weight: 1, bytes: plain },
  { name: 'web page', takes: ['html'], ending: '.html', encodings: true, weight: 45, bytes: plain },
  { name: 'saved web page', takes: ['html'], ending: '.mhtml', encodings: true, weight: 27, bytes: saved },
  { name: 'ZIP archive', takes: ['text', 'html'], ending: '.zip', encodings: true, weight: 7, bytes: archived },
  { name: 'JSONL', takes: ['text', 'html'], ending: '.jsonl', encodings: false, weight: 7, bytes: jsonLine },
  { name: 'web archive', takes: ['text', 'html'], ending: '.warc', encodings: true, weight: 7, bytes: crawled },
  {
    name: 'packed web archive',
    takes: ['text', 'html'],
    ending: '.warc.gz',
    encodings: true,
    weight: 7,
    bytes: packed,
  },
  {
    name: 'PDF',
    takes: ['pdf'],
    ending: '.pdf',
    encodings: false,
    weight: 1,
    bytes: (page) => pdfFile(document(page)),
  },
  {
    name: 'Word file',
    takes: ['docx'],
    ending: '.docx',
    encodings: false,
    weight: 1,
    bytes: (page) => docxFile(document(page).blocks, document(page)),
  },
  {
    name: 'old Word file',
    takes: ['doc'],
    ending: '.doc',
    encodings: false,
    weight: 1,
    bytes: (page) => docFile(document(page).blocks, document(page)),
  },
  {
    name: 'Excel file',
    takes: ['xlsx'],
    ending: '.xlsx',
    encodings: false,
    weight: 1,
    bytes: (page) => xlsxFile(document(page).blocks),
  },
  {
    name: 'CSV file',
    takes: ['csv'],
    ending: '.csv',
    encodings: true,
    weight: 1,
    bytes: (page) => encoded(byteOrderMark(page.encoding) + csvText(document(page).blocks), page.encoding),
  },
]

function saved(page: Page, random: Random): Uint8Array {
  return mhtmlFile(fetched(page), random.pick(['quoted-printable', 'base64'] as const))
}

function archived(page: Page): Promise<Uint8Array> {
  const ending = page.markup === 'html' ? 'html' : 'txt'
  return zipped({ [`${page.id}/${page.year}年政府信息公开工作年度报告.${ending}`]: plain(page) })
}

function jsonLine({ id, markup, source }: Page): Uint8Array {
  const line = { id, url: address(id, markup), [markup === 'html' ? 'html' : 'text']: source }
  return new TextEncoder().encode(`${JSON.stringify(line)}\n`)
}

function crawled(page: Page): Uint8Array {
  return warcFile(fetched(page))
}

function packed(page: Page): Uint8Array {
  return warcGzFile(fetched(page))
}

function fetched(page: Page): WebDocument {
  return {
    body: plain(page),
    address: address(page.id, page.markup),
    type: page.markup === 'html' ? 'text/html' : 'text/plain',
    charset: page.charset,
    date: `${page.year + 1}-02-01`,
  }
}

/** An address that can never exist. */
function address(id: string, markup: Markup): string {
  return `https://synthetic.invalid/${id}.${markup === 'html' ? 'html' : 'txt'}`
}
