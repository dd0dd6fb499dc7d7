import { beforeAll, describe, expect, test } from 'vitest'
import { readSynthetic } from '../src/study/accuracy-run.js'
import { type AuditAccuracyRow, auditAccuracy, type ReportCheck } from '../src/study/audit-accuracy.js'
import { auditGroup, auditGroups } from '../src/study/audit-accuracy-groups.js'
import { arithmeticOf, auditSection } from '../src/study/audit-accuracy-page.js'
import { repairAccuracy } from '../src/study/repair-accuracy.js'
import { simulate } from '../src/study/simulate/report.js'
import type { Truth } from '../src/study/simulate/truth.js'

const truths: Truth[] = []
const checks: ReportCheck[] = []

beforeAll(async () => {
  for await (const made of simulate('audits-3', 252)) {
    truths.push(made.truth)
    for (const check of (await readSynthetic(made))?.checks ?? []) checks.push({ report_id: made.truth.id, ...check })
  }
}, 120_000)

const rowOf = (own: readonly ReportCheck[], rule: string): AuditAccuracyRow | undefined =>
  auditAccuracy(truths, own).find((row) => row.rule === rule)

describe('the audits on synthetic reports', () => {
  test('miss nothing that was read and raise no false alarm', () => {
    const rows = auditAccuracy(truths, checks)
    expect(rows.filter(({ missed, false_alarms }) => missed + false_alarms > 0)).toEqual([])
    for (const { planted, found, unassessable, missed } of rows) expect(found + unassessable + missed).toBe(planted)
    const sums = rows.filter(({ rule }) => /_sum$|_total$|\.balance$/.test(rule))
    // enough faults for the sentence above to mean something
    expect(sums.reduce((sum, row) => sum + row.found, 0)).toBeGreaterThan(20)
  })

  test('name the cell that was changed, with its number, among the smallest repairs', () => {
    const rows = repairAccuracy(truths, checks)
    const alone = rows.filter(({ fault }) => fault !== 'several' && fault !== 'shifted_columns')
    const [found, right] = [
      alone.reduce((sum, row) => sum + row.found, 0),
      alone.reduce((sum, row) => sum + row.right, 0),
    ]
    expect(found).toBeGreaterThan(2)
    // Where much is withheld, too many sets may be as small. The share is measured on thousands (docs/accuracy.md); that every
    // single cell of a table read in full is named is shown in audits-repair.test.ts.
    expect(right).toBeGreaterThan(found / 2)
    expect(rows.every(({ missed }) => missed === 0)).toBe(true)
  })
})

describe('the comparison', () => {
  const rule = 'requests.concluded_sum'

  test('a check that fails where nothing is wrong is a false alarm', () => {
    const index = checks.findIndex((check) => check.rule === rule && check.outcome === 'passed')
    const turned = checks.map((check, i) => (i === index ? { ...check, outcome: 'failed' as const } : check))
    expect(rowOf(turned, rule)?.false_alarms).toBe(1)
  })

  test('a check that passes where something is wrong is missed, and one that was not made is not assessable', () => {
    const before = rowOf(checks, rule)
    const index = checks.findIndex((check) => check.rule === rule && check.outcome === 'failed')
    const turned = checks.map((check, i) => (i === index ? { ...check, outcome: 'passed' as const } : check))
    expect(rowOf(turned, rule)).toMatchObject({ missed: 1, found: (before?.found ?? 0) - 1 })
    const without = checks.filter((_, i) => i !== index)
    expect(rowOf(without, rule)).toMatchObject({ missed: 0, unassessable: (before?.unassessable ?? 0) + 1 })
  })

  test('takes further expectations, for rules across reports', () => {
    const [truth] = truths
    const expectation = ({ id }: Truth) =>
      id === truth?.id ? [{ report_id: id, rule: 'panel.made_up', subject: 'x' }] : []
    const check: ReportCheck = {
      report_id: truth?.id ?? '',
      rule: 'panel.made_up',
      subject: 'x 3',
      outcome: 'failed',
      finding: null,
    }
    expect(auditAccuracy(truths, [check], [expectation])).toEqual([
      { rule: 'panel.made_up', planted: 1, found: 1, unassessable: 0, missed: 0, false_alarms: 0, clean_checks: 0 },
    ])
  })

  test('leaves out what is too slight to be asked for, whatever comes out', () => {
    const [truth] = truths
    const slight = ({ id }: Truth) =>
      id === truth?.id ? [{ report_id: id, rule: 'panel.made_up', subject: 'x', isSlight: true }] : []
    const none = {
      rule: 'panel.made_up',
      planted: 0,
      found: 0,
      unassessable: 0,
      missed: 0,
      false_alarms: 0,
      clean_checks: 0,
    }
    for (const outcome of ['failed', 'passed'] as const) {
      const check = { report_id: truth?.id ?? '', rule: 'panel.made_up', subject: 'x', outcome, finding: null }
      expect(auditAccuracy(truths, [check], [slight])).toEqual([none])
    }
  })

  test('of some reports only, held against the whole corpus', () => {
    const groups = auditGroups(truths, checks)
    expect(groups.map(({ name }) => name)).toEqual(['cells survive', 'empty cells lost'])
    expect(groups.reduce((sum, { reports }) => sum + reports, 0)).toBe(truths.length)
    const whole = auditGroup('all', truths, checks)
    const parts = groups.map(arithmeticOf)
    // every check counts in one group, and in one only
    for (const key of ['planted', 'found', 'clean_checks'] as const)
      expect(parts.reduce((sum, row) => sum + row[key], 0)).toBe(arithmeticOf(whole)[key])
    expect(arithmeticOf(whole).planted).toBeGreaterThan(20)
  })

  test('adds up the rules that come from the forms’ relations, and no others', () => {
    const row = { planted: 1, found: 1, unassessable: 0, missed: 0, false_alarms: 0, clean_checks: 2 }
    const rules = ['requests.balance', 'proactive.items', 'date.late', 'panel.stock'].map((rule) => ({ rule, ...row }))
    expect(arithmeticOf({ name: '', reports: 1, rules })).toMatchObject({ planted: 2, clean_checks: 4 })
  })

  test('makes a part of the accuracy page with a line for every rule', () => {
    const groups = auditGroups(truths, checks)
    const page = auditSection({ groups, repairs: repairAccuracy(truths, checks) }).join('\n')
    for (const { rules } of groups)
      for (const row of rules)
        expect(page).toContain(`| \`${row.rule}\` | ${row.planted} | ${row.found} | ${row.missed} |`)
    expect(page).not.toContain('without faults')
    const clean = auditGroup('without faults', truths, checks)
    const told = auditSection({ groups, repairs: [], clean }).join('\n')
    const sound = clean.rules.reduce((sum, { clean_checks }) => sum + clean_checks, 0)
    expect(told.split('### Reports without faults')[1]).toMatch(new RegExp(`\\| all \\|.*\\| ${sound} \\| 0 \\|`))
    expect(page).not.toMatch(/NaN|undefined/)
  })
})
