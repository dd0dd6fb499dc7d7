import { type StatementKind, statementVocabulary } from '../../../forms/statement-words.js'
import { type AbsentThing, thingsAbsentIn } from '../absences/absent-things.js'
import { periodIn, scopeIn } from '../bodies-and-times/context.js'
import { ALONE, type Draft } from '../draft.js'
import { deniedKinds, isOfSome } from '../kinds/denied.js'
import type { Naming } from '../kinds/phrases.js'
import { kindOfUnnamed } from './kind.js'
import { isOfDisclosure } from './topic.js'

/** What of a sentence is read already: the absences that wordings of the vocabulary say, and its other statements. */
interface Known {
  readonly absences: readonly Naming[]
  readonly drafts: readonly Draft[]
  /** What the section around is about. */
  readonly section: string | null
}

/**
 * What a sentence says there was none of (未发生失泄密事件, 没有复议、诉讼及申诉) beside what the wordings of the vocabulary say: each thing is
 * a statement of the value 0, of the kind its noun has or, where it has none, with the words of the report as label.
 *
 * @param texts the sentence, behind those before it
 */
export function furtherAbsencesIn(texts: readonly string[], sentence: number, known: Known): Draft[] {
  const text = texts.at(-1) ?? ''
  const drafts: Draft[] = []
  for (const thing of thingsAbsentIn(text)) {
    const { from, to, label } = thing
    for (const kind of kindsOf(thing, text)) {
      const { key, units } = kind
      const isNamed = kind !== kindOfUnnamed()
      if (isRead(thing, known)) continue
      if (!isNamed && known.absences.some((one) => one.from < thing.at && one.to > thing.at)) continue
      if (isNamed && [...known.drafts, ...drafts].some((one) => one.key === key)) continue
      if (!isFact(text, from, to) || !isAbout(texts, thing, known.section)) continue
      drafts.push({
        ...ALONE,
        kind,
        key,
        value: 0,
        unit: isNamed ? (units[0] ?? '') : thing.unit,
        rounding: null,
        scope: scopeIn(text.slice(0, to)),
        period: periodIn(text.slice(0, from)),
        label: isNamed ? null : label,
        sentence,
        from,
        to,
      })
    }
  }
  return drafts
}

/** The kinds of which there was none: where its own words narrow it the unnamed one, none where words before it do. */
function kindsOf(thing: AbsentThing, text: string): readonly StatementKind[] {
  const named = kindOf(thing)
  const { from, at, to } = thing
  if (isOfSome(text.slice(Math.max(0, from - 200), from), named)) return []
  const denied = named === undefined || thing.isByWay ? [] : deniedKinds(named, text, from, to)
  if (denied === 'none') return []
  if (denied === 'narrower')
    return named !== undefined && deniedKinds(named, text, at, to) === 'narrower' ? [kindOfUnnamed()] : []
  return denied.length > 0 ? denied : [named ?? kindOfUnnamed()]
}

/** The kind a thing is of, unless its words are those of something else (逾期办理的申请, 被纠错的复议). */
function kindOf({ key, label }: AbsentThing): StatementKind | undefined {
  const { statements, families, absent_unless_behind } = statementVocabulary()
  const kind = statements.find((one) => one.key === key)
  const { not_in_span = [] } = families.find((one) => one.key === kind?.family) ?? {}
  const noun =
    statementVocabulary().unnamed.absent_nouns.find(({ word }) => label.endsWith(word) && word.length > 1)?.word ?? ''
  const others = [...not_in_span, ...absent_unless_behind].filter((word) => !noun.includes(word))
  return others.some((word) => label.includes(word)) ? undefined : kind
}

/** Whether a wording says it already, or another statement stands there; the fees of a row are fees together. */
function isRead({ key, isByWay, unit, at, from, to }: AbsentThing, { absences, drafts }: Known): boolean {
  const isFee = key === undefined && unit === '元'
  const isKept = key !== undefined && !isByWay
  return (
    absences.some((one) => one.kind.key === key || (!isKept && one.to > at && one.to <= to)) ||
    absences.some((one) => isFee && one.kind.units.includes(unit) && one.from < to && one.to > from) ||
    drafts.some((one) => one.value !== 0 && one.from < to && one.to > from)
  )
}

/** Hopes, conditions and prohibitions say nothing. */
export function isFact(text: string, from: number, to: number): boolean {
  const clause = `${/[^,。;:]*$/.exec(text.slice(0, from))?.[0] ?? ''}${text.slice(from, to)}`
  const { not_facts, unnamed } = statementVocabulary()
  return ![...not_facts, ...unnamed.absent_not].some((word) => clause.includes(word))
}

function isAbout(
  texts: readonly string[],
  { needs, key, unit, from, to }: AbsentThing,
  section: string | null,
): boolean {
  const text = texts.at(-1) ?? ''
  const clause = `${/[^,。;:]*$/.exec(text.slice(0, from))?.[0] ?? ''}${text.slice(from, to)}`
  const near = `${(texts.at(-2) ?? '').slice(-NEAR)}${text.slice(0, to)}`.slice(-NEAR - clause.length)
  const { statements, families } = statementVocabulary()
  const kind = statements.find((one) => one.key === key)
  const family = families.find((one) => one.key === kind?.family)
  const isHome = section !== null && (family?.sections?.includes(section) ?? false)
  if (needs !== undefined && !isHome && !needs.some((word) => near.includes(word))) return false
  if (family?.not_absent_by?.some((word) => clause.includes(word))) return false
  return isOfDisclosure({
    unit,
    clause,
    next: '',
    before: [text.slice(0, from), ...texts.slice(0, -1).reverse()],
    goesOn: false,
    isItem: false,
  })
}

/** What such words are named of stands in the clause or so many characters before it. */
const NEAR = 60
