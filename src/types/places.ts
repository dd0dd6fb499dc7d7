/** Where things stand in a source, and the working copy made of it: part of the vocabulary of `types.ts`, which gives it out. No logic lives here. */

/** Half-open range `[start, end)` in UTF-16 units of the decoded source. What the program makes itself has no place. */
export type Place = readonly [start: number, end: number]

/**
 * A working copy of a stretch of source, folded for matching (Simplified, half-width), which leads back to the source: the
 * place of `text.slice(i, j)` is `[offsets[i], offsets[j])`, or where there are `ends`, `[offsets[i], ends[j - 1])`.
 */
export interface Folded {
  readonly text: string
  readonly offsets: ArrayLike<number>
  /** Where each unit ended, in sources whose units do not follow each other without gap (markup); left out elsewhere. */
  readonly ends?: ArrayLike<number>
}

/** What a change on the working copy was: characters to Simplified, a word for another, pinyin or noise taken out, width. */
export type FoldKind = 'traditional' | 'word' | 'over_converted' | 'pinyin' | 'noise' | 'width'

/** One change on the working copy: `found` is printed at `at`, `folded` was read for it; an empty string passes it over. */
export interface FoldChange {
  readonly kind: FoldKind
  readonly at: Place
  readonly found: string
  readonly folded: string
}

/** How far the print is from plain Simplified text: a variable of the source's quality. */
export interface Folding {
  readonly script: 'hans' | 'hant'
  /** Of the characters that have two forms, the share printed in the Traditional one, 0 to 1. */
  readonly traditionalShare: number
  /** Every kind once: characters for `traditional` and `width`, words, brackets or runs of characters for the others. */
  readonly changes: readonly { readonly kind: FoldKind; readonly count: number }[]
}
