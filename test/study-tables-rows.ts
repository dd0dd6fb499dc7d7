/** Rows made up for the tests of tables, CSV, Parquet and frames: every awkward value the real ones may hold. */

import { defineTable, type TableRow } from '../src/study/columns.js'
import type { FailedInput, Report } from '../src/types.js'

const notes = { unit: null, description_en: 'for tests', description_zh: '测试', null_means: 'missing', source: 'test' }

interface Sample {
  readonly values: readonly [string | null, number | null, number | null, number | null, boolean | null, string | null]
}

/** One column of every type. */
export const sampleTable = defineTable<Sample>()({
  name: 'sample',
  title_en: "Sample's table",
  title_zh: '样本',
  grain_en: 'one row per sample',
  grain_zh: '每个样本一行',
  key: ['text'],
  columns: {
    text: { ...notes, label_zh: '文本', type: 'string', value: ({ values }) => values[0] },
    small_count: { ...notes, label_zh: '整数', type: 'integer', value: ({ values }) => values[1] },
    large_count: { ...notes, label_zh: '长整数', type: 'long', value: ({ values }) => values[2] },
    amount: { ...notes, label_zh: '金额', type: 'number', value: ({ values }) => values[3] },
    is_true: { ...notes, label_zh: '真假', type: 'boolean', value: ({ values }) => values[4] },
    signed_date: { ...notes, label_zh: '日期', type: 'date', value: ({ values }) => values[5] },
  },
})

export const sampleRows: readonly TableRow<keyof typeof sampleTable.columns & string>[] = [
  ['公开', 16777217, 9007199254740991, 1314.91, true, '2021-01-25'],
  [null, null, null, null, null, null],
  ['', 0, 0, 0.1 + 0.2, false, '1970-01-01'],
  ['=1+1', -34, -34, -34.5, true, '1969-12-31'],
  ['+1', 2147483647, 4294967296, 5e-324, false, '2020-02-29'],
  ['-34', -2147483648, -9007199254740991, 1.7976931348623157e308, true, '2099-12-31'],
  ['@x', 1, 1, 43362.37, true, '2000-02-29'],
  ["'=already guarded", 2, 2, 1, true, null],
  ["''-two", 2, 2, 1, true, null],
  ["'plain apostrophe", 2, 2, 1, true, null],
  ['\uFF1D1\uFF0B1', 3, 3, 3, false, null],
  ['\ttab', 3, 3, 3, false, null],
  ['\rreturn', 3, 3, 3, false, null],
  ['\nline feed', 3, 3, 3, false, null],
  ['say "yes", he said\r\n第二行\n第三行', 3, 3, 3, false, null],
  [' kept blanks \u3000', 3, 3, 3, false, null],
  ['\uFEFFmark inside', 3, 3, 3, false, null],
  ['nul\0inside', 3, 3, 3, false, null],
  ['null', 3, 3, 3, false, null],
  ['1e5', 3, 3, 3, false, null],
  ['𠮷😀', 3, 3, 3, false, null],
].map(([text, small_count, large_count, amount, is_true, signed_date]) => ({
  text: text as string | null,
  small_count: small_count as number | null,
  large_count: large_count as number | null,
  amount: amount as number | null,
  is_true: is_true as boolean | null,
  signed_date: signed_date as string | null,
}))

/** A report of four cells, one statement and two findings, written for these tests. */
export const report: Report = {
  id: 'example-2021',
  source: {
    path: '/some/folder/example-2021.html',
    sha256: 'ab'.repeat(32),
    bytes: 1234,
    encoding: 'utf-8',
    format: 'html',
    script: 'hans',
  },
  folding: { script: 'hans', traditionalShare: 0, changes: [{ kind: 'width', count: 3 }] },
  report: {
    title: '示例县2021年政府信息公开工作年度报告',
    titleAt: [0, 20],
    issuer: '示例县人民政府',
    issuerAt: [0, 7],
    issuerBasis: 'title',
    year: 2021,
    yearAt: [3, 7],
    yearBasis: 'title',
    form: '2021',
    forms: { proactive: '2021', requests: '2019' },
    detection: [],
    signed: '2022-01-20',
    published: null,
    dates: [],
    issuer_kind: null,
    issuer_level: null,
    region: null,
    region_basis: null,
    remains: [],
  },
  sections: [],
  tables: {
    proactive: [
      { row: 'fees', column: 'amount', value: 1314.91, status: 'stated', text: '1314.91', at: [100, 107] },
      { row: 'not_in_any_form', column: 'amount', value: null, status: 'blank', text: null, at: null },
    ],
    requests: [
      { row: 'received_new', column: 'natural_person', value: null, status: 'nil', text: '-', at: [200, 201] },
      {
        row: 'carried_in',
        column: 'natural_person',
        value: null,
        status: 'ambiguous',
        text: '12',
        at: [210, 212],
        candidates: [1, 12],
      },
    ],
    remedies: [],
  },
  other_numbers: [],
  statements: [
    {
      key: 'requests_received',
      value: 5,
      unit: '件',
      approximate: true,
      rounding: 'about',
      scope: null,
      period: null,
      label: null,
      part_of: null,
      group: null,
      share: null,
      change: null,
      text: '约5件',
      at: [300, 303],
    },
  ],
  items: [],
  findings: [
    {
      rule: 'requests.balance',
      severity: 'error',
      message: 'does not balance',
      message_zh: '收支不平衡',
      cells: [
        { table: 'requests', row: 'received_new', column: 'natural_person' },
        { table: 'requests', row: 'carried_in', column: 'natural_person' },
      ],
      expected: 333,
      observed: 330,
      at: [200, 212],
    },
    {
      rule: 'year.mismatch',
      severity: 'warning',
      message: 'two years',
      message_zh: '两个年度',
      cells: [],
      expected: '2021',
      observed: null,
      at: null,
    },
  ],
}

export const failed: FailedInput = {
  id: 'broken',
  source: { path: 'C:\\data\\broken.pdf' },
  error: { code: 'unreadable', message: 'cannot open C:\\data\\broken.pdf' },
}
