import type { Report, Statement } from '../../types.js'
import { defineTable } from './define.js'
import { issuerColumn, placeColumns, reportIdColumn, yearColumn } from './shared.js'

export interface StatementInput {
  readonly report: Report
  readonly statement: Statement
  /** Its index in the report's statements. */
  readonly index: number
}

/** The statements of a report in their order: the rows of `statementsTable`. */
export function statementInputs(report: Report): StatementInput[] {
  return report.statements.map((statement, index) => ({ report, statement, index }))
}

/** One row per sentence, or part of one, that states a figure. */
export const statementsTable = defineTable<StatementInput>()({
  name: 'statements',
  title_en: 'Figures stated in the narrative',
  title_zh: '正文陈述的数字',
  grain_en: 'one row per figure recognised in the running text',
  grain_zh: '正文中识别出的每个数字一行',
  key: ['report_id', 'statement_key', 'start', 'end'],
  columns: {
    report_id: reportIdColumn((input: StatementInput) => input.report.id),
    issuer: issuerColumn((input: StatementInput) => input.report.report.issuer),
    year: yearColumn((input: StatementInput) => input.report.report.year),
    statement_key: {
      label_zh: '事项',
      type: 'string',
      unit: null,
      description_en:
        'What the figure counts, as a code, e.g. requests_received; `unnamed` where no code fits: then `label` says it, and such figures must not be added up.',
      description_zh:
        '数字所指事项的代码，如 requests_received；无合适代码者为 unnamed，所指见 label，此类数字不得相加。',
      null_means: null,
      source: 'narrative of the report; Regulations art. 50',
      value: ({ statement }) => statement.key,
    },
    value: {
      label_zh: '数值',
      type: 'number',
      unit: 'see column `unit`',
      description_en: 'The figure.',
      description_zh: '陈述的数字。',
      null_means: null,
      source: 'narrative of the report',
      value: ({ statement }) => statement.value,
    },
    unit: {
      label_zh: '单位',
      type: 'string',
      unit: null,
      description_en:
        'Unit of the figure, as printed or as the wording implies; empty where an `unnamed` figure has none.',
      description_zh: '数字的单位；unnamed 数字未写单位者为空。',
      null_means: null,
      source: 'narrative of the report',
      value: ({ statement }) => statement.unit,
    },
    is_approximate: {
      label_zh: '约数',
      type: 'boolean',
      unit: null,
      description_en: 'True where the text says about, more than or nearly.',
      description_zh: '原文为约数（约、余、近等）时为真。',
      null_means: null,
      source: 'narrative of the report',
      value: ({ statement }) => statement.approximate,
    },
    rounding: {
      label_zh: '约数方式',
      type: 'string',
      unit: null,
      description_en: 'How an approximate figure relates to the true one: about (约), over (余, 超过) or nearly (近).',
      description_zh: '约数的方式：约（about）、余或超过（over）、近（nearly）。',
      null_means: 'The figure is exact.',
      source: 'narrative of the report',
      value: ({ statement }) => statement.rounding,
    },
    scope: {
      label_zh: '统计范围',
      type: 'string',
      unit: null,
      description_en: 'Whom the figure covers, where the text says so (e.g. the whole city).',
      description_zh: '原文注明的统计范围（如全市）。',
      null_means: 'The text names no scope.',
      source: 'narrative of the report',
      value: ({ statement }) => statement.scope,
    },
    period: {
      label_zh: '统计时段',
      type: 'string',
      unit: null,
      description_en: 'The year or the words (first half, cumulative) of the period the figure covers.',
      description_zh: '数字所涵盖的年份或时段（如上半年、累计）。',
      null_means: 'The text names no period: the reporting year.',
      source: 'narrative of the report',
      value: ({ statement }) => statement.period,
    },
    label: {
      label_zh: '分项名称',
      type: 'string',
      unit: null,
      description_en:
        'The words that name a part without a code of its own, an `unnamed` figure, or the one topic that published information was counted of.',
      description_zh: '无专门代码的分项、unnamed 数字的原文名称，或所计公开信息仅涉的类别（简体）。',
      null_means: 'The figure has a code of its own, and is of no single topic.',
      source: 'narrative of the report',
      value: ({ statement }) => statement.label,
    },
    statement_index: {
      label_zh: '陈述序号',
      type: 'integer',
      unit: null,
      description_en: 'Place among the statements of the report, from 0.',
      description_zh: '在本报告各陈述中的序号，自 0 起。',
      null_means: null,
      source: 'narrative of the report',
      value: ({ index }) => index,
    },
    part_of_index: {
      label_zh: '所属总数序号',
      type: 'integer',
      unit: null,
      description_en: 'statement_index of the whole this figure is a part of.',
      description_zh: '该分项所属总数的陈述序号。',
      null_means: 'The figure is not said to be a part.',
      source: 'narrative of the report',
      value: ({ statement }) => statement.part_of,
    },
    list_number: {
      label_zh: '分项组号',
      type: 'integer',
      unit: null,
      description_en:
        'Number of the list of parts it stands in, within the report; one whole may be broken down in several lists.',
      description_zh: '所在分项组的编号（报告内）；同一总数可有多组分项。',
      null_means: 'The figure is not said to be a part.',
      source: 'narrative of the report',
      value: ({ statement }) => statement.group,
    },
    share_percent: {
      label_zh: '所占百分比',
      type: 'number',
      unit: '%',
      description_en: 'Percentage printed behind the figure.',
      description_zh: '数字后印出的百分比。',
      null_means: 'No percentage is printed.',
      source: 'narrative of the report',
      value: ({ statement }) => statement.share?.percent ?? null,
    },
    share_base: {
      label_zh: '百分比基数',
      type: 'string',
      unit: null,
      description_en: 'What the percentage is said to be of, in the words of the report.',
      description_zh: '原文所称百分比的基数。',
      null_means: 'Not said, or no percentage.',
      source: 'narrative of the report',
      value: ({ statement }) => statement.share?.base ?? null,
    },
    change_direction: {
      label_zh: '增减方向',
      type: 'string',
      unit: null,
      description_en: 'increase or decrease against another year.',
      description_zh: '与上年等相比为增（increase）或减（decrease）。',
      null_means: 'No change is stated.',
      source: 'narrative of the report',
      value: ({ statement }) => statement.change?.direction ?? null,
    },
    change_amount: {
      label_zh: '增减量',
      type: 'number',
      unit: 'see column `unit`',
      description_en: 'By how much, in the unit of the figure.',
      description_zh: '增减的数量。',
      null_means: 'No change is stated, or as a percentage.',
      source: 'narrative of the report',
      value: ({ statement }) => statement.change?.amount ?? null,
    },
    change_percent: {
      label_zh: '增减百分比',
      type: 'number',
      unit: '%',
      description_en: 'By how many per cent.',
      description_zh: '增减的百分比。',
      null_means: 'No change is stated, or as an amount.',
      source: 'narrative of the report',
      value: ({ statement }) => statement.change?.percent ?? null,
    },
    change_base: {
      label_zh: '增减基期',
      type: 'string',
      unit: null,
      description_en: 'With what it is compared, in the words of the report.',
      description_zh: '原文所称的比较基期。',
      null_means: 'No change is stated.',
      source: 'narrative of the report',
      value: ({ statement }) => statement.change?.base ?? null,
    },
    text: {
      label_zh: '原文',
      type: 'string',
      unit: null,
      description_en: 'The words the figure was read from, as printed.',
      description_zh: '数字所据的原文（照录）。',
      null_means: null,
      source: 'text of the report',
      value: ({ statement }) => statement.text,
    },
    ...placeColumns('the words', '该段文字', null, ({ statement }: StatementInput) => statement.at),
  },
})
