import type { OtherNumber, Report } from '../../types.js'
import { defineTable } from './define.js'
import { issuerColumn, placeColumns, reportIdColumn, yearColumn } from './shared.js'

export interface OtherNumberInput {
  readonly report: Report
  readonly number: OtherNumber
}

/** The numbers of a report's sentences that are no statements, in their order: the rows of `otherNumbersTable`. */
export function otherNumberInputs(report: Report): OtherNumberInput[] {
  return report.other_numbers.map((number) => ({ report, number }))
}

const SOURCE = 'narrative of the report; reasons: data/reference/other-numbers.json'

/** One row per number in a sentence that is no statement, so that none is passed over in silence. */
export const otherNumbersTable = defineTable<OtherNumberInput>()({
  name: 'other_numbers',
  title_en: 'Numbers in the narrative that are no statements',
  title_zh: '正文中未作陈述的数字',
  grain_en: 'one row per number in the running text that belongs to no statement',
  grain_zh: '正文中不属于任何陈述的每个数字一行',
  key: ['report_id', 'start', 'end'],
  columns: {
    report_id: reportIdColumn((input: OtherNumberInput) => input.report.id),
    issuer: issuerColumn((input: OtherNumberInput) => input.report.report.issuer),
    year: yearColumn((input: OtherNumberInput) => input.report.report.year),
    reason: {
      label_zh: '原因',
      type: 'string',
      unit: null,
      description_en:
        'Why it is no statement: date, article, contact, other_matter …; `unread` where the reader does not know what it is.',
      description_zh: '未作陈述的原因：日期、条款、联系方式、其他业务等；不明者为 unread。',
      null_means: null,
      source: SOURCE,
      value: ({ number }) => number.reason,
    },
    value: {
      label_zh: '数值',
      type: 'number',
      unit: 'see column `unit`',
      description_en: 'The number.',
      description_zh: '数值。',
      null_means:
        'It is a piece of something else (a date, an address, a title, a name), or words deny something that was not read.',
      source: SOURCE,
      value: ({ number }) => number.value,
    },
    unit: {
      label_zh: '单位',
      type: 'string',
      unit: null,
      description_en: 'Unit of the number, as printed; empty where none is.',
      description_zh: '原文单位；未写者为空。',
      null_means: 'No unit that the reader knows stands behind it.',
      source: SOURCE,
      value: ({ number }) => number.unit,
    },
    text: {
      label_zh: '原文',
      type: 'string',
      unit: null,
      description_en: 'The number as printed.',
      description_zh: '数字原文（照录）。',
      null_means: null,
      source: 'narrative of the report',
      value: ({ number }) => number.text,
    },
    clause: {
      label_zh: '所在分句',
      type: 'string',
      unit: null,
      description_en: 'The words around it, from the mark before to the mark behind; line ends are blanks.',
      description_zh: '数字所在的分句（照录，换行作空格）。',
      null_means: null,
      source: 'narrative of the report',
      value: ({ number }) => number.clause,
    },
    ...placeColumns('the number', '数字', null, ({ number }: OtherNumberInput) => number.at),
  },
})
