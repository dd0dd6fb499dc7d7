import { baseName } from '../base-name.js'
import type { Column } from './define.js'
import { foldingColumns } from './folding.js'
import { counted, FAILED, fromReport, ifRead, OR_FAILED, type ReportInput } from './reports-columns.js'
import { textNotes } from './shared.js'

/** The columns that say what the source of a report is, and what read it. */
export const sourceColumns = {
  path: {
    ...textNotes('文件名', 'Base name of the input; folders are left out.', '输入文件名，不含目录。', null, 'the call'),
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
} satisfies Record<string, Column<ReportInput>>
