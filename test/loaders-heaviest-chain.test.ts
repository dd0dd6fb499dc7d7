import { describe, expect, test } from 'vitest'
import { Chains, GAP_COST, MAX_GAP, type Stretch, WHOLE } from '../src/loaders/labels/heaviest-chain.js'
import type { Hit } from '../src/loaders/labels/label-hits.js'
import { randomOf } from './support/random.js'

/** Hits of ten labels at random places, with as many words as units between them. */
function randomHits(seed: string): { hits: Hit[]; words: Int32Array } {
  const { int } = randomOf(seed)
  const length = int(200, 3000)
  const hits = Array.from({ length: int(0, 80) }, () => {
    const from = int(0, length)
    const size = int(2, 14)
    return { label: int(0, 9), from, to: from + size, distance: 0, score: size }
  })
  const words = Int32Array.from({ length: length + 20 }, (_, i) => i)
  return { hits: hits.sort((a, b) => a.from - b.from || a.label - b.label), words }
}

const within = (hits: readonly Hit[], from: number, to: number) =>
  hits.filter((hit) => hit.from >= from && hit.to <= to)

describe('the heaviest chain of labels', () => {
  const seeds = Array.from({ length: 60 }, (_, i) => `chains ${i}`)

  test('of a part of a text is that of a text which holds no more than this part', () => {
    let tried = 0
    for (const seed of seeds) {
      const { hits, words } = randomHits(seed)
      const chains = new Chains(hits, words, words)
      const open: { stretch: Stretch; from: number; to: number }[] = [
        { stretch: WHOLE, from: 0, to: Number.POSITIVE_INFINITY },
      ]
      for (let next = open.pop(); next !== undefined && tried < 2000; next = open.pop()) {
        const { stretch, from, to } = next
        const found = chains.heaviest(stretch)
        expect(found).toEqual(new Chains(within(hits, from, to), words, words).heaviest())
        const [first, last] = [found[0], found.at(-1)]
        if (first === undefined || last === undefined) continue
        tried++
        const before = { stretch: chains.before(stretch, first.from), from, to: first.from }
        expect(chains.heaviest(before.stretch)).toEqual(
          new Chains(within(hits, from, first.from), words, words).heaviest(),
        )
        open.push(before, { stretch: chains.behind(stretch, last.to), from: last.to, to })
        const behind = open.at(-1)
        // A stretch behind a table is taken before the one before it, or after: the order makes no difference.
        if (tried % 2 === 0 && behind !== undefined) open.unshift(...open.splice(-1))
      }
    }
    expect(tried).toBeGreaterThan(200)
  })

  test('is made of labels in their order, apart from each other, and no gap is wider than a table has', () => {
    for (const seed of seeds) {
      const { hits, words } = randomHits(seed)
      const found = new Chains(hits, words, words).heaviest()
      expect(found.length > 0).toBe(hits.length > 0)
      found.slice(1).forEach((hit, i) => {
        const before = found[i]
        expect(hit.label).toBeGreaterThan(before?.label ?? -1)
        expect(hit.from).toBeGreaterThanOrEqual(before?.to ?? 0)
        expect(hit.from - (before?.to ?? 0)).toBeLessThanOrEqual(MAX_GAP)
      })
    }
  })

  test('weighs its labels less the words between them', () => {
    // 12 of the two labels, less 10 words between them, is more than either of them: 12 + 8 - 3 > 12.
    const hit = (label: number, from: number, score: number): Hit => ({ label, from, to: from + 4, distance: 0, score })
    const words = Int32Array.from({ length: 100 }, (_, i) => i)
    const near = [hit(0, 0, 12), hit(1, 14, 8)]
    expect(10 * GAP_COST).toBeLessThan(8)
    expect(new Chains(near, words, words).heaviest()).toEqual(near)
    // 40 words cost 12, more than the second label counts.
    const far = [hit(0, 0, 12), hit(1, 44, 8)]
    expect(new Chains(far, words, words).heaviest()).toEqual([far[0]])
  })
})
