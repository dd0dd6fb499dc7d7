import { headWords } from '../../forms/head-words.js'
import { pageRemains } from '../../forms/vocabulary.js'
import type { Line } from '../lines.js'
import { anyOf, once } from '../word-patterns.js'
import { isBodyName } from './body-name.js'
import { labelledIn } from './page-data.js'
import { endsTitle, isYearBehind, MAX_TITLE, titlePhrase, YEAR } from './title-phrase.js'

/** Words that may be a title, and the line with which they begin. */
export interface Candidate {
  readonly line: number
  readonly text: string
  readonly from: number
}

/** The lines that may be a title, without labels and what stands behind; two lines, or the pieces of one, where they carry a title on. */
export function candidates(lines: readonly Line[], text: string): Candidate[] {
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
  return word?.length ?? /^(?:#{1,6}|[|\u001d\u001f•·*-]{1,9}|【[^】]{1,6}】)\s*/.exec(line)?.[0].length ?? 0
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

/** Behind a title in one line: a blank, 发布时间:, 本报告根据…, or a day. */
const runsOn = once(() => new RegExp(`^(?:\\s|${anyOf(headWords().titles.behind)}|20\\d{2}(?:[-/.]|年\\d))`))

/** A title without what stands behind it: in cells of its own, in a bracket that is closed elsewhere, or the text that runs on. */
function withoutTail(line: string): string {
  const phrase = titlePhrase(line)
  const tail = phrase === null ? '' : line.slice(phrase[1])
  if (endsTitle(tail)) return line
  if (phrase !== null && runsOn().test(tail) && YEAR.test(line.slice(0, phrase[1]))) return line.slice(0, phrase[1])
  return phrase !== null && /^\s*(?:[(【][^)】]*|[|\u001d\u001f][^\n]*)$/.test(tail) ? line.slice(0, phrase[1]) : line
}

/** Whether a second line carries a title on: the closing words are broken over both, or all stand on it behind a year, or the year in brackets. */
function carriesOn(first: string, second: string): boolean {
  const closed = titlePhrase(first)
  if (closed !== null) return closed[1] === first.length && !YEAR.test(first) && isYearBehind(second)
  const broken = titlePhrase(`${first}\n${second}`)
  if (broken === null) return false
  if (broken[0] < first.length) return true
  return /20\d{2}\s?年?度?\s?$/.test(first) && /^年?度?\s?$/.test(second.slice(0, broken[0] - first.length - 1))
}

/** 某某局2019年政府信息公开工作年度报告本报告根据…: a long line that begins with a title, where no line is one. */
export function runningOn(all: readonly Line[]): Candidate[] {
  return all.flatMap(({ text, from }, index) => {
    const cut = withoutTail(text.slice(0, 2 * MAX_TITLE))
    return text.length > MAX_TITLE && cut.length <= MAX_TITLE ? [{ line: index, text: cut, from }] : []
  })
}

/** 首页 > 年报 > 某某局2019年…: the last step of a page's path, where no line is a title. */
export function lastSteps(lines: readonly Line[]): Candidate[] {
  return lines.flatMap((line, index) => {
    const at = line.text.lastIndexOf('>') + 1
    const text = line.text.slice(at).trimStart()
    return at > 0 && NAMED.test(text) ? [{ line: index, text: withoutTail(text), from: line.to - text.length }] : []
  })
}
