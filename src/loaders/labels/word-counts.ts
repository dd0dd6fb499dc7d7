import { cellMarks } from '../marks.js'
import { once } from '../word-patterns.js'
import { PIECE } from './torn-labels.js'

const NO_PIECES: ReadonlySet<string> = new Set()

const nilMarks = once(() => new Set([...cellMarks().nil_words, ...cellMarks().nil_strokes]))

/** Number of characters before each unit that belong to words: not to figures or nil marks (无, —), nor to pieces of labels. */
export function wordCounts(chars: string, pieces = NO_PIECES): Int32Array {
  const counts = new Int32Array(chars.length + 1)
  const nil = nilMarks()
  let own = 0
  let count = 0
  for (let i = 0; i < chars.length; i++) {
    const code = chars.charCodeAt(i)
    if (pieces.size > 0 && pieces.has(chars.slice(i, i + PIECE))) own = i + PIECE
    if (i >= own && (code > 0xff || (code >= 0x41 && code <= 0x7a)) && !nil.has(chars.charAt(i))) count++
    counts[i + 1] = count
  }
  return counts
}

/** Such counts without the words that stand in any of some ranges. */
export function countsOutside(
  counts: Int32Array,
  ranges: readonly { readonly from: number; readonly to: number }[],
): Int32Array {
  if (ranges.length === 0) return counts
  const within = new Uint8Array(counts.length)
  for (const { from, to } of ranges) within.fill(1, from, to)
  const outside = new Int32Array(counts.length)
  let count = 0
  for (let i = 0; i + 1 < counts.length; i++) {
    if (within[i] === 0) count += (counts[i + 1] ?? 0) - (counts[i] ?? 0)
    outside[i + 1] = count
  }
  return outside
}
