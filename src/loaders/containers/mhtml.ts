import { ReadError, reasonOf } from '../errors.js'

/** Whether bytes are a saved web page (.mhtml): mail headers that announce parts or HTML. */
export function looksLikeMhtml(head: string): boolean {
  return /^(?:[\w-]{2,40}:[^\n]{0,1000}\r?\n(?:[ \t][^\n]{0,1000}\r?\n){0,20}){0,40}?Content-Type:\s*(?:multipart\/related|text\/html)/i.test(
    head,
  )
}

/**
 * The page in a saved web page (.mhtml, .mht): the text of its first HTML part, without quoted-printable or Base64.
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
    const page = mail.attachments.find(({ mimeType }) => mimeType === 'text/html')
    if (page === undefined || typeof page.content === 'string')
      throw new ReadError('empty_input', 'the saved web page holds no HTML')
    const charset = /^Content-Type:[ \t]*text\/html\s*;\s*charset\s*=\s*["']?([\w-]{3,20})/im.exec(head)?.[1]
    return { bytes: new Uint8Array(page.content), charset }
  } catch (error) {
    if (error instanceof ReadError) throw error
    throw new ReadError('damaged_file', `the saved web page cannot be read: ${reasonOf(error)}`)
  }
}
