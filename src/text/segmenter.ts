import { createHash } from 'node:crypto'
import { readReference } from '../forms/reference.js'

/** A stretch of the given string; `text` is `given.slice(start, end)`. */
export interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** What a study reports about its segmentation, as about any instrument. */
export interface SegmenterDescription {
  readonly tool: string
  readonly version: string
  /** SHA-256 of the tool's general dictionary, its model of unknown words and its own user words, one after the other. */
  readonly dictionary_sha256: string
  /** SHA-256 of the domain lexicon's terms, sorted, one a line. Notes and glosses do not enter. */
  readonly lexicon_sha256: string
  /** How many terms the domain lexicon holds. */
  readonly user_words: number
}

/** A loaded segmenter. */
export interface Segmenter {
  segment(text: string): Token[]
  describe(): SegmenterDescription
}

interface Jieba {
  readonly DEFAULT_DICT: string
  readonly DEFAULT_HMM_DICT: string
  readonly DEFAULT_USER_DICT: string
  load(): void
  cut(text: string, hmm: boolean): string[]
}

interface Lexicon {
  readonly terms: readonly { readonly term: string; readonly gloss_en: string }[]
}

let loading: Promise<Segmenter> | undefined

/**
 * Loads the Chinese word segmenter; the first call reads the dictionary (1 to 2 seconds), every later call gives the same
 * segmenter. It answers: where are the words of a text that has no spaces?
 *
 * First the terms of the domain lexicon (`data/reference/lexicons/domain.json`) are set apart, the longest first, from left
 * to right; what stands between them is divided by jieba's dictionary, with its hidden Markov model for words it does not
 * know. The tool's shared dictionary is never changed, so the result does not depend on what was asked before.
 *
 * The tokens cover the text without gap or overlap: punctuation, white space and line ends are tokens too. A run of Latin
 * letters (`APP`) and a number with its decimals (`12.5`) are one token each; `%`, `万` or `年` after a number may be a token
 * of their own or not, as the dictionary has it. A character no word claims stands alone: one-character tokens are the
 * weakest part of any segmentation. Expects Simplified characters: Traditional text is cut badly.
 *
 * @throws when the native part of nodejieba is missing; its message says how to rebuild it
 * @example
 * const { segment } = await loadSegmenter()
 * segment('政策解读形式单一').map((token) => token.text) // ['政策解读', '形式', '单一']
 */
export function loadSegmenter(): Promise<Segmenter> {
  loading ??= load()
  return loading
}

async function load(): Promise<Segmenter> {
  const jieba = ((await import('nodejieba')) as unknown as { default: Jieba }).default
  jieba.load()
  const terms = readReference<Lexicon>('lexicons/domain.json', 'lexicon-domain').terms.map(({ term }) => term)
  const anyTerm = matcher(terms)
  const description = await describe(jieba, terms)
  const words = (text: string): string[] =>
    apart(text, anyTerm).flatMap((part) => part.words ?? jieba.cut(part.text, true))
  return { segment: (text) => walk(text, words(text)), describe: () => description }
}

/** Walks along the text: the segmenter gives words without places. */
function walk(text: string, words: readonly string[]): Token[] {
  let start = 0
  const tokens = words.map((word) => {
    const end = start + word.length
    const token = { text: text.slice(start, end), start, end }
    start = end
    return token
  })
  if (start !== text.length) throw new Error(`the segmenter returned ${start} characters for ${text.length}`)
  return tokens
}

/** Sets the lexicon's terms apart: parts with `words` are terms, the others are still to be divided. */
function apart(text: string, anyTerm: RegExp): { text: string; words: string[] | null }[] {
  return text
    .split(anyTerm)
    .map((part, index) => ({ text: part, words: index % 2 === 1 ? [part] : null }))
    .filter((part) => part.text !== '')
}

/** Matches the longest term at a place; in parentheses, so that `split` keeps it. */
function matcher(terms: readonly string[]): RegExp {
  const longest = [...terms].sort((a, b) => b.length - a.length)
  return new RegExp(`(${longest.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`)
}

async function describe(jieba: Jieba, terms: readonly string[]): Promise<SegmenterDescription> {
  const { readFile } = await import('node:fs/promises')
  const { createRequire } = await import('node:module')
  const dictionary = createHash('sha256')
  for (const file of [jieba.DEFAULT_DICT, jieba.DEFAULT_HMM_DICT, jieba.DEFAULT_USER_DICT]) {
    dictionary.update(await readFile(file))
  }
  const manifest = createRequire(import.meta.url)('nodejieba/package.json') as { version: string }
  return {
    tool: 'nodejieba',
    version: manifest.version,
    dictionary_sha256: dictionary.digest('hex'),
    lexicon_sha256: createHash('sha256')
      .update([...terms].sort().join('\n'))
      .digest('hex'),
    user_words: terms.length,
  }
}
