import { pageRemains } from '../../forms/vocabulary.js'
import type { Folded, Place, ReportHead } from '../../types.js'
import { leadingDay } from '../head/published.js'
import { edgeLines, type Line, linesOf, outside } from '../lines.js'
import { placeOf } from '../stream.js'
import type { FoundSection } from './sections.js'

type Range = readonly [from: number, to: number]

/** A printed page's number: — 3 —. */
const PAGE_NUMBER = /^[-—–]\s{0,3}\d{1,3}\s{0,3}[-—–]$/
/** What a label's value or a counter may be. */
const TIME_OR_COUNT = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}:\d{2}(?::\d{2})?|\d{1,7})$/
const ATTACHED_FILE = /\.(?:docx?|pdf|xlsx?|wps|ofd|zip|rar)$/i
/** No line of a page's own is longer. */
const MAX_LINE = 120

/**
 * Finds what belongs to the page or the file rather than to the report: menus, page data, counters, share links, page
 * numbers, and the lines above the title that are no sentences. Places in reading order, neighbours joined. Nothing is taken away from the text; titles, signatures and
 * the report's own words are never among them, though page data may repeat title and issuer.
 */
export function findRemains(
  folded: Folded,
  tables: readonly Range[],
  sections: readonly FoundSection[],
  identity: Pick<ReportHead, 'titleAt' | 'issuerAt'>,
): Place[] {
  const body = sections[0]?.range[0] ?? folded.text.length
  const end = sections.reduce((last, { range }) => Math.max(last, range[1]), 0)
  const parts = linesOf(folded.text).flatMap((line) => edgeLines(outside(line, tables)))
  const found: Line[] = []
  let previous = false
  for (const part of parts) {
    const where = part.from < body ? 'above' : part.from >= end ? 'below' : 'within'
    const at = placeOf(folded, part.from, part.to)
    const ofPage = belongsToPage(part.text, where)
    if (!ofPage && (isOf(identity.issuerAt, at) || isOf(identity.titleAt, at))) {
      previous = false
      continue
    }
    const aboveTitle = where === 'above' && at[0] < (identity.titleAt?.[0] ?? 0) && !/[。!?]/.test(part.text)
    previous = aboveTitle || ofPage || (previous && where !== 'within' && TIME_OR_COUNT.test(part.text))
    if (previous) found.push(part)
  }
  return joined(found, folded.text).map(([from, to]) => placeOf(folded, from, to))
}

/** Whether what was read stands in this line. */
function isOf(read: Place | null, [start, end]: Place): boolean {
  return read !== null && read[0] >= start && read[0] < end
}

/**
 * Whether a line belongs to the page. A sentence never does; within the sections neither does a clause, and labels and
 * single words are not trusted there.
 */
export function belongsToPage(line: string, where: 'above' | 'within' | 'below'): boolean {
  if (line.length > MAX_LINE) return false
  const { phrases, labels, whole } = pageRemains()
  const blind = line.replace(/\s/g, '')
  if (PAGE_NUMBER.test(line)) return true
  if ((where === 'within' ? /[,。;:]/ : /[。;]/).test(line)) return false
  if (phrases.some((phrase) => blind.includes(phrase))) return true
  if (where === 'within') return false
  if (where === 'below' && (/^[\w-]{1,4}$/.test(blind) || ATTACHED_FILE.test(blind))) return true
  if (where === 'above' && leadingDay({ text: line, from: 0, to: line.length }) !== null) return true
  const bare = blind.replace(/^[|\u001d\u001f•·*[【(-]+/, '')
  return whole.includes(blind) || whole.includes(bare) || labels.some((label) => isLabelled(bare, label))
}

/** Whether a line begins with a label: before a colon, or in a cell of its own. */
function isLabelled(line: string, label: string): boolean {
  return line.startsWith(label) && /^[:|\u001d\u001f]/.test(line.slice(label.length))
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
