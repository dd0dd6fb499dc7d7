import { forms, TABLES } from '../forms/forms.js'
import { type SectionKind, sectionKinds, sectionWords } from '../forms/vocabulary.js'
import { foldLabel } from './fold.js'

/** A heading is no longer than this; a longer line is a paragraph, whose first sentence may be its heading. */
export const MAX_HEADING = 45

/** Whether words are the statutory heading of a section and nothing else. */
export function isStatutory(title: string): boolean {
  const blind = title.replace(/\s/g, '')
  return sectionKinds().some((kind) => kind.statutory && kind.label === blind)
}

/** What a heading is about, by the phrases of `data/reference/sections.json`. */
export function kindOf(title: string): SectionKind | undefined {
  const blind = title.replace(/\s/g, '')
  return sectionKinds().find((kind) => kind.phrases.some((phrase) => blind.includes(phrase)))
}

/** Length of the full wording of a heading with which a text begins; 0 where none does. */
export function wordingLength(text: string): number {
  const wordings = sectionKinds().flatMap(({ label, headings = [] }) => [label, ...headings])
  const fitting = wordings.map(foldLabel).filter((wording) => text.startsWith(wording))
  const longest = Math.max(0, ...fitting.map((wording) => wording.length))
  return /^[及和与、的]/.test(text.slice(longest)) ? 0 : longest
}

let labels: readonly string[] | undefined

/** Whether a text begins with a row or heading of a statutory table, whose numbering is not that of sections. */
export function isFormLabel(text: string): boolean {
  labels ??= forms().flatMap((form) =>
    TABLES.flatMap((table) =>
      form.tables[table].blocks.flatMap(({ rows }) => rows.flatMap((row) => [...row.under, row.printed])),
    ),
  )
  const bare = labels.map((label) => foldLabel(label).replace(/^(?:\([一-十]+\)|[一-十]+、|\d+\.)/, ''))
  return bare.some((label) => label.length > 2 && text.startsWith(label))
}

/**
 * Where a heading ends that text follows on the same line: behind its full wording; else before white space, the end of
 * its sentence, or a word that opens a text; else behind a word that closes headings. 0 where none of these is near.
 */
export function inlineHeadingLength(text: string): number {
  const known = wordingLength(text)
  if (known > 0) return known
  const { heading_endings, text_openings } = sectionWords()
  const stop = firstOf(text, [/[\s。;:]/, /20\d\d\s?年/, /\d{1,2}[.、]/, /\(\d{1,2}\)/, ...text_openings])
  const closing = closedBy(text, heading_endings)
  if (closing > 0 && (stop > MAX_HEADING || (text[stop] === '。' && stop - closing > 5))) return closing
  if (stop <= MAX_HEADING) return stop
  const clause = text.indexOf(',')
  return clause > 1 && clause <= MAX_HEADING ? clause : 0
}

function firstOf(text: string, marks: readonly (string | RegExp)[]): number {
  const found = marks.map((mark) => (typeof mark === 'string' ? text.indexOf(mark) : text.search(mark)))
  return Math.min(text.length, ...found.filter((at) => at > 1))
}

function closedBy(text: string, endings: readonly string[]): number {
  const pattern = new RegExp(`^[^,。;:\\s]{1,24}?(?:${endings.join('|')})(?![及和与、的])`)
  return pattern.exec(text)?.[0].length ?? 0
}
