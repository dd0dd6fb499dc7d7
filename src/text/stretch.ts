import type { ItemKind } from '../types.js'
import type { Family } from './enumerators.js'

/** A stretch of one kind: what stands under one heading or after one turn, with at most one list. */
export interface Stretch {
  kind: ItemKind | null
  byHeading: boolean
  family: Family | null
  last: number
  /** Which kind the items of a list speak for, where nothing else says it: above 0 problems, below 0 measures. */
  vote: number
}

export interface Draft {
  readonly stretch: Stretch
  readonly kind: ItemKind | null
  readonly start: number
  end: number
  /** False for a plain sentence. */
  readonly listed: boolean
  /** An item that opens a paragraph holds the paragraphs below it; one inside a paragraph ends with it. */
  readonly block: boolean
}

export const newStretch = (kind: ItemKind | null, byHeading: boolean): Stretch => ({
  kind,
  byHeading,
  family: null,
  last: 0,
  vote: 0,
})

/** The kind of a stretch: as said, else as its items vote; `null` where neither tells. */
export function kindOf({ kind, vote }: Stretch): ItemKind | null {
  if (kind !== null || vote === 0) return kind
  return vote > 0 ? 'problem' : 'measure'
}
