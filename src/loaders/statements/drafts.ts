import { type StatementKind, statementVocabulary } from '../../forms/statement-words.js'
import { absencesIn } from './absences.js'
import { type ChangeAside, changesIn, shareBehind } from './asides.js'
import { periodIn, scopeIn } from './context.js'
import type { Draft } from './draft.js'
import { isPartScope, Lists, labelOf } from './lists.js'
import type { Sentence } from './narrative.js'
import { kindsNamedIn, type Naming, nameQuantity } from './phrases.js'
import { type Quantity, quantitiesOf } from './quantities.js'

/** The statements of all sentences, parts joined to their wholes. */
export function draftsOf(sentences: readonly Sentence[]): Draft[] {
  const drafts: Draft[] = []
  const lists = new Lists(drafts)
  for (const [index, { text }] of sentences.entries()) {
    const near = sentences
      .slice(Math.max(0, index - 3), index + 1)
      .map((one) => one.text)
      .join('')
    readSentence(text, index, near, drafts, lists)
  }
  return drafts
}

function readSentence(text: string, sentence: number, near: string, drafts: Draft[], lists: Lists): void {
  const first = drafts.length
  const changes = changesIn(text)
  const inChange = (quantity: Quantity) => changes.some(({ from, to }) => quantity.from >= from && quantity.from < to)
  let done = 0
  let gapFrom = 0
  for (const quantity of quantitiesOf(text)) {
    if (inChange(quantity)) continue
    const previous = drafts.length > first ? (drafts.at(-1)?.kind ?? null) : null
    const sentenceBefore = text.slice(0, quantity.from)
    const before = text.slice(done, quantity.from)
    const naming = nameQuantity(quantity, {
      before,
      after: text.slice(quantity.to),
      sentence: sentenceBefore,
      near,
      previous,
    })
    const total = naming === null ? totalOf(text.slice(gapFrom, quantity.from), quantity, drafts.slice(first)) : null
    const end = naming?.to ?? quantity.to
    const share = shareBehind(text, quantity.to) ?? shareBehind(text, end)
    const change = changes.find((one) => isBehind(text, Math.max(end, share?.to ?? 0), one)) ?? null
    const gap = text.slice(gapFrom, quantity.from)
    const scopeHere = scopeIn(labelOf(gap))
    const partScope = isPartScope(scopeHere) ? scopeHere : null
    const placement = total
      ? null
      : lists.place({
          kind: naming?.kind ?? null,
          unit: quantity.unit,
          sentence,
          gap,
          before: sentenceBefore,
          depth: depthAt(sentenceBefore),
          partScope,
          hasShare: share !== null,
          isWeak: quantity.isSingleNumeral || quantity.unit === '',
        })
    const kind = total?.kind ?? naming?.kind ?? placement?.whole.kind
    if (kind === undefined || (kind.only_part && placement === null)) {
      gapFrom = quantity.to
      continue
    }
    const key = placement?.key ?? kind.key
    const label = key.endsWith('.part') ? labelOf(gap) : null
    const draft: Draft = {
      kind,
      key,
      value: quantity.value,
      unit: quantity.unit === '' ? (placement?.whole.unit ?? kind.units[0] ?? '') : quantity.unit,
      rounding: quantity.rounding,
      scope: placement ? (scopeHere ?? placement.whole.scope) : scopeIn(sentenceBefore),
      period: placement ? (periodIn(gap) ?? placement.whole.period) : periodIn(sentenceBefore),
      label,
      sentence,
      from: naming?.from === undefined || label !== null ? quantity.from - behindLabel(gap, label) : done + naming.from,
      to: end,
      share,
      change,
      whole: placement?.whole ?? null,
      group: placement?.group ?? null,
    }
    drafts.push(draft)
    if (total) joinParts(total.parts, draft, lists)
    drafts.push(...alike(draft, text, quantity))
    done = Math.max(end, share?.to ?? 0, change?.to ?? 0)
    gapFrom = Math.max(quantity.to, share?.to ?? 0, change?.to ?? 0)
  }
  for (const absence of absencesIn(text)) {
    if (drafts.slice(first).some((draft) => draft.kind === absence.kind && isCounted(text, absence, draft))) continue
    drafts.push(absentDraft(absence, text, sentence))
  }
}

/** How many characters of a gap stand from its label on. */
function behindLabel(gap: string, label: string | null): number {
  return label === null ? 0 : gap.length - gap.lastIndexOf(label)
}

/** Whether the clause that seems to say there was none goes on to count them: 无正当理由申请行政复议3件. */
function isCounted(text: string, absence: Naming, draft: Draft): boolean {
  return draft.to > absence.from && !/[,。;:]/.test(text.slice(absence.from, draft.to))
}

/** Whether a change speaks of the quantity that ends at `end`: nothing but a few words stand between. */
function isBehind(text: string, end: number, change: ChangeAside): boolean {
  return change.from >= end && /^[,、(]?[^,。;、\d]{0,10}$/.test(text.slice(end, change.from))
}

function depthAt(before: string): number {
  let depth = 0
  for (const char of before) {
    if (char === '(') depth++
    else if (char === ')' && depth > 0) depth--
  }
  return depth
}

const TOTAL = /^\)?[,、;]?(?:以上)?(?:共|共计|合计|总计|总共|一共)$/

/** 代表建议3件、政协提案6件,共9件: the kind of which those before it are parts, and these. */
function totalOf(
  gap: string,
  quantity: Quantity,
  before: readonly Draft[],
): { kind: StatementKind; parts: Draft[] } | null {
  if (!TOTAL.test(gap)) return null
  for (const kind of statementVocabulary().statements) {
    if (!kind.units.includes(quantity.unit)) continue
    const isPart = (draft: Draft) =>
      draft.whole === null && draft.unit === quantity.unit && draft.key.startsWith(`${kind.key}.`)
    const parts = before.filter(isPart)
    if (parts.length >= 2) return { kind, parts }
  }
  return null
}

function joinParts(parts: readonly Draft[], whole: Draft, lists: Lists): void {
  const group = lists.nextGroup()
  for (const part of parts) {
    part.whole = whole
    part.group = group
  }
}

/** 行政复议、行政诉讼均为0件: the same number holds for every kind named in the clause. */
function alike(draft: Draft, text: string, quantity: Quantity): Draft[] {
  const clause = /[^,。;:]*$/.exec(text.slice(0, quantity.from))?.[0] ?? ''
  if (!/(?:均|都)(?:为|是)?$/.test(clause)) return []
  return kindsNamedIn(clause)
    .filter((kind) => kind.key !== draft.key && (quantity.unit === '' || kind.units.includes(quantity.unit)))
    .map((kind) => ({ ...draft, kind, key: kind.key }))
}

function absentDraft({ kind, from, to }: Naming, text: string, sentence: number): Draft {
  return {
    kind,
    key: kind.key,
    value: 0,
    unit: kind.units[0] ?? '',
    rounding: null,
    scope: scopeIn(text.slice(0, to)),
    period: periodIn(text.slice(0, from)),
    label: null,
    sentence,
    from,
    to,
    share: null,
    change: null,
    whole: null,
    group: null,
  }
}
