import type { Cell } from '../types.js'

/** A cell whose figure may be another cell's, or no figure at all: no value, the figure printed as the candidate, its place kept. */
export function withheld({ row, column, value, text, at, candidates = [] }: Cell): Cell {
  return { row, column, value: null, status: 'ambiguous', text, at, candidates: value === null ? candidates : [value] }
}

/** The same for a figure that may be a part of one, so that its place is none either. */
export function withheldWithoutPlace(cell: Cell): Cell {
  return { ...withheld(cell), text: null, at: null }
}
