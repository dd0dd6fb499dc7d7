import { readReference } from '../../forms/reference.js'

export interface UnitKind {
  readonly code: string
  readonly name: string
  readonly parent: string | null
  /** Requests in a usual year. */
  readonly volume: number
  readonly scope: string
}

export interface SentenceTemplate {
  readonly section: 'overview' | 'other'
  readonly chance: number
  readonly text: string
  readonly none?: string
}

/** How reports before the form of 2019 print their statistics table, and of what size its figures are. */
export interface OldForms {
  readonly without_table: number
  /** The share of clusters that follow a province's form, where it is in use. */
  readonly provincial: Readonly<Record<string, number>>
  readonly serials: number
  /** Most years that a cumulative column counts before the first report. */
  readonly years_before: number
  /** How many of the tables with one column print cumulative figures behind it, and under which heads. */
  readonly cumulative: { readonly share: number; readonly heads: readonly (readonly [string, string])[] }
  readonly printings: readonly {
    readonly form: string
    readonly years: readonly [number, number]
    readonly without: readonly string[]
  }[]
  /** Size of a row's figures against the body's requests; `else` for the rows not named. */
  readonly sizes: Readonly<Record<string, number>>
  readonly else: number
  /** Least and greatest share of the row that a row may not exceed. */
  readonly shares: Readonly<Record<string, readonly [number, number]>>
}

/** What the synthetic corpus is drawn from (`data/reference/simulate.json`, whose note explains each entry). */
export interface Settings {
  readonly marking: { readonly line: string; readonly foot: string }
  readonly stems: readonly string[]
  readonly departments: readonly string[]
  readonly first_years: readonly number[]
  readonly years: number
  readonly units: readonly UnitKind[]
  /** Share of reports in which nothing is planted at all. */
  readonly careful: number
  readonly label_styles: { readonly alias: number; readonly renumbered: number }
  readonly old_forms: OldForms
  readonly hierarchy: { readonly whole: string; readonly parts: readonly string[]; readonly share: number }
  /** Bodies that report for all below them: how many of those named, and their requests in a usual year. */
  readonly large: { readonly share: number; readonly volumes: Readonly<Record<string, number>> }
  /** How far bodies lean to some outcomes and applicants: standard deviation of the logarithm of their weights. */
  readonly leanings: number
  /** Figures that are not counted: from which one on they are heaped, and the second digits that are made up. */
  readonly habits: { readonly heaped_from: number; readonly second_digits: readonly number[] }
  readonly applicants: Readonly<Record<string, number>>
  readonly outcomes: {
    readonly weights: Readonly<Record<string, number>>
    readonly else: number
    readonly trends: Readonly<Record<string, number>>
  }
  /** The cells whose sum a statement tells: of several lists the first whose cells the body has. */
  readonly statement_cells: Readonly<Record<string, readonly (readonly string[])[]>>
  readonly statement_sizes: Readonly<Record<string, number>>
  /** Statements that are part of another, where no cell holds them. */
  readonly statement_shares: Readonly<Record<string, string>>
  readonly breakdowns: Readonly<Record<string, readonly string[]>>
  readonly sentences: readonly SentenceTemplate[]
  /** How often a sentence with figures names the year, and does not say 全年. */
  readonly names_year: number
  readonly preamble: string
  readonly tables_at_end: string
  readonly table_notes: readonly string[]
  readonly second_table: string
  readonly statistics_heading: string
  readonly statistics_attached: string
  readonly problems: readonly string[]
  readonly measures: readonly string[]
  readonly fillers: Readonly<Record<string, readonly string[]>>
  readonly page_above: readonly string[]
  readonly page_below: readonly string[]
  readonly over_converted: readonly (readonly [string, string])[]
  readonly pinyin: readonly (readonly [string, string])[]
  readonly faults: Readonly<Record<string, number>>
  /** The audit rules that ought to find each fault. */
  readonly fault_rules: Readonly<Record<string, readonly string[]>>
}

export function settings(): Settings {
  return readReference<Settings>('simulate.json', 'simulate')
}
