import { cellsOf as cellsIn, tablesOf } from '../../forms/forms.js'
import type { CellStatus, FailedInput, Severity, TableName } from '../../types.js'
import { baseName } from '../base-name.js'
import type { CorrectedReport } from '../corrections/types.js'
import { defineTable, type NumberColumn, type TextColumn } from './define.js'
import { foldingColumns } from './folding.js'
import { issuerColumn, joined, reportIdColumn, textNotes, yearColumn } from './shared.js'

/** An input either became a report or failed; both are rows, so that nothing drops out of the count. */
export type ReportInput = CorrectedReport | FailedInput

const FAILED = 'The input could not be read; see error_code.'
const OR_FAILED = 'or the input could not be read; see error_code.'

/** One row per input, the failed ones included. */
export const reportsTable = defineTable<ReportInput>()({
  name: 'reports',
  title_en: 'Reports',
  title_zh: '报告',
  grain_en: 'one row per input file or JSONL line, failed inputs included',
  grain_zh: '每个输入（文件或 JSONL 行）一行，读取失败者亦在内',
  key: ['report_id'],
  columns: {
    report_id: reportIdColumn((row: ReportInput) => row.id),
    path: {
      ...textNotes(
        '文件名',
        'Base name of the input; folders are left out.',
        '输入文件名，不含目录。',
        null,
        'the call',
      ),
      value: (row) => baseName(row.source.path),
    },
    sha256: fromReport(
      '校验值',
      'SHA-256 of the bytes as published, in hexadecimal.',
      '发布原件字节的 SHA-256 值。',
      FAILED,
      'bytes of the source',
      (report) => report.source.sha256,
    ),
    bytes_count: {
      ...counted('字节数', 'long', 'bytes', 'Length of the source.', '原件长度。', 'bytes of the source'),
      value: (row) => ifRead(row, (report) => report.source.bytes),
    },
    encoding: fromReport(
      '编码',
      'Character encoding the source was decoded from.',
      '原件的字符编码。',
      FAILED,
      'byte-order mark, declaration or content of the source',
      (report) => report.source.encoding,
    ),
    format: fromReport(
      '文件格式',
      'text, html, pdf, docx or doc.',
      '原件格式：text、html、pdf、docx 或 doc。',
      FAILED,
      'content of the source',
      (report) => report.source.format,
    ),
    script: fromReport(
      '简繁',
      'hans (Simplified) or hant (Traditional).',
      '简体（hans）或繁体（hant）。',
      FAILED,
      'characters of the source',
      (report) => report.source.script,
    ),
    ...foldingColumns((row: ReportInput) => ifRead(row, (report) => report.folding)),
    reader_version: fromReport(
      '读取版本',
      'Version of gongkai that read the report.',
      '读取报告所用的 gongkai 版本。',
      `It was not recorded, ${OR_FAILED}`,
      'the program',
      (report) => report.reader ?? null,
    ),
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
    error_code: {
      ...textNotes(
        '失败代码',
        'Why the input could not be read, as a code.',
        '读取失败的原因代码。',
        'The input was read.',
        'reader',
      ),
      value: (row) => ('error' in row ? row.error.code : null),
    },
    error_message: {
      ...textNotes(
        '失败原因',
        'Why the input could not be read, in words.',
        '读取失败的原因说明。',
        'The input was read.',
        'reader',
      ),
      value: (row) =>
        'error' in row ? row.error.message.replaceAll(row.source.path, baseName(row.source.path)) : null,
    },
  },
})

function ifRead<Value>(row: ReportInput, read: (report: CorrectedReport) => Value): Value | null {
  return 'error' in row ? null : read(row)
}

function correctedFields({ corrections = [] }: CorrectedReport): string | null {
  const fields = corrections.flatMap((one) => ('field' in one ? [`${one.field}=${one.id}`] : []))
  return fields.length === 0 ? null : joined(fields)
}

function fromReport(
  label: string,
  en: string,
  zh: string,
  nullMeans: string,
  source: string,
  read: (report: CorrectedReport) => string | null,
): TextColumn<ReportInput> {
  return { ...textNotes(label, en, zh, nullMeans, source), value: (row) => ifRead(row, read) }
}

function counted(label: string, type: 'integer' | 'long', unit: string, en: string, zh: string, source: string) {
  return { label_zh: label, type, unit, description_en: en, description_zh: zh, null_means: FAILED, source }
}

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
