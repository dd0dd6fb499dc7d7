import type { ItemRow, KeywordRow } from '../../types.js'
import { defineTable } from './define.js'
import { joined, placeColumns, reportIdColumn } from './shared.js'

/** A unit of section five, with the themes it was coded with where coding has been done. */
export type ItemInput = ItemRow & { readonly themes?: readonly string[] }

/** One row per problem, measure or follow-up of section five. */
export const itemsTable = defineTable<ItemInput>()({
  name: 'items',
  title_en: 'Problems and measures',
  title_zh: '问题与措施条目',
  grain_en: 'one row per problem, measure or follow-up in section five',
  grain_zh: '第五部分的每条问题、措施或上年整改情况一行',
  key: ['report_id', 'item_kind', 'item_ordinal'],
  columns: {
    report_id: reportIdColumn((item: ItemInput) => item.report_id),
    item_kind: kindColumn((item: ItemInput) => item.kind),
    item_ordinal: {
      label_zh: '序号',
      type: 'integer',
      unit: null,
      description_en: 'Place among the items of its kind in the report, from 1.',
      description_zh: '在本报告同类条目中的次序，自 1 起。',
      null_means: null,
      source: 'section five of the report',
      value: (item) => item.ordinal,
    },
    text: {
      label_zh: '原文',
      type: 'string',
      unit: null,
      description_en: 'The item as printed.',
      description_zh: '条目原文（照录）。',
      null_means: null,
      source: 'text of the report',
      value: (item) => item.text,
    },
    folded_text: {
      label_zh: '简体文本',
      type: 'string',
      unit: null,
      description_en: 'The item in Simplified characters, as it was analysed.',
      description_zh: '用于分析的简体文本。',
      null_means: null,
      source: 'text of the report, folded',
      value: (item) => item.folded_text,
    },
    themes: {
      label_zh: '主题',
      type: 'string',
      unit: null,
      description_en: 'Themes the item was coded with, joined by `;`; empty text where it was coded and none applied.',
      description_zh: '条目的主题编码，以分号相连；已编码而无主题者为空文本。',
      null_means: 'The item was not coded.',
      source: 'theme codebook',
      value: (item) => (item.themes === undefined ? null : joined(item.themes)),
    },
    ...placeColumns('the item', '条目', null, (item: ItemInput) => [item.start, item.end]),
  },
})

/** One row per keyword found in one kind of item of one report. */
export const keywordsTable = defineTable<KeywordRow>()({
  name: 'keywords',
  title_en: 'Keywords',
  title_zh: '关键词',
  grain_en: 'one row per report, kind of item and keyword that occurs',
  grain_zh: '每份报告、每类条目、每个出现的关键词一行',
  key: ['report_id', 'item_kind', 'keyword'],
  columns: {
    report_id: reportIdColumn((row: KeywordRow) => row.report_id),
    item_kind: kindColumn((row: KeywordRow) => row.item_kind),
    keyword: {
      label_zh: '关键词',
      type: 'string',
      unit: null,
      description_en: 'The word, in Simplified characters.',
      description_zh: '词语（简体）。',
      null_means: null,
      source: 'section five of the report, segmented',
      value: (row) => row.keyword,
    },
    occurrences_count: {
      label_zh: '出现次数',
      type: 'integer',
      unit: 'occurrences',
      description_en: 'How often the word occurs in the items of this kind.',
      description_zh: '该词在本类条目中的出现次数。',
      null_means: null,
      source: 'section five of the report, segmented',
      value: (row) => row.count,
    },
    places: {
      label_zh: '出现位置',
      type: 'string',
      unit: 'UTF-16 code units',
      description_en: 'Every occurrence as `start-end` in the decoded source, joined by `;`.',
      description_zh: '每次出现在解码后原文中的位置（起-止），以分号相连。',
      null_means: null,
      source: 'place in the source as published',
      value: (row) => joined(row.places.map(([start, end]) => `${start}-${end}`)),
    },
  },
})

function kindColumn<Row>(value: (row: Row) => string) {
  return {
    label_zh: '条目类别',
    type: 'string',
    unit: null,
    description_en: 'problem, measure, or prior_year_fix (what became of last year’s problems).',
    description_zh: '问题（problem）、措施（measure）或上年问题整改（prior_year_fix）。',
    null_means: null,
    source: 'section five; Regulations art. 50(4)',
    value,
  } as const
}
