import { type StatementCells, type StatementKind, statementVocabulary } from '../forms/statement-words.js'
import type { Cell, Check, CheckOutcome, Report, Statement } from '../types.js'
import { failed, settled } from './check.js'
import { spanOf, sumOf } from './rounding.js'

/**
 * Do a sentence and the statutory table say the same? One check a statement that counts what cells of a table count (`cells`
 * in `data/reference/statements.json`); `subject` names the statement. `expected` is the sum of the cells, `observed` what
 * the sentence says; `at` is the place of the sentence's words, `cells` are those compared.
 *
 * - Only like is compared with like: `not_applicable` where the sentence speaks of another scope than the report (本级, 各乡镇)
 *   or of another period than its year, and where the table is not in the report or its form does not have the row.
 * - `not_assessable` where a cell holds no number, or the year of the report is not known and the sentence names one.
 * - Where the table counts two answers as one (already public as granted), the two statements of a list are added up.
 * - An approximate figure agrees with all it leaves possible (约350 with 333).
 * - Severity `warning`; `info` where the sentence counts what such sentences often count instead (`also`: requests
 *   received together with those carried in).
 *
 * Ground: article 50 (one report, one set of figures).
 *
 * @rule statements.table
 * @passes { "form": "2021", "requests": { "received_new": 5 }, "statements": [{ "key": "requests_received", "value": 5 }] }
 * @fails { "form": "2021", "requests": { "received_new": 5 }, "statements": [{ "key": "requests_received", "value": 8 }] }
 *
 * @example
 * checkAgainstTables(report).map((check) => check.outcome) // ['not_applicable']
 */
export function checkAgainstTables(report: Report): Check[] {
  const kinds = new Map(statementVocabulary().statements.map((kind) => [kind.key, kind]))
  const checks = report.statements.flatMap((statement, index): Check[] => {
    const kind = kinds.get(statement.key)
    if (kind?.cells === undefined) return []
    return [compare(report, statement, `${statement.key} ${index}`, kind.cells, kind)]
  })
  return checks.length > 0 ? checks : [settled(RULE, 'no statement of a cell', 'not_applicable')]
}

const RULE = 'statements.table'

function compare(
  report: Report,
  statement: Statement,
  subject: string,
  own: StatementCells,
  { also, counted_with = [] }: StatementKind,
): Check {
  const obstacle = unlike(report, statement)
  if (obstacle !== null) return settled(RULE, subject, obstacle)
  const cells = cellsOf(report, own)
  if (cells.every((cell) => cell.status === 'absent')) return settled(RULE, subject, 'not_applicable')
  const sum = sumOfCells(cells)
  if (sum === null) return settled(RULE, subject, 'not_assessable')
  const beside = report.statements.filter(
    (other) => statement.group !== null && other.group === statement.group && counted_with.includes(other.key),
  )
  const [low, high] = sumOf([statement, ...beside].map(spanOf))
  const agrees = (value: number | null) => value !== null && value >= low && value <= high
  if (agrees(sum)) return settled(RULE, subject, 'passed')
  const other = also === undefined ? null : sumOfCells(cellsOf(report, also))
  const reason = agrees(other) ? ` It is what comes out with the rows ${also?.rows.join(' and ')} together.` : ''
  return failed(RULE, subject, {
    severity: reason === '' ? 'warning' : 'info',
    message: `The sentence says ${statement.text.replace(/\s+/g, '')}, the table of ${own.table} ${sum}.${reason}`,
    cells: cells.map(({ row, column }) => ({ table: own.table, row, column })),
    expected: sum,
    observed: statement.value,
    at: statement.at,
  })
}

/** Why a statement may not be compared with the tables of its report; `null` where it may. */
function unlike(report: Report, { scope, period }: Statement): Exclude<CheckOutcome, 'failed' | 'passed'> | null {
  const reach = scope === null ? 'whole' : statementVocabulary().scopes.find(({ word }) => word === scope)?.reach
  if (reach !== 'whole') return 'not_applicable'
  if (period === null) return null
  const { year } = report.report
  if (year === null && /^\d{4}$/.test(period)) return 'not_assessable'
  return period === String(year) ? null : 'not_applicable'
}

function cellsOf(report: Report, { table, rows, columns }: StatementCells): Cell[] {
  const isRow = (code: string) =>
    rows.some((row) => (row.endsWith('.*') ? code.startsWith(row.slice(0, -1)) : code === row))
  return (report.tables[table] ?? []).filter((cell) => isRow(cell.row) && columns.includes(cell.column))
}

/** The sum of cells; `null` where one of them holds no number, or there is none. */
function sumOfCells(cells: readonly Cell[]): number | null {
  let sum = 0
  for (const { value } of cells) {
    if (value === null) return null
    sum += value
  }
  return cells.length === 0 ? null : Number(sum.toFixed(6))
}
