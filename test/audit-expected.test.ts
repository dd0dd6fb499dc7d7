import { describe, expect, test } from 'vitest'
import { readSynthetic } from '../src/study/accuracy-run.js'
import { auditAccuracy, type ReportCheck } from '../src/study/audit-accuracy.js'
import { PANEL_EXPECTATIONS } from '../src/study/audit-accuracy-panel.js'
import { EXPECTATIONS, type ExpectedFailure } from '../src/study/audit-expected.js'
import { simulate, simulateReport } from '../src/study/simulate/report.js'
import type { Planted, TrueCell, Truth } from '../src/study/simulate/truth.js'

const { truth: clean } = await simulateReport('expected', 3, { faults: false })

const expected = (truth: Truth, ...others: Truth[]): ExpectedFailure[] => {
  const corpus = new Map([truth, ...others].map((one) => [one.id, one]))
  return [...EXPECTATIONS, ...PANEL_EXPECTATIONS].flatMap((expect) => expect(truth, corpus))
}
const subjects = (rule: string, found: readonly ExpectedFailure[]) =>
  found.filter((one) => one.rule === rule).map(({ subject }) => subject)
const planted = (...faults: Planted[]): Truth => ({ ...clean, planted: faults })

describe('what ought to fail', () => {
  test('of a period, only the side that is printed with another year', () => {
    const { year } = clean.report
    const sides = (start: number, end: number) =>
      subjects('year.mismatch', expected(planted({ fault: 'year_conflict', period: { start, end } })))
    expect(sides(year - 1, year)).toEqual(['period_start'])
    expect(sides(year, year - 1)).toEqual(['period_end'])
    expect(sides(year - 1, year - 1)).toEqual(['period_start', 'period_end'])
  })

  test('of the form’s year, the one table that follows another edition, if it is printed', () => {
    const mixed = (table: string) =>
      subjects('form.wrong_year', expected({ ...planted({ fault: 'mixed_forms', table }), report: withForms(table) }))
    const withForms = (table: string) => ({ ...clean.report, forms: { requests: '2021', [table]: '2019' } as const })
    expect(mixed('proactive')).toEqual(['proactive'])
    const left = planted({ fault: 'mixed_forms', table: 'proactive' })
    expect(subjects('form.wrong_year', expected({ ...left, report: { ...clean.report, forms: {} } }))).toEqual([])
  })

  test('each table is held to the relations of its own form', async () => {
    const truths: Truth[] = []
    const checks: ReportCheck[] = []
    for await (const made of simulate('mixed 1', 18, { faults: { mixed_forms: 1 } })) {
      truths.push(made.truth)
      for (const check of (await readSynthetic(made))?.checks ?? []) checks.push({ report_id: made.truth.id, ...check })
    }
    const rows = auditAccuracy(truths, checks)
    expect(rows.filter(({ missed, false_alarms }) => missed + false_alarms > 0)).toEqual([])
    expect(rows.find(({ rule }) => rule === 'form.wrong_year')?.found).toBeGreaterThan(0)
  })

  test('a section left empty', () => {
    const found = expected(planted({ fault: 'empty_section', section: 'problems' }))
    expect(subjects('section.empty', found)).toEqual(['problems'])
  })
})

describe('what is printed once more', () => {
  const cells = (values: readonly (number | null)[]): TrueCell[] =>
    values.map((value, i) => {
      const status = value === null ? 'garbled' : 'stated'
      return { row: `r${i}`, column: 'total', value, status, printed: String(value), at: null, meant: value ?? 0 }
    })
  const year = (of: number, values: readonly (number | null)[], faults: readonly Planted[] = []): Truth => ({
    ...clean,
    id: `${of}`,
    report: { ...clean.report, year: of },
    tables: { requests: cells(values) },
    items: [],
    planted: faults,
  })
  const ten = [31, 2, 3, 14, 5, 16, 7, 8, 19, 20]
  const unchanged = (before: readonly (number | null)[], now: readonly (number | null)[], faults: Planted[] = []) =>
    expected(year(2022, now, faults), year(2021, before)).filter(({ rule }) => rule === 'panel.unchanged')

  test('a cell without a number in last year’s print is no change', () => {
    // 10 of 11 figures can be compared, 9 are the same: at least the share 0.9 of panel.json
    expect(unchanged([null, ...ten], [4, ...ten.with(0, 13)])).toMatchObject([{ subject: 'requests' }])
    expect(unchanged([5, ...ten], [4, ...ten.with(0, 13)])).toEqual([])
  })

  test('a table reprinted with much changed in it is slight', () => {
    const faults = [{ fault: 'unchanged_tables' }]
    const found = unchanged(ten, ten.with(0, 13).with(1, 12), faults)
    expect(found.filter(({ subject, isSlight }) => subject === 'requests' && isSlight === true)).toHaveLength(1)
    expect(unchanged(ten, ten, faults).filter(({ isSlight }) => isSlight !== true)).toHaveLength(1)
  })

  test('a passage is slight if it is short, or went through a converter of words', () => {
    const item = (length: number) => [{ kind: 'problem' as const, ordinal: 1, text: '字'.repeat(length), at: null }]
    const copy = (length: number, script: string) => {
      const faults = [{ fault: 'copied_passage', from: '2021' }]
      const [before, now] = [year(2021, []), year(2022, [], faults)]
      const found = expected(
        { ...now, items: item(length), script },
        { ...before, items: item(length), script: 'simplified' },
      )
      return found.filter(({ rule }) => rule === 'panel.reused_text').map(({ isSlight }) => isSlight ?? false)
    }
    // 60 characters: `last_year_characters` of panel.json
    expect(copy(60, 'simplified')).toEqual([false])
    expect(copy(60, 'traditional')).toEqual([false])
    expect(copy(59, 'simplified')).toEqual([true])
    expect(copy(60, 'taiwan words')).toEqual([true])
  })
})
