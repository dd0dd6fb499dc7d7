import { type Form, formById, formCells, type Identity } from '../forms/forms.js'
import type { ExpectedFailure } from './audit-expected.js'
import type { TrueCell, Truth } from './simulate/truth.js'

/**
 * The relations of each table's form that its printed figures break. Emptiness and nil marks count nothing, as they were meant.
 * Where a figure is gone with its row or is not legible, print does not tell: slight.
 */
export function identityFailures(truth: Truth): ExpectedFailure[] {
  return Object.entries(truth.report.forms).flatMap(([table, edition]) => {
    const form = formById(edition)
    if (form === undefined) return []
    const own = form.identities.filter((identity) => identity.table === table)
    return own.flatMap((identity) => brokenLines(truth, form, identity))
  })
}

function brokenLines(truth: Truth, form: Form, identity: Identity): ExpectedFailure[] {
  const { id, table, along, left, right, relation, tolerance } = identity
  const cells = truth.tables[table] ?? []
  if (cells.every(({ status }) => status === 'absent')) return []
  const [line, code] = along === 'columns' ? (['column', 'row'] as const) : (['row', 'column'] as const)
  const several = form.identities.filter((other) => other.id === id).length > 1
  // A row that some printings have not is not missed where it is gone: what is left does not come to the total.
  const optional = new Set(formCells(form, table).flatMap(({ row }) => (row.optional === true ? [row.code] : [])))
  const isLeftOut = (cell: TrueCell) => cell.status === 'absent' && optional.has(cell.row)
  return [...new Set(cells.map((cell) => cell[line]))].flatMap((name) => {
    const own = new Map(cells.filter((cell) => cell[line] === name).map((cell) => [cell[code], cell]))
    const terms = [...left, ...right].flatMap((each) => own.get(each) ?? [])
    if (terms.length < left.length + right.length) return []
    const counted = (cell: TrueCell | undefined) => (cell === undefined || isLeftOut(cell) ? 0 : printedNumber(cell))
    const sum = (codes: readonly string[]) => codes.reduce((total, each) => total + counted(own.get(each)), 0)
    const difference = sum(left) - sum(right)
    const isBroken =
      (relation !== 'at_least' && difference > tolerance + 1e-6) ||
      (relation !== 'at_most' && -difference > tolerance + 1e-6)
    const subject = `${table}${several ? `/${left[0]}` : ''}/${name}`
    if (!isBroken) return []
    const isSlight = terms.some((cell) => cell.status === 'garbled' || (cell.status === 'absent' && !isLeftOut(cell)))
    return [{ report_id: truth.id, rule: id, subject, ...(isSlight ? { isSlight } : {}) }]
  })
}

/** The number in print; 0 for what is printed as nothing; the number meant where print does not tell. */
export function printedNumber({ value, status, meant }: TrueCell): number {
  if (value !== null) return value
  return status === 'garbled' || status === 'absent' ? meant : 0
}
