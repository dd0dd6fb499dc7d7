import type { FoundRow } from '../tables/fill.js'
import { isMark, type Piece } from './cells.js'

/** A row of more cells has a sum by which a figure that lacks its last digits is found. */
const FEW = 2
/** The next line, or that on the next page, where it holds some digits alone: the number of a page, or what of a figure had no room in its column. */
const REST = /^[^\S\n]*\n(?:[^\S\n]*\n)?[^\S\n]{0,200}\d{1,3}(?:[^\S\n]{1,200}\d{1,3})?[^\S\n]*(?:\n|$)/

/**
 * Doubts the figures of rows of one cell or two that may go on in the line below, where some digits stand alone: if no other figure of
 * their column has more digits, the column may be too narrow for one more.
 */
export function withoutBrokenOff(text: string, rows: readonly FoundRow[]): FoundRow[] {
  const widest = new Map<string, number>()
  for (const { column, digits } of rows.flatMap((row) => figuresOf(text, row)))
    widest.set(column, Math.max(widest.get(column) ?? 0, digits))
  const isWidest = ({ column, digits }: Figure) => digits > 1 && digits === widest.get(column)
  return rows.map((row) => {
    const last = row.pieces.findLast(isMark)
    const figures = figuresOf(text, row)
    const goesOn = last !== undefined && row.placed === null && REST.test(text.slice(last.to, last.to + 500))
    return goesOn && figures.some(isWidest) ? { ...row, uncertain: true } : row
  })
}

interface Figure {
  readonly column: string
  readonly digits: number
}

/** The figures of a row of few cells that has one in each, with the columns these are. */
function figuresOf(text: string, { slots, pieces }: FoundRow): Figure[] {
  const marks = pieces.filter(isMark)
  if (slots.length > FEW || marks.length !== slots.length) return []
  return marks.map((mark, i) => ({ column: slots[i]?.column ?? '', digits: digitsIn(text, mark) }))
}

function digitsIn(text: string, { from, to }: Piece): number {
  return text.slice(from, to).replace(/\D/g, '').length
}
