import { characterWidths } from './doc-pieces.js'
import { LISTS, propertyRuns, type WordStreams } from './doc-properties.js'

/** What is said of characters that are deleted, and of a paragraph in a table, or at the end of its row ([MS-DOC] 2.6). */
const DELETED = 0x0800
const IN_TABLE = 0x2416
const ENDS_ROW = 0x2417

const RETURN = 0x0d
const BLANK = 0x20

/**
 * Writes into the text itself what is deleted and where the rows of tables end, and takes away the lists that say so.
 * Deleted characters become zeros, which no text has; a row's mark, else one more cell's, becomes a return, and a return
 * inside a cell a blank, so that a row stays a line. word-extractor goes by the lists only where the pieces of the text lie in
 * the file as they are read, which they do not after a fast save.
 *
 * @throws RangeError where a list leads out of its stream
 */
export function markRows(streams: WordStreams): WordStreams {
  const { word, table } = streams
  const marked = Buffer.from(word)
  const widthAt = characterWidths(word, table)
  for (const { from, end, set } of propertyRuns(streams, 'characters'))
    if (set.has(DELETED) && widthAt(from) !== null) marked.fill(0, from, end)
  for (const { end, set } of propertyRuns(streams, 'paragraphs')) {
    const width = set.has(IN_TABLE) || set.has(ENDS_ROW) ? widthAt(end - 1) : null
    if (width === null) continue
    const last = end - width
    if (set.has(ENDS_ROW)) marked.writeUInt8(RETURN, last)
    else if (marked.readUInt8(last) === RETURN) marked.writeUInt8(BLANK, last)
  }
  // An empty list has one bound and no entry.
  for (const { at } of Object.values(LISTS)) marked.writeUInt32LE(4, at + 4)
  return { ...streams, word: marked }
}
