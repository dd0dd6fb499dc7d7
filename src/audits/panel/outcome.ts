import { findingFrom, type Judgement } from '../../forms/findings.js'
import { formById, formCells } from '../../forms/forms.js'
import { said } from '../../forms/words.js'
import type { Bilingual, CellRef, CheckOutcome, FormId, PanelCheck, TableName } from '../../types.js'
import { evidence, settled } from '../check.js'
import { columnName, rowName } from '../names.js'
import type { Placed } from './series.js'

/** A check across reports that came out without a finding; `text` and `cells` say what it rests on, or why it could not be made. */
export function unfound(
  { report }: Pick<Placed, 'report'>,
  rule: string,
  subject: string,
  outcome: Exclude<CheckOutcome, 'failed'>,
  text?: Bilingual,
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
  judgement: Omit<Judgement, 'with' | 'series'>,
): PanelCheck {
  const series = unit === null ? {} : { series: unit }
  return {
    report_id: report.id,
    rule,
    subject,
    outcome: 'failed',
    finding: findingFrom(rule, { ...judgement, with: [...new Set(others)].sort(), ...series }),
  }
}

const words = new Map<string, Bilingual>()

/** `甲 "Row", column 乙 "Column"`: a cell in the words of its form, as printed and in English; in Chinese as printed alone. */
export function cellInWords(form: FormId, table: TableName, row: string, column: string): Bilingual {
  const key = `${form}/${table}/${row}/${column}`
  const known = words.get(key)
  if (known !== undefined) return known
  const edition = formById(form)
  const cells = edition === undefined ? [] : formCells(edition, table)
  const cell = cells.find((one) => one.row.code === row && one.column.code === column)
  const text =
    cell === undefined
      ? said('name.cell_unknown', { row, column })
      : said('name.cell_printed', {
          row_printed: cell.row.printed,
          row: rowName(cell.row),
          column_printed: cell.column.label,
          column: columnName(cell.column),
        })
  words.set(key, text)
  return text
}

/** A column of a table: English by its code, Chinese as printed. */
export function columnInWords(form: FormId, table: TableName, column: string): Bilingual {
  const blocks = formById(form)?.tables[table]?.blocks ?? []
  const own = blocks.flatMap(({ columns }) => columns).find(({ code }) => code === column)
  return { en: column, zh: `“${own === undefined ? column : own.label}”列` }
}

/** Why a report stands in no series. */
export function unknownBody(): Bilingual {
  return said('body.unknown')
}

/** A number without binary remainder. */
export function tidy(value: number): number {
  return Number(value.toFixed(6))
}
