import { properties, type Run, type WordStreams } from './doc-properties.js'

/** Where the header tells the place of the styles, and how long they are ([MS-DOC] 2.5.6). */
const [STYLES, LENGTH] = [0xa2, 0xa6]
/** The kind of style that letters have, and the property of letters that names theirs. */
const OF_LETTERS = 2
const NAMED = 0x4a30

/**
 * What the styles of letters in an old Word file set, by their numbers ([MS-DOC] 2.9.271): each is its length, some fixed bytes,
 * its name, and its properties behind their own length.
 *
 * @throws RangeError where the list leads out of its stream
 */
export function letterStyles({ word, table }: WordStreams): ReadonlyMap<number, Run['set']> {
  const found = new Map<number, Run['set']>()
  const start = word.readUInt32LE(STYLES)
  const end = start + word.readUInt32LE(LENGTH)
  if (end < start + 6 || end > table.length) return found
  const count = table.readUInt16LE(start + 2)
  const fixed = table.readUInt16LE(start + 4)
  let at = start + 2 + table.readUInt16LE(start)
  for (let number = 0; number < count && at + 2 <= end; number++) {
    const own = table.subarray(at + 2, at + 2 + table.readUInt16LE(at))
    at += 2 + own.length + (own.length % 2)
    if (own.length < fixed + 4 || (own.readUInt16LE(2) & 0x0f) !== OF_LETTERS) continue
    const from = fixed + 4 + 2 * own.readUInt16LE(fixed)
    if (from + 2 > own.length) continue
    found.set(number, properties(own, Buffer.alloc(0), from + 2, from + 2 + own.readUInt16LE(from)))
  }
  return found
}

/** What is set for letters, by themselves or by their style. */
export function withStyle(set: Run['set'], styles: ReadonlyMap<number, Run['set']>): Run['set'] {
  const style = styles.get(set.get(NAMED) ?? -1)
  return style === undefined || style.size === 0 ? set : new Map([...style, ...set])
}
