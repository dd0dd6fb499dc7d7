import type {
  Bilingual,
  Cell,
  CheckOutcome,
  Finding,
  FormId,
  Item,
  OtherNumber,
  ReportHead,
  Section,
  Source,
  Statement,
  TableName,
} from '../types.js'

/** A word or label in both languages of the page. */
export type { Bilingual } from '../types.js'

/** How often a rule passed, failed, could not be assessed, did not apply. */
export type OutcomeCounts = readonly [passed: number, failed: number, notAssessable: number, notApplicable: number]

/** How many findings of each severity. */
export type SeverityCounts = readonly [error: number, warning: number, info: number]

/** What the overview shows of one report. */
export interface Entry {
  readonly id: string
  readonly title: string | null
  readonly issuer: string | null
  readonly year: number | null
  readonly form: FormId
  readonly level: string | null
  readonly kind: string | null
  readonly region: string | null
  readonly path: string
  /** Where its detail lies below the folder beside the page, without `.js`. */
  readonly file: string
  /** One entry a rule, in the order of `Overview.rules`; `null` or left out where the rule was never tried. */
  readonly outcomes: readonly (OutcomeCounts | null)[]
  /** By index of the rule; rules without findings are left out. */
  readonly findings: Readonly<Record<string, SeverityCounts>>
}

/** A label of a printed table, spanning columns and rows as in the form. */
export interface GridLabel extends Bilingual {
  readonly colspan: number
  readonly rowspan: number
  readonly unit?: string
}

/** Where a cell of the form stands in its line. */
export interface GridCell {
  readonly row: string
  readonly column: string
  readonly label: Bilingual
  readonly unit: string
  readonly colspan: number
}

export interface GridLine {
  readonly labels: readonly GridLabel[]
  readonly cells: readonly GridCell[]
}

export interface GridBlock {
  readonly caption: Bilingual | null
  readonly head: readonly (readonly GridLabel[])[]
  readonly lines: readonly GridLine[]
}

/** A statutory table as the form prints it. */
export interface Grid {
  readonly title: Bilingual
  /** Columns in all, those of the row labels included. */
  readonly width: number
  /** Columns of the row labels. */
  readonly side: number
  readonly blocks: readonly GridBlock[]
}

/** The words of the page, as `data/reference/page-words.json` holds them. */
export interface PageWords {
  /** What the page says, by key. `{0}`, `{1}` stand for what is put in. */
  readonly words: Readonly<Record<string, Bilingual>>
  /** Short names of the rules, by id. */
  readonly rules: Readonly<Record<string, Bilingual>>
  /** English for what the forms print above or beside several rows or columns, by the printed words. */
  readonly printed: Readonly<Record<string, string>>
}

/** What `audit.html` holds besides the reports themselves. */
export interface Overview {
  /** True where every report's detail is in the page; else it lies in files beside it. */
  readonly embedded: boolean
  readonly rules: readonly string[]
  readonly entries: readonly Entry[]
  readonly failed: readonly { readonly id: string; readonly path: string; readonly message: string }[]
  readonly grids: Readonly<Record<FormId, Readonly<Partial<Record<TableName, Grid>>>>>
  readonly words: Readonly<Record<string, Bilingual>>
  readonly ruleNames: Readonly<Record<string, Bilingual>>
  readonly statementLabels: Readonly<Record<string, Bilingual>>
  readonly numberReasons: Readonly<Record<string, Bilingual>>
  readonly sectionLabels: Readonly<Record<string, Bilingual>>
}

/** A check as the page lists it; `finding` is the index of its finding. */
export interface DetailCheck {
  readonly rule: string
  readonly subject: string
  readonly outcome: CheckOutcome
  readonly finding: number | null
  /** What the check rests on, where the build says so: cells and places that it speaks of. */
  readonly evidence?: unknown
}

/** All that the page shows of one report. */
export interface Detail {
  readonly id: string
  readonly file: string
  /** The decoded or extracted source, to which every place refers. */
  readonly text: string
  readonly source: Source
  readonly head: ReportHead
  readonly sections: readonly Section[]
  readonly tables: Readonly<Partial<Record<TableName, readonly Cell[]>>>
  readonly statements: readonly Statement[]
  readonly other_numbers: readonly OtherNumber[]
  readonly items: readonly Item[]
  readonly findings: readonly Finding[]
  readonly checks: readonly DetailCheck[]
}
