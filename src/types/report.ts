/** A report: its source, its head and all that was read of it: part of the vocabulary of `types.ts`, which gives it out. No logic lives here. */

import type { FormId, ReportTables, TableName } from './cells.js'
import type { Finding } from './judgements.js'
import type { Item, OtherNumber, Section, Statement } from './narrative.js'
import type { Folding, Place } from './places.js'

/** A date printed in a report. `inferred` dates were damaged in print and decided by context; `ambiguous` ones were not. */
export interface DateMention {
  readonly kind: 'signed' | 'published' | 'period_start' | 'period_end'
  readonly value: string | null
  readonly status: 'stated' | 'inferred' | 'ambiguous'
  /** `month` where only year and month are printed: `value` is `null`, `candidates` are the month's first and last day. */
  readonly precision?: 'month'
  readonly text: string
  readonly at: Place
  readonly candidates?: readonly string[]
}

/** How the edition of a table was told: by its labels alone. */
export interface Detection {
  readonly table: TableName
  readonly form: FormId
  /** Weight of the edition's labels found, less half the weight of those missing; comparable within one table. */
  readonly score: number
  /** The edition that came next, or `null` where only one is known. */
  readonly runner_up: FormId | null
  readonly runner_up_score: number | null
  /**
   * The labels that decided: those found that the other edition lacks, then, as `not found: …`, those of the other edition
   * that are missing. Empty where both editions print the same labels; then the edition of the requests table decides.
   */
  readonly decided_by: readonly string[]
}

/** What the source is. Of all but `text` and `html` the places refer to the text extracted from it. */
export type SourceFormat = 'text' | 'html' | 'mhtml' | 'pdf' | 'docx' | 'doc' | 'xlsx' | 'csv'

export interface Source {
  /** The file; of a document in an archive the archive's path, a slash and its path or number within. */
  readonly path: string
  /** The archive, web archive or JSONL it was taken from; `-` is standard input. Left out for a file of its own. */
  readonly within?: string
  /** The address it was fetched from, where a crawl says so. */
  readonly url?: string
  readonly sha256: string
  readonly bytes: number
  readonly encoding: string
  readonly format: SourceFormat
  readonly script: 'hans' | 'hant'
}

/**
 * What an issuer is. `office`: the general office of a government; `branch`: a department's local office;
 * `development_zone`: zones, parks and their management committees.
 */
export type IssuerKind =
  | 'government'
  | 'office'
  | 'department'
  | 'branch'
  | 'development_zone'
  | 'township'
  | 'subdistrict'
  | 'village'
  | 'institution'
  | 'enterprise'

/** Level of the administration; districts of municipalities count as `county`, as GB/T 2260 codes them. */
export type IssuerLevel = 'national' | 'province' | 'prefecture' | 'county' | 'township'

export interface ReportHead {
  readonly title: string | null
  readonly titleAt: Place | null
  readonly issuer: string | null
  readonly issuerAt: Place | null
  /** Where the issuer was read; anything but `title` and `signature` is a weaker ground. `opening_sentence`: any of the opening. */
  readonly issuerBasis:
    | 'title'
    | 'line_above_title'
    | 'signature'
    | 'page_data'
    | 'opening_sentence'
    | 'declared'
    | 'correction'
    | null
  /** Reporting year; `null` if it cannot be told. */
  readonly year: number | null
  readonly yearAt: Place | null
  readonly yearBasis: 'title' | 'period' | 'narrative' | 'declared' | 'correction' | null
  readonly form: FormId
  /** The form edition of each table, by its own labels; a table that is not in the report is left out. */
  readonly forms: Readonly<Partial<Record<TableName, FormId>>>
  /** For each table found how its edition was told. */
  readonly detection: readonly Detection[]
  /** ISO dates as printed; `null` where none is printed or the print is damaged (see `dates`). */
  readonly signed: string | null
  readonly published: string | null
  readonly dates: readonly DateMention[]
  /** What the issuer is, told by how its name ends (`data/reference/issuers.json`); `null` where the name does not tell. */
  readonly issuer_kind: IssuerKind | null
  /** The level of the administration the issuer belongs to; `null` where the name does not tell, as with zones. */
  readonly issuer_level: IssuerLevel | null
  /** GB/T 2260 code and name; `null` where the name is in no list, or several places bear it. */
  readonly region: { readonly code: string; readonly name: string } | null
  /**
   * Where it was read; `text` (inferred): several places bear the name, and the report names one's province or prefecture,
   * it names a place right before the issuer's name, or its head names places that agree.
   */
  readonly region_basis: 'issuer' | 'title' | 'text' | null
  /** What belongs to the page or the file, not to the report: menus, counters, share links, page numbers. In order. */
  readonly remains: readonly Place[]
}

export interface Report {
  readonly id: string
  /** The version of gongkai that read it; left out by readers that do not say. */
  readonly reader?: string
  readonly source: Source
  readonly folding: Folding
  readonly report: ReportHead
  readonly sections: readonly Section[]
  readonly tables: ReportTables
  readonly statements: readonly Statement[]
  /** The numbers of the sentences that belong to no statement, each with the reason. */
  readonly other_numbers: readonly OtherNumber[]
  readonly items: readonly Item[]
  readonly findings: readonly Finding[]
}

/** An input that could not be read. It stands in its place in the output and costs no other input its result. */
export interface FailedInput {
  readonly id: string
  readonly source: { readonly path: string }
  readonly error: { readonly code: string; readonly message: string }
}
