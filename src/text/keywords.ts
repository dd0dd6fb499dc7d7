import { readReference } from '../forms/reference.js'
import type { Folded, ItemKind, KeywordRow, Place, TokenRow } from '../types.js'
import type { Segmenter } from './segmenter.js'
import type { Unit } from './units.js'

/** A class of stop words: `grammar`, `self`, `time`, `frame`, `formula`; what each holds and why stands in the data. */
export interface StopClass {
  readonly class: string
  readonly reason: string
  readonly words: readonly string[]
}

/** What a keyword count leaves out. */
export interface KeywordOptions {
  /** Shortest keyword, in characters; 2 unless told: single characters are the weakest part of a segmentation. */
  readonly minLength?: number
  /** True counts numbers, in digits or in Chinese; false unless told: they belong to quantities, not to subjects. */
  readonly numbers?: boolean
  /** Words to leave out, in place of the list of `data/reference/lexicons/stopwords.json`; `[]` leaves out none. */
  readonly stopWords?: Iterable<string>
}

const KINDS: readonly ItemKind[] = ['problem', 'measure', 'prior_year_fix']

/** The stop words of `data/reference/lexicons/stopwords.json` by class, each class with the reason for leaving it out. */
export const stopClasses = (): readonly StopClass[] =>
  readReference<{ classes: readonly StopClass[] }>('lexicons/stopwords.json', 'lexicon-stopwords').classes

/**
 * The tokens of a report's units, one a row, in reading order, each with its place in the source as published. White space
 * is left out; punctuation stays, since collocations must not cross it.
 *
 * @param reportId the report the units were split from
 * @param units what `splitUnits(section)` returned
 * @param section the same folded section: it leads from the tokens back to the source
 * @param segmenter from `await loadSegmenter()`
 * @throws when a unit does not stand in the section
 * @example
 * const text = '主要问题：政策解读单一。'
 * const section = { text, offsets: Array.from({ length: text.length + 1 }, (_, i) => 100 + i) }
 * const rows = tokenRows('a-2020', splitUnits(section), section, await loadSegmenter())
 * rows[0] // { report_id: 'a-2020', item_kind: 'problem', item_ordinal: 1, token: '政策解读', start: 105, end: 109 }
 */
export function tokenRows(
  reportId: string,
  units: readonly Unit[],
  section: Folded,
  segmenter: Pick<Segmenter, 'segment'>,
): TokenRow[] {
  let from = 0
  return units.flatMap((unit) => {
    const base = positionOf(unit, section, from)
    from = base + unit.text.length
    return segmenter
      .segment(unit.text)
      .filter((token) => token.text.trim() !== '')
      .map((token) => ({
        report_id: reportId,
        item_kind: unit.kind,
        item_ordinal: unit.ordinal,
        token: token.text,
        start: section.offsets[base + token.start] ?? 0,
        end: (section.ends === undefined ? section.offsets[base + token.end] : section.ends[base + token.end - 1]) ?? 0,
      }))
  })
}

/** Where a unit stands in the folded text; several folded characters may come from one character of the source. */
function positionOf(unit: Unit, { text, offsets }: Folded, from: number): number {
  for (let index = text.indexOf(unit.text, from); index >= 0; index = text.indexOf(unit.text, index + 1)) {
    if (offsets[index] === unit.at[0]) return index
  }
  throw new Error(
    `tokenRows requires units of this section, in reading order; ${unit.kind} ${unit.ordinal} is not in it`,
  )
}

/**
 * Counts the words of problems and measures. It answers: which words does a report use for what is wrong, which for what it
 * promises, and where? One row a report, kind and word, with every place in the source, so that a count can be read back.
 *
 * Left out are stop words, numbers, punctuation and one-character tokens (see the options). Rows are sorted by report, then
 * kind, then the larger count, then the earlier first place: the order depends on the tokens alone. Counts are occurrences,
 * not documents; words are compared as they stand, Latin letters with their case.
 *
 * @example
 * keywords([
 *   { report_id: 'a', item_kind: 'problem', item_ordinal: 1, token: '政策解读', start: 10, end: 14 },
 *   { report_id: 'a', item_kind: 'problem', item_ordinal: 2, token: '政策解读', start: 30, end: 34 },
 * ])
 * // [{ report_id: 'a', item_kind: 'problem', keyword: '政策解读', count: 2, places: [[10, 14], [30, 34]] }]
 */
export function keywords(tokens: readonly TokenRow[], options: KeywordOptions = {}): KeywordRow[] {
  const { minLength = 2, numbers = false } = options
  if (!(minLength >= 1)) throw new Error('keywords requires a minLength of at least 1')
  const stop = new Set(options.stopWords ?? stopClasses().flatMap((entry) => entry.words))
  const counted = (token: string): boolean =>
    [...token].length >= minLength && /[\p{L}\p{N}]/u.test(token) && !stop.has(token) && (numbers || !isNumber(token))
  const found = new Map<string, KeywordRow & { places: Place[] }>()
  for (const { report_id, item_kind, token, start, end } of tokens) {
    if (!counted(token)) continue
    const key = JSON.stringify([report_id, item_kind, token])
    const row = found.get(key) ?? { report_id, item_kind, keyword: token, count: 0, places: [] }
    row.places.push([start, end])
    found.set(key, row)
  }
  return [...found.values()].map(finished).sort(byReportKindCountPlace)
}

const finished = (row: KeywordRow): KeywordRow => ({
  ...row,
  count: row.places.length,
  places: [...row.places].sort((a, b) => a[0] - b[0]),
})

/** A token made of digits and Chinese numerals only, with their marks: 12.5, 30%, 第二十, 两万. */
const isNumber = (token: string): boolean =>
  /^第?[\p{N}.,%％‰\-－零〇○一二三四五六七八九十百千万亿两]+[年月日条件次个项期]?$/u.test(token)

function byReportKindCountPlace(a: KeywordRow, b: KeywordRow): number {
  return (
    compare(a.report_id, b.report_id) ||
    KINDS.indexOf(a.item_kind) - KINDS.indexOf(b.item_kind) ||
    b.count - a.count ||
    (a.places[0]?.[0] ?? 0) - (b.places[0]?.[0] ?? 0) ||
    compare(a.keyword, b.keyword)
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
