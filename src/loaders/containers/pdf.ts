import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { ReadError, reasonOf } from '../errors.js'
import { plainRadicals } from '../fold/radicals.js'
import { type PageContent, pagesMarkup } from '../page-layout/pages.js'
import { paintedOn } from '../page-layout/painted.js'
import { type Matrix, type Run, times } from '../page-layout/parts.js'
import { rulesOf, strokesOf } from '../page-layout/rules.js'
import { levelled, tiltOf } from '../page-layout/tilt.js'
import { isTurned, turnUpright } from '../page-layout/turned.js'
import { pagesOnSheet } from '../page-layout/two-up.js'
import { withoutUnseen } from '../page-layout/unseen.js'
import { LIMITS } from './limits.js'
import { fieldsOf } from './pdf-fields.js'

export interface PdfText {
  readonly html: string
  /** Numbers of the pages without text: pictures, or blank. */
  readonly textless: readonly number[]
  /** Numbers of the pages whose text is laid invisibly over a picture, as text recognition does. */
  readonly recognised: readonly number[]
}

/**
 * The text layer of a PDF as HTML, page by page in reading order: lines as paragraphs, ruled tables as tables with their
 * merged and empty cells. Radicals that stand for whole characters (⺠ for 民) are given as these.
 *
 * @throws ReadError `no_text_layer` where no page has text or its fonts do not say which characters they show; `encrypted`,
 * `damaged_file`, `too_large`
 */
export async function pdfHtml(bytes: Uint8Array): Promise<PdfText> {
  const { document, OPS } = await open(bytes)
  try {
    if (document.numPages > LIMITS.pages)
      throw new ReadError('too_large', `the PDF has ${document.numPages} pages; a report has ten`)
    const pages: PageContent[] = []
    const textless: number[] = []
    const recognised: number[] = []
    let text = ''
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { contents, invisible } = await readPage(document, page, OPS)
      const runs = contents.flatMap((content) => content.runs)
      text += runs.map((run) => run.text).join('')
      pages.push(...contents)
      if (runs.length === 0) textless.push(number)
      else if (invisible) recognised.push(number)
      page.cleanup()
    }
    assertReadable(text)
    return { html: await pagesMarkup(pages), textless, recognised }
  } catch (error) {
    if (error instanceof ReadError) throw error
    throw new ReadError('damaged_file', `the PDF cannot be read: ${reasonOf(error)}`)
  } finally {
    await document.loadingTask.destroy()
  }
}

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')

async function open(bytes: Uint8Array): Promise<{ document: PDFDocumentProxy; OPS: Pdfjs['OPS'] }> {
  // Only drawing needs this class; where the optional canvas package is missing, the library asks for it all the same.
  if (!('DOMMatrix' in globalThis)) Object.assign(globalThis, { DOMMatrix: class {} })
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const folder = (name: string) => `${join(home, name)}/`
  try {
    const document = await getDocument({
      data: Uint8Array.from(bytes),
      cMapUrl: folder('cmaps'),
      cMapPacked: true,
      standardFontDataUrl: folder('standard_fonts'),
      wasmUrl: folder('wasm'),
      disableFontFace: true,
      useSystemFonts: false,
      isEvalSupported: false,
      maxImageSize: 0,
      verbosity: 0,
    }).promise
    return { document, OPS }
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException')
      throw new ReadError('encrypted', 'the PDF is locked with a password')
    throw new ReadError('damaged_file', `the PDF is cut off or damaged: ${reasonOf(error)}`)
  }
}

async function readPage(document: PDFDocumentProxy, page: PDFPageProxy, OPS: Pdfjs['OPS']) {
  const { transform, width, height } = page.getViewport({ scale: 1 })
  const view = transform as unknown as Matrix
  const content = await page.getTextContent({ disableNormalization: true })
  const operators = await page.getOperatorList()
  if (content.items.length + operators.fnArray.length > LIMITS.marksOnPage)
    throw new ReadError('too_large', `page ${page.pageNumber} of the PDF holds more than a report's page can`)
  const items = content.items.filter((item) => 'str' in item).filter(({ str }) => str.trim() !== '')
  const drawn = items.map((item) => ({ item, matrix: times(view, item.transform as unknown as Matrix) }))
  const slope = tiltOf(
    drawn.map(({ item: { width }, matrix }) => ({ matrix, width })),
    strokesOf(operators, OPS, view),
  )
  const level = slope === 0 ? null : levelled(slope, [width, height])
  const asSeen = (matrix: Matrix) => (level === null ? matrix : times(level, matrix))
  const written = drawn.map(({ item, matrix }) => runOf(item.str, asSeen(matrix), item.width, item.height))
  const layers = await document.getOptionalContentConfig()
  const painted = paintedOn(operators, OPS, asSeen(view), (layer) => layers.isVisible(layer) !== false)
  const upright = turnUpright(
    drawn.map(({ item, matrix }) => ({ text: item.str, matrix })),
    [width, height],
  )
  const turned: Run[] = []
  const runs = withoutUnseen(written, painted).flatMap((own, i) => {
    const piece = drawn[i]
    if (piece === undefined || isAslant(piece.matrix)) return []
    const { item, matrix } = piece
    const plain = own.map((run) => ({ ...run, text: plainRadicals(run.text) }))
    if (upright === null || !isTurned(matrix)) return plain
    for (const { text } of plain) turned.push(runOf(text, times(upright, asSeen(matrix)), item.width, item.height))
    return []
  })
  for (const { text, from, width, size } of fieldsOf(await page.getAnnotations()))
    runs.push(runOf(plainRadicals(text), asSeen(times(view, [size, 0, 0, size, ...from])), width, size))
  // Text recognition lays what it read over the picture of the page as invisible text.
  const invisible = operators.fnArray.some(
    (code, i) => code === OPS.setTextRenderingMode && (operators.argsArray[i] as unknown[])[0] === INVISIBLE,
  )
  if (upright === null) {
    const content = { runs, rules: rulesOf(operators, OPS, asSeen(view)) }
    return { contents: pagesOnSheet(content, [width, height]), invisible }
  }
  const rules = rulesOf(operators, OPS, times(upright, asSeen(view)))
  return {
    contents: [
      { runs, rules: { across: [], down: [] } },
      { runs: turned, rules },
    ],
    invisible,
  }
}

const INVISIBLE = 3

/** Whether letters stand across the page, as those of a watermark do; a page laid askew on a scanner is not so far from level. */
function isAslant([a, b]: Matrix): boolean {
  const [most, least] = [Math.max(Math.abs(a), Math.abs(b)), Math.min(Math.abs(a), Math.abs(b))]
  return least > most * ASLANT
}

const ASLANT = 0.2

function runOf(text: string, [a, b, , , x, y]: Matrix, width: number, height: number): Run {
  const size = Math.hypot(a, b) || height
  const upright = Math.abs(b) > Math.abs(a)
  const end = y + Math.sign(b) * width
  return upright
    ? { text, left: x - size, right: x, top: Math.min(y, end), bottom: Math.max(y, end), size, upright }
    : { text, left: x, right: x + width, top: y - size * 0.85, bottom: y + size * 0.15, size, upright }
}

/** Characters that stand for glyphs whose meaning the font does not tell. */
const UNKNOWN = /[\ue000-\uf8ff\ufffd\u0000-\u0008]/g

function assertReadable(text: string): void {
  if (text === '')
    throw new ReadError(
      'no_text_layer',
      'the PDF has no text layer: its pages are pictures. Give the text, or run text recognition first; nothing is guessed',
    )
  const unknown = text.match(UNKNOWN)?.length ?? 0
  if (unknown > text.length / 10)
    throw new ReadError(
      'no_text_layer',
      'the text layer of the PDF cannot be read: its fonts do not say which characters they show',
    )
}
