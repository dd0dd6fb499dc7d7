import type { Folded } from '../../types.js'
import { type Line, linesOf } from '../lines.js'
import { placeOf } from '../stream.js'
import { CELL } from '../surface.js'

export type Range = readonly [from: number, to: number]

/** One sentence of the running text without its white space. Unit `i` of `text` is unit `at[i]` of the folded text. */
export interface Sentence {
  readonly text: string
  readonly at: readonly number[]
  /** What the innermost section around it is about; `null` outside all of them. */
  readonly section: string | null
}

/** A section, for what its sentences are about; in the order of the text, `parent` the index of the one around. */
export interface Home {
  readonly section: { readonly key: string; readonly parent: number | null }
  readonly range: Range
  readonly headingTo: number
}

/**
 * The sentences outside the tables, up to 。 ! or ?; a `;` stays inside. Lines that a page or a narrow column broke in the
 * middle of a sentence are joined again; a heading is a sentence of its own, also where it stands within a line. Between two digits one blank is kept: what it separates is not one number.
 */
export function sentencesOf(folded: Folded, tables: readonly Range[], homes: readonly Home[] = []): Sentence[] {
  const sentences: Sentence[] = []
  let chars: string[] = []
  let at: number[] = []
  const sectionAt = sectionsInOrder(homes)
  const headings = new Set(homes.flatMap(({ range, headingTo }) => [range[0], headingTo]))
  const close = () => {
    if (chars.length > 0) sentences.push({ text: chars.join(''), at, section: sectionAt(at[0] ?? 0) })
    chars = []
    at = []
  }
  let previous: Line | null = null
  for (const line of linesOf(folded.text)) {
    if (PAGE_MARK.test(line.text)) continue
    if (isTableRow(line.text) || (previous !== null && !goesOn(previous, line, chars.join('')))) close()
    previous = line
    const [from, to] = isTableRow(line.text) ? (onlySentence(line) ?? [line.to, line.to]) : [line.from, line.to]
    for (let i = from; i < to; i++) {
      const char = folded.text[i] ?? ''
      if (headings.has(i) && !STOP.test(char)) close()
      if (inTable(i, tables) || char === CELL) {
        close()
      } else if (!/\s/.test(char) && !(char === '?' && isLostBlank(folded.text, i)) && !isBold(folded.text, i)) {
        const before = at.at(-1)
        if (before !== undefined && i > before + 1 && /\d/.test(char) && /\d/.test(chars.at(-1) ?? '')) {
          chars.push(' ')
          at.push(before + 1)
        }
        chars.push(char)
        at.push(i)
        if (SENTENCE_END.test(char) || chars.length >= LONGEST) close()
      }
    }
  }
  close()
  return sentences
}

/** Tells of places, asked in the order of the text, what the innermost section around them is about. */
function sectionsInOrder(homes: readonly Home[]): (unit: number) => string | null {
  let next = 0
  return (unit) => {
    while ((homes[next]?.range[0] ?? Number.POSITIVE_INFINITY) <= unit) next++
    let home = homes[next - 1]
    while (home !== undefined && home.range[1] <= unit) home = homes[home.section.parent ?? -1]
    return home?.section.key ?? null
  }
}

/** No sentence is longer; what seems to be is none, and is cut. */
const LONGEST = 3000
const SENTENCE_END = /[。!?]/
const STOP = /[。!?,;:、]/
/** A ? between a word and a number is a blank that some site could not encode: 主动公开信息?340条. */
function isLostBlank(text: string, i: number): boolean {
  return /[\u4e00-\u9fff]/.test(text[i - 1] ?? '') && /\d/.test(text[i + 1] ?? '')
}
/** Two stars or strokes beside each other are the marks by which Markdown makes words bold. */
function isBold(text: string, i: number): boolean {
  const char = text[i]
  return (char === '*' || char === '_') && (text[i + 1] === char || text[i - 1] === char)
}
const PAGE_MARK = /^[—–―-]{1,2}\s*\d{1,4}\s*[—–―-]{1,2}$/
/** A line shorter than this is a line of its own; a longer one without an end goes on in the next. */
const FULL_LINE = 20
const OWN_LINE = /^(?:[#|>]|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、](?!\d))/

/** A whole heading: 四、因政府信息公开工作被申请行政复议、提起行政诉讼情况; one of which a part stands in the next line ends otherwise. */
const HEADING_LINE =
  /^(?:[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十]{1,3}\))[^,。;:!?\d]{2,60}(?:情况|事项)\s*$/

/** Whether a sentence goes on in the next line; `said` is what of it was read so far. */
function goesOn(previous: Line, next: Line, said: string): boolean {
  if (CUT_NUMBER.test(previous.text) && GOING_ON.test(next.text)) return true
  if (/[。;:!?|]$/.test(previous.text) || OWN_LINE.test(next.text) || HEADING_LINE.test(previous.text)) return false
  if (previous.text.length >= FULL_LINE) return true
  return (
    IN_CLAUSE.test(said) &&
    (/^[,。;、)]/.test(next.text) || BROKEN_OUT.test(previous.text) || BROKEN_OUT.test(next.text))
  )
}

/** Pages that set each number apart break the line before and behind it: 公布了 / 12期 / ,浏览量. */
const BROKEN_OUT = /^(?:约|近|超过?|达)?\d[\d.,]{0,15}[余多]?[百千万亿]{0,2}[余多]?[\u4e00-\u9fff%]{1,4}[,。;]?$/
/** Digits at the end of a line of words, and digits with their unit at the begin of the next: nobody knows that they are two numbers. */
const CUT_NUMBER = /[\u4e00-\u9fff][^。;:!?|]*\d,?$/
const GOING_ON = /^,?\d[\d,.]{0,15}[余多]?[百千万亿]{0,2}[余多]?(?![年月日号])[\u4e00-\u9fff%]/
/** What is no heading and no cell. */
const IN_CLAUSE = /[,;:、][^,;:、]{0,60}$/

/** A row of a table that is none of the statutory ones. */
export function isTableRow(line: string): boolean {
  return (line.match(/[|\u001f]/g)?.length ?? 0) >= 2
}

/**
 * The sentence of a row that holds nothing else but its number (1 | 全年…。): a table that lays out a text. Beside other words a sentence may
 * be of whom or what these say.
 */
export function onlySentence(line: Line): Range | null {
  const cells = [...line.text.matchAll(/[^|\u001d\u001f]+/g)].filter(([words]) => words.trim() !== '')
  const [only, ...more] = cells.filter(([words]) => !ROW_NUMBER.test(words.trim()))
  if (only === undefined || more.length > 0 || !SENTENCE_END.test(only[0].trim().slice(-1))) return null
  return [line.from + only.index, line.from + only.index + only[0].length]
}

/** 1, 1., (一), 一、 */
const ROW_NUMBER = /^\(?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[).、.]?$/

function inTable(i: number, tables: readonly Range[]): boolean {
  return tables.some(([from, to]) => i >= from && i < to)
}

/** The place in the source of the units `[from, to)` of a sentence. */
export function sentencePlace(folded: Folded, sentence: Sentence, from: number, to: number): Range {
  const first = sentence.at[from] ?? 0
  const last = sentence.at[to - 1] ?? first
  return placeOf(folded, first, last + 1)
}
