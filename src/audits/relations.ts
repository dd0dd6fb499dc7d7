import type { Form, FormColumn, FormRow, Identity } from '../forms/forms.js'
import type { Bilingual, Cell, CellRef } from '../types.js'
import { lineName } from './names.js'

/** A place of a form's table that takes part in a relation. */
export interface Slot extends CellRef {
  /** The label of its row or column, whichever tells it from the other terms. */
  readonly label: Bilingual
  /** The same as printed. */
  readonly printed: string
  /** Whether its row stands in some printings of the form only. */
  readonly isOptional: boolean
  /** Whether its column holds changes, which may be below 0. */
  readonly isSigned: boolean
}

/** An identity tried in one row or column of a form: the sum over `left` against the sum over `right`. */
export interface Relation {
  readonly identity: Identity
  /** `table/row` or `table/column`; where one rule has several relations, `table/total/column`. */
  readonly subject: string
  readonly label: Bilingual
  /** The label of the line as printed. */
  readonly printed: string
  readonly left: readonly Slot[]
  readonly right: readonly Slot[]
  /** Those of `left`, then those of `right`. */
  readonly slots: readonly Slot[]
  /** All its cells, in the same order. */
  readonly cells: readonly CellRef[]
}

/** A term of a relation with the number that was read. */
export interface Term {
  readonly slot: Slot
  readonly cell: Cell
  readonly value: number
}

const known = new WeakMap<Identity, readonly Relation[]>()

/** One relation for each row or column of the form in which the identity is tried. */
export function relationsOf(form: Form, identity: Identity): readonly Relation[] {
  const before = known.get(identity)
  if (before !== undefined) return before
  const relations = spreadOut(form, identity)
  known.set(identity, relations)
  return relations
}

function spreadOut(form: Form, identity: Identity): Relation[] {
  const { table, along, left, right } = identity
  const isOneOfSeveral = form.identities.filter((other) => other.id === identity.id).length > 1
  const name = isOneOfSeveral ? `/${left[0]}` : ''
  return (form.tables[table]?.blocks ?? []).flatMap(({ rows, columns }) => {
    const byRow = new Map(rows.map((row) => [row.code, row]))
    const byColumn = new Map(columns.map((column) => [column.code, column]))
    const known = along === 'columns' ? byRow : byColumn
    if (![...left, ...right].every((code) => known.has(code))) return []
    return (along === 'columns' ? columns : rows).map((line): Relation => {
      const slot = (code: string): Slot => {
        const [row, column] = along === 'columns' ? [code, line.code] : [line.code, code]
        const term = known.get(code)
        const [label, printed] = [term === undefined ? { en: code, zh: code } : lineName(term), printedLabel(term)]
        const isOptional = byRow.get(row)?.optional === true
        const isSigned = byColumn.get(column)?.signed === true
        return { table, row, column, label, printed, isOptional, isSigned }
      }
      const sides = { left: left.map(slot), right: right.map(slot) }
      const slots = [...sides.left, ...sides.right]
      const cells = slots.map(({ row, column }) => ({ table, row, column }))
      return {
        identity,
        subject: `${table}${name}/${line.code}`,
        label: lineName(line),
        printed: printedLabel(line),
        ...sides,
        slots,
        cells,
      }
    })
  })
}

/** The label as it stands in its own cell. */
function printedLabel(line: FormRow | FormColumn | undefined): string {
  if (line === undefined) return ''
  return 'printed' in line ? line.printed : line.label
}

/** Cells by `row/column`. */
export type CellsByPlace = ReadonlyMap<string, Cell>

export function byPlace(cells: readonly Cell[]): CellsByPlace {
  return new Map(cells.map((cell) => [placeKey(cell), cell]))
}

export function placeKey({ row, column }: { readonly row: string; readonly column: string }): string {
  return `${row}/${column}`
}

/** Whether this printing of the form has not got the slot's row. */
export function isLeftOut(slot: Slot, cells: CellsByPlace): boolean {
  return slot.isOptional && cells.get(placeKey(slot))?.status === 'absent'
}

/** The slots whose cells hold a number, with it. */
export function termsOf(slots: readonly Slot[], cells: CellsByPlace): Term[] {
  return slots.flatMap((slot): Term[] => {
    const cell = cells.get(placeKey(slot))
    return cell === undefined || cell.value === null ? [] : [{ slot, cell, value: cell.value }]
  })
}

/** The slots whose cells hold no number, without those this printing of the form has not. */
export function openSlots(slots: readonly Slot[], cells: CellsByPlace): Slot[] {
  return slots.filter((slot) => !isLeftOut(slot, cells) && (cells.get(placeKey(slot))?.value ?? null) === null)
}

/** Decimals are compared after rounding to this many places, so that 0.1 + 0.2 equals 0.3. */
const DECIMALS = 6

export function sumOf(terms: readonly Term[]): number {
  return rounded(terms.reduce((total, term) => total + term.value, 0))
}

export function rounded(value: number): number {
  return Number(value.toFixed(DECIMALS))
}

/** Whether a difference between left and right is within what the identity allows. */
export function holds({ relation, tolerance }: Identity, difference: number): boolean {
  const tooMuch = relation !== 'at_least' && difference > tolerance
  const tooLittle = relation !== 'at_most' && -difference > tolerance
  return !tooMuch && !tooLittle
}
