import { describe, expect, it } from 'vitest'
import { formById } from '../src/forms/forms.js'
import { readReference, schemaProblems } from '../src/forms/reference.js'
import { metricDefinitions } from '../src/metrics/definitions.js'
import { denialComposition } from '../src/metrics/denials.js'
import { disclosureRates } from '../src/metrics/disclosure.js'
import { wilsonInterval } from '../src/metrics/interval.js'
import { outcomeShares } from '../src/metrics/outcomes.js'
import type { MetricRow } from '../src/types.js'
import { fillReport, type HeadSpec, type RowSpec, rowsOf } from './support/report.js'

type Requests = Readonly<Record<string, RowSpec>>

/** Twelve conclusions: 3 + 3 + (1 + 2) + 1 + 1 + 1. */
const TWELVE: Requests = {
  received_new: 12,
  granted: 3,
  partially_granted: 3,
  'denied.third_party': 1,
  'denied.process': 2,
  'unavailable.not_held': 1,
  'not_processed.repeat': 1,
  concluded_total: 12,
}
const T2021: Requests = { ...TWELVE, 'other.fee_unpaid': 1 }
const T2019: Requests = { ...TWELVE, other: 1 }

const METRICS = [disclosureRates, denialComposition, outcomeShares]

function cells(requests: Requests, form = '2021', head: HeadSpec = {}) {
  return rowsOf(fillReport(form, { requests }, head))
}

function value(rows: readonly MetricRow[], metric: string): MetricRow | undefined {
  return rows.find((row) => row.metric === metric)
}

describe('disclosureRates', () => {
  it('divides what was granted by what was concluded, with interval, cells and source', () => {
    const [full, partial] = disclosureRates(cells(T2021))
    // scipy 1.17.1, binomtest(3, 12).proportion_ci(0.95, method='wilson')
    expect(full?.lower).toBeCloseTo(0.08894166839405471, 12)
    expect(full?.upper).toBeCloseTo(0.5323053349335657, 12)
    expect({ ...full, lower: 0, upper: 0 }).toEqual({
      report_id: 'made-up',
      metric: 'disclosure_rate.full',
      value: 0.25,
      numerator: 3,
      denominator: 12,
      lower: 0,
      upper: 0,
      interval: 'wilson 95 %',
      reason: null,
      cells: 'requests/granted/total; requests/concluded_total/total',
      source: 'Form rows (一), (七); articles 36(1), 36(2)',
    })
    expect(partial).toMatchObject({
      metric: 'disclosure_rate.full_or_partial',
      value: 0.5,
      numerator: 6,
      denominator: 12,
    })
  })

  it('uses the total column, whatever the applicants are', () => {
    const rows = cells({ granted: { business: 1, total: 2 }, concluded_total: { natural_person: 9, total: 4 } })
    expect(value(disclosureRates(rows), 'disclosure_rate.full')?.value).toBe(0.5)
  })

  it.each(['blank', 'nil', 'ambiguous', 'absent'] as const)(
    'a %s cell is never zero: no value, and the reason',
    (status) => {
      const rows = disclosureRates(cells({ ...T2021, partially_granted: { total: status } }))
      expect(rows[0]?.value).toBe(0.25)
      expect(rows[1]).toMatchObject({
        value: null,
        lower: null,
        upper: null,
        interval: null,
        numerator: null,
        denominator: 12,
      })
      expect(rows[1]?.reason).toBe(`requests/partially_granted/total is ${status}`)
    },
  )

  it('an inferred value counts, and a missing total is not rebuilt from its parts', () => {
    expect(disclosureRates(cells({ ...T2021, granted: { total: { inferred: 3 } } }))[0]?.value).toBe(0.25)
    const [row] = disclosureRates(cells({ ...T2021, concluded_total: { natural_person: 12, total: 'blank' } }))
    expect(row).toMatchObject({ value: null, reason: 'requests/concluded_total/total is blank' })
  })

  it('never gives an impossible ratio', () => {
    const rows = disclosureRates(cells({ granted: 4, partially_granted: 9, concluded_total: 12 }))
    expect(rows[0]?.value).toBeCloseTo(1 / 3, 15)
    expect(rows[1]).toMatchObject({ value: null, numerator: 13, denominator: 12 })
    expect(rows[1]?.reason).toMatch(/contradicts itself: 13 of 12/)
    const [fraction] = disclosureRates(cells({ granted: 1.5, concluded_total: 3 }))
    expect(fraction?.reason).toBe('requests/granted/total is 1.5, which is no count')
  })
})

describe('denialComposition', () => {
  const rows = denialComposition(cells(T2021))

  it('gives the denial rate and each ground as a share of all denials', () => {
    // by hand: 3 of 12 denied; 1 of 3 for third parties, 2 of 3 for process
    expect(value(rows, 'denial_rate')).toMatchObject({ value: 0.25, numerator: 3, denominator: 12 })
    expect(value(rows, 'denial_share.third_party')?.value).toBeCloseTo(1 / 3, 15)
    expect(value(rows, 'denial_share.process')?.value).toBeCloseTo(2 / 3, 15)
    expect(value(rows, 'denial_share.state_secret')).toMatchObject({ value: 0, lower: 0, numerator: 0, denominator: 3 })
  })

  it('has one share for each ground of both forms, and they add up to one', () => {
    for (const form of ['2019', '2021']) {
      const grounds = formById(form)?.tables.requests?.blocks.flatMap((block) =>
        block.rows.flatMap(({ code }) => (code.startsWith('denied.') ? [`denial_share.${code.slice(7)}`] : [])),
      )
      expect(rows.map(({ metric }) => metric)).toEqual(['denial_rate', ...(grounds ?? [])])
    }
    const sum = rows.slice(1).reduce((total, row) => total + (row.value ?? Number.NaN), 0)
    expect(sum).toBeCloseTo(1, 12)
  })

  it('where nothing was denied the rate is zero and the shares have no value', () => {
    const none = denialComposition(cells({ granted: 5, concluded_total: 5 }))
    expect(value(none, 'denial_rate')).toMatchObject({ value: 0, numerator: 0, denominator: 5, reason: null })
    expect(value(none, 'denial_share.process')).toMatchObject({
      value: null,
      reason: 'no request was denied in the year',
    })
  })

  it('one ground without a number takes all shares away, since their denominator is unknown', () => {
    const blank = denialComposition(cells({ ...T2021, 'denied.internal_affairs': { total: 'blank' } }))
    expect(new Set(blank.map((row) => row.reason))).toEqual(
      new Set(['requests/denied.internal_affairs/total is blank']),
    )
    expect(value(blank, 'denial_share.process')).toMatchObject({ numerator: 2, denominator: null, value: null })
  })
})

describe('outcomeShares', () => {
  it.each([
    ['2019', T2019],
    ['2021', T2021],
  ])('gives the same series in the %s form', (form, requests) => {
    const rows = outcomeShares(cells(requests, form))
    expect(rows.map((row) => [row.metric, row.numerator, row.denominator])).toEqual([
      ['outcome_share.granted', 3, 12],
      ['outcome_share.partially_granted', 3, 12],
      ['outcome_share.denied', 3, 12],
      ['outcome_share.unavailable', 1, 12],
      ['outcome_share.not_processed', 1, 12],
      ['outcome_share.other', 1, 12],
    ])
    expect(rows.reduce((sum, row) => sum + (row.value ?? Number.NaN), 0)).toBeCloseTo(1, 12)
  })

  it('gives no share where the outcomes do not add up, also when the total is zero', () => {
    for (const [total, sum] of [
      [13, 12],
      [11, 12],
      [0, 12],
    ]) {
      const rows = outcomeShares(cells({ ...T2021, concluded_total: total ?? 0 }))
      expect(new Set(rows.map((row) => row.value))).toEqual(new Set([null]))
      expect(rows[0]?.reason).toBe(
        `the table contradicts itself: the parts add up to ${sum}, but requests/concluded_total/total is ${total}`,
      )
    }
  })

  it('needs every outcome', () => {
    const rows = outcomeShares(
      cells({ ...T2021, 'other.other': { total: 'nil' }, 'denied.process': { total: 'ambiguous' } }),
    )
    expect(new Set(rows.map((row) => row.value))).toEqual(new Set([null]))
    expect(rows[0]?.reason).toBe('requests/denied.process/total is ambiguous; requests/other.other/total is nil')
  })
})

describe('all metrics', () => {
  it('say why where no request was concluded, where there is no table, and where the form is unknown', () => {
    const noRequests = cells({})
    const noTable = rowsOf(fillReport('2021', { remedies: {} }))
    const unknown = cells(T2021).map((row) => ({ ...row, form: 'legacy' }))
    for (const metric of METRICS) {
      const count = metric(noRequests).length
      for (const row of metric(noRequests)) {
        expect(row.reason).toMatch(/^no request was (concluded|denied) in the year$/)
        expect([row.value, row.denominator]).toEqual([null, 0])
      }
      expect(metric(noTable).map((row) => row.reason)).toEqual(Array(count).fill('the report has no table of requests'))
      expect(metric([], ['old-2018'])).toEqual(metric(noTable).map((row) => ({ ...row, report_id: 'old-2018' })))
      expect(metric(unknown)[0]?.reason).toBe('the table of requests follows no form known here (legacy)')
      expect(metric([])).toEqual([])
    }
  })

  it('keep reports apart and in order, and do not change their input', () => {
    const a = cells(T2021, '2021', { id: 'a' })
    const b = cells(T2019, '2019', { id: 'b' })
    const rows = Object.freeze([...a, ...b].map((row) => Object.freeze(row)))
    for (const metric of METRICS) {
      expect(metric(rows)).toEqual([...metric(a), ...metric(b)])
      expect(metric([...rows].reverse(), ['a', 'b'])).toEqual(metric(rows))
    }
  })

  it('miss a cell that was not given, and refuse one given twice', () => {
    const rows = cells(T2021)
    const without = rows.filter((row) => row.row !== 'granted')
    expect(disclosureRates(without)[0]?.reason).toBe('requests/granted/total is not given')
    expect(() => disclosureRates([...rows, ...rows])).toThrow(
      'disclosureRates requires each cell once; made-up has requests/',
    )
  })

  it('have a value exactly where there is no reason, and then within their interval', () => {
    const reports = [T2021, { ...T2021, granted: { total: 'blank' } }, {}, { granted: 9, concluded_total: 2 }] as const
    for (const metric of METRICS) {
      for (const row of reports.flatMap((requests) => metric(cells(requests)))) {
        expect(row.value === null).toBe(row.reason !== null)
        if (row.value === null || row.numerator === null || row.denominator === null) continue
        expect(row).toMatchObject(wilsonInterval(row.numerator, row.denominator))
        expect(row.value).toBe(row.numerator / row.denominator)
      }
    }
  })
})

describe('the definitions of metrics', () => {
  it('are unique, belong to a function, and name rows of every form', () => {
    const ids = metricDefinitions().map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    const families = new Set(metricDefinitions().map(({ family }) => family))
    expect(families).toEqual(new Set(['disclosure', 'denials', 'outcomes', 'compliance']))
    for (const { basis, numerator, denominator } of metricDefinitions()) {
      if (basis === 'checklist') continue
      for (const form of ['2019', '2021']) {
        const codes =
          formById(form)?.tables.requests?.blocks.flatMap((block) => block.rows.map((row) => row.code)) ?? []
        for (const pattern of [...numerator, ...denominator]) {
          const group = pattern.replace(/\.\*$/, '')
          const matches = codes.filter((code) => code === group || (group !== pattern && code.startsWith(`${group}.`)))
          expect(matches, `${pattern} in the ${form} form`).not.toEqual([])
        }
      }
    }
  })

  it('fit their schema, which refuses a definition without a source', () => {
    const data = readReference<{ metrics: Record<string, unknown>[] }>('metrics.json', 'metrics')
    const { source: _, ...without } = data.metrics[0] ?? {}
    expect(schemaProblems({ ...data, metrics: [without] }, 'metrics')).toEqual([
      'metrics › 0: the entry "source" is missing',
    ])
  })
})
