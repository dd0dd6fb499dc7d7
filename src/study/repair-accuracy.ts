import { formById } from '../forms/forms.js'
import type { Repair } from '../types.js'
import type { ReportCheck } from './audit-accuracy.js'
import { printedNumber } from './audit-expected-identities.js'
import type { TrueCell, Truth } from './simulate/truth.js'

/** How well one kind of slip in the figures of a table is found and put right. All numbers count tables. */
export interface RepairAccuracyRow {
  /** The fault planted, or `several` where a table has more than one. */
  readonly fault: string
  /** Tables that print a wrong number which breaks a sum. `found` + `unassessable` + `missed` is `planted`. */
  readonly planted: number
  /** A relation with one of the wrong cells failed. */
  readonly found: number
  /** No relation with a wrong cell could be tried. */
  readonly unassessable: number
  /** Relations with the wrong cells were tried, and held. */
  readonly missed: number
  /** Of those found: the first repair named is the right one, cell by cell, with the numbers that were meant. */
  readonly right_first: number
  /** Of those found: the right one is among the repairs named. */
  readonly right: number
}

const SLIPS = ['changed_cell', 'digit_swap', 'lost_digit', 'shifted_columns']

/**
 * Does the smallest repair lead back to what was meant? Looks at the simulated tables with wrong figures in them, and compares
 * the repairs named by the findings with the true numbers.
 *
 * @param truths lines of `truth.jsonl`
 * @param checks all checks of the same reports
 * @example
 * repairAccuracy([], []) // []
 */
export function repairAccuracy(truths: readonly Truth[], checks: readonly ReportCheck[]): RepairAccuracyRow[] {
  const byReport = new Map<string, ReportCheck[]>()
  for (const check of checks) {
    const own = byReport.get(check.report_id)
    if (own === undefined) byReport.set(check.report_id, [check])
    else own.push(check)
  }
  const rows = new Map<string, Record<keyof Omit<RepairAccuracyRow, 'fault'>, number>>()
  for (const truth of truths) {
    for (const [table, cells] of Object.entries(truth.tables)) {
      const sums = sumsOf(truth.report.forms[table])
      const faults = truth.planted.filter((planted) => planted.table === table && 'meant' in planted)
      const slips = faults.filter(
        ({ fault, rules }) => SLIPS.includes(fault) && (rules as string[]).some((id) => sums.has(id)),
      )
      const wrong = cells.filter((cell) => cell.status !== 'absent' && printedNumber(cell) !== cell.meant)
      if (slips.length === 0 || wrong.length === 0) continue
      const fault = faults.length > 1 ? 'several' : (slips[0]?.fault ?? '')
      const row = rows.get(fault) ?? { planted: 0, found: 0, unassessable: 0, missed: 0, right_first: 0, right: 0 }
      rows.set(fault, row)
      row.planted++
      const checks = (byReport.get(truth.id) ?? []).filter(({ rule }) => sums.has(rule))
      judge(row, table, wrong, checks)
    }
  }
  const order = (fault: string) => (SLIPS.indexOf(fault) + SLIPS.length + 1) % (SLIPS.length + 1)
  return [...rows].sort(([a], [b]) => order(a) - order(b)).map(([fault, row]) => ({ fault, ...row }))
}

/** The rules of a form's sums. */
function sumsOf(form: string | undefined): ReadonlySet<string> {
  const identities = formById(form ?? 'none')?.identities ?? []
  return new Set(identities.filter(({ relation }) => relation === 'equals').map(({ id }) => id))
}

function judge(
  row: Record<keyof Omit<RepairAccuracyRow, 'fault'>, number>,
  table: string,
  wrong: readonly TrueCell[],
  checks: readonly ReportCheck[],
): void {
  const touching = checks.filter(({ finding, evidence }) =>
    (finding?.cells ?? evidence?.cells ?? []).some(
      (cell) => cell.table === table && wrong.some((one) => one.row === cell.row && one.column === cell.column),
    ),
  )
  const failed = touching.filter(({ outcome }) => outcome === 'failed')
  if (failed.length === 0) {
    if (touching.some(({ outcome }) => outcome === 'passed')) row.missed++
    else row.unassessable++
    return
  }
  row.found++
  const named = failed.map(({ finding }) => finding?.repairs ?? [])
  if (named.some(([first]) => first !== undefined && putsRight(first, wrong))) row.right_first++
  if (named.some((repairs) => repairs.some((repair) => putsRight(repair, wrong)))) row.right++
}

/** Whether a repair changes just the wrong cells, each to the number that was meant. */
function putsRight({ cells }: Repair, wrong: readonly TrueCell[]): boolean {
  return (
    cells.length === wrong.length &&
    wrong.every(({ row, column, meant }) =>
      cells.some((cell) => cell.row === row && cell.column === column && cell.would_be === meant),
    )
  )
}
