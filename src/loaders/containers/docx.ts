import { ReadError, reasonOf } from '../errors.js'
import { LIMITS } from './limits.js'
import { zipEntries } from './zip.js'

/**
 * A Word document (.docx) as HTML: paragraphs, headings, and tables with their merged cells; pictures left out. Numbers
 * that Word itself puts before paragraphs (automatic numbering) are not in the document's text and not in the result.
 *
 * @throws ReadError `damaged_file`, or `too_large` where it unpacks to more than it may
 */
export async function docxHtml(bytes: Uint8Array): Promise<string> {
  await assertSound(bytes)
  const { default: mammoth } = await import('mammoth')
  try {
    const convertImage = mammoth.images.imgElement(async () => ({ src: '' }))
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage })
    return value.replace(/<\/(?:p|h[1-6]|li|tr|table)>/g, '$&\n')
  } catch (error) {
    throw new ReadError('damaged_file', `the Word document cannot be read: ${reasonOf(error)}`)
  }
}

/** Unpacks every part of an Office file once, so that a damaged or swollen one is found out before a library takes it. */
export async function assertSound(bytes: Uint8Array): Promise<void> {
  let left: number = LIMITS.officeBytes
  for (const entry of await zipEntries(bytes)) {
    left -= (await entry.read()).length
    if (left < 0) throw new ReadError('too_large', 'the parts of the Office file unpack to more than a report can have')
  }
}
