import { drawnFields } from './doc-fields.js'
import { characterWidths } from './doc-pieces.js'
import { LISTS, propertyRuns, type Run, type WordStreams } from './doc-properties.js'
import { BREAK, NOTHING, raisedSign, signFor, UNSEEN } from './doc-signs.js'
import { letterStyles, withStyle } from './doc-styles.js'

/** What is said of characters, and of a paragraph in a table, or at the end of its row ([MS-DOC] 2.6). */
const DELETED = 0x0800
const HIDDEN = 0x083c
const STRUCK = [0x0837, 0x2a53] as const
const RAISED = 0x2a48
const POSITION = 0x4845
const IN_TABLE = 0x2416
const ENDS_ROW = 0x2417

const RETURN = 0x0d

/**
 * Writes into the text itself what is not shown and where the rows of tables end, and takes away the lists that say so.
 * Deleted and hidden characters become zeros, which no text has; what is crossed out or raised is marked by the signs of `doc-signs`;
 * a row's mark, else one more cell's, becomes a return, and a return inside a cell the sign of a break, so that a row stays a line.
 * word-extractor goes by the lists only where the pieces of the text lie in
 * the file as they are read, which they do not after a fast save.
 *
 * @throws RangeError where a list leads out of its stream
 */
export function markRows(streams: WordStreams): WordStreams {
  const { word, table } = streams
  const marked = Buffer.from(word)
  const widthAt = characterWidths(word, table)
  const write = (at: number, width: 1 | 2, character: number) =>
    width === 1 ? marked.writeUInt8(character, at) : marked.writeUInt16LE(character, at)
  const paragraphs = [...propertyRuns(streams, 'paragraphs')]
  for (const { from, end, set } of paragraphs) {
    const inCell = set.has(IN_TABLE) && !set.has(ENDS_ROW)
    const characters = charactersIn(word, widthAt, from, end)
    for (const { at, width, character } of characters) {
      const sign = signFor(character, inCell)
      if (sign !== null) write(at, width, sign)
    }
    for (const [first, last] of inCell ? drawnFields(characters.map(({ character }) => character)) : [])
      for (const [i, { at, width }] of characters.slice(first, last + 1).entries())
        write(at, width, i === 0 ? UNSEEN : NOTHING)
  }
  const inTable = stretches(paragraphs.filter(({ set }) => set.has(IN_TABLE)))
  let raisedTo = -1
  const styles = letterStyles(streams)
  for (const { from, end, set: own } of propertyRuns(streams, 'characters')) {
    const set = withStyle(own, styles)
    if (widthAt(from) === null) continue
    if (set.has(DELETED)) marked.fill(0, from, end)
    const shift = shiftOf(set)
    const isStruck = STRUCK.some((property) => isOn(set, property)) || (shift < 0 && inTable(from))
    const isGone = isOn(set, HIDDEN) || isStruck
    if (set.has(DELETED) || (!isGone && shift <= 0)) continue
    const shown = charactersIn(marked, widthAt, from, end).filter(({ character }) => character > 0x20)
    if (isGone)
      for (const [i, { at, width }] of shown.entries()) write(at, width, isStruck && i === 0 ? UNSEEN : NOTHING)
    else if (raisedTo !== from && !isWholeText(marked, from, end, widthAt)) {
      const [first] = shown
      const sign = first === undefined ? null : raisedSign(first.character)
      if (first !== undefined && sign !== null) write(first.at, first.width, sign)
    }
    if (!isGone) raisedTo = end
  }
  for (const { end, set } of paragraphs) {
    const width = set.has(IN_TABLE) || set.has(ENDS_ROW) ? widthAt(end - 1) : null
    if (width === null) continue
    const last = end - width
    if (set.has(ENDS_ROW)) marked.writeUInt8(RETURN, last)
    else if (marked.readUInt8(last) === RETURN) marked.writeUInt8(BREAK, last)
  }
  // An empty list has one bound and no entry.
  for (const { at } of Object.values(LISTS)) marked.writeUInt32LE(4, at + 4)
  return { ...streams, word: marked }
}

interface Character {
  readonly at: number
  readonly width: 1 | 2
  readonly character: number
}

function charactersIn(word: Buffer, widthAt: (at: number) => 1 | 2 | null, from: number, end: number): Character[] {
  const found: Character[] = []
  for (let at = from; at < end; ) {
    const width = widthAt(at)
    if (width !== null && at + width <= end)
      found.push({ at, width, character: width === 1 ? word.readUInt8(at) : word.readUInt16LE(at) })
    at += width ?? 1
  }
  return found
}

/** Whether a property that is on or off is on: set, or other than the style has it, which is off in all but a few. */
function isOn(set: Run['set'], property: number): boolean {
  const value = (set.get(property) ?? 0) & 0xff
  return value === 1 || value === 0x81
}

/** Above 0 for what is raised, below for what is lowered. */
function shiftOf(set: Run['set']): number {
  const script = (set.get(RAISED) ?? 0) & 0xff
  if (script === 1 || script === 2) return script === 1 ? 1 : -1
  return ((set.get(POSITION) ?? 0) << 16) >> 16
}

/** Whether a run is all that its cell or paragraph holds: then it is the text, whatever height it stands at. */
function isWholeText(word: Buffer, from: number, end: number, widthAt: (at: number) => 1 | 2 | null): boolean {
  const width = widthAt(from) ?? 1
  const [before] = charactersIn(word, widthAt, from - width, from)
  const [behind] = charactersIn(word, widthAt, end, end + 2)
  return (before?.character ?? 0) < 0x20 && (behind?.character ?? 0) < 0x20
}

/** Whether a place lies in one of some stretches of the file. */
function stretches(runs: readonly Run[]): (at: number) => boolean {
  const sorted = [...runs].sort((a, b) => a.from - b.from)
  return (at) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sorted[middle]?.from ?? 0) <= at) low = middle + 1
      else high = middle
    }
    return at < (sorted[low - 1]?.end ?? 0)
  }
}
