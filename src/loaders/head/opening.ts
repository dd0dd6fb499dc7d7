import { headWords } from '../../forms/head-words.js'
import { anyOf, once } from '../word-patterns.js'
import { behindForeign, isBodyName } from './body-name.js'
import { isContradicted } from './contact.js'

type Range = readonly [from: number, to: number]

/** A report's title within a sentence of its opening. */
export interface RunningTitle {
  /** `null` where it names a school year. */
  readonly year: { readonly value: number; readonly range: Range } | null
  /** The issuer it names, if it names one. */
  readonly name: Range | null
  /** Whether there is no more than words like a title's. */
  readonly like: boolean
}

/** Where a report opens. */
const OPENING = 3000
/** Year, words between, and the words that close a title, in one clause. */
const BETWEEN = '[^,。;:!?《》\\n]{0,40}?'
const YEAR = '(?<year>20\\d{2})\\s{0,3}年\\s{0,3}度?'
const SCHOOL_YEAR = '20\\d{2}\\s?[-—–至]{1,2}\\s?20\\d{2}\\s?学年度?'

/** The first line that is a sentence, to the end of its first clause. */
const FIRST_SENTENCE = /(?<=^|\n)\s{0,9}(?<clause>[^,。;:\s]{2,40})(?=[^\n]{0,500}。)/

/** 在区委区政府的正确领导下, between the year and the subject. */
const UNDER = '(?:在[^,。;]{2,60}下,\\s*)?'

const patterns = once(() => {
  const { titles, making, offices, opening } = headWords()
  const closings = `(?:${anyOf(titles.closings)}|(?<like>${anyOf(titles.like)}))`
  const ends = anyOf(opening.year_ends)
  const told = `(?<year>20\\d{2})\\s?年度?(?:以来)?(?=${anyOf(opening.told_before)})`
  const end = `${anyOf(opening.until)}(?<end>20\\d{2})\\s?年(?=${ends})`
  return {
    title: new RegExp(`(?:${YEAR}|${SCHOOL_YEAR})(?<between>${BETWEEN})${closings}`, 'g'),
    made: new RegExp(`由(?<name>[^由]{2,40}?)${anyOf(making.charged)}?${anyOf(making.verbs_before_title)}的?\\s*$`),
    subject: new RegExp(`20\\d{2}\\s?年(?:度|${ends})?,\\s*${UNDER}(?<clause>[^,。;\\s]{2,40})`, 'g'),
    circular: new RegExp(`${YEAR}(?:的)?${anyOf(titles.closings)}[^。;《\\n]{0,20}》?[^。;《\\n]{0,4}通知`, 'g'),
    office: new RegExp(`${anyOf(offices.left_open)}$`),
    verb: new RegExp(anyOf(opening.subject_verbs), 'g'),
    /** 2020年, · 2020年度我局 · 2020年全县 · 截至2020年底: a year of which something is told, not one since when (自2019年以来). */
    told: new RegExp(`(?<!${anyOf(opening.not_told_behind)}|《[^》]{0,60})${told}|${end}`, 'g'),
  }
})

/**
 * The title in an opening sentence: 现公布某某镇2014年政府信息公开工作年度报告, 由某某局编制的2014年度…年度报告, or what is like it
 * (结合2014年某某局政府信息公开工作实际). A circular's name or another report's in 《》 is no title; years that contradict each
 * other are none.
 */
export function runningTitle(text: string): RunningTitle | null {
  const opening = text.slice(0, OPENING)
  const found = [...opening.matchAll(patterns().title)].flatMap((match): RunningTitle[] => {
    if ((isQuoted(opening, match.index) && !isPublished(opening, match)) || !isInSentence(opening, match.index))
      return []
    const words = match.groups?.between ?? ''
    const like = match.groups?.like !== undefined
    const from = match.index + match[0].indexOf(words, 5)
    const year = match.groups?.year === undefined ? null : Number(match.groups.year)
    return [
      {
        year: year === null ? null : { value: year, range: [match.index, match.index + 5] },
        name: nameWithin(words, from) ?? (like ? null : nameBefore(opening, match.index)),
        like,
      },
    ]
  })
  const titles = found.filter(({ like }) => !like)
  const likeliest = titles.length > 0 ? titles : found
  const [first] = likeliest
  if (first === undefined || likeliest.some(({ year }) => year?.value !== first.year?.value)) return null
  const { name } = likeliest.find((one) => one.name !== null) ?? first
  return { year: first.year, name, like: first.like }
}

/** Whether a line has a sentence's marks: one without them is an entry of a list, or the title itself. */
function isInSentence(text: string, at: number): boolean {
  const end = text.indexOf('\n', at)
  const line = text.slice(text.lastIndexOf('\n', at) + 1, end < 0 ? undefined : end)
  return /[。,;]|:\s*$/.test(line)
}

/** Whether a title in 《》 is closed there and is that of the report itself: 现公布《…》, not 对照《…》. */
function isPublished(text: string, match: RegExpExecArray): boolean {
  const before = text.slice(0, text.lastIndexOf('《', match.index)).replace(/了$/, '')
  return text[match.index + match[0].length] === '》' && headWords().titles.verbs.some((verb) => before.endsWith(verb))
}

/** Whether a place lies within 《》. */
function isQuoted(text: string, at: number): boolean {
  return text.lastIndexOf('《', at) > text.lastIndexOf('》', at)
}

function nameWithin(words: string, from: number): Range | null {
  const name = words.replace(/[\s的]+$/, '')
  const start = name.length - name.trimStart().length
  return isBodyName(name) ? [from + start, from + name.length] : null
}

/** The name right before a title's year: behind a verb (公布), the clause's begin, or between 由 and 编制的. */
function nameBefore(text: string, at: number): Range | null {
  const clause = /[^。;:,!?、《》\n]{0,60}$/.exec(text.slice(0, at))?.[0] ?? ''
  const made = patterns().made.exec(clause)?.groups?.name
  if (made !== undefined) return nameWithin(made, at - clause.length + clause.lastIndexOf(made))
  const { verbs } = headWords().titles
  const cut = Math.max(0, ...verbs.map((verb) => (clause.includes(verb) ? clause.lastIndexOf(verb) + verb.length : 0)))
  return nameWithin(clause.slice(cut), at - clause.length + cut)
}

/**
 * 某园区依据…, 2020年,某园区认真…: with whom the first sentence begins, or the first that opens with a year. An office with which the first one
 * begins may tell of its body.
 */
export function openingSubject(text: string): Range | null {
  const first = FIRST_SENTENCE.exec(text.slice(0, OPENING))
  const clauses = [first, ...text.slice(0, OPENING).matchAll(patterns().subject)]
  for (const [i, found] of clauses.entries()) {
    const whole = found?.groups?.clause ?? ''
    const clause = whole.slice(behindForeign(whole))
    const ends = [...clause.matchAll(patterns().verb)].map(({ index }) => index)
    const end = ends.find((at) => isBodyName(clause.slice(0, at)))
    const passedOver = i === 0 && (end === undefined || patterns().office.test(clause.slice(0, end)))
    if (!found || ends.length === 0 || passedOver) continue
    if (end === undefined || isContradicted(text, clause.slice(0, end))) return null
    const from = found.index + found[0].length - clause.length
    return [from, from + end]
  }
  return null
}

/**
 * The year of which the opening tells: the first one, if no other is named as often. A report is not of the year in which
 * it was signed or published, the last months apart.
 *
 * @param latest the earlier of the days of signature and publication, `null` where neither is known
 */
export function narrativeYear(text: string, latest: string | null): { value: number; range: Range } | null {
  const found = [...text.slice(0, OPENING).matchAll(patterns().told)].map((match) => ({
    value: Number(match.groups?.year ?? match.groups?.end),
    range: [match.index, match.index + match[0].length] as const,
  }))
  const [first] = found
  if (first === undefined) return null
  const count = (year: number) => found.filter(({ value }) => value === year).length
  if (found.some(({ value }) => value !== first.value && count(value) >= count(first.value))) return null
  const last = latest === null ? null : Number(latest.slice(0, 4)) - (latest.slice(5, 7) < '11' ? 1 : 0)
  return last !== null && first.value > last ? null : first
}

/**
 * The year whose report a circular asks for, where the report names the circular by which it was made: 按照《关于做好2019年度政府信息公开年度报告
 * 编制工作的通知》. `null` where circulars of two years are named, or where the report was not signed or published in the months after that year.
 *
 * @param latest the earlier of the days of signature and publication, `null` where neither is known
 */
export function circularYear(text: string, latest: string | null): { value: number; range: Range } | null {
  const found = [...text.slice(0, OPENING).matchAll(patterns().circular)].map((match) => ({
    value: Number(match.groups?.year),
    range: [match.index, match.index + match[0].length] as const,
  }))
  const [first] = found
  if (first === undefined || found.some(({ value }) => value !== first.value)) return null
  const [from, to] = [`${first.value}-11`, `${first.value + 2}`]
  return latest === null || (latest >= from && latest < to) ? first : null
}
