import type { Form, Identity } from '../forms/forms.js'
import type { Cell, TableName } from '../types.js'

/**
 * Figures whose label was torn off were put into their row by reading order: `inferred`, if every identity of the form that can
 * be reckoned holds with them and at least one rests on them; else withheld, with the figure as candidate.
 */
export function judgedOrphans(
  form: Form,
  table: TableName,
  cells: readonly Cell[],
  orphans: ReadonlySet<string>,
): readonly Cell[] {
  if (orphans.size === 0) return cells
  const identities = form.identities.filter((one) => one.table === table && one.severity === 'error')
  const outcomes = identities.map((identity) => ({ identity, ...reckoned(identity, cells, orphans) }))
  const holds = outcomes.every(({ failed }) => failed === 0)
  const by = outcomes.filter(({ passed }) => passed > 0).map(({ identity }) => identity.id)
  return cells.map((cell) => {
    if (!orphans.has(cell.row) || cell.value === null) return cell
    if (holds && by.length > 0) return { ...cell, status: 'inferred', by }
    const { row, column, text, at, value } = cell
    return { row, column, value: null, status: 'ambiguous', text, at, candidates: [value] }
  })
}

/** How often an identity that rests on such a row holds and fails, where all its cells have a number. */
function reckoned(
  identity: Identity,
  cells: readonly Cell[],
  orphans: ReadonlySet<string>,
): { passed: number; failed: number } {
  const { along, left, right, tolerance } = identity
  const value = new Map(cells.map((cell) => [`${cell.row}/${cell.column}`, cell.value]))
  const touched = along === 'rows' || [...left, ...right].some((row) => orphans.has(row))
  const lines = along === 'rows' ? [...orphans] : [...new Set(cells.map(({ column }) => column))]
  let [passed, failed] = [0, 0]
  for (const line of touched ? lines : []) {
    const sum = (codes: readonly string[]) =>
      codes.reduce<number | null>((total, code) => {
        const one = value.get(along === 'rows' ? `${line}/${code}` : `${code}/${line}`)
        return total === null || one == null ? null : total + one
      }, 0)
    const [a, b] = [sum(left), sum(right)]
    if (a === null || b === null) continue
    if (Math.abs(a - b) <= tolerance + 1e-9) passed++
    else failed++
  }
  return { passed, failed }
}
