import { formById, formCells } from '../../forms/forms.js'
import type { CellRef, CheckOutcome, Finding, FormId, PanelCheck, TableName } from '../../types.js'
import { evidence, settled } from '../check.js'
import type { Placed } from './series.js'

/** A check across reports that came out without a finding; `text` and `cells` say what it rests on, or why it could not be made. */
export function unfound(
  { report }: Pick<Placed, 'report'>,
  rule: string,
  subject: string,
  outcome: Exclude<CheckOutcome, 'failed'>,
  text?: string,
  cells: readonly CellRef[] = [],
): PanelCheck {
  const rests = text === undefined ? undefined : evidence(text, cells, [])
  return { report_id: report.id, ...settled(rule, subject, outcome, rests) }
}

/** A failed check across reports; its finding names the body and the other reports. */
export function found(
  { report, unit }: Pick<Placed, 'report' | 'unit'>,
  rule: string,
  subject: string,
  others: readonly string[],
  finding: Omit<Finding, 'rule' | 'with' | 'series'>,
): PanelCheck {
  const series = unit === null ? {} : { series: unit }
  return {
    report_id: report.id,
    rule,
    subject,
    outcome: 'failed',
    finding: { rule, ...finding, with: [...new Set(others)].sort(), ...series },
  }
}

const words = new Map<string, string>()

/** `甲 "Row", column 乙 "Column"`: a cell in the words of its form, as printed and in English. */
export function cellInWords(form: FormId, table: TableName, row: string, column: string): string {
  const key = `${form}/${table}/${row}/${column}`
  const known = words.get(key)
  if (known !== undefined) return known
  const edition = formById(form)
  const cells = edition === undefined ? [] : formCells(edition, table)
  const cell = cells.find((one) => one.row.code === row && one.column.code === column)
  const text =
    cell === undefined
      ? `"${row}", column "${column}"`
      : `${cell.row.printed} "${cell.row.label_en}", column ${cell.column.label} "${cell.column.label_en}"`
  words.set(key, text)
  return text
}

/** Why a report stands in no series. */
export const UNKNOWN_BODY = 'The year is unknown, or the body cannot be told from others.'

/** A number without binary remainder. */
export function tidy(value: number): number {
  return Number(value.toFixed(6))
}
