import { readReference } from '../forms/reference.js'

/** What may stand beside or in place of a number in a cell: `data/reference/cell-marks.json`. */
export interface CellMarks {
  readonly nil_strokes: string
  readonly nil_words: readonly string[]
  readonly units: readonly string[]
  readonly increase: readonly string[]
  readonly decrease: readonly string[]
  readonly approximate_before: readonly string[]
  readonly footnotes: string
  readonly plain_heads: readonly string[]
  readonly word_columns: readonly string[]
  readonly other_columns: readonly string[]
  readonly other_captions: readonly string[]
  readonly numbering_columns: readonly string[]
}

/** The marks that cells are read by. */
export function cellMarks(): CellMarks {
  return readReference<CellMarks>('cell-marks.json', 'cell-marks')
}

/** Words as they stand in a regular expression that looks for just them, in a character class too. */
export function escaped(words: string): string {
  return words.replace(/[-.*+?^${}()|[\]\\/]/g, '\\$&')
}
