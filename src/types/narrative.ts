/** What a report says in words: sections, quantities in sentences, the items of section five: part of the vocabulary of `types.ts`, which gives it out. No logic lives here. */

import type { Place } from './places.js'

export interface Section {
  /** What the section is about, from its heading: a key of `data/reference/sections.json`, or `unclassified`. */
  readonly key: string
  readonly heading: string
  /** The whole section, heading included, up to the next heading of its level or above. */
  readonly at: Place
  readonly headingAt: Place
  /** 1 for 一、 · 2 for (一) · 3 for 1. */
  readonly level: number
  /** Index of the enclosing section in the same list, or `null`. */
  readonly parent: number | null
  /** True where the heading stands within a running line: where it ends was then told by its wording. */
  readonly inline?: true
  /** True where nothing stands under the heading: no word, no table, no subsection. */
  readonly empty?: true
}

/** A percentage printed behind a quantity: 占51.85%. */
export interface Share {
  /** In per cent, as printed: 51.85. */
  readonly percent: number
  /** What it is said to be a share of, in the words of the report; `null` where nothing is said (the whole of its list). */
  readonly base: string | null
  readonly text: string
  readonly at: Place
}

/** What a quantity is said to have changed by against another year: 比2017年新增390条, 同比增长22%. */
export interface Change {
  readonly direction: 'increase' | 'decrease'
  /** The difference in the unit of the statement; `null` where it is a percentage. */
  readonly amount: number | null
  readonly percent: number | null
  /** With what it is compared, in the words of the report: 2017年, 去年, 同比. */
  readonly base: string
  readonly text: string
  readonly at: Place
}

/** How a quantity that is not exact relates to the true one: about it, at least it (余, 超过), nearly it (近). */
export type Rounding = 'about' | 'over' | 'nearly'

/** A quantity said in a sentence, or the word that there was none. */
export interface Statement {
  /**
   * What is counted: a key of `data/reference/statements.json`; `KEY.part` for a part of KEY that has no key of its own.
   * `unnamed` is no kind: a quantity that the vocabulary cannot name and no word around it gives to another matter than
   * disclosure. Two of them need not count the same thing, so that they are never to be added up or compared; what each
   * counts, `label` says in the words of the report.
   */
  readonly key: string
  readonly value: number
  readonly unit: string
  readonly approximate: boolean
  /** In which way it is approximate; `null` for exact figures. */
  readonly rounding: Rounding | null
  /** Whom the figure covers, in the words of the report (本级, 全市 …); `null` where the sentence names nobody. */
  readonly scope: string | null
  /** The year (`2023`) or the words (上半年, 累计) of the period it covers; `null` where nothing is said: the reporting year. */
  readonly period: string | null
  /**
   * The words that name a part without a key of its own (政府文件), an `unnamed` quantity, or the one topic of which information
   * published was counted (公开规划信息8条: 规划信息); `null` for other statements.
   */
  readonly label: string | null
  /** Index, in the list of the report's statements, of the whole this quantity is a part of; `null` for no part. */
  readonly part_of: number | null
  /** Number of the list of parts it stands in, from 0; one whole may be broken down in several lists. */
  readonly group: number | null
  readonly share: Share | null
  readonly change: Change | null
  /** The words from the phrase that names it to the unit, as printed. */
  readonly text: string
  readonly at: Place
}

/**
 * A number said in a sentence that is no statement: the date, the telephone number, the article of law, the quantity of another
 * matter; or a clause that says there was none of something, of which no statement was read. Every number in digits outside the tables
 * is a statement's (its value, share or change) or stands here, so that none is passed over in silence.
 */
export interface OtherNumber {
  /** Why it is none: a key of `data/reference/other-numbers.json`; `unread` where nothing is known of it. */
  readonly reason: string
  /** The number; `null` where it is a piece of something else (a date, an address, a title) or an absence. Its unit; `null` where none is known. */
  readonly value: number | null
  readonly unit: string | null
  readonly text: string
  readonly at: Place
  /** The words around it, from the mark before to the mark behind; line ends and the like are one blank. */
  readonly clause: string
}

export type ItemKind = 'problem' | 'measure' | 'prior_year_fix'

/** One unit of section five: a problem, a measure against it, or what became of last year's problems. */
export interface Item {
  readonly kind: ItemKind
  readonly ordinal: number
  readonly text: string
  readonly at: Place
  readonly themes: readonly string[]
}
