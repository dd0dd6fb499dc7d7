/** A stretch of an old Word file that holds text, in one or two bytes a character. */
interface Piece {
  readonly from: number
  readonly end: number
  readonly width: 1 | 2
}

const PIECES = 0x1a2
const ONE_BYTE = 0x40000000

/** How many bytes a character takes at a place of the file; `null` where no text lies ([MS-DOC] 2.8.35). */
export function characterWidths(word: Buffer, table: Buffer): (at: number) => 1 | 2 | null {
  const pieces = piecesOf(word, table).sort((a, b) => a.from - b.from)
  return (at) => {
    let [low, high] = [0, pieces.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pieces[middle]?.from ?? 0) <= at) low = middle + 1
      else high = middle
    }
    const piece = pieces[low - 1]
    return piece !== undefined && at < piece.end ? piece.width : null
  }
}

function piecesOf(word: Buffer, table: Buffer): Piece[] {
  let at = word.readUInt32LE(PIECES)
  // Properties that pieces share come first.
  while (table.readUInt8(at) === 1) at += 3 + table.readUInt16LE(at + 1)
  const count = Math.floor((table.readUInt32LE(at + 1) - 4) / 12)
  return Array.from({ length: Math.min(count, table.length) }, (_, i) => {
    const bound = at + 5 + 4 * i
    const characters = table.readUInt32LE(bound + 4) - table.readUInt32LE(bound)
    const place = table.readUInt32LE(at + 5 + 4 * (count + 1) + 8 * i + 2)
    const width = place < ONE_BYTE ? 2 : 1
    const from = width === 2 ? place : (place - ONE_BYTE) / 2
    return { from, end: from + characters * width, width }
  })
}
