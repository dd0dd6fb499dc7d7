import { type Form, formById } from '../forms/forms.js'
import type { CellRow, MetricRow } from '../types.js'
import { type MetricDefinition, metricDefinitions } from './definitions.js'
import { wilsonInterval } from './interval.js'

/** One column of one table of one report, found by row code. */
interface Column {
  readonly report: string
  readonly table: string
  readonly name: string
  readonly form: Form | undefined
  readonly cells: ReadonlyMap<string, CellRow>
  /** Why the column as a whole cannot be used, or `null`. */
  readonly reason: string | null
}

/** A sum over rows, with the cells it needed; where some cell holds no number there is no value but a reason. */
interface Sum {
  readonly value: number | null
  readonly cells: readonly string[]
  readonly corrections: readonly string[]
  readonly reason: string | null
}

/**
 * The metrics of one family for each report, in the order the reports come in: one row a metric and report, whether or
 * not there is a value. The reports of `reportIds` come first and get their rows even without any cell.
 *
 * @throws where the same cell of a report is given twice.
 */
export function ratios(
  caller: string,
  family: string,
  cells: readonly CellRow[],
  reportIds: readonly string[],
): MetricRow[] {
  const definitions = metricDefinitions(family)
  const [table = '', name = ''] = definitions[0]?.basis.split('/') ?? []
  const exhaustive = definitions.filter((definition) => definition.is_exhaustive)
  return byReport(cells, reportIds).flatMap(([report, rows]) => {
    const column = columnOf(caller, report, table, name, rows)
    const misfit = exhaustive.length === 0 ? null : partsMisfit(column, exhaustive)
    return definitions.map((definition) => ratio(column, definition, misfit))
  })
}

function ratio(column: Column, definition: MetricDefinition, misfit: string | null): MetricRow {
  const numerator = sumOf(column, definition.numerator)
  const denominator = sumOf(column, definition.denominator)
  const reason = numerator.reason ?? denominator.reason ?? misfit ?? impossible(numerator, denominator, definition)
  const row = {
    report_id: column.report,
    metric: definition.id,
    numerator: numerator.value,
    denominator: denominator.value,
    cells: [...new Set([...numerator.cells, ...denominator.cells])].join('; '),
    source: withCorrections(definition.source, [...numerator.corrections, ...denominator.corrections]),
  }
  if (reason !== null || numerator.value === null || denominator.value === null) {
    return { ...row, value: null, lower: null, upper: null, interval: null, reason }
  }
  const value = numerator.value / denominator.value
  if (definition.interval === null) return { ...row, value, lower: null, upper: null, interval: null, reason }
  return { ...row, value, ...wilsonInterval(numerator.value, denominator.value), interval: 'wilson 95 %', reason }
}

/** Whoever uses a number that rests on a correction must see that. */
function withCorrections(source: string, ids: readonly string[]): string {
  return ids.length === 0 ? source : `${source}; corrected: ${[...new Set(ids)].join(', ')}`
}

function impossible({ value: part }: Sum, { value: whole }: Sum, definition: MetricDefinition): string | null {
  if (part === null || whole === null) return null
  if (part > whole) return `the table contradicts itself: ${part} of ${whole} (${definition.formula})`
  return whole === 0 ? definition.zero_reason : null
}

/** Why the parts of a whole do not make it up, or `null`. */
function partsMisfit(column: Column, parts: readonly MetricDefinition[]): string | null {
  const whole = sumOf(column, parts[0]?.denominator ?? [])
  const rows = parts.flatMap((part) => part.numerator)
  const sum = sumOf(column, rows)
  if (sum.value === null || whole.value === null) return sum.reason ?? whole.reason
  if (sum.value === whole.value) return null
  return `the table contradicts itself: the parts add up to ${sum.value}, but ${whole.cells.join(' + ')} is ${whole.value}`
}

function sumOf(column: Column, patterns: readonly string[]): Sum {
  if (column.reason !== null) return { value: null, cells: [], corrections: [], reason: column.reason }
  const rows = patterns.flatMap((pattern) => matchingRows(column, pattern))
  const label = (row: string): string => `${column.table}/${row}/${column.name}`
  const faults = rows.flatMap((row) => fault(column.cells.get(row), label(row)) ?? [])
  const cells = rows.map(label)
  const corrections = rows.flatMap((row) => column.cells.get(row)?.correction ?? [])
  if (faults.length > 0) return { value: null, cells, corrections, reason: faults.join('; ') }
  const value = rows.reduce((sum, row) => sum + (column.cells.get(row)?.value ?? 0), 0)
  return { value, cells, corrections, reason: null }
}

/** Why a cell cannot be counted with, naming it and its status; `null` where it can. */
function fault(cell: CellRow | undefined, label: string): string | null {
  if (cell === undefined) return `${label} is not given`
  if (cell.value === null && cell.correction !== undefined)
    return `${label} is without value by correction ${cell.correction}`
  if (cell.value === null) return `${label} is ${cell.status}`
  return Number.isInteger(cell.value) && cell.value >= 0 ? null : `${label} is ${cell.value}, which is no count`
}

/** The row codes a pattern stands for: itself, or for `denied.*` the row `denied` or every row of that group. */
function matchingRows({ form, table }: Column, pattern: string): string[] {
  if (!pattern.endsWith('.*')) return [pattern]
  const group = pattern.slice(0, -2)
  const tables = Object.entries(form?.tables ?? {}).filter(([name]) => name === table)
  const codes = tables.flatMap(([, { blocks }]) => blocks.flatMap(({ rows }) => rows.map((row) => row.code)))
  return codes.filter((code) => code === group || code.startsWith(`${group}.`))
}

function columnOf(caller: string, report: string, table: string, name: string, rows: readonly CellRow[]): Column {
  const ofTable = rows.filter((row) => row.table === table)
  const isAbsent = ofTable.every((row) => row.status === 'absent')
  const formId = ofTable[0]?.form
  const form = formId === undefined ? undefined : formById(formId)
  const cells = new Map<string, CellRow>()
  for (const row of ofTable.filter(({ column }) => column === name)) {
    if (cells.has(row.row)) {
      throw new Error(`${caller} requires each cell once; ${report} has ${table}/${row.row}/${name} twice`)
    }
    cells.set(row.row, row)
  }
  const unknown = form === undefined ? `the table of ${table} follows no form known here (${formId})` : null
  const reason = isAbsent ? `the report has no table of ${table}` : unknown
  return { report, table, name, form, cells, reason }
}

function byReport(rows: readonly CellRow[], reportIds: readonly string[]): [string, CellRow[]][] {
  const groups = new Map<string, CellRow[]>(reportIds.map((id) => [id, []]))
  for (const row of rows) {
    const group = groups.get(row.report_id)
    if (group === undefined) groups.set(row.report_id, [row])
    else group.push(row)
  }
  return [...groups]
}
