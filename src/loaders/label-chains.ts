import { ANCHOR_LENGTH, type Hit } from './label-hits.js'
import { cellMarks } from './marks.js'
import type { Label } from './template.js'
import { labelPieces, PIECE } from './torn-labels.js'

/** Cost of each unread word character between two labels. */
const GAP_COST = 0.3
/** Two labels with more words between them are not of one table. */
const MAX_GAP = 400

/**
 * The hits that are a table, in the form's order, so that the labels' weight less the words left unread between them is greatest;
 * and those that are the same table once more.
 */
export function labelChains(
  hits: readonly Hit[],
  chars: string,
  labels: readonly Label[],
): {
  readonly first: readonly Hit[]
  readonly others: readonly (readonly Hit[])[]
  readonly parts: readonly (readonly Hit[])[]
} {
  const words = wordCounts(chars, NO_PIECES)
  const unread = wordCounts(chars, NO_PIECES, headersRead(hits, labels))
  const [first = [], ...others] = tablesIn(hits, words, unread)
  const whole = others.length > 0 ? first : [...first, ...tailOf(first, hits, chars, labels)]
  return { first: whole, others, parts: others.length > 0 ? [] : partsBeside(whole, hits, words, unread) }
}

/** A chain of this share of the heaviest one's weight is the same table once more: last year's, or another report's. */
const SAME_TABLE = 0.8
/** One of this share that stands before it is the first table, less legible: what stands below is another year's, or another body's. */
const FIRST_TABLE = 0.5

/** So many tables are looked for in a text, from its beginning on; a file of more reports is taken for one with these. */
const MOST_TABLES = 200

/** The chains of hits that are as good as the heaviest, in the order in which they stand. */
function tablesIn(hits: readonly Hit[], words: Int32Array, unread: Int32Array): Hit[][] {
  const best = chain(hits, words, unread)
  const found = [best]
  const open: { some: readonly Hit[]; least: number }[] = []
  const lookAround = (table: readonly Hit[], some: readonly Hit[]) => {
    const [from, to] = [table[0]?.from ?? 0, table.at(-1)?.to ?? 0]
    open.push({ some: some.filter((hit) => hit.from >= to), least: SAME_TABLE })
    open.push({ some: some.filter((hit) => hit.to <= from), least: FIRST_TABLE })
  }
  lookAround(best, hits)
  for (let next = open.pop(); next !== undefined && found.length < MOST_TABLES; next = open.pop()) {
    const table = next.some.length === 0 ? [] : chain(next.some, words, unread)
    if (table.length === 0 || weightOf(table) < next.least * weightOf(best)) continue
    found.push(table)
    lookAround(table, next.some)
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
    .map((some) => (some.length === 0 ? [] : chain(some, words, unread)))
    .filter(
      (part) =>
        part.filter(({ label }) => own.has(label)).length >= FEW_LABELS && weightOf(part) >= PART * weightOf(table),
    )
}

/** Fewer labels may stand in a sentence. */
const FEW_LABELS = 5

function weightOf(hits: readonly Hit[]): number {
  return hits.reduce((sum, hit) => sum + hit.score, 0)
}

const NO_PIECES: ReadonlySet<string> = new Set()

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
 * Number of characters before each unit that belong to words: not to figures or nil marks (无, —), to pieces of labels, or to
 * any of `headers`.
 */
function wordCounts(chars: string, pieces: ReadonlySet<string>, headers: readonly Hit[] = []): Int32Array {
  const counts = new Int32Array(chars.length + 1)
  const read = new Uint8Array(chars.length)
  for (const { from, to } of headers) read.fill(1, from, to)
  const nil = new Set([...cellMarks().nil_words, ...cellMarks().nil_strokes])
  let own = 0
  for (let i = 0; i < chars.length; i++) {
    const code = chars.charCodeAt(i)
    if (pieces.size > 0 && pieces.has(chars.slice(i, i + PIECE))) own = i + PIECE
    const isWord = (code > 0xff || (code >= 0x41 && code <= 0x7a)) && !nil.has(chars.charAt(i))
    counts[i + 1] = (counts[i] ?? 0) + (isWord && i >= own && read[i] === 0 ? 1 : 0)
  }
  return counts
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
  const tail = chain(
    later.map((hit) => ({ ...hit, from: hit.from - last.to, to: hit.to - last.to })),
    words,
    words,
  )
  const gap = words[tail[0]?.from ?? 0] ?? 0
  if (gap * GAP_COST >= weightOf(tail)) return []
  return tail.map((hit) => ({ ...hit, from: hit.from + last.to, to: hit.to + last.to }))
}

/** The heaviest chain of hits whose labels and places both increase; `words` and `unread` count the words before each unit. */
function chain(hits: readonly Hit[], words: Int32Array, unread: Int32Array): Hit[] {
  const total = new Float64Array(hits.length)
  const previous = new Int32Array(hits.length).fill(-1)
  let best = -1
  hits.forEach((hit, j) => {
    total[j] = hit.score
    for (let i = j - 1; i >= 0; i--) {
      const before = hits[i]
      if (before === undefined) continue
      const gap = (words[hit.from] ?? 0) - (words[before.to] ?? 0)
      if (gap > MAX_GAP) break
      if (before.to > hit.from || before.label >= hit.label) continue
      const left = (unread[hit.from] ?? 0) - (unread[before.to] ?? 0)
      const score = (total[i] ?? 0) + hit.score - left * GAP_COST
      if (score > (total[j] ?? 0)) {
        total[j] = score
        previous[j] = i
      }
    }
    if (best < 0 || (total[j] ?? 0) > (total[best] ?? 0)) best = j
  })
  const chained: Hit[] = []
  for (let j = best; j >= 0; j = previous[j] ?? -1) {
    const hit = hits[j]
    if (hit !== undefined) chained.unshift(hit)
  }
  return chained
}
