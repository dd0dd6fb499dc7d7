import type { Folded, Section } from '../../types.js'
import { plainRadicals } from '../fold/radicals.js'
import { linesOf } from '../lines.js'
import { placeOf } from '../stream.js'
import { findHeadings, type Heading } from './headings.js'
import { belongsToPage } from './remains.js'

/** A section with its range in the folded text, for the steps that read its narrative. */
export interface FoundSection {
  readonly section: Section
  readonly range: readonly [from: number, to: number]
  /** Where its heading ends, in the folded text. */
  readonly headingTo: number
}

/**
 * The section tree as a list in document order, each section with its level and the index of the one around it. A section
 * reaches to the next heading of its level or above; signature, date and page remains at its end are left out. A
 * subsection whose heading says nothing of its own has the key of the section around it, and so has every part of the
 * section on problems, whose headings name the problems themselves.
 */
export function readSections(
  folded: Folded,
  source: string,
  tables: readonly (readonly [number, number])[],
): FoundSection[] {
  const headings = findHeadings(folded.text, tables)
  const found: FoundSection[] = []
  const tree = treeOf(headings, folded.text.length)
  headings.forEach((heading, i) => {
    const { parent, end } = tree[i] ?? { parent: null, end: folded.text.length }
    const to = trimmedEnd(folded.text, heading.to, end, tables)
    const around = parent === null ? undefined : found[parent]?.section.key
    const headingAt = placeOf(folded, heading.from, heading.to)
    const section: Section = {
      key: around === 'problems' ? around : (heading.key ?? around ?? 'unclassified'),
      heading: plainRadicals(source.slice(headingAt[0], headingAt[1])),
      at: placeOf(folded, heading.from, to),
      headingAt,
      level: heading.level,
      parent,
      ...(heading.inline ? { inline: true as const } : {}),
      ...(SAYS.test(folded.text.slice(heading.to, to)) ? {} : { empty: true as const }),
    }
    found.push({ section, range: [heading.from, to], headingTo: heading.to })
  })
  return found
}

/** Borders and stops alone say nothing. */
const SAYS = /[^\s|。.、,:;·]/u

/** For each heading the index of the one around it, and where the next of its level or above begins; in one pass. */
function treeOf(headings: readonly Heading[], length: number): { parent: number | null; end: number }[] {
  const tree = headings.map((): { parent: number | null; end: number } => ({ parent: null, end: length }))
  const open: { index: number; level: number }[] = []
  headings.forEach(({ level, from }, index) => {
    for (let last = open.at(-1); last !== undefined && last.level >= level; last = open.at(-1)) {
      const closed = tree[last.index]
      if (closed) closed.end = from
      open.pop()
    }
    const own = tree[index]
    if (own) own.parent = open.at(-1)?.index ?? null
    open.push({ index, level })
  })
  return tree
}

const DATE_LINE =
  /^(?:[\d〇○零一二三四五六七八九十]{4}年\s*[\d一二三四五六七八九十]{1,3}月\s*[\d一二三四五六七八九十]{1,3}日|\d{6,8}|\d{4}[-./]\d{1,2}[-./]\d{1,2})$/
const ATTACHMENT = /\.(?:docx?|pdf|xlsx?|wps|ofd|zip|rar)$/i

/** Where a section's own text ends: before the signature, its date, attachments and what the page adds below. */
function trimmedEnd(text: string, from: number, to: number, tables: readonly (readonly [number, number])[]): number {
  const lastCell = Math.max(from, ...tables.filter(([start]) => start >= from && start < to).map(([, end]) => end))
  const lines = linesOf(text, Math.min(lastCell, to), to)
  let end = lines.length
  let dropped = false
  for (; end > 0; end--) {
    const line = lines[end - 1]?.text ?? ''
    const remains = DATE_LINE.test(line) || ATTACHMENT.test(line) || belongsToPage(line, 'below')
    const signature = line.length <= 30 && !/[。;:,!?]/.test(line)
    if (!remains && !(signature && dropped)) break
    dropped = true
  }
  return dropped ? (lines[end - 1]?.to ?? lastCell) : Math.max(lastCell, lines.at(-1)?.to ?? lastCell)
}
