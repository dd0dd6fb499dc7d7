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

/** What the synthetic corpus is drawn from (`data/reference/simulate.json`, whose note explains each entry). */
export interface Settings {
  readonly marking: { readonly line: string; readonly foot: string }
  readonly stems: readonly string[]
  readonly departments: readonly string[]
  readonly first_years: readonly number[]
  readonly years: number
  readonly units: readonly UnitKind[]
  readonly hierarchy: { readonly whole: string; readonly parts: readonly string[]; readonly share: number }
  readonly applicants: Readonly<Record<string, number>>
  readonly outcomes: {
    readonly weights: Readonly<Record<string, number>>
    readonly else: number
    readonly trends: Readonly<Record<string, number>>
  }
  readonly statement_cells: Readonly<Record<string, readonly string[]>>
  readonly statement_sizes: Readonly<Record<string, number>>
  readonly breakdowns: Readonly<Record<string, readonly string[]>>
  readonly sentences: readonly SentenceTemplate[]
  readonly preamble: string
  readonly tables_at_end: string
  readonly table_notes: readonly string[]
  readonly second_table: string
  readonly problems: readonly string[]
  readonly measures: readonly string[]
  readonly page_above: readonly string[]
  readonly page_below: readonly string[]
  readonly over_converted: readonly (readonly [string, string])[]
  readonly pinyin: readonly (readonly [string, string])[]
  readonly faults: Readonly<Record<string, number>>
}

export function settings(): Settings {
  return readReference<Settings>('simulate.json', 'simulate')
}
