import { type StatementKind, statementVocabulary } from '../../forms/statement-words.js'
import { absencesIn, absentDraft } from './absences.js'
import { alike, noneOfEach } from './alike.js'
import { type ChangeAside, changesIn, shareBehind } from './asides.js'
import { periodIn, scopeIn } from './context.js'
import type { Draft } from './draft.js'
import { changeBefore, changeBehind, type Here, lastOf, type Named, named, REACH } from './here.js'
import { isPartScope, Lists, labelOf } from './lists.js'
import type { Range, Sentence } from './narrative.js'
import type { Naming } from './phrases.js'
import { PERCENT, type Quantity, quantitiesOf } from './quantities.js'
import { readRate } from './rates.js'
import { type Respective, respectiveWords } from './respective.js'
import { type Reading, unnamedIn } from './unnamed.js'

/** The statements of all sentences, parts joined to their wholes. */
export function draftsOf(sentences: readonly Sentence[]): Draft[] {
  const drafts: Draft[] = []
  const [rates, unnamed]: [Draft[], Draft[]] = [[], []]
  const lists = new Lists(drafts)
  for (const index of sentences.keys()) {
    const texts = sentences.slice(Math.max(0, index - 3), index + 1).map((one) => one.text)
    const taken = readSentence(texts, index, drafts, rates, lists)
    unnamed.push(...unnamedIn(texts, index, taken))
  }
  return [...drafts, ...rates, ...unnamed]
}

/** The last of `texts` is the sentence to be read, those before it are those before it. Returns what of it is read. */
function readSentence(
  texts: readonly string[],
  sentence: number,
  drafts: Draft[],
  rates: Draft[],
  lists: Lists,
): Reading {
  const text = texts.at(-1) ?? ''
  const near = texts.join('')
  const first = drafts.length
  const changes = changesIn(text)
  const taken = changes.map(({ from, to }): Range => [from, to])
  let done = 0
  let gapFrom = 0
  const inChange = (quantity: Quantity) => changes.some(({ from, to }) => quantity.from >= from && quantity.from < to)
  const all = quantitiesOf(text)
  const quantities = all.filter((quantity) => isUnitOfKinds(quantity.unit) && !inChange(quantity))
  const respective = respectiveWords(text, quantities)
  for (const quantity of quantities) {
    const here = {
      text,
      sentence,
      near,
      last: lastOf(drafts, sentence, texts),
      done,
      gapFrom,
      changes,
      siblings: drafts.slice(Math.max(first, drafts.length - MOST_PARTS)),
      respective: respective.get(quantity) ?? null,
    }
    if (quantity.unit === PERCENT) {
      if (quantity.from < done) continue
      const rate = readRate(quantity, here)
      if (rate === null) continue
      rates.push(rate, ...alike(rate, text, quantity))
      taken.push([quantity.from, rate.to])
      done = Math.max(rate.to, rate.change?.to ?? 0)
      gapFrom = done
      continue
    }
    const found = readQuantity(quantity, here, lists)
    gapFrom = quantity.to
    if (found === null) continue
    const { draft, parts } = found
    const behind = Math.max(draft.share?.to ?? 0, draft.change?.to ?? 0)
    done = Math.max(draft.to, behind)
    gapFrom = /^[^(]*[,、;]$/.test(text.slice(quantity.to, draft.to + 1)) ? done : Math.max(quantity.to, behind)
    taken.push([quantity.from, done])
    drafts.push(...noneOfEach(draft), ...alike(draft, text, quantity))
    if (parts.length > 0) joinParts(parts, draft, lists)
  }
  for (const absence of absencesIn(text)) {
    if (drafts.slice(first).some((draft) => draft.kind === absence.kind && isCounted(text, absence, draft))) continue
    drafts.push(absentDraft(absence, text, sentence))
  }
  return { quantities: all, changes, taken }
}

let units: ReadonlySet<string> | undefined

/** Whether kinds of the vocabulary are counted in a unit; where none is printed they may be. */
function isUnitOfKinds(unit: string): boolean {
  units ??= new Set(['', ...statementVocabulary().statements.flatMap((kind) => kind.units)])
  return units.has(unit)
}

/** As many parts as a list in a sentence has at most. */
const MOST_PARTS = 100

/** The statement a quantity makes, and the parts it is the total of; `null` where nothing says what it counts. */
function readQuantity(quantity: Quantity, here: Here, lists: Lists): { draft: Draft; parts: readonly Draft[] } | null {
  const { text, sentence, siblings, respective } = here
  const before = wordsBefore(quantity, here)
  const gap = respective === null ? text.slice(here.gapFrom, quantity.from) : gapOf(respective, here)
  const naming = named(quantity, here)
  const total = naming === null ? totalOf(gap, quantity, siblings) : null
  const to = naming?.to ?? quantity.to
  const share = shareBehind(text, quantity.to) ?? shareBehind(text, to)
  const scope = scopeIn(labelOf(gap))
  const placement = total
    ? null
    : lists.place({
        kind: naming?.kind ?? null,
        unit: quantity.unit,
        sentence,
        gap,
        before,
        depth: depthAt(before),
        partScope: isPartScope(scope) ? scope : null,
        hasShare: share !== null,
        isWeak: quantity.isSingleNumeral || quantity.unit === '',
      })
  const kind = total?.kind ?? naming?.kind ?? placement?.whole.kind
  if (kind === undefined || (kind.only_part && placement === null)) return null
  const key = placement?.key ?? kind.key
  const label = key.endsWith('.part') ? labelOf(gap) : null
  const draft: Draft = {
    kind,
    key,
    value: quantity.value,
    unit: quantity.unit === '' ? (placement?.whole.unit ?? kind.units[0] ?? '') : quantity.unit,
    rounding: quantity.rounding,
    scope: placement ? (scope ?? placement.whole.scope) : scopeIn(before),
    period: placement ? (periodIn(gap) ?? placement.whole.period) : periodIn(before),
    label,
    sentence,
    from: naming === null || label !== null ? quantity.from - behindLabel(text, quantity, label) : naming.from,
    to,
    share,
    change: changeAhead(naming, quantity, here) ?? changeBehind(here, Math.max(to, share?.to ?? 0), quantity.unit),
    whole: placement?.whole ?? null,
    group: placement?.group ?? null,
  }
  return { draft, parts: total?.parts ?? [] }
}

/** The sentence up to a number; in a row behind 分别 with its own item alone. */
function wordsBefore(quantity: Quantity, { text, respective }: Here): string {
  const to = respective?.from ?? quantity.from
  return text.slice(Math.max(0, to - REACH), to) + (respective?.lead ?? '')
}

/** What stands between the quantity before it and a number of a row behind 分别, its own item alone. */
function gapOf({ from, item, isFirst, isListed }: Respective, { text, gapFrom }: Here): string {
  return isFirst ? `${text.slice(gapFrom, from)}${isListed ? '分别为' : ''}${item}` : `、${item}`
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

/** Whether the clause that seems to say there was none goes on to count them: 无正当理由申请行政复议3件. */
function isCounted(text: string, absence: Naming, draft: Draft): boolean {
  return draft.to > absence.from && !/[,。;:]/.test(text.slice(absence.from, draft.to))
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
