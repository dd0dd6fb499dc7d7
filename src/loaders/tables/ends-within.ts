import type { Alignment } from '../labels/align.js'
import type { Slot } from '../labels/template.js'
import { isCell, isMark, type Piece } from '../rows/cells.js'
import type { Stream } from '../stream.js'
import type { FoundRow } from './fill.js'

/** The longest label of a form has some 40 characters. */
const LONGEST_LABEL = 60

/** A unit and a row's own number have so many at most: 万元, 人次05. */
const UNIT_AND_SERIAL = 4

/**
 * Whether a text ends within a table: behind its last label or figure nothing follows but, at most, a part of a label of
 * the same table, or a row's unit and its own number. Then nobody can tell an empty cell from one that was cut off.
 *
 * @param to where the last label or figure read ends in the folded text
 */
export function endsWithin({ chars, at }: Stream, { template }: Alignment, to: number): boolean {
  let from = chars.length
  while (from > 0 && (at[from - 1] ?? 0) >= to) {
    if (chars.length - from >= LONGEST_LABEL) return false
    from--
  }
  const rest = chars.slice(from)
  if (rest.length <= UNIT_AND_SERIAL) return true
  return template.labels.some(({ wordings, numberings }) =>
    wordings.some((words) => ['', ...numberings].some((numbering) => `${numbering}${words}`.includes(rest))),
  )
}

/** What the end of the text took of a table; cells as `row/column`. */
export interface Unreached {
  /** The cells behind the last that is there. */
  readonly lost: ReadonlySet<string>
  /** The last that is there, where its figure stands at the very end and may have lost digits. */
  readonly cut: string | null
}

export const ALL_REACHED: Unreached = { lost: new Set(), cut: null }

/**
 * The cells that the end of the text took. The figure of the form's very last cell is taken as whole: it may well end a text.
 *
 * @param end the length of the text
 * @param veryLast the form's very last cell, where this table holds it
 */
export function unreached(rows: readonly FoundRow[], end: number, veryLast: string | null): Unreached {
  const touches = (piece: Piece | undefined) => piece !== undefined && piece.to >= end
  // What cannot be read in a cell of its own is there.
  const all = rows.map(({ placed, pieces }) => placed?.filter(({ kind }) => kind !== 'span') ?? pieces.filter(isCell))
  // An empty cell at the very end is one that was just begun.
  const there = all.map((cells) => cells.filter((cell) => cell.kind !== 'blank' || !touches(cell)))
  const isThere = (cells: readonly Piece[], i: number) =>
    cells.some(isMark) || cells.length >= (rows[i]?.slots.length ?? 0)
  const last = there.findLastIndex(isThere)
  const [{ slots }, cells] = [rows[last] ?? { slots: [] }, there[last] ?? []]
  const begun = slots.slice(cells.length, all[last]?.length)
  const behind = cells.some(({ kind }) => kind === 'number') ? begun : slots.slice(cells.length)
  const key = ({ row, column }: Slot) => `${row}/${column}`
  const lost = new Set([...behind, ...rows.slice(last + 1).flatMap((row) => row.slots)].map(key))
  const final = slots[cells.length - 1]
  // No count goes on behind a nought, as an amount may.
  const isWhole = cells.at(-1)?.value === 0 && !final?.unit.includes('元')
  const isCut = final !== undefined && !isWhole && touches(cells.at(-1)) && (lost.size > 0 || key(final) !== veryLast)
  return { lost, cut: isCut ? key(final) : null }
}
