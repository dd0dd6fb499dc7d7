import { ReadError, reasonOf } from '../errors.js'
import { compoundFile, compoundStreams } from './compound.js'
import { markRows } from './doc-rows.js'
import { withSignsWritten } from './doc-signs.js'
import { assertChainsEnd } from './ole.js'

/**
 * The text of an old Word document (.doc, Word 97 to 2003): a paragraph a line, a table's row a line with its cells parted
 * by tabs. Text that Word holds and does not show, deleted, hidden or crossed out, is left out; `^` stands before what is raised.
 *
 * @throws ReadError `unsupported_format` where the file is another old Office file, `damaged_file` where it cannot be read
 */
export async function docText(bytes: Uint8Array): Promise<string> {
  assertChainsEnd(bytes)
  const { default: WordExtractor } = await import('word-extractor')
  let body: string
  try {
    const document = await new WordExtractor().extract(Buffer.from(await withRowsMarked(bytes)))
    const options = { filterUnicode: false }
    body = [document.getBody(options), document.getTextboxes(options)].filter((part) => part.trim() !== '').join('\n')
  } catch (error) {
    throw new ReadError('damaged_file', `the old Word document cannot be read: ${reasonOf(error)}`)
  }
  // Each cell ends in a tab, so the last tab of a row closes it and opens no further cell.
  return withSignsWritten(body.replace(/\t\n/g, '\n')).replace(/[\u0000-\u0008\u000e-\u001f]/g, '')
}

async function withRowsMarked(bytes: Uint8Array): Promise<Uint8Array> {
  const streams = await compoundStreams(bytes)
  const word = streams.get('WordDocument')
  if (word === undefined) throw new Error('it holds no Word document')
  // The header says which of two streams holds the lists.
  const name = (word.readUInt16LE(0x0a) & 0x0200) === 0 ? '0Table' : '1Table'
  const table = streams.get(name)
  if (table === undefined) throw new Error('its lists are missing')
  const marked = markRows({ word, table, data: streams.get('Data') ?? Buffer.alloc(0) })
  return compoundFile({ WordDocument: marked.word, [name]: marked.table })
}
