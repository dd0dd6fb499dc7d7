import type { RevisionRow, RevisionSide } from '../revisions/types.js'
import { defineTable, type NumberColumn, type TextColumn } from './define.js'
import { reportIdColumn } from './shared.js'

const NOTHING = 'There was nothing, or nothing of the kind.'

/** One row per difference between two builds, or two versions of a report. */
export const revisionsTable = defineTable<RevisionRow>()({
  name: 'revisions',
  title_en: 'Revision log',
  title_zh: '修订记录',
  grain_en: 'one row per difference between the older and the newer version',
  grain_zh: '新旧两版之间的每处差异一行',
  key: [
    'report_id',
    'subject',
    'table',
    'row',
    'column',
    'name',
    'change',
    'old_text',
    'new_text',
    'old_start',
    'new_start',
  ],
  columns: {
    report_id: reportIdColumn((row: RevisionRow) => row.report_id),
    subject: {
      ...words('对象', 'What it is about: report, head, cell, statement or finding.', '差异所涉对象。', null),
      value: (row) => row.subject,
    },
    table: {
      ...words('表', 'Table of the cell.', '单元格所在的表。', 'It is about no cell.'),
      value: (row) => row.table,
    },
    row: {
      ...words('行代码', 'Row code of the cell.', '单元格的行代码。', 'It is about no cell.'),
      value: (row) => row.row,
    },
    column: {
      ...words('列代码', 'Column code of the cell.', '单元格的列代码。', 'It is about no cell.'),
      value: (row) => row.column,
    },
    name: {
      ...words(
        '名称',
        'Entry of the head, key of the statement, rule of the finding.',
        '报告要素、陈述事项或规则的名称。',
        'It is about a report or a cell.',
      ),
      value: (row) => row.name,
    },
    change: {
      ...words('变化', 'What changed; docs/corrections.md lists the codes.', '变化类型代码。', null),
      value: (row) => row.change,
    },
    ...side('old', '旧', 'before', '旧版'),
    ...side('new', '新', 'after', '新版'),
    reason: {
      ...words(
        '原因',
        'correction, source_changed, reader_changed or source_or_reader_changed.',
        '变化原因：更正、原件变化、读取程序变化或两者之一。',
        'It is not known, or the change says it.',
      ),
      value: (row) => row.reason,
    },
    correction_id: {
      ...words(
        '更正编号',
        'The correction that came or went.',
        '新增或撤回的更正编号。',
        'No correction came or went.',
      ),
      value: (row) => row.correction,
    },
  },
})

function words(label_zh: string, description_en: string, description_zh: string, null_means: string | null) {
  const notes = { label_zh, type: 'string', unit: null, description_en, description_zh } as const
  return { ...notes, null_means, source: 'comparison of two versions' }
}

function side<Which extends 'old' | 'new'>(which: Which, zh: string, en: string, of: string) {
  const text = (
    label: string,
    what: string,
    whatZh: string,
    read: (side: RevisionSide) => string | null,
  ): TextColumn<RevisionRow> => ({
    ...words(`${zh}${label}`, `${what} ${en}.`, `${of}的${whatZh}。`, NOTHING),
    value: (row) => read(row[which]),
  })
  const number = (
    label: string,
    unit: string,
    what: string,
    whatZh: string,
    read: (side: RevisionSide) => number | null,
  ): NumberColumn<RevisionRow> => ({
    ...words(`${zh}${label}`, `${what} ${en}.`, `${of}的${whatZh}。`, NOTHING),
    ...{ type: unit === 'unit of the cell' ? 'number' : 'integer', unit },
    value: (row) => read(row[which]),
  })
  const place = 'UTF-16 code units'
  const columns = {
    value: text('值', 'The value, as text,', '值（文本）', ({ value }) => (value === null ? null : String(value))),
    number: number('值（数值）', 'unit of the cell', 'The value, where it is a number,', '数值', ({ value }) =>
      typeof value === 'number' ? value : null,
    ),
    status: text('状态', 'Status of the cell, severity of the finding,', '状态', ({ status }) => status),
    text: text('原文', 'The characters as printed, or the message,', '原文', ({ text: printed }) => printed),
    start: number('起始位置', place, 'Start of the place', '起始位置', ({ start }) => start),
    end: number('结束位置', place, 'End of the place', '结束位置', ({ end }) => end),
  }
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [`${which}_${name}`, column])) as {
    readonly [Name in keyof typeof columns as `${Which}_${Name}`]: (typeof columns)[Name]
  }
}
