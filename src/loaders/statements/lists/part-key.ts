import { type StatementFamily, type StatementKind, statementVocabulary } from '../../../forms/statement-words.js'
import { type Draft, partKey } from '../draft.js'
import { labelOf, MAX_LABEL } from './part-label.js'

/** A quantity of which it is to be told whether it is a part of another. */
export interface Candidate {
  readonly kind: StatementKind | null
  readonly value: number
  readonly unit: string
  readonly sentence: number
  /** From the quantity before it (or the begin of the sentence) to the number. */
  readonly gap: string
  /** The sentence up to the number. */
  readonly before: string
  /** How many brackets are open there. */
  readonly depth: number
  /** The scope named in the gap, if it is that of some of the bodies only. */
  readonly partScope: string | null
  readonly hasShare: boolean
  /** Whether it is a Chinese numeral of one digit, too weak to be a part without a key. */
  readonly isWeak: boolean
}

/** A whole and how its parts are told. */
export interface List {
  readonly whole: Draft
  readonly group: number
  readonly depth: number
  readonly isExplicit: boolean
  readonly sentence: number
  /** The family of the parts that are some of this whole only because the sentence says so. */
  readonly saidOf?: string
  /** Whether its parts are the shares of bodies: 各乡镇…, 区直各部门…. */
  readonly isByScope: boolean
}

/** Whether a scope word names some of the bodies that report, not all of them. */
export function isPartScope(scope: string | null): boolean {
  return statementVocabulary().scopes.some(({ word, reach }) => word === scope && reach === 'part')
}

/** The key a candidate has as a part of a list; `null` where it does not belong there. */
export function keyIn(candidate: Candidate, list: List): string | null {
  const { kind, gap, unit, partScope } = candidate
  const { whole } = list
  if (unit !== '' && unit !== whole.unit) return null
  const label = labelOf(gap)
  if (label.length > MAX_LABEL || statementVocabulary().list_ends.some((word) => label.includes(word))) return null
  const own = whole.key.replace(/\.part$/, '')
  if (kind === null) return list.isExplicit && !candidate.isWeak && label !== '' ? partKey(own) : null
  if (kind.part_of?.includes(own) || kind.key.startsWith(`${own}.`)) return kind.key
  if (whole.kind.counted_with?.includes(kind.key)) return kind.key
  if (list.saidOf === kind.family && isSaidOf(kind, whole)) return kind.key
  if (list.isExplicit && (isInner(kind, whole) || isOwnPart(kind, whole))) return partKey(own)
  if (kind.generic && kind.family === whole.kind.family && list.isExplicit) return partKey(own)
  if (kind.key !== own) return null
  return partScope === null ? partKey(own) : kind.key
}

/** Whether a kind is a part of the whole that a part before it is of: 其中网络申请20件(自然人18件). */
export function isInner(kind: StatementKind, { kind: before, whole }: Draft): boolean {
  if (before.counted_with?.includes(kind.key)) return true
  return whole !== null && before.key !== kind.key && (kind.part_of?.includes(whole.key) ?? false)
}

/** Whether a kind is a part of the whole where the sentence says so, though not in itself: 收到申请7件,其中予以公开4件. */
export function isSaidOf(kind: StatementKind, { key }: Draft): boolean {
  return kind.said_wholes?.includes(key) ?? familyOf(kind)?.said_wholes?.includes(key) ?? false
}

/** Whether words of another family name a part of the whole: 行政复议5件(撤回1件). */
function isOwnPart({ family }: StatementKind, whole: Draft): boolean {
  return familyOf(whole.kind)?.own_parts?.includes(family) ?? false
}

function familyOf({ family }: StatementKind): StatementFamily | undefined {
  return statementVocabulary().families.find(({ key }) => key === family)
}
