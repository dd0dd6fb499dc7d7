import type { FoundRow } from '../tables/fill.js'
import { isMark } from './cells.js'

/** Fewer rows than this may chance to begin with the numbers of rows, or with digits of these. */
const MIN_ROWS = { apart: 5, runTogether: 6 }
/** Share of the rows that must begin so. */
const MOST = 0.8
/** So many rows may be missing before one. */
const MISSING = 1

/** How a row may begin with its number. */
type Beginning = (digits: string, number: number) => boolean

/** The number stands by itself: 3, 03, 1.3. */
const apart: Beginning = (digits, number) => new RegExp(`^(?:\\d{1,2}\\.)?0?${number}$`).test(digits)
/** It is run together with the figure behind it: 3 and 14 as 314. */
const runTogether: Beginning = (digits, number) => new RegExp(`^0?${number}`).test(digits)

/**
 * Doubts the rows of a table nearly all of which begin with their numbers, 1, 2, 3 …, under a head that does not say so: these are no
 * figures of theirs. Where heads tell the columns, only numbers run together with the figures cast that doubt.
 */
export function withoutRowNumbers(text: string, rows: readonly FoundRow[]): FoundRow[] {
  const begun = rows.flatMap(({ pieces }) => {
    const first = pieces.find(isMark)
    return first === undefined ? [] : [text.slice(first.from, first.to)]
  })
  const isRunOn = begun.length >= MIN_ROWS.runTogether && isNumbered(begun, runTogether)
  const isApart = begun.length >= MIN_ROWS.apart && isNumbered(begun, apart)
  if (!isRunOn && !isApart) return [...rows]
  return rows.map((row) =>
    row.pieces.some(isMark) && (isRunOn || !row.underHeads) ? { ...row, uncertain: true, glued: false } : row,
  )
}

function isNumbered(begun: readonly string[], begins: Beginning): boolean {
  let next = 1
  let count = 0
  for (const digits of begun) {
    const number = [...Array(MISSING + 1).keys()].map((i) => next + i).find((one) => begins(digits, one))
    if (number !== undefined) count++
    next = (number ?? next) + 1
  }
  return count >= begun.length * MOST
}
