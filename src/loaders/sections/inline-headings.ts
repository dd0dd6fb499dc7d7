import type { Line } from '../lines.js'
import { inlineHeadingLength, isFormLabel, kindOf, wordingLength } from './heading-words.js'
import type { Heading } from './headings.js'

const NUMERALS = '一二三四五六七八九十'
/** 一、 or (一), not in 第二十条第(一)项, 一、二等奖 or 三、四季度. */
const MARK =
  /(?<![第条款一二三四五六七八九十、])(?:([一二三四五六七八九十]{1,3})\s?、|\(([一二三四五六七八九十]{1,3})\)(?![项款条、]))(?![一二三四五六七八九十、])\s{0,4}/g
/** What may stand before a heading within a line. */
const BOUNDARY = /[\s。;:!?)"]/
/** A heading's text is looked for in no more than this. */
const READ = 80

interface Mark {
  readonly level: 1 | 2
  readonly number: number
  readonly from: number
  readonly titleFrom: number
}

/** How far the numbering of a running page has come. */
interface Count {
  first: number
  /** Whether the heading of that number told what section it begins. */
  known: boolean
  second: number
  /** Where the last heading ended. */
  end: number
  /** Whether a statistics table has begun, which has a numbering of its own. */
  statistics: boolean
}

/** Whether a line runs on past its heading: it holds a numbered heading of known wording, and text enough for a page. */
export function runsOn(line: Line): boolean {
  return (
    line.text.length > 300 && marksIn(line).some((mark) => mark.level === 1 && wordingLength(after(line, mark)) > 0)
  )
}

/**
 * The headings 一、 and (一) within the parts of a line that lost its line ends. A mark counts if it carries the numbering on,
 * stands behind the end of a sentence, a blank, a table or a heading, and its words are those of a heading. A full
 * wording of a section makes up for the missing boundary, a known kind of section for a number left out, and both are
 * asked of a numbering that begins anew. Rows of the statutory tables are never headings.
 */
export function inlineHeadings(parts: readonly Line[]): Heading[] {
  const count: Count = { first: 0, known: true, second: 0, end: -1, statistics: false }
  const headings = parts.flatMap((part) => {
    const marks = marksIn(part)
    const found = marks.flatMap((mark, i) => headingAt(part, mark, marks[i + 1], count) ?? [])
    return count.statistics ? found : [...found, ...statisticsHeading(part, count.end)]
  })
  return headings
}

/** The heading of the statistics table behind the last section, which reports of 2008 to 2018 print without a number. */
function statisticsHeading(part: Line, end: number): Heading[] {
  const behind = part.text.slice(Math.max(0, end - part.from))
  const found = /(?<=[\s。;])(?:附[表件]?\d{0,2}[:\s]?)?[^\s,。;:、]{0,30}情况统计表(?=\s{0,4}\(?(?:指标|\d{4}))/.exec(
    behind,
  )
  if (end < 0 || !found) return []
  const from = Math.max(end, part.from) + found.index
  return [{ level: 1, key: 'statistics', from, to: from + found[0].length, inline: true }]
}

function marksIn(part: Line): Mark[] {
  return [...part.text.matchAll(MARK)].map((found) => ({
    level: found[1] === undefined ? 2 : 1,
    number: numberOf(found[1] ?? found[2] ?? ''),
    from: part.from + found.index,
    titleFrom: part.from + found.index + found[0].length,
  }))
}

function headingAt(part: Line, mark: Mark, next: Mark | undefined, count: Count): Heading | null {
  const words = after(part, mark, next)
  const length = inlineHeadingLength(words)
  if (length === 0 || isFormLabel(words)) return null
  const title = words.slice(0, length)
  const key = kindOf(title)?.key ?? null
  const known = wordingLength(words) > 0
  const before = part.text[mark.from - part.from - 1]
  const free = before === undefined || BOUNDARY.test(before) || mark.from === count.end
  if (!(mark.level === 1 ? isNextSection(mark, count, free, known, key) : isNextPart(mark, count, free))) return null
  const to = mark.titleFrom + title.replace(/[\s,;:。]+$/, '').length
  if (mark.level === 1) {
    count.first = mark.number
    count.known = key !== null
    count.statistics = key === 'statistics'
  }
  count.second = mark.level === 1 ? 0 : mark.number
  count.end = to
  return { level: mark.level, key, from: mark.from, to, inline: true }
}

function isNextSection({ number }: Mark, count: Count, free: boolean, known: boolean, key: string | null): boolean {
  const step = number - count.first
  if (step === 1) return free || known
  // What stood there under the same number was no section: a row of the tables with a mistyped label.
  if (step === 0 && !count.known) return known && key !== null
  if (step > 1 && step <= 3) return free && key !== null && count.first > 0
  return number === 1 && count.first >= 3 && free && known && !count.statistics
}

function isNextPart({ number }: Mark, count: Count, free: boolean): boolean {
  return free && !count.statistics && number === count.second + 1
}

/** What stands behind a mark, up to the next one. */
function after(part: Line, mark: Mark, next?: Mark): string {
  const from = mark.titleFrom - part.from
  return part.text.slice(from, Math.min(from + READ, next ? next.from - part.from : part.text.length))
}

/** 一 to 九十九. */
function numberOf(written: string): number {
  const [tens, ones] = written.includes('十') ? written.split('十') : ['', written]
  const ten = written.includes('十') ? 10 * (tens ? NUMERALS.indexOf(tens) + 1 : 1) : 0
  return ten + (ones ? NUMERALS.indexOf(ones) + 1 : 0)
}
