import {
  type StatementFamily,
  type StatementKind,
  type StatementVocabulary,
  statementVocabulary,
} from '../../forms/statement-words.js'
import { escaped, longestFirst } from './quantities.js'

/** How a phrase may be used: always, only near the family's own words, or only behind a statement of the same kind. */
type Strength = 'strong' | 'weak' | 'continued'

export interface Phrase {
  readonly kind: StatementKind
  readonly family: StatementFamily
  readonly strength: Strength
  readonly text: string
  /** The words given before the quantity, and behind it: without them the expressions need not be tried. */
  readonly words: readonly string[]
  readonly wordsBehind: readonly string[]
  readonly left: () => RegExp
  readonly right: (() => RegExp) | null
  /** How many characters are given, not left open: the more, the surer. */
  readonly given: number
}

let compiled: readonly Phrase[] | undefined

/** Every phrase of the vocabulary. */
export function phrases(): readonly Phrase[] {
  compiled ??= compile(statementVocabulary())
  return compiled
}

/** The phrases of a unit by the first two characters of a word they give, before the quantity or behind it. */
interface Index {
  readonly before: ReadonlyMap<string, readonly number[]>
  readonly behind: ReadonlyMap<string, readonly number[]>
}

const indexes = new Map<string, Index>()
/** The words of one character by which phrases are looked up. */
const singles = new Set<number>()

/** The phrases whose kinds are counted in a unit, if one is printed, and whose words may stand in the texts around it. */
export function phrasesFor(unit: string, before: string, behind: string): Phrase[] {
  const index = indexes.get(unit) ?? indexOf(unit)
  indexes.set(unit, index)
  const found = new Set<number>()
  addFound(before, index.before, found)
  addFound(behind, index.behind, found)
  const all = phrases()
  const hasAll = (words: readonly string[], text: string) => words.every((word) => text.includes(word))
  return [...found]
    .sort((a, b) => a - b)
    .flatMap((at) => all[at] ?? [])
    .filter(({ words, wordsBehind }) => hasAll(words, before) && hasAll(wordsBehind, behind))
}

/** Looks up the text's characters in the index, or the index in the text, whichever is shorter. */
function addFound(text: string, index: ReadonlyMap<string, readonly number[]>, found: Set<number>): void {
  const add = (ats: readonly number[] | undefined) => {
    if (ats !== undefined) for (const at of ats) found.add(at)
  }
  if (index.size < text.length) {
    for (const [word, ats] of index) if (text.includes(word)) add(ats)
    return
  }
  for (let i = 0; i < text.length; i++) {
    if (singles.has(text.charCodeAt(i))) add(index.get(text.charAt(i)))
    add(index.get(text.slice(i, i + 2)))
  }
}

function indexOf(unit: string): Index {
  const [before, behind] = [new Map<string, number[]>(), new Map<string, number[]>()]
  for (const [at, { kind, words, wordsBehind }] of phrases().entries()) {
    if (unit !== '' && !kind.units.includes(unit)) continue
    const [map, first] = words[0] === undefined ? [behind, wordsBehind[0] ?? ''] : [before, words[0]]
    const key = first.slice(0, 2)
    if (key.length === 1) singles.add(key.charCodeAt(0))
    map.set(key, [...(map.get(key) ?? []), at])
  }
  return { before, behind }
}

function compile(vocabulary: StatementVocabulary): Phrase[] {
  const fillers = `(?<gap>(?:${longestFirst(vocabulary.fillers).map(escaped).join('|')}){0,5})`
  const families = new Map(vocabulary.families.map((family) => [family.key, family]))
  return vocabulary.statements.flatMap((kind) => {
    const family = families.get(kind.family)
    if (family === undefined) throw new Error(`statements.json: ${kind.key} has the unknown family ${kind.family}`)
    const make =
      (strength: Strength) =>
      (phrase: string): Phrase => {
        const [left = '', right] = phrase.split('#')
        return {
          kind,
          family,
          strength,
          text: phrase,
          words: given(left),
          wordsBehind: given(right ?? ''),
          left: once(() => new RegExp(`${open(left, '[^,。;:]')}${fillers}$`)),
          right: right ? once(() => new RegExp(`^${open(right, '[^,。;:、\\d]', 'right')}`)) : null,
          given: given(phrase).join('').length,
        }
      }
    return [
      ...kind.phrases.map(make('strong')),
      ...(kind.weak ?? []).map(make('weak')),
      ...(kind.continued ?? []).map(make('continued')),
    ]
  })
}

/** A value made when it is first asked for: most phrases are never tried. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function given(phrase: string): string[] {
  return phrase.split(/[#*…|]/).filter((word) => word !== '')
}

/**
 * The phrase as an expression; `*` is up to 50 characters of the clause, `…` up to 30 of the sentence, `|` the end of a
 * clause or of an item, and before what stands left of the quantity their begin.
 */
export function open(phrase: string, any: string, side: 'left' | 'right' = 'left'): string {
  const signs: Readonly<Record<string, string>> = {
    '*': `${any}{0,50}?`,
    '…': '[^。;]{0,30}?',
    '|': '(?=[,;。、:()]|$)',
  }
  const behind = side === 'left' && phrase.startsWith('|')
  return (
    (behind ? '(?<=^|[,;。、:(]|其中)' : '') +
    (behind ? phrase.slice(1) : phrase)
      .split(/([*…|])/)
      .map((part) => signs[part] ?? escaped(part))
      .join('')
  )
}
