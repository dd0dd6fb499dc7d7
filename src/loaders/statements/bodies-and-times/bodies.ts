import { statementVocabulary } from '../../../forms/statement-words.js'
import type { Statement } from '../../../types.js'
import { escaped, longestFirst } from '../numbers/quantities.js'

interface Patterns {
  readonly subject: RegExp
  readonly defendant: RegExp
  readonly label: RegExp
}

let known: Patterns | undefined

function patterns(): Patterns {
  if (known !== undefined) return known
  const { bodies, period_words } = statementVocabulary()
  const any = (words: readonly string[]) => longestFirst(words).map(escaped).join('|')
  const time = `(?:20\\d\\d年度?|${any([...period_words.this_year, ...period_words.whole_year, ...period_words.last_year])})`
  const body = `(?!${any(bodies.not_begin)})(?<body>[\\u4e00-\\u9fff\\ue000-\\uf8ff、]{0,24}?(?:${any(bodies.endings)})[\\ue000-\\uf8ff]?)`
  known = {
    subject: new RegExp(
      `^(?:${time}|${any(bodies.leads)})*${body}(?:${time}|${any(bodies.adverbs)})*(?=${any(bodies.verbs)})`,
    ),
    defendant: new RegExp(`以${body}为被告`),
    label: new RegExp(`^${body}$`),
  }
  return known
}

/**
 * The body of which a clause tells: 省政府办公厅收到申请, 以县政府为被告的行政诉讼. Empty where it is the one that reports (我厅收到);
 * `null` where the clause names none. Brackets are signs of the private area here.
 */
export function bodyOf(clause: string): string | null {
  const { subject, defendant } = patterns()
  const body = (subject.exec(clause) ?? defendant.exec(clause))?.groups?.body
  if (body === undefined || isMatter(body)) return null
  return isOwnWord(body) ? '' : body
}

/** The label of a part that is the name of a body: 区直部门60件. */
export function bodyNamed(label: string): string | null {
  const body = patterns().label.exec(label)?.groups?.body
  return body === undefined || isMatter(body) || isOwnWord(body) ? null : body
}

/**
 * The body, or the word for some bodies, that alone stands between two figures, with no more than the verb of the first said again;
 * `null` where there is more or none.
 *
 * @param said the words of the first
 */
export function bodyBetween(gap: string, said: string): string | null {
  const words =
    /^[,;、]而?(?!其中|包括|含)(?<words>[\u4e00-\u9fff()、]{2,24}?)(?:共|累计)?(?:为|有|是)?$/.exec(gap)?.groups
      ?.words ?? ''
  const verb = words.slice(-2)
  const name = (said.includes(verb) ? words.slice(0, -2) : words).replace(/(?:共|累计)$/, '')
  const isListed = statementVocabulary().scopes.some(({ word }) => word === name)
  return isListed || (name.length > 2 && bodyNamed(name) !== null) ? name : null
}

function isMatter(body: string): boolean {
  return statementVocabulary().bodies.not_within.some((word) => body.includes(word))
}

function isOwnWord(body: string): boolean {
  return /^(?:[我本]|全(?!国))/.test(body) || statementVocabulary().bodies.own.includes(body)
}

/** Statements of which the scope is the name of the body that reports are of nobody else: 县财政局 in the report of 青山县财政局. */
export function ownScopes<T extends { readonly statements: readonly Statement[] }>(read: T, issuer: string | null): T {
  if (issuer === null) return read
  const isListed = (scope: string) => statementVocabulary().scopes.some(({ word }) => word === scope)
  return {
    ...read,
    statements: read.statements.map((one) =>
      one.scope !== null && !isListed(one.scope) && isShortFor(one.scope, issuer) ? { ...one, scope: null } : one,
    ),
  }
}

/** Whether a name is another with characters left out (市住建局), or with more before it. */
function isShortFor(name: string, full: string): boolean {
  if (name.endsWith(full)) return true
  let at = 0
  for (const char of full) if (char === name[at]) at++
  return at === name.length
}
