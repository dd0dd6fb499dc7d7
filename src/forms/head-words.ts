import { readReference } from './reference.js'

type Words = readonly string[]

/** Any word of `said`, with any of `of` behind it where these are given: 我局, 本局. */
export interface SaidOf {
  readonly said: Words
  readonly of?: Words
}

/** Words by which title, issuer, year and dates are found. What each list is for stands in the notes of `head.json`. */
export interface HeadWords {
  readonly titles: {
    readonly closings: Words
    readonly subjects: Words
    readonly reports: Words
    readonly behind: Words
    readonly no_begins: Words
    readonly no_ends: Words
    readonly like: Words
    readonly labels: Words
    readonly openings: Words
    readonly acts: Words
    readonly neighbours: Words
    readonly verbs: Words
  }
  readonly page_data: {
    readonly issuer_labels: Words
    readonly source_labels: Words
    readonly published_labels: readonly Words[]
    readonly written_labels: Words
    readonly date_followers: Words
  }
  readonly signature: { readonly behind: Words; readonly attached: Words }
  readonly period: { readonly words: Words }
  readonly opening: {
    readonly subject_verbs: Words
    readonly year_ends: Words
    readonly told_before: Words
    readonly not_told_behind: Words
    readonly until: Words
  }
  readonly speaking: {
    readonly bodies: readonly SaidOf[]
    readonly places: readonly SaidOf[]
    readonly governments: Words
    readonly left_out: Words
    readonly called: readonly { readonly as: string; readonly endings: Words }[]
  }
  readonly names: {
    readonly endings: Words
    readonly no_openings: readonly SaidOf[]
    readonly no_part: Words
    readonly foreign: Words
    readonly several_openings: Words
    readonly several: Words
  }
  readonly offices: {
    readonly of_disclosure: Words
    readonly kinds: Words
    readonly general: Words
    readonly sections: Words
    readonly within: Words
    readonly left_open: Words
    readonly governments: Words
    readonly called: Words
  }
  readonly places: {
    readonly kinds: Words
    readonly no_kinds: Words
    readonly superiors: { readonly said: Words; readonly of: Words }
    readonly sites: Words
  }
  readonly asking: { readonly openings: Words; readonly closings: Words }
  readonly making: {
    readonly reports: Words
    readonly verbs: Words
    readonly charged: Words
    readonly verbs_before_title: Words
  }
}

/** Words by which title, issuer, year and dates are found (`data/reference/head.json`). */
export function headWords(): HeadWords {
  return readReference<HeadWords>('head.json', 'head')
}
