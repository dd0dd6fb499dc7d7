import { describe, expect, test } from 'vitest'
import { auditTable, type ReportCheck, type ReportFinding } from '../src/study/commands/audit-table.js'
import { columnsOf, wrapped } from '../src/study/commands/wrap.js'

const finding = (report_id: string, rest: Partial<ReportFinding> = {}): ReportFinding => ({
  report_id,
  rule: 'date.late',
  severity: 'warning',
  message: 'The report was late.',
  message_zh: '报告逾期。',
  cells: [],
  expected: null,
  observed: null,
  at: null,
  ...rest,
})
const check = (report_id: string, outcome: ReportCheck['outcome'], rule = 'requests.balance'): ReportCheck => ({
  report_id,
  rule,
  subject: 'x',
  outcome,
  finding: null,
})

describe('wrapped', () => {
  const text =
    'Requests received 收到和处理政府信息公开申请情况, column 自然人 "Natural persons": a-very-long-identifier-2021 𠀀 is 3'

  test.each([20, 33, 60, 100])('keeps to %d columns and to the words', (width) => {
    const lines = wrapped(text, width, '  ')
    // a word longer than the line stands alone
    for (const line of lines) expect(columnsOf(line) <= width || !line.trim().includes(' ')).toBe(true)
    expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
  })

  test('a Chinese character takes two columns', () => {
    expect(columnsOf('a公开𠀀')).toBe(7)
    expect(wrapped('公'.repeat(15), 20, '')).toEqual(['公'.repeat(10), '公'.repeat(5)])
  })
})

describe('the table of findings', () => {
  const table = auditTable(
    ['a', 'b', 'c'],
    [
      finding('b', {
        severity: 'info',
        rule: 'panel.gap',
        with: ['a', 'c', 'd', 'e'],
        message: 'Missing.',
        message_zh: '缺报。',
      }),
      finding('b', { severity: 'error', rule: 'year.mismatch' }),
    ],
    [
      check('a', 'passed'),
      check('a', 'not_assessable'),
      check('b', 'failed'),
      check('b', 'failed'),
      check('c', 'not_assessable'),
    ],
    80,
  )

  test('counts, then each report with its gravest finding first; findings across reports name the others', () => {
    expect(table.split('\n').slice(0, 8)).toEqual([
      '2 findings in 3 reports: 1 error, 1 note or question',
      'Without any finding, and not listed: 2 reports.',
      '',
      'b',
      '  error    year.mismatch',
      '           The report was late.',
      '  info     panel.gap  beside a, c, d and 1 more',
      '           Missing.',
    ])
  })

  test('says in how many reports a rule was applied, failed, and could not be applied', () => {
    const row = table.split('\n').find((line) => line.startsWith('requests.balance'))
    // a: applied, b: applied and failed, c: not assessable; three checks applied, two of them failed
    expect(row?.trim().split(/\s+/).slice(1)).toEqual(['2', '1', '1', '0', '3', '2'])
    for (const line of table.split('\n').slice(0, 14)) expect(columnsOf(line)).toBeLessThanOrEqual(80)
  })
})
