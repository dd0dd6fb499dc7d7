import type { Stream } from '../stream.js'
import { Chains, GAP_COST, MAX_GAP, type Stretch, WHOLE } from './heaviest-chain.js'
import { ANCHOR_LENGTH, type Hit } from './label-hits.js'
import type { Label } from './template.js'
import { labelPieces } from './torn-labels.js'
import { countsOutside, wordCounts } from './word-counts.js'

/**
 * The hits that are a table, in the form's order, so that the labels' weight less the words left unread between them is greatest;
 * and those that are the same table once more.
 */
export function labelChains(
  hits: readonly Hit[],
  stream: Stream,
  labels: readonly Label[],
): {
  readonly first: readonly Hit[]
  readonly others: readonly (readonly Hit[])[]
  readonly parts: readonly (readonly Hit[])[]
} {
  if (hits.length === 0) return { first: [], others: [], parts: [] }
  const words = wordsOf(stream)
  const unread = countsOutside(words, headersRead(hits, labels))
  const [first = [], ...others] = tablesIn(new Chains(hits, words, unread))
  const whole = others.length > 0 ? first : [...first, ...tailOf(first, hits, stream.chars, labels)]
  return { first: whole, others, parts: others.length > 0 ? [] : partsBeside(whole, hits, words, unread) }
}

/**
 * A chain of such a share of the heaviest one's weight is the same table once more: last year's, or another report's. Before it,
 * half will do for the first table, less legible: what stands below is another year's, or another body's.
 */
const LEAST = { before: 0.5, behind: 0.8 }

/** So many tables are looked for in a text, from its beginning on; a file of more reports is taken for one with these. */
const MOST_TABLES = 200

/** The chains of hits that are as good as the heaviest, in the order in which they stand. */
function tablesIn(chains: Chains): (readonly Hit[])[] {
  const best = chains.heaviest()
  const found = [best]
  const open: { stretch: Stretch; place: number; side: 'before' | 'behind' }[] = []
  const lookAround = (table: readonly Hit[], stretch: Stretch) => {
    open.push({ stretch, place: table.at(-1)?.to ?? 0, side: 'behind' })
    open.push({ stretch, place: table[0]?.from ?? 0, side: 'before' })
  }
  lookAround(best, WHOLE)
  for (let next = open.pop(); next !== undefined && found.length < MOST_TABLES; next = open.pop()) {
    const stretch = chains[next.side](next.stretch, next.place)
    const table = chains.heaviest(stretch)
    if (table.length === 0 || weightOf(table) < LEAST[next.side] * weightOf(best)) continue
    found.push(table)
    lookAround(table, stretch)
  }
  return found.sort((a, b) => (a[0]?.from ?? 0) - (b[0]?.from ?? 0))
}

/** A chain of this share of a table's weight is part of the same table: of another body's, or of this one's own, cut in two. */
const PART = 0.25

/** The heaviest chain before a table and behind it, where it is a good part of the same table. */
function partsBeside(table: readonly Hit[], hits: readonly Hit[], words: Int32Array, unread: Int32Array): Hit[][] {
  const [from, to] = [table[0]?.from ?? 0, table.at(-1)?.to ?? 0]
  const own = new Set(table.map(({ label }) => label))
  return [hits.filter((hit) => hit.to <= from), hits.filter((hit) => hit.from >= to)]
    .map((some) => (some.length === 0 ? [] : new Chains(some, words, unread).heaviest()))
    .filter(
      (part) =>
        part.filter(({ label }) => own.has(label)).length >= FEW_LABELS && weightOf(part) >= PART * weightOf(table),
    )
}

/** Fewer labels may stand in a sentence. */
const FEW_LABELS = 5

/** What a browser prints at the end of each page and the head of the next, an address, a time and the title: no words left unread. */
const PAGE_MARKS =
  /(?:(?:(?:https?|file|ﬁle):\/\/|www\.)[\x21-\x7e]{1,300}|\d{1,4}\/\d{1,2}\/\d{1,4},?\d{1,2}:\d{2}(?:[AP]M)?)(?:[^|。]{0,60}?年度?报告)?/gu

/** The words of a stream, counted once for all forms. */
function wordsOf(stream: Stream): Int32Array {
  const counts = counted.get(stream) ?? countsOutside(wordCounts(stream.chars), pageMarksIn(stream.chars))
  counted.set(stream, counts)
  return counts
}

function pageMarksIn(chars: string): { readonly from: number; readonly to: number }[] {
  return [...chars.matchAll(PAGE_MARKS)].map(({ index, 0: mark }) => ({ from: index, to: index + mark.length }))
}

const counted = new WeakMap<Stream, Int32Array>()

function weightOf(hits: readonly Hit[]): number {
  return hits.reduce((sum, hit) => sum + hit.score, 0)
}

/**
 * Where the words of a block's header stand, which come before its rows: a page that goes on under its header once more prints
 * nothing unread.
 */
function headersRead(hits: readonly Hit[], labels: readonly Label[]): Hit[] {
  const firstRows = new Map<number, number>()
  labels.forEach(({ block, row }, i) => {
    if (row !== null && !firstRows.has(block)) firstRows.set(block, i)
  })
  return hits.filter((hit) => {
    const label = labels[hit.label]
    return label !== undefined && hit.label < (firstRows.get(label.block) ?? labels.length)
  })
}

/**
 * The rest of a table that is cut in two by labels torn to pieces: labels that come later in the form and stand within reach, with
 * few words in between that are no pieces of its labels, and none of its earlier labels once more, as another table would have.
 */
function tailOf(found: readonly Hit[], hits: readonly Hit[], chars: string, labels: readonly Label[]): Hit[] {
  const last = found.at(-1)
  if (last === undefined || last.label >= labels.length - 1) return []
  const reach = chars.slice(last.to, last.to + 2 * MAX_GAP)
  const near = hits.filter((hit) => hit.from >= last.to && hit.to <= last.to + reach.length)
  const again = near.filter((hit) => hit.label < last.label && hit.to - hit.from >= ANCHOR_LENGTH)
  const limit = again[0]?.from ?? Number.POSITIVE_INFINITY
  const words = wordCounts(reach, labelPieces(labels))
  const later = near.filter((hit) => hit.label > last.label && hit.to <= limit)
  const shifted = later.map((hit) => ({ ...hit, from: hit.from - last.to, to: hit.to - last.to }))
  const tail = new Chains(shifted, words, words).heaviest()
  const gap = words[tail[0]?.from ?? 0] ?? 0
  if (gap * GAP_COST >= weightOf(tail)) return []
  return tail.map((hit) => ({ ...hit, from: hit.from + last.to, to: hit.to + last.to }))
}
