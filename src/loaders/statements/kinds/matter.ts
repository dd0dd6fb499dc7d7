import { type StatementFamily, type StatementKind, statementVocabulary } from '../../../forms/statement-words.js'
import { escaped, longestFirst } from '../numbers/quantities.js'
import type { Phrase } from './phrase-patterns.js'

/** The words around a quantity that decide what it counts. */
export interface Around {
  /** From the statement before it to the number (with 约, 近 …), and from the unit on. */
  readonly before: string
  readonly after: string
  /** The whole sentence, and that up to the number. */
  readonly whole: string
  readonly sentence: string
  /** This sentence and the three before it; `upTo` ends at the number. */
  readonly near: string
  readonly upTo: string
  /** The sentence before this one, which may be a heading. */
  readonly heading: string
  /** The kind of the quantity right before this one in the sentence. */
  readonly previous: StatementKind | null
  readonly recent: Recent | null
  /** What the section around is about. */
  readonly section: string | null
}

/** The last statement of this sentence or the one before it. */
export interface Recent {
  readonly family: string
  /** How many characters stand between it and the number. */
  readonly back: number
}

/** Whether the family's matter is spoken of in this very sentence, or a statement of it was read right before. */
export function isClose(phrase: Named, around: Around): boolean {
  const { recent, whole } = around
  const { requires = [], akin = [] } = phrase.family
  if ((recent !== null && akin.includes(recent.family)) || whole.startsWith('其中')) return true
  return requires.some((word) => whole.includes(word)) || isUnder(phrase, around) || isTheOnly(phrase.family, around)
}

/** Whether the sentence tells that it divides what came by who asked (从申请主体看,自然人15件), and nothing near is of another matter. */
export function isDivided({ divided_by = [], rivals = [] }: StatementFamily, { sentence, upTo }: Around): boolean {
  return divided_by.some((word) => sentence.includes(word)) && !rivals.some((word) => upTo.includes(word))
}

const TITLE = /(?:信息|政务)公开(?:工作)?(?:情况)?的?年度?(?:工作)?报告/g
const masked = (title: string) => '_'.repeat(title.length)

type Named = Pick<Phrase, 'family' | 'text'>

/** The words around a quantity with the report's title in them or masked, and where words stand last in them: many phrases ask it. */
interface Asked {
  readonly near: string
  readonly upTo: string
  readonly places: Map<string, number>
}

const asked = new WeakMap<Around, { readonly plain: Asked; readonly masked: Asked }>()

function askedOf(around: Around): { readonly plain: Asked; readonly masked: Asked } {
  const known = asked.get(around)
  if (known !== undefined) return known
  const { near, upTo } = around
  const plain = { near, upTo, places: new Map() }
  const both = {
    plain,
    masked: { near: near.replace(TITLE, masked), upTo: upTo.replace(TITLE, masked), places: new Map() },
  }
  asked.set(around, both)
  return both
}

/** Where a word stands last before the number. */
function lastIn({ upTo, places }: Asked, word: string): number {
  const known = places.get(word) ?? upTo.lastIndexOf(word)
  places.set(word, known)
  return known
}

/** Whether the family's own matter is named near or the section is about it, and none of its rivals has been named since. */
export function isOnTopic({ family, text }: Named, around: Around): boolean {
  const { requires = [], akin = [], sections = [], not_by_title } = family
  const rivals = (family.rivals ?? []).filter((word) => !text.includes(word))
  const { recent } = around
  const words = askedOf(around)[not_by_title ? 'masked' : 'plain']
  const { near, upTo } = words
  const last = (some: readonly string[]) => some.reduce((most, word) => Math.max(most, lastIn(words, word)), -1)
  const statement = recent !== null && akin.includes(recent.family) ? upTo.length - recent.back : -1
  const isHome = around.section !== null && sections.includes(around.section)
  const own = Math.max(last(requires), statement, isHome ? upTo.length - around.sentence.length - 1 : -1)
  if (own < 0 && !requires.some((word) => near.includes(word))) return isTheOnly(family, around)
  return last(rivals) <= own
}

/**
 * Whether the sentence has a word that other matters share (自然人申请), and nothing near tells of another: no rival, and the family's noun in no
 * words but those that are known.
 */
function isTheOnly(family: StatementFamily, around: Around): boolean {
  const { shared } = family
  const { sentence, upTo, whole } = around
  if (shared === undefined || !shared.words.some((word) => whole.includes(word))) return false
  const { rivals = [], not_in_span = [], not_in_sentence = [] } = family
  if ([...rivals, ...not_in_span, ...not_in_sentence].some((word) => upTo.includes(word))) return false
  const earlier = upTo.slice(0, upTo.length - sentence.length)
  return !`${earlier}${whole}`.replace(knownWords(family), '').includes(shared.noun)
}

const knownByFamily = new Map<string, RegExp>()

/** The words of a family's matter, and those with its noun in them that tell of none. */
function knownWords({ key, requires = [], shared }: StatementFamily): RegExp {
  const words = longestFirst([...requires, ...(shared?.words ?? []), ...(shared?.neutral ?? [])]).map(escaped)
  const known = knownByFamily.get(key) ?? new RegExp(words.join('|'), 'g')
  knownByFamily.set(key, known)
  return known
}

/**
 * Whether nothing but the family's matter is spoken of: in its own section, or behind its label in the sentence (依申请公开:收到17件) or
 * right before it (依申请公开情况。), with no rival named since.
 */
export function isUnder({ family, text }: Named, around: Around): boolean {
  const { requires = [], rivals = [], sections = [], not_in_sentence = [] } = family
  const { sentence, section } = around
  if ([...rivals, ...not_in_sentence].some((word) => sentence.includes(word) && !text.includes(word))) return false
  if (section !== null && sections.includes(section)) return true
  const own = LABEL.exec(sentence)?.[0] ?? ''
  const before = HEADING.exec(around.heading)?.groups?.heading ?? labelBefore(around.heading, rivals)
  return requires.some((word) => own.includes(word) || before.includes(word))
}

/** The label of a sentence that counts nothing and speaks of no other matter: 依申请公开方面,我局规范答复流程。 */
function labelBefore(sentence: string, rivals: readonly string[]): string {
  const isPlain = !/\d/.test(sentence) && !rivals.some((word) => sentence.includes(word))
  return isPlain ? (LABEL.exec(sentence)?.[0] ?? '') : ''
}

/** Behind a bare verb and its number no noun of another matter may stand (公开3件典型案例), nor a purpose of its own. */
export const ITEM_END =
  /^(?:的?(?:申请|依申请|信息公开|政府信息|公开申请)|左右|中|$|[,。;、:()](?!(?:主要)?用于(?![^,。;]*公开)))/

/** What a sentence is about, before its first clause (依申请公开方面,; 二是依申请公开更加规范,); and a short sentence without a number, which is a heading. */
const LABEL = /^(?:[^,。;:]{2,24}(?::|(?:方面|情况|工作),)|[一二三四五六七八九十]是[^,。;:\d]{2,24},)/
const HEADING = /^(?:\(?\d{1,2}[.、)])?(?<heading>[^,。;:\d]{2,24})[。:]?$/

/**
 * Whether the kind right before is the same, one this may be a part of (复议3件,纠错1件), another part of that in its own family (behind who
 * asked 其他1件 is no outcome), or one this follows.
 */
export function goesOn(kind: StatementKind, previous: StatementKind | null): boolean {
  const { key, part_of = [], follows = [], follows_only } = kind
  if (previous === null) return false
  if (follows.includes(previous.key)) return true
  if (follows_only) return false
  if (previous.key === key || part_of.includes(previous.key)) return true
  return previous.family === kind.family && (previous.part_of?.some((whole) => part_of.includes(whole)) ?? false)
}

/** Whether the subject of a wording that goes on is named before, with no quantity and no other subject since: 规范性文件情况:制发3件,废止1件. */
export function isSubject({ kind, family }: Phrase, { upTo, previous }: Around): boolean {
  if (kind.subjects === undefined || (previous !== null && previous.family !== kind.family)) return false
  if (family.rivals?.some((word) => upTo.includes(word))) return false
  const text = upTo.slice(-SUBJECT_REACH).replace(/^.*\d(?![\d年月日])/, '')
  const subjects = statementVocabulary().statements.flatMap((one) => one.subjects ?? [])
  const last = (words: readonly string[]) => Math.max(-1, ...words.map((word) => text.lastIndexOf(word)))
  return last(kind.subjects) >= 0 && last(kind.subjects) === last(subjects)
}

const SUBJECT_REACH = 60
