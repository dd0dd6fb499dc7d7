import { ReadError, reasonOf } from '../errors.js'
import { isReport } from '../sift.js'

/** Whether bytes are a saved web page (.mhtml): mail headers that announce parts or HTML. */
export function looksLikeMhtml(head: string): boolean {
  return /^(?:[\w-]{2,40}:[^\n]{0,1000}\r?\n(?:[ \t][^\n]{0,1000}\r?\n){0,20}){0,40}?Content-Type:\s*(?:multipart\/related|text\/html)/i.test(
    head,
  )
}

/** The head of each HTML part, with the encoding it declares. */
const HTML_PART = /^Content-Type:[ \t]*text\/html(?:\s*;\s*charset\s*=\s*["']?([\w-]{3,20}))?/gim
/** Frames of a page, advertisements and all. */
const MOST_FRAMES = 30

/**
 * The page in a saved web page (.mhtml, .mht): the text of its first HTML part, without quoted-printable or Base64; where that is no
 * report, that of the first part which is one, as of a page that shows the report in a frame.
 *
 * @throws ReadError `damaged_file`, or `empty_input` where there is no HTML in it
 */
export async function mhtmlPage(bytes: Uint8Array): Promise<{ bytes: Uint8Array; charset: string | undefined }> {
  const { default: PostalMime } = await import('postal-mime')
  try {
    // Parts marked as attachments come as bytes; postal-mime would decode the others before a meta tag is asked.
    const head = Buffer.from(bytes).toString('latin1')
    const marked = head.replace(/^Content-Type:[ \t]*text\/html/gim, 'Content-Disposition: attachment\r\n$&')
    const mail = await PostalMime.parse(Buffer.from(marked, 'latin1'))
    const declared = Array.from(head.matchAll(HTML_PART), ([, charset]) => charset)
    const pages = mail.attachments
      .filter(({ mimeType }) => mimeType === 'text/html')
      .map(({ content }, i) => ({
        bytes: typeof content === 'string' ? null : new Uint8Array(content),
        charset: declared[i],
      }))
    const parts = pages.flatMap(({ bytes, charset }) => (bytes === null ? [] : [{ bytes, charset }]))
    const [first, ...frames] = parts
    if (first === undefined) throw new ReadError('empty_input', 'the saved web page holds no HTML')
    if (frames.length === 0 || (await isReport(first.bytes, true, first.charset))) return first
    for (const frame of frames.slice(0, MOST_FRAMES)) if (await isReport(frame.bytes, true, frame.charset)) return frame
    return first
  } catch (error) {
    if (error instanceof ReadError) throw error
    throw new ReadError('damaged_file', `the saved web page cannot be read: ${reasonOf(error)}`)
  }
}
