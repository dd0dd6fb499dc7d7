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

  test('no line begins with a mark that closes a clause or a quotation', () => {
    const sentence = '文中称“收到申请8件”，表为7（“总计”列）。'.repeat(6)
    for (let width = 20; width < 60; width++)
      for (const line of wrapped(sentence, width, '')) expect(line).toMatch(/^[^，。；：、？）”》]/)
  })

  test('a Chinese character takes two columns', () => {
    expect(columnsOf('a公开𠀀')).toBe(7)
    expect(wrapped('公'.repeat(15), 20, '')).toEqual(['公'.repeat(10), '公'.repeat(5)])
  })
})

describe('the table of findings', () => {
  test('in Chinese every word of it is Chinese but ids, and columns stand below their heads', () => {
    const words = ['申请收支平衡', '逾期发布']
    const chinese = auditTable(['a', 'b'], [finding('b', { with: ['a'] })], [check('a', 'failed')], 80, 'zh')
    expect(chinese.split('\n').slice(0, 6)).toEqual([
      '2份报告，发现1项：警告1项',
      '没有发现而未列出的：1份报告。',
      '',
      'b',
      '  警告     date.late 逾期发布  对照 a',
      '           报告逾期。',
    ])
    for (const word of words) expect(chinese).toContain(word)
    const rows = chinese.split('\n').filter((line) => /^规则|^requests\.balance/.test(line))
    expect(new Set(rows.map((row) => columnsOf(row))).size).toBe(1)
    expect(chinese.replace(/[a-z]+\.[a-z_]+|^b$|对照 a/gm, '')).not.toMatch(/[A-Za-z]/)
  })

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
