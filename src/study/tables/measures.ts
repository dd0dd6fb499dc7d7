import type { MetricRow } from '../../types.js'
import { defineTable, type NumberColumn } from './define.js'
import { joined, reportIdColumn } from './shared.js'

/** One row per metric and report. */
export const metricsTable = defineTable<MetricRow>()({
  name: 'metrics',
  title_en: 'Metrics',
  title_zh: '指标',
  grain_en: 'one row per report and metric, computed or not',
  grain_zh: '每份报告的每项指标一行，未能计算者亦在内',
  key: ['report_id', 'metric'],
  columns: {
    report_id: reportIdColumn((row: MetricRow) => row.report_id),
    metric: {
      label_zh: '指标',
      type: 'string',
      unit: null,
      description_en: 'Code of the metric; its ending tells the unit (_ratio, _count, _days …).',
      description_zh: '指标代码，后缀示单位（_ratio、_count、_days 等）。',
      null_means: null,
      source: 'definition of the metric',
      value: (row) => row.metric,
    },
    value: {
      label_zh: '指标值',
      type: 'number',
      unit: 'as the ending of `metric` says',
      description_en: 'The value; a ratio is numerator divided by denominator.',
      description_zh: '指标值；比率为分子除以分母。',
      null_means: 'There is no value; `reason` says why.',
      source: 'definition of the metric',
      value: (row) => row.value,
    },
    numerator: part('分子', 'Numerator of a ratio.', '比率的分子。', 'numerator'),
    denominator: part('分母', 'Denominator of a ratio.', '比率的分母。', 'denominator'),
    interval_lower: bound('区间下限', 'Lower end of the interval.', '区间下限。', 'lower'),
    interval_upper: bound('区间上限', 'Upper end of the interval.', '区间上限。', 'upper'),
    interval: {
      label_zh: '区间类型',
      type: 'string',
      unit: null,
      description_en: 'Kind and level of the interval, e.g. wilson 95 %.',
      description_zh: '区间的种类与置信水平，如 wilson 95 %。',
      null_means: 'The metric has no interval.',
      source: 'definition of the metric',
      value: (row) => row.interval,
    },
    reason: {
      label_zh: '无值原因',
      type: 'string',
      unit: null,
      description_en: 'Why there is no value.',
      description_zh: '没有指标值的原因。',
      null_means: 'There is a value.',
      source: 'definition of the metric',
      value: (row) => row.reason,
    },
    cells: {
      label_zh: '所据单元格',
      type: 'string',
      unit: null,
      description_en: 'The cells it was computed from as `table/row/column`, joined by `;`.',
      description_zh: '计算所据的单元格（表/行/列），以分号相连。',
      null_means: 'It rests on no cell.',
      source: 'definition of the metric',
      value: (row) => (row.cells === '' ? null : joined(row.cells.split(/;\s*/))),
    },
    basis: {
      label_zh: '依据',
      type: 'string',
      unit: null,
      description_en: 'The article or form row the metric rests on.',
      description_zh: '指标所依据的条款或表格行。',
      null_means: null,
      source: 'definition of the metric',
      value: (row) => row.source,
    },
  },
})

/** How one duty of the compliance rubric came out in one report. */
export interface ComplianceInput {
  readonly report_id: string
  readonly item: string
  readonly group: string
  readonly outcome: string
  /** `null` where the duty could not be judged. */
  readonly points: number | null
  readonly max_points: number
  readonly ground: string
  readonly note: string | null
}

/** One row per duty of the compliance rubric and report. */
export const complianceTable = defineTable<ComplianceInput>()({
  name: 'compliance',
  title_en: 'Compliance with the duties of reporting',
  title_zh: '报告义务履行情况',
  grain_en: 'one row per report and item of the rubric',
  grain_zh: '每份报告的每个评分项一行',
  key: ['report_id', 'item'],
  columns: {
    report_id: reportIdColumn((row: ComplianceInput) => row.report_id),
    item: {
      ...rubricText('评分项', 'Code of the item of the rubric.', '评分项代码。'),
      value: (row) => row.item,
    },
    group: {
      ...rubricText('评分类别', 'Group of the rubric the item belongs to.', '评分项所属类别。'),
      value: (row) => row.group,
    },
    outcome: {
      ...rubricText('结果', 'How the item came out.', '该项的结果。'),
      value: (row) => row.outcome,
    },
    points: {
      label_zh: '得分',
      type: 'number',
      unit: 'points',
      description_en: 'Points given.',
      description_zh: '所得分数。',
      null_means: 'The item does not apply or could not be judged; this is not zero.',
      source: 'compliance rubric (data/reference)',
      value: (row) => row.points,
    },
    points_max: {
      label_zh: '满分',
      type: 'number',
      unit: 'points',
      description_en: 'Points the item can give.',
      description_zh: '该项满分。',
      null_means: null,
      source: 'compliance rubric (data/reference)',
      value: (row) => row.max_points,
    },
    ground: {
      ...rubricText('依据', 'The article or notice the item rests on.', '该项所据条款或通知。'),
      value: (row) => row.ground,
    },
    note: {
      ...rubricText('备注', 'What was seen.', '所见情况。'),
      null_means: 'There is nothing to add.',
      value: (row) => row.note,
    },
  },
})

function part(label: string, en: string, zh: string, field: 'numerator' | 'denominator'): NumberColumn<MetricRow> {
  return {
    ...{ label_zh: label, type: 'number', unit: 'unit of the cells', description_en: en, description_zh: zh },
    null_means: 'The metric is not a ratio, or the cells it needs have no value.',
    source: 'cells of the statutory tables',
    value: (row) => row[field],
  }
}

function bound(label: string, en: string, zh: string, field: 'lower' | 'upper'): NumberColumn<MetricRow> {
  return {
    ...{ label_zh: label, type: 'number', unit: 'unit of `value`', description_en: en, description_zh: zh },
    null_means: 'The metric has no interval, or no value.',
    source: 'definition of the metric',
    value: (row) => row[field],
  }
}

function rubricText(label_zh: string, description_en: string, description_zh: string) {
  const notes = { label_zh, type: 'string', unit: null, description_en, description_zh } as const
  return { ...notes, null_means: null as string | null, source: 'compliance rubric (data/reference)' }
}
