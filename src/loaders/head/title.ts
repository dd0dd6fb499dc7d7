import { headWords } from '../../forms/head-words.js'
import type { Line } from '../lines.js'
import { anyOf, once } from '../word-patterns.js'
import { nameLine } from './body-name.js'
import { issuerInTitle } from './title-issuer.js'
import type { Candidate } from './title-lines.js'
import { endsTitle, MAX_TITLE, titlePhrase, YEAR } from './title-phrase.js'

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
  /** Whether a file's ending stands behind them: …年度报告.pdf. */
  readonly isFile: boolean
}

/** A title, how much speaks for it, and the issuer that it or the line above it names. */
export interface Judged {
  readonly title: Title
  readonly score: number
  readonly name: string | null
}

/** A title that scores less tells neither year nor issuer, or runs on. */
const LEAST = 2

/** Of words that may be a title those that are one: a year in it counts for it, words behind it against it. */
export function judged(candidates: readonly Candidate[], lines: readonly Line[], text: string): Judged[] {
  return candidates.flatMap((candidate) => {
    const found = judge(candidate, lines)
    if (found === null || found.score < LEAST) return []
    const name = issuerInTitle(text, found.title) ?? nameLine(lines[found.title.line - 1])
    return [{ ...found, name: name && text.slice(...name).replace(/\s/g, '') }]
  })
}

function judge({ line, text, from }: Candidate, lines: readonly Line[]): { title: Title; score: number } | null {
  if (text.length > MAX_TITLE || /[>|。;,]/.test(text) || PATH.test(text) || !bracketsClose(text)) return null
  const phrase = titlePhrase(text)
  if (phrase === null || sentence().test(text)) return null
  const found = YEAR.exec(text) ?? bareYear(text, phrase[0])
  const value = found ? yearNumber(found.groups?.year ?? '') : null
  const year =
    found && value
      ? { value, range: [from + found.index, from + found.index + found[0].length] as const, basis: 'title' as const }
      : null
  const tail = text.slice(phrase[1]).trim()
  const ends = tail === '' || endsTitle(tail)
  const score = (year ? 3 : 0) + (ends ? 2 : 0) + (phrase[0] > (found?.[0].length ?? 0) + 2 ? 1 : 0)
  const start = from + (text.length - text.trimStart().length)
  const range = [start, from + text.trimEnd().length] as const
  return {
    title: { lines, line, range, year, phrase: [from + phrase[0], from + phrase[1]], isFile: FILE.test(tail) },
    score,
  }
}

/** 2019某某市政府…, 某某州2019政府信息公开…: a year without 年 at the begin, right before the closing words, or in brackets at the end. */
function bareYear(text: string, phrase: number): RegExpExecArray | null {
  const last = /(?<=\(\s?)(?<year>20\d{2})(?=\s?\)$)/.exec(text)
  if (last !== null) return last
  const found = /(?<!\d)(?<year>20\d{2})(?=\s?\p{Script=Han})/u.exec(text.slice(0, phrase + 1))
  const behind = found === null ? '' : text.slice(found.index + found[0].length, phrase)
  return found !== null && (text.slice(0, found.index).trim() === '' || behind.trim() === '') ? found : null
}

/** 现将2019年政府信息公开工作情况报告如下: begins or goes on as a sentence does. */
const sentence = once(() => {
  const { closings, no_begins, no_ends } = headWords().titles
  return new RegExp(`^\\s*${anyOf(no_begins)}|${anyOf(closings)}\\s*${anyOf(no_ends)}`)
})

const FILE = /^[^\n]{0,20}\.(?:docx?|pdf|xlsx?|wps|ofd|zip|rar|html?)$/i

/** zfxxgk/2015_某某局…: a file's path. */
const PATH = /[A-Za-z]\/\w/

/** A line of running text may begin or end within a law's name. */
function bracketsClose(text: string): boolean {
  return text.split('《').length === text.split('》').length && text.indexOf('》') >= text.indexOf('《')
}

function yearNumber(written: string): number | null {
  const digits = Array.from(written.replace(/[○零Oo]/g, '〇'), (c) =>
    /\d/.test(c) ? c : '〇一二三四五六七八九'.indexOf(c),
  ).join('')
  return /^20\d{2}$/.test(digits) ? Number(digits) : null
}
