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

/** A section, for what its sentences are about. */
export interface Home {
  readonly section: { readonly key: string }
  readonly range: Range
}

/**
 * The sentences outside the tables, up to 。 ! or ?; a `;` stays inside. Lines that a page or a narrow column broke in the
 * middle of a sentence are joined again. Between two digits one blank is kept: what it separates is not one number.
 */
export function sentencesOf(folded: Folded, tables: readonly Range[], homes: readonly Home[] = []): Sentence[] {
  const sentences: Sentence[] = []
  let chars: string[] = []
  let at: number[] = []
  const close = () => {
    if (chars.length > 0) sentences.push({ text: chars.join(''), at, section: sectionAt(at[0] ?? 0, homes) })
    chars = []
    at = []
  }
  let previous: Line | null = null
  for (const line of linesOf(folded.text)) {
    if (PAGE_MARK.test(line.text)) continue
    if (isTableRow(line.text) || (previous !== null && !goesOn(previous, line))) close()
    previous = line
    if (isTableRow(line.text)) continue
    for (let i = line.from; i < line.to; i++) {
      const char = folded.text[i] ?? ''
      if (inTable(i, tables) || char === CELL) {
        close()
      } else if (!/\s/.test(char) && !(char === '?' && isLostBlank(folded.text, i))) {
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

/** Sections stand in the order of the text, inner ones behind those around them. */
function sectionAt(unit: number, homes: readonly Home[]): string | null {
  return homes.findLast(({ range: [from, to] }) => unit >= from && unit < to)?.section.key ?? null
}

/** No sentence is longer; what seems to be is none, and is cut. */
const LONGEST = 3000
const SENTENCE_END = /[。!?]/
/** A ? between a word and a number is a blank that some site could not encode: 主动公开信息?340条. */
function isLostBlank(text: string, i: number): boolean {
  return /[\u4e00-\u9fff]/.test(text[i - 1] ?? '') && /\d/.test(text[i + 1] ?? '')
}
const PAGE_MARK = /^[—–―-]{1,2}\s*\d{1,4}\s*[—–―-]{1,2}$/
/** A line shorter than this is a line of its own; a longer one without an end goes on in the next. */
const FULL_LINE = 20
const OWN_LINE = /^(?:[#|>]|[一二三四五六七八九十]{1,3}、|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[.、])/

function goesOn(line: Line, next: Line): boolean {
  return line.text.length >= FULL_LINE && !/[。;:!?|]$/.test(line.text) && !OWN_LINE.test(next.text)
}

/** A row of a table that is none of the statutory ones. */
function isTableRow(line: string): boolean {
  return (line.match(/[|\u001f]/g)?.length ?? 0) >= 2
}

function inTable(i: number, tables: readonly Range[]): boolean {
  return tables.some(([from, to]) => i >= from && i < to)
}

/** The place in the source of the units `[from, to)` of a sentence. */
export function sentencePlace(folded: Folded, sentence: Sentence, from: number, to: number): Range {
  const first = sentence.at[from] ?? 0
  const last = sentence.at[to - 1] ?? first
  return placeOf(folded, first, last + 1)
}
