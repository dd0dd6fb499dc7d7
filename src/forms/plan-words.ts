import { readReference } from './reference.js'

/** The words of `data/reference/plans.json`, by which a number is planned and not done. */
export interface PlanWords {
  /** Words that open a clause about what is to come, words that stand in one, and words right before a verb that make it so. */
  readonly openings: readonly string[]
  readonly words: readonly string[]
  readonly leads: readonly string[]
  readonly verbs: readonly string[]
  /** Words of a clause that tell of what was done, and those at the end that say so of the plan. */
  readonly done: readonly string[]
  readonly fulfilled: readonly string[]
  /** Words of headings of what is to come, and words that make them others. */
  readonly heads: readonly string[]
  readonly not_heads: readonly string[]
  /** Words behind things that 将 only hands on. */
  readonly moved: readonly string[]
  /** Words for what came after the year of the report. */
  readonly after: readonly string[]
}

export function planWords(): PlanWords {
  return readReference('plans.json', 'plans')
}
