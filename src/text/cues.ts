import { readReference } from '../forms/reference.js'

/** The lists of `data/reference/lexicons/unit-cues.json`; what each is for stands there. */
export type CueName =
  | 'problem_nouns'
  | 'measure_nouns'
  | 'fix_nouns'
  | 'joiners'
  | 'prior_words'
  | 'heading_fillers'
  | 'heading_openers'
  | 'next_sections'
  | 'turning_words'
  | 'connectives'
  | 'future_words'
  | 'measure_words'
  | 'lead_words'
  | 'fix_openers'
  | 'answer_words'
  | 'problem_words'
  | 'verdict_words'
  | 'exist_words'
  | 'quantifiers'
  | 'example_words'
  | 'contrast_words'
  | 'praise_words'
  | 'closing_words'
  | 'institution_endings'
  | 'glued_before'

interface CueFile {
  readonly cues: Readonly<Record<CueName, { readonly words: readonly string[] }>>
  readonly ordinal_words: { readonly suffixes: readonly string[]; readonly words: Readonly<Record<string, number>> }
}

const cueFile = (): CueFile => readReference<CueFile>('lexicons/unit-cues.json', 'unit-cues')

const longestFirst = (words: readonly string[]): string[] => [...words].sort((a, b) => b.length - a.length)

const sorted = new Map<CueName, readonly string[]>()

/** The words of one list, the longest first, so that the first match is the longest. */
export function cueWords(name: CueName): readonly string[] {
  const known = sorted.get(name)
  if (known) return known
  const words = longestFirst(cueFile().cues[name].words)
  sorted.set(name, words)
  return words
}

/** Enumerators written as words, with the number each stands for (0: continues an open list). */
export const ordinalWords = (): Readonly<Record<string, number>> => cueFile().ordinal_words.words

/** What follows a Chinese number to make it an enumerator: 是 in 一是. */
export const ordinalSuffixes = (): readonly string[] => cueFile().ordinal_words.suffixes

/** True where `text` holds a word of the list. */
export const has = (text: string, name: CueName): boolean => cueWords(name).some((word) => text.includes(word))

/** The longest word of the list that stands in `text` at `position`, or `''`. */
export const wordAt = (text: string, position: number, name: CueName): string =>
  cueWords(name).find((word) => text.startsWith(word, position)) ?? ''

const patterns = new Map<string, RegExp>()

/** A regular expression built from cue words, compiled when first asked for under this name. */
export function compiled(name: string, source: () => string, flags: string): RegExp {
  const known = patterns.get(name) ?? new RegExp(source(), flags)
  patterns.set(name, known)
  known.lastIndex = 0
  return known
}

/** The words of a list as an alternation for a regular expression, the longest first. */
export const alternation = (name: CueName): string =>
  cueWords(name)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|')
