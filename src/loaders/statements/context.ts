import { statementVocabulary } from '../../forms/statement-words.js'

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

/** A year that is named for itself, not as the base of a comparison (较2017年) or the end of a carry-over (至2026年). */
const YEAR = /(?<![较比\d]|(?<!截)[至到]|[同与])(?<year>20\d{2})年(?!相比)/g
/** 累计 and the like speak of the number they stand right before. */
const NEAR = 14

/**
 * The period a figure covers, by the words before it in its sentence: the year named last; else 上半年, 累计 …; `null` where
 * the sentence says nothing or only this year (全年, 今年).
 */
export function periodIn(text: string): string | null {
  const plain = withoutTitles(text)
  const clauses = plain.split(';')
  const year = [...(clauses.at(-1) ?? '').matchAll(YEAR)].at(-1) ?? (clauses[0] ?? '').matchAll(YEAR).next().value
  const { periods, this_year } = statementVocabulary()
  const clause = plain.slice(Math.max(plain.lastIndexOf(','), plain.lastIndexOf(';'), plain.length - 40) + 1)
  const run = /连续[\d一二三四五六七八九十]{1,3}年/.exec(clause)?.[0]
  if (run !== undefined) return run
  const word = periods.find((one) => (one === '累计' ? clause.slice(-NEAR) : clause).includes(one))
  if (word === undefined) return year?.groups?.year ?? null
  if (word === '累计' && (year !== undefined || this_year.some((one) => plain.includes(one))))
    return year?.groups?.year ?? null
  return word
}
