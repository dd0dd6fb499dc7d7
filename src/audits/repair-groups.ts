import { type Form, formCells } from '../forms/forms.js'
import type { Cell, CellRef, TableName } from '../types.js'
import type { Constraint, Numbers } from './changes.js'
import { type CellsByPlace, placeKey, type Relation } from './relations.js'

/** Relations that share cells, as numbers with constraints. */
export interface Group {
  readonly relations: readonly Relation[]
  readonly cells: readonly Cell[]
  readonly refs: readonly CellRef[]
  readonly numbers: Numbers
  /** Numbers are counted in this part of one, so that all are whole. */
  readonly unit: number
}

/** Relations that share cells, directly or by way of others, belong together; those that do not are mended apart. */
export function groupsOf(form: Form, table: TableName, relations: readonly Relation[], cells: CellsByPlace): Group[] {
  const merged: { relations: Relation[]; keys: Set<string> }[] = []
  for (const relation of relations) {
    const keys = relation.slots.map(placeKey)
    const met = merged.filter((group) => keys.some((key) => group.keys.has(key)))
    for (const group of met) merged.splice(merged.indexOf(group), 1)
    merged.push({
      relations: [...met.flatMap((group) => group.relations), relation],
      keys: new Set([...met.flatMap((group) => [...group.keys]), ...keys]),
    })
  }
  return merged.map(({ relations: own, keys }) => {
    const definitions = formCells(form, table).filter(({ row, column }) => keys.has(`${row.code}/${column.code}`))
    const used = definitions.flatMap(({ row, column }) => {
      const cell = cells.get(`${row.code}/${column.code}`)
      return cell === undefined || cell.value === null ? [] : [{ cell, value: cell.value, isSigned: column.signed }]
    })
    const index = new Map(used.map(({ cell }, i) => [placeKey(cell), i]))
    const unit = used.every(({ value }) => Number.isSafeInteger(value)) ? 1 : 1e-6
    return {
      relations: own,
      cells: used.map(({ cell }) => cell),
      refs: used.map(({ cell: { row, column } }) => ({ table, row, column })),
      unit,
      numbers: {
        values: used.map(({ value }) => Math.round(value / unit)),
        least: used.map(({ isSigned }) => (isSigned ? null : 0)),
        constraints: own.map((relation) => constraintOf(relation, index)),
      },
    }
  })
}

function constraintOf({ identity, left, right }: Relation, index: ReadonlyMap<string, number>): Constraint {
  const terms = new Map<number, 1 | -1>()
  for (const [slots, sign] of [
    [left, 1],
    [right, -1],
  ] as const) {
    for (const slot of slots) {
      const at = index.get(placeKey(slot))
      if (at !== undefined) terms.set(at, sign)
    }
  }
  return { terms, relation: identity.relation }
}
