import type { HeaderDoubts } from '../header/header.js'
import type { Label, Slot } from '../labels/template.js'
import type { FoundRow } from '../tables/fill.js'
import type { Piece } from './cells.js'

/** A row whose borders say which figure is whose. */
export function borderedRow(slots: readonly Slot[], placed: readonly Piece[]): FoundRow {
  const certain = {
    uncertain: false,
    glued: false,
    unread: false,
    torn: false,
    underHeads: false,
    label: 'printed' as const,
  }
  return { slots, pieces: placed, placed, grid: true, closed: true, unit: null, ...certain }
}

/** A label's slots, with the unit that the header prints for them, or else the row itself. */
export function slotsOf({ block, row }: Label, { units }: HeaderDoubts, unit: string | null): Slot[] {
  return (row?.cells ?? []).map((slot) => ({
    ...slot,
    printedUnit: units.get(`${block}/${slot.row}/${slot.column}`) ?? unit,
  }))
}
