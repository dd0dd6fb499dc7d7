import { type CellDefinition, formById, formCells } from '../forms/forms.js'
import { type StatementCells, type StatementKind, statementVocabulary } from '../forms/statement-words.js'
import { listed, named, said, sentences, type Word } from '../forms/words.js'
import type { Bilingual, Cell, CellRef, Check, CheckOutcome, Evidence, Report, Statement, TableName } from '../types.js'
import { evidence, failed, settled } from './check.js'
import { columnName, rowName } from './names.js'
import { spanOf, sumOf } from './rounding.js'

/**
 * Do a sentence and the statutory table say the same? One check a statement that counts what cells of a table count (`cells`
 * in `data/reference/statements.json`), or some of what they count (`within`: requests received online); `subject` names the
 * statement. `expected` is the sum of the cells, `observed` what the sentence says; `at` is the place of the sentence's words,
 * `cells` are those compared. Every check carries both figures as evidence, whatever came out.
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
    const cells = kind?.cells ?? kind?.within
    return kind === undefined || cells === undefined ? [] : [compare({ report, statement, index, kind, cells })]
  })
  return checks.length > 0 ? checks : [settled(RULE, 'no statement of a cell', 'not_applicable')]
}

const RULE = 'statements.table'

interface Pair {
  readonly report: Report
  readonly statement: Statement
  readonly index: number
  readonly kind: StatementKind
  readonly cells: StatementCells
}

function compare(pair: Pair): Check {
  const { report, statement, index, kind } = pair
  const subject = `${statement.key} ${index}`
  const cells = cellsOf(report, pair.cells)
  if (cells.every((cell) => cell.status === 'absent')) return settled(RULE, subject, 'not_applicable', bare(pair))
  const sum = sumOfCells(cells)
  const obstacle = unlike(report, statement)
  if (obstacle !== null)
    return settled(RULE, subject, obstacle.outcome, told(pair, cells, sum, sentences(together(pair), obstacle.reason)))
  if (sum === null) return settled(RULE, subject, 'not_assessable', told(pair, cells, sum))
  const beside = counted(report, statement, kind.counted_with ?? [])
  const [low, high] = sumOf([statement, ...beside].map(spanOf))
  const isPart = kind.cells === undefined
  const agrees = (value: number | null) => value !== null && value >= low && (isPart || value <= high)
  const added = [statement, ...beside].map(({ value }) => value).join(' + ')
  const how = beside.length > 0 ? said('statements.table.beside', { parts: added, sum: sum ?? '' }) : null
  if (agrees(sum)) return settled(RULE, subject, 'passed', told(pair, cells, sum, how))
  const isAlso = kind.also !== undefined && agrees(sumOfCells(cellsOf(report, kind.also)))
  return failed(RULE, subject, {
    severity: isAlso ? 'info' : 'warning',
    message: sentences(
      sentence(pair, sum, inWhichCells(pair, cells)),
      isPart ? said('statements.table.part') : null,
      isAlso ? said('statements.table.also', { rows: listed('and', alsoRows(pair)) }) : null,
    ),
    cells: refsOf(pair, cells),
    expected: sum,
    observed: statement.value,
    at: statement.at,
  })
}

/** `The sentence says …约350件, the table of requests 333.` */
function sentence({ statement, kind, cells }: Pair, sum: number | null, where: Word = ''): Bilingual {
  const [text, table] = [statement.text.replace(/\s+/g, ''), named('table', cells.table)]
  if (sum === null) return said('statements.table.none', { text, table })
  return kind.cells === undefined
    ? said('statements.table.in_all', { text, table, sum, where })
    : said('statements.table.compared', { text, table, sum, where })
}

/** So many rows are named one by one. */
const ROWS = 3

/** The rows and columns that count what a sentence says, as printed and in English. */
function inWhichCells({ report, cells: { table } }: Pair, cells: readonly Cell[]): Word {
  const own = definitionsOf(report, table).filter((one) =>
    cells.some(({ row, column }) => row === one.row.code && column === one.column.code),
  )
  const rows = [...new Set(own.map(({ row }) => row))].map((row) =>
    said('name.printed', { printed: row.printed, name: rowName(row) }),
  )
  const columns = [...new Set(own.map(({ column }) => column.code))].flatMap((code) => {
    const column = own.find((one) => one.column.code === code)?.column
    return column === undefined ? [] : [said('name.printed', { printed: column.label, name: columnName(column) })]
  })
  const [first, last] = [rows[0], rows.at(-1)]
  if (first === undefined || last === undefined) return ''
  const rowWords =
    rows.length > ROWS ? said('statements.table.rows', { count: rows.length, first, last }) : listed('plus', rows)
  return said('statements.table.where', { rows: rowWords, columns: listed('plus', columns) })
}

/** The rows that come out together with what the sentence counts. */
function alsoRows({ report, kind: { also }, cells: { table } }: Pair): Bilingual[] {
  const known = definitionsOf(report, also?.table ?? table)
  return (also?.rows ?? []).map((code) => {
    const row = known.find((one) => one.row.code === code)?.row
    return { en: code, zh: `“${row === undefined ? code : rowName(row).zh}”` }
  })
}

function definitionsOf({ report }: Report, table: TableName): CellDefinition[] {
  const form = formById(report.forms[table] ?? report.form)
  return form === undefined ? [] : formCells(form, table)
}

function told(pair: Pair, cells: readonly Cell[], sum: number | null, more: Bilingual | null = null): Evidence {
  const places = [pair.statement.at, ...cells.map(({ at }) => at)]
  const isRounded = pair.statement.approximate && sum !== null && more === null
  const rounded = isRounded ? said('statements.table.rounded') : null
  return evidence(sentences(sentence(pair, sum), rounded, more), refsOf(pair, cells), places)
}

/** What the parts of one whole come to that stand side by side: 网上申请39件、信函申请21件. */
function together({ report: { statements }, index, kind: { within } }: Pair): Bilingual | null {
  if (within === undefined) return null
  const kinds = new Map(statementVocabulary().statements.map((one) => [one.key, one]))
  const own = statements[index]
  const belongs = (other: Statement | undefined): other is Statement =>
    other !== undefined &&
    other.scope === own?.scope &&
    other.part_of === own?.part_of &&
    JSON.stringify(kinds.get(other.key)?.within) === JSON.stringify(within)
  let first = index
  while (belongs(statements[first - 1])) first--
  let end = index + 1
  while (belongs(statements[end])) end++
  const values = statements.slice(first, end).map(({ value }) => value)
  const sum = values.reduce((total, value) => total + value, 0)
  return values.length > 1 ? said('statements.table.together', { parts: values.join(' + '), sum }) : null
}

function bare({ statement, cells: { table } }: Pair): Evidence {
  return evidence(said('statements.table.no_cells', { table: named('table', table) }), [], [statement.at])
}

function refsOf({ cells: { table } }: Pair, cells: readonly Cell[]): CellRef[] {
  return cells.map(({ row, column }) => ({ table, row, column }))
}

/** Statements of the same list that the cells count in, too. */
function counted(report: Report, { group }: Statement, keys: readonly string[]): Statement[] {
  return report.statements.filter((other) => group !== null && other.group === group && keys.includes(other.key))
}

interface Obstacle {
  readonly outcome: Exclude<CheckOutcome, 'failed' | 'passed'>
  readonly reason: Bilingual
}

/** Why a statement may not be compared with the tables of its report; `null` where it may. */
function unlike(report: Report, { scope, period }: Statement): Obstacle | null {
  const reach = scope === null ? 'whole' : statementVocabulary().scopes.find(({ word }) => word === scope)?.reach
  if (reach !== 'whole')
    return { outcome: 'not_applicable', reason: said('statements.table.scope', { scope: scope ?? '' }) }
  if (period === null) return null
  const { year } = report.report
  if (year === null && /^\d{4}$/.test(period)) return { outcome: 'not_assessable', reason: said('year.open') }
  if (period === String(year)) return null
  return { outcome: 'not_applicable', reason: said('statements.table.period', { period }) }
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
