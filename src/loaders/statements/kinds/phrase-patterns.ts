import {
  type StatementFamily,
  type StatementKind,
  type StatementVocabulary,
  statementVocabulary,
} from '../../../forms/statement-words.js'
import { escaped, longestFirst } from '../numbers/quantities.js'

/**
 * How a phrase may be used: always, only near the family's own words, only where nothing else is spoken of than its matter, or only
 * behind a statement of the same kind.
 */
type Strength = 'strong' | 'weak' | 'under' | 'continued'

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
  const families = new Map(vocabulary.families.map((family) => [family.key, familyWords(family, vocabulary)]))
  return vocabulary.statements.flatMap((kind) => {
    const words = families.get(kind.family)
    if (words === undefined) throw new Error(`statements.json: ${kind.key} has the unknown family ${kind.family}`)
    const make = (strength: Strength) => (phrase: string) => phraseOf(phrase, strength, kind, words)
    const [strong, weak] = [kind.phrases, kind.weak ?? []]
    return [
      ...strong.map(make('strong')),
      ...weak.map(make('weak')),
      ...(kind.under ?? []).map(make('under')),
      ...(kind.continued ?? []).map(make('continued')),
      ...strong.flatMap((phrase) => behindNumber(phrase, 'strong', kind, words)),
      ...weak.flatMap((phrase) => behindNumber(phrase, 'weak', kind, words)),
    ]
  })
}

interface FamilyWords {
  readonly family: StatementFamily
  /** What may stand between a phrase and its number. */
  readonly gap: string
  /** What may stand before a phrase and behind it where the number comes first. */
  readonly leads: string
  readonly tails: string
}

function familyWords(family: StatementFamily, { fillers }: StatementVocabulary): FamilyWords {
  const any = (words: readonly string[]) => `(?:${longestFirst(words).map(escaped).join('|')})`
  const { tails = [], number_first = [] } = family
  return {
    family,
    gap: `(?<gap>${any([...fillers, ...tails])}{0,5})`,
    leads: number_first.length === 0 ? '' : `${any(number_first)}{0,3}`,
    tails: tails.length === 0 ? '' : `${any(['的', ...tails])}{0,2}`,
  }
}

function phraseOf(phrase: string, strength: Strength, kind: StatementKind, { family, gap }: FamilyWords): Phrase {
  const [left = '', right] = phrase.split('#')
  return {
    kind,
    family,
    strength,
    text: phrase,
    words: given(left),
    wordsBehind: given(right ?? ''),
    left: once(() => new RegExp(`${open(left, '[^,。;:]')}${gap}$`)),
    right: right ? once(() => new RegExp(`^${open(right, '[^,。;:、\\d]', 'right')}`)) : null,
    given: given(phrase).join('').length,
  }
}

/** 9件予以公开,2件为信息不存在: the words of a plain phrase behind the number that begins an item, and nothing more behind them. */
function behindNumber(phrase: string, strength: Strength, kind: StatementKind, words: FamilyWords): Phrase[] {
  const { family, gap, leads, tails } = words
  if (leads === '' || /[#*…|]/.test(phrase)) return []
  return [
    {
      kind,
      family,
      strength,
      text: `|#${phrase}|`,
      words: [],
      wordsBehind: [phrase],
      left: once(() => new RegExp(`${open('|', '')}${gap}$`)),
      right: once(() => new RegExp(`^${leads}${escaped(phrase)}${tails}${open('|', '', 'right')}`)),
      given: phrase.length,
    },
  ]
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
    (behind ? `(?<=${beginOfItem()}${openings()})` : '') +
    (behind ? phrase.slice(1) : phrase)
      .split(/([*…|])/)
      .map((part) => signs[part] ?? escaped(part))
      .join('')
  )
}

const beginOfItem = once(() => {
  const markers = longestFirst(statementVocabulary().part_markers.filter((word) => !word.endsWith(','))).map(escaped)
  return `(?:^|[,;。、:(]|${markers.join('|')})`
})

const openings = once(() => {
  const words = longestFirst(statementVocabulary().openings).map(escaped)
  return `(?:(?:${words.join('|')}|20\\d\\d年度?){1,3},?)?`
})
