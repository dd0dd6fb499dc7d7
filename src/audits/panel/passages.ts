import type { Place } from '../../types.js'
import { PIECE, type Sketch } from './sketch.js'

/** A passage two texts share character for character, by its fingerprints. */
export interface Passage {
  /** Characters, without white space, of which the passage consists. */
  readonly length: number
  /** Those of them that are not common property. */
  readonly own: number
  readonly at: Place
  readonly otherAt: Place
}

/** What one text shares with another. */
export interface Shared {
  /** Of the text's own characters that are no common property, the share found in the other; 0 where it has none. */
  readonly share: number
  /** The passage with most own characters; `null` where they share nothing of their own. */
  readonly longest: Passage | null
}

/**
 * What a text shares with another one, common property left aside. Runs of the same fingerprints at the same distances, without
 * a gap, are passages; a passage may run through common property, but only its own characters count.
 */
export function sharedText(text: Sketch, other: Sketch, isCommon: (hash: number) => boolean): Shared {
  const where = new Map<number, number[]>()
  other.hashes.forEach((hash, i) => {
    where.set(hash, [...(where.get(hash) ?? []), i])
  })
  const rare = Array.from(text.hashes, (hash) => !isCommon(hash))
  const all = covered(text, 0, text.hashes.length, (i) => rare[i] === true)
  const same = covered(text, 0, text.hashes.length, (i) => rare[i] === true && where.has(text.hashes[i] ?? -1))
  let longest: Passage | null = null
  let open = new Map<number, number>()
  for (let i = 0; i < text.hashes.length; i++) {
    const next = new Map<number, number>()
    for (const j of where.get(text.hashes[i] ?? -1) ?? []) {
      const before = open.get(j - 1)
      const goesOn = before !== undefined && step(text, i) <= PIECE && step(text, i) === step(other, j)
      const first = goesOn ? before : i
      next.set(j, first)
      const own = covered(text, first, i + 1, (k) => rare[k] === true)
      if (own > (longest?.own ?? 0)) longest = passage(text, other, first, i, j - (i - first), j, own)
    }
    open = next
  }
  return { share: all === 0 ? 0 : same / all, longest }
}

/** The share of one text's fingerprints, common ones included, that the other one has: the less of both ways. */
export function likeness(a: Sketch, b: Sketch): number {
  const [inA, inB] = [new Set(a.hashes), new Set(b.hashes)]
  const most = Math.max(inA.size, inB.size)
  if (most === 0) return 0
  let same = 0
  for (const hash of inA) if (inB.has(hash)) same++
  return same / most
}

function step({ from }: Sketch, i: number): number {
  return (from[i] ?? 0) - (from[i - 1] ?? 0)
}

/** Characters covered by the chosen fingerprints among `[first, end)`. */
function covered({ from }: Sketch, first: number, end: number, isChosen: (i: number) => boolean): number {
  let sum = 0
  let done = 0
  for (let i = first; i < end; i++) {
    if (!isChosen(i)) continue
    const start = from[i] ?? 0
    sum += start + PIECE - Math.max(start, done)
    done = start + PIECE
  }
  return sum
}

function passage(a: Sketch, b: Sketch, a0: number, a1: number, b0: number, b1: number, own: number): Passage {
  return {
    length: (a.from[a1] ?? 0) + PIECE - (a.from[a0] ?? 0),
    own,
    at: [a.starts[a0] ?? 0, a.ends[a1] ?? 0],
    otherAt: [b.starts[b0] ?? 0, b.ends[b1] ?? 0],
  }
}
