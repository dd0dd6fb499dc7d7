import { denialWords } from '../../../forms/denial-words.js'
import { statementVocabulary } from '../../../forms/statement-words.js'
import { escaped, longestFirst, type Quantity } from '../numbers/quantities.js'
import type { Naming } from './phrases.js'

/**
 * The topic that a count of published information is of alone, in the words of the report (公开规划信息8条: 规划信息); `null`
 * where it is told of none.
 */
export function topicLabel({ kind, from, to, words = [] }: Naming, text: string, quantity: Quantity): string | null {
  const { kinds, nouns } = denialWords().counted.topics
  if (!kinds.includes(kind.key)) return null
  const behind = topicIn(text.slice(quantity.to, to))
  if (behind !== null) return behind
  const isNoun = nouns.some((noun) => words[0]?.startsWith(noun))
  const begin = isNoun
    ? from - (/[^,。;:、()\d]*$/.exec(text.slice(Math.max(0, from - 40), from))?.[0].length ?? 0)
    : from
  return topicIn(text.slice(begin, quantity.from))
}

interface Patterns {
  readonly verb: RegExp
  readonly plain: RegExp
  readonly edges: RegExp
}

let known: Patterns | undefined

function patterns(): Patterns {
  if (known !== undefined) return known
  const any = (list: readonly string[]) => `(?:${longestFirst(list).map(escaped).join('|')})`
  const { fillers, scopes, unnamed } = statementVocabulary()
  const { plain, nouns, verbs } = denialWords().counted.topics
  const counting = any([...fillers.filter((word) => !nouns.includes(word)), '等'])
  const mark = '[^\\u4e00-\\u9fffA-Za-z)"]'
  known = {
    verb: new RegExp(`^.*${any([...unnamed.publishing, ...verbs])}(?!目录)`),
    plain: new RegExp(
      `(?:${any([...plain, ...fillers, ...scopes.map(({ word }) => word)])}|[^\\u4e00-\\u9fffA-Za-z])`,
      'g',
    ),
    edges: new RegExp(`^(?:${counting}|${mark})+|(?:${counting}|${mark})+$`, 'g'),
  }
  return known
}

const YEAR = /20\d\d年度?/g

/** The words behind the verb of publishing, if any of them tells a topic. */
function topicIn(words: string): string | null {
  const { verb, plain, edges } = patterns()
  const last = words
    .replace(YEAR, '')
    .replace(edges, '')
    .replace(/^.*\d[^、]*、/, '')
  const topic = last.replace(verb, '').replace(edges, '') || last
  if (/\d/.test(topic)) return null
  return /[\u4e00-\u9fff]{2}/.test(topic.replace(plain, '')) ? topic : null
}
