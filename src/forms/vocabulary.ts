import { readReference } from './reference.js'

/** What a section is about. */
export interface SectionKind {
  readonly key: string
  readonly label: string
  readonly label_en: string
  /** One of the six sections of the forms of 2019 and 2021. */
  readonly statutory: boolean
  /** Full wordings of its heading besides `label`. */
  readonly headings?: readonly string[]
  readonly phrases: readonly string[]
}

/** The kinds of section, in the order in which a heading is tried against them (`data/reference/sections.json`). */
export function sectionKinds(): readonly SectionKind[] {
  return sectionWords().sections
}

export interface SectionWords {
  readonly sections: readonly SectionKind[]
  /** Words with which headings end, and with which the text behind a heading begins. */
  readonly heading_endings: readonly string[]
  readonly text_openings: readonly string[]
}

/** Words by which a heading's kind and end are told (`data/reference/sections.json`). */
export function sectionWords(): SectionWords {
  return readReference<SectionWords>('sections.json', 'sections')
}

export interface PageRemains {
  /** What a line contains, what it begins with before a colon, what it is as a whole. */
  readonly phrases: readonly string[]
  readonly labels: readonly string[]
  readonly whole: readonly string[]
}

/** Words by which a line is known to belong to the web page, not to the report (`data/reference/page-remains.json`). */
export function pageRemains(): PageRemains {
  return readReference<PageRemains>('page-remains.json', 'page-remains')
}
