import type { Cell } from '../../types.js'

/** A cell whose figure may be another cell's, or no figure at all: no value, the figure printed as the candidate, its place kept. */
export function withheld({ row, column, value, text, at, candidates = [] }: Cell): Cell {
  return { row, column, value: null, status: 'ambiguous', text, at, candidates: value === null ? candidates : [value] }
}

/** The same for a figure that may be a part of one, so that its place is none either. */
export function withheldWithoutPlace(cell: Cell): Cell {
  return { ...withheld(cell), text: null, at: null }
}

/** A cell that two readings know differently: the figures of both are its candidates. */
export function withheldAsEither(one: Cell, other: Cell): Cell {
  const candidates = [one.value, other.value].filter((value) => value !== null)
  return withheldWithoutPlace({ ...one, value: null, candidates: candidates.sort((a, b) => a - b) })
}

/** Whether it is known what stands in a cell: a number, read or inferred, a nil mark, or nothing. */
export function isKnown({ status }: Cell): boolean {
  return status !== 'ambiguous' && status !== 'absent'
}
