import { type DocumentBlock, type DocumentPage, type DocumentTable, laidOut } from './documents.js'
import { type Paragraph, propertyPages } from './old-word-properties.js'

type MergedCells = DocumentPage['merged']

/** Text begins behind the header, the file's table of contents (FIB). */
const TEXT = 2048
const PAGE = 512

/**
 * An old Word file (.doc, Word 97 to 2003), with all that a reader of its text needs and no more: a compound file with a
 * header, the text in UTF-16 as one piece, its piece table, and the properties of paragraphs that mark where a table's row
 * ends. Offsets are those of Microsoft's [MS-DOC], sections 2.5 (FIB), 2.8.35 (PlcPcd) and 2.9.175 (PapxFkp).
 */
export async function docFile(blocks: readonly DocumentBlock[], merged: MergedCells = 'one cell'): Promise<Uint8Array> {
  const paragraphs = blocks.flatMap((block) => (typeof block === 'string' ? linesOf(block) : rowsOf(block, merged)))
  const text = paragraphs.map((paragraph) => paragraph.text).join('')
  const end = Math.ceil((TEXT + text.length * 2) / PAGE) * PAGE
  const pages = propertyPages(paragraphs, TEXT)
  const pieces = pieceTable(text.length)
  const bins = binTable(pages, TEXT + text.length * 2, end / PAGE)
  const word = Buffer.alloc(end + PAGE * pages.length)
  word.writeUInt16LE(0xa5ec, 0)
  word.writeUInt16LE(0x0200, 0x0a)
  word.writeUInt32LE(TEXT, 0x18)
  word.writeUInt32LE(text.length, 0x4c)
  // Where the lists lie in the other stream, and how long they are; a list of properties of characters is there, and empty.
  const lists = [
    [0x0fa, pieces.length + bins.length, 4],
    [0x102, pieces.length, bins.length],
    [0x1a2, 0, pieces.length],
  ] as const
  for (const [at, from, length] of lists) {
    word.writeUInt32LE(from, at)
    word.writeUInt32LE(length, at + 4)
  }
  word.write(text, TEXT, 'utf16le')
  for (const [i, { bytes }] of pages.entries()) bytes.copy(word, end + PAGE * i)
  return compoundFile({ WordDocument: word, '1Table': Buffer.concat([pieces, bins, Buffer.alloc(4)]) })
}

function linesOf(text: string): Paragraph[] {
  return text.split('\n').map((line) => ({ text: `${line}\r`, kind: 'text' }))
}

function rowsOf(table: DocumentTable, merged: MergedCells): Paragraph[] {
  return laidOut(table).flatMap((row) => {
    const cells = row.flatMap(({ text, colspan }) => [
      text.replaceAll('\n', '\r'),
      ...Array<string>(merged === 'empty cells' ? colspan - 1 : 0).fill(''),
    ])
    return [
      ...cells.map((text): Paragraph => ({ text: `${text}\u0007`, kind: 'cell' })),
      { text: '\u0007', kind: 'row end' },
    ]
  })
}

/** One piece that is the whole text, in UTF-16. */
function pieceTable(characters: number): Buffer {
  const table = Buffer.alloc(5 + 8 + 8)
  table.writeUInt8(2, 0)
  table.writeUInt32LE(16, 1)
  table.writeUInt32LE(characters, 9)
  table.writeUInt32LE(TEXT, 15)
  return table
}

/** From which character on which page holds the properties. */
function binTable(pages: readonly { readonly from: number }[], end: number, firstPage: number): Buffer {
  const table = Buffer.alloc(8 * pages.length + 4)
  for (const [i, { from }] of pages.entries()) {
    table.writeUInt32LE(from, 4 * i)
    table.writeUInt32LE(firstPage + i, 4 * (pages.length + 1) + 4 * i)
  }
  table.writeUInt32LE(end, 4 * pages.length)
  return table
}

async function compoundFile(streams: Readonly<Record<string, Buffer>>): Promise<Uint8Array> {
  const { default: CFB } = await import('cfb')
  const file = CFB.utils.cfb_new()
  for (const [name, bytes] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${name}`, bytes)
  // An entry that the package puts into every file it makes.
  CFB.utils.cfb_del(file, '/\u0001Sh33tJ5')
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Buffer)
}
