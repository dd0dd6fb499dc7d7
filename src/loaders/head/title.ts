import { headWords } from '../../forms/head-words.js'
import { edgeLines, type Line } from '../lines.js'
import { anyOf, once } from '../word-patterns.js'
import { type Candidate, candidates, lastSteps, runningOn } from './title-lines.js'
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
}

/** Lines in which a title is looked for: pages put menus above it. */
const TITLE_LINES = 80

/**
 * Finds the title: a line, or two of which the second carries on the first, that says 政府信息公开工作年度报告 or the like and is no
 * sentence. A year in it counts for it, words behind it against it; of equal lines the first.
 */
export function findTitle(all: readonly Line[], text: string): Title | null {
  const lines = edgeLines(all.slice(0, TITLE_LINES)).slice(0, TITLE_LINES)
  return (
    best(candidates(lines, text), lines) ??
    best(lastSteps(lines), lines) ??
    best(runningOn(all.slice(0, TITLE_LINES)), all)
  )
}

function best(candidates: readonly Candidate[], lines: readonly Line[]): Title | null {
  let first: { title: Title; score: number } | null = null
  for (const candidate of candidates) {
    const judged = judge(candidate, lines)
    if (judged !== null && (first === null || judged.score > first.score)) first = judged
  }
  return first !== null && first.score >= 2 ? first.title : null
}

function judge({ line, text, from }: Candidate, lines: readonly Line[]): { title: Title; score: number } | null {
  if (text.length > MAX_TITLE || /[>|。;,]/.test(text) || !bracketsClose(text)) return null
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
  return { title: { lines, line, range, year, phrase: [from + phrase[0], from + phrase[1]] }, score }
}

/** 2019某某市政府…, 某某州2019政府信息公开…: a year without 年 at the begin or right before the closing words. */
function bareYear(text: string, phrase: number): RegExpExecArray | null {
  const found = /(?<!\d)(?<year>20\d{2})(?=\s?\p{Script=Han})/u.exec(text.slice(0, phrase + 1))
  const behind = found === null ? '' : text.slice(found.index + found[0].length, phrase)
  return found !== null && (text.slice(0, found.index).trim() === '' || behind.trim() === '') ? found : null
}

/** 现将2019年政府信息公开工作情况报告如下: begins or goes on as a sentence does. */
const sentence = once(() => {
  const { closings, no_begins, no_ends } = headWords().titles
  return new RegExp(`^\\s*${anyOf(no_begins)}|${anyOf(closings)}\\s*${anyOf(no_ends)}`)
})

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
