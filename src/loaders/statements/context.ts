import { statementVocabulary } from '../../forms/statement-words.js'
import { periodSaid } from './period.js'

/** The scope word that stands last in a text; those of some bodies (各乡镇) hold for their own clause only. */
export function scopeIn(text: string): string | null {
  const clauses = withoutTitles(text).split(';')
  return lastWord(clauses.at(-1) ?? '') ?? lastWord(clauses[0] ?? '')
}

function lastWord(text: string): string | null {
  let best: { word: string; end: number } | null = null
  const { scopes, not_scope_before, not_scope_behind } = statementVocabulary()
  const clause = text.lastIndexOf(',') + 1
  for (const { word, reach } of scopes) {
    const at = text.lastIndexOf(word)
    if (at < 0) continue
    const end = at + word.length
    if (reach === 'part' && at < clause) continue
    if (not_scope_before.some((other) => text.startsWith(other, end))) continue
    if (reach === 'part' && not_scope_behind.some((other) => text.endsWith(other, at))) continue
    if (best === null || end > best.end || (end === best.end && word.length > best.word.length)) best = { word, end }
  }
  return best?.word ?? null
}

const TITLES = /《[^》]{0,80}》?|\[[^\]]{0,20}\]/g

function withoutTitles(text: string): string {
  return text.replace(TITLES, (title) => '_'.repeat(title.length))
}

/** The period a figure covers, by the words before it in its sentence; `null` where the sentence says nothing or only this year (全年, 今年). */
export function periodIn(text: string): string | null {
  return saidOf(text) ?? null
}

/** The period of a part: what the words before it say themselves, or that of its whole. */
export function partPeriod(gap: string, whole: string | null): string | null {
  const said = saidOf(gap)
  return said === undefined ? whole : said
}

const HIDDEN = /《[^》]{0,80}》?|\[[^\]]{0,20}\]|\([^()]{0,300}\)/g
/** Signs that stand for what is hidden; no text has so many titles that they run out. */
const FIRST_SIGN = 0xe000

/** What the words without titles and closed brackets say; titles within the words are put back. */
function saidOf(text: string): string | null | undefined {
  const hidden: string[] = []
  const plain = text.replace(HIDDEN, (words) => String.fromCharCode(FIRST_SIGN + hidden.push(words) - 1))
  return periodSaid(plain)?.replace(/[\ue000-\uf8ff]/g, (sign) => hidden[sign.charCodeAt(0) - FIRST_SIGN] ?? '')
}
