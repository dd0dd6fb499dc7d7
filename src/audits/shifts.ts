import type { CellRef, Repair, RepairCell } from '../types.js'
import { type Change, changeOf, type Numbers } from './changes.js'
import type { Relation } from './relations.js'

interface Rows {
  readonly refs: readonly CellRef[]
  readonly numbers: Numbers
  readonly unit: number
}

/**
 * Rows whose figures, or those from some column on, stand one column off: put back, with one cell filled by what is then left
 * over, every relation holds. Only rows are tried that have a cell in every broken relation.
 */
export function shiftedRows(group: Rows, broken: readonly Relation[]): Repair[] {
  const all = new Set(group.refs.map(({ row }) => row))
  const rows = [...all].filter((row) => broken.every(({ slots }) => slots.some((slot) => slot.row === row)))
  const found = new Map<string, Repair>()
  for (const row of rows) {
    const places = group.refs.flatMap((ref, i) => (ref.row === row ? [i] : []))
    for (let from = 0; from < places.length - 1; from++) {
      for (const part of [places.slice(from), places.slice(0, from + 2)]) {
        for (const order of [part, part.toReversed()]) {
          const repair = movedBack(group, order)
          if (repair !== null) found.set(JSON.stringify(repair.cells), repair)
        }
      }
    }
  }
  return [...found.values()]
}

/** Each cell takes the number of the next in the order; the last one what is left over. */
function movedBack({ refs, numbers, unit }: Rows, order: readonly number[]): Repair | null {
  const last = order.at(-1)
  if (last === undefined) return null
  const values = [...numbers.values]
  order.slice(0, -1).forEach((index, i) => {
    values[index] = numbers.values[order[i + 1] ?? index] ?? 0
  })
  const due = leftOver({ ...numbers, values }, last)
  if (due === null) return null
  values[last] = due
  const cells = [...order]
    .sort((a, b) => a - b)
    .flatMap((index): RepairCell[] => {
      const [ref, printed, would_be] = [refs[index], numbers.values[index], values[index]]
      if (ref === undefined || printed === undefined || would_be === undefined || printed === would_be) return []
      return [{ ...ref, printed: printed * unit, would_be: would_be * unit, slip: null }]
    })
  return cells.length < 3 ? null : { cells, slip: 'shifted_column' }
}

function leftOver(numbers: Numbers, index: number): number | null {
  const change: Change | null = changeOf(numbers, [index])
  return change?.values[0] ?? null
}
