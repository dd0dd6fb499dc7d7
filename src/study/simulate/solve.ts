import { type Form, formCells, type Identity } from '../../forms/forms.js'

/** Numbers by `table/row/column`. */
export type Values = Map<string, number>

export const cellKey = (table: string, row: string, column: string): string => `${table}/${row}/${column}`

/** A sum that leaves no binary remainder of hundredths. */
export function added(numbers: readonly number[]): number {
  return Math.round(numbers.reduce((sum, value) => sum + Math.round(value * 100), 0)) / 100
}

/** One application of an identity: the cells whose sums it compares. */
export interface Relation {
  readonly id: string
  readonly relation: Identity['relation']
  readonly left: readonly string[]
  readonly right: readonly string[]
}

/** Every relation of a form, one for each column or row its identities run along. */
export function relationsOf(form: Form): Relation[] {
  return form.identities.flatMap((identity) => {
    const cells = formCells(form, identity.table)
    const codes =
      identity.along === 'columns' ? cells.map((cell) => cell.column.code) : cells.map((cell) => cell.row.code)
    const known = new Set(cells.map(({ row, column }) => cellKey(identity.table, row.code, column.code)))
    const lines = [...new Set(codes)].map((code) => ({
      id: identity.id,
      relation: identity.relation,
      left: identity.left.map((other) => keyAlong(identity, code, other)),
      right: identity.right.map((other) => keyAlong(identity, code, other)),
    }))
    // Rows of other blocks have not the columns of which a relation speaks.
    const isThere = ({ left, right }: Relation) => [...left, ...right].every((key) => known.has(key))
    return identity.along === 'rows' ? lines.filter(isThere) : lines
  })
}

/** Whether a relation holds between numbers. */
export function holds({ relation, left, right }: Relation, values: Values): boolean {
  const [a, b] = [left, right].map((side) => added(side.map((key) => values.get(key) ?? Number.NaN)))
  if (a === undefined || b === undefined) return false
  return relation === 'equals' ? a === b : relation === 'at_most' ? a <= b : a >= b
}

function keyAlong(identity: Identity, code: string, other: string): string {
  return identity.along === 'columns' ? cellKey(identity.table, other, code) : cellKey(identity.table, code, other)
}

/**
 * Fills what the equations of a form determine: wherever one cell of a relation is open, it is what is left over. Cells that
 * no relation determines are drawn with `leaf`, in the form's order, once nothing more follows.
 */
export function complete(form: Form, values: Values, leaf: (key: string) => number): void {
  const relations = relationsOf(form).filter(({ relation }) => relation === 'equals')
  const totals = new Set(relations.flatMap(({ left }) => left.slice(0, 1)))
  const keys = Object.keys(form.tables).flatMap((table) =>
    formCells(form, table as Identity['table']).map(({ row, column }) => cellKey(table, row.code, column.code)),
  )
  for (const key of keys) if (!totals.has(key) && !values.has(key)) values.set(key, leaf(key))
  let open = relations
  while (open.length > 0) {
    const left = open.filter((relation) => !fillOne(relation, values))
    if (left.length === open.length) break
    open = left
  }
  for (const key of keys) if (!values.has(key)) values.set(key, leaf(key))
}

/** Fills the one open cell of a relation. @returns whether nothing is open any more */
function fillOne({ left, right }: Relation, values: Values): boolean {
  const unknown = [...left, ...right].filter((key) => !values.has(key))
  const [key] = unknown
  if (key === undefined) return true
  if (unknown.length > 1) return false
  const [own, other] = left.includes(key) ? [left, right] : [right, left]
  const sum = (side: readonly string[]) => added(side.map((each) => values.get(each) ?? 0))
  values.set(key, added([sum(other), -sum(own)]))
  return true
}
