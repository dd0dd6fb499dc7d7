import { readReference } from '../../forms/reference.js'
import { countForms } from './script.js'
import type { Edit } from './working.js'

interface Word {
  readonly found: string
  readonly folded: string
  readonly unless_before?: string
  readonly unless_after?: string
}

/** The word lists that each kind of change rests on. */
const LISTS = {
  word: ['lexicons/taiwan-words.json', 'lexicons/gateway-words.json'],
  over_converted: ['lexicons/over-converted.json'],
} as const

interface Matcher {
  readonly pattern: RegExp
  readonly folded: ReadonlyMap<string, string>
}

const matchers = new Map<string, Matcher>()

function matcherOf(kind: keyof typeof LISTS): Matcher {
  let matcher = matchers.get(kind)
  if (matcher === undefined) {
    const words = LISTS[kind]
      .flatMap((list) => readReference<{ words: readonly Word[] }>(list, 'word-map').words)
      .sort((a, b) => b.found.length - a.found.length)
    const folded = new Map(words.map((word) => [word.found, word.folded]))
    matcher = { pattern: new RegExp(words.map(expression).join('|'), 'g'), folded }
    matchers.set(kind, matcher)
  }
  return matcher
}

function expression({ found, unless_before, unless_after }: Word): string {
  return `${unless_after ? `(?<![${unless_after}])` : ''}${found}${unless_before ? `(?![${unless_before}])` : ''}`
}

/**
 * Words to be put for others, the longest first: `over_converted` on a text in Traditional characters, `word` after its
 * conversion. `original` is the text before any of this, of the same length: lines of it that are mostly in Simplified
 * characters are left alone, since there the words mean what they say.
 */
export function wordEdits(text: string, kind: keyof typeof LISTS, original: string): Edit[] {
  const { pattern, folded } = matcherOf(kind)
  const edits: Edit[] = []
  let from = 0
  for (const line of original.split('\n')) {
    const { simplified, traditional } = countForms(line)
    const words = text.slice(from, from + line.length)
    for (const { index, 0: found } of simplified > traditional ? [] : words.matchAll(pattern)) {
      edits.push({ kind, from: from + index, to: from + index + found.length, folded: folded.get(found) ?? found })
    }
    from += line.length + 1
  }
  return edits
}
