import type { Piece } from './old-word-pieces.js'

/** A paragraph ends in a return, a cell's last one in a bell, and a row in one more bell, a paragraph of its own. */
export interface Paragraph {
  readonly text: string
  readonly kind: 'text' | 'in table' | 'row end' | 'wide row end'
}

/** As many as surely fit: 4 and 13 bytes each, 4 for the last bound, and the properties at the end. */
const PER_PAGE = 28

const ROW_END = [0x16, 0x24, 1, 0x17, 0x24, 1]

/** What Word keeps in the data stream, as a page has no room for what is said of a wide row: here that of any, its length before it. */
export const DATA = Buffer.from([ROW_END.length, 0, ...ROW_END])

/**
 * What is said of a paragraph: its style (0), whether it lies in a table (0x2416), and whether it ends a row (0x2417); or where in the
 * data stream this stands (0x6646).
 */
const PROPERTIES: Readonly<Record<Paragraph['kind'], readonly number[]>> = {
  text: [0, 0, 0],
  'in table': [0, 0, 0x16, 0x24, 1],
  'row end': [0, 0, ...ROW_END, 0],
  'wide row end': [0, 0, 0x46, 0x66, 0, 0, 0, 0, 0],
}

/** Where the properties of each kind lie on every page, with half their length before them. */
const OFFSETS: Readonly<Record<Paragraph['kind'], number>> = {
  'wide row end': 480,
  text: 490,
  'in table': 494,
  'row end': 500,
}

export interface PropertyPage {
  /** Where the first of its paragraphs begins in the file, and where the last one ends. */
  readonly from: number
  readonly end: number
  readonly bytes: Buffer
}

/** Pages of 512 bytes with the properties of so many paragraphs each, in the order of the file. */
export function propertyPages(pieces: readonly Piece[]): PropertyPage[] {
  const stored = [...pieces]
    .sort((a, b) => a.from - b.from)
    .flatMap(({ paragraphs, width }) => paragraphs.map(({ text, kind }) => ({ kind, size: text.length * width })))
  let at = Math.min(...pieces.map(({ from }) => from))
  return Array.from({ length: Math.ceil(stored.length / PER_PAGE) }, (_, page) => {
    const own = stored.slice(page * PER_PAGE, (page + 1) * PER_PAGE)
    const from = at
    const bytes = Buffer.alloc(512)
    for (const [kind, offset] of Object.entries(OFFSETS)) {
      const properties = PROPERTIES[kind as Paragraph['kind']]
      bytes.writeUInt8(Math.ceil(properties.length / 2), offset)
      bytes.set(properties, offset + 1)
    }
    for (const [i, { kind, size }] of own.entries()) {
      bytes.writeUInt32LE(at, 4 * i)
      bytes.writeUInt8(OFFSETS[kind] / 2, 4 * (own.length + 1) + 13 * i)
      at += size
    }
    bytes.writeUInt32LE(at, 4 * own.length)
    bytes.writeUInt8(own.length, 511)
    return { from, end: at, bytes }
  })
}

/** From which byte of the file on which page holds the properties; the pages lie behind each other from `firstPage` on. */
export function propertyTable(pages: readonly PropertyPage[], firstPage: number): Buffer {
  const table = Buffer.alloc(8 * pages.length + 4)
  for (const [i, { from, end }] of pages.entries()) {
    table.writeUInt32LE(from, 4 * i)
    table.writeUInt32LE(end, 4 * (i + 1))
    table.writeUInt32LE(firstPage + i, 4 * (pages.length + 1) + 4 * i)
  }
  return table
}
