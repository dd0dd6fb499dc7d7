import { type StatementFamily, type StatementKind, statementVocabulary } from '../../../forms/statement-words.js'
import { type Draft, partKey } from '../draft.js'
import { kindsNamedIn } from '../kinds/phrases.js'

/** A quantity of which it is to be told whether it is a part of another. */
export interface Candidate {
  readonly kind: StatementKind | null
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

/** Where a candidate belongs: to a list of parts of a whole, under which key. */
export interface Placement {
  readonly key: string
  readonly whole: Draft
  readonly group: number
}

interface List {
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

/** How far back, in sentences, a whole may stand. */
const NEAR = 2
const FAR = 8
/** A label is no longer than this; a longer text between two numbers ends a list. */
const MAX_LABEL = 48

/** Follows the lists of parts through a text: 421条,其中…117条,…206条,…98条. */
export class Lists {
  readonly #drafts: readonly Draft[]
  #open: List[] = []
  #last: List | null = null
  #groups = 0

  constructor(drafts: readonly Draft[]) {
    this.#drafts = drafts
  }

  nextGroup(): number {
    return this.#groups++
  }

  /** The list a candidate belongs to, opened here if need be; `null` where it is no part of anything. */
  place(candidate: Candidate): Placement | null {
    const { sentence, depth, gap } = candidate
    if (statementVocabulary().not_part_markers.some((word) => gap.includes(word))) return null
    this.#open = this.#open.filter((list) => list.sentence === sentence && list.depth <= depth)
    const opened = this.#openExplicit(candidate)
    if (opened) this.#open.push(opened)
    for (;;) {
      const list = this.#open.at(-1)
      if (list === undefined) break
      const key = keyIn(candidate, list)
      if (key !== null) return this.#placed(list, key)
      if (candidate.kind === null && candidate.unit !== list.whole.unit) return null
      this.#open.pop()
    }
    const implied = this.#openImplied(candidate)
    if (implied === null || candidate.kind === null) return null
    this.#open.push(implied)
    return this.#placed(implied, candidate.kind.key)
  }

  #placed(list: List, key: string): Placement {
    this.#last = list
    return { key, whole: list.whole, group: list.group }
  }

  /** A list that 其中, 包括 … or a bracket opens right before the candidate. */
  #openExplicit(candidate: Candidate): List | null {
    const { kind, gap, depth, sentence, unit } = candidate
    const marker = markerIn(gap)
    const isBracket = gap.startsWith('(') && gap.length < candidate.before.length
    if (marker < 0 && !isBracket) return null
    if (gap.length - Math.max(marker, 0) > MAX_LABEL) return null
    const whole = this.#wholeFor(candidate, isBracket ? 0 : marker)
    if (whole === null || (unit !== '' && whole.unit !== unit)) return null
    const isSaid = kind !== null && isSaidOf(kind, whole)
    return {
      ...(isSaid && { saidOf: kind.family }),
      whole,
      group: this.nextGroup(),
      depth,
      sentence,
      isExplicit: true,
      isByScope: candidate.partScope !== null,
    }
  }

  #wholeFor(candidate: Candidate, marker: number): Draft | null {
    const { kind, unit, sentence, gap, before } = candidate
    const { part_markers } = statementVocabulary()
    const fits = (draft: Draft) => unit === '' || draft.unit === unit
    if (gap.startsWith('(') && kind !== null) {
      const last = this.#nearest(sentence, 0, () => true)
      if (last !== null && fits(last) && isInner(kind, last)) return last
    }
    const named = kind?.part_of
    if (named) {
      const isWhole = (draft: Draft) => fits(draft) && named.includes(draft.key)
      const isSaid = (draft: Draft) => fits(draft) && isSaidOf(kind, draft)
      const own =
        this.#nearest(sentence, 0, isWhole) ??
        this.#nearest(sentence, 0, isSaid) ??
        this.#nearest(sentence, NEAR, isWhole)
      if (own) return own
    }
    const here = this.#nearest(sentence, 0, () => true)
    if (here !== null) return fits(here) && marker <= MAX_LABEL ? here : null
    const opening = before.slice(0, before.length - gap.length + marker)
    if (!/[\u4e00-\u9fff]{2}/.test(part_markers.reduce((rest, word) => rest.replaceAll(word, ''), opening))) {
      const last = this.#last
      if (last !== null && last.sentence === sentence - 1 && fits(last.whole)) return last.whole
      return this.#nearest(sentence, 1, (draft) => fits(draft) && draft.whole === null)
    }
    const keys = new Set(kindsNamedIn(opening).map((one) => one.key))
    return this.#nearest(sentence, FAR, (draft) => fits(draft) && keys.has(draft.key) && draft.whole === null)
  }

  /** A list without a marker: outcomes behind 答复5件, and the shares of the bodies that make up the whole. */
  #openImplied(candidate: Candidate): List | null {
    const { kind, unit, sentence, depth, partScope, hasShare } = candidate
    if (kind === null) return null
    const make = (whole: Draft | null, isByScope: boolean, group?: number): List | null =>
      whole && { whole, group: group ?? this.nextGroup(), depth, sentence, isExplicit: false, isByScope }
    if (kind.implied && kind.part_of) {
      const keys = kind.part_of
      return make(
        this.#nearest(sentence, NEAR, (draft) => draft.unit === unit && keys.includes(draft.key)),
        false,
      )
    }
    if (partScope === null || !hasShare) return null
    const last = this.#last
    if (last?.isByScope && last.sentence >= sentence - 1 && last.whole.kind.key === kind.key) {
      return make(last.whole, true, last.group)
    }
    const isWhole = (draft: Draft) => draft.key === kind.key && draft.unit === unit && !isPartScope(draft.scope)
    return make(this.#nearest(sentence, NEAR, isWhole), true)
  }

  #nearest(sentence: number, back: number, test: (draft: Draft) => boolean): Draft | null {
    return this.#drafts.findLast((draft) => draft.sentence >= sentence - back && test(draft)) ?? null
  }
}

/** Where the last marker of a text begins, the longest of those that end there (主要包括, not 包括); -1 where none is. */
function markerIn(text: string): number {
  const found = statementVocabulary().part_markers.flatMap((word) => {
    const from = text.lastIndexOf(word)
    return from < 0 ? [] : [{ from, to: from + word.length }]
  })
  return found.reduce((a, b) => (b.to > a.to || (b.to === a.to && b.from < a.from) ? b : a), { from: -1, to: -1 }).from
}

/** Whether a scope word names some of the bodies that report, not all of them. */
export function isPartScope(scope: string | null): boolean {
  return statementVocabulary().scopes.some(({ word, reach }) => word === scope && reach === 'part')
}

/** The key a candidate has as a part of a list; `null` where it does not belong there. */
function keyIn(candidate: Candidate, list: List): string | null {
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
function isInner(kind: StatementKind, { kind: before, whole }: Draft): boolean {
  if (before.counted_with?.includes(kind.key)) return true
  return whole !== null && before.key !== kind.key && (kind.part_of?.includes(whole.key) ?? false)
}

/** Whether a kind is a part of the whole where the sentence says so, though not in itself: 收到申请7件,其中予以公开4件. */
function isSaidOf(kind: StatementKind, { key }: Draft): boolean {
  return kind.said_wholes?.includes(key) ?? familyOf(kind)?.said_wholes?.includes(key) ?? false
}

/** Whether words of another family name a part of the whole: 行政复议5件(撤回1件). */
function isOwnPart({ family }: StatementKind, whole: Draft): boolean {
  return familyOf(whole.kind)?.own_parts?.includes(family) ?? false
}

function familyOf({ family }: StatementKind): StatementFamily | undefined {
  return statementVocabulary().families.find(({ key }) => key === family)
}

/** 办理的18件中,按期办结15件 begins a list like 办理18件,其中按期办结15件, and so does a colon behind a figure. */
export function ofThese(gap: string): string {
  return gap.replace(OF_THESE, '其中').replace(/^:(?!其中)/, '其中')
}

/** Behind a quantity, before 中 that is no begin of a word. */
const OF_THESE =
  /^(?:的)?(?:[\u4e00-\u9fff]{0,8}(?:申请|信息|案件|文件|建议|提案|事项|留言|答复))?(?:之)?中(?:,|(?![央心国共标小等介学药医层期旬省队直文外]))/

/** The words that name a part: what stands between the quantity before it and its number, without markers. */
export function labelOf(gap: string): string {
  const { part_markers } = statementVocabulary()
  const marker = part_markers
    .map((word) => [gap.lastIndexOf(word), word.length] as const)
    .reduce((a, b) => (b[0] > a[0] || (b[0] === a[0] && b[1] > a[1]) ? b : a), [-1, 0] as const)
  const label = marker[0] < 0 ? gap : gap.slice(marker[0] + marker[1])
  return label
    .replace(/^(?:\d{4}年度?|[^\u4e00-\u9fffA-Za-z"])+/, '')
    .replace(/(?:共计?|仅有?|只有|(?<!行)为)?[,:(]*$/, '')
}
