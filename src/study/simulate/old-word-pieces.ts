import type { Paragraph } from './old-word-properties.js'

/** A stretch of the text that lies in the file as one, in one or two bytes a character. */
export interface Piece {
  readonly paragraphs: readonly Paragraph[]
  readonly width: 1 | 2
  /** Where it begins in the file. */
  readonly from: number
}

/** The whole text in UTF-16, as Word writes a file anew. */
export function wholeText(paragraphs: readonly Paragraph[], from: number): Piece[] {
  return [{ paragraphs, width: 2, from }]
}

/**
 * The text as Word leaves it when it saves fast, adding what is new behind what was there: here the words behind all tables.
 * Stretches without Chinese characters take one byte a character.
 */
export function fastSaved(paragraphs: readonly Paragraph[], start: number): Piece[] {
  const runs: { paragraphs: Paragraph[]; inTable: boolean; width: 1 | 2 }[] = []
  for (const paragraph of paragraphs) {
    const inTable = paragraph.kind !== 'text'
    const width = /^[\u0000-\u007f]*$/.test(paragraph.text) ? 1 : 2
    const last = runs.at(-1)
    if (last?.inTable === inTable && last.width === width) last.paragraphs.push(paragraph)
    else runs.push({ paragraphs: [paragraph], inTable, width })
  }
  const places = new Map<unknown, number>()
  let from = start
  for (const run of [...runs.filter(({ inTable }) => inTable), ...runs.filter(({ inTable }) => !inTable)]) {
    places.set(run, from)
    from += run.width * lengthOf(run.paragraphs)
  }
  return runs.map((run) => ({ paragraphs: run.paragraphs, width: run.width, from: places.get(run) ?? start }))
}

/** The characters of some paragraphs. */
export function lengthOf(paragraphs: readonly Paragraph[]): number {
  return paragraphs.reduce((sum, { text }) => sum + text.length, 0)
}

/** The piece table: where each piece begins in the text, and where it lies in the file. */
export function pieceTable(pieces: readonly Piece[]): Buffer {
  const table = Buffer.alloc(5 + 4 * (pieces.length + 1) + 8 * pieces.length)
  table.writeUInt8(2, 0)
  table.writeUInt32LE(table.length - 5, 1)
  let at = 0
  for (const [i, { paragraphs, width, from }] of pieces.entries()) {
    at += lengthOf(paragraphs)
    table.writeUInt32LE(at, 5 + 4 * (i + 1))
    const place = width === 1 ? 0x40000000 + 2 * from : from
    table.writeUInt32LE(place, 5 + 4 * (pieces.length + 1) + 8 * i + 2)
  }
  return table
}
