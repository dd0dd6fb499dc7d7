import type { Cell, Folded } from '../../types.js'
import { inWanYuan } from '../header/money.js'
import type { Slot } from '../labels/template.js'
import { isCell, isMark, type Piece } from '../rows/cells.js'
import { placeOf } from '../stream.js'

/** A row of a table as found: the slots the form gives it and the pieces that stand behind its label. */
export interface FoundRow {
  readonly slots: readonly Slot[]
  readonly pieces: readonly Piece[]
  /** Whether the figures cannot be told apart, or may belong to another row, so that none may be taken as it stands. */
  readonly uncertain: boolean
  /** Whether that is because several figures are run together without blank or border. */
  readonly glued: boolean
  /** Whether there are words behind the label that are no figures, so that the row cannot be called empty. */
  readonly unread: boolean
  /** Whether every empty cell of the row keeps its borders, as in an HTML table. */
  readonly grid: boolean
  /** The unit printed between label and figures, or `null`. */
  readonly unit: string | null
  /** The piece in each slot, where every border is printed and none has to be told by counting figures; else `null`. */
  readonly placed: readonly Piece[] | null
  /** Whether each of its figures stands under the head of its column, in a table whose header and rows are equally wide. */
  readonly underHeads: boolean
  /** Whether borders of its cells are lost or doubled, so that empty cells cannot be told. */
  readonly torn: boolean
  /** Whether its label stands beside it; where its cell is empty or has other words, or it was torn off, reading order alone says which row it is. */
  readonly label: 'printed' | 'empty' | 'reworded' | 'torn off'
  /** Whether the row's end is printed, so that no figure from below can have come in. */
  readonly closed: boolean
}

/**
 * Puts the pieces of each row into its slots. As many figures and nil marks as slots: one each. Fewer, where empty cells
 * keep their borders: by position. Fewer, with borders lost: an empty row is blank; nil marks alone make the whole row
 * nil, unless borders are printed and too few of them; figures are `ambiguous`, with the candidates that reading order
 * allows. Nothing is ever filled in here.
 *
 * @returns the cells of each row
 */
export function fillRows(folded: Folded, source: string, rows: readonly FoundRow[]): Cell[][] {
  const bordered = blanksAreBordered(rows)
  return rows.map((row) => fillRow(folded, source, row, bordered))
}

/** Whether every row that has anything in it counts exactly its slots, empty cells included. */
function blanksAreBordered(rows: readonly FoundRow[]): boolean {
  const filled = rows.filter((row) => row.pieces.length > 0)
  return filled.length > 0 && filled.every(countsItsSlots)
}

function countsItsSlots(row: FoundRow): boolean {
  return cellPieces(row).length === row.slots.length
}

/** The pieces that count as cells: not the rest of the label, nor the further places of a wide cell. */
function cellPieces(row: FoundRow): Piece[] {
  return row.pieces.filter(isCell)
}

/** Whether a figure that is said to be a change, `1(增)` or `+1`, would stand in a column of other figures. */
function isOutOfOrder(folded: Folded, { slots }: FoundRow, marks: readonly Piece[]): boolean {
  return marks.some(({ from, to }, i) => slots[i]?.signed === false && /^\+|[增减]/.test(folded.text.slice(from, to)))
}

function fillRow(folded: Folded, source: string, found: FoundRow, bordered: boolean): Cell[] {
  const isShuffled = found.placed === null && isOutOfOrder(folded, found, found.pieces.filter(isMark))
  const row = isShuffled ? { ...found, uncertain: true } : found
  const cells = cellPieces(row)
  const marks = cells.filter(isMark)
  const numbers = marks.filter((piece) => piece.kind === 'number')
  const { slots } = row
  if (row.placed !== null && !row.uncertain)
    return slots.map((slot, i) => printed(folded, source, slot, row.placed?.[i]))
  if (marks.length === slots.length && !row.uncertain)
    return slots.map((slot, i) => printed(folded, source, slot, marks[i]))
  if ((row.grid ? countsItsSlots(row) : bordered) && !row.uncertain && !row.torn)
    return slots.map((slot, i) => printed(folded, source, slot, cells[i]))
  const short = row.grid && row.pieces.length > 0 && row.pieces.length < slots.length
  const undecided = (row.torn || short || (row.uncertain && marks.length > 0)) && numbers.length === 0
  const illegible = row.placed?.some(({ kind }) => kind === 'other') === true && numbers.length === 0
  if (row.unread || undecided || illegible) return slots.map((slot) => doubtful(slot, []))
  if (numbers.length === 0) {
    const [mark] = marks
    return slots.map((slot) =>
      mark === undefined ? empty(slot) : { ...printed(folded, source, slot, mark), shared: true },
    )
  }
  if (row.glued) return slots.map((slot) => ({ ...printed(folded, source, slot, marks[0]), ...doubt([]) }))
  return slots.map((slot, i) => doubtful(slot, row.uncertain ? [] : candidates(marks, i, slots.length)))
}

function printed(folded: Folded, source: string, slot: Slot, piece: Piece | undefined): Cell {
  if (piece === undefined || piece.kind === 'blank' || piece.kind === 'span') return empty(slot)
  const at = placeOf(folded, piece.from, endOfNumber(folded.text, piece))
  const text = source.slice(at[0], at[1])
  const name = { row: slot.row, column: slot.column }
  if (piece.kind === 'other') return { ...name, value: null, status: 'ambiguous', text, at, candidates: [] }
  if (piece.kind === 'nil') return { ...name, value: null, status: 'nil', text, at }
  const converted = piece.value === null ? null : inUnitDue(piece.value, piece.unit ?? slot.printedUnit, slot.unit)
  if (piece.value !== null && mayBeAnother(text, slot.unit))
    return { ...name, value: null, status: 'ambiguous', text, at, candidates: [piece.value] }
  if (converted !== null) return { ...name, value: null, status: 'ambiguous', text, at, candidates: [converted] }
  return { ...name, value: piece.value, status: 'stated', text, at }
}

/** Where a number ends before the raised sign of a note. */
function endOfNumber(text: string, { kind, from, to }: Piece): number {
  const raised = kind === 'number' ? text.slice(from, to).search(/\s*\^/) : -1
  return raised > 0 ? from + raised : to
}

/** Whether a count is printed as another number may be: 1.314 (1314), 2021.12 (a date). Any other fraction stands as it is printed, and is judged. */
function mayBeAnother(text: string, due: string): boolean {
  return /\.\d{3}\b|^(?:19|20)\d{2}\.\d{1,2}$/.test(text.trim()) && !due.endsWith('元')
}

/** Behind a figure 12万 and 12亿 say how large it is, and have been counted in. */
const COUNTED_IN = ['万', '亿']

/** A number printed in another unit than is due, an amount converted; `null` where it may be taken as printed. Nothing is nothing in any unit of money, and where none is printed that is due. */
function inUnitDue(value: number, printed: string | null, due: string): number | null {
  const unit = printed !== null && COUNTED_IN.includes(printed) ? '元' : printed
  const to = inWanYuan(due)
  if (to === null) return printed?.endsWith('元') ? value : null
  if (unit === null || unit === due || (unit === '' && value === 0)) return null
  const from = inWanYuan(unit)
  if (from === null) return value
  return value === 0 ? null : Number(((value * from) / to).toFixed(6))
}

function empty(slot: Slot): Cell {
  return { row: slot.row, column: slot.column, value: null, status: 'blank', text: null, at: null }
}

function doubtful(slot: Slot, values: readonly number[]): Cell {
  return {
    row: slot.row,
    column: slot.column,
    text: null,
    at: null,
    ...doubt(values),
  }
}

function doubt(candidates: readonly number[]): Pick<Cell, 'value' | 'status' | 'candidates'> {
  return { value: null, status: 'ambiguous', candidates }
}

/** The numbers that reading order lets stand in slot `i` of `n`. */
function candidates(marks: readonly Piece[], i: number, n: number): number[] {
  const surplus = Math.abs(n - marks.length)
  const [first, last] = marks.length < n ? [i - surplus, i] : [i, i + surplus]
  const values = marks.slice(Math.max(0, first), last + 1).map((mark) => mark.value)
  return [...new Set(values.filter((value) => value !== null))].sort((a, b) => a - b)
}
