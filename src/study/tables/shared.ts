/** Columns that stand in several tables with the same meaning, and the one notation for lists. */

import type { CellRef, Place } from '../../types.js'
import type { NumberColumn, TextColumn } from './define.js'

export function reportIdColumn<Row>(value: (row: Row) => string): TextColumn<Row> {
  return {
    label_zh: '报告编号',
    type: 'string',
    unit: null,
    description_en: 'Identifier of the report; joins every table to `reports`.',
    description_zh: '报告的标识符，各表据此与 reports 表相连。',
    null_means: null,
    source: 'file name, or the `id` of a JSONL line',
    value,
  }
}

export function issuerColumn<Row>(value: (row: Row) => string | null): TextColumn<Row> {
  return {
    label_zh: '发布机关',
    type: 'string',
    unit: null,
    description_en: 'The agency that issued the report, as named in the report.',
    description_zh: '报告所示的发布机关。',
    null_means: 'The report names no issuer that could be recognised.',
    source: 'title and signature of the report',
    value,
  }
}

export function yearColumn<Row>(value: (row: Row) => number | null): NumberColumn<Row> {
  return {
    label_zh: '年度',
    type: 'integer',
    unit: 'year',
    description_en: 'The year the report is about, not the year it was published in.',
    description_zh: '报告所涉年度（不是发布年度）。',
    null_means: 'The year cannot be told from the report.',
    source: 'title and period of the report; Regulations (Order No. 711) art. 49',
    value,
  }
}

export function ruleColumn<Row>(value: (row: Row) => string) {
  return {
    label_zh: '规则',
    type: 'string',
    unit: null,
    description_en: 'Code of the audit rule, e.g. requests.balance.',
    description_zh: '核查规则代码，如 requests.balance。',
    null_means: null,
    source: 'audit rule',
    value,
  } as const
}

/** All of a column of text or days but its value. */
export function textNotes(
  label_zh: string,
  description_en: string,
  description_zh: string,
  null_means: string | null,
  source: string,
) {
  return {
    label_zh,
    type: 'string' as 'string' | 'date',
    unit: null,
    description_en,
    description_zh,
    null_means,
    source,
  }
}

/** Where something stands in the source. `what` and `whatZh` complete the description. */
export function placeColumns<Row>(
  what: string,
  whatZh: string,
  nullMeans: string | null,
  at: (row: Row) => Place | null,
) {
  const column = (edge: 0 | 1, label_zh: string, en: string, zh: string): NumberColumn<Row> => ({
    label_zh,
    type: 'integer',
    unit: 'UTF-16 code units',
    description_en: `${en} of ${what} in the decoded source; the range is [start, end).`,
    description_zh: `${whatZh}在解码后原文中的${zh}，区间为 [start, end)。`,
    null_means: nullMeans,
    source: 'place in the source as published',
    value: (row) => at(row)?.[edge] ?? null,
  })
  return {
    start: column(0, '起始位置', 'Start', '起始位置'),
    end: column(1, '结束位置', 'End', '结束位置'),
  }
}

/** Lists in a column are joined by `;`. */
export function joined(parts: readonly (string | number)[]): string {
  return parts.join(';')
}

export function listOrNull(parts: readonly string[]): string | null {
  return parts.length === 0 ? null : joined(parts)
}

/** `proactive/regulations/made`; in findings across reports `ID:proactive/regulations/made`. */
export function cellPath(cell: CellRef): string {
  const report = cell.report_id === undefined ? '' : `${cell.report_id}:`
  return `${report}${cell.table}/${cell.row}/${cell.column}`
}
