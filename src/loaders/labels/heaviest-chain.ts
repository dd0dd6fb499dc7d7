import type { Hit } from './label-hits.js'

/** Cost of each unread word character between two labels. */
export const GAP_COST = 0.3
/** Two labels with more words between them are not of one table. */
export const MAX_GAP = 400

/** Some of the hits, in the order of their places: those from one on that end no later than a unit of the stream. */
export interface Stretch {
  readonly first: number
  readonly end: number
}

/** All of them. */
export const WHOLE: Stretch = { first: 0, end: Number.POSITIVE_INFINITY }

/**
 * Finds the heaviest chains of hits whose labels and places both increase, in stretches of a text, each of which lies within one
 * looked at before or behind it. What is known of a stretch is kept: only what its begin cuts off is worked out again.
 */
export class Chains {
  private readonly from: Int32Array
  private readonly to: Int32Array
  private readonly label: Int32Array
  private readonly score: Float64Array
  /** Words before a hit and up to its end, and the same without those read as headers. */
  private readonly words: { readonly before: Int32Array; readonly upTo: Int32Array }
  private readonly unread: { readonly before: Int32Array; readonly upTo: Int32Array }
  /** Weight of the heaviest chain that ends in a hit, and the hit before it in that. */
  private readonly total: Float64Array
  private readonly previous: Int32Array

  /** @param hits in the order of their places; `words` and `unread` count the words before each unit of the stream */
  constructor(
    private readonly hits: readonly Hit[],
    words: Int32Array,
    unread: Int32Array,
  ) {
    this.from = Int32Array.from(hits, (hit) => hit.from)
    this.to = Int32Array.from(hits, (hit) => hit.to)
    this.label = Int32Array.from(hits, (hit) => hit.label)
    this.score = Float64Array.from(hits, (hit) => hit.score)
    this.words = { before: countsAt(words, this.from), upTo: countsAt(words, this.to) }
    this.unread = { before: countsAt(unread, this.from), upTo: countsAt(unread, this.to) }
    this.total = new Float64Array(hits.length)
    this.previous = new Int32Array(hits.length).fill(-1)
    for (let j = 0; j < hits.length; j++) this.weigh(j, 0)
  }

  /** The heaviest chain of a stretch; of equal ones that which ends first. */
  heaviest({ first, end }: Stretch = WHOLE): Hit[] {
    let best = -1
    for (let j = first; j < this.hits.length && (this.from[j] ?? 0) < end; j++) {
      if ((this.to[j] ?? 0) <= end && (best < 0 || (this.total[j] ?? 0) > (this.total[best] ?? 0))) best = j
    }
    const chained: Hit[] = []
    for (let j = best; j >= 0; j = this.previous[j] ?? -1) {
      const hit = this.hits[j]
      if (hit !== undefined) chained.push(hit)
    }
    return chained.reverse()
  }

  /** The part of a stretch before a place. */
  before({ first }: Stretch, place: number): Stretch {
    return { first, end: place }
  }

  /** The part of a stretch from a place on, with the chains that no longer reach back over it. */
  behind({ first, end }: Stretch, place: number): Stretch {
    let begin = first
    while (begin < this.hits.length && (this.from[begin] ?? 0) < place) begin++
    let changed = begin - 1
    for (let j = begin; j < this.hits.length && (this.from[j] ?? 0) < end; j++) {
      const [total, previous] = [this.total[j], this.previous[j]]
      // What looks back no further than hits that stayed the same stays the same, and so does all behind it.
      if (this.weigh(j, begin) > changed) break
      if (this.total[j] !== total || this.previous[j] !== previous) changed = j
    }
    return { first: begin, end }
  }

  /** Works out the heaviest chain that ends in a hit and has none before `first`; the last hit it looked back at. */
  private weigh(j: number, first: number): number {
    const { from, to, label, words, unread, total } = this
    const [start, own, score] = [from[j] ?? 0, label[j] ?? 0, this.score[j] ?? 0]
    const [wordsBefore, unreadBefore] = [words.before[j] ?? 0, unread.before[j] ?? 0]
    let heaviest = score
    let previous = -1
    let i = j - 1
    for (; i >= first; i--) {
      if (wordsBefore - (words.upTo[i] ?? 0) > MAX_GAP) break
      if ((to[i] ?? 0) > start || (label[i] ?? 0) >= own) continue
      const sum = (total[i] ?? 0) + score - (unreadBefore - (unread.upTo[i] ?? 0)) * GAP_COST
      if (sum > heaviest) {
        heaviest = sum
        previous = i
      }
    }
    total[j] = heaviest
    this.previous[j] = previous
    return i
  }
}

function countsAt(counts: Int32Array, places: Int32Array): Int32Array {
  return places.map((place) => counts[place] ?? 0)
}
