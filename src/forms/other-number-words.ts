import { readReference } from './reference.js'

/** Why a number said in a sentence is no statement: a key of `data/reference/other-numbers.json`. */
export interface OtherNumberReason {
  readonly key: string
  readonly label: string
  readonly label_en: string
}

/** A number has the reason of the first rule whose words stand around it. */
export interface OtherNumberRule {
  readonly reason: string
  /** Words of which one stands right before the number, right behind it, in its clause before it. */
  readonly before?: readonly string[]
  readonly behind?: readonly string[]
  readonly near?: readonly string[]
  /** The numbers themselves. */
  readonly is?: readonly string[]
  /** The least and the most digits of such a number. */
  readonly digits?: readonly [least: number, most: number]
}

/** The reasons and rules of `data/reference/other-numbers.json`. */
export function otherNumberWords(): {
  readonly reasons: readonly OtherNumberReason[]
  readonly rules: readonly OtherNumberRule[]
} {
  return readReference('other-numbers.json', 'other-numbers')
}
