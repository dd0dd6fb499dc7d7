import type { ChangeAside } from './asides.js'
import type { Draft } from './draft.js'
import { type Naming, nameQuantity } from './phrases.js'
import type { Quantity } from './quantities.js'

/** Characters on either side of a quantity that may say something of it; sentences without end are no sentences. */
export const REACH = 600

/** What is known of a sentence when one of its quantities is reached. */
export interface Here {
  readonly text: string
  readonly sentence: number
  readonly near: string
  readonly last: Last | null
  /** Where the statement before it ends, and where the quantity before it does. */
  readonly done: number
  readonly gapFrom: number
  readonly changes: readonly ChangeAside[]
  readonly siblings: readonly Draft[]
}

/** The last statement of this sentence or the one before: its family, and how far before this sentence it ends. */
interface Last {
  readonly family: string
  readonly back: number
}

export function lastOf(drafts: readonly Draft[], sentence: number, texts: readonly string[]): Last | null {
  const draft = drafts.at(-1)
  if (draft === undefined || draft.sentence < sentence - 1) return null
  const begin = draft.sentence === sentence ? 0 : -(texts.at(-2)?.length ?? 0)
  return { family: draft.kind.family, back: -(begin + draft.to) }
}

/** What a quantity counts, by the words on both sides of it and what was said before. */
export function named(quantity: Quantity, { text, near, last, done, siblings }: Here): Naming | null {
  return nameQuantity(quantity, {
    before: text.slice(done, quantity.from),
    after: text.slice(quantity.to, quantity.to + REACH),
    sentence: text.slice(Math.max(0, quantity.from - REACH), quantity.from),
    near,
    upTo: near.slice(0, near.length - text.length + quantity.from),
    previous: leadsOn(siblings, text, text.slice(done, quantity.from)) ? (siblings.at(-1)?.kind ?? null) : null,
    recent: last && { family: last.family, back: last.back + quantity.from },
  })
}

/** Of 规章3件、规范性文件12件,废止5件 nobody can tell what was repealed. */
function leadsOn(siblings: readonly Draft[], text: string, gap: string): boolean {
  const [one, other] = siblings.slice(-2)
  if (one === undefined || other === undefined || gap.startsWith('、')) return true
  const isJoined = /^[、和及]/.test(text.slice(one.to, other.from))
  const [first, second] = [one.key.split('.')[0], other.key.split('.')[0]]
  return !isJoined || first === second
}

/** The change said right behind a quantity, if what it counts is counted in the same unit. */
export function changeBehind({ text, changes }: Here, end: number, unit: string): ChangeAside | null {
  const change = changes.find((one) => isBehind(text, end, one)) ?? null
  return change === null || change.unit === null || unit === '' || change.unit === unit ? change : null
}

/** Whether a change speaks of the quantity that ends at `end`: nothing but a few words stand between. */
function isBehind(text: string, end: number, change: ChangeAside): boolean {
  return change.from >= end && /^[,、(]?[^,。;、\d]{0,10}$/.test(text.slice(end, change.from))
}
