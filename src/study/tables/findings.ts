import type { Finding, Repair } from '../../types.js'
import { defineTable } from './define.js'
import { cellPath, joined, listOrNull, placeColumns, reportIdColumn, ruleColumn } from './shared.js'

export type FindingInput = Finding & { readonly report_id: string }

/** One row per finding of the audit. */
export const findingsTable = defineTable<FindingInput>()({
  name: 'findings',
  title_en: 'Findings',
  title_zh: '核查发现',
  grain_en: 'one row per finding; a rule may have several in one report',
  grain_zh: '每项发现一行，同一规则在一份报告中可有多项',
  key: ['report_id', 'rule', 'cells', 'start', 'message'],
  columns: {
    report_id: reportIdColumn((row: FindingInput) => row.report_id),
    rule: ruleColumn((row: FindingInput) => row.rule),
    severity: {
      label_zh: '程度',
      type: 'string',
      unit: null,
      description_en: 'error, warning or info.',
      description_zh: '错误（error）、警告（warning）或提示（info）。',
      null_means: null,
      source: 'audit rule',
      value: (row) => row.severity,
    },
    message: {
      label_zh: '说明',
      type: 'string',
      unit: null,
      description_en: 'The finding in one sentence.',
      description_zh: '发现的一句话说明（英文）。',
      null_means: null,
      source: 'audit rule',
      value: (row) => row.message,
    },
    message_zh: {
      label_zh: '说明（中文）',
      type: 'string',
      unit: null,
      description_en: 'The finding in one sentence, in Chinese.',
      description_zh: '发现的一句话说明（中文）。',
      null_means: null,
      source: 'audit rule; audit-words.json',
      value: (row) => row.message_zh,
    },
    cells: {
      label_zh: '涉及单元格',
      type: 'string',
      unit: null,
      description_en:
        'The cells concerned as `table/row/column`, those of named reports with `report_id:` before, joined by `;`.',
      description_zh: '涉及的单元格（表/行/列；注明报告者前加“报告编号:”），以分号相连。',
      null_means: 'The finding is not about cells.',
      source: 'audit rule',
      value: (row) => listOrNull(row.cells.map(cellPath)),
    },
    expected: {
      label_zh: '应为',
      type: 'string',
      unit: null,
      description_en: 'What the rule expects, as text; a number in its shortest exact form.',
      description_zh: '规则所期待的内容（文本）。',
      null_means: 'The rule expects nothing in particular.',
      source: 'audit rule',
      value: (row) => asText(row.expected),
    },
    expected_number: {
      label_zh: '应为（数值）',
      type: 'number',
      unit: 'unit of the cells concerned',
      description_en: 'What the rule expects, where that is a number.',
      description_zh: '规则所期待的数值。',
      null_means: 'The rule does not expect a number.',
      source: 'audit rule',
      value: (row) => asNumber(row.expected),
    },
    observed: {
      label_zh: '实为',
      type: 'string',
      unit: null,
      description_en: 'What the report has, as text; a number in its shortest exact form.',
      description_zh: '报告的实际内容（文本）。',
      null_means: 'The report has nothing there.',
      source: 'audit rule',
      value: (row) => asText(row.observed),
    },
    observed_number: {
      label_zh: '实为（数值）',
      type: 'number',
      unit: 'unit of the cells concerned',
      description_en: 'What the report has, where that is a number.',
      description_zh: '报告的实际数值。',
      null_means: 'What the report has is not a number.',
      source: 'audit rule',
      value: (row) => asNumber(row.observed),
    },
    with: {
      label_zh: '对照报告',
      type: 'string',
      unit: null,
      description_en: 'The other reports a finding across reports rests on, by report_id, joined by `;`.',
      description_zh: '跨报告发现所对照的其他报告编号，以分号相连。',
      null_means: 'The finding is about this report alone.',
      source: 'audit rule across reports',
      value: (row) => (row.with === undefined || row.with.length === 0 ? null : joined(row.with)),
    },
    series: {
      label_zh: '报告系列',
      type: 'string',
      unit: null,
      description_en:
        'The body whose reports a finding across reports compares: its declared id, or its name in one spelling.',
      description_zh: '跨报告发现所属的机关系列：声明的机关标识或统一写法的机关名称。',
      null_means: 'The finding is about this report alone, or the body could not be told.',
      source: 'issuer, region; publishers.json',
      value: (row) => row.series ?? null,
    },
    cause: {
      label_zh: '原因类别',
      type: 'string',
      unit: null,
      description_en:
        'Why figures of two reports may differ: arithmetic, scope, reorganisation, form_change or unexplained; the evidence stands in the message.',
      description_zh:
        '两份报告数字不一致的可能原因：笔误（arithmetic）、统计范围（scope）、机构调整（reorganisation）、表式变化（form_change）或未明（unexplained）；依据见说明。',
      null_means: 'The rule asks for no cause.',
      source: 'audit rule across reports',
      value: (row) => row.cause?.kind ?? null,
    },
    ...placeColumns(
      'what the finding is about',
      '所涉文字',
      'The finding has no one place.',
      (row: FindingInput) => row.at,
    ),
    repair: {
      label_zh: '最小修正',
      type: 'string',
      unit: null,
      description_en:
        'The smallest sets of cells whose change would restore the relations, likeliest first: `table/row/column printed→would be (slip)`, cells of a set joined by `;`, sets by ` | `. A guess at the cause; nothing is changed.',
      description_zh:
        '可使勾稽关系全部成立的最小单元格组合，最可能者在前：表/行/列 原数→应为（差错类型）；同组以分号相连，各组以“ | ”分隔。仅为推测，不改动数据。',
      null_means: 'The finding is not about relations of a table, or no small set of cells would restore them.',
      source: 'smallestRepair',
      value: (row) => repairText(row.repairs ?? []),
    },
  },
})

/** `requests/granted/total 23→32 (digits_swapped)`, sets apart. */
function repairText(repairs: readonly Repair[]): string | null {
  const sets = repairs.map(({ cells, slip }) => {
    const parts = cells.map((cell) => {
      const due = cell.would_be ?? `${cell.range?.[0] ?? ''}..${cell.range?.[1] ?? ''}`
      const own = cells.length > 1 ? cell.slip : null
      return `${cellPath(cell)} ${cell.printed}→${due}${own === null ? '' : ` (${own})`}`
    })
    return `${joined(parts)}${slip === null ? '' : ` (${slip})`}`
  })
  return sets.length === 0 ? null : sets.join(' | ')
}

function asText(value: number | string | null): string | null {
  return value === null ? null : String(value)
}

function asNumber(value: number | string | null): number | null {
  return typeof value === 'number' ? value : null
}
