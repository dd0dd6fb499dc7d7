import { statementVocabulary } from '../../../forms/statement-words.js'
import { escaped } from '../numbers/quantities.js'
import { type Mention, mentionsIn } from './period-mentions.js'

/** 累计 and the like speak of the number they stand right before. */
const NEAR = 14
/** A clause is looked at no further back than so many characters. */
const LONGEST_CLAUSE = 40

/**
 * The period a figure covers, by the words before it in its sentence: those of its own clause that stand last; else what a
 * clause before says for those behind it. `null` where that is this year (全年, 今年), `undefined` where nothing is said.
 *
 * @param plain the sentence up to the number, without the titles in it
 */
export function periodSaid(plain: string): string | null | undefined {
  const segments = plain.split(';')
  const clauses = (segments.at(-1) ?? '').split(',')
  const own = clauses.at(-1) ?? ''
  const near = own.slice(-LONGEST_CLAUSE)
  const run = /连续[\d一二三四五六七八九十]{1,3}年/.exec(near)?.[0]
  if (run !== undefined) return run
  const { periods } = statementVocabulary()
  const often = periods.find((word) => word !== TOTAL && near.includes(word))
  if (often !== undefined) return often
  const said =
    ofClause(own) ??
    ofEarlier(clauses) ??
    ofOpening(segments.slice(0, -1)) ??
    (isOfWholeYear(own) ? { words: null } : undefined)
  const isTotal = near.slice(-NEAR).includes(TOTAL)
  // 截至2022年底,累计62条 may count the year or all the years up to it.
  if (said !== undefined) return isTotal && said.isUpTo && !isOfWholeYear(own) ? TOTAL : said.words
  return isTotal ? TOTAL : undefined
}

const TOTAL = '累计'

interface Said {
  readonly words: string | null
  readonly isUpTo?: boolean
}

/** What the clause of the figure says itself; 全年 behind a year is that year's, and 由去年的20件增至35件 tells of this one. */
function ofClause(clause: string): Said | undefined {
  const last = mentionsIn(clause).findLast(({ sort }) => sort !== 'whole')
  return last !== undefined && isRisen(clause.slice(last.to)) ? { words: null } : last
}

/** Whether a clause says 全年 and the like. */
export function isOfWholeYear(clause: string): boolean {
  return mentionsIn(clause).some(({ sort }) => sort === 'whole')
}

let rises: RegExp | undefined

/** Whether words tell that a figure became another: 的20件增至. */
function isRisen(text: string): boolean {
  rises ??= new RegExp(`\\d[^,;]*(?:${statementVocabulary().period_words.rises.map(escaped).join('|')})[至到为]`)
  return rises.test(text)
}

/** What the clauses before a figure's say for it: the last that names a time as its own, or counts something in it. */
function ofEarlier(clauses: readonly string[]): Said | undefined {
  const isWhole = isOfWholeYear(clauses.at(-1) ?? '')
  for (let i = clauses.length - 2; i >= 0; i--) {
    const clause = clauses[i] ?? ''
    const mention = mentionsIn(clause).at(-1)
    if (mention === undefined) continue
    if (isRisen(clause.slice(mention.to))) return { words: null }
    const reach = reachOf(clause, mention)
    if (reach === 'none' || (isWhole && (reach === 'counted' || mention.sort === 'span'))) continue
    if (mention.sort !== 'part' || (reach === 'head' && i === clauses.length - 2)) return mention
    return { words: mention.year ?? null }
  }
  return undefined
}

/** The time at the very begin of a sentence holds for all of it, unless what is behind the next `;` names its own. */
function ofOpening([segment, ...others]: readonly string[]): Said | undefined {
  if (segment === undefined || others.some((other) => mentionsIn(other).length > 0)) return undefined
  const clauses = segment.split(',')
  const first = clauses.findIndex((clause) => mentionsIn(clause).length > 0)
  return first < 0 ? undefined : ofEarlier([...clauses.slice(0, first + 1), ''])
}

/** How far a time named in a clause holds: it ends it, it stands in it, something is counted in it, or none of these. */
function reachOf(clause: string, { from, to, sort }: Mention): 'head' | 'begin' | 'counted' | 'none' {
  const [before, after] = [clause.slice(0, from), clause.slice(to)]
  if (/^(?:期?间|内|里|中|度|份|止|来)?$/.test(after)) return 'head'
  const { settings } = statementVocabulary().period_words
  if (settings.some((word) => clause.endsWith(word))) return 'none'
  if (/\d/.test(before + after)) return sort === 'span' || sort === 'part' ? 'none' : 'counted'
  return sort === 'span' || sort === 'part' ? 'none' : 'begin'
}
