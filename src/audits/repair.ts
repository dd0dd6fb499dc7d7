import { cellsOf, formById } from '../forms/forms.js'
import type { CellRef, Repair, RepairCell, Report, TableName } from '../types.js'
import { type Change, isFulfilled, type Limits, smallestChanges } from './changes.js'
import { byPlace, openSlots, placeKey, relationsOf } from './relations.js'
import { type Group, groupsOf } from './repair-groups.js'
import { shiftedRows } from './shifts.js'
import { slipOf, weakness } from './slips.js'

/** Relations that share cells, some of which do not hold, and what would restore them. */
export interface RepairGroup {
  /** The relations that do not hold, by rule and subject of their checks. */
  readonly broken: readonly { readonly rule: string; readonly subject: string }[]
  /** Smallest sets of cells, those that a known slip explains first; of many only the first. */
  readonly repairs: readonly Repair[]
  /** How many smallest sets there are; the least of it where the search was given up. */
  readonly sets: number
  /** `all`: these are the smallest sets. `some`: the search was given up. `none`: no set of up to three cells will do. */
  readonly outcome: 'all' | 'some' | 'none'
}

export interface TableRepair {
  readonly table: TableName
  /** Relations that could not be tried, since a cell holds no number: no repair is held against them. */
  readonly left_out: number
  readonly groups: readonly RepairGroup[]
}

const LIMITS: Limits = { size: 3, steps: 4000 }

/** How many repairs of a group are listed. */
const LISTED = 8

/**
 * Where might the mistake be? For a table whose figures do not add up, the smallest sets of cells whose change restores every
 * relation of the form that can be tried: all single cells that can do it alone, with the number each would have to hold;
 * else all pairs, else all threes. Counts stay whole and do not fall below 0. Of each set it is said whether a known slip
 * would explain it. Relations that share no cell have repairs of their own, one group each. Exact: what is not listed cannot
 * do it, unless `outcome` says that the search was given up.
 *
 * A row whose figures all stand one column off counts as one slip and comes first, where smaller sets need two cells or more.
 * What the program inferred is treated like what is printed. Nothing is corrected here: the reader decides.
 *
 * @returns no groups where every relation holds, cannot be tried, or the form has none
 * @throws never on bad data
 * @example
 * smallestRepair(report, 'requests').groups // []
 */
export function smallestRepair(report: Report, table: TableName): TableRepair {
  const form = formById(report.report.forms[table] ?? report.report.form)
  const identities = form?.identities.filter((identity) => identity.table === table) ?? []
  const cells = byPlace(cellsOf(report, table))
  if (form === undefined || identities.length === 0) return { table, left_out: 0, groups: [] }
  // A relation that only holds as a rule is no ground for a repair, and one with a tolerance leaves no exact number.
  const hard = identities.filter(({ severity, tolerance }) => severity === 'error' && tolerance === 0)
  const relations = hard.flatMap((identity) => relationsOf(form, identity))
  const tried = relations.filter(({ slots }) => openSlots(slots, cells).length === 0)
  const groups = groupsOf(form, table, tried, cells)
  return {
    table,
    left_out: relations.length - tried.length,
    groups: groups.flatMap((group) => repairGroup(group) ?? []),
  }
}

function repairGroup(group: Group): RepairGroup | null {
  const { numbers, relations } = group
  const broken = relations.filter((_, i) => {
    const constraint = numbers.constraints[i]
    return constraint !== undefined && !isFulfilled(constraint, numbers.values)
  })
  if (broken.length === 0) return null
  const { changes, outcome } = smallestChanges(numbers, LIMITS)
  const smallest = changes.map((change) => repairOf(group, change))
  const shifted = (changes[0]?.at.length ?? Infinity) > 1 ? shiftedRows(group, broken) : []
  const byStrength = smallest
    .sort((a, b) => strength(a) - strength(b))
    .filter((repair) => !shifted.some(isSameAs(repair)))
  return {
    broken: broken.map(({ identity, subject }) => ({ rule: identity.id, subject })),
    repairs: [...shifted, ...byStrength].slice(0, LISTED),
    sets: smallest.length,
    outcome,
  }
}

/** A slip that explains all comes first, then many cells each with a slip, then those with none. */
function strength({ slip, cells }: Repair): number {
  return slip === null ? 100 + cells.reduce((sum, cell) => sum + weakness(cell.slip), 0) : weakness(slip)
}

function isSameAs({ cells }: Repair): (other: Repair) => boolean {
  const key = (repaired: readonly RepairCell[]) =>
    repaired.map((cell) => `${placeKey(cell)} ${cell.would_be}`).join(' ')
  return (other) => key(other.cells) === key(cells)
}

/** A change of numbers as a repair of cells. */
function repairOf({ cells: all, refs, numbers, relations, unit }: Group, { at, values, ranges }: Change): Repair {
  const changed = new Map(at.map((index, i) => [index, values[i] ?? null]))
  const value = (index: number) => changed.get(index) ?? numbers.values[index] ?? 0
  const cells = at.flatMap((index, i): RepairCell[] => {
    const ref = refs[index]
    const printed = all[index]?.value
    if (ref === undefined || printed == null) return []
    const would_be = values[i] ?? null
    if (would_be === null) {
      const [least, most] = ranges[i] ?? [null, null]
      const range = [inUnit(least, unit), inUnit(most, unit)] as const
      return [{ ...ref, printed, would_be, range, slip: isWithin(-printed, range) ? 'sign' : null }]
    }
    const parts = relations.flatMap(({ identity, left }, r) => {
      const isTotal = identity.relation === 'equals' && left.length === 1 && left.some((slot) => isAt(slot, ref))
      const terms = [...(numbers.constraints[r]?.terms.keys() ?? [])]
      return isTotal ? [terms.filter((other) => other !== index).map((other) => value(other) * unit)] : []
    })
    const due = inUnit(would_be, unit) ?? 0
    const isPrinted = all[index]?.status === 'stated'
    return [{ ...ref, printed, would_be: due, slip: isPrinted ? slipOf(printed, due, parts) : null }]
  })
  const [first] = cells
  if (first !== undefined && cells.length === 1) return { cells, slip: first.slip }
  return { cells, slip: areExchanged(cells, refs) ? 'figures_exchanged' : null }
}

function isWithin(value: number, [least, most]: readonly [number | null, number | null]): boolean {
  return value !== 0 && (least === null || value >= least) && (most === null || value <= most)
}

function inUnit(value: number | null, unit: number): number | null {
  return value === null ? null : unit === 1 ? value : Number((value * unit).toFixed(6))
}

function isAt(slot: CellRef, ref: CellRef): boolean {
  return slot.row === ref.row && slot.column === ref.column
}

/** Whether two cells side by side, or one above the other, would each hold what the other holds. */
function areExchanged(cells: readonly RepairCell[], refs: readonly CellRef[]): boolean {
  const [a, b, more] = cells
  if (a === undefined || b === undefined || more !== undefined) return false
  if (a.would_be !== b.printed || b.would_be !== a.printed) return false
  const lines = (line: 'row' | 'column') => [...new Set(refs.map((ref) => ref[line]))]
  const areNext = (line: 'row' | 'column') =>
    Math.abs(lines(line).indexOf(a[line]) - lines(line).indexOf(b[line])) === 1
  return a.row === b.row ? areNext('column') : a.column === b.column && areNext('row')
}
