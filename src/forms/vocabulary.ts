import { readReference } from './reference.js'

/** What a section is about. */
export interface SectionKind {
  readonly key: string
  readonly label: string
  readonly label_en: string
  /** One of the six sections of the forms of 2019 and 2021. */
  readonly statutory: boolean
  readonly phrases: readonly string[]
}

/** The kinds of section, in the order in which a heading is tried against them (`data/reference/sections.json`). */
export function sectionKinds(): readonly SectionKind[] {
  return readReference<{ sections: readonly SectionKind[] }>('sections.json', 'sections').sections
}

/** Phrases by which a line is known to belong to the web page, not to the report (`data/reference/page-remains.json`). */
export function pageRemains(): readonly string[] {
  return readReference<{ phrases: readonly string[] }>('page-remains.json', 'phrases').phrases
}

export interface HeadWords {
  readonly title: readonly string[]
  readonly title_labels: readonly string[]
  readonly published_labels: readonly string[]
  readonly issuer_labels: readonly string[]
  readonly opening_verbs: readonly string[]
}

/** Words by which title, issuer and dates are found (`data/reference/head.json`). */
export function headWords(): HeadWords {
  return readReference<HeadWords>('head.json', 'head')
}
