import { pageRemains } from '../forms/vocabulary.js'
import type { Folded, Place } from '../types.js'
import { edgeLines, type Line, linesOf, outside } from './lines.js'
import type { FoundSection } from './sections.js'
import { placeOf } from './stream.js'

type Range = readonly [from: number, to: number]

/** A printed page's number: — 3 —. */
const PAGE_NUMBER = /^[-—–]\s{0,3}\d{1,3}\s{0,3}[-—–]$/
/** What a label's value or a counter may be. */
const TIME_OR_COUNT = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}:\d{2}(?::\d{2})?|\d{1,7})$/
/** No line of a page's own is longer. */
const MAX_LINE = 120

/**
 * Finds what belongs to the page or the file rather than to the report: menus, page data, counters, share links, page
 * numbers. Places in reading order, neighbours joined. Nothing is taken away from the text; titles, signatures and
 * the report's own words are never among them, though page data may repeat title and issuer.
 */
export function findRemains(folded: Folded, tables: readonly Range[], sections: readonly FoundSection[]): Place[] {
  const body = sections[0]?.range[0] ?? folded.text.length
  const end = Math.max(0, ...sections.map(({ range }) => range[1]))
  const parts = linesOf(folded.text).flatMap((line) => edgeLines(outside(line, tables)))
  const found: Line[] = []
  let previous = false
  for (const part of parts) {
    const where = part.from < body ? 'above' : part.from >= end ? 'below' : 'within'
    previous = belongsToPage(part.text, where) || (previous && where !== 'within' && TIME_OR_COUNT.test(part.text))
    if (previous) found.push(part)
  }
  return joined(found, folded.text).map(([from, to]) => placeOf(folded, from, to))
}

/** Whether a line belongs to the page. Labels and single words are trusted outside the sections only. */
export function belongsToPage(line: string, where: 'above' | 'within' | 'below'): boolean {
  if (line.length > MAX_LINE) return false
  const { phrases, labels, whole } = pageRemains()
  const blind = line.replace(/\s/g, '')
  if (PAGE_NUMBER.test(line) || phrases.some((phrase) => blind.includes(phrase))) return true
  if (where === 'within') return false
  if (where === 'below' && /^[\w-]{1,4}$/.test(blind)) return true
  return whole.includes(blind) || labels.some((label) => blind.startsWith(`${label}:`))
}

function joined(lines: readonly Line[], text: string): Range[] {
  const ranges: [number, number][] = []
  for (const { from, to } of lines) {
    const last = ranges.at(-1)
    if (last !== undefined && text.slice(last[1], from).trim() === '') last[1] = to
    else ranges.push([from, to])
  }
  return ranges
}
