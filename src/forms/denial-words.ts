import { readReference } from './reference.js'

/** Which words beside those of every denial leave one of a kind whole, and to which kinds others narrow it. */
export interface DeniedWords {
  readonly key: string
  readonly plain: readonly string[]
  readonly narrower: readonly { readonly key: string; readonly words: readonly string[] }[]
}

/** The words of `data/reference/denials.json`. */
export interface DenialWords {
  /** Words that add nothing to what is denied. */
  readonly plain: readonly string[]
  /** Who asks: bodies narrow a denial unless persons stand beside them (公民、法人或者其他组织). */
  readonly persons: readonly string[]
  readonly bodies: readonly string[]
  /** Those whose denial right behind them is one of their kind alone (科研机构没有提出申请). */
  readonly askers: readonly string[]
  /** Words before a denial that make it one of some only, and those that make it none. */
  readonly some: readonly string[]
  readonly doubled: readonly string[]
  /** Words behind it in its clause that make it one of something else. */
  readonly behind: readonly string[]
  /** The ways by which requests come, of which alone a denial behind them speaks. */
  readonly ways: readonly string[]
  /** Words beside two ways or more that tell of all of them: 通过邮寄、网络等提交. */
  readonly several: readonly string[]
  readonly kinds: readonly DeniedWords[]
  readonly counted: CountedWords
}

/** Words by which a count in a known wording is none of that kind. */
export interface CountedWords {
  /** Words between 未 and what was not done. */
  readonly adverbs: readonly string[]
  /** Of a case brought about (`causes`, `effects`) by what has none of the words `ours`; of one of which it is said behind. */
  readonly causes: readonly string[]
  readonly effects: readonly string[]
  readonly ours: readonly string[]
  readonly not_ours: readonly string[]
  /** Kinds that are counted whatever the topic, which `plain` words do not tell; behind `nouns` it stands before the phrase, else behind one of `verbs`. */
  readonly topics: Readonly<Record<'kinds' | 'nouns' | 'verbs' | 'plain', readonly string[]>>
  /** In a list of what was published by one of `verbs` a bare noun of `family` is a count of the kind `is`. */
  readonly published: { readonly family: string; readonly is: string; readonly verbs: readonly string[] }
  /** A count of `key` by one of `words`, of which nothing but `plain` words, a body and a time is told, is one of `is`, but for headings `not_under`. */
  readonly wholes: Readonly<Record<'key' | 'is', string>> &
    Readonly<Record<'words' | 'plain' | 'sections' | 'not_under', readonly string[]>>
  /** What papers and information were marked as when they were made, which counts neither requests nor refusals. */
  readonly attributes: {
    /** Two of these `items` counted in a sentence, or one of `marks`, tell of it unless a word of `unless` speaks of requests. */
    readonly items: readonly string[]
    readonly marks: readonly string[]
    readonly unless: readonly string[]
    /** Words for papers, of which the kinds are not known; of information made a count of `key` is one of `is`. */
    readonly papers: readonly string[]
    /** Words for making them: what is said to be open right behind their count (制发公文62件,主动公开55件) are as many of them. */
    readonly made: readonly string[]
    readonly kinds: readonly { readonly key: string; readonly is: string }[]
  }
}

/** By which words it is told what a denial is of. */
export function denialWords(): DenialWords {
  return readReference('denials.json', 'denials')
}
