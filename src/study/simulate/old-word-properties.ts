/** A paragraph ends in a return, a cell in a bell, and a row in one more bell, a paragraph of its own. */
export interface Paragraph {
  readonly text: string
  readonly kind: 'text' | 'cell' | 'row end'
}

/** As many as surely fit: 4 and 13 bytes each, 4 for the last bound, and the properties at the end. */
const PER_PAGE = 28

/** What is said of a paragraph: its style (0), whether it lies in a table (0x2416), and whether it ends a row (0x2417). */
const PROPERTIES: Readonly<Record<Paragraph['kind'], readonly number[]>> = {
  text: [0, 0, 0],
  cell: [0, 0, 0x16, 0x24, 1],
  'row end': [0, 0, 0x16, 0x24, 1, 0x17, 0x24, 1, 0],
}

/** Where the properties of each kind lie on every page: half the offset, behind which stands half their length. */
const OFFSETS: Readonly<Record<Paragraph['kind'], number>> = { text: 490, cell: 494, 'row end': 500 }

/** Pages of 512 bytes with the properties of so many paragraphs each, and where the first of them begins in the file. */
export function propertyPages(paragraphs: readonly Paragraph[], start: number): { from: number; bytes: Buffer }[] {
  const pages: { from: number; bytes: Buffer }[] = []
  let at = start
  for (let i = 0; i < paragraphs.length; i += PER_PAGE) {
    const own = paragraphs.slice(i, i + PER_PAGE)
    const bytes = Buffer.alloc(512)
    pages.push({ from: at, bytes })
    for (const [kind, offset] of Object.entries(OFFSETS)) {
      const properties = PROPERTIES[kind as Paragraph['kind']]
      bytes.writeUInt8(Math.ceil(properties.length / 2), offset)
      bytes.set(properties, offset + 1)
    }
    for (const [j, { text, kind }] of own.entries()) {
      bytes.writeUInt32LE(at, 4 * j)
      bytes.writeUInt8(OFFSETS[kind] / 2, 4 * (own.length + 1) + 13 * j)
      at += text.length * 2
    }
    bytes.writeUInt32LE(at, 4 * own.length)
    bytes.writeUInt8(own.length, 511)
  }
  return pages
}
