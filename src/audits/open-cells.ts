import type { CellStatus } from '../types.js'
import {
  type CellsByPlace,
  holds,
  openSlots,
  placeKey,
  type Relation,
  rounded,
  type Slot,
  sumOf,
  termsOf,
} from './relations.js'

/** A side of a relation. */
export type Side = 'left' | 'right'

const SIDES: readonly Side[] = ['left', 'right']

/**
 * What can be said of a relation some of whose cells hold no number. `impossible`: no numbers there would make it hold.
 * `lacking`: they are empty or nil marks in print, and it would hold only if one of them were a number other than 0.
 */
export type OpenVerdict = 'impossible' | 'lacking'

/** One line without its total is a gap, two may be a habit. */
const A_HABIT = 2

/**
 * The sides that were left out in print, as totals that nobody added up: of the lines with figures more have nothing but empty
 * cells there than a figure or a nil mark, and more than one.
 */
export function sidesLeftOut(relations: readonly Relation[], cells: CellsByPlace): Set<Side> {
  const lines = relations.filter(({ slots }) => termsOf(slots, cells).length > 0)
  return new Set(
    SIDES.filter((side) => {
      const empty = lines.filter((line) => line[side].length > 0 && statusesOf(line[side], cells).every(isBlank))
      return empty.length >= A_HABIT && empty.length * 2 > lines.length
    }),
  )
}

/**
 * `undecided`: it may hold. Counts are 0 or more, changes may be any number; nothing else is supposed of a cell without a number.
 */
export function openVerdict(
  relation: Relation,
  cells: CellsByPlace,
  leftOut: ReadonlySet<Side>,
): OpenVerdict | 'undecided' {
  const { identity, left, right } = relation
  const difference = rounded(sumOf(termsOf(left, cells)) - sumOf(termsOf(right, cells)))
  const open = { left: openSlots(left, cells), right: openSlots(right, cells) }
  const maySink = open.right.length > 0 || open.left.some(({ isSigned }) => isSigned)
  const mayRise = open.left.length > 0 || open.right.some(({ isSigned }) => isSigned)
  const isTooMuch = identity.relation !== 'at_least' && difference > identity.tolerance && !maySink
  const isTooLittle = identity.relation !== 'at_most' && -difference > identity.tolerance && !mayRise
  if (isTooMuch || isTooLittle) return 'impossible'
  const isEmptyInPrint = statusesOf([...open.left, ...open.right], cells).every(
    (status) => isBlank(status) || status === 'nil',
  )
  const isLeftOut = SIDES.some((side) => leftOut.has(side) && open[side].length > 0)
  return isEmptyInPrint && !isLeftOut && !holds(identity, difference) ? 'lacking' : 'undecided'
}

function statusesOf(slots: readonly Slot[], cells: CellsByPlace): CellStatus[] {
  return slots.map((slot) => cells.get(placeKey(slot))?.status ?? 'absent')
}

function isBlank(status: CellStatus): boolean {
  return status === 'blank'
}
