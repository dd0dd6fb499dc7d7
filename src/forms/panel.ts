import type { FormId, Severity, TableName } from '../types.js'
import { readReference } from './reference.js'

/** One number of a chain: a row or column code of this year's report (`year` 0) or last year's (-1), added or taken away. */
export interface ChainTerm {
  readonly year: 0 | -1
  readonly code: string
  readonly sign: 1 | -1
}

/** A relation between the figures of two years that follow each other. */
export interface Chain {
  readonly id: string
  readonly rule: string
  readonly table: TableName
  /** Editions of this year's and of last year's table between which the relation holds. */
  readonly forms: readonly FormId[]
  readonly last_forms: readonly FormId[]
  /** `columns`: codes are rows, tried in every column. `rows`: codes are columns, tried in every row that has them all. */
  readonly across: 'rows' | 'columns'
  readonly left: string
  readonly right: readonly ChainTerm[]
  readonly relation: 'equals' | 'at_most' | 'at_least'
  readonly severity: Severity
  readonly text: string
  readonly text_zh: string
  readonly citation: string
  readonly note: string
}

/** How many figures other than 0, and how many different ones, a table must hold before its likeness to another counts. */
export interface LeastFigures {
  readonly least_figures: number
  readonly least_distinct: number
}

/** What the rules across reports compare, and from where on they speak (`data/reference/panel.json`). */
export interface PanelReference {
  readonly chains: readonly Chain[]
  /** The figures of which the parts must come to the whole; `columns` null stands for all. */
  readonly hierarchy: readonly {
    readonly table: TableName
    readonly columns: readonly string[] | null
    readonly not_rows: readonly string[]
  }[]
  readonly unchanged: LeastFigures & { readonly share: number; readonly not_columns: readonly string[] }
  readonly duplicate: { readonly least_figures: number; readonly text_share: number }
  readonly reused_text: {
    /** Length of a passage, in characters without white space, from which it is worth a remark. */
    readonly last_year_characters: number
    readonly other_body_characters: number
    /** Wording found in this many bodies, and in this share of all bodies, is common property. */
    readonly common_bodies: number
    readonly common_share: number
    readonly statutory: readonly string[]
  }
  /** Words that say that what is counted has changed. */
  readonly scope_notes: readonly string[]
  readonly screening: {
    readonly alpha: number
    readonly zero_tables: { readonly least_cells: number; readonly least_statements: number }
    readonly heaping: {
      readonly digits: readonly string[]
      readonly least_value: number
      readonly least_figures: number
    }
    /** `least_span`: how many times the least figure the greatest must be, since the law holds over several sizes only. */
    readonly second_digit: { readonly least_value: number; readonly least_figures: number; readonly least_span: number }
    readonly identical_tables: LeastFigures
    readonly volume_jump: {
      readonly table: TableName
      readonly row: string
      readonly column: string
      readonly least_ratio: number
      readonly least_difference: number
      readonly least_changes: number
    }
  }
  /** Rows and columns that are sums of others. */
  readonly totals: { readonly rows: readonly string[]; readonly columns: readonly string[] }
  /** Words that tell no body from another when they stand before 开发区 and the like. */
  readonly generic_words: readonly string[]
}

/** Relations and thresholds of the rules across reports. */
export function panelReference(): PanelReference {
  return readReference<PanelReference>('panel.json', 'panel')
}
