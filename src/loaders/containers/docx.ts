import { ReadError, reasonOf } from '../errors.js'
import { shownDocument } from './docx-shown.js'
import { LIMITS } from './limits.js'
import { zipEntries, zipped } from './zip.js'

/**
 * A Word document (.docx) as HTML: paragraphs, headings, and tables with their merged cells; pictures left out. Numbers
 * that Word itself puts before paragraphs (automatic numbering) are not in the document's text and not in the result.
 *
 * @throws ReadError `damaged_file`, or `too_large` where it unpacks to more than it may
 */
export async function docxHtml(bytes: Uint8Array): Promise<string> {
  const shown = await withShownText(bytes)
  const { default: mammoth } = await import('mammoth')
  try {
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(shown) }, { convertImage })
    return value.replace(/<\/(?:p|h[1-6]|li|tr|table)>/g, '$&\n')
  } catch (error) {
    throw new ReadError('damaged_file', `the Word document cannot be read: ${reasonOf(error)}`)
  }
}

const DOCUMENT = 'word/document.xml'
const STYLES = 'word/styles.xml'

/** The document's bytes, packed anew where its text is not all that its page shows. */
async function withShownText(bytes: Uint8Array): Promise<Uint8Array> {
  const parts = await assertSound(bytes)
  const read = (path: string) => new TextDecoder().decode(parts.get(path))
  const written = read(DOCUMENT)
  const shown = shownDocument(written, read(STYLES))
  return shown === written ? bytes : zipped(Object.fromEntries(parts.set(DOCUMENT, new TextEncoder().encode(shown))))
}

/** Unpacks every part of an Office file once, so that a damaged or swollen one is found out before a library takes it; its parts by path. */
export async function assertSound(bytes: Uint8Array): Promise<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>()
  let left: number = LIMITS.officeBytes
  for (const entry of await zipEntries(bytes)) {
    const part = await entry.read()
    parts.set(entry.path, part)
    left -= part.length
    if (left < 0) throw new ReadError('too_large', 'the parts of the Office file unpack to more than a report can have')
  }
  return parts
}
