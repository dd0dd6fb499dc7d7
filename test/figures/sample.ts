import type { OutcomeRow } from '../../src/figures/outcome-composition.js'

/** The six groups of the statutory form's part three, (一) to (六). */
export const GROUPS = [
  ['granted', '予以公开', 'Granted'],
  ['partially_granted', '部分公开', 'Partially granted'],
  ['denied', '不予公开', 'Denied'],
  ['unavailable', '无法提供', 'Unavailable'],
  ['not_processed', '不予处理', 'Not processed'],
  ['other', '其他处理', 'Other'],
] as const

/** The rows of one report, from its counts in the order of the groups. */
export function report(
  name: string,
  total: number | null,
  counts: readonly (number | null)[],
  reason = '',
): OutcomeRow[] {
  return GROUPS.map(([outcome, outcome_label, outcome_label_en], i) => ({
    report: name,
    outcome,
    outcome_label,
    outcome_label_en,
    outcome_order: i + 1,
    count: counts[i] ?? null,
    total,
    reason: reason === '' ? null : reason,
  }))
}

export const LONG_NAME = '甲省乙自治州丙自治县人力资源和社会保障局行政审批处'
export const REASON = '表三缺“办理结果总计”一行'

/** Made-up reports: a usual one, a long name, one without data, one with four requests, one with a slice of 0.4 %. */
export const SAMPLE: readonly OutcomeRow[] = [
  ...report('丙市 2020', 327, [153, 41, 38, 70, 13, 12]),
  ...report(`${LONG_NAME} 2021`, 2625, [1021, 4, 310, 1215, 60, 15]),
  ...report('丁区 2021', null, [], REASON),
  ...report('戊镇 2022', 4, [2, 0, 1, 1, 0, 0]),
  ...report('己市 2022', 250, [150, 1, 50, 49, 0, 0]),
]
