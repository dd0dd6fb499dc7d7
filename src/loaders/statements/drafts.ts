import { type StatementKind, statementVocabulary } from '../../forms/statement-words.js'
import { absencesIn } from './absences.js'
import { type ChangeAside, changesIn, shareBehind } from './asides.js'
import { periodIn, scopeIn } from './context.js'
import type { Draft } from './draft.js'
import { isPartScope, Lists, labelOf } from './lists.js'
import type { Sentence } from './narrative.js'
import { kindsNamedIn, type Naming, nameQuantity } from './phrases.js'
import { PERCENT, type Quantity, quantitiesOf } from './quantities.js'

/** The statements of all sentences, parts joined to their wholes. */
export function draftsOf(sentences: readonly Sentence[]): Draft[] {
  const drafts: Draft[] = []
  const rates: Draft[] = []
  const lists = new Lists(drafts)
  for (const index of sentences.keys()) {
    const texts = sentences.slice(Math.max(0, index - 3), index + 1).map((one) => one.text)
    readSentence(texts, index, drafts, rates, lists)
  }
  return [...drafts, ...rates]
}

/** The last of `texts` is the sentence to be read, those before it are those before it. */
function readSentence(texts: readonly string[], sentence: number, drafts: Draft[], rates: Draft[], lists: Lists): void {
  const text = texts.at(-1) ?? ''
  const near = texts.join('')
  const first = drafts.length
  const changes = changesIn(text)
  let done = 0
  let gapFrom = 0
  for (const quantity of quantitiesOf(text)) {
    if (changes.some(({ from, to }) => quantity.from >= from && quantity.from < to)) continue
    const here = {
      text,
      sentence,
      near,
      last: lastOf(drafts, sentence, texts),
      done,
      gapFrom,
      changes,
      siblings: drafts.slice(Math.max(first, drafts.length - MOST_PARTS)),
    }
    if (quantity.unit === PERCENT) {
      if (quantity.from < done) continue
      const rate = readRate(quantity, here)
      if (rate === null) continue
      rates.push(rate, ...alike(rate, text, quantity))
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
    gapFrom = Math.max(quantity.to, behind)
    drafts.push(draft, ...alike(draft, text, quantity))
    if (parts.length > 0) joinParts(parts, draft, lists)
  }
  for (const absence of absencesIn(text)) {
    if (drafts.slice(first).some((draft) => draft.kind === absence.kind && isCounted(text, absence, draft))) continue
    drafts.push(absentDraft(absence, text, sentence))
  }
}

/** Characters on either side of a quantity that may say something of it; sentences without end are no sentences. */
const REACH = 600
/** As many parts as a list in a sentence has at most. */
const MOST_PARTS = 100

/** What is known of a sentence when one of its quantities is reached. */
interface Here {
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

/** The statement a quantity makes, and the parts it is the total of; `null` where nothing says what it counts. */
function readQuantity(quantity: Quantity, here: Here, lists: Lists): { draft: Draft; parts: readonly Draft[] } | null {
  const { text, sentence, done, siblings } = here
  const before = text.slice(Math.max(0, quantity.from - REACH), quantity.from)
  const gap = text.slice(here.gapFrom, quantity.from)
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
    from: naming === null || label !== null ? quantity.from - behindLabel(gap, label) : done + naming.from,
    to,
    share,
    change: changeBehind(here, Math.max(to, share?.to ?? 0), quantity.unit),
    whole: placement?.whole ?? null,
    group: placement?.group ?? null,
  }
  return { draft, parts: total?.parts ?? [] }
}

/** What share of requests was answered, and in time: 按期答复率98.6%. */
function readRate(quantity: Quantity, here: Here): Draft | null {
  const { text, sentence, done } = here
  const naming = named(quantity, here)
  if (naming === null) return null
  const { kind, to } = naming
  const before = text.slice(Math.max(0, quantity.from - REACH), quantity.from)
  return {
    kind,
    key: kind.key,
    value: quantity.value,
    unit: quantity.unit,
    rounding: quantity.rounding,
    scope: scopeIn(before),
    period: periodIn(before),
    label: null,
    sentence,
    from: done + naming.from,
    to,
    share: null,
    change: changeBehind(here, to, quantity.unit),
    whole: null,
    group: null,
  }
}

function named(quantity: Quantity, { text, near, last, done, siblings }: Here): Naming | null {
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

/** The last statement of this sentence or the one before: its family, and how far before this sentence it ends. */
interface Last {
  readonly family: string
  readonly back: number
}

function lastOf(drafts: readonly Draft[], sentence: number, texts: readonly string[]): Last | null {
  const draft = drafts.at(-1)
  if (draft === undefined || draft.sentence < sentence - 1) return null
  const begin = draft.sentence === sentence ? 0 : -(texts.at(-2)?.length ?? 0)
  return { family: draft.kind.family, back: -(begin + draft.to) }
}

/** Of 规章3件、规范性文件12件,废止5件 nobody can tell what was repealed. */
function leadsOn(siblings: readonly Draft[], text: string, gap: string): boolean {
  const [one, other] = siblings.slice(-2)
  if (one === undefined || other === undefined || gap.startsWith('、')) return true
  const isJoined = /^[、和及]/.test(text.slice(one.to, other.from))
  const [first, second] = [one.key.split('.')[0], other.key.split('.')[0]]
  return !isJoined || first === second || one.unit !== other.unit
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

/** The change said right behind a quantity, if what it counts is counted in the same unit. */
function changeBehind({ text, changes }: Here, end: number, unit: string): ChangeAside | null {
  const change = changes.find((one) => isBehind(text, end, one)) ?? null
  return change === null || change.unit === null || unit === '' || change.unit === unit ? change : null
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
  const clause = /[^,。;:]*$/.exec(text.slice(Math.max(0, quantity.from - REACH), quantity.from))?.[0] ?? ''
  if (!/(?:均|都)(?:为|是|达|达到)?$/.test(clause)) return []
  const rest = clause.slice(0, Math.max(0, clause.length - (quantity.from - draft.from)))
  return kindsNamedIn(rest, draft.kind.family)
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
