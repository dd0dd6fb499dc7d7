import type { StatementKind } from '../../forms/statement-words.js'
import type { Rounding } from '../../types.js'
import type { ChangeAside, ShareAside } from './numbers/asides.js'
import type { Quantity } from './numbers/quantities.js'

/** A statement in the making: its places are those of its sentence, its whole is another draft. */
export interface Draft {
  readonly kind: StatementKind
  /** The kind's key, or `KEY.part`. */
  readonly key: string
  readonly value: number
  readonly unit: string
  readonly rounding: Rounding | null
  readonly scope: string | null
  readonly period: string | null
  readonly label: string | null
  /** Which sentence it stands in, and where. */
  readonly sentence: number
  readonly from: number
  readonly to: number
  readonly share: ShareAside | null
  change: ChangeAside | null
  whole: Draft | null
  group: number | null
}

/** A quantity that was weighed and is no statement, and why, if that is known of it. */
export interface SetAside {
  readonly quantity: Quantity
  readonly reason: string | null
}

/** A statement that is no part of a list, and of which no share or change is said. */
export const ALONE = { label: null, share: null, change: null, whole: null, group: null } as const

/** The key of a part without a key of its own. */
export function partKey(key: string): string {
  return key.endsWith('.part') ? key : `${key}.part`
}
