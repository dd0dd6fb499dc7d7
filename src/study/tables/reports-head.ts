import type { TableName } from '../../types.js'
import type { Column, TextColumn } from './define.js'
import { FAILED, fromReport, ifRead, OR_FAILED, type ReportInput } from './reports-columns.js'
import { issuerColumn, textNotes, yearColumn } from './shared.js'

/** The columns of a report's head: who reports, on which year, in which form, signed when. */
export const headColumns = {
  title: fromReport(
    '标题',
    'Title as printed.',
    '报告标题（照录）。',
    `No title was found, ${OR_FAILED}`,
    'title of the report',
    (report) => report.report.title,
  ),
  issuer: issuerColumn((row: ReportInput) => ifRead(row, (report) => report.report.issuer)),
  issuer_basis: fromReport(
    '机关依据',
    'Where the issuer was read; anything but title and signature is a weaker ground.',
    '发布机关名称的出处；标题与落款以外者依据较弱。',
    `No issuer was found, ${OR_FAILED}`,
    'reading of the report',
    (report) => report.report.issuerBasis,
  ),
  year: yearColumn((row: ReportInput) => ifRead(row, (report) => report.report.year)),
  year_basis: fromReport(
    '年度依据',
    'Where the year was read: title, period, narrative, or declared with the input; correction where it was corrected.',
    '年度的出处：标题、统计期间、正文或输入时声明；已更正者为 correction。',
    `The year cannot be told, ${OR_FAILED}`,
    'reading of the report',
    (report) => report.report.yearBasis,
  ),
  form: fromReport(
    '格式版本',
    'Form edition by the labels of its tables, never by the year: 2019, 2021, or legacy for anything earlier.',
    '按表格栏目（而非年度）判定的格式版本：2019、2021 或 legacy（更早）。',
    FAILED,
    '国办公开办函〔2019〕60号； 国办公开办函〔2021〕30号',
    (report) => report.report.form,
  ),
  form_proactive: formOf('proactive', '主动公开表版本', 'proactive disclosure', '主动公开'),
  form_requests: formOf('requests', '依申请公开表版本', 'requests', '依申请公开'),
  form_remedies: formOf('remedies', '复议诉讼表版本', 'review and litigation', '行政复议、行政诉讼'),
  form_statistics: fromReport(
    '统计表版本',
    'Form edition of the statistics table, the one table of the forms before 2019: 2014, 2008 or fujian.',
    '2019 年以前的政府信息公开情况统计表的格式版本：2014、2008 或 fujian。',
    `The table is not in the report, ${OR_FAILED}`,
    'form edition (data/reference/forms)',
    (report) => report.report.forms.statistics ?? null,
  ),
  signed_date: {
    ...textNotes(
      '落款日期',
      'Day the report is signed, as printed.',
      '报告落款日期。',
      `None is printed, the print is damaged, ${OR_FAILED}`,
      'signature of the report',
    ),
    type: 'date',
    value: (row) => ifRead(row, (report) => report.report.signed),
  },
  published_date: {
    ...textNotes(
      '发布日期',
      'Day of publication, as printed.',
      '报告发布日期。',
      `None is printed, the print is damaged, ${OR_FAILED}`,
      'head of the page; Regulations art. 49',
    ),
    type: 'date',
    value: (row) => ifRead(row, (report) => report.report.published),
  },
  region_code: fromReport(
    '行政区划代码',
    'GB/T 2260 code of the region.',
    'GB/T 2260 行政区划代码。',
    `The region was not determined, ${OR_FAILED}`,
    'GB/T 2260',
    (report) => report.report.region?.code ?? null,
  ),
  region_name: fromReport(
    '行政区划',
    'Name of the region.',
    '行政区划名称。',
    `The region was not determined, ${OR_FAILED}`,
    'GB/T 2260',
    (report) => report.report.region?.name ?? null,
  ),
} satisfies Record<string, Column<ReportInput>>

function formOf(table: TableName, label: string, en: string, zh: string): TextColumn<ReportInput> {
  return fromReport(
    label,
    `Form edition of the table on ${en}; a report may mix editions.`,
    `${zh}表的格式版本，一份报告可能混用不同版本。`,
    `The table is not in the report, ${OR_FAILED}`,
    '国办公开办函〔2019〕60号； 国办公开办函〔2021〕30号',
    (report) => report.report.forms[table] ?? null,
  )
}
