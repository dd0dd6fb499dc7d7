import { type Line, linesOf, outside } from '../lines.js'
import { isFormLabel, isStatutory, kindOf, MAX_HEADING } from './heading-words.js'
import { inlineHeadings, runsOn } from './inline-headings.js'

export interface Heading {
  readonly level: number
  readonly key: string | null
  readonly from: number
  readonly to: number
  /** True where text runs on behind the heading. */
  readonly inline?: boolean
}

type Range = readonly [from: number, to: number]

const LEVELS: readonly (readonly [level: number, numbering: RegExp])[] = [
  [1, /^(?:#{1,6}\s*)?(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]{1,3}\s*、|、(?=[^\s]))/],
  [2, /^(?:#{1,6}\s*)?\(?[一二三四五六七八九十]{1,3}\)/],
  [3, /^\d{1,2}[.、](?!\d)/],
]

/** 一 概述, 一.概述, 一,、概述: a number without its mark, or with another, before words that are a heading's. */
const LOOSE = /^(?:#{1,6}\s*)?[一二三四五六七八九十]{1,3}(?:\s*[.,:]\s?、?|\s+)(?=\p{Script=Han})/u

/**
 * The headings of a folded text outside its tables: numbered 一、 · (一) · 1. at the start of a line, or a line that is a
 * statutory heading without its number. A damaged number (`、强化…`, `3、收到…`) counts by what the heading says. In a line that
 * runs on over several sections they are told by their numbering and wording (see `inlineHeadings`).
 */
export function findHeadings(text: string, tables: readonly Range[]): Heading[] {
  const inTable = (line: Line) => tables.some(([from, to]) => line.from >= from && line.from < to)
  return linesOf(text).flatMap((line) => {
    if (runsOn(line)) return inlineHeadings(outside(line, tables))
    return inTable(line) ? [] : splitRunOn(withoutMarks(line)).flatMap((part) => headingOf(part) ?? [])
  })
}

/** ????一、概述: question marks for the blanks of an indent, as conversions leave them. */
function withoutMarks(line: Line): Line {
  const length = /^\?{2,9}\s{0,9}/.exec(line.text)?.[0].length ?? 0
  return { text: line.text.slice(length), from: line.from + length, to: line.to }
}

/** Cuts a paragraph where a sentence ends and a bracketed numeral follows: several (一)… (二)… run on in one line. */
function splitRunOn(line: Line): Line[] {
  let from = line.from
  return line.text.split(/(?<=[。;])(?=\(?[一二三四五六七八九十]{1,2}\))/).map((text) => {
    const part = { text, from, to: from + text.length }
    from = part.to
    return part
  })
}

function headingOf(line: Line): Heading | null {
  for (const [level, numbering] of LEVELS) {
    const number = numbering.exec(line.text)?.[0]
    if (number === undefined) continue
    const rest = line.text.slice(number.length)
    const length = headingLength(rest)
    const title = rest.slice(0, length)
    if (title.trim().length < 2 || isFormLabel(title.replace(/\s/g, ''))) return null
    const to = line.from + number.length + length
    return {
      level: level === 3 && isStatutory(title) ? 1 : level,
      key: kindOf(title)?.key ?? null,
      from: line.from,
      to,
    }
  }
  const loose = LOOSE.exec(line.text)?.[0] ?? ''
  const words = line.text.slice(loose.length)
  if (loose !== '' && words.length <= MAX_HEADING && !/[,。;:]/.test(words)) {
    const key = kindOf(words)?.key
    if (key !== undefined) return { level: 1, key, from: line.from, to: line.to }
  }
  const bare = line.text.replace(/^#{1,6}\s*/, '')
  return isStatutory(bare) ? { level: 1, key: kindOf(bare)?.key ?? null, from: line.from, to: line.to } : null
}

/** Length of the heading at the start of a line: the line, its first sentence or first clause; 0 when none is short enough. */
function headingLength(rest: string): number {
  for (const end of [/[。;:]/, /[,。;:]/]) {
    const found = rest.search(end)
    const length = found < 0 ? rest.length : found
    if (length > 0 && length <= MAX_HEADING) return length
  }
  return 0
}
