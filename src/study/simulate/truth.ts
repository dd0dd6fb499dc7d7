import type { FormId, ItemKind, Place } from '../../types.js'
import type { Dress } from './dress.js'

/**
 * What a reader should make of a cell. `lost`: the cell was left empty and the layout shows no empty cells, so nothing of it
 * is left in print. `garbled`: something is printed that is neither a number nor a nil mark. The other words mean what they
 * mean in a report read.
 */
export type TrueStatus = 'stated' | 'nil' | 'blank' | 'lost' | 'garbled' | 'absent'

/** One cell as it is printed, and the number the made-up body meant by it. */
export interface TrueCell {
  readonly row: string
  readonly column: string
  /** The number printed; `null` where none is. */
  readonly value: number | null
  readonly status: TrueStatus
  /** What is printed, in the report's own script and width; empty where nothing is. */
  readonly printed: string
  /** Where it is printed, in UTF-16 units of the decoded source; `null` where nothing is, or no place can be told. */
  readonly at: Place | null
  /** The number that belongs here: another than `value` where an error was planted, 0 behind nil marks and empty cells. */
  readonly meant: number
}

export interface TrueStatement {
  readonly key: string
  readonly value: number
  readonly unit: string
  readonly approximate: boolean
  readonly scope: string | null
  /** The year that its sentence names; `null` where it names none. */
  readonly period: string | null
  /** The key of the statement that it is a part of, in the same sentence. */
  readonly part_of: string | null
  /** The number with its unit, or the words that say there was none. */
  readonly text: string
  /** `null` where no place can be told. */
  readonly at: Place | null
}

export interface TrueItem {
  readonly kind: ItemKind
  readonly ordinal: number
  readonly text: string
  /** `null` where no place can be told. */
  readonly at: Place | null
}

/** A fault put into a report on purpose: its name, and what is needed to judge whether an audit finds it. */
export interface Planted {
  readonly fault: string
  readonly [detail: string]: unknown
}

/** The true values of one synthetic report: a line of `truth.jsonl`. */
export interface Truth {
  readonly id: string
  readonly synthetic: true
  /** Path below the corpus folder. */
  readonly file: string
  readonly layout: string
  readonly container: string
  readonly script: string
  /** Of the text in the file; `utf-8` for files that hold characters and no encoded text. */
  readonly encoding: string
  /**
   * What the places count in: `source`, the decoded text of the page, taken out of its archive or crawl; `none` where the text
   * is what the reader makes of a PDF, Word, Excel or CSV file, which nobody can tell beforehand. Then every `at` is `null`.
   */
  readonly places: 'source' | 'none'
  /** How figures are written: digits, noughts, signs. */
  readonly dress: Dress
  readonly unit: {
    readonly id: string
    readonly level: string
    readonly parent: string | null
    /** Ids of the units whose figures add up to this one's, where they do. */
    readonly parts: readonly string[]
  }
  readonly report: {
    readonly title: string
    readonly issuer: string
    readonly year: number
    readonly form: FormId
    readonly forms: Readonly<Record<string, FormId>>
    readonly signed: string
    readonly published: null
    readonly region: null
  }
  readonly tables: Readonly<Record<string, readonly TrueCell[]>>
  readonly statements: readonly TrueStatement[]
  readonly items: readonly TrueItem[]
  readonly planted: readonly Planted[]
}
