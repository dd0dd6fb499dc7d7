import type { Folded, Place } from '../types.js'

/**
 * The folded text without white space and cell borders, drawn ones too: labels broken over lines, cells or columns read as one again.
 * Unit `i` of `chars` is unit `at[i]` of the folded text.
 */
export interface Stream {
  readonly folded: Folded
  readonly chars: string
  readonly at: Int32Array
}

const DROPPED = /[^\s|\u001d\u001f\u2500-\u257f]+/g

/** Makes the blank-blind stream of a folded text. */
export function streamOf(folded: Folded): Stream {
  const parts: string[] = []
  const at = new Int32Array(folded.text.length)
  let length = 0
  for (const run of folded.text.matchAll(DROPPED)) {
    parts.push(run[0])
    for (let i = 0; i < run[0].length; i++) at[length++] = run.index + i
  }
  return { folded, chars: parts.join(''), at: at.subarray(0, length) }
}

/** Where stream unit `i` stands in the folded text; past the end, the end. */
export function foldedIndex(stream: Stream, i: number): number {
  return stream.at[i] ?? stream.folded.text.length
}

/** Where the stream units `[from, to)` end in the folded text: behind the last of them. */
export function foldedEnd(stream: Stream, to: number): number {
  return to === 0 ? 0 : (stream.at[to - 1] ?? stream.folded.text.length - 1) + 1
}

/** The place in the source of the folded units `[from, to)`. */
export function placeOf(folded: Folded, from: number, to: number): Place {
  const start = folded.offsets[from] ?? 0
  const end = folded.ends !== undefined && to > from ? folded.ends[to - 1] : folded.offsets[to]
  return [start, Math.max(start, end ?? start)]
}

/** Where a place of the source stands in the folded text. */
export function placeIn(offsets: ArrayLike<number>, place: number): number {
  let [from, to] = [0, offsets.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((offsets[middle] ?? 0) < place) from = middle + 1
    else to = middle
  }
  return from
}
