import { statementVocabulary } from '../../../forms/statement-words.js'
import { bodyOf } from './bodies.js'
import { isOfWholeYear, periodSaid } from './period.js'
import { periodBehind } from './period-mentions.js'

/**
 * Whom a figure covers, by the words before it in its sentence: the body its clause tells of, or the scope word that stands last;
 * else that of the clauses before. Words for some bodies (各乡镇) hold for their own clause only, and a total (合计) is not that of
 * the last of several.
 */
export function scopeIn(text: string): string | null {
  const { plain, restored } = hidden(text)
  const segments = plain.split(';')
  const clauses = (segments.at(-1) ?? '').split(',').reverse()
  const [own = '', ...earlier] = clauses
  const item = ITEM.exec(own)?.groups?.item ?? own
  const said = lastWord(item, true) ?? bodyOf(item) ?? (item === own ? null : (lastWord(own, true) ?? bodyOf(own)))
  if (said !== null) return restored(said) || null
  if (isTotal(own) && new Set(earlier.map(partIn).filter((part) => part !== null)).size > 1) return null
  const isWhole = isOfWholeYear(own)
  for (const clause of earlier) {
    const before = lastWord(clause, false) ?? (isWhole ? null : bodyOf(clause))
    if (before !== null) return restored(before) || null
  }
  return segments.length > 1 ? lastWord(segments[0] ?? '', false) : null
}

/** The last item of a row whose items have figures of their own: 我局收到5件、市局收到12件. */
const ITEM = /\d[余多]?[万千百]?[\u4e00-\u9fff]{1,2}、(?<item>[^、]*)$/

/** The body a clause tells of, or its word for some of the bodies or the issuing one alone. */
function partIn(clause: string): string | null {
  const word = lastWord(clause, true)
  const { scopes } = statementVocabulary()
  return word === null ? bodyOf(clause) : scopes.some((one) => one.word === word && one.reach !== 'whole') ? word : null
}

const TOTAL = /^(?:以上)?(?:合计|总计|共计|一共|总共|共)(?:为|有)?$/
const isTotal = (clause: string) => TOTAL.test(clause)

/** 各部门、29家企业均…: what is counted stands beside these bodies, and is none of theirs. */
const BESIDE = /^(?:[、和与]|以?及)$/

function lastWord(clause: string, isOwn: boolean): string | null {
  let best: { word: string; end: number } | null = null
  const { scopes, not_scope_before, not_scope_behind, scope_in_ground } = statementVocabulary()
  for (const { word, reach } of scopes) {
    if (reach === 'part' && !isOwn) continue
    const at = clause.lastIndexOf(word)
    if (at < 0) continue
    const end = at + word.length
    if (not_scope_before.some((other) => clause.startsWith(other, end)) || BESIDE.test(clause.slice(end))) continue
    if (scope_in_ground.some((other) => clause.endsWith(other, at))) continue
    if (reach === 'part' && not_scope_behind.some((other) => clause.endsWith(other, at))) continue
    if (best === null || end > best.end || (end === best.end && word.length > best.word.length)) best = { word, end }
  }
  return best?.word ?? null
}

/** The period a figure covers, by the words before it in its sentence; `null` where the sentence says nothing or only this year (全年, 今年). */
export function periodIn(text: string): string | null {
  return saidOf(text) ?? null
}

/** The period of the figure between two texts: that told of it alone behind it (2件为今年), else that of the words before it. */
export function periodAround(before: string, behind: string): string | null {
  const own = periodBehind(behind)
  return own === undefined ? periodIn(before) : own
}

/** The period of a part: what the words before it say themselves, or that of its whole. */
export function partPeriod(gap: string, whole: string | null): string | null {
  const said = saidOf(gap)
  return said === undefined ? whole : said
}

const HIDDEN = /《[^》]{0,80}》?|\[[^\]]{0,20}\]|\([^()]{0,300}\)/g
/** Signs that stand for what is hidden; no text has so many titles that they run out. */
const FIRST_SIGN = 0xe000

/** A text with a sign for each title and closed bracket, and the way back for words of it. */
function hidden(text: string): { readonly plain: string; readonly restored: (words: string) => string } {
  const found: string[] = []
  const plain = text.replace(HIDDEN, (words) => String.fromCharCode(FIRST_SIGN + found.push(words) - 1))
  const restored = (words: string) =>
    words.replace(/[\ue000-\uf8ff]/g, (sign) => found[sign.charCodeAt(0) - FIRST_SIGN] ?? '')
  return { plain, restored }
}

function saidOf(text: string): string | null | undefined {
  const { plain, restored } = hidden(text)
  const said = periodSaid(plain)
  return typeof said === 'string' ? restored(said) : said
}
