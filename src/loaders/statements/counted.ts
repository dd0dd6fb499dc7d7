import { type StatementKind, statementVocabulary } from '../../forms/statement-words.js'
import { bodyNamed } from './bodies-and-times/bodies.js'
import { partPeriod, periodAround, scopeIn } from './bodies-and-times/context.js'
import { type Draft, partKey } from './draft.js'
import { changeBefore, changeBehind, type Here, type Named, named, REACH } from './here.js'
import { topicLabel } from './kinds/topic-label.js'
import type { Lists, Placement } from './lists/lists.js'
import { isPartScope } from './lists/part-key.js'
import { labelOf, ofThese } from './lists/part-label.js'
import { type Respective, wordsBefore } from './lists/respective.js'
import { type ChangeAside, shareBehind } from './numbers/asides.js'
import type { Quantity } from './numbers/quantities.js'

/** The statement a quantity makes, and the parts it is the total of; `null` where nothing says what it counts. */
export function readQuantity(
  quantity: Quantity,
  here: Here,
  lists: Lists,
): { draft: Draft; parts: readonly Draft[] } | null {
  const { text, sentence, siblings, respective } = here
  const before = wordsBefore(text, quantity, respective, REACH)
  const gap = respective === null ? gapBefore(quantity, here) : ofThese(gapOf(respective, here))
  const naming = named(quantity, here)
  const total = naming === null ? totalOf(gap, quantity, siblings) : null
  const to = naming?.to ?? quantity.to
  const share = shareBehind(text, quantity.to) ?? shareBehind(text, to)
  const scope = scopeIn(labelOf(gap))
  const placed = total
    ? null
    : lists.place({
        kind: naming?.kind ?? null,
        value: quantity.value,
        unit: quantity.unit,
        sentence,
        gap,
        before,
        depth: depthAt(before),
        partScope: isPartScope(scope) ? scope : null,
        hasShare: share !== null,
        isWeak: quantity.isSingleNumeral || quantity.unit === '',
      })
  const placement = placed !== null && exceeds(quantity, placed, gap) ? null : placed
  const kind = total?.kind ?? naming?.kind ?? placement?.whole.kind
  if (kind === undefined || (naming?.isPart && placement === null)) return null
  const period = placement ? partPeriod(gap, placement.whole.period) : periodAround(before, text.slice(quantity.to))
  // 累计公开62条,其中2022年公开14条: the year's own figure has its own key, though it is a part of the years' sum.
  const isOfOwnTime =
    naming !== null && placement?.key === partKey(naming.kind.key) && (placement.whole.period ?? period) !== period
  const key = isOfOwnTime ? naming.kind.key : (placement?.key ?? kind.key)
  const label = key.endsWith('.part') ? labelOf(gap) : null
  if (label !== null && isOfOthers(label)) return null
  const draft: Draft = {
    kind,
    key,
    value: quantity.value,
    unit: quantity.unit === '' ? (placement?.whole.unit ?? kind.units[0] ?? '') : quantity.unit,
    rounding: quantity.rounding,
    scope: naming?.scope
      ? naming.scope
      : placement
        ? (scope ?? bodyNamed(labelOf(gap)) ?? scopeIn(gap) ?? placement.whole.scope)
        : scopeIn(before),
    period:
      naming?.period !== undefined
        ? naming.period
        : placement
          ? partPeriod(gap, placement.whole.period)
          : periodAround(before, text.slice(quantity.to)),
    label: label ?? (naming && !naming.scope ? topicLabel(naming, text, quantity) : null),
    sentence,
    from: naming === null || label !== null ? quantity.from - behindLabel(text, quantity, label) : naming.from,
    to,
    share,
    change: changeAhead(naming, quantity, here) ?? changeBehind(here, Math.max(to, share?.to ?? 0), quantity.unit, gap),
    whole: placement?.whole ?? null,
    group: placement?.group ?? null,
  }
  return { draft, parts: total?.parts ?? [] }
}

/** 涉及国家秘密1件,涉及商业秘密2件: more than the whole is no part of it, unless the words say that it is. */
function exceeds({ value, unit }: Quantity, { key, whole }: Placement, gap: string): boolean {
  const isMore = unit === whole.unit && whole.rounding === null && value > whole.value
  return isMore && key.endsWith('.part') && !gap.includes('其中')
}

/** 办理留言90件,其中12345热线60件,市长信箱30件: the caseload of a hotline is none of disclosure. */
function isOfOthers(label: string): boolean {
  return statementVocabulary().unnamed.foreign.some((word) => label.includes(word))
}

/** What stands between the quantity before it and a number of a row behind 分别, its own item alone. */
function gapOf({ from, item, isFirst, isListed }: Respective, { text, gapFrom }: Here): string {
  return isFirst ? `${text.slice(gapFrom, from)}${isListed ? '分别为' : ''}${item}` : `、${item}`
}

/** What stands between the quantity before it and a number; behind 17件申请中 it is a part, also where those words name the 17. */
function gapBefore({ from }: Quantity, { text, gapFrom }: Here): string {
  const gap = text.slice(gapFrom, from)
  return /(?:申请|信息|案件)中,?$/.test(text.slice(Math.max(0, gapFrom - 4), gapFrom)) ? `其中${gap}` : ofThese(gap)
}

/** The change said before a number: among its words or right before them. */
function changeAhead(naming: Named | null, { unit }: Quantity, here: Here): ChangeAside | null {
  if (naming === null) return null
  const { change } = naming
  if (change === null) return changeBefore(here, naming.from, unit)
  return change.unit === null || unit === '' || change.unit === unit ? change : null
}

/** How many characters before a number its label begins. */
function behindLabel(text: string, { from }: Quantity, label: string | null): number {
  if (label === null) return 0
  const begin = text.slice(0, from).lastIndexOf(label)
  return begin < 0 ? 0 : from - begin
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
  return sumOf(quantity, before)
}

/** 上半年公开信息312条,下半年498条,合计810条: the sum of figures of one kind, if they add up to it. */
function sumOf(
  { value, unit, rounding }: Quantity,
  before: readonly Draft[],
): { kind: StatementKind; parts: Draft[] } | null {
  const kind = before.at(-1)?.kind
  const isAlike = (draft: Draft) => draft.key === kind?.key && draft.unit === unit && draft.whole === null
  const parts = before.slice(before.findLastIndex((draft) => !isAlike(draft)) + 1)
  const isSum = parts.every((one) => one.rounding === null) && parts.reduce((sum, one) => sum + one.value, 0) === value
  return kind !== undefined && parts.length >= 2 && isSum && rounding === null ? { kind, parts } : null
}
