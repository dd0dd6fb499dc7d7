import { describe, expect, it } from 'vitest'
import { auditReport, auditRules } from '../src/audits/index.js'
import { readReference, schemaProblems } from '../src/forms/reference.js'
import { checklist, compliance, complianceMetrics, complianceScore } from '../src/metrics/compliance.js'
import { metricDefinitions } from '../src/metrics/definitions.js'
import type { Report } from '../src/types.js'
import { fillReport, type HeadSpec, type TableSpecs } from './support/report.js'

const TABLES: TableSpecs = { proactive: {}, requests: {}, remedies: {} }
const HEAD: HeadSpec = { signed: '2022-01-20', period_start: '2021-01-01', period_end: '2021-12-31' }
const sound = fillReport('2021', TABLES, HEAD)

function rowsFor(report: Report) {
  return compliance(auditReport(report), report)
}

function scoreOf(report: Report) {
  return complianceScore(rowsFor(report))
}

describe('compliance', () => {
  it('has one row an item, in the order of the checklist, each with its ground', () => {
    const rows = rowsFor(sound)
    expect(rows.map(({ item }) => item)).toEqual(checklist().items.map(({ id }) => id))
    expect(
      rows.every(({ outcome, points, max_points }) => outcome === 'passed' && points === 1 && max_points === 1),
    ).toBe(true)
    expect(rows[0]).toMatchObject({ report_id: 'made-up', group: 'sections', note: '1 passed' })
    expect(rows[0]?.ground).toMatch(/^Article 50/)
  })

  it('an item fails where one of its checks fails, and says how many it rests on', () => {
    const report = fillReport('2021', { ...TABLES, requests: { received_new: 1 } }, HEAD)
    const row = rowsFor(report).find(({ item }) => item === 'identities.balance')
    // by hand: received 1, concluded 0 in two of seven columns
    expect(row).toMatchObject({ outcome: 'failed', points: 0, max_points: 1, note: '5 passed, 2 failed' })
  })

  it('an item whose checks could not all be tried has not passed, unless the checklist asks for less', () => {
    const report = fillReport('2021', { ...TABLES, requests: { carried_in: { research: 'blank' } } }, HEAD)
    const checks = auditReport(report)
    const find = (coverage: number) =>
      compliance(checks, report, { ...checklist(), minimum_coverage: coverage }).find(
        ({ item }) => item === 'identities.balance',
      )
    // by hand: one of seven columns cannot be tried; 6/7 = 0.857
    expect(find(1)).toMatchObject({
      outcome: 'not_assessable',
      points: null,
      max_points: 1,
      note: '6 passed, 1 not assessable',
    })
    expect(find(0.85)).toMatchObject({ outcome: 'passed', points: 1 })
    expect(find(0.86)).toMatchObject({ outcome: 'not_assessable' })
  })

  it('what does not apply has neither points nor a maximum', () => {
    // no rule on dates of publication before Order No. 492, and no statutory form before 2019
    const rows = rowsFor(fillReport('legacy', {}, { sections: [], year: 2005 }))
    expect(new Set(rows.map(({ outcome, points, max_points }) => `${outcome} ${points} ${max_points}`))).toEqual(
      new Set(['not_applicable null 0']),
    )
  })

  it('refuses checks that lack a rule or a subject of the checklist', () => {
    const checks = auditReport(sound)
    expect(() =>
      compliance(
        checks.filter(({ rule }) => rule !== 'date.late'),
        sound,
      ),
    ).toThrow('compliance requires checks of date.late')
    expect(() =>
      compliance(
        checks.filter(({ subject }) => subject !== 'problems'),
        sound,
      ),
    ).toThrow('compliance requires checks of section.missing on problems')
  })
})

describe('complianceScore', () => {
  it('is full for a sound report: six sections, four on tables, four identities, three dates', () => {
    const score = scoreOf(sound)
    expect(Object.values(score.parts).map(({ points, applicable_max }) => [points, applicable_max])).toEqual([
      [6, 6],
      [4, 4],
      [4, 4],
      [3, 3],
    ])
    expect(score).toMatchObject({ report_id: 'made-up', sum: 17, applicable_max: 17, share: 1 })
  })

  it('can be taken apart: the total is the sum of the parts, count by count', () => {
    const report = fillReport(
      '2021',
      { requests: { received_new: 1 } },
      { year: 2021, sections: ['overview'], signed: '2022-02-15' },
    )
    const { parts, total, sum, share } = scoreOf(report)
    // by hand: 1 of 6 sections; 1 of 3 tables and the right edition; balance fails, two identities hold, remedies are not
    // there; the date lies between the two days, the signature is after the year, and the years agree
    expect(parts.sections).toMatchObject({ passed: 1, failed: 5, points: 1, applicable_max: 6 })
    expect(parts.tables).toMatchObject({ passed: 2, failed: 2, points: 2, applicable_max: 4, share: 0.5 })
    expect(parts.identities).toMatchObject({ passed: 2, failed: 1, not_applicable: 1, points: 2, applicable_max: 3 })
    expect(parts.dates).toMatchObject({
      passed: 2,
      failed: 0,
      not_assessable: 1,
      points: 2,
      applicable_max: 2,
      share: 1,
    })
    expect(parts.dates.lowest).toBeCloseTo(2 / 3, 15)
    expect(parts.dates.highest).toBe(1)
    for (const key of ['passed', 'failed', 'not_assessable', 'not_applicable', 'points', 'applicable_max'] as const) {
      expect(total[key]).toBe(Object.values(parts).reduce((all, part) => all + part[key], 0))
    }
    expect([sum, share]).toEqual([7, 7 / 15])
  })

  it('what could not be assessed neither helps nor harms, and the bounds hold it', () => {
    const blank = fillReport('2021', { ...TABLES, requests: { granted: { total: 'blank' } } }, HEAD)
    const { total, share } = scoreOf(blank)
    // by hand: concluded_sum and row_total of 17 items cannot be tried throughout
    expect(total).toMatchObject({ not_assessable: 2, points: 15, applicable_max: 15, highest: 1 })
    expect(share).toBe(1)
    expect(total.lowest).toBeCloseTo(15 / 17, 15)
  })

  it('weights are the caller’s to change', () => {
    const report = fillReport('2021', TABLES, { ...HEAD, signed: '2022-05-01' })
    const list = checklist()
    const items = list.items.map((item) => ({
      ...item,
      weight: item.group === 'dates' ? 2 : item.group === 'tables' ? 0 : 1,
    }))
    const score = complianceScore(compliance(auditReport(report), report, { ...list, items }))
    // by hand: 6 sections + 4 identities + 2 of 3 dates at weight 2; the four items on tables weigh nothing
    expect([score.sum, score.applicable_max]).toEqual([14, 16])
    expect(score.parts.tables).toMatchObject({ passed: 4, points: 0, applicable_max: 0, share: null })
  })

  it('has no share where nothing applies', () => {
    expect(scoreOf(fillReport('legacy', {}, { sections: [] }))).toMatchObject({
      sum: 0,
      applicable_max: 0,
      share: null,
    })
  })

  it('requires the rows of one report', () => {
    expect(() => complianceScore([])).toThrow('complianceScore requires at least one row')
    const other = rowsFor(fillReport('2021', TABLES, { ...HEAD, id: 'other' }))
    expect(() => complianceScore([...rowsFor(sound), ...other])).toThrow(
      'complianceScore requires the rows of one report',
    )
  })
})

describe('complianceMetrics', () => {
  it('gives the parts, then the total, for each report, and says why there is no value', () => {
    const late = fillReport('2021', TABLES, { ...HEAD, id: 'late', signed: '2022-04-01' })
    const old = fillReport('legacy', {}, { id: 'old', sections: [] })
    const rows = complianceMetrics([...rowsFor(late), ...rowsFor(old)])
    expect(rows.map(({ metric }) => metric)).toEqual(
      [1, 2].flatMap(() => metricDefinitions('compliance').map(({ id }) => id)),
    )
    expect(rows.slice(0, 5).map(({ numerator, denominator }) => [numerator, denominator])).toEqual([
      [6, 6],
      [4, 4],
      [4, 4],
      [2, 3],
      [16, 17],
    ])
    expect(rows[3]).toMatchObject({
      metric: 'compliance.dates',
      value: 2 / 3,
      interval: null,
      lower: null,
      reason: null,
    })
    expect(rows[9]).toMatchObject({
      report_id: 'old',
      metric: 'compliance.total',
      value: null,
      reason: 'no item could be applied and assessed',
    })
  })
})

describe('the checklist', () => {
  it('names rules that exist, each item once', () => {
    const rules = new Set(auditRules().map(({ id }) => id))
    const { items } = checklist()
    expect(items.filter(({ rule }) => !rules.has(rule))).toEqual([])
    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
    expect(items.every(({ id, group }) => id.startsWith(`${group}.`))).toBe(true)
  })

  it('fits its schema, which refuses a negative weight', () => {
    const data = readReference<{ items: object[] }>('checklist.json', 'checklist')
    const items = [{ ...data.items[0], weight: -1 }]
    expect(schemaProblems({ ...data, items }, 'checklist')).toEqual(['items › 0 › weight: must be >= 0'])
  })
})
