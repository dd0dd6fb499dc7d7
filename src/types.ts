/**
 * The vocabulary that every part of the house speaks; no logic. The nested shapes are what `parse` prints, one report an
 * object; the flat ones (`…Row`), one fact a row, are what audits, metrics, text and figures take and return.
 */

import type { Finding } from './types/judgements.js'

export type {
  Bilingual,
  Check,
  CheckOutcome,
  Evidence,
  Finding,
  FindingCause,
  FindingTest,
  PanelCheck,
  Repair,
  RepairCell,
  Severity,
} from './types/judgements.js'

/** Half-open range `[start, end)` in UTF-16 units of the decoded source. What the program makes itself has no place. */
export type Place = readonly [start: number, end: number]

/**
 * A working copy of a stretch of source, folded for matching (Simplified, half-width), which leads back to the source: the
 * place of `text.slice(i, j)` is `[offsets[i], offsets[j])`, or where there are `ends`, `[offsets[i], ends[j - 1])`.
 */
export interface Folded {
  readonly text: string
  readonly offsets: ArrayLike<number>
  /** Where each unit ended, in sources whose units do not follow each other without gap (markup); left out elsewhere. */
  readonly ends?: ArrayLike<number>
}

/** What a change on the working copy was: characters to Simplified, a word for another, pinyin or noise taken out, width. */
export type FoldKind = 'traditional' | 'word' | 'over_converted' | 'pinyin' | 'noise' | 'width'

/** One change on the working copy: `found` is printed at `at`, `folded` was read for it; an empty string passes it over. */
export interface FoldChange {
  readonly kind: FoldKind
  readonly at: Place
  readonly found: string
  readonly folded: string
}

/** How far the print is from plain Simplified text: a variable of the source's quality. */
export interface Folding {
  readonly script: 'hans' | 'hant'
  /** Of the characters that have two forms, the share printed in the Traditional one, 0 to 1. */
  readonly traditionalShare: number
  /** Every kind once: characters for `traditional` and `width`, words, brackets or runs of characters for the others. */
  readonly changes: readonly { readonly kind: FoldKind; readonly count: number }[]
}

/** The three tables of the forms since 2019: article 20 (proactive), articles 29–40 (requests), review and litigation (remedies). */
export type CurrentTable = 'proactive' | 'requests' | 'remedies'

/** A statutory table: one of the three since 2019, or `statistics` (政府信息公开情况统计表), the one table of the forms before. */
export type TableName = CurrentTable | 'statistics'

/** The cells of a report by table. `statistics` is there only where the report prints that table. */
export type ReportTables = Readonly<Record<CurrentTable, readonly Cell[]>> & {
  readonly statistics?: readonly Cell[]
}

/**
 * Form edition by the labels found, never by the year: `2019`, `2021`, and for the statistics table `2014`, `2008` or
 * `fujian`. A whole report before the form of 2019 is `legacy`.
 */
export type FormId = string

/**
 * How a cell's value was come by.
 * `stated`: a number is printed there. `nil`: a nil mark (`/`, `—`, `无`) is printed there.
 * `blank`: the cell is there and empty. `inferred`: not legible there, but the form's identities leave one value.
 * `ambiguous`: numbers are there, but more than one placing fits. `absent`: the table or the row is not in the report.
 * These six say what was read. `corrected`: a declared correction was applied; what was read is kept in `original`.
 */
export type CellStatus = 'stated' | 'nil' | 'blank' | 'inferred' | 'ambiguous' | 'absent' | 'corrected'

export interface Cell {
  readonly row: string
  readonly column: string
  /**
   * A number for `stated` and `inferred`, and for `corrected` unless the correction takes the number away; `null` for every
   * other status: a missing value is never zero.
   */
  readonly value: number | null
  readonly status: CellStatus
  /** The characters the value was read from, as printed; `null` where nothing is printed. */
  readonly text: string | null
  readonly at: Place | null
  /** The numbers that might stand here, for `ambiguous` cells. */
  readonly candidates?: readonly number[]
  /** The identities of the form that leave no other number, for `inferred` cells. */
  readonly by?: readonly string[]
  /** True where one nil mark was printed for a whole row whose cell borders are lost. */
  readonly shared?: boolean
  /** Id of the correction that was applied, for `corrected` cells; their `text` and `at` stay those of the print. */
  readonly correction?: string
  /** What was read before the correction. */
  readonly original?: OriginalReading
}

/** What was read in a cell before it was corrected. */
export type OriginalReading = Omit<Cell, 'row' | 'column' | 'correction' | 'original'>

export interface CellRef {
  /** The report the cell stands in, in findings across reports; left out where it is the report the finding is about. */
  readonly report_id?: string
  readonly table: TableName
  readonly row: string
  readonly column: string
}

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
  /** What is counted: a key of `data/reference/statements.json`; `KEY.part` for a part of KEY that has no key of its own. */
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
  /** The words that name a part without a key of its own (政府文件); `null` for other statements. */
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

export type ItemKind = 'problem' | 'measure' | 'prior_year_fix'

/** One unit of section five: a problem, a measure against it, or what became of last year's problems. */
export interface Item {
  readonly kind: ItemKind
  readonly ordinal: number
  readonly text: string
  readonly at: Place
  readonly themes: readonly string[]
}

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
  /** Where the issuer was read; anything but `title` and `signature` is a weaker ground. */
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
  /** Where it was read; `text` (inferred): several places bear the name, and the report names one's province or prefecture. */
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
  readonly items: readonly Item[]
  readonly findings: readonly Finding[]
}

/** An input that could not be read. It stands in its place in the output and costs no other input its result. */
export interface FailedInput {
  readonly id: string
  readonly source: { readonly path: string }
  readonly error: { readonly code: string; readonly message: string }
}

/** One cell of one report. */
export interface CellRow {
  readonly report_id: string
  readonly form: FormId
  readonly table: TableName
  readonly row: string
  readonly column: string
  readonly value: number | null
  readonly status: CellStatus
  readonly text: string | null
  readonly start: number | null
  readonly end: number | null
  /** Id of the correction that was applied; left out where there is none. */
  readonly correction?: string
}

/** One unit of section five. `folded_text` is Simplified; `start` and `end` point at the source as published. */
export interface ItemRow {
  readonly report_id: string
  readonly kind: ItemKind
  readonly ordinal: number
  readonly text: string
  readonly folded_text: string
  readonly start: number
  readonly end: number
}

/** One token of one unit (folded to Simplified), with its place in the source. */
export interface TokenRow {
  readonly report_id: string
  readonly item_kind: ItemKind
  readonly item_ordinal: number
  readonly token: string
  readonly start: number
  readonly end: number
}

/** A keyword counted in one report. `places` lists every occurrence. */
export interface KeywordRow {
  readonly report_id: string
  readonly item_kind: ItemKind
  readonly keyword: string
  readonly count: number
  readonly places: readonly Place[]
}

/** A number with a definition, its parts beside it, and an interval. `value` is `null` with the reason in `reason`. */
export interface MetricRow {
  readonly report_id: string
  readonly metric: string
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly lower: number | null
  readonly upper: number | null
  /** The kind of interval, e.g. `wilson 95 %`; `null` where none applies. */
  readonly interval: string | null
  /** Why there is no value; `null` where there is one. */
  readonly reason: string | null
  /** The cells it was computed from, as `table/row/column`, separated by `; `. */
  readonly cells: string
  /** The article or form row it rests on. */
  readonly source: string
}
