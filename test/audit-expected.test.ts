import { describe, expect, test } from 'vitest'
import { formById } from '../src/forms/forms.js'
import { readSynthetic } from '../src/study/accuracy-run.js'
import { auditAccuracy, type ReportCheck } from '../src/study/audit-accuracy.js'
import { PANEL_EXPECTATIONS } from '../src/study/audit-accuracy-panel.js'
import { EXPECTATIONS, type ExpectedFailure } from '../src/study/audit-expected.js'
import { simulate, simulateReport } from '../src/study/simulate/report.js'
import { settings } from '../src/study/simulate/settings.js'
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

const printed = (row: string, column: string, value: number | null, status: TrueCell['status']): TrueCell => ({
  row,
  column,
  value,
  status,
  printed: value === null ? '' : String(value),
  at: null,
  meant: value ?? 0,
})

describe('what print says of figures', () => {
  const requests = (row: string, value: number | null, status: TrueCell['status'] = 'stated'): Truth => ({
    ...clean,
    report: { ...clean.report, form: '2021', forms: { requests: '2021' } },
    tables: { requests: [printed(row, 'total', value, status)] },
    statements: [],
  })

  test('a count below 0 or with decimals is impossible; money may have decimals, a change may be below 0', () => {
    const impossible = (truth: Truth) => subjects('table.impossible', expected(truth))
    expect(impossible(requests('granted', 12))).toEqual([])
    expect(impossible(requests('granted', 1.2))).toEqual(['requests'])
    expect(impossible(requests('granted', -12))).toEqual(['requests'])
    const proactive = (row: string, column: string, value: number): Truth => ({
      ...requests('granted', 1),
      report: { ...clean.report, form: '2019', forms: { proactive: '2019' } },
      tables: { proactive: [printed(row, column, value, 'stated')] },
    })
    expect(impossible(proactive('licences', 'items_change', -3))).toEqual([])
    expect(impossible(proactive('procurement', 'amount', 31.5))).toEqual([])
    expect(impossible(proactive('procurement', 'projects', 31.5))).toEqual(['proactive'])
  })

  test('a sentence disagrees with a number printed; a cell without one leaves it open, and so does another year', () => {
    const said = (truth: Truth, period: string | null): Truth => {
      const own = { key: 'requests_received', value: 5, unit: '件', approximate: false, scope: null, part_of: null }
      return { ...truth, statements: [{ ...own, period, text: '5件', at: null }] }
    }
    const disagree = (truth: Truth) => expected(truth).filter(({ rule }) => rule === 'statements.table')
    expect(disagree(said(requests('received_new', 8), null))).toMatchObject([{ subject: 'requests_received' }])
    expect(disagree(said(requests('received_new', 5), null))).toEqual([])
    expect(disagree(said(requests('received_new', null, 'blank'), null))).toMatchObject([{ isSlight: true }])
    const { year } = clean.report
    expect(disagree(said(requests('received_new', 8), String(year)))).toHaveLength(1)
    expect(disagree(said(requests('received_new', 8), String(year - 1)))).toEqual([])
  })

  test('sentences are stale if two of them or more name another year, and none the report’s', () => {
    const naming = (...periods: (string | null)[]): Truth => ({
      ...clean,
      tables: {},
      statements: periods.map((period, i) => ({
        ...{ key: `k${i}`, value: 1, unit: '件', approximate: false, scope: null, text: '1件', at: null },
        ...{ period, part_of: i === 2 ? 'k0' : null },
      })),
    })
    const { year } = clean.report
    const [now, last] = [String(year), String(year - 1)]
    const stale = (...periods: (string | null)[]) => subjects('year.sentences', expected(naming(...periods)))
    expect(stale(last, last)).toEqual(['sentences'])
    expect(stale(last, now)).toEqual([])
    expect(stale(last)).toEqual([])
    // the third is part of the first
    expect(stale(last, null, last)).toEqual([])
  })

  test('a lost row that not every printing has breaks its sum; one that all have, or an illegible figure, leaves it open', () => {
    const sum = (other: string, status: TrueCell['status'], total = 3) => {
      const parts = ['in_person', 'fax', 'email', 'online', 'letter', 'letter_or_fax', 'other']
      const cells = parts.map((part) => {
        const row = `received.${part}`
        return row === other
          ? { ...printed(row, 'this_year', null, status), meant: 3 }
          : printed(row, 'this_year', 0, 'stated')
      })
      const statistics = [printed('received', 'this_year', total, 'stated'), ...cells]
      const report = { ...clean.report, form: 'legacy' as const, forms: { statistics: 'fujian' as const } }
      return expected({ ...clean, report, tables: { statistics }, statements: [] })
        .filter(({ rule }) => rule === 'statistics.sum')
        .map(({ subject, isSlight }) => [subject, isSlight ?? false])
    }
    const rows = formById('fujian')?.tables.statistics?.blocks[0]?.rows ?? []
    const isOptional = (code: string) => rows.find((row) => row.code === code)?.optional === true
    expect([isOptional('received.letter_or_fax'), isOptional('received.in_person')]).toEqual([true, false])
    const subject = 'statistics/received/this_year'
    expect(sum('received.letter_or_fax', 'absent')).toEqual([[subject, false]])
    expect(sum('received.in_person', 'absent')).toEqual([])
    // 3 belong there, but what is gone may as well have been 9
    expect(sum('received.in_person', 'absent', 9)).toEqual([[subject, true]])
    expect(sum('received.in_person', 'garbled', 9)).toEqual([[subject, true]])
    // an empty cell counts nothing
    expect(sum('received.in_person', 'blank')).toEqual([[subject, false]])
  })
})

describe('figures that no count gives', () => {
  const year = (of: number, values: readonly number[], faults: readonly Planted[] = []): Truth => ({
    ...clean,
    id: `u-${of}`,
    report: { ...clean.report, year: of },
    tables: { requests: values.map((value, i) => printed(`r${i}`, 'natural_person', value, 'stated')) },
    statements: [],
    items: [],
    planted: faults,
  })
  const asked = (rule: string, ...truths: Truth[]) =>
    truths
      .flatMap((truth) => expected(truth, ...truths))
      .filter((one) => one.rule === rule)
      .map(({ report_id, isSlight }) => [report_id, isSlight ?? false])
  const heaped = [{ fault: 'heaped_figures' }]
  const tens = Array.from({ length: 10 }, (_, i) => 30 + 10 * i)
  const odd = Array.from({ length: 10 }, (_, i) => 31 + 10 * i)

  test('are asked for at the last report of a body, over all its years', () => {
    expect(asked('screen.heaping', year(2021, tens, heaped), year(2022, tens))).toEqual([['u-2022', false]])
    expect(asked('screen.heaping', year(2021, tens), year(2022, tens))).toEqual([])
  })

  test('are slight where they are too few, or too few of all', () => {
    // 20 figures are the least that panel.json asks for
    expect(asked('screen.heaping', year(2021, tens, heaped), year(2022, tens.slice(1)))).toEqual([['u-2022', true]])
    expect(asked('screen.heaping', year(2021, tens, heaped), year(2022, odd))).toEqual([['u-2022', true]])
  })

  test('second digits: clear with 300 figures of many sizes', () => {
    const invented = [{ fault: 'invented_digits' }]
    const [digit = 3] = settings().habits.second_digits
    const sizes = Array.from({ length: 300 }, (_, i) => Number(`${(i % 9) + 1}${digit}${'1'.repeat(i % 4)}`))
    expect(asked('screen.second_digit', year(2022, sizes, invented))).toEqual([['u-2022', false]])
    expect(asked('screen.second_digit', year(2022, sizes.slice(1), invented))).toEqual([['u-2022', true]])
    // figures that are heaped have odd second digits, too, and so have those of a table printed twice
    expect(asked('screen.second_digit', year(2022, sizes, heaped))).toEqual([['u-2022', true]])
    expect(asked('screen.second_digit', year(2022, sizes, [{ fault: 'unchanged_tables' }]))).toEqual([['u-2022', true]])
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
