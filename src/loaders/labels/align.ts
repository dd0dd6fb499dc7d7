import type { Stream } from '../stream.js'
import { labelChains } from './label-chains.js'
import { exactHits, type Match, weight } from './label-hits.js'
import { addApproximate } from './mistyped-labels.js'
import type { Label, Template } from './template.js'
import { tornLabels } from './torn-labels.js'

export type { Match } from './label-hits.js'

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
  /** Where a good part of its labels stands once more. */
  readonly parts: readonly number[]
}

/**
 * Lays a form's sequence of labels over a stream: exact hits of all wordings are chained in the form's order so that the
 * labels' weight less the words left unread between them is greatest (dynamic programming); labels still missing are
 * then looked for between their neighbours with a tolerance for typing errors.
 */
export function align(stream: Stream, template: Template): Alignment {
  const hits = exactHits(stream, template.labels)
  const { first: chained, others, parts } = labelChains(hits, stream, template.labels)
  const matches: (Match | null)[] = template.labels.map(() => null)
  for (const hit of chained) matches[hit.label] = hit
  if (chained.length > 0) addApproximate(stream, template.labels, matches)
  return {
    template,
    matches,
    ...weigh(stream.chars, template.labels, matches),
    again: others.map((other) => other[0]?.from ?? 0),
    parts: parts.map((part) => part[0]?.from ?? 0),
  }
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
