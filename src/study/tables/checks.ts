import type { Check } from '../../types.js'
import { defineTable } from './define.js'
import { cellPath, listOrNull, reportIdColumn, ruleColumn } from './shared.js'

export type CheckInput = Check & { readonly report_id: string }

/** One row per rule and subject, whatever came out. */
export const checksTable = defineTable<CheckInput>()({
  name: 'checks',
  title_en: 'Checks',
  title_zh: '核查记录',
  grain_en: 'one row per application of a rule to a subject, passed or not',
  grain_zh: '每条规则对每个对象的每次核查一行，无论结果',
  key: ['report_id', 'rule', 'subject'],
  columns: {
    report_id: reportIdColumn((row: CheckInput) => row.report_id),
    rule: ruleColumn((row: CheckInput) => row.rule),
    subject: {
      label_zh: '对象',
      type: 'string',
      unit: null,
      description_en: 'What was checked: a column, a row, a sentence, a date.',
      description_zh: '核查对象：某列、某行、某句或某日期。',
      null_means: null,
      source: 'audit rule',
      value: (row) => row.subject,
    },
    outcome: {
      label_zh: '结果',
      type: 'string',
      unit: null,
      description_en: 'passed, failed, not_applicable or not_assessable. A check that never ran has not passed.',
      description_zh: '通过、不符、不适用（not_applicable）或无法判定（not_assessable）；未核查不等于通过。',
      null_means: null,
      source: 'audit rule',
      value: (row) => row.outcome,
    },
    severity: {
      label_zh: '程度',
      type: 'string',
      unit: null,
      description_en: 'Severity of the finding a failed check led to.',
      description_zh: '不符时所生发现的程度。',
      null_means: 'The check led to no finding.',
      source: 'audit rule',
      value: (row) => row.finding?.severity ?? null,
    },
    message: {
      label_zh: '说明',
      type: 'string',
      unit: null,
      description_en: 'The finding a failed check led to, in one sentence.',
      description_zh: '不符时所生发现的说明（英文）。',
      null_means: 'The check led to no finding.',
      source: 'audit rule',
      value: (row) => row.finding?.message ?? null,
    },
    message_zh: {
      label_zh: '说明（中文）',
      type: 'string',
      unit: null,
      description_en: 'The finding a failed check led to, in one sentence, in Chinese.',
      description_zh: '不符时所生发现的说明（中文）。',
      null_means: 'The check led to no finding.',
      source: 'audit rule; audit-words.json',
      value: (row) => row.finding?.message_zh ?? null,
    },
    evidence: {
      label_zh: '依据',
      type: 'string',
      unit: null,
      description_en: 'What a check without a finding rests on, or why it could not be made, in one sentence.',
      description_zh: '未生发现之核查的依据，或无法核查的原因，一句话说明（英文）。',
      null_means: 'The check led to a finding, or there is nothing to add to its outcome.',
      source: 'audit rule',
      value: (row) => row.evidence?.text ?? null,
    },
    evidence_zh: {
      label_zh: '依据（中文）',
      type: 'string',
      unit: null,
      description_en:
        'What a check without a finding rests on, or why it could not be made, in one sentence, in Chinese.',
      description_zh: '未生发现之核查的依据，或无法核查的原因，一句话说明（中文）。',
      null_means: 'The check led to a finding, or there is nothing to add to its outcome.',
      source: 'audit rule; audit-words.json',
      value: (row) => row.evidence?.text_zh ?? null,
    },
    cells: {
      label_zh: '涉及单元格',
      type: 'string',
      unit: null,
      description_en:
        'The cells that were looked at, as `table/row/column`, those of named reports with `report_id:` before, joined by `;`.',
      description_zh: '所核查的单元格（表/行/列），以分号相连。',
      null_means: 'The check is not about cells.',
      source: 'audit rule',
      value: ({ finding, evidence }) => listOrNull((finding?.cells ?? evidence?.cells ?? []).map(cellPath)),
    },
  },
})
