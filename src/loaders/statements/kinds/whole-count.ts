import { denialWords } from '../../../forms/denial-words.js'
import { type StatementKind, statementVocabulary } from '../../../forms/statement-words.js'
import { scopeIn } from '../bodies-and-times/context.js'
import { escaped, longestFirst } from '../numbers/quantities.js'
import type { Around } from './matter.js'
import { once } from './phrase-patterns.js'

/**
 * The kind of a count of published information of which the sentence tells nothing but whose it is and when: 2021年,全县累计公开信息3402条
 * counts what was disclosed in all, behind 公开专栏 or under a heading of a field what stands there.
 *
 * @param lead the sentence before the words of the phrase
 * @param phrase these words, up to the number
 */
export function wholeCount(kind: StatementKind, lead: string, phrase: string, around: Around): StatementKind {
  const { key, is, sections, not_under } = denialWords().counted.wholes
  if (kind.key !== key || (around.section !== null && !sections.includes(around.section))) return kind
  if (not_under.some((word) => around.heading.includes(word))) return kind
  const { named, fillers } = patterns()
  if (!named.test(phrase) || phrase.replace(named, '').replace(fillers, '') !== '') return kind
  if (withoutPlain(lead, phrase) !== '') return kind
  return statementVocabulary().statements.find((one) => one.key === is) ?? kind
}

const patterns = once(() => {
  const any = (list: readonly string[]) => `(?:${longestFirst(list).map(escaped).join('|')})`
  const { fillers, openings, period_words, bodies } = statementVocabulary()
  const { words, plain } = denialWords().counted.wholes
  const times = [...period_words.this_year, ...period_words.whole_year]
  const said = [...fillers, ...openings, ...times, ...bodies.leads, ...bodies.adverbs, ...plain]
  return {
    named: new RegExp(`^${any(words)}`),
    fillers: new RegExp(any(fillers), 'g'),
    plain: new RegExp(`${DATE}|${any(said)}`, 'g'),
  }
})

const DATE =
  '(?:20\\d\\d年度?)?(?:\\d{1,2}月(?:\\d{1,2}日|底|末)?)?[至到-]?(?:20\\d\\d年度?|\\d{1,2}月(?:\\d{1,2}日|底|末)?)'

/** What is left of the words before a count without its time, the body and words that tell nothing. */
function withoutPlain(lead: string, phrase: string): string {
  return lead
    .replace(scopeIn(lead + phrase) ?? '', '')
    .replace(patterns().plain, '')
    .replace(/[^\u4e00-\u9fffA-Za-z\d]/g, '')
}
