import { formById } from '../forms/forms.js'
import type { CellRef, Check, Repair, RepairCell, Report, TableName } from '../types.js'
import { type RepairGroup, smallestRepair, type TableRepair } from './repair.js'
import { slipWords } from './slips.js'

/** How many repairs a sentence names. */
const NAMED = 3

/** The checks, with the smallest repair beside each finding on a relation of a table: findings of one cause name the same. */
export function withRepairs(report: Report, checks: readonly Check[]): Check[] {
  const tables = new Map<TableName, TableRepair>()
  return checks.map((check) => {
    const table = check.finding?.cells[0]?.table
    if (check.finding === null || table === undefined) return check
    const repair = tables.get(table) ?? smallestRepair(report, table)
    tables.set(table, repair)
    const group = repair.groups.find(({ broken }) =>
      broken.some(({ rule, subject }) => rule === check.rule && subject === check.subject),
    )
    if (group === undefined) return check
    const message = `${check.finding.message} ${repairSentence(report, repair, group)}`
    return { ...check, finding: { ...check.finding, message, repairs: group.repairs } }
  })
}

/** What would restore the relations of a group, in one sentence. */
function repairSentence(report: Report, { table, left_out }: TableRepair, group: RepairGroup): string {
  const form = formById(report.report.forms[table] ?? report.report.form)
  const blocks = form?.tables[table]?.blocks ?? []
  const labels = ({ row, column }: CellRef): { row: string; column: string | null } => {
    const block = blocks.find(
      ({ rows, columns }) => rows.some(({ code }) => code === row) && columns.some(({ code }) => code === column),
    )
    const columnName = block?.columns.find(({ code }) => code === column)?.label_en ?? column
    return {
      row: block?.rows.find(({ code }) => code === row)?.label_en ?? row,
      column: block === undefined || block.columns.length > 1 ? columnName : null,
    }
  }
  const name: Name = (ref) => {
    const own = labels(ref)
    return `"${own.column === null ? own.row : `${own.row}, ${own.column}`}"`
  }
  const all = left_out > 0 ? 'all relations that can be tried' : 'all relations'
  const { outcome, sets, repairs } = group
  const [first] = repairs
  if (first === undefined)
    return outcome === 'none'
      ? `No change of up to three cells would restore ${all}.`
      : 'What would restore the relations was not found: there are too many ways to look at.'
  const [at] = first.cells
  if (first.slip === 'shifted_column' && at !== undefined) {
    const moved = inWords(first, (ref) => `"${labels(ref).column}"`)
    return `The figures of row "${labels(at).row}" stand one column off; moved back, they would restore ${all}: ${moved}.`
  }
  const size = first.cells.length
  const many = outcome === 'some' ? `at least ${sets}` : String(sets)
  if (sets === 1 && outcome === 'all')
    return `${size === 1 ? 'One cell' : `${COUNT[size] ?? size} cells together`} would restore ${all}: ${inWords(first, name)}.`
  const fitting = repairs.filter(({ slip }) => slip !== null)
  const chosen = (fitting.length > 0 ? fitting : repairs).slice(0, NAMED)
  const which =
    size === 1
      ? `Any one of ${many} cells alone would restore ${all}`
      : `${many} sets of ${size} cells would restore ${all}`
  const why = fitting.length > 0 ? 'a known slip fits' : 'among them'
  return `${which}; ${why} ${chosen.map((repair) => inWords(repair, name)).join('; ')}.`
}

const COUNT: Readonly<Record<number, string>> = { 2: 'Two', 3: 'Three' }

type Name = (ref: CellRef) => string

function inWords({ cells, slip }: Repair, name: Name): string {
  const parts = cells.map(
    (cell) => `${name(cell)} ${cell.printed} → ${dueOf(cell)}${slipIn(cells.length > 1 ? cell.slip : null)}`,
  )
  return `${parts.join(', ')}${slipIn(slip)}`
}

function slipIn(slip: Repair['slip']): string {
  return slip === null || slip === 'shifted_column' ? '' : ` (${slipWords(slip)})`
}

function dueOf({ would_be, range }: RepairCell): string {
  if (would_be !== null) return String(would_be)
  const [least, most] = range ?? [null, null]
  if (least === null) return `at most ${most}`
  return most === null ? `at least ${least}` : `${least} to ${most}`
}
