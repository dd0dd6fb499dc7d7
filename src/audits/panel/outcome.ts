import { type Form, formById, formCells } from '../../forms/forms.js'
import type { CheckOutcome, Finding, FormId, PanelCheck, TableName } from '../../types.js'
import type { Placed } from './series.js'

/** A check across reports that came out without a finding. */
export function unfound(
  { report }: Pick<Placed, 'report'>,
  rule: string,
  subject: string,
  outcome: Exclude<CheckOutcome, 'failed'>,
  note?: string,
): PanelCheck {
  const check = { report_id: report.id, rule, subject, outcome, finding: null }
  return note === undefined ? check : { ...check, note }
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

/** `"Row", column "Column"`: a cell in the words of its form. */
export function cellInWords(form: FormId, table: TableName, row: string, column: string): string {
  const edition: Form | undefined = formById(form)
  const cells = edition === undefined ? [] : formCells(edition, table)
  const cell = cells.find((one) => one.row.code === row && one.column.code === column)
  return `"${cell?.row.label_en ?? row}", column "${cell?.column.label_en ?? column}"`
}

/** A number without binary remainder. */
export function tidy(value: number): number {
  return Number(value.toFixed(6))
}
