import type { Stream } from '../stream.js'
import type { Label } from './template.js'

/** A label found in the stream, numbering included: units `[from, to)`. */
export interface Match {
  readonly from: number
  readonly to: number
  /** Characters that differ from the form's wording or alias. */
  readonly distance: number
  readonly score: number
}

/** A label found word for word: which of the template's it is. */
export interface Hit extends Match {
  readonly label: number
}

/** Words of this length or more are rare enough to say where a table may be. */
export const ANCHOR_LENGTH = 6
/** Stream units around an anchor in which shorter labels are looked for. */
export const WINDOW = 800

/** Where each label's wordings stand in a stream, word for word: in order of their places. */
export function exactHits(stream: Stream, labels: readonly Label[]): Hit[] {
  const hits: Hit[] = []
  const windows = anchorWindows(stream, labels)
  if (windows.length === 0) return hits
  labels.forEach((label, index) => {
    for (const wording of label.wordings) {
      let next = 0
      for (const at of placesOf(stream, wording)) {
        while (next < windows.length && (windows[next]?.[1] ?? 0) <= at) next++
        const window = windows[next]
        if (window === undefined) break
        const hit = at < window[0] ? null : hitAt(stream, label, index, at, wording.length)
        if (hit !== null) hits.push(hit)
      }
    }
  })
  return wholeHits(hits.sort((a, b) => a.from - b.from || a.label - b.label || b.to - a.to))
}

/** Without those of a wording that is but the beginning of another of the same label's: 主动公开信息 in 主动公开信息数. */
function wholeHits(hits: readonly Hit[]): Hit[] {
  return hits.filter(({ from, label }, i) => hits[i - 1]?.from !== from || hits[i - 1]?.label !== label)
}

function anchorWindows(stream: Stream, labels: readonly Label[]): (readonly [number, number])[] {
  const wordings = new Set(labels.flatMap((label) => label.wordings))
  const anchors = new Set<number>()
  for (const wording of wordings)
    if (wording.length >= ANCHOR_LENGTH) for (const at of placesOf(stream, wording)) anchors.add(at)
  // A table's only long label may be mistyped; two short ones side by side in the form's order are as rare.
  for (const [pair, middle] of pairsOf(labels))
    for (const at of placesOf(stream, pair)) if (boundaryBefore(stream, at + middle)) anchors.add(at)
  const windows: [number, number][] = []
  for (const at of [...anchors].sort((a, b) => a - b)) {
    const last = windows.at(-1)
    if (last !== undefined && at - WINDOW <= last[1]) last[1] = at + WINDOW
    else windows.push([Math.max(0, at - WINDOW), at + WINDOW])
  }
  return windows
}

/**
 * The words of labels that have no number, each run together with those of the next, where neither of them is an anchor by itself;
 * with the length of the first.
 */
function pairsOf(labels: readonly Label[]): Map<string, number> {
  const short = (label: Label | undefined) =>
    label?.numbering === '' ? label.wordings.filter((words) => words.length < ANCHOR_LENGTH) : []
  const pairs = labels.flatMap((label, i) =>
    short(label).flatMap((words) => short(labels[i + 1]).map((next) => [words + next, words.length] as const)),
  )
  return new Map(pairs.filter(([words]) => words.length >= ANCHOR_LENGTH))
}

const found = new WeakMap<Stream, Map<string, readonly number[]>>()

/** Where a wording stands in a stream. Editions share most of their wordings: each is looked for once. */
function placesOf(stream: Stream, wording: string): readonly number[] {
  const known = found.get(stream) ?? new Map<string, readonly number[]>()
  found.set(stream, known)
  let places = known.get(wording)
  if (places === undefined) {
    places = placesIn(stream.chars, wording)
    known.set(wording, places)
  }
  return places
}

function placesIn(chars: string, wording: string): number[] {
  const places: number[] = []
  for (let at = chars.indexOf(wording); at >= 0; at = chars.indexOf(wording, at + 1)) places.push(at)
  return places
}

function hitAt(stream: Stream, label: Label, index: number, at: number, length: number): Hit | null {
  const from = labelStart(stream, at, label)
  const numbered = from < at
  const short = length <= 3 && label.numbering !== ''
  if (short && !(endsWord(stream, at + length) && (numbered || boundaryBefore(stream, at)))) return null
  const own = numbered && isOwnNumbering(stream.chars.slice(from, at), label)
  return { label: index, from, to: at + length, distance: 0, score: weight(length) + (own ? 1 : 0) }
}

/** Whether a numbering counts as the form's own: the same numeral, in whatever brackets. */
function isOwnNumbering(written: string, { numberings }: Label): boolean {
  const numeral = (numbering: string) => numbering.replace(/[().、,]/g, '')
  return numberings.some((own) => numeral(own) === numeral(written))
}

/** Where a label begins, with the numbering printed before it: any that the form's printings give it, else any other. */
export function labelStart(stream: Stream, at: number, { numbering, numberings }: Label): number {
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

/** Whether no further letters touch what ends before a unit of the stream, but the sign of a note (总计注1): 其他 in 其他处理 is no label. */
function endsWord(stream: Stream, i: number): boolean {
  return boundaryBefore(stream, i) || /^(?!\p{L})|^注\d/u.test(stream.chars.slice(i, i + 2))
}

/** What a label of this length counts. */
export function weight(length: number): number {
  return Math.min(length, 14)
}
