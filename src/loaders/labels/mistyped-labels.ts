import type { Stream } from '../stream.js'
import { type Approximate, approximateMatch } from './approximate.js'
import { ANCHOR_LENGTH, labelStart, type Match, WINDOW, weight } from './label-hits.js'
import type { Label } from './template.js'

/**
 * Looks for each missing label between the matched labels around it, allowing for typing errors. Words that are as near to another
 * of the labels missing there are not taken for it: of two rows one may be lost and the other mistyped.
 */
export function addApproximate(stream: Stream, labels: readonly Label[], matches: (Match | null)[]): void {
  labels.forEach((label, index) => {
    if (matches[index] !== null) return
    const before = matches.slice(0, index).findLastIndex((match) => match !== null)
    const after = matches.findIndex((match, i) => i > index && match !== null)
    const from = matches[before]?.to
    // Behind the last label found the next row stands near, and other words after that.
    const isLast = after < 0 && label.row !== null && (label.wordings[0]?.length ?? 0) >= ANCHOR_LENGTH
    const to = isLast ? endBehind(stream.chars, from ?? 0) : matches[after]?.from
    if (from === undefined || to === undefined || to - from > WINDOW) return
    const best = nearest(stream, label, from, to)
    const others = labels
      .slice(before + 1, after < 0 ? undefined : after)
      .filter((other) => other !== label && isRival(other, label))
    const nearer =
      best && others.some((other) => (nearest(stream, other, best.from, best.to)?.score ?? 0) >= best.score)
    matches[index] = nearer || (best && standsAway(stream.chars, label, best, matches)) ? null : best
  })
}

/** A label of so many characters that stands in a table elsewhere, word for word and free, is not the one mistyped here. */
const TELLING = 4

/** Whether a label stands in a table free and as the form words it, away from where it seems mistyped: as where the heading of its rows stands behind it. */
function standsAway(chars: string, label: Label, best: Match, matches: readonly (Match | null)[]): boolean {
  const found = matches.filter((match) => match !== null)
  const [from, to] = [found[0]?.from ?? best.from, Math.max(best.to, found.at(-1)?.to ?? best.to)]
  const isFree = (start: number, end: number) =>
    [...found, best].every((match) => match.to <= start || match.from >= end)
  return label.wordings
    .filter((wording) => wording.length >= TELLING)
    .some((wording) => {
      for (let at = chars.indexOf(wording, from); at >= 0 && at < to; at = chars.indexOf(wording, at + 1))
        if (isFree(at, at + wording.length)) return true
      return false
    })
}

/** So many characters may be those of a row's figures and the next row's label. */
const NEAR = 80

/** Where the words end that may be the next rows of a table: before a sentence. */
function endBehind(chars: string, from: number): number {
  const behind = chars.slice(from, from + NEAR)
  const sentence = behind.search(/[。;,]\p{Script=Han}/u)
  return from + (sentence < 0 ? behind.length : sentence)
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
