import { denialWords } from '../../../forms/denial-words.js'
import { statementVocabulary } from '../../../forms/statement-words.js'
import { escaped, longestFirst } from '../numbers/quantities.js'
import { once, type Phrase } from './phrase-patterns.js'

/**
 * Whether words that a phrase may not have before it or in it stand there: those of its family and its kind, and a negation (未回复留言2条
 * counts no replies). A phrase that goes on behind a figure names its noun alone, so that the words before it in the clause are its own.
 *
 * @param opening the words before the phrase
 * @param span the words of the phrase with what it leaves open
 */
export function isExcluded({ kind, family, text, strength }: Phrase, opening: string, span: string): boolean {
  const { not_before = [] } = family
  const bare = withoutAdverbs(opening)
  const { negations } = statementVocabulary()
  if ([...not_before, ...negations].some((word) => opening.endsWith(word) || bare.endsWith(word))) return true
  if (deniedVerb().test(opening.slice(-30))) return true
  const lead = /[^,。;:、]*$/.exec(opening)?.[0] ?? ''
  if (any(family.not_in_clause, lead) || any(kind.not_in_clause, lead)) return true
  const words = strength === 'continued' ? lead + span : span
  if (strength === 'continued' && any(kind.not_in_gap, opening)) return true
  const isOther = (word: string) => !text.includes(word)
  return any(family.not_in_span?.filter(isOther), words) || any(kind.not_in_span?.filter(isOther), words)
}

/** 尚未回复网民留言6条: a verb denied before what is counted, whose phrase may begin a word later. */
const deniedVerb = once(() => {
  const { negations, bodies } = statementVocabulary()
  const oneOf = (words: readonly string[]) => `(?:${longestFirst(words).map(escaped).join('|')})`
  return new RegExp(
    `${oneOf(negations)}${oneOf(denialWords().counted.adverbs)}{0,2}${oneOf(bodies.verbs.filter((word) => word.length === 2))}(?:的|了|过)?[\\u4e00-\\u9fff]{0,4}$`,
  )
})

function any(list: readonly string[] | undefined, words: string): boolean {
  return list?.some((word) => words.includes(word)) ?? false
}

/** Words without the adverbs they end in: 未主动 before 公开的信息 denies it like 未. */
function withoutAdverbs(words: string): string {
  const adverb = denialWords().counted.adverbs.find((word) => words.endsWith(word))
  return adverb === undefined ? words : withoutAdverbs(words.slice(0, -adverb.length))
}
