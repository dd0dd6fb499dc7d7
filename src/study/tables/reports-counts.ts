import { cellsOf as cellsIn, tablesOf } from '../../forms/forms.js'
import type { CellStatus, OtherNumber, Severity } from '../../types.js'
import type { CorrectedReport } from '../corrections/types.js'
import type { Column, NumberColumn } from './define.js'
import { counted, fromReport, ifRead, OR_FAILED, type ReportInput } from './reports-columns.js'
import { joined } from './shared.js'

/** The columns that count what was read of a report, and what was found and corrected in it. */
export const countColumns = {
  cells_stated_count: cellsOf('stated', '有数单元格数', 'in which a number is printed', '印有数字的'),
  cells_nil_count: cellsOf('nil', '空号单元格数', 'in which a nil mark is printed', '印有“/”“—”等空号的'),
  cells_blank_count: cellsOf('blank', '空白单元格数', 'that are there and empty', '空白的'),
  cells_inferred_count: cellsOf(
    'inferred',
    '推得单元格数',
    'whose value the accounting relations leave no choice about',
    '由勾稽关系唯一推得的',
  ),
  cells_ambiguous_count: cellsOf(
    'ambiguous',
    '歧义单元格数',
    'with more than one possible placing of the numbers',
    '数字归属不止一种可能的',
  ),
  cells_absent_count: cellsOf('absent', '缺失单元格数', 'that are not in the report', '报告中没有的'),
  cells_corrected_count: cellsOf(
    'corrected',
    '更正单元格数',
    'in which a declared correction took the place of what was read',
    '已按更正声明更正的',
  ),
  corrected_fields: fromReport(
    '更正要素',
    'Entries of the head that were corrected, each with its correction, as `year=ID`, joined by `;`.',
    '已更正的报告要素及其更正编号（如 year=编号），以分号相连。',
    `None was corrected, ${OR_FAILED}`,
    'list of corrections',
    correctedFields,
  ),
  statements_count: {
    ...counted(
      '陈述数',
      'integer',
      'statements',
      'Sentences with a figure that were recognised.',
      '识别出的含数字陈述。',
      'narrative of the report',
    ),
    value: (row) => ifRead(row, (report) => report.statements.length),
  },
  numbers_unread_count: {
    ...counted(
      '未读出数字数',
      'integer',
      'numbers',
      'Numbers in sentences of which the reader does not know what they are.',
      '正文中未能读出含义的数字。',
      'narrative of the report',
    ),
    null_means: `It was parsed before such numbers were told, ${OR_FAILED}`,
    value: (row) => ifRead(row, (report) => unread(report.other_numbers)),
  },
  items_count: {
    ...counted(
      '条目数',
      'integer',
      'items',
      'Problems, measures and follow-ups found in section five.',
      '第五部分的问题与措施条目。',
      'section five; Regulations art. 50(4)',
    ),
    value: (row) => ifRead(row, (report) => report.items.length),
  },
  findings_error_count: findingsOf('error', '错误数', 'an error', '错误'),
  findings_warning_count: findingsOf('warning', '警告数', 'a warning', '警告'),
  findings_info_count: findingsOf('info', '提示数', 'information', '提示'),
} satisfies Record<string, Column<ReportInput>>

/** How many numbers of a report's sentences were not read; `null` for what was parsed before these were told. */
function unread(numbers: readonly OtherNumber[] | undefined): number | null {
  return numbers?.filter(({ reason }) => reason === 'unread').length ?? null
}

function correctedFields({ corrections = [] }: CorrectedReport): string | null {
  const fields = corrections.flatMap((one) => ('field' in one ? [`${one.field}=${one.id}`] : []))
  return fields.length === 0 ? null : joined(fields)
}

function cellsOf(status: CellStatus, label: string, en: string, zh: string): NumberColumn<ReportInput> {
  return {
    ...counted(
      label,
      'integer',
      'cells',
      `Cells of the statutory tables ${en}.`,
      `法定表格中${zh}单元格数。`,
      'statutory tables of the report',
    ),
    value: (row) =>
      ifRead(row, (report) =>
        tablesOf(report).reduce(
          (sum, table) => sum + cellsIn(report, table).filter((cell) => cell.status === status).length,
          0,
        ),
      ),
  }
}

function findingsOf(severity: Severity, label: string, en: string, zh: string): NumberColumn<ReportInput> {
  return {
    ...counted(
      label,
      'integer',
      'findings',
      `Findings of the audit that are ${en}.`,
      `核查结果中的${zh}数。`,
      'audit rules',
    ),
    value: (row) => ifRead(row, (report) => report.findings.filter((finding) => finding.severity === severity).length),
  }
}
