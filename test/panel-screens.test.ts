import { describe, expect, it } from 'vitest'
import { atLeast, chiSquared9, holm } from '../src/audits/panel/chance.js'
import { packTables } from '../src/audits/panel/figures.js'
import { auditPanel, type PanelReport, panelRules } from '../src/audits/panel/index.js'
import { sketchOf } from '../src/audits/panel/sketch.js'
import { NO_FAULTS } from '../src/study/simulate/faults.js'
import { cluster } from '../src/study/simulate/population.js'
import { publishersOf } from '../src/study/simulate/publishers.js'
import { randomOf } from '../src/study/simulate/random.js'
import type { PanelCheck, Report } from '../src/types.js'
import { panelChecks } from './support/panel.js'

const outcomes = (checks: readonly PanelCheck[]) => checks.map(({ outcome }) => outcome)

describe('chance', () => {
  // expected values: scipy, stats.binom.sf(k - 1, n, p) and stats.chi2.sf(x, 9)
  it.each([
    [2, 2, 0.5, 0.25],
    [24, 62, 0.2, 0.0005339036],
    [30, 40, 0.2, 1.0619949e-13],
    [5, 40, 0.2, 0.9240848],
    [0, 9, 0.2, 1],
  ])('at least %d of %d at %d', (hits, n, p, expected) => {
    expect(atLeast(hits, n, p) / expected).toBeCloseTo(1, 3)
  })

  it.each([
    [1, 0.9994377],
    [9, 0.4372742],
    [16.919, 0.0499999],
    [27.877, 0.001],
    [0, 1],
  ])('chi-squared %d with 9 degrees of freedom', (x, expected) => {
    expect(chiSquared9(x)).toBeCloseTo(expected, 5)
  })

  it('Holm’s method', () => {
    // by hand: sorted 0.005·5, 0.01·4, 0.03·3, 0.04·2 raised to 0.09, 0.2·1
    const corrected = [0.04, 0.09, 0.09, 0.025, 0.2]
    const rounded = holm([0.01, 0.04, 0.03, 0.005, 0.2]).map((p) => Number(p.toFixed(12)))
    expect(rounded).toEqual(corrected)
    expect(holm([])).toEqual([])
  })
})

const busy = {
  received_new: 31,
  carried_in: 4,
  granted: 17,
  partially_granted: 5,
  'unavailable.not_held': 13,
  concluded_total: 35,
}

describe('panel.unchanged', () => {
  const checks = (then: object, now: object) =>
    panelChecks('panel.unchanged', {
      reports: [
        { id: 'a', form: '2021', year: 2021, requests: then },
        { id: 'b', form: '2021', year: 2022, requests: now },
      ],
    }).filter(({ report_id }) => report_id === 'b')

  it('counts figures other than 0; one change in twelve is nearly all the same, two are not', () => {
    // six rows with two columns each: natural persons and the total
    const one = { ...busy, 'unavailable.not_held': { natural_person: 14, total: 13 } }
    const { finding } = checks(busy, one)[0] ?? {}
    expect(finding?.observed).toBe(11)
    // the eleven that did not change: all but the one cell set to 14
    const cells = finding?.cells.map(({ row, column }) => `${row}/${column}`) ?? []
    expect(new Set(cells).size).toBe(11)
    expect(cells).not.toContain('unavailable.not_held/natural_person')
    expect(outcomes(checks(busy, { ...busy, granted: 18 }))).toEqual(['passed'])
  })

  it('never speaks of zeros, of few figures or of few different ones; a lost year is not assessable', () => {
    expect(outcomes(checks({}, {}))).toEqual(['passed'])
    expect(outcomes(checks({ received_new: 1, granted: 1 }, { received_new: 1, granted: 1 }))).toEqual(['passed'])
    const ones = Object.fromEntries(Object.keys(busy).map((row) => [row, 1]))
    expect(outcomes(checks(ones, ones))).toEqual(['passed'])
    const gap = [2021, 2023].map((year) => ({ id: `a${year}`, form: '2021', year, requests: busy }))
    expect(outcomes(panelChecks('panel.unchanged', { reports: gap }))).toEqual(['not_applicable', 'not_assessable'])
    const none = panelChecks('panel.unchanged', { reports: [{ form: 'legacy', year: 2018 }] })
    expect(outcomes(none)).toEqual(['not_applicable'])
  })
})

describe('panel.duplicate', () => {
  const check = (...reports: Record<string, unknown>[]) => panelChecks('panel.duplicate', { reports })
  const report = (id: string, rest: object = {}) => ({ id, form: '2021', year: 2021, requests: busy, ...rest })

  it('a report with another id, year or body, but the same figures', () => {
    const [first, second] = check(report('a'), report('b', { year: 2022 }))
    expect(first?.outcome).toBe('passed')
    expect(second).toMatchObject({ report_id: 'b', subject: 'a', finding: { observed: 'the same', with: ['a'] } })
    expect(second?.finding?.message).toContain('on 2021 and 2022')
    expect(second?.finding?.message_zh).toContain('但分属2022年度和2021年度')
    const open = check(report('a'), report('b', { year: null })).find(({ outcome }) => outcome === 'failed')
    expect(open?.finding?.message).toContain('an unknown year')
    expect(open?.finding?.message_zh).toContain('不明年度')
    expect(check(report('a'), report('b', { issuer: '乌有县人民政府' }))[1]?.outcome).toBe('failed')
  })

  it('the same figures in other words are no duplicate', () => {
    const words = (from: number) => Array.from({ length: 80 }, (_, i) => String.fromCharCode(from + 7 * i)).join('')
    const apart = check(report('a', { text: words(0x4e00) }), report('b', { year: 2022, text: words(0x6e00) }))
    expect(outcomes(apart)).toEqual(['passed', 'passed'])
    const alike = check(report('a', { text: words(0x4e00) }), report('b', { year: 2022, text: words(0x4e00) }))
    expect(outcomes(alike)).toEqual(['passed', 'failed'])
  })

  it('one body and year twice: the message says how many figures differ, the cells which', () => {
    const [, second] = check(report('a'), report('b', { requests: { ...busy, granted: 18 } }))
    expect(second?.finding).toMatchObject({ observed: '2 figures differ' })
    expect(second?.finding?.cells).toHaveLength(4)
    expect(second?.finding?.cells[0]).toMatchObject({ report_id: 'b', row: 'granted', column: 'natural_person' })
  })

  it('the only report is not applicable; one of which nothing is known is not assessable', () => {
    expect(outcomes(check(report('a')))).toEqual(['not_applicable'])
    const unknown = { form: 'legacy', year: null }
    expect(outcomes(check(unknown, unknown))).toEqual(['not_assessable', 'not_assessable'])
  })
})

describe('screening questions', () => {
  it('zero tables: too few numbers cannot be judged, one number is enough to pass', () => {
    const statements = Array.from({ length: 8 }, (_, i) => ({ value: i + 1 }))
    const zero = (tables: object) =>
      panelChecks('screen.zero_tables', { reports: [{ form: '2021', year: 2021, statements, ...tables }] })[0]?.outcome
    expect(zero({ requests: {} })).toBe('failed')
    expect(zero({ remedies: {} })).toBe('not_assessable')
    expect(zero({ requests: { received_new: 1 } })).toBe('passed')
    expect(zero({})).toBe('not_applicable')
    const quiet = panelChecks('screen.zero_tables', { reports: [{ form: '2021', year: 2021, requests: {} }] })
    expect(outcomes(quiet)).toEqual(['passed'])
  })

  it('identical tables: of one body they are no question, of two they are, of nobody they cannot be', () => {
    const report = (id: string, issuer: string) => ({ id, form: '2021', year: 2021, issuer, requests: busy })
    const check = (...reports: ReturnType<typeof report>[]) =>
      outcomes(panelChecks('screen.identical_tables', { reports }))
    expect(check(report('a', '南柯县人民政府'), report('b', '南柯县人民政府'))).toEqual([
      'not_applicable',
      'not_applicable',
    ])
    expect(check(report('a', '南柯县人民政府'), report('b', '乌有县人民政府'))).toEqual(['passed', 'failed'])
    expect(check(report('a', '南柯县人民政府'), report('b', '财政局'))).toEqual(['not_applicable', 'not_assessable'])
  })

  it('identical tables: an earlier one with figures withheld leaves it open, unless some other figure differs', () => {
    const told = (earlier: object, issuer = '南柯县人民政府') =>
      panelChecks('screen.identical_tables', {
        reports: [
          { id: 'a', form: '2021', year: 2021, issuer, requests: { ...busy, ...earlier } },
          { id: 'b', form: '2021', year: 2021, issuer: '乌有县人民政府', requests: busy },
        ],
      }).find(({ report_id }) => report_id === 'b')
    const withheld = { granted: { natural_person: 'ambiguous', total: 17 } }
    expect(told(withheld)).toMatchObject({
      outcome: 'not_assessable',
      evidence: { text: expect.stringContaining('a') },
    })
    expect(told({ ...withheld, carried_in: 5 })?.outcome).toBe('passed')
    expect(told({ ...withheld, 'denied.process': 1 })?.outcome).toBe('passed')
    expect(told(withheld, '乌有县人民政府')?.outcome).toBe('not_applicable')
  })

  it('digits: asked once a body, at its last report, and only of enough figures', () => {
    const reports = [2021, 2022].map((year) => ({ id: `a${year}`, form: '2021', year, fill: Array(15).fill(50) }))
    const checks = panelChecks('screen.heaping', { reports })
    expect(outcomes(checks)).toEqual(['not_applicable', 'failed'])
    expect(checks[1]?.finding).toMatchObject({
      observed: 30,
      expected: 6,
      with: ['a2021'],
      test: { n: 30, statistic: 30 },
    })
    expect(outcomes(panelChecks('screen.heaping', { reports: reports.slice(1) }))).toEqual(['not_assessable'])
  })

  it('digits: a report published twice counts once', () => {
    const fill = Array(15).fill(50)
    const twice = ['a', 'b'].map((id) => ({ id, form: '2021', year: 2021, fill }))
    // 15 figures are fewer than the 20 that panel.json asks for
    expect(outcomes(panelChecks('screen.heaping', { reports: twice }))).toEqual(['not_applicable', 'not_assessable'])
  })

  it('volume: large in ratio and in number; the reason why not is told', () => {
    const jump = (then: object, now: object) =>
      panelChecks('screen.volume_jump', {
        reports: [
          { id: 'a', form: '2021', year: 2021, ...then },
          { id: 'b', form: '2021', year: 2022, ...now },
        ],
      }).find(({ report_id }) => report_id === 'b')?.outcome
    const of = (received_new: unknown) => ({ requests: { received_new } })
    expect(jump(of(5), of(500))).toBe('failed')
    expect(jump(of(500), of(5))).toBe('failed')
    expect(jump(of(1), of(30))).toBe('passed')
    expect(jump(of(500), of(900))).toBe('passed')
    expect(jump(of(5), of({ total: 'blank' }))).toBe('not_assessable')
    expect(jump({ form: 'legacy' }, of(500))).toBe('not_applicable')
  })

  it('ask, and never accuse', () => {
    const banned = /fraud|fabricat|fake|false|suspicious|manipulat|cheat/i
    for (const { id } of panelRules().filter((rule) => rule.id.startsWith('screen.'))) {
      expect(panelRules().find((rule) => rule.id === id)?.severity).toBe('info')
    }
    const statements = Array.from({ length: 9 }, () => ({ value: 3 }))
    const [zero] = panelChecks('screen.zero_tables', {
      reports: [{ form: '2021', year: 2021, requests: {}, statements }],
    })
    expect(zero?.finding?.message).toMatch(/\?.*honest reason/)
    expect(zero?.finding?.message).not.toMatch(banned)
  })
})

/** A clean made-up year as the panel gets it, straight from its true figures. */
function honest(office: ReturnType<typeof cluster>[number]): PanelReport {
  const tables: Record<string, unknown[]> = { proactive: [], requests: [], remedies: [] }
  for (const [key, value] of office.values) {
    const [table = '', row, column] = key.split('/')
    tables[table]?.push({ row, column, value, status: 'stated' })
  }
  const form = office.form?.form ?? 'legacy'
  return {
    id: office.id,
    sha256: office.id,
    year: office.year,
    body: office.issuer,
    isDistinct: true,
    region: null,
    kind: null,
    level: null,
    form,
    signed: null,
    tables: office.form === null ? {} : packTables({ tables, report: { forms: {}, form } } as unknown as Report),
    scopes: [],
    scopeNotes: [],
    statements: 9,
    text: sketchOf(null),
  }
}

describe('false alarms on honest figures', () => {
  it('figures that follow Benford’s law raise no question of second digits', () => {
    // 40 bodies with 414 figures each, even on a logarithmic scale from 10 to 99999: one question in 20 such panels
    const reports = Array.from({ length: 40 }, (_, body) =>
      [2020, 2021, 2022].map((year) => {
        const random = randomOf('second digits', body, year)
        const fill = Array.from({ length: 138 }, () => Math.floor(10 ** (1 + 4 * random.next())))
        const issuer = `${String.fromCharCode(0x4e00 + body)}柯县人民政府`
        return { id: `${body}-${year}`, form: '2021', year, issuer, fill }
      }),
    ).flat()
    const checks = panelChecks('screen.second_digit', { reports })
    expect(checks.filter(({ outcome }) => outcome === 'passed').length).toBeGreaterThanOrEqual(39)
  })

  // 6 panels of 6 clusters of 36 reports: each screening question is tried at alpha 0.05 for the whole panel, so that
  // about one panel in 20 may raise one.
  it('few questions are raised, and no report is called a duplicate or unchanged', () => {
    const raised: string[] = []
    let applied = 0
    for (let seed = 0; seed < 6; seed++) {
      const offices = Array.from({ length: 6 }, (_, i) => cluster(`honest ${seed}`, i, NO_FAULTS)).flat()
      const truths = offices.map(({ id, unitId, parentId, parts, issuer }) => ({
        id,
        unit: { id: unitId, level: '', parent: parentId, parts },
        report: { issuer } as never,
      }))
      for (const check of auditPanel(offices.map(honest), { publishers: publishersOf(truths).publishers })) {
        if (!/^screen\.|unchanged|duplicate/.test(check.rule)) continue
        if (check.outcome === 'passed' || check.outcome === 'failed') applied++
        if (check.outcome === 'failed') raised.push(`${check.rule} ${check.report_id}`)
      }
    }
    expect(applied).toBeGreaterThan(5000)
    expect(raised.filter((one) => !one.startsWith('screen.heaping'))).toEqual([])
    expect(raised.length).toBeLessThanOrEqual(2)
  })
})
