import { describe, expect, it } from 'vitest'
import type { PanelCheck } from '../src/types.js'
import { panelChecks } from './support/panel.js'

const COLUMNS = ['natural_person', 'business', 'research', 'social_org', 'legal_service', 'other_org', 'total']

function outcomes(checks: readonly PanelCheck[], report: string): string[] {
  return checks.filter(({ report_id }) => report_id === report).map(({ outcome }) => outcome)
}

function find(checks: readonly PanelCheck[], subject: string, report?: string): PanelCheck | undefined {
  return checks.find((check) => check.subject === subject && (report === undefined || check.report_id === report))
}

describe('panel.carry_over', () => {
  const rule = 'panel.carry_over'
  const out = (year: number, rest: object = {}) => ({ id: `a-${year}`, form: '2021', year, requests: {}, ...rest })

  it('compares all seven columns; a first year is not applicable, a chain with a missing cell not assessable', () => {
    const rows = { natural_person: 4, business: 1, total: 5 }
    const checks = panelChecks(rule, {
      reports: [
        out(2021, { requests: { carried_out: { ...rows, research: 'blank' } } }),
        out(2022, { requests: { carried_in: { ...rows, business: 2, legal_service: 'nil', other_org: 'ambiguous' } } }),
      ],
    })
    expect(outcomes(checks, 'a-2021')).toEqual(['not_applicable'])
    const own = checks.filter(({ report_id }) => report_id === 'a-2022')
    expect(own.map(({ subject }) => subject)).toEqual(COLUMNS.map((column) => `requests/carried_in/${column}`))
    // by column: 4 = 4, 1 against 2, blank last year, 0 = 0, nil, ambiguous, 5 = 5
    expect(own.map(({ outcome }) => outcome)).toEqual([
      'passed',
      'failed',
      'not_assessable',
      'passed',
      'not_assessable',
      'not_assessable',
      'passed',
    ])
    expect(own[1]?.finding).toMatchObject({
      severity: 'warning',
      expected: 1,
      observed: 2,
      with: ['a-2021'],
      series: '南柯县人民政府',
      cells: [
        { report_id: 'a-2022', table: 'requests', row: 'carried_in', column: 'business' },
        { report_id: 'a-2021', table: 'requests', row: 'carried_out', column: 'business' },
      ],
    })
  })

  it('does not reach over a missing year, nor to a form without the row, nor without the table', () => {
    const gap = panelChecks(rule, { reports: [out(2021), out(2023)] })
    expect(outcomes(gap, 'a-2023')).toEqual(['not_assessable'])
    const legacy = { id: 'a-2020', form: 'legacy', year: 2020 }
    expect(outcomes(panelChecks(rule, { reports: [legacy, out(2021)] }), 'a-2021')).toEqual(['not_applicable'])
    const lost = { id: 'a-2020', form: '2019', year: 2020, proactive: {} }
    expect(outcomes(panelChecks(rule, { reports: [lost, out(2021)] }), 'a-2021')).toEqual(['not_assessable'])
    expect(
      outcomes(panelChecks(rule, { reports: [out(2020), { ...lost, id: 'a-2021', year: 2021 }] }), 'a-2021'),
    ).toEqual(['not_applicable'])
  })

  it('is not assessable where the year or the body is unknown, or two reports on last year disagree', () => {
    expect(outcomes(panelChecks(rule, { reports: [out(2021, { year: null })] }), 'a-2021')).toEqual(['not_assessable'])
    expect(outcomes(panelChecks(rule, { reports: [out(2021, { issuer: '财政局' })] }), 'a-2021')).toEqual([
      'not_assessable',
    ])
    const twin = out(2021, { id: 'b-2021', requests: { carried_out: 2 } })
    const checks = panelChecks(rule, { reports: [out(2021), twin, out(2022)] })
    // the twins differ for natural persons and in total alone
    expect(outcomes(checks, 'a-2022')).toEqual(['not_assessable', ...Array(5).fill('passed'), 'not_assessable'])
  })

  it('says so where a number was inferred, not printed', () => {
    const checks = panelChecks(rule, {
      reports: [
        out(2021, { requests: { carried_out: { natural_person: { inferred: 3 } } } }),
        out(2022, { requests: { carried_in: { natural_person: 1 } } }),
      ],
    })
    expect(find(checks, 'requests/carried_in/natural_person', 'a-2022')?.finding?.message).toContain(
      'Not printed as such: carried_out/natural_person in a-2021.',
    )
  })
})

describe('why a chain breaks', () => {
  const pair = (then: object, now: object, publishers: Parameters<typeof panelChecks>[1]['publishers'] = []) => {
    const base = (year: number, rows: object) => ({ id: `a-${year}`, form: '2021', year, requests: rows })
    const checks = panelChecks('panel.carry_over', {
      reports: [
        { ...base(2021, { carried_out: { total: 132 } }), ...then },
        { ...base(2022, { carried_in: { total: 130 } }), ...now },
      ],
      publishers,
    })
    return find(checks, 'requests/carried_in/total', 'a-2022')?.finding?.cause
  }

  it('a known slip goes first', () => {
    const swapped = { requests: { carried_in: { total: 123 } } }
    expect(pair({}, swapped)).toEqual({
      kind: 'arithmetic',
      evidence: '132 becomes 123 by two digits swapped.',
      evidence_zh: '相邻两位数字颠倒，即可由132变为123。',
    })
  })

  it('another form, a declared reorganisation, another name or kind, another scope, or nothing', () => {
    expect(pair({ form: '2019' }, {})?.kind).toBe('form_change')
    const declared = [
      { id: 'a', reports: ['a-*'], until: 2021 },
      { id: 'a', reports: ['a-*'], since: 2022, note: 'Merged with the zone.' },
    ]
    expect(pair({}, {}, declared)).toMatchObject({
      kind: 'reorganisation',
      evidence: expect.stringContaining('Merged with the zone.'),
    })
    const merged = [
      { id: 'a', reports: ['a-*'], covers: 'parts' as const },
      { id: 'b', parent: 'a', since: 2022 },
    ]
    expect(pair({}, {}, merged)?.evidence).toContain('part b')
    const renamed = [{ id: 'a', reports: ['a-*'] }]
    expect(pair({ issuer: '南柯县环保局' }, {}, renamed)).toMatchObject({
      kind: 'reorganisation',
      evidence: expect.stringContaining('南柯县环保局'),
    })
    const scopes = [{ statements: [{ scope: '全市' }] }, { statements: [{ scope: '本级' }] }] as const
    expect(pair(...scopes)).toEqual({
      kind: 'scope',
      evidence: 'a-2021 speaks of 全市, a-2022 of 本级.',
      evidence_zh: 'a-2021所述范围为全市，a-2022所述范围为本级。',
    })
    expect(pair({}, { text: '注:统计口径有变' })?.kind).toBe('scope')
    expect(pair({}, {})?.kind).toBe('unexplained')
  })

  it.each([
    [132, 123, 'two digits swapped'],
    [132, 13, 'a digit lost'],
    [13, 132, 'a digit too many'],
    [1200, 12, 'the decimal point shifted'],
    [132, 142, null],
    [12, 14, null],
    [3, 5, null],
    [0, 7, null],
  ])('from %d to %d: %s', (meant, printed, slip) => {
    const cause = pair(
      { requests: { carried_out: { total: meant } } },
      { requests: { carried_in: { total: printed } } },
    )
    expect(cause?.evidence.includes(slip ?? 'Nothing in the reports')).toBe(true)
  })
})

describe('panel.stock', () => {
  const rule = 'panel.stock'
  const stock = (year: number, rows: object, form = '2021') => ({
    id: `a-${year}`,
    form,
    year,
    ...(form === 'fujian' ? { statistics: rows } : { proactive: rows }),
  })

  it('2021: in force = in force last year + made - repealed, row by row', () => {
    const checks = panelChecks(rule, {
      reports: [
        stock(2021, { regulations: { in_force: 2 }, normative_documents: { in_force: 9 } }),
        stock(2022, {
          regulations: { made: 1, repealed: 0, in_force: 3 },
          normative_documents: { made: 4, repealed: 3, in_force: 13 },
        }),
      ],
    })
    expect(find(checks, 'proactive/regulations/in_force', 'a-2022')?.outcome).toBe('passed')
    // by hand: 9 + 4 - 3 = 10
    const finding = find(checks, 'proactive/normative_documents/in_force', 'a-2022')?.finding
    expect(finding).toMatchObject({ expected: 10, observed: 13, severity: 'warning' })
    expect(finding?.cells).toHaveLength(4)
  })

  it('2019: items roll forward with their signed change; public documents grow by no more than is published', () => {
    const checks = panelChecks(rule, {
      reports: [
        stock(
          2019,
          {
            normative_documents: { in_force_public: 10 },
            licences: { items_last_year: 30, items_change: -4 },
            fees: { items_last_year: 5, items_change: 1 },
          },
          '2019',
        ),
        stock(
          2020,
          {
            normative_documents: { published: 2, in_force_public: 13 },
            licences: { items_last_year: 26 },
            fees: { items_last_year: 7 },
          },
          '2019',
        ),
      ],
    })
    // by hand: 10 + 2 = 12 at most; 30 - 4 = 26; 5 + 1 = 6
    expect(find(checks, 'proactive/normative_documents/in_force_public', 'a-2020')?.finding).toMatchObject({
      expected: 12,
      observed: 13,
      severity: 'info',
    })
    expect(find(checks, 'proactive/licences/items_last_year', 'a-2020')?.outcome).toBe('passed')
    expect(find(checks, 'proactive/fees/items_last_year', 'a-2020')?.finding).toMatchObject({
      expected: 6,
      observed: 7,
    })
    expect(find(checks, 'proactive/procurement/items_last_year')).toBeUndefined()
  })

  it('from the form of 2019 to that of 2021 no stock goes on: it counts something else', () => {
    const checks = panelChecks(rule, { reports: [stock(2020, {}, '2019'), stock(2021, {})] })
    expect(outcomes(checks, 'a-2021')).toEqual(['not_applicable'])
  })

  it('Fujian: cumulative = cumulative last year + this year; a row not printed is not assessable', () => {
    const checks = panelChecks(rule, {
      reports: [
        stock(2012, { disclosed: { cumulative: 100 } }, 'fujian'),
        stock(2013, { disclosed: { this_year: 7, cumulative: 109 }, appeals: { cumulative: 'absent' } }, 'fujian'),
      ],
    })
    expect(find(checks, 'statistics/disclosed/cumulative', 'a-2013')?.finding).toMatchObject({
      expected: 107,
      observed: 109,
    })
    expect(find(checks, 'statistics/appeals/cumulative', 'a-2013')?.outcome).toBe('not_assessable')
  })
})

describe('panel.hierarchy', () => {
  const report = (id: string, total: unknown, natural_person: unknown = 0, form = '2021') => ({
    id: `${id}-2021`,
    form,
    year: 2021,
    issuer: `${id}南柯县人民政府`,
    requests: { received_new: { natural_person, total } },
  })
  const bodies = (covers: 'parts' | 'parts_and_own', parts: readonly string[] = ['b', 'c']) => [
    { id: 'a', reports: ['a-*'], covers },
    ...parts.map((id) => ({ id, reports: [`${id}-*`], parent: 'a', in_parent: true })),
  ]
  const check = (
    reports: readonly ReturnType<typeof report>[],
    publishers: NonNullable<Parameters<typeof panelChecks>[1]['publishers']>,
  ) => find(panelChecks('panel.hierarchy', { reports, publishers }), 'requests/received_new', 'a-2021')

  it('never passes while a part is missing, and says what the missing ones must come to', () => {
    const missing = check([report('a', 9, 7), report('b', 5, 4)], bodies('parts'))
    expect(missing).toMatchObject({ outcome: 'not_assessable', finding: null })
    // by hand: 7 - 4 = 3 and 9 - 5 = 4
    expect(missing?.evidence?.text).toContain('natural_person: c must come to 3.')
    expect(missing?.evidence?.text).toContain('total: c must come to 4.')
    const two = check([report('a', 9), report('b', 5)], bodies('parts', ['b', 'c', 'd']))
    expect(two?.evidence?.text).toContain('total: c, d must come to 4 together, each to between 0 and 4.')
    const own = check([report('a', 9), report('b', 5)], bodies('parts_and_own'))
    expect(own?.evidence?.text).toContain('total: c may come to 4 at most.')
  })

  it('fails where the parts that are there exceed the whole, missing ones or not', () => {
    const finding = check([report('a', 9), report('b', 11)], bodies('parts_and_own'))?.finding
    expect(finding).toMatchObject({ expected: 11, observed: 9, with: ['b-2021'] })
    expect(finding?.message).toContain('1 of 2 parts come to 11 (no number of c), but the whole has only 9.')
    expect(finding?.message_zh).toContain('2个组成单位中有数字的1个合计为11（c没有数字），而汇总数仅为9。')
  })

  it('does not call a part without the table one of another form', () => {
    const { requests: _, ...without } = report('c', 0)
    const reports = [report('a', 9), report('b', 11), { ...without, proactive: {} }]
    const checks = panelChecks('panel.hierarchy', { reports, publishers: bodies('parts') })
    expect(find(checks, 'requests/received_new', 'a-2021')?.finding?.cause?.kind).toBe('unexplained')
  })

  it('with all parts there, a sum must be equal, and a whole with figures of its own no less', () => {
    const all = (whole: number) => [report('a', whole), report('b', 5), report('c', 4)]
    expect(check(all(9), bodies('parts'))?.outcome).toBe('passed')
    expect(check(all(10), bodies('parts'))?.finding).toMatchObject({ expected: 9, observed: 10 })
    expect(check(all(10), bodies('parts_and_own'))?.outcome).toBe('passed')
    expect(check(all(8), bodies('parts_and_own'))?.outcome).toBe('failed')
  })

  it('a part’s cell without a number is a missing part; so is one told twice with different numbers', () => {
    const blank = check([report('a', 9), report('b', 5), report('c', 'blank')], bodies('parts'))
    expect(blank?.evidence?.text).toContain('total: c must come to 4.')
    const twice = check(
      [report('a', 9), report('b', 5), report('c', 4), { ...report('c', 3), id: 'c-2021b' }],
      bodies('parts'),
    )
    expect(twice?.outcome).toBe('not_assessable')
    expect(check([report('a', 'nil'), report('b', 5), report('c', 4)], bodies('parts'))?.evidence?.text).toContain(
      'total: the whole holds no number.',
    )
  })

  it('a row that only the other form has is a missing part, and a body that ended is none', () => {
    const other = { id: 'b-2021', form: '2019', year: 2021, issuer: 'b南柯县', requests: { other: 3 } }
    const whole = { id: 'a-2021', form: '2021', year: 2021, requests: { 'other.other': 3 } }
    const checks = panelChecks('panel.hierarchy', { reports: [whole, other], publishers: bodies('parts', ['b']) })
    expect(find(checks, 'requests/other.other', 'a-2021')?.outcome).toBe('not_assessable')
    const ended = [...bodies('parts', ['b']), { id: 'c', parent: 'a', in_parent: true, until: 2020 }]
    expect(check([report('a', 5), report('b', 5)], ended)?.outcome).toBe('passed')
  })

  it('without a declaration it is not applicable', () => {
    const checks = panelChecks('panel.hierarchy', { reports: [report('a', 9)] })
    expect(checks.map(({ outcome }) => outcome)).toEqual(['not_applicable'])
  })
})
