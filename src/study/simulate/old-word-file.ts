import { compoundFile } from '../../loaders/containers/compound.js'
import { type DocumentBlock, type DocumentPage, type DocumentTable, laidOut } from './documents.js'
import { fastSaved, lengthOf, pieceTable, wholeText } from './old-word-pieces.js'
import { DATA, type Paragraph, propertyPages, propertyTable } from './old-word-properties.js'

/** How Word kept the page. */
export type OldWord = Pick<DocumentPage, 'merged' | 'saved'>

const PLAIN: OldWord = { merged: 'one cell', saved: 'whole' }

/** Text begins behind the header, the file's table of contents (FIB). */
const TEXT = 2048
/** Rows of more cells have their properties in the data stream. */
const WIDE = 9
const PAGE = 512

/**
 * An old Word file (.doc, Word 97 to 2003), with all that a reader of its text needs and no more: a compound file with a
 * header, the text in pieces, their table, and the properties of paragraphs that mark where a table's row ends. Offsets are
 * those of Microsoft's [MS-DOC], sections 2.5 (FIB), 2.8.35 (PlcPcd) and 2.9.175 (PapxFkp).
 */
export function docFile(blocks: readonly DocumentBlock[], how: OldWord = PLAIN): Promise<Uint8Array> {
  const paragraphs = blocks.flatMap((block) => (typeof block === 'string' ? linesOf(block) : rowsOf(block, how.merged)))
  const pieces = how.saved === 'whole' ? wholeText(paragraphs, TEXT) : fastSaved(paragraphs, TEXT)
  const pages = propertyPages(pieces)
  const firstPage = Math.ceil((pages.at(-1)?.end ?? TEXT) / PAGE)
  const pieceList = pieceTable(pieces)
  const propertyList = propertyTable(pages, firstPage)
  const word = Buffer.alloc(PAGE * (firstPage + pages.length))
  word.writeUInt16LE(0xa5ec, 0)
  word.writeUInt16LE(0x0200, 0x0a)
  word.writeUInt32LE(TEXT, 0x18)
  word.writeUInt32LE(lengthOf(paragraphs), 0x4c)
  // Where the lists lie in the other stream, and how long they are; that of characters' properties is there, and empty.
  const places = [
    [0x0fa, pieceList.length + propertyList.length, 4],
    [0x102, pieceList.length, propertyList.length],
    [0x1a2, 0, pieceList.length],
  ] as const
  for (const [at, from, length] of places) {
    word.writeUInt32LE(from, at)
    word.writeUInt32LE(length, at + 4)
  }
  for (const { paragraphs, width, from } of pieces)
    word.write(paragraphs.map(({ text }) => text).join(''), from, width === 1 ? 'latin1' : 'utf16le')
  for (const [i, { bytes }] of pages.entries()) bytes.copy(word, PAGE * (firstPage + i))
  const lists = Buffer.concat([pieceList, propertyList, Buffer.alloc(4)])
  return compoundFile({ WordDocument: word, '1Table': lists, Data: DATA })
}

function linesOf(text: string): Paragraph[] {
  return text.split('\n').map((line) => ({ text: `${line}\r`, kind: 'text' }))
}

function rowsOf(table: DocumentTable, merged: OldWord['merged']): Paragraph[] {
  return laidOut(table).flatMap((row) => {
    const cells = row.flatMap(({ text, colspan }) => [
      text,
      ...Array<string>(merged === 'empty cells' ? colspan - 1 : 0).fill(''),
    ])
    return [...cells.flatMap(cellOf), { text: '\u0007', kind: cells.length > WIDE ? 'wide row end' : 'row end' }]
  })
}

function cellOf(text: string): Paragraph[] {
  const lines = text.split('\n')
  return lines.map((line, i) => ({ text: `${line}${i < lines.length - 1 ? '\r' : '\u0007'}`, kind: 'in table' }))
}
