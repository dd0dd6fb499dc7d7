import type { Folded, ItemKind, Place } from '../types.js'
import { type UnitSpan, walkSection } from './unit-walk.js'

/** One problem, one measure, or one fix of last year's problem, as section five words it. */
export interface Unit {
  readonly kind: ItemKind
  /** Counts from 1 within the kind, in reading order, whatever number is printed. */
  readonly ordinal: number
  /** A slice of the folded text, its enumerator and the punctuation at its ends left out. */
  readonly text: string
  /** The same slice in the source. */
  readonly at: Place
}

/**
 * Splits the section on problems and improvements (五、存在的主要问题及改进情况) into problems, measures, and fixes of the
 * problems of the year before. What does it answer: what does this body say is wrong, what does it promise, and what does it
 * say became of last year's promises, one entry each, traceable to its place.
 *
 * What makes a unit:
 * - Where there is a list, each item of its outermost level is a unit, with all that belongs to it (lists inside an item do
 *   not divide it). Enumerators are 一是, 首先, 第三, 一、, （一）, 1., (1), ①; the printed numbers may be wrong. The
 *   sentences before the first item lead up to the list and are no unit.
 * - Where there is no list, each sentence with a cue word is one; parts between semicolons count as sentences where each has
 *   a cue of its own. A sentence with neither cue, or one that only announces that problems exist, is no unit; of
 *   存在一些不足，如… only what follows 如 is. Under a heading of their own all sentences count, save praise.
 * - The kind is said by a heading (主要问题, 改进措施, 2019年问题整改情况), else by a sentence that turns (下一步, 针对上述问题,
 *   2021年…将), else by the cue words of the items. Text whose kind nothing tells is no unit.
 * - Enumerators stand outside the unit's text, and so do blanks and punctuation at its two ends.
 *
 * Cue words are data: `data/reference/lexicons/unit-cues.json`. A section without cues, or an empty one, has no units.
 *
 * Source: article 50 (4) of the Regulations on Open Government Information; section five of the form of 2021.
 *
 * @param section the section, its heading included or not, folded to Simplified characters, with offsets into the source
 * @returns units in reading order; they do not overlap
 * @throws when there are fewer offsets than characters
 * @example
 * const text = '存在的问题：一是更新不及时；二是解读单一。下一步，我局将加强培训。'
 * const units = splitUnits({ text, offsets: Array.from({ length: text.length + 1 }, (_, i) => i) })
 * units.map((unit) => `${unit.kind} ${unit.ordinal} ${unit.text}`)
 * // ['problem 1 更新不及时', 'problem 2 解读单一', 'measure 1 下一步，我局将加强培训']
 */
export function splitUnits(section: Folded): Unit[] {
  const { text, offsets, ends } = section
  if (offsets.length <= text.length)
    throw new Error('splitUnits requires one offset for each character and one for the end')
  const counts: Record<ItemKind, number> = { problem: 0, measure: 0, prior_year_fix: 0 }
  return walkSection(text).flatMap(({ kind, start, end }: UnitSpan) => {
    const [from, to] = trimmed(text, start, end)
    if (from >= to) return []
    counts[kind] += 1
    return [
      {
        kind,
        ordinal: counts[kind],
        text: text.slice(from, to),
        at: [offsets[from] ?? 0, (ends === undefined ? offsets[to] : ends[to - 1]) ?? 0] as const,
      },
    ]
  })
}

const EDGE = /[\s,，、:：;；。.．!！]/

function trimmed(text: string, start: number, end: number): Place {
  let from = start
  let to = end
  while (from < to && EDGE.test(text[from] ?? '')) from += 1
  while (to > from && EDGE.test(text[to - 1] ?? '')) to -= 1
  return [from, to]
}
