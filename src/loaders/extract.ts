import type { SourceFormat } from '../types.js'
import { csvHtml } from './containers/csv.js'
import { docText } from './containers/doc.js'
import { docxHtml } from './containers/docx.js'
import { identify, type Kind } from './containers/kinds.js'
import { LIMITS, megabytes } from './containers/limits.js'
import { mhtmlPage } from './containers/mhtml.js'
import { pdfHtml } from './containers/pdf.js'
import { xlsxHtml } from './containers/xlsx.js'
import { decode } from './decode.js'
import { ReadError } from './errors.js'
import { looksLikeHtml } from './html.js'
import { type Surface, surfaceOf } from './surface.js'

/** The text of one document, whatever it came in. */
export interface Extracted {
  /** What places refer to: the decoded source, or the text extracted from a container (HTML where it has tables). */
  readonly text: string
  /** What a reader sees of it. */
  readonly surface: Surface
  /** Encoding of the source's bytes; `utf-8`, as `--keep-text` writes it, where the source holds characters and no encoded text. */
  readonly encoding: string
  readonly format: SourceFormat
  /** Characters that could not be decoded. */
  readonly undecoded: number
  /** Numbers of the PDF pages that have no text. */
  readonly textless: readonly number[]
  /** Numbers of the PDF pages whose text comes from text recognition. */
  readonly recognised: readonly number[]
  /** Whether the source lacks its end. */
  readonly cutOff: boolean
}

/** One document's bytes with what is known of them. */
export interface DocumentBytes {
  readonly path: string
  readonly bytes: Uint8Array
  readonly charset?: string
}

/**
 * Takes the text out of one document.
 *
 * @throws ReadError where it holds none that can be read, or more than a report can have
 */
export async function extractSource(document: DocumentBytes): Promise<Extracted> {
  const { bytes, path } = document
  if (bytes.length > LIMITS.documentBytes)
    throw new ReadError(
      'too_large',
      `the file has ${megabytes(bytes.length)}; more than ${megabytes(LIMITS.documentBytes)} are not read`,
    )
  const kind = await identify(bytes, path)
  const { text, isHtml, ...rest } = await textOf(kind, document)
  const looked = isHtml ?? looksLikeHtml(text)
  assertLength(text, looked ? LIMITS.sourceLength : LIMITS.textLength)
  const surface = surfaceIn(text, looked)
  assertLength(surface.text, LIMITS.textLength)
  const cutOff = kind === 'pdf' ? lacksPdfEnd(bytes) : kind !== 'xlsx' && looked && lacksHtmlEnd(text)
  const format = kind === 'text' ? (looked ? 'html' : 'text') : (kind as SourceFormat)
  return { text, surface, format, encoding: 'utf-8', undecoded: 0, textless: [], recognised: [], cutOff, ...rest }
}

function surfaceIn(text: string, isHtml: boolean): Surface {
  try {
    return surfaceOf(text, isHtml)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new ReadError('damaged_file', 'the page has more elements, or nests them more deeply, than can be read')
  }
}

/** A whole PDF says where it ends. */
function lacksPdfEnd(bytes: Uint8Array): boolean {
  return !Buffer.from(bytes.subarray(-2048)).includes('%%EOF')
}

/** HTML that ends within a tag or within a table was cut off. */
function lacksHtmlEnd(text: string): boolean {
  const count = (tag: RegExp) => text.match(tag)?.length ?? 0
  return /<[a-z/!][^<>]{0,500}$/i.test(text.slice(-600)) || count(/<table[\s>]/gi) > count(/<\/table\s*>/gi)
}

interface TakenOut {
  readonly text: string
  /** Left out where the text itself shows it. */
  readonly isHtml?: boolean
  readonly encoding?: string
  readonly undecoded?: number
  readonly textless?: readonly number[]
  readonly recognised?: readonly number[]
}

async function textOf(kind: Kind, { bytes, charset }: DocumentBytes): Promise<TakenOut> {
  if (kind === 'pdf') {
    const { html, ...pages } = await pdfHtml(bytes)
    return { text: html, isHtml: true, ...pages }
  }
  if (kind === 'docx') return { text: await docxHtml(bytes), isHtml: true }
  if (kind === 'xlsx') return { text: await xlsxHtml(bytes), isHtml: true }
  if (kind === 'doc') return { text: await docText(bytes), isHtml: false }
  if (kind === 'mhtml') {
    const page = await mhtmlPage(bytes)
    return { ...decode(page.bytes, page.charset), isHtml: true }
  }
  if (kind === 'csv') {
    const { text, ...decoded } = decode(bytes, charset)
    return { text: await csvHtml(text), isHtml: true, ...decoded }
  }
  if (kind === 'text') return decode(bytes, charset)
  throw new ReadError(
    'unsupported_format',
    `the file is ${NAMES[kind]}; its documents are read one by one by analyse() and the command line`,
  )
}

const NAMES = { zip: 'a ZIP archive', warc: 'a web archive (WARC)', jsonl: 'JSONL', json: 'JSON' }

function assertLength(text: string, limit: number): void {
  if (text.length > limit)
    throw new ReadError(
      'too_large',
      `the text has ${text.length} characters; an annual report has some 20 000, and more than ${limit} are not read`,
    )
}
