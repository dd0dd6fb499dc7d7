import { statementVocabulary } from '../../../forms/statement-words.js'
import { escaped, longestFirst } from '../numbers/quantities.js'

/** Words of a clause that name a time. */
export interface Mention {
  /** A year or the one before; this year; some years together; a part of a year. */
  readonly sort: 'year' | 'this' | 'whole' | 'span' | 'part'
  /** The period as a statement has it; `null` for the reporting year. */
  readonly words: string | null
  /** The year it lies in, for what is said behind it; `undefined` where none is printed. */
  readonly year: string | undefined
  /** Whether it is the day up to which something is counted, the last of its year. */
  readonly isUpTo?: boolean
  readonly from: number
  readonly to: number
}

const DAY = '(?:\\d{1,2}日|份|底|末|初|[上中下]旬)'
const MONTH = `\\d{1,2}月${DAY}?`
const TO = '(?:[至到~]|[-—–]{1,2})'
const POINT = `(?:(?<![\\d])20\\d\\d年度?(?:${MONTH})?|(?<![\\d个])${MONTH}|(?<![\\d])\\d{1,2}(?=${TO}\\d{1,2}月)|(?<!\\d)20\\d\\d(?=${TO}20\\d\\d年))`
const DATES = new RegExp(
  `(?<upTo>截[至止]到?|(?<![^,;:。])[到至])?(?<first>${POINT})(?:起?${TO}(?<last>${POINT}))?(?<end>以来|[底末初起])?(?<lead>之?前|内)?`,
  'g',
)
const QUARTERS = '(?:第?[一二三四1-4](?:[、和至—-]第?[一二三四1-4])*|前[二两三])个?季度|[上下]半年'
const NUMBER = '[\\d一二两三四五六七八九十]{1,3}'
const SINCE =
  '(?:(?:自|从)[^,;:、]{1,24}?|(?<=^|[,;:])[^,;:、]{2,20}?)以来(?:至20\\d\\d年底?)?|(?:自|从)(?!今年|年初|1月)[^,;:、]{1,24}?至今'

/** The year of a university: 2020—2021学年. */
const SCHOOL_YEAR = `(?<!\\d)(?<begin>20\\d\\d)年?${TO}(?<close>20\\d\\d)(?:年?学年度?)`

let known: RegExp | undefined

/** Every word for a time that is no date. */
function wordPattern(): RegExp {
  if (known !== undefined) return known
  const { last_year, this_year, whole_year, spans } = statementVocabulary().period_words
  const any = (words: readonly string[]) => longestFirst(words).map(escaped).join('|')
  known = new RegExp(
    [
      `(?<this>(?:${any(this_year)})(?:以来)?)`,
      SCHOOL_YEAR,
      `(?<part>(?:(?:20\\d\\d年度?|${any(last_year)})(?:的|第)?)?(?:${QUARTERS}))`,
      `(?<span>${any(spans)}|"?十[一二三四五]五"?(?:规划)?(?:期间|时期|以来)|${SINCE}|(?:近|过去|最近)${NUMBER}年(?:来|间|里)?|${NUMBER}年(?:来|间))`,
      `(?<whole>${any(whole_year)})`,
      `(?<last>(?:${any(last_year)})(?<end>[底末初])?(?:同期)?)`,
    ].join('|'),
    'g',
  )
  return known
}

/** The times named in a clause, in their order, without those that are the base of a comparison, a basis or an attribute. */
export function mentionsIn(clause: string): readonly Mention[] {
  const known = read.get(clause)
  if (known !== undefined) return known
  if (read.size >= MOST_KEPT) read.clear()
  const mentions = readMentions(clause)
  read.set(clause, mentions)
  return mentions
}

/** The clauses read last: every figure of a sentence asks for those before it. */
const read = new Map<string, readonly Mention[]>()
const MOST_KEPT = 500

function readMentions(clause: string): Mention[] {
  const found = [...wordsOf(clause), ...datesOf(clause)].filter((one) => !isBeside(clause, one))
  return found
    .filter(
      (one) =>
        !found.some(
          (other) =>
            other !== one && other.from <= one.from && other.to >= one.to && other.to - other.from > one.to - one.from,
        ),
    )
    .sort((a, b) => a.from - b.from)
}

function wordsOf(clause: string): Mention[] {
  return [...clause.matchAll(wordPattern())].map(({ index, 0: words, groups = {} }): Mention => {
    const place = { from: index, to: index + words.length, year: undefined }
    if (groups.this !== undefined) return { ...place, sort: 'this', words: null }
    if (groups.begin !== undefined)
      return { ...place, sort: 'year', words: `${groups.begin}-${groups.close}学年`, year: groups.close }
    if (groups.whole !== undefined) return { ...place, sort: 'whole', words: null }
    if (groups.span !== undefined && statementVocabulary().period_words.this_year.some((word) => words.includes(word)))
      return { ...place, sort: 'this', words: null }
    if (groups.span !== undefined) return { ...place, sort: 'span', words }
    if (groups.part !== undefined) return { ...place, sort: 'part', words, year: yearOf(words) }
    return { ...place, sort: groups.end === undefined ? 'year' : 'part', words }
  })
}

function datesOf(clause: string): Mention[] {
  return [...clause.matchAll(DATES)].flatMap(({ index, 0: words, groups = {} }): Mention[] => {
    const { upTo, first = '', last, end, lead } = groups
    const place = { from: index, to: index + words.length }
    const year = yearOf(last ?? first) ?? yearOf(first)
    const whole: Mention = { ...place, sort: year === undefined ? 'this' : 'year', words: year ?? null, year }
    if (lead !== undefined && upTo === undefined) return year === undefined ? [] : [whole]
    if (end === '以来' || (end === '起' && !/1月(?:1日)?$/.test(first)))
      return [{ ...place, sort: 'span', words, year }]
    if (upTo !== undefined && last === undefined)
      return [isYearEnd(first, end) ? { ...whole, isUpTo: true } : { ...place, sort: 'part', words, year }]
    if (last !== undefined) {
      if (yearOf(last) !== undefined && yearOf(first) !== undefined && yearOf(first) !== yearOf(last))
        return [{ ...place, sort: 'span', words, year }]
      const isAll = /^(?:20\d\d年度?)?1(?:月(?:份|1日)?)?$/.test(first) && isYearEnd(last, end)
      return [isAll ? whole : { ...place, sort: 'part', words, year }]
    }
    if (!/月/.test(first) && end === undefined) return [whole]
    const isAttribute = /^[^,;:、\d]{2,14}的/.test(clause.slice(place.to))
    return [isAttribute || end === '起' ? whole : { ...place, sort: 'part', words, year }]
  })
}

/** Whether a date is the last of its year: 2023年, 2023年底, 12月31日. */
function isYearEnd(point: string, end: string | undefined): boolean {
  if (/月/.test(point)) return /12月(?:31日|底|末|份)?$/.test(point)
  return end !== '初'
}

function yearOf(words: string): string | undefined {
  return /20\d\d/.exec(words)?.[0]
}

/** 13件属上年: said of the number that begins the clause, and of no other. */
const OF_NUMBER = /\d[余多]?[万千百]?[\u4e00-\u9fff]{1,2}(?:均|都)?(?:属于?|为|是|系)$/

/** The period told behind a number, of it alone (13件属上年), `undefined` where none is. */
export function periodBehind(behind: string): string | null | undefined {
  const words = /^(?:均|都)?(?:属于?|为|是|系)(?<time>[^,。;:、()]{2,10}?)(?:的|收到的|提出的)?(?=[,。;、)]|$)/.exec(
    behind,
  )?.groups?.time
  const mention = words === undefined ? undefined : mentionsIn(words)[0]
  return mention !== undefined && mention.from === 0 && mention.to === words?.length ? mention.words : undefined
}

let foundings: RegExp | undefined

/** Whether a time is that of something else than the figure: 较上年, 结转至2024年, 2022年工作要点, 2005年建成的网站. */
function isBeside(clause: string, { from, to, sort }: Mention): boolean {
  if (sort === 'this' || sort === 'whole') return false
  const { bases, multiples, carried, behind, papers, founded } = statementVocabulary().period_words
  const [before, after] = [clause.slice(Math.max(0, from - 8), from), clause.slice(to, to + 24)]
  if (behind.some((word) => after.startsWith(word) || after.startsWith(`度${word}`))) return true
  const isOwn = /^度?的?$/.test(after)
  if ((isOwn ? multiples : bases).some((word) => before.endsWith(word))) return true
  if (/^(?:的|收到的|提出的)?$/.test(after) && OF_NUMBER.test(before)) return true
  const up = before.replace(/[至到入]$/, '')
  if (carried.some((word) => up.endsWith(word))) return true
  if (sort !== 'year') return false
  const rest = /^[^,;:、\d]*/.exec(after)?.[0] ?? ''
  foundings ??= new RegExp(`^[^的]{0,4}(?:${founded.map(escaped).join('|')})[^的]{0,2}的`)
  if (foundings.test(rest)) return true
  return papers.some((word) => rest.slice(0, 20).includes(word))
}
