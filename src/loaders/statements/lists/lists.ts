import { statementVocabulary } from '../../../forms/statement-words.js'
import { type Draft, partKey } from '../draft.js'
import { kindsNamedIn } from '../kinds/phrases.js'
import { type Candidate, isInner, isPartScope, isSaidOf, keyIn, type List } from './part-key.js'
import { labelOf, MAX_LABEL, markerIn } from './part-label.js'

/** Where a candidate belongs: to a list of parts of a whole, under which key. */
export interface Placement {
  readonly key: string
  readonly whole: Draft
  readonly group: number
}

/** How far back, in sentences, a whole may stand. */
const NEAR = 2
const FAR = 8
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
      const key = keyIn(candidate, list) ?? this.#restKey(candidate, list)
      if (key !== null) return this.#placed(list, key)
      if (candidate.kind === null && candidate.unit !== list.whole.unit) return null
      this.#open.pop()
    }
    const implied = this.#openImplied(candidate)
    if (implied === null || candidate.kind === null) return null
    this.#open.push(implied)
    return this.#placed(implied, candidate.kind.key)
  }

  /** 不予公开12件,其中国家秘密3件、个人隐私7件、其他2件: behind named parts the others are of the same whole, as far as it goes. */
  #restKey({ gap, value }: Candidate, { whole, isExplicit }: List): string | null {
    const parts = this.#drafts.filter((draft) => draft.whole === whole)
    const sum = parts.reduce((all, part) => all + part.value, value)
    const isRest = statementVocabulary().rest_words.includes(labelOf(gap)) && sum <= whole.value
    return isExplicit && isRest && parts.length > 0 ? partKey(whole.key) : null
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
