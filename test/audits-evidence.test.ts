import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { auditReport } from '../src/audits/index.js'
import { checkNarrativeYear } from '../src/audits/narrative-year.js'
import { checkAgainstTables } from '../src/audits/statement-table.js'
import { checkPercentages } from '../src/audits/statements.js'
import { analyseReport } from '../src/study/analyse.js'
import type { Check, Report, Statement } from '../src/types.js'
import { fillReport } from './support/report.js'

/** One statement against 333 requests received in the table. */
function against(statement: Partial<Statement>, also: readonly Partial<Statement>[] = []): Check | undefined {
  const requests = { received_new: 333, concluded_total: 333, granted: 333 }
  return checkAgainstTables(fillReport('2021', { requests }, { statements: [statement, ...also] }))[0]
}

describe('sentences against the table: what a rounded figure leaves open', () => {
  const key = 'requests_received'
  it.each([
    // 约: a tenth to both sides
    [{ key, value: 350, approximate: true, rounding: 'about', text: '约350件' }, 'passed'],
    [{ key, value: 400, approximate: true, rounding: 'about', text: '约400件' }, 'failed'],
    // 余, 多, 超过: at least so many, and less than the next step of the last digit
    [{ key, value: 330, approximate: true, rounding: 'over', text: '330余件' }, 'passed'],
    [{ key, value: 300, approximate: true, rounding: 'over', text: '300多件' }, 'passed'],
    [{ key, value: 320, approximate: true, rounding: 'over', text: '320余件' }, 'failed'],
    [{ key, value: 340, approximate: true, rounding: 'over', text: '340余件' }, 'failed'],
    // 近: at most so many
    [{ key, value: 340, approximate: true, rounding: 'nearly', text: '近340件' }, 'passed'],
    [{ key, value: 330, approximate: true, rounding: 'nearly', text: '近330件' }, 'failed'],
    // exact figures leave nothing open
    [{ key, value: 333, text: '333件' }, 'passed'],
    [{ key, value: 334, text: '334件' }, 'failed'],
  ] as const)('$text beside 333', (statement, outcome) => {
    expect(against(statement)?.outcome).toBe(outcome)
  })

  it('万余 leaves room up to the next ten thousand', () => {
    const statement = { key, value: 10000, approximate: true, rounding: 'over', text: '1万余件' } as const
    const check = (received_new: number) =>
      checkAgainstTables(fillReport('2021', { requests: { received_new } }, { statements: [statement] }))[0]?.outcome
    expect([check(9999), check(12345), check(20001)]).toEqual(['failed', 'passed', 'failed'])
  })
})

describe('sentences against the table: whom a figure covers', () => {
  it('60 of the body itself beside 333 of the city is no conflict, and the evidence says why', () => {
    const own = { scope: '市政府本级', unit: '件' }
    const check = against({ key: 'requests_received.online', value: 39, text: '网上申请39件', at: [10, 18], ...own }, [
      { key: 'requests_received.mail', value: 21, text: '信函申请21件', ...own },
    ])
    expect(check?.outcome).toBe('not_applicable')
    expect(check?.evidence?.text).toMatch(/39.*333.*39 \+ 21 = 60.*市政府本级.*no conflict/)
    expect(check?.evidence?.places[0]).toEqual([10, 18])
    expect(check?.evidence?.cells).toContainEqual({ table: 'requests', row: 'received_new', column: 'total' })
  })

  it('a part may not be more than the whole, where both cover the same', () => {
    expect(against({ key: 'requests_received.online', value: 39, text: '网上申请39件' })?.outcome).toBe('passed')
    const check = against({ key: 'requests_received.online', value: 390, text: '网上申请390件' })
    expect(check?.outcome).toBe('failed')
    expect(check?.finding).toMatchObject({ expected: 333, observed: 390 })
  })

  it('a figure of another year is not compared', () => {
    const check = against({ key: 'requests_received', value: 8, period: '2019', text: '8件' })
    expect(check?.outcome).toBe('not_applicable')
    expect(check?.evidence?.text).toContain('2019')
  })
})

describe('a share whose whole the sentence does not name', () => {
  const shared = (percent: number): Check | undefined => {
    const share = { percent, base: null, text: `占比${percent}%`, at: [40, 46] as const }
    const statements = [
      { key: 'proactive_items', value: 1119, unit: '条', text: '1119条' },
      { key: 'items_published', value: 382, unit: '条', text: '382条', share },
    ]
    return checkPercentages(fillReport('2021', {}, { statements }))[0]
  }

  it('is confirmed by the one figure it is likely to be of, and never refuted by it', () => {
    // 382 / 1119 is 34.1 %
    expect(shared(34)?.outcome).toBe('passed')
    expect(shared(34)?.evidence?.text).toBe('382 of 1119 (1119条) is 34 %, 34 % is printed.')
    expect(shared(52)?.outcome).toBe('not_assessable')
  })
})

describe('year.sentences', () => {
  const outcome = (periods: readonly (string | null)[], year: number | null = 2021): string | undefined => {
    const statements = periods.map((period) => ({ key: 'requests_received', value: 3, period, text: '3件' }))
    return checkNarrativeYear(fillReport('2021', {}, { year, statements }))[0]?.outcome
  }

  it('fails only where several name one other year and none the reporting year', () => {
    expect(outcome(['2020', '2020'])).toBe('failed')
    expect(outcome(['2020', '2020', '2021'])).toBe('passed')
    expect(outcome(['2020'])).toBe('not_applicable')
    expect(outcome(['2020', '2019'])).toBe('not_applicable')
    expect(outcome(['2020', '2020'], null)).toBe('not_assessable')
    expect(outcome([null, '上半年'])).toBe('not_applicable')
  })
})

describe('every check', () => {
  it('that passed or could not be made says what it rests on, wherever there is something to say', () => {
    const head = { signed: '2022-01-20', period_start: '2021-01-01', period_end: '2021-12-31' }
    const report = fillReport('2021', { proactive: {}, requests: {}, remedies: { review: { total: 'blank' } } }, head)
    const silent = auditReport(report).filter(
      ({ outcome, evidence }) => (outcome === 'passed' || outcome === 'not_assessable') && evidence === undefined,
    )
    expect(silent.map(({ rule, subject }) => `${rule} ${subject}`)).toEqual([])
  })
})

const folder = new URL('../../shared/reports/seeds/', import.meta.url)

/** A real report; `null`, with a notice, where it is not on this machine. */
async function seed(id: string): Promise<Report | null> {
  const path = fileURLToPath(new URL(`${id}.txt`, folder))
  if (!existsSync(path)) {
    console.warn(`evidence: ${id} is not on this machine; nothing was compared`)
    return null
  }
  return (await analyseReport({ id, path, bytes: readFileSync(path) })).report
}

/** Read off the reports by hand. */
describe('the real reports', () => {
  const of = (report: Report, ...rules: string[]) => auditReport(report).filter(({ rule }) => rules.includes(rule))

  it('suining-etdz-2018: signed before its year ended; its parts and shares all confirmed', async () => {
    const report = await seed('suining-etdz-2018')
    if (report === null) return
    const [date] = of(report, 'date.signed_before_year_end')
    expect(date?.finding).toMatchObject({ expected: '2018-12-31', observed: '2018-02-15' })
    const shares = of(report, 'statements.percentage')
    expect(shares.map(({ outcome }) => outcome)).toEqual(Array(9).fill('passed'))
    expect(shares.map(({ evidence }) => evidence?.text.split(' (')[0])).toEqual([
      ...[72, 2, 4, 514, 13, 103, 31, 380].map((part) => `${part} of 1119`),
      '382 of 1119',
    ])
    const lists = of(report, 'statements.breakdown')
    expect(lists.map(({ outcome, evidence }) => `${outcome} ${evidence?.text.split(';')[0]}`)).toEqual([
      'passed 72 + 2 + 4 + 514 + 13 + 103 + 31 + 380 = 1119',
      'passed 3 + 6 = 9',
      // 代表建议3件(协办件2件) names one part of two
      'not_assessable 2 = 2',
      'not_assessable 4 = 4',
      'passed 3 + 6 = 9',
      'passed 1 + 2 = 3',
      'passed 1 + 5 = 6',
      'passed 2 + 103 + 95 + 70 + 35 + 24 + 17 + 36 = 382',
    ])
    for (const { evidence } of [...shares, ...lists]) expect(evidence?.places.length).toBeGreaterThan(1)
  })

  it('anqiu-edz-2020: the sentences about the five requests agree with the table', async () => {
    const report = await seed('anqiu-edz-2020')
    if (report === null) return
    const checks = of(report, 'statements.table')
    const requests = checks.filter(({ subject }) => /^(requests|answers)/.test(subject))
    expect(requests.map(({ subject, outcome }) => `${subject.replace(/ \d+$/, '')} ${outcome}`)).toEqual([
      'requests_received passed',
      'requests_received.online passed',
      'requests_received.mail passed',
      'requests_answered passed',
      'requests_on_time passed',
      'answers.already_public passed',
      'answers.granted passed',
      'answers.not_existing passed',
    ])
    const evidence = new Map(requests.map(({ subject, evidence: own }) => [subject.replace(/ \d+$/, ''), own?.text]))
    expect(evidence.get('requests_received')).toMatch(/申请5件, the table of requests 5\.$/)
    // one that was public already and three granted are the four of the table
    expect(evidence.get('answers.granted')).toMatch(/3件, the table of requests 4\. 3 \+ 1 = 4/)
  })

  it('taicang-city-2021: 60 of the government itself, about 350 and 333 of the city are no conflict', async () => {
    const report = await seed('taicang-city-2021')
    if (report === null) return
    const checks = of(report, 'statements.table')
    expect(checks.filter(({ outcome }) => outcome === 'failed')).toEqual([])
    const online = checks.find(({ subject }) => subject.startsWith('requests_received.online'))
    expect(online?.outcome).toBe('not_applicable')
    expect(online?.evidence?.text).toMatch(/333.*39 \+ 21 = 60.*市政府本级/)
    const city = checks.find(({ subject }) => subject.startsWith('requests_received '))
    expect(city?.outcome).toBe('passed')
    expect(city?.evidence?.text).toMatch(/350件, the table of requests 333\. The figure is approximate\.$/)
  })
})
