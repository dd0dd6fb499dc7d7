import { findTitle } from './head/own-title.js'
import type { Title } from './head/title.js'
import { linesOf } from './lines.js'
import { findHeadings } from './sections/headings.js'

type Range = readonly [from: number, to: number]

/** The heading with which a report begins: 一、 or 第一部分. */
const OPENING = /^(?:#{1,6}\s*)?(?:一\s*[、.]|第一部分)/
/** A title stands so near before its report's first heading. */
const NEAR = { characters: 1500, lines: 15 }
/** A report has more headings than this before another begins. */
const FEW_HEADINGS = 2

/**
 * Where another report begins in the same text: its title, of another year or with another body's name, or the same or none over another text, before
 * sections that are numbered from one again. What stands there says nothing of the first.
 *
 * @param tables where the tables stand, whose rows are numbered too
 * @returns the range of that title; `null` where there is one report
 */
export function secondReport(text: string, tables: readonly Range[]): Range | null {
  const headings = findHeadings(text, tables).filter(({ level }) => level === 1)
  const first = headings[0]
  if (first === undefined) return null
  const own = titleAbove(text, 0, first.from)
  if (own === null) return null
  for (const [i, heading] of headings.entries()) {
    if (i < FEW_HEADINGS || !OPENING.test(text.slice(heading.from, heading.to))) continue
    const from = Math.max(headings[i - 1]?.to ?? 0, heading.from - NEAR.characters)
    const title = titleAbove(text, from, heading.from)
    if (title === null || title.range[0] <= own.range[0]) continue
    if (isOther(own, title, text) || (isSame(own, title, text) && tellsOther(text, title.range[0]))) return title.range
  }
  return null
}

function titleAbove(text: string, from: number, to: number): Title | null {
  const lines = linesOf(text, from, to)
  const near = from === 0 ? lines : lines.slice(-NEAR.lines)
  return findTitle(near, text, [to], { signatory: null, issuer: null }).title
}

function isOther(one: Title, two: Title, text: string): boolean {
  if (two.year === null) return false
  if (one.year !== null && one.year.value !== two.year.value) return true
  const [a, b] = [nameIn(one, text), nameIn(two, text)]
  return a !== '' && b !== '' && !a.includes(b) && !b.includes(a)
}

/** Whether two titles say the same, or the second names no body. */
function isSame(one: Title, two: Title, text: string): boolean {
  const name = nameIn(two, text)
  return two.year !== null && one.year?.value === two.year.value && (name === '' || name === nameIn(one, text))
}

/** A copy of a report has more of its sentences than this. */
const COPIED = 0.5
/** A line that is a date, as a signature ends: 2024年1月12日. */
const DATED = /^[^\n\d]{0,40}(20\d{2}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日)[ \t]*$/gm

/** Whether a text under the same title is another report's and no copy: signed on another day, or with other sentences. */
function tellsOther(text: string, at: number): boolean {
  const [before, behind] = [text.slice(0, at), text.slice(at)]
  const [dates, others] = [datesIn(before), datesIn(behind)]
  const [last, other] = [dates.at(-1), others.at(-1)]
  if (last !== undefined && other !== undefined && !others.includes(last) && !dates.includes(other)) return true
  const own = sentencesIn(before)
  const theirs = new Set(sentencesIn(behind))
  const copied = own.filter((sentence) => theirs.has(sentence)).length
  return own.length > 1 && theirs.size > 0 && copied < own.length * COPIED
}

function datesIn(text: string): string[] {
  return [...text.matchAll(DATED)].map(([, date = '']) => date.replace(/\s/g, ''))
}

function sentencesIn(text: string): string[] {
  return [...text.matchAll(/[^。\n]{10,400}。/g)].map(([sentence]) => sentence.replace(/\s/g, ''))
}

/** The words of a title before and behind its year, without the closing ones. */
function nameIn({ range, phrase, year }: Title, text: string): string {
  const before = text.slice(range[0], Math.max(range[0], phrase[0]))
  const own = year === null ? '' : text.slice(...year.range)
  return before.replace(own, '').replace(/[^\p{Script=Han}]/gu, '')
}
