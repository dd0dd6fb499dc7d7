import type { CorrectionOutcome } from '../corrections/types.js'
import { defineTable, type NumberColumn, type Scalar, type TextColumn } from './define.js'
import { reportIdColumn, textNotes } from './shared.js'

const OF_HEAD = 'The correction is about the head of the report.'
const NOT_READ = 'The report was not read, has no such cell, or there is no value.'

/** One row per declared correction, applied or not. */
export const correctionsTable = defineTable<CorrectionOutcome>()({
  name: 'corrections',
  title_en: 'Declared corrections',
  title_zh: '更正声明',
  grain_en: 'one row per declared correction, applied or not',
  grain_zh: '每项更正声明一行，未应用者亦在内',
  key: ['correction_id'],
  columns: {
    correction_id: declared('更正编号', 'Identifier of the correction.', '更正的标识符。', null, (c) => c.id),
    report_id: reportIdColumn((row: CorrectionOutcome) => row.correction.report),
    table: ofCell('表', 'Table of the cell.', '单元格所在的表。', 'table'),
    row: ofCell('行代码', 'Row code of the cell.', '单元格的行代码。', 'row'),
    column: ofCell('列代码', 'Column code of the cell.', '单元格的列代码。', 'column'),
    field: declared(
      '报告要素',
      'Entry of the head: year, issuer or signed.',
      '更正的报告要素：年度（year）、发布机关（issuer）或落款日期（signed）。',
      'The correction is about a cell.',
      (c) => ('field' in c ? c.field : null),
    ),
    outcome: {
      ...textNotes(
        '处理结果',
        'applied, guard_failed (the report does not read as expected), unmatched (no such cell), not_accepted or report_not_read.',
        '已应用（applied）、前提不符（guard_failed）、无此单元格（unmatched）、未获采纳（not_accepted）或报告未读取（report_not_read）。',
        null,
        'applying the corrections',
      ),
      value: (row) => row.outcome,
    },
    message: {
      ...textNotes(
        '未应用原因',
        'Why it was not applied.',
        '未应用的原因。',
        'It was applied.',
        'applying the corrections',
      ),
      value: (row) => row.message,
    },
    message_zh: {
      ...textNotes(
        '未应用原因（中文）',
        'Why it was not applied, in Chinese.',
        '未应用的原因（中文）。',
        'It was applied.',
        'applying the corrections',
      ),
      value: (row) => row.message_zh,
    },
    action: declared(
      '方式',
      'set, blank or withhold.',
      '改为某值（set）、改为空（blank）或不予采用（withhold）。',
      null,
      (c) => c.action,
    ),
    value: declared(
      '更正值',
      'The corrected value, as text.',
      '更正后的值（文本）。',
      'The value is taken away.',
      ({ value }) => asText(value),
    ),
    value_number: {
      ...number(
        '更正值（数值）',
        'The corrected value, where it is a number.',
        '更正后的数值。',
        'It is no number, or taken away.',
      ),
      value: ({ correction: { value } }) => asNumber(value),
    },
    expected_value: declared(
      '前提值',
      'What the correction expects to be read, as text.',
      '更正所据的原读值（文本）。',
      'It expects that there is no value.',
      ({ expect }) => asText(expect.value),
    ),
    expected_status: declared(
      '前提状态',
      'The status the cell is expected to have been read with.',
      '更正所据的原读状态。',
      OF_HEAD,
      ({ expect }) => ('status' in expect ? expect.status : null),
    ),
    read_value: {
      ...textNotes(
        '原读值',
        'What was read there, as text.',
        '该处实际读取的值（文本）。',
        NOT_READ,
        'reading of the report',
      ),
      value: ({ read }) => asText(read?.value),
    },
    read_number: {
      ...number('原读值（数值）', 'What was read there, where it is a number.', '该处实际读取的数值。', NOT_READ),
      value: ({ read }) => asNumber(read?.value),
    },
    read_status: {
      ...textNotes(
        '原读状态',
        'The status the cell was read with.',
        '该单元格的读取状态。',
        `${OF_HEAD} ${NOT_READ}`,
        'reading of the report',
      ),
      value: ({ read }) => read?.status ?? null,
    },
    reason: declared('理由', 'Why it is corrected.', '更正的理由。', null, (c) => c.reason),
    evidence: declared(
      '证据',
      'What the correction can be checked against.',
      '可供核对的证据。',
      null,
      (c) => c.evidence,
    ),
    correction_status: declared(
      '采纳状态',
      'proposed, accepted or rejected; only accepted corrections are applied.',
      '已提出（proposed）、已采纳（accepted）或已否决（rejected），仅已采纳者予以应用。',
      null,
      (c) => c.status,
    ),
    author: declared('提出者', 'Who declared it.', '更正的提出者。', null, (c) => c.author),
    declared_date: {
      ...declared('提出日期', 'Day it was declared.', '更正的提出日期。', null, (c) => c.date),
      type: 'date',
    },
  },
})

function number(label_zh: string, description_en: string, description_zh: string, null_means: string) {
  const notes = { label_zh, unit: 'unit of the cell', description_en, description_zh, null_means }
  return { ...notes, type: 'number', source: 'list of corrections' } as const satisfies Omit<
    NumberColumn<never>,
    'value'
  >
}

function declared(
  label: string,
  en: string,
  zh: string,
  nullMeans: string | null,
  read: (correction: CorrectionOutcome['correction']) => string | null,
): TextColumn<CorrectionOutcome> {
  return { ...textNotes(label, en, zh, nullMeans, 'list of corrections'), value: (row) => read(row.correction) }
}

function ofCell(
  label: string,
  en: string,
  zh: string,
  part: 'table' | 'row' | 'column',
): TextColumn<CorrectionOutcome> {
  return declared(label, en, zh, OF_HEAD, (correction) => ('cell' in correction ? correction.cell[part] : null))
}

function asText(value: Scalar | undefined): string | null {
  return value === null || value === undefined ? null : String(value)
}

function asNumber(value: Scalar | undefined): number | null {
  return typeof value === 'number' ? value : null
}
