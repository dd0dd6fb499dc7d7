import { statementVocabulary } from '../../../forms/statement-words.js'
import { periodBehind } from '../bodies-and-times/period-mentions.js'
import { escaped, longestFirst } from '../numbers/quantities.js'

/** The words that name a quantity of no known kind, and where they begin and end in the sentence. */
export interface Label {
  readonly label: string
  readonly from: number
  readonly to: number
}

/** A label is no longer than this; of a longer clause its end. */
const LONGEST = 40

/** A number in `[from, to)` of a sentence, where the words of the one before it end, and the words of that if they may be its own. */
interface Numbered {
  readonly text: string
  readonly begin: number
  readonly from: number
  readonly to: number
  readonly last: Label | null
  /** A rank or the like, of which the words before it tell. */
  readonly isMeasure: boolean
}

/**
 * The words of the sentence that name a number: the noun behind its unit (12个专栏), else the words of the clause before it without
 * connectives and adverbs, those of the number before it if there is but a verb (工作动态40条,新增5条), else what is said behind it;
 * `null` where there are none.
 */
export function labelFor({ text, begin, from, to, last, isMeasure }: Numbered): Label | null {
  const noun = isMeasure ? null : nounBehind(text, to)
  if (noun !== null) return noun
  const [near, far] = wordsBefore(text, begin, from)
  if (near !== undefined && !isVerb(near.label) && !(isMeasure && saysRank(near.label))) return near
  const subject = last ?? far
  if (subject !== null && subject !== undefined && !isVerb(subject.label))
    return { ...subject, label: `${subject.label}${near?.label ?? verbBefore(text.slice(begin, from))}` }
  if (near !== undefined && !isVerb(near.label)) return near
  const behind = wordsBehind(text, to) ?? nounBehindNext(text, to)
  return behind && isMeasure ? { ...behind, label: `${near?.label ?? ''}${behind.label}` } : (behind ?? near ?? null)
}

/** Whether words begin with the verb of a rank, so that what is ranked stands before them. */
function saysRank(words: string): boolean {
  return statementVocabulary().unnamed.measures.ranks.some((word) => words.startsWith(word))
}

/** The verb a text ends in, which tells what is counted where a subject stands before it (新增, 办结). */
function verbBefore(text: string): string {
  return statementVocabulary().unnamed.verbs.find((word) => text.endsWith(word)) ?? ''
}

function nounBehind(text: string, to: number): Label | null {
  const { not_nouns, cut_at, adjectives } = statementVocabulary().unnamed
  const qualified = adjectives.find((word) => text.startsWith(`${word}的`, to))
  if (qualified !== undefined) return nounBehind(text, to + qualified.length)
  if (periodBehind(text.slice(to)) !== undefined) return null
  const words = /^的?(?<noun>[\u4e00-\u9fffA-Za-z]{2,24})/.exec(text.slice(to, to + 30))?.groups?.noun
  if (words === undefined || not_nouns.some((word) => words.startsWith(word))) return null
  const begin = to + (text[to] === '的' ? 1 : 0)
  const ends = [...cut_at.map((word) => words.indexOf(word, 2)), words.search(NEXT_NUMBER)]
  const cut = Math.min(words.length, ...ends.filter((at) => at > 0))
  const isWhole =
    cut < words.length || /^(?:[,。;、:()!?"]|$)/.test(text.slice(begin + words.length, begin + words.length + 1))
  return isWhole ? { label: words.slice(0, cut), from: begin, to: begin + cut } : null
}

/** The noun behind the next number, of which this tells in another unit: 共3类28项公开事项. */
function nounBehindNext(text: string, to: number): Label | null {
  const next = /^\d{1,7}[\u4e00-\u9fff]/.exec(text.slice(to, to + 8))?.[0]
  const noun = next === undefined ? null : nounBehind(text, to + next.length)
  return noun && { label: noun.label, from: to, to }
}

/** Where a noun is followed by another number: 四个视频号和两个平台. */
const NEXT_NUMBER = /(?<=..)[和及与][一二两三四五六七八九十]+[个名位家种项]/

/** The words of the clause before a number, and those of the clause before that. */
function wordsBefore(text: string, begin: number, from: number): Label[] {
  const { lead, tail } = edges()
  const opening = text.slice(begin, from)
  if (PREDICATE.test(opening)) return []
  const clauses = [...opening.matchAll(/[^,。;:()]+/g)].slice(-2).reverse()
  return clauses.flatMap(({ index, 0: clause }) => {
    const end = clause.length - (tail.exec(clause)?.[0].length ?? 0)
    const start = lead.exec(clause)?.[0].length ?? 0
    const label = endOf(clause.slice(start, end))
    const at = begin + index + end
    return /[\u4e00-\u9fff]{2}/.test(label) && !isScope(label) ? { label, from: at - label.length, to: at } : []
  })
}

/** 5件为去年收到,: what a clause says of the number that begins it is said of that alone. */
export const PREDICATE = /^[均都]?[属为是系][^,;]*[,;]$/

/** The words of a clause that begins with its number: 6件均按时答复. */
function wordsBehind(text: string, to: number): Label | null {
  if (periodBehind(text.slice(to)) !== undefined) return null
  const clause = /^[^,。;:、()"\d]{2,40}/.exec(text.slice(to, to + LONGEST))?.[0] ?? ''
  const start = edges().lead.exec(clause)?.[0].length ?? 0
  const label = clause.slice(start)
  return /[\u4e00-\u9fff]{2}/.test(label) ? { label, from: to + start, to: to + clause.length } : null
}

/** The end of a long row of words, and what stands behind numbers in it, from the begin of an item on. */
function endOf(words: string): string {
  const last = words.slice(-LONGEST)
  const item = last.length < words.length ? last.replace(/^[^、]*、/, '') : last
  return item.replace(/^.*\d[^、]*(?:、|$)/, '') || item
}

function isScope(words: string): boolean {
  return statementVocabulary().scopes.some(({ word }) => word === words)
}

function isVerb(words: string): boolean {
  return statementVocabulary().unnamed.verbs.includes(words.replace(/^[新又已](?!增|建)/, ''))
}

let known: { readonly lead: RegExp; readonly tail: RegExp } | undefined

function edges() {
  if (known !== undefined) return known
  const { leading, trailing, whole_words } = statementVocabulary().unnamed
  const first = longestFirst(leading).map((word) => {
    const rest = whole_words.filter((one) => one.startsWith(word)).map((one) => one.slice(word.length))
    return rest.length === 0 ? escaped(word) : `${escaped(word)}(?!${rest.map(escaped).join('|')})`
  })
  const last = longestFirst(trailing).map((word) => {
    const rest = whole_words.filter((one) => one.endsWith(word)).map((one) => one.slice(0, -word.length))
    return rest.length === 0 ? escaped(word) : `(?<!${rest.map(escaped).join('|')})${escaped(word)}`
  })
  known = {
    lead: new RegExp(`^(?:20\\d\\d年度?|[^\\u4e00-\\u9fffA-Za-z"《]|${first.join('|')}){0,12}`),
    tail: new RegExp(`(?:20\\d\\d年度?|[^\\u4e00-\\u9fffA-Za-z"》)]|${last.join('|')}){0,12}$`),
  }
  return known
}
