import { describe, expect, it } from 'vitest'
import { checkIdentities } from '../src/audits/index.js'
import { cellsOf, type Form, formById, formCells } from '../src/forms/forms.js'
import type { Cell, Check, Report, TableName } from '../src/types.js'
import { fillReport, type TableSpecs } from './support/report.js'

function form(id: string): Form {
  const found = formById(id)
  if (found === undefined) throw new Error(`no form ${id}`)
  return found
}

function outcome(checks: readonly Check[], rule: string, subject: string): string | undefined {
  return checks.find((check) => check.rule === rule && check.subject === subject)?.outcome
}

/** Consistent by hand: 9 + 1 = 8 + 2; 8 = 3 + 2 + 1 + 1 + 1; rows add up over applicants; 3 = 1 + 1 + 0 + 1. */
function consistent(edition: string): TableSpecs {
  return {
    requests: {
      received_new: { natural_person: 6, business: 2, other_org: 1, total: 9 },
      carried_in: { natural_person: 1, total: 1 },
      granted: { natural_person: 2, business: 1, total: 3 },
      partially_granted: { natural_person: 1, other_org: 1, total: 2 },
      'denied.process': { natural_person: 1, total: 1 },
      'unavailable.not_held': { business: 1, total: 1 },
      [edition === '2019' ? 'other' : 'other.other']: { natural_person: 1, total: 1 },
      concluded_total: { natural_person: 5, business: 2, other_org: 1, total: 8 },
      carried_out: { natural_person: 2, total: 2 },
    },
    remedies: { review: { upheld: 1, corrected: 1, pending: 1, total: 3 } },
  }
}

function withCell(report: Report, table: TableName, index: number, change: (cell: Cell) => Cell): Report {
  const cells = cellsOf(report, table).map((cell, i) => (i === index ? change(cell) : cell))
  return { ...report, tables: { ...report.tables, [table]: cells } }
}

describe.each(['2019', '2021'])('the identities of the %s form', (edition) => {
  const report = fillReport(edition, { proactive: {}, ...consistent(edition) })

  it('are checked once in every column or row of the form', () => {
    const checks = checkIdentities(report, form(edition))
    const rows = edition === '2019' ? 23 : 25 // docs of the form: 23 and 25 rows of requests, 7 columns, 3 rows of remedies
    const count = (rule: string): number => checks.filter((check) => check.rule === rule).length
    expect(count('requests.balance')).toBe(7)
    expect(count('requests.concluded_sum')).toBe(7)
    expect(count('requests.row_total')).toBe(rows)
    expect(count('remedies.row_total')).toBe(3)
    // rules and normative documents; in 2019 the five rows with numbers of items
    expect(count('proactive.stock')).toBe(2)
    expect(count('proactive.items')).toBe(edition === '2019' ? 5 : 0)
    expect(new Set(checks.map((check) => check.outcome))).toEqual(new Set(['passed']))
  })

  it('fail exactly where a changed cell takes part, for every cell of the form', () => {
    for (const table of ['requests', 'remedies'] as const) {
      formCells(form(edition), table).forEach(({ row, column }, index) => {
        const changed = withCell(report, table, index, (cell) => ({ ...cell, value: (cell.value ?? 0) + 1 }))
        const failed = checkIdentities(changed, form(edition)).filter((check) => check.outcome === 'failed')
        const isFlow = ['received_new', 'carried_in', 'concluded_total', 'carried_out'].includes(row.code)
        const isSum = !['received_new', 'carried_in', 'carried_out'].includes(row.code)
        const expected =
          table === 'remedies'
            ? [`remedies.row_total remedies/${row.code}`]
            : [
                ...(isFlow ? [`requests.balance requests/${column.code}`] : []),
                ...(isSum ? [`requests.concluded_sum requests/${column.code}`] : []),
                `requests.row_total requests/${row.code}`,
              ]
        expect(failed.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual(expected)
      })
    }
  })

  it('are left open where a number was withheld, and doubted where print has none although one belongs there', () => {
    // The cell holds 1 in a table that adds up: without it both of its sums lack 1.
    const sums = ['requests.concluded_sum requests/business', 'requests.row_total requests/granted']
    const index = formCells(form(edition), 'requests').findIndex(
      ({ row, column }) => row.code === 'granted' && column.code === 'business',
    )
    for (const [status, outcome] of [
      ['blank', 'failed'],
      ['nil', 'failed'],
      ['ambiguous', 'not_assessable'],
      ['absent', 'not_assessable'],
    ] as const) {
      const changed = withCell(report, 'requests', index, (cell) => ({ ...cell, value: null, status }))
      const checks = checkIdentities(changed, form(edition))
      const others = checks.filter((check) => check.outcome !== 'passed')
      expect(others.map((check) => `${check.rule} ${check.subject}`)).toEqual(sums)
      expect(new Set(others.map((check) => check.outcome))).toEqual(new Set([outcome]))
      for (const { finding } of others) expect(finding?.severity ?? 'warning').toBe('warning')
    }
  })

  it('are left open where an empty cell stands for 0: it is never counted, so that nothing passes either', () => {
    const index = formCells(form(edition), 'requests').findIndex(
      ({ row, column }) => row.code === 'granted' && column.code === 'other_org', // 0 in the table above
    )
    for (const status of ['blank', 'nil'] as const) {
      const changed = withCell(report, 'requests', index, (cell) => ({ ...cell, value: null, status }))
      const others = checkIdentities(changed, form(edition)).filter((check) => check.outcome !== 'passed')
      expect(others.map((check) => `${check.outcome} ${check.rule} ${check.subject}`)).toEqual([
        'not_assessable requests.concluded_sum requests/other_org',
        'not_assessable requests.row_total requests/granted',
      ])
    }
  })

  it('leave the report as it is', () => {
    const before = JSON.stringify(report)
    checkIdentities(report, form(edition))
    expect(JSON.stringify(report)).toBe(before)
  })
})

describe('a failed identity', () => {
  it('names labels, numbers, cells and the place of the total; received is expected, concluded observed', () => {
    // contract: { "rule": "requests.balance", "expected": 333, "observed": 330 }
    const requests = { received_new: 300, carried_in: 33, granted: 320, concluded_total: 320, carried_out: 10 }
    const report = fillReport('2021', { requests })
    const [check] = checkIdentities(report, form('2021')).filter(({ outcome }) => outcome === 'failed')
    const total = report.tables.requests.find(
      ({ row, column }) => row === 'concluded_total' && column === 'natural_person',
    )
    expect(check?.finding).toEqual({
      rule: 'requests.balance',
      severity: 'error',
      message:
        'Requests received and handled, column 自然人 "Natural persons": "New requests received this year" (300) + "Requests carried over from the previous year" (33) = 333, but "Total concluded" (320) + "Carried over to the next year" (10) = 330.',
      message_zh:
        '“收到和处理政府信息公开申请情况”表“自然人”列：“一、本年新收政府信息公开申请数量”（300） + “二、上年结转政府信息公开申请数量”（33） = 333，而“(七)总计”（320） + “四、结转下年度继续办理”（10） = 330。',
      cells: ['received_new', 'carried_in', 'concluded_total', 'carried_out'].map((row) => ({
        table: 'requests',
        row,
        column: 'natural_person',
      })),
      expected: 333,
      observed: 330,
      at: total?.at,
    })
  })

  it('expects what the parts come to and observes the printed total', () => {
    const report = fillReport('2021', { remedies: { review: { upheld: 2, corrected: 1, total: 4 } } })
    const finding = checkIdentities(report, form('2021')).find(({ rule }) => rule === 'remedies.row_total')?.finding
    expect([finding?.expected, finding?.observed]).toEqual([3, 4])
    expect(finding?.message).toContain('= 3 (the other 2 are 0), but 总计 "Total" is 4.')
  })

  it('has the place of another cell where the total itself has none', () => {
    const report = fillReport('2021', { remedies: { review: { upheld: 2, total: { inferred: 3 } } } })
    const [check] = checkIdentities(report, form('2021')).filter(({ outcome }) => outcome === 'failed')
    expect(check?.finding?.at).toEqual(report.tables.remedies[0]?.at)
  })
})

describe('numbers and their absence', () => {
  it('an inferred value counts as a number', () => {
    const report = fillReport('2021', { remedies: { review: { upheld: { inferred: 3 }, total: 3 } } })
    expect(outcome(checkIdentities(report, form('2021')), 'remedies.row_total', 'remedies/review')).toBe('passed')
  })

  it('an absent table is not applicable, once an identity', () => {
    const checks = checkIdentities(fillReport('2021'), form('2021'))
    expect(checks.map((check) => check.outcome)).toEqual(Array(5).fill('not_applicable'))
  })

  it('decimals are compared safely and the tolerance is that of the data', () => {
    // 0.1 + 0.2 is 0.30000000000000004 in binary; by hand it is 0.3.
    const review = { upheld: 0.1, corrected: 0.2, total: 0.3 }
    expect(
      outcome(
        checkIdentities(fillReport('2021', { remedies: { review } }), form('2021')),
        'remedies.row_total',
        'remedies/review',
      ),
    ).toBe('passed')
    const tolerant = { ...form('2021'), identities: form('2021').identities.map((i) => ({ ...i, tolerance: 0.01 })) }
    const near = fillReport('2021', { remedies: { review: { upheld: 0.3, total: 0.31 } } })
    const far = fillReport('2021', { remedies: { review: { upheld: 0.3, total: 0.32 } } })
    expect(outcome(checkIdentities(near, tolerant), 'remedies.row_total', 'remedies/review')).toBe('passed')
    expect(outcome(checkIdentities(near, form('2021')), 'remedies.row_total', 'remedies/review')).toBe('failed')
    expect(outcome(checkIdentities(far, tolerant), 'remedies.row_total', 'remedies/review')).toBe('failed')
  })

  it('tables of another edition are passed over', () => {
    const report = fillReport('2021', { requests: {}, remedies: {} }, { forms: { requests: '2019' } })
    const rules = new Set(checkIdentities(report, form('2021')).map(({ rule }) => rule))
    expect(rules).toEqual(new Set(['proactive.stock', 'remedies.row_total']))
    expect(checkIdentities(report, form('2019')).filter(({ rule }) => rule === 'requests.row_total')).toHaveLength(23)
  })
})
