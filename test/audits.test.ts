import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkLate, checkSignedBeforeYearEnd, checkYears } from '../src/audits/dates.js'
import { auditReport, auditRules, deadlineFor, findingsOf, issuerKind, ruleSummary } from '../src/audits/index.js'
import { checkFormYear, checkSections, checkTables } from '../src/audits/structure.js'
import { readReference, schemaProblems } from '../src/forms/reference.js'
import { sectionKinds } from '../src/forms/vocabulary.js'
import type { Check } from '../src/types.js'
import { notChinese } from './support/chinese.js'
import { fillReport, fromFragment } from './support/report.js'

const AUDITS = new URL('../src/audits/', import.meta.url)

interface Fragment {
  readonly rule: string
  readonly tag: 'passes' | 'fails'
  readonly fragment: Record<string, unknown>
}

/** The fragments in the docstrings of the rules: `@rule id`, then one `@passes {…}` and one `@fails {…}`. */
function fragments(): Fragment[] {
  const sources = readdirSync(AUDITS)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(new URL(file, AUDITS), 'utf8'))
  let rule = ''
  return sources.flatMap((source) =>
    [...source.matchAll(/^ \* @(rule|passes|fails) (.+)$/gm)].flatMap(([, tag = '', rest = '']): Fragment[] => {
      if (tag === 'rule') rule = rest
      return tag === 'passes' || tag === 'fails'
        ? [{ rule, tag, fragment: JSON.parse(rest) as Record<string, unknown> }]
        : []
    }),
  )
}

function outcomes(checks: readonly Check[]): string[] {
  return checks.map((check) => check.outcome)
}

describe('the docstrings of the rules', () => {
  it('show one fragment that passes and one that fails, for every rule', () => {
    const shown = fragments().map(({ rule, tag }) => `${rule} ${tag}`)
    const wanted = auditRules().flatMap(({ id }) => [`${id} passes`, `${id} fails`])
    expect(shown.sort()).toEqual(wanted.sort())
  })

  it.each(fragments())('$rule $tag', ({ rule, tag, fragment }) => {
    const checks = auditReport(fromFragment(fragment)).filter((check) => check.rule === rule)
    expect(outcomes(checks)).toContain(tag === 'passes' ? 'passed' : 'failed')
    if (tag === 'passes') expect(outcomes(checks)).not.toContain('failed')
  })

  it.each(fragments())('$rule $tag: what all rules say of it in Chinese is Chinese', ({ fragment }) => {
    const report = fromFragment(fragment)
    const checks = auditReport(report)
    const ofReport = [...report.sections.map(({ heading }) => heading), ...report.statements.map(({ text }) => text)]
    expect(checks.some(({ finding, evidence }) => finding !== null || evidence !== undefined)).toBe(true)
    expect(checks.flatMap((check) => notChinese(check, ofReport))).toEqual([])
  })
})

describe('a report without any statutory table', () => {
  const found = (check: typeof checkTables, year: number | null) =>
    check(fillReport('legacy', {}, { year, sections: [] })).map(({ outcome, finding }) => finding?.severity ?? outcome)

  it.each([
    [2024, 'warning'],
    [2020, 'warning'],
    // 国办公开办函〔2019〕60号 encouraged the format for 2019.
    [2019, 'info'],
    [2018, 'not_applicable'],
    [null, 'not_assessable'],
  ])('on %s: %s', (year, expected) => {
    expect(found(checkTables, year)).toEqual([expected, expected, expected])
    expect(new Set(found(checkSections, year))).toEqual(new Set([expected]))
  })

  it('names the form prescribed for its year', () => {
    const [check] = checkTables(fillReport('legacy', {}, { year: 2020 }))
    expect(check?.finding?.message).toContain('国办公开办函〔2019〕60号')
  })
})

describe('date.signed_before_year_end', () => {
  const outcome = (head: object): string | undefined =>
    checkSignedBeforeYearEnd(fillReport('2019', {}, head))[0]?.outcome

  it('fails up to 30 December of the reporting year and passes from 31 December', () => {
    expect(outcome({ year: 2020, signed: '2020-12-30' })).toBe('failed')
    expect(outcome({ year: 2020, signed: '2020-12-31' })).toBe('passed')
    expect(outcome({ year: 2020, signed: '2021-01-01' })).toBe('passed')
  })

  it('tells no date, a damaged date and an unknown year apart', () => {
    expect(outcome({ year: 2020 })).toBe('not_applicable')
    expect(outcome({ year: 2020, damaged: 'signed' })).toBe('not_assessable')
    expect(outcome({ year: null, signed: '2021-01-25' })).toBe('not_assessable')
  })

  it('points at the date', () => {
    const [check] = checkSignedBeforeYearEnd(fillReport('legacy', {}, { signed: '2018-02-15' }))
    expect(check?.finding).toMatchObject({ expected: '2018-12-31', observed: '2018-02-15', at: [9040, 9050] })
  })
})

describe('date.late (article 49: departments 31 January, governments 31 March)', () => {
  const late = (signed: string, issuer: string, year = 2021): string | undefined =>
    checkLate(fillReport('2021', {}, { year, signed, issuer }))[0]?.outcome

  it.each([
    ['某某市财政局', '2022-01-31', 'passed'],
    ['某某市财政局', '2022-02-01', 'failed'],
    ['某某市人民政府', '2022-03-31', 'passed'],
    ['某某市人民政府', '2022-04-01', 'failed'],
    ['某某开发区管理委员会', '2022-01-31', 'passed'],
    ['某某开发区管理委员会', '2022-02-01', 'not_assessable'],
    ['某某开发区管理委员会', '2022-03-31', 'not_assessable'],
    ['某某开发区管理委员会', '2022-04-01', 'failed'],
  ])('%s on %s: %s', (issuer, signed, expected) => {
    expect(late(signed, issuer)).toBe(expected)
  })

  it('before the reports on 2019 there is one day for all, 31 March (Order No. 492, article 31)', () => {
    expect(late('2019-03-31', '某某市财政局', 2018)).toBe('passed')
    expect(late('2019-04-01', '某某', 2018)).toBe('failed')
    expect(late('2008-03-01', '某某市财政局', 2007)).toBe('not_applicable')
  })

  it('the caller may know the kind of issuer better than its name tells', () => {
    const report = fillReport('2021', {}, { signed: '2022-02-15', issuer: '某某镇人民政府' })
    expect(checkLate(report)[0]?.outcome).toBe('not_assessable')
    expect(checkLate(report, 'department')[0]?.outcome).toBe('failed')
    const [check] = auditReport(report, { issuerKind: 'government' }).filter(({ rule }) => rule === 'date.late')
    expect(check?.outcome).toBe('passed')
  })

  it('uses the date of publication where none is signed, and says what it may be', () => {
    const [check] = checkLate(fillReport('2021', {}, { published: '2024-05-06' }))
    expect(check?.subject).toBe('published')
    expect(check?.finding?.message).toMatch(/was published on 2024-05-06.*may be that of the migration/)
    const [signed] = checkLate(fillReport('2021', {}, { signed: '2022-04-06', published: '2022-01-01' }))
    expect(signed?.finding?.observed).toBe('2022-04-06')
    expect(signed?.finding?.message).not.toContain('migration')
  })

  it('sets an impossible or damaged signing date aside; then publication can only show that it was in time', () => {
    const impossible = { year: 2021, signed: '2021-02-15' }
    expect(checkLate(fillReport('2021', {}, impossible))[0]?.outcome).toBe('not_assessable')
    expect(checkLate(fillReport('2021', {}, { ...impossible, published: '2022-01-20' }))[0]?.outcome).toBe('passed')
    expect(checkLate(fillReport('2021', {}, { ...impossible, published: '2024-12-22' }))[0]?.outcome).toBe(
      'not_assessable',
    )
    const damaged = { damaged: 'signed', published: '2024-12-22' } as const
    expect(checkLate(fillReport('2021', {}, damaged))[0]?.outcome).toBe('not_assessable')
    expect(checkLate(fillReport('2021', {}, { published: '2021-06-01' }))[0]?.outcome).toBe('not_assessable')
  })

  it('without a date or a year the duty stands, but cannot be assessed', () => {
    expect(checkLate(fillReport('2021'))[0]?.outcome).toBe('not_assessable')
    expect(checkLate(fillReport('2021', {}, { year: null, signed: '2022-01-01' }))[0]?.outcome).toBe('not_assessable')
  })

  it('reads days and kinds of issuer from data', () => {
    expect(deadlineFor(2020, null)).toMatchObject({ earliest: '2021-01-31', latest: '2021-03-31' })
    expect(deadlineFor(2020, 'government')).toMatchObject({ earliest: '2021-03-31', latest: '2021-03-31' })
    expect(issuerKind('某某县人民政府')).toBe('government')
    expect(issuerKind('某某市发展和改革委员会')).toBe('department')
    for (const open of ['某某乡人民政府', '某某市人民政府办公厅', '某某市公安局某某分局', '某某市', null]) {
      expect(issuerKind(open)).toBeNull()
    }
  })
})

describe('year.mismatch', () => {
  const checks = (head: object): Check[] => checkYears(fillReport('2021', {}, { year: 2021, ...head }))

  it('compares every printed start and end of the period and the signature with the title', () => {
    const right = { period_start: '2021-01-01', period_end: '2021-12-31', signed: '2022-01-10' }
    expect(checks(right).map(({ subject, outcome }) => `${subject} ${outcome}`)).toEqual([
      'period_start passed',
      'period_end passed',
      'signed passed',
    ])
    const wrong = checks({ ...right, period_end: '2020-12-31', signed: '2023-01-10' })
    expect(outcomes(wrong)).toEqual(['passed', 'failed', 'failed'])
    expect(wrong[1]?.finding).toMatchObject({ expected: 2021, observed: 2020, at: [9020, 9030] })
    expect(wrong[2]?.finding).toMatchObject({ expected: 2022, observed: 2023 })
  })

  it('leaves a signature before the year’s end to the other rule: one misprint, one finding', () => {
    const report = fillReport('2021', {}, { year: 2021, signed: '2021-02-15' })
    const rules = findingsOf(auditReport(report)).map(({ rule }) => rule)
    expect(rules.filter((rule) => /^(date|year)\./.test(rule))).toEqual(['date.signed_before_year_end'])
  })

  it('tells no date, a damaged date and an unknown year apart', () => {
    expect(outcomes(checks({}))).toEqual(['not_applicable'])
    expect(outcomes(checks({ damaged: 'period_start' }))).toEqual(['not_assessable'])
    const fromPeriod = { yearBasis: 'period', period_start: '2021-01-01', period_end: '2022-12-31' }
    expect(outcomes(checks(fromPeriod))).toEqual(['not_applicable', 'failed'])
    expect(outcomes(checks({ year: null, signed: '2022-01-10' }))).toEqual(['not_assessable'])
  })
})

describe('form.wrong_year', () => {
  it.each([
    // report_years of the forms: 2019–2020 and 2021 onwards
    ['2019', 2018, 'failed', null],
    ['2019', 2019, 'passed', null],
    ['2019', 2020, 'passed', null],
    ['2019', 2021, 'failed', '2021'],
    ['2021', 2020, 'failed', '2019'],
    ['2021', 2025, 'passed', null],
  ])('the %s form in a report on %i: %s', (form, year, expected, edition) => {
    const check = checkFormYear(fillReport(form, { requests: {} }, { year })).find(
      ({ subject }) => subject === 'requests',
    )
    expect(check?.outcome).toBe(expected)
    if (expected === 'failed')
      expect(check?.finding).toMatchObject({ expected: edition, observed: form, at: [2000, 2001] })
  })

  it('looks at each table by its own edition; tables that are not there and old reports are not applicable', () => {
    const mixed = fillReport('2021', { proactive: {}, requests: {} }, { forms: { requests: '2019' } })
    expect(outcomes(checkFormYear(mixed))).toEqual(['passed', 'failed', 'not_applicable'])
    expect(new Set(outcomes(checkFormYear(fillReport('legacy'))))).toEqual(new Set(['not_applicable']))
    expect(checkFormYear(fillReport('2021', { requests: {} }, { year: null }))[1]?.outcome).toBe('not_assessable')
  })
})

describe('section.missing and table.missing', () => {
  it('name each of the six sections that is not there; a table does not make up for its section', () => {
    const report = fillReport('2021', { requests: {} }, { sections: ['overview', 'remedies', 'unclassified'] })
    const missing = findingsOf(checkSections(report))
    expect(missing.map(({ expected }) => expected)).toEqual(['proactive', 'requests', 'problems', 'other'])
    expect(new Set(missing.map(({ severity, at }) => `${severity} ${at}`))).toEqual(new Set(['warning null']))
  })

  it('is mild for the reports on 2019, for which the format was encouraged', () => {
    const [finding] = findingsOf(checkSections(fillReport('2019', {}, { year: 2019, sections: [] })))
    expect(finding?.severity).toBe('info')
    expect(finding?.message).toContain('encouraged')
  })

  it('an empty table is there, an absent one is missing', () => {
    const blank = {
      review: { upheld: 'blank', corrected: 'blank', other: 'blank', pending: 'blank', total: 'blank' },
    } as const
    const report = fillReport('2021', { proactive: {}, remedies: blank })
    expect(outcomes(checkTables(report))).toEqual(['passed', 'failed', 'passed'])
  })

  it('do not apply to old reports', () => {
    const old = fillReport('legacy', {}, { sections: [] })
    expect(outcomes([...checkSections(old), ...checkTables(old)])).toEqual(Array(9).fill('not_applicable'))
  })
})

describe('auditReport', () => {
  const sound = fillReport('2021', { proactive: {}, requests: {}, remedies: {} }, { signed: '2022-01-20' })

  it('finds nothing in a sound report, and every rule answers at least once for any report, once a subject', () => {
    expect(findingsOf(auditReport(sound))).toEqual([])
    for (const report of [sound, fillReport('2019'), fillReport('legacy'), fillReport('2021', {}, { year: null })]) {
      const checks = auditReport(report)
      expect(new Set(checks.map(({ rule }) => rule))).toEqual(new Set(auditRules().map(({ id }) => id)))
      expect(new Set(checks.map(({ rule, subject }) => `${rule} ${subject}`)).size).toBe(checks.length)
    }
  })

  it('a finding carries its rule and no higher severity than the rule states; only failed checks have one', () => {
    const bad = fillReport(
      '2019',
      { requests: { granted: 1 } },
      { year: 2023, sections: [], signed: '2025-01-01', period_end: '2022-12-31' },
    )
    const checks = auditReport(bad)
    const order = ['info', 'warning', 'error']
    for (const check of checks) {
      expect(check.finding === null).toBe(check.outcome !== 'failed')
      if (check.finding === null) continue
      expect(check.finding.rule).toBe(check.rule)
      const stated = auditRules().find(({ id }) => id === check.rule)?.severity ?? ''
      expect(order.indexOf(check.finding.severity)).toBeLessThanOrEqual(order.indexOf(stated))
    }
    // by hand: one request granted, but none concluded; a report on 2023 in the form of 2019, signed in 2025
    expect([...new Set(findingsOf(checks).map(({ rule }) => rule))]).toEqual([
      'requests.concluded_sum',
      'date.late',
      'year.mismatch',
      'form.wrong_year',
      'section.missing',
      'table.missing',
    ])
  })

  it('checks each table of a mixed report by its own edition', () => {
    const mixed = fillReport(
      '2021',
      { requests: { other: 1, concluded_total: 1, received_new: 1 } },
      { forms: { requests: '2019' } },
    )
    const identities = findingsOf(auditReport(mixed)).filter(({ rule }) => rule.startsWith('requests.'))
    expect(identities).toEqual([])
  })
})

describe('ruleSummary', () => {
  it('counts outcomes a rule, shows rules never tried, and adds up', () => {
    const empty = ruleSummary([])
    expect(empty.map(({ rule }) => rule)).toEqual(auditRules().map(({ id }) => id))
    expect(empty.every(({ checks }) => checks === 0)).toBe(true)
    const checks = auditReport(fillReport('2021', { requests: { received_new: 1 } }))
    const rows = ruleSummary(checks)
    // by hand: received 1 against concluded 0 in the two columns natural_person and total, 7 columns in all
    expect(rows[0]).toEqual({
      rule: 'requests.balance',
      checks: 7,
      passed: 5,
      failed: 2,
      not_applicable: 0,
      not_assessable: 0,
    })
    expect(rows.reduce((sum, row) => sum + row.checks, 0)).toBe(checks.length)
  })
})

describe('the reference data of the audits', () => {
  it('asks for the sections that sections.json calls statutory', () => {
    const { sections } = readReference<{ sections: { key: string }[] }>('contents.json', 'contents')
    const statutory = sectionKinds().filter((kind) => kind.statutory)
    expect(sections.map(({ key }) => key).sort()).toEqual(statutory.map(({ key }) => key).sort())
  })

  it.each(['deadlines', 'contents'])('%s.json fits its schema, and its schema refuses a misspelt entry', (name) => {
    const data = readReference<object>(`${name}.json`, name)
    expect(schemaProblems({ ...data, sauce: '' }, name)).toEqual([
      'the file: the entry "sauce" is not known here (misspelt?)',
    ])
  })
})
