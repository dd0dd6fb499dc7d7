import CFB from 'cfb'
import { laidOut } from '../../src/study/simulate/documents.js'
import { type Block, blocksOf } from './containers.js'
import type { MadeUp } from './made-up.js'

/**
 * The report as an old Word document, the smallest that holds text and tables: a compound file with a header (FIB), one piece of
 * text in UTF-16, its piece table, and paragraph properties that mark where a table's row ends. Offsets are those of
 * Microsoft's [MS-DOC], sections 2.5 (FIB), 2.8.35 (PlcPcd) and 2.9.175 (PapxFkp).
 */
export function docOf(report: MadeUp): Uint8Array {
  const paragraphs = blocksOf(report).flatMap(paragraphsOf)
  const text = paragraphs.map(({ text }) => text).join('')
  const start = 2048
  const pages = propertyPages(paragraphs, start)
  const textEnd = Math.ceil((start + text.length * 2) / 512) * 512
  const word = Buffer.alloc(textEnd + 512 * pages.length)
  word.writeUInt16LE(0xa5ec, 0)
  word.writeUInt16LE(0x0200, 0x0a)
  word.writeUInt32LE(start, 0x18)
  word.writeUInt32LE(text.length, 0x4c)
  word.write(text, start, 'utf16le')
  for (const [i, page] of pages.entries()) page.bytes.copy(word, textEnd + 512 * i)
  const pieces = Buffer.alloc(5 + 8 + 8)
  pieces.writeUInt8(2, 0)
  pieces.writeUInt32LE(16, 1)
  pieces.writeUInt32LE(text.length, 9)
  pieces.writeUInt32LE(start, 15)
  const bins = Buffer.alloc(4 * (pages.length + 1) + 4 * pages.length)
  pages.forEach((page, i) => {
    bins.writeUInt32LE(page.from, 4 * i)
    bins.writeUInt32LE(textEnd / 512 + i, 4 * (pages.length + 1) + 4 * i)
  })
  bins.writeUInt32LE(start + text.length * 2, 4 * pages.length)
  word.writeUInt32LE(0, 0x1a2)
  word.writeUInt32LE(pieces.length, 0x1a6)
  word.writeUInt32LE(pieces.length, 0x102)
  word.writeUInt32LE(bins.length, 0x106)
  // Empty lists elsewhere: a list of properties of characters has one bound and no entry.
  const bound = pieces.length + bins.length
  word.writeUInt32LE(bound, 0xfa)
  word.writeUInt32LE(4, 0xfe)
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, '/WordDocument', word)
  CFB.utils.cfb_add(file, '/1Table', Buffer.concat([pieces, bins, Buffer.alloc(4)]))
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Buffer)
}

interface Paragraph {
  readonly text: string
  readonly endsRow: boolean
}

/** Word closes a paragraph with a return, a cell with a bell, and a row with one more bell. */
function paragraphsOf(block: Block): Paragraph[] {
  if (typeof block === 'string') return [{ text: `${block}\r`, endsRow: false }]
  return laidOut(block).flatMap((row) => [
    ...row.map(({ text }) => ({ text: `${text}\u0007`, endsRow: false })),
    { text: '\u0007', endsRow: true },
  ])
}

const PER_PAGE = 20

/** Pages of 512 bytes with the properties of 20 paragraphs each. */
function propertyPages(paragraphs: readonly Paragraph[], start: number): { from: number; bytes: Buffer }[] {
  const pages: { from: number; bytes: Buffer }[] = []
  let at = start
  for (let i = 0; i < paragraphs.length; i += PER_PAGE) {
    const own = paragraphs.slice(i, i + PER_PAGE)
    const bytes = Buffer.alloc(512)
    const from = at
    own.forEach((paragraph, j) => {
      bytes.writeUInt32LE(at, 4 * j)
      at += paragraph.text.length * 2
      // Properties lie at the end of the page, each at an even offset: a count, the style, and "ends a row" (0x2417).
      const offset = 508 - 8 * (j + 1)
      bytes.writeUInt8(offset / 2, 4 * (own.length + 1) + 13 * j)
      bytes.writeUInt8(3, offset)
      if (paragraph.endsRow) bytes.writeUInt16LE(0x2417, offset + 3)
      if (paragraph.endsRow) bytes.writeUInt8(1, offset + 5)
    })
    bytes.writeUInt32LE(at, 4 * own.length)
    bytes.writeUInt8(own.length, 511)
    pages.push({ from, bytes })
  }
  return pages
}
