import { statementVocabulary } from '../../forms/statement-words.js'
import { absencesIn, absentDraft } from './absences/absences.js'
import { alike, noneOfEach } from './alike.js'
import { mentionsIn } from './bodies-and-times/period-mentions.js'
import { readQuantity } from './counted.js'
import { ALONE, type Draft, type SetAside } from './draft.js'
import { lastOf } from './here.js'
import type { Naming } from './kinds/phrases.js'
import { joinedWhereTheyAddUp } from './lists/added-up.js'
import { Lists } from './lists/lists.js'
import { publishedAlong } from './lists/published-along.js'
import { respectiveWords } from './lists/respective.js'
import { giveRespective, rowsOfChanges } from './lists/respective-changes.js'
import { sumsIn } from './lists/sums.js'
import type { Range, Sentence } from './narrative.js'
import { changesIn, figureAgainst } from './numbers/asides.js'
import { PERCENT, type Quantity, quantitiesOf } from './numbers/quantities.js'
import { risenIn } from './numbers/risen.js'
import { plansIn } from './plans.js'
import { besideRate, readRate } from './rates.js'
import { furtherAbsencesIn } from './unnamed/absences.js'
import { type Reading, unnamedIn } from './unnamed/unnamed.js'

/** What is said in all sentences: statements, parts joined to their wholes; and by sentence, what was weighed and is none. */
export function draftsOf(sentences: readonly Sentence[]): {
  readonly drafts: Draft[]
  readonly aside: ReadonlyMap<number, readonly SetAside[]>
} {
  const drafts: Draft[] = []
  const aside = new Map<number, readonly SetAside[]>()
  const [rates, unnamed]: [Draft[], Draft[]] = [[], []]
  const lists = new Lists(drafts)
  const plannedFrom = plansIn(sentences)
  for (const [index, { section }] of sentences.entries()) {
    const texts = sentences.slice(Math.max(0, index - 3), index + 1).map((one) => one.text)
    const first = drafts.length
    const isPlanned = plannedFrom(index)
    const { absences, planned, ...reading } = readSentence(texts, { index, section, isPlanned }, drafts, rates, lists)
    const known = { absences, drafts: drafts.slice(first), section }
    const absent = furtherAbsencesIn(texts, index, known).filter(({ from }) => !isPlanned(from))
    const taken = [...reading.taken, ...absent.map(({ from, to }): Range => [from, to])]
    const further = unnamedIn(texts, index, { ...reading, taken })
    unnamed.push(...absent, ...further.drafts)
    const others = [...further.aside, ...planned]
    if (others.length > 0) aside.set(index, others)
  }
  const joined = joinedWhereTheyAddUp([...drafts, ...rates, ...unnamed], sentences)
  return { drafts: joinedWhereTheyAddUp(publishedAlong(joined, sentences), sentences), aside }
}

/** The last of `texts` is the sentence to be read, those before it are those before it. Returns what of it is read. */
function readSentence(
  texts: readonly string[],
  { index: sentence, section, isPlanned }: Told,
  drafts: Draft[],
  rates: Draft[],
  lists: Lists,
): Reading & { readonly absences: readonly Naming[]; readonly planned: readonly SetAside[] } {
  const text = texts.at(-1) ?? ''
  const near = texts.join('')
  const first = drafts.length
  const rows = rowsOfChanges(text, changesIn(text))
  const changes = rows.flat()
  const taken = changes.map(({ from, to }): Range => [from, to])
  let done = 0
  let gapFrom = 0
  const inChange = (quantity: Quantity) => changes.some(({ from, to }) => quantity.from >= from && quantity.from < to)
  const every = quantitiesOf(text)
  const planned = every.filter(({ from }) => isPlanned(from))
  const risen = risenIn(text)
  const earlier = every.filter(({ from, to }) =>
    risen.some((one) => !one.hasTime && from >= one.figureFrom && to < one.to),
  )
  const all = every.filter((one) => !planned.includes(one) && !earlier.includes(one))
  const quantities = all.filter((one) => isUnitOfKinds(one.unit) && !one.isRule && !inChange(one))
  const respective = respectiveWords(text, quantities, section)
  for (const quantity of quantities) {
    const here = {
      text,
      sentence,
      near,
      heading: texts.at(-2) ?? '',
      section,
      last: lastOf(drafts, sentence, texts),
      done,
      gapFrom,
      changes,
      risen: risen.find(({ to }) => to >= quantity.from && to < quantity.to) ?? null,
      siblings: drafts.slice(Math.max(first, drafts.length - MOST_PARTS)),
      respective: respective.get(quantity) ?? null,
    }
    if (quantity.unit === PERCENT) {
      if (quantity.from < done) continue
      const rate = readRate(quantity, here)
      if (rate === null) continue
      const others = alike(rate, text, quantity)
      rates.push(rate, ...(others.length > 0 ? others : besideRate(rate, text)))
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
    const end = Math.max(draft.to, behind)
    if (!draft.kind.passing) done = end
    gapFrom = /^[^(]*[,、;]$/.test(text.slice(quantity.to, draft.to + 1)) ? end : Math.max(quantity.to, behind)
    taken.push([quantity.from, end])
    drafts.push(...noneOfEach(draft), ...alike(draft, text, quantity), ...comparedWith(draft, text))
    if (parts.length > 0) joinParts(parts, draft, lists)
  }
  giveRespective(text, rows, drafts.slice(first), quantities)
  for (const { parts, whole } of sumsIn(drafts.slice(first))) joinParts(parts, whole, lists)
  const absences = absencesIn(text).filter(({ from }) => !isPlanned(from))
  for (const absence of absences) {
    if (drafts.slice(first).some((draft) => draft.kind === absence.kind && isCounted(text, absence, draft))) continue
    drafts.push(absentDraft(absence, text, sentence))
  }
  return {
    section,
    quantities: all,
    changes,
    taken,
    absences,
    respective,
    risen,
    planned: [...planned.map(asRule), ...earlier.map(asChange)],
  }
}

/** What is known of a sentence before it is read; `isPlanned` tells of a place whether a number there is still to be reached. */
interface Told {
  readonly index: number
  readonly section: string | null
  readonly isPlanned: (at: number) => boolean
}

/** The figure of another year that a change is told against, a statement of its own: 较2022年150件减少45件. */
function comparedWith(draft: Draft, text: string): Draft[] {
  const against = draft.change && figureAgainst(draft.change, text)
  if (!against || draft.key !== draft.kind.key || against.quantity.unit !== draft.unit) return []
  const [mention, ...others] = mentionsIn(against.time)
  if (mention === undefined || others.length > 0 || mention.to !== against.time.length) return []
  const { kind, key, unit, scope, sentence } = draft
  const { value, rounding, from, to } = against.quantity
  return [{ ...ALONE, kind, key, value, unit, rounding, scope, period: mention.words, sentence, from, to }]
}

const asRule = (quantity: Quantity): SetAside => ({ quantity, reason: 'rule' })
const asChange = (quantity: Quantity): SetAside => ({ quantity, reason: 'change' })

let units: ReadonlySet<string> | undefined

/** Whether kinds of the vocabulary are counted in a unit; where none is printed they may be. */
function isUnitOfKinds(unit: string): boolean {
  units ??= new Set(['', ...statementVocabulary().statements.flatMap((kind) => kind.units)])
  return units.has(unit)
}

/** As many parts as a list in a sentence has at most. */
const MOST_PARTS = 100

/** Whether the clause that seems to say there was none goes on to count them: 无正当理由申请行政复议3件. */
function isCounted(text: string, absence: Naming, draft: Draft): boolean {
  return draft.to > absence.from && !/[,。;:]/.test(text.slice(absence.from, draft.to))
}

function joinParts(parts: readonly Draft[], whole: Draft, lists: Lists): void {
  const group = lists.nextGroup()
  for (const part of parts) {
    part.whole = whole
    part.group = group
  }
}
