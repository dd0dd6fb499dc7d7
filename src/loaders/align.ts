import { type Approximate, approximateMatch } from './approximate.js'
import { cellMarks } from './marks.js'
import type { Stream } from './stream.js'
import type { Label, Template } from './template.js'
import { labelPieces, PIECE, tornLabels } from './torn-labels.js'

/** A label found in the stream, numbering included: units `[from, to)`. */
export interface Match {
  readonly from: number
  readonly to: number
  /** Characters that differ from the form's wording or alias. */
  readonly distance: number
  readonly score: number
}

/** A template laid over a stream: for each label where it stands, or `null`. */
export interface Alignment {
  readonly template: Template
  readonly matches: readonly (Match | null)[]
  /** Weight of the labels found less half the weight of those missing, optional rows aside; comparable between form editions. */
  readonly score: number
  /** Share of the labels' weight that was found, 0 to 1. */
  readonly coverage: number
  /** Where the same table stands once more, in units of the stream: the first of them is the one laid over. */
  readonly again: readonly number[]
}

interface Hit extends Match {
  readonly label: number
}

/** Words of this length or more are rare enough to say where a table may be. */
const ANCHOR_LENGTH = 6
/** Stream units around an anchor in which shorter labels are looked for. */
const WINDOW = 800
/** Cost of each unread word character between two labels. */
const GAP_COST = 0.3
/** Two labels with more words between them are not of one table. */
const MAX_GAP = 400

/**
 * Lays a form's sequence of labels over a stream: exact hits of all wordings are chained in the form's order so that the
 * labels' weight less the words left unread between them is greatest (dynamic programming); labels still missing are
 * then looked for between their neighbours with a tolerance for typing errors.
 */
export function align(stream: Stream, template: Template): Alignment {
  const hits = exactHits(stream, template.labels)
  const words = wordCounts(stream.chars, NO_PIECES)
  const unread = wordCounts(stream.chars, NO_PIECES, headersRead(hits, template.labels))
  const [first = [], ...others] = tablesIn(hits, words, unread)
  const chained = others.length > 0 ? first : [...first, ...tailOf(first, hits, stream.chars, template.labels)]
  const matches: (Match | null)[] = template.labels.map(() => null)
  for (const hit of chained) matches[hit.label] = hit
  if (chained.length > 0) addApproximate(stream, template.labels, matches)
  return {
    template,
    matches,
    ...weigh(stream.chars, template.labels, matches),
    again: others.map((other) => other[0]?.from ?? 0),
  }
}

/** A chain of this share of the heaviest one's weight is the same table once more: last year's, or another report's. */
const SAME_TABLE = 0.8

/** The chains of hits that are as good as the heaviest, in the order in which they stand. */
function tablesIn(hits: readonly Hit[], words: Int32Array, unread: Int32Array): Hit[][] {
  const best = chain(hits, words, unread)
  const least = SAME_TABLE * weightOf(best)
  const found = [best]
  const look = (some: readonly Hit[]) => {
    const other = some.length === 0 ? [] : chain(some, words, unread)
    if (other.length === 0 || weightOf(other) < least) return
    found.push(other)
    around(other, some)
  }
  const around = (table: readonly Hit[], some: readonly Hit[]) => {
    look(some.filter((hit) => hit.to <= (table[0]?.from ?? 0)))
    look(some.filter((hit) => hit.from >= (table.at(-1)?.to ?? 0)))
  }
  around(best, hits)
  return found.sort((a, b) => (a[0]?.from ?? 0) - (b[0]?.from ?? 0))
}

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

function exactHits(stream: Stream, labels: readonly Label[]): Hit[] {
  const hits: Hit[] = []
  const windows = anchorWindows(stream.chars, labels)
  labels.forEach((label, index) => {
    for (const wording of label.wordings) {
      for (const [start, end] of windows) {
        for (let at = stream.chars.indexOf(wording, start); at >= 0 && at < end; ) {
          const hit = hitAt(stream, label, index, at, wording.length)
          if (hit !== null) hits.push(hit)
          at = stream.chars.indexOf(wording, at + 1)
        }
      }
    }
  })
  return hits.sort((a, b) => a.from - b.from || a.label - b.label || b.score - a.score)
}

function anchorWindows(chars: string, labels: readonly Label[]): (readonly [number, number])[] {
  const anchors = new Set<number>()
  for (const wording of new Set(labels.flatMap((label) => label.wordings))) {
    if (wording.length < ANCHOR_LENGTH) continue
    for (let at = chars.indexOf(wording); at >= 0; at = chars.indexOf(wording, at + 1)) anchors.add(at)
  }
  const windows: [number, number][] = []
  for (const at of [...anchors].sort((a, b) => a - b)) {
    const last = windows.at(-1)
    if (last !== undefined && at - WINDOW <= last[1]) last[1] = at + WINDOW
    else windows.push([Math.max(0, at - WINDOW), at + WINDOW])
  }
  return windows
}

function hitAt(stream: Stream, label: Label, index: number, at: number, length: number): Hit | null {
  const from = labelStart(stream, at, label)
  const numbered = from < at
  const short = length <= 3 && label.numbering !== ''
  if (short && !numbered && !(boundaryBefore(stream, at) && endsWord(stream, at + length))) return null
  return { label: index, from, to: at + length, distance: 0, score: weight(length) + (numbered ? 1 : 0) }
}

/** Where a label begins, with the numbering printed before it: any that the form's printings give it, else any other. */
function labelStart(stream: Stream, at: number, { numbering, numberings }: Label): number {
  for (const own of numberings) {
    const before = stream.chars.slice(Math.max(0, at - own.length), at)
    if (before === own || (own.endsWith('.') && before === own.replace('.', '、'))) return at - own.length
  }
  return numberingStart(stream, at, numbering)
}

const ANY_NUMBERING = /(?:\([一二三四五六七八九十\d]{1,3}\)|[一二三四五六七八九十]{1,3}[、.,]|\d{1,2}[.、,])$/

/** Where the numbering printed before a label begins; the label's own start if there is none. */
function numberingStart(stream: Stream, at: number, numbering: string): number {
  if (numbering === '') return at
  const before = stream.chars.slice(Math.max(0, at - 6), at)
  if (before.endsWith(numbering)) return at - numbering.length
  const numeral = numbering.replace(/[().、]/g, '')
  for (const variant of [`${numeral}、`, `${numeral}.`, `${numeral},`]) {
    if (before.endsWith(variant)) return at - variant.length
  }
  // A bare numeral must touch the label, or it is the figure of the cell before.
  const touching = !boundaryBefore(stream, at)
  const other = ANY_NUMBERING.exec(before)?.[0]
  if (other !== undefined && boundaryBefore(stream, at - other.length)) return at - other.length
  if (touching && before.endsWith(numeral) && boundaryBefore(stream, at - numeral.length)) return at - numeral.length
  return at
}

/** Whether white space or a cell border stands before a unit of the stream. */
function boundaryBefore(stream: Stream, i: number): boolean {
  return i === 0 || (stream.at[i] ?? 0) - (stream.at[i - 1] ?? 0) > 1
}

/** Whether no further letters touch what ends before a unit of the stream: 其他 in 其他处理 is no label. */
function endsWord(stream: Stream, i: number): boolean {
  return boundaryBefore(stream, i) || !/\p{L}/u.test(stream.chars[i] ?? '')
}

function weight(length: number): number {
  return Math.min(length, 14)
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

/**
 * Looks for each missing label between the matched labels around it, allowing for typing errors. Words that are as near to another
 * of the labels missing there are not taken for it: of two rows one may be lost and the other mistyped.
 */
function addApproximate(stream: Stream, labels: readonly Label[], matches: (Match | null)[]): void {
  labels.forEach((label, index) => {
    if (matches[index] !== null) return
    const before = matches.slice(0, index).findLastIndex((match) => match !== null)
    const after = matches.findIndex((match, i) => i > index && match !== null)
    const [from, to] = [matches[before]?.to, matches[after]?.from]
    if (from === undefined || to === undefined || to - from > WINDOW) return
    const best = nearest(stream, label, from, to)
    const others = labels.slice(before + 1, after).filter((other) => other !== label && isRival(other, label))
    const nearer =
      best && others.some((other) => (nearest(stream, other, best.from, best.to)?.score ?? 0) >= best.score)
    matches[index] = nearer ? null : best
  })
}

/** Whether two labels are of the same kind and no wording of one is the other's, too. */
function isRival(other: Label, label: Label): boolean {
  const sameKind = (other.row === null) === (label.row === null)
  return sameKind && !other.wordings.some((wording) => label.wordings.includes(wording))
}

/** Where a stretch comes nearest to a label. */
function nearest(stream: Stream, label: Label, from: number, to: number): Match | null {
  let best: Match | null = null
  for (const wording of label.wordings.filter((words) => !/\d/.test(words))) {
    const found = withoutFigures(
      stream.chars,
      approximateMatch(stream.chars, wording, from, to, tolerance(wording.length)),
    )
    if (found === null) continue
    const start = Math.max(from, labelStart(stream, found.from, label))
    const score = weight(wording.length) - 3 * found.distance
    if (score > (best?.score ?? 0)) best = { from: start, to: found.to, distance: found.distance, score }
  }
  return best
}

/** No label looked for here holds figures: those at the ends of an approximate match are cells around it; one with figures inside is none. */
function withoutFigures(chars: string, found: Approximate | null): Approximate | null {
  if (found === null) return null
  const text = chars.slice(found.from, found.to)
  const [before = ''] = /^[\d.,/—-]*/.exec(text) ?? []
  const [after = ''] = /[\d.,/—-]*$/.exec(text.slice(before.length)) ?? []
  const kept = text.slice(before.length, text.length - after.length)
  return kept === '' || /\d/.test(kept)
    ? null
    : { ...found, from: found.from + before.length, to: found.to - after.length }
}

/** Differing characters allowed in a label of this length. */
export function tolerance(length: number): number {
  return length < 4 ? 0 : length < 6 ? 1 : Math.floor(length / 4)
}

function weigh(
  chars: string,
  labels: readonly Label[],
  matches: readonly (Match | null)[],
): { score: number; coverage: number } {
  const isTorn = tornLabels(chars, matches)
  let found = 0
  let missing = 0
  labels.forEach((label, index) => {
    const match = matches[index]
    if (match) found += match.score
    else if (label.optional) return
    else if (isTorn(label)) found += weight(label.wordings[0]?.length ?? 0) / 2
    else missing += weight(label.wordings[0]?.length ?? 0)
  })
  return { score: found - missing / 2, coverage: found === 0 ? 0 : found / (found + missing) }
}
