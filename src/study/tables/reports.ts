import { baseName } from '../base-name.js'
import { defineTable } from './define.js'
import type { ReportInput } from './reports-columns.js'
import { countColumns } from './reports-counts.js'
import { headColumns } from './reports-head.js'
import { sourceColumns } from './reports-source.js'
import { reportIdColumn, textNotes } from './shared.js'

export type { ReportInput } from './reports-columns.js'

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
    ...sourceColumns,
    ...headColumns,
    ...countColumns,
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
