import type { ItemKind } from '../types.js'
import { wordAt } from './cues.js'
import type { Piece } from './pieces.js'

/** What a heading says: the kind of the units below it, or `null` where it names problems and measures together. */
export interface Heading {
  readonly kind: ItemKind | null
  readonly end: number
}

/** What is known when a heading is read: whether problems were named before it, and of which year. */
export interface HeadingContext {
  readonly problemSeen: boolean
  readonly problemYear: number | null
  readonly first: boolean
}

interface Walk {
  end: number
  problem: boolean
  measure: boolean
  fix: boolean
  joined: boolean
  prior: boolean
  year: number | null
}

export const YEAR = /(20\d\d|二[○〇零OoＯ0][○〇零OoＯ0一二三四五六七八九]{2})\s*年/y
const EDGE = /\s*(?:$|\n|[:：])/y
const EDGE_NUMBERED = /\s*(?:$|\n|[:：。.．]|[（(\d①-⑳]|[一二三四五六七八九十]{1,3}[是、])/y
const NUMBERED = new Set(['han', 'paren_han', 'digit', 'paren_digit'])

/**
 * Reads a heading at the start of a piece, or `null`. A heading is made of heading words only (nouns, fillers, years) and
 * ends at a line end, a colon or, where it is numbered, at the next enumerator or at a word that opens a sentence
 * (`（一）存在问题虽然…`, a page that lost its line ends).
 */
export function readHeading(text: string, piece: Piece, context: HeadingContext): Heading | null {
  const mark = piece.enumerator
  if (mark && !NUMBERED.has(mark.family)) return null
  const numbered = mark !== null || context.first
  const walk = walkWords(text, skip(text, mark?.end ?? piece.start, /[#>*|\s]/))
  if (!(walk.problem || walk.measure || walk.fix)) return null
  const end = headingEnd(text, walk, numbered)
  return end === null ? null : { kind: kindOf(walk, context), end }
}

function walkWords(text: string, from: number): Walk & { filled: number } {
  const walk = {
    end: from,
    filled: from,
    problem: false,
    measure: false,
    fix: false,
    joined: false,
    prior: false,
    year: null as number | null,
  }
  let position = from
  let joiner = false
  for (;;) {
    position = skip(text, position, /[ \t\u3000]/)
    const fix = wordAt(text, position, 'fix_nouns')
    const measure = wordAt(text, position, 'measure_nouns')
    const problem = wordAt(text, position, 'problem_nouns')
    const noun = [fix, measure, problem].sort((a, b) => b.length - a.length)[0] ?? ''
    const filler = fillerAt(text, position)
    if (noun === '' && filler.length === 0) break
    if (filler.length > noun.length) {
      if (filler.prior) walk.prior = true
      walk.year ??= filler.year
      if (filler.joiner) joiner = true
      position += filler.length
      walk.filled = position
      continue
    }
    if (noun === problem && (walk.measure || walk.fix) && !joiner) break
    if (joiner && (walk.problem || walk.measure || walk.fix)) walk.joined = true
    if (noun === fix) walk.fix = true
    else if (noun === measure) walk.measure = true
    else walk.problem = true
    joiner = false
    position += noun.length
    walk.end = position
    walk.filled = position
  }
  return walk
}

function fillerAt(
  text: string,
  position: number,
): { length: number; joiner: boolean; prior: boolean; year: number | null } {
  YEAR.lastIndex = position
  const year = YEAR.exec(text)
  if (year) return { length: year[0].length, joiner: false, prior: false, year: Number(year[1]) || null }
  const prior = wordAt(text, position, 'prior_words')
  const joiner = wordAt(text, position, 'joiners')
  const plain = wordAt(text, position, 'heading_fillers')
  const length = Math.max(prior.length, joiner.length, plain.length)
  return {
    length,
    joiner: length > 0 && joiner.length === length,
    prior: length > 0 && prior.length === length,
    year: null,
  }
}

function headingEnd(text: string, walk: Walk & { filled: number }, numbered: boolean): number | null {
  const edge = numbered ? EDGE_NUMBERED : EDGE
  for (const end of [walk.filled, walk.end]) if (matchesAt(edge, text, end)) return pastColon(text, end)
  if (!numbered) return null
  const glued = skip(text, walk.end, /[ \t\u3000]/)
  const opener = wordAt(text, glued, 'heading_openers') !== '' || matchesAt(YEAR, text, glued)
  const another = wordAt(text, glued, 'heading_fillers') !== '' || wordAt(text, glued, 'problem_nouns') !== ''
  return opener || (another && walk.joined) ? walk.end : null
}

function kindOf(walk: Walk, context: HeadingContext): ItemKind | null {
  const { problem, measure, fix, prior, year } = walk
  const earlier =
    prior || !context.problemSeen || (year !== null && context.problemYear !== null && year < context.problemYear)
  if (problem && (measure || fix) && walk.joined) {
    return !context.first && (prior || (year !== null && fix)) && earlier ? 'prior_year_fix' : null
  }
  if (fix) return earlier && (problem || prior || year !== null) ? 'prior_year_fix' : 'measure'
  if (measure) return 'measure'
  return prior ? 'prior_year_fix' : 'problem'
}

function matchesAt(pattern: RegExp, text: string, position: number): boolean {
  pattern.lastIndex = position
  return pattern.test(text)
}

function skip(text: string, from: number, what: RegExp): number {
  let position = from
  while (position < text.length && what.test(text[position] ?? '')) position += 1
  return position
}

const pastColon = (text: string, end: number): number => {
  const next = skip(text, end, /[ \t\u3000]/)
  return /[:：。.．]/.test(text[next] ?? '') ? next + 1 : end
}
