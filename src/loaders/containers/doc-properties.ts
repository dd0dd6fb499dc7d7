/** A stretch of an old Word file, in bytes, and the properties that are set for all of it, with the first two bytes of what to. */
export interface Run {
  readonly from: number
  readonly end: number
  readonly set: ReadonlyMap<number, number>
}

/** The streams of an old Word file that its text needs. */
export interface WordStreams {
  /** The header, the text, and pages of properties. */
  readonly word: Buffer
  /** The lists that the header tells the places of. */
  readonly table: Buffer
  /** Properties that no page has room for; empty in most files. */
  readonly data: Buffer
}

const NOTHING = Buffer.alloc(0)

/** Where the header tells the place of the list of each kind, and how long an entry on its pages is ([MS-DOC] 2.9.33, 2.9.175). */
export const LISTS = {
  characters: { at: 0xfa, entry: 1 },
  paragraphs: { at: 0x102, entry: 13 },
} as const

const TABLE_DEFINITION = 0xd608

/** Properties too long for their page, such as those of a wide table's row, stand in the data stream at a place that these tell ([MS-DOC] 2.6.2). */
const ELSEWHERE: ReadonlySet<number> = new Set([0x6645, 0x6646])

/** The properties of characters or paragraphs, in the order of the file: pages of 512 bytes that a list tells the places of. */
export function* propertyRuns({ word, table, data }: WordStreams, kind: keyof typeof LISTS): Generator<Run> {
  const { at, entry } = LISTS[kind]
  const start = word.readUInt32LE(at)
  const pages = Math.floor((word.readUInt32LE(at + 4) - 4) / 8)
  for (let i = 0; i < pages; i++) {
    const page = word.subarray(512 * table.readUInt32LE(start + 4 * (pages + 1) + 4 * i)).subarray(0, 512)
    const count = page.readUInt8(511)
    for (let j = 0; j < count; j++) {
      const offset = 2 * page.readUInt8(4 * (count + 1) + entry * j)
      const set = offset === 0 ? new Map<number, number>() : properties(page, data, ...stored[kind](page, offset))
      yield { from: page.readUInt32LE(4 * j), end: page.readUInt32LE(4 * (j + 1)), set }
    }
  }
}

/** Where on a page the properties at an offset begin and end, behind their length and a paragraph's style. */
const stored: Record<keyof typeof LISTS, (page: Buffer, offset: number) => [number, number]> = {
  characters: (page, offset) => [offset + 1, offset + 1 + page.readUInt8(offset)],
  paragraphs: (page, offset) => {
    const half = page.readUInt8(offset)
    if (half > 0) return [offset + 3, offset + 2 * half]
    return [offset + 4, offset + 2 + 2 * page.readUInt8(offset + 1)]
  },
}

/** The properties that stand in some bytes, one behind the other, those of value 0 left out. */
export function properties(page: Buffer, data: Buffer, from: number, end: number): Map<number, number> {
  const set = new Map<number, number>()
  for (let at = from; at + 2 < end; ) {
    const property = page.readUInt16LE(at)
    if (ELSEWHERE.has(property)) {
      const place = page.readUInt32LE(at + 2)
      const own = properties(data, NOTHING, place + 2, place + 2 + data.readUInt16LE(place))
      for (const [one, value] of own) set.set(one, value)
    }
    const size = operandSize(page, property, at + 2)
    const value = size === 1 ? page.readUInt8(at + 2) : page.readUInt16LE(at + 2)
    if (!ELSEWHERE.has(property) && value !== 0) set.set(property, value)
    at += 2 + size
  }
  return set
}

/** The bytes of what a property is set to, which the upper three bits of its name tell ([MS-DOC] 2.2.5.1). */
function operandSize(page: Buffer, property: number, at: number): number {
  if (property === TABLE_DEFINITION) return 1 + page.readUInt16LE(at)
  return [1, 1, 2, 4, 2, 2, 1 + page.readUInt8(at), 3][property >> 13] ?? 1
}
