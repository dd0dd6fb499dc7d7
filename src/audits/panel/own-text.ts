import { ALL_TABLES, cellsOf } from '../../forms/forms.js'
import { panelReference } from '../../forms/panel.js'
import type { Folded, Place, Report } from '../../types.js'
import { tableRegions } from './table-regions.js'

/** A report's own words as one stream; unit `i` of `chars` stands at `[starts[i], ends[i])` of the source. */
export interface OwnText {
  readonly chars: string
  readonly starts: Uint32Array
  readonly ends: Uint32Array
}

/** Stands where something was left out, so that no passage runs across it. */
export const BREAK = '\u0000'
/** Figures are set aside: last year's sentence with this year's number is last year's sentence. */
const NUMBER = /\d[\d.,%]*/g

/**
 * The words of a report that are its own: without white space, tables, headings of sections, what stands before the first of
 * them (title, contacts, period) and what belongs to the page, for each of which a `BREAK` stands; without statutory wording
 * (`data/reference/panel.json`) and the issuer's own name; each number stands as `#`.
 */
export function ownText(report: Report, folded: Folded, names: readonly (string | null)[]): OwnText {
  const read = keptText(folded, leftOut(report, folded))
  const left = replaced(read, tableRegions(read.chars), BREAK)
  const wording = [...panelReference().reused_text.statutory, ...names.flatMap((name) => name ?? [])]
    .map((words) => words.replace(/\s+/g, ''))
    .filter((words) => words.length >= 2)
    .sort((a, b) => b.length - a.length)
  const pattern = new RegExp(wording.map((words) => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g')
  const numbered = replaced(left, matches(left, NUMBER), '#')
  return wording.length === 0 ? numbered : replaced(numbered, matches(numbered, pattern), '')
}

/** The folded text of a place in the source. */
export function foldedSlice(folded: Folded, [start, end]: Place): string {
  return folded.text.slice(indexAt(folded, start), indexAt(folded, end))
}

/** The first unit of the folded text that begins at or behind an offset of the source. */
function indexAt({ offsets, text }: Folded, offset: number): number {
  let low = 0
  let high = text.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((offsets[middle] ?? 0) < offset) low = middle + 1
    else high = middle
  }
  return low
}

type Range = readonly [from: number, to: number]

/** What is not the report's own words, as ranges of the folded text in reading order. */
function leftOut(report: Report, folded: Folded): Range[] {
  const { titleAt, issuerAt, remains } = report.report
  const headings = report.sections.filter(({ level }) => level === 1).map(({ headingAt }) => headingAt)
  const first = headings[0]
  const opening: Place[] = first === undefined ? [] : [[0, first[0]]]
  const places = [...opening, ...remains, ...headings, ...[titleAt, issuerAt].filter((at) => at !== null)]
  const ranges = [...places, ...tablePlaces(report)].map(
    ([start, end]): Range => [indexAt(folded, start), indexAt(folded, end)],
  )
  return ranges.sort((a, b) => a[0] - b[0])
}

/** From the first figure of a table to its last. */
function tablePlaces(report: Report): Place[] {
  return ALL_TABLES.flatMap((table): Place[] => {
    const places = cellsOf(report, table).flatMap(({ at }) => (at === null ? [] : [at]))
    if (places.length === 0) return []
    const start = places.reduce((least, [from]) => Math.min(least, from), Number.POSITIVE_INFINITY)
    const end = places.reduce((most, [, to]) => Math.max(most, to), 0)
    return [[start, end]]
  })
}

function keptText(folded: Folded, ranges: readonly Range[]): OwnText {
  const chars: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const put = (char: string, from: number, to: number) => {
    chars.push(char)
    starts.push(folded.offsets[from] ?? 0)
    ends.push((folded.ends === undefined ? folded.offsets[to] : folded.ends[to - 1]) ?? 0)
  }
  let next = 0
  for (let i = 0; i < folded.text.length; i++) {
    while (next < ranges.length && (ranges[next]?.[1] ?? 0) <= i) next++
    const range = ranges[next]
    if (range !== undefined && range[0] <= i) {
      put(BREAK, i, range[1])
      i = range[1] - 1
      continue
    }
    const char = folded.text[i] ?? ''
    if (!/[\s|\u001d\u001f]/.test(char)) put(char, i, i + 1)
  }
  return { chars: chars.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}

function matches({ chars }: OwnText, pattern: RegExp): Range[] {
  return Array.from(chars.matchAll(pattern), ({ 0: found, index }): Range => [index, index + found.length])
}

/** The stream with each of these ranges, which are in order and do not overlap, replaced by one sign or none. */
function replaced(text: OwnText, ranges: readonly Range[], by: '' | '#' | typeof BREAK): OwnText {
  const chars: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const keep = (from: number, to: number) => {
    chars.push(text.chars.slice(from, to))
    for (let i = from; i < to; i++) {
      starts.push(text.starts[i] ?? 0)
      ends.push(text.ends[i] ?? 0)
    }
  }
  let done = 0
  for (const [from, to] of ranges) {
    keep(done, from)
    done = to
    if (by === '') continue
    chars.push(by)
    starts.push(text.starts[from] ?? 0)
    ends.push(text.ends[to - 1] ?? 0)
  }
  keep(done, text.chars.length)
  return { chars: chars.join(''), starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) }
}
