import { statementVocabulary } from '../../forms/statement-words.js'
import { escaped, longestFirst } from './quantities.js'

/** The words that name a quantity of no known kind, and where they begin and end in the sentence. */
export interface Label {
  readonly label: string
  readonly from: number
  readonly to: number
}

/** A label is no longer than this; of a longer clause its end. */
const LONGEST = 40

/**
 * The words of the sentence that name the number in `[from, to)`: the noun behind its unit (12个专栏), else the words of the
 * clause before it, without connectives and adverbs; `null` where there are none.
 *
 * @param begin where the words of the quantity before it end
 * @param clauses in how many clauses before the number its words may stand
 */
export function labelFor(text: string, begin: number, from: number, to: number, clauses = 2): Label | null {
  const noun = nounBehind(text, to)
  const before = wordsBefore(text, begin, from, clauses)
  if (noun !== null) return noun
  return before !== null && !isVerb(before.label) ? before : null
}

function nounBehind(text: string, to: number): Label | null {
  const { not_nouns, cut_at, adjectives } = statementVocabulary().unnamed
  const qualified = adjectives.find((word) => text.startsWith(`${word}的`, to))
  if (qualified !== undefined) return nounBehind(text, to + qualified.length)
  const found = /^的?(?<noun>[\u4e00-\u9fffA-Za-z]{2,24})(?=[,。;、:()!?"]|$)/.exec(text.slice(to, to + 30))
  const words = found?.groups?.noun
  if (words === undefined || not_nouns.some((word) => words.startsWith(word))) return null
  const cut = Math.min(words.length, ...cut_at.map((word) => words.indexOf(word, 2)).filter((at) => at > 0))
  const begin = to + (found?.[0].length ?? 0) - words.length
  return { label: words.slice(0, cut), from: begin, to: begin + cut }
}

function wordsBefore(text: string, begin: number, from: number, most: number): Label | null {
  const { lead, tail } = edges()
  const opening = text.slice(begin, from)
  const clauses = [...opening.matchAll(/[^,。;:()]+/g)].slice(-most).reverse()
  for (const { index, 0: clause } of clauses) {
    const end = clause.length - (tail.exec(clause)?.[0].length ?? 0)
    const start = lead.exec(clause)?.[0].length ?? 0
    const words = endOf(clause.slice(start, end))
    if (/[\u4e00-\u9fff]{2}/.test(words) && !isScope(words))
      return { label: words, from: begin + index + end - words.length, to: begin + index + end }
  }
  return null
}

/** The end of a long row of words, and what stands behind numbers in it, from the begin of an item on. */
function endOf(words: string): string {
  const last = words.slice(-LONGEST)
  return (last.length < words.length ? last.replace(/^[^、]*、/, '') : last).replace(/^.*\d[^、]*(?:、|$)/, '')
}

function isScope(words: string): boolean {
  return statementVocabulary().scopes.some(({ word }) => word === words)
}

function isVerb(words: string): boolean {
  return statementVocabulary().unnamed.verbs.includes(words)
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
