import { headWords } from '../forms/head-words.js'
import { pageRemains } from '../forms/vocabulary.js'
import { isBodyName } from './body-name.js'
import { edgeLines, type Line } from './lines.js'
import { labelledIn } from './page-data.js'
import { anyOf, once } from './word-patterns.js'

type Range = readonly [from: number, to: number]

/** A report's title in the folded text. */
export interface Title {
  /** The lines and pieces of lines among which it was looked for, and its first one. */
  readonly lines: readonly Line[]
  readonly line: number
  readonly range: Range
  readonly year: { readonly value: number; readonly range: Range; readonly basis: 'title' } | null
  /** Where the words stand that close a title. */
  readonly phrase: Range
}

interface Candidate {
  readonly line: number
  readonly text: string
  readonly from: number
}

/** Lines in which a title is looked for: pages put menus above it. */
const TITLE_LINES = 80
const MAX_TITLE = 70
const YEAR = /(?<year>20\d{2}|二[〇○零Oo0]{1,2}[一二三四五六七八九〇○零]{1,2})\s*年(?:度)?/

/**
 * Finds the title: a line, or two of which the second carries on the first, that says 政府信息公开工作年度报告 or the like and is no
 * sentence. A year in it counts for it, words behind it against it; of equal lines the first.
 */
export function findTitle(all: readonly Line[], text: string): Title | null {
  const lines = edgeLines(all.slice(0, TITLE_LINES)).slice(0, TITLE_LINES)
  let best: { title: Title; score: number } | null = null
  for (const candidate of candidates(lines, text)) {
    const judged = judge(candidate, lines)
    if (judged !== null && (best === null || judged.score > best.score)) best = judged
  }
  return best !== null && best.score >= 2 ? best.title : null
}

function candidates(lines: readonly Line[], text: string): Candidate[] {
  const { labels } = headWords().titles
  return lines.flatMap((line, index) => {
    const value = labels.map((word) => labelledIn(line, word)).find((found) => found !== null)
    if (value) return [{ line: index, text: withoutTail(value.text), from: value.from }]
    const skipped = beforeTitle(line.text)
    const one = { line: index, text: withoutTail(line.text.slice(skipped)), from: line.from + skipped }
    const next = lines[index + 1]
    if (next !== undefined && carriesOn(one.text, next.text))
      return [{ ...one, text: text.slice(one.from, next.to) }, one]
    const pieces = piecesBefore(lines, index, text)
    return pieces === null ? [one] : [pieces, one]
  })
}

/** 某某局 2019 年度 政府信息公开工作年度报告: the pieces of one line before the closing words, back to a body's name or a year. */
function piecesBefore(lines: readonly Line[], index: number, text: string): Candidate | null {
  const last = lines[index]
  if (last === undefined || (titlePhrase(last.text)?.[0] ?? MAX_YEAR) >= MAX_YEAR) return null
  let first = index
  let named = false
  while (!named) {
    const [before, behind] = [lines[first - 1], lines[first]]
    if (!before || !behind || !/^[^\S\n]+$/.test(text.slice(before.to, behind.from))) break
    named = isBodyName(before.text)
    if (!named && !/^(?:20\d{2})?\s?年?度?$/.test(before.text)) break
    first--
  }
  const from = lines[first]?.from
  return first === index || from === undefined ? null : { line: first, text: text.slice(from, last.to), from }
}

/** Before the closing words of a title without a name stands a year at most: 2019年度. */
const MAX_YEAR = 7

/** Characters before a title: Markdown's, a label's (标题), or a word of the page that has run together with it (打印). */
function beforeTitle(line: string): number {
  const label = LABELLED.exec(line)?.[0] ?? labelBefore().exec(line)?.[0]
  if (label !== undefined) return label.length
  const word = pageRemains().whole.find((one) => line.startsWith(one) && NAMED.test(line.slice(one.length)))
  return word?.length ?? /^(?:#{1,6}|[|\u001d\u001f•·*-]{1,9})\s*/.exec(line)?.[0].length ?? 0
}

/** A title that names year and issuer. */
const NAMED = /^(?:20\d{2}年度?\p{Script=Han}{2}|\p{Script=Han}{3,30}\s?20\d{2}年)/u
/** A label, or what was left of one torn apart, before a title that names its issuer first. */
const LABELLED = /^\p{Script=Han}{1,6}\s{0,3}:\s{0,9}(?=\p{Script=Han}{3,30}\s?20\d{2}年)/u
/** 标 题 某某局2019年…: a label without a colon. */
const labelBefore = once(() => {
  const labels = headWords().titles.labels.map((word) => Array.from(word).join('\\s{0,9}'))
  return new RegExp(`^(?:${labels.join('|')})\\s{1,9}(?=20\\d{2}年|\\p{Script=Han}{3,30}\\s?20\\d{2}年)`, 'u')
})

/** 某某局政府信息公开报告(2016年) */
const YEAR_BEHIND = /^\s*\(20\d{2}\s*年度?\)$/

/** 2019年政府信息公开年度报告(某某局) */
function isNameBehind(tail: string): boolean {
  const name = /^\s*\((?<name>[^()]{3,30})\)\s*$/.exec(tail)?.groups?.name
  return name !== undefined && isBodyName(name)
}

/** A title without what stands behind it in cells of its own, or in a bracket that is closed elsewhere. */
function withoutTail(line: string): string {
  const phrase = titlePhrase(line)
  const tail = phrase === null ? '' : line.slice(phrase[1])
  if (YEAR_BEHIND.test(tail) || isNameBehind(tail)) return line
  return phrase !== null && /^\s*(?:[(【][^)】]*|[|\u001d\u001f][^\n]*)$/.test(tail) ? line.slice(0, phrase[1]) : line
}

/** Whether a second line carries a title on: the closing words are broken over both, or all stand on it behind a year, or the year in brackets. */
function carriesOn(first: string, second: string): boolean {
  const closed = titlePhrase(first)
  if (closed !== null) return closed[1] === first.length && !YEAR.test(first) && YEAR_BEHIND.test(second)
  const broken = titlePhrase(`${first}\n${second}`)
  if (broken === null) return false
  if (broken[0] < first.length) return true
  return /20\d{2}\s?年?度?\s?$/.test(first) && /^年?度?\s?$/.test(second.slice(0, broken[0] - first.length - 1))
}

function judge({ line, text, from }: Candidate, lines: readonly Line[]): { title: Title; score: number } | null {
  if (text.length > MAX_TITLE || /[>|。;,]/.test(text) || !bracketsClose(text)) return null
  const phrase = titlePhrase(text)
  if (phrase === null) return null
  const found = YEAR.exec(text) ?? bareYear(text, phrase[0])
  const value = found ? yearNumber(found.groups?.year ?? '') : null
  const year =
    found && value
      ? { value, range: [from + found.index, from + found.index + found[0].length] as const, basis: 'title' as const }
      : null
  const tail = text.slice(phrase[1]).trim()
  const ends = tail === '' || YEAR_BEHIND.test(tail) || isNameBehind(tail)
  const score = (year ? 3 : 0) + (ends ? 2 : 0) + (phrase[0] > (found?.[0].length ?? 0) + 2 ? 1 : 0)
  const start = from + (text.length - text.trimStart().length)
  const range = [start, from + text.trimEnd().length] as const
  return { title: { lines, line, range, year, phrase: [from + phrase[0], from + phrase[1]] }, score }
}

/** 2019某某市政府…, 某某州2019政府信息公开…: a year without 年 at the begin or right before the closing words. */
function bareYear(text: string, phrase: number): RegExpExecArray | null {
  const found = /(?<!\d)(?<year>20\d{2})(?=\s?\p{Script=Han})/u.exec(text.slice(0, phrase + 1))
  const behind = found === null ? '' : text.slice(found.index + found[0].length, phrase)
  return found !== null && (text.slice(0, found.index).trim() === '' || behind.trim() === '') ? found : null
}

/** A line of running text may begin or end within a law's name. */
function bracketsClose(text: string): boolean {
  return text.split('《').length === text.split('》').length && text.indexOf('》') >= text.indexOf('《')
}

const patterns = new Map<string, RegExp>()

/** Where the closing words stand in a text, whatever white space lies between their characters. */
function titlePhrase(text: string): Range | null {
  for (const words of headWords().titles.closings) {
    const pattern = patterns.get(words) ?? new RegExp(Array.from(words).join('\\s{0,9}'))
    patterns.set(words, pattern)
    const found = pattern.exec(text)
    if (found) return [found.index, found.index + found[0].length]
  }
  const found = yearWithin().exec(text)
  return found && [found.index, found.index + found[0].length]
}

/** 政府信息公开工作2019年度报告 */
const yearWithin = once(() => {
  const { subjects, reports } = headWords().titles
  return new RegExp(`${anyOf(subjects)}\\s{0,3}20\\d{2}\\s{0,3}年?度?\\s{0,3}${anyOf(reports)}`)
})

function yearNumber(written: string): number | null {
  const digits = Array.from(written.replace(/[○零Oo]/g, '〇'), (c) =>
    /\d/.test(c) ? c : '〇一二三四五六七八九'.indexOf(c),
  ).join('')
  return /^20\d{2}$/.test(digits) ? Number(digits) : null
}
