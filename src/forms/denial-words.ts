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
  /** Words before a denial that make it one of some only, and those that make it none. */
  readonly some: readonly string[]
  readonly doubled: readonly string[]
  /** Words behind it in its clause that make it one of something else. */
  readonly behind: readonly string[]
  /** The ways by which requests come, of which alone a denial behind them speaks. */
  readonly ways: readonly string[]
  readonly kinds: readonly DeniedWords[]
}

/** By which words it is told what a denial is of. */
export function denialWords(): DenialWords {
  return readReference('denials.json', 'denials')
}
