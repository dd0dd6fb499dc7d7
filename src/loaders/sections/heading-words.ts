import { forms, TABLES } from '../../forms/forms.js'
import { type SectionKind, sectionKinds, sectionWords } from '../../forms/vocabulary.js'
import { foldLabel } from '../fold.js'

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

const NUMBERED = /^(?:\([一二三四五六七八九十]+\)|[一二三四五六七八九十]+、|\d+\.)/
let labels: readonly string[] | undefined

/** The numbered rows and row headings of the statutory tables, without their numbers. */
function formLabels(): readonly string[] {
  if (labels !== undefined) return labels
  const blocks = forms().flatMap((form) => TABLES.flatMap((table) => form.tables[table]?.blocks ?? []))
  const printed = blocks.flatMap(({ rows }) => rows.flatMap((row) => [...row.under, row.printed])).map(foldLabel)
  labels = [...new Set(printed)].filter((label) => NUMBERED.test(label)).map((label) => label.replace(NUMBERED, ''))
  return labels
}

/**
 * Whether words behind a number are a row of a statutory table, or one broken over lines: their numbering is not that of
 * sections. 其他处理情况 is a heading, 其他处理 a row.
 */
export function isFormLabel(words: string): boolean {
  const goesOn = (label: string) => /^(?:的|情况|方面|工作|及|和|、)/.test(words.slice(label.length))
  return formLabels().some(
    (label) =>
      (label.length > 2 && words.startsWith(label) && !goesOn(label)) || (words.length > 4 && label.startsWith(words)),
  )
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
  const textBetween = stop === text.length || stop - closing > 5
  if (closing > 0 && textBetween) return closing
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
