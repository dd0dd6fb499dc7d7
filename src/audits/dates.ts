import { isoDay, named, said, sentences } from '../forms/words.js'
import type { Bilingual, Check, DateMention, Evidence, Place, Report, ReportHead } from '../types.js'
import { evidence, failed, settled } from './check.js'
import { deadlineFor, type IssuerKind, issuerKind } from './deadlines.js'

/**
 * Was the report signed before the year it covers had ended? Such a date is impossible and mostly a misprint of the
 * year. Fails for a signing date before 31 December of the reporting year; `not_assessable` where the year is unknown or
 * the date is damaged in print; `not_applicable` where no signing date is printed. Severity `error`: the report
 * contradicts itself. Ground: article 49 (a report covers the past year).
 *
 * @rule date.signed_before_year_end
 * @passes { "form": "2019", "year": 2020, "signed": "2021-01-25" }
 * @fails { "form": "2019", "year": 2020, "signed": "2020-01-25" }
 *
 * @example
 * checkSignedBeforeYearEnd(report)[0].outcome // 'passed'
 */
export function checkSignedBeforeYearEnd(report: Report): Check[] {
  const rule = 'date.signed_before_year_end'
  const { year } = report.report
  const signed = signature(report)
  if (signed === null) return [settled(rule, 'signed', 'not_applicable')]
  if (year === null || signed.value === null) return [settled(rule, 'signed', 'not_assessable', unread(year, signed))]
  const day = isoDay(signed.value)
  if (!isBeforeYearEnd(signed.value, year)) {
    const text = said('date.signed_before_year_end.passed', { day, year })
    return [settled(rule, 'signed', 'passed', evidence(text, [], [signed.at]))]
  }
  return [
    failed(rule, 'signed', {
      severity: 'error',
      message: said('date.signed_before_year_end.failed', { day, year }),
      cells: [],
      expected: `${year}-12-31`,
      observed: signed.value,
      at: signed.at,
    }),
  ]
}

/**
 * Was the report published after the statutory day? Since the reports on 2019 that is 31 January for departments and 31
 * March for governments (article 49), before that 31 March for all; the days are data (`data/reference/deadlines.json`).
 *
 * The signing date is used or, where none is printed, the date of publication; `subject` and message say which. The date
 * of publication on a migrated page may be that of the migration. A signing date that is damaged or impossible (before
 * the year's end) is set aside, and then the date of publication can only show that the report was in time.
 *
 * `not_assessable`: no date is printed (the duty stands), the reporting year is unknown, or the date lies between the two
 * days and the issuer's name does not tell a government from a department. `not_applicable`: a year before the first
 * rule. Severity `warning`.
 *
 * @rule date.late
 * @passes { "form": "2021", "year": 2022, "issuer": "某某市财政局", "signed": "2023-01-31" }
 * @fails { "form": "2021", "year": 2022, "issuer": "某某市财政局", "signed": "2023-02-01" }
 *
 * @param kind the issuer's kind, where the caller knows it; else it is told from the issuer's name.
 *
 * @example
 * checkLate(report, 'department')[0].outcome // 'passed'
 */
export function checkLate(report: Report, kind: IssuerKind | null = issuerKind(report.report.issuer)): Check[] {
  const rule = 'date.late'
  const { year } = report.report
  const deadline = year === null ? null : deadlineFor(year, kind)
  const signed = signature(report)
  const used = isUsable(signed, year) ? signed : firstMention(report, 'published')
  const subject = used?.kind ?? 'no date'
  if (year !== null && deadline === null) return [settled(rule, subject, 'not_applicable')]
  if (deadline === null || !isUsable(used, year)) return [settled(rule, subject, 'not_assessable', unread(year, used))]
  const [date, day] = [named('date', used.kind), isoDay(used.value)]
  const [earliest, latest] = [isoDay(deadline.earliest), isoDay(deadline.latest)]
  const basis = (why: Bilingual) => evidence(said('date.late.basis', { date, day, why }), [], [used.at])
  if (used.value <= deadline.earliest)
    return [settled(rule, used.kind, 'passed', basis(said('date.late.due', { due: earliest })))]
  const isDoubtful = signed !== null && used !== signed
  if (used.value <= deadline.latest || isDoubtful) {
    const why = isDoubtful ? said('date.late.doubtful') : said('date.late.which', { earliest, latest })
    return [settled(rule, used.kind, 'not_assessable', basis(why))]
  }
  const { citation } = deadline
  const late = said('date.late.failed', { year: year ?? '', date, verb: used.kind, day, due: latest, citation })
  return [
    failed(rule, used.kind, {
      severity: 'warning',
      message: sentences(late, used.kind === 'published' ? said('date.late.migrated') : null),
      cells: [],
      expected: deadline.latest,
      observed: used.value,
      at: used.at,
    }),
  ]
}

/**
 * Do title, period and signature speak of one year? Compares the reporting year with the year of each printed start and
 * end of the period, and with the year of the signing date, which must be the next one. One check a date; `subject` is
 * the kind of date (the second of a kind has ` 2` after it). A signing date before the year's end is left to
 * `date.signed_before_year_end` (`not_applicable` here), so that one misprint is not counted twice. `not_assessable`
 * where the year is unknown or the date is damaged; `not_applicable` where no such date is printed, and for a period from
 * which the reporting year itself was told. Severity `error`.
 *
 * @rule year.mismatch
 * @passes { "form": "2021", "year": 2021, "period_start": "2021-01-01", "period_end": "2021-12-31", "signed": "2022-01-20" }
 * @fails { "form": "2021", "year": 2021, "period_start": "2020-01-01", "period_end": "2021-12-31", "signed": "2022-01-20" }
 *
 * @example
 * checkYears(report).map((check) => check.subject) // ['period_start', 'period_end', 'signed']
 */
export function checkYears(report: Report): Check[] {
  const rule = 'year.mismatch'
  const period = report.report.dates.filter(({ kind }) => kind === 'period_start' || kind === 'period_end')
  const signed = signature(report)
  const mentions = signed === null ? period : [...period, signed]
  if (mentions.length === 0) return [settled(rule, 'no date', 'not_applicable')]
  return mentions.map((mention, index) => {
    const earlier = mentions.slice(0, index).filter(({ kind }) => kind === mention.kind).length
    return compareYear(rule, earlier === 0 ? mention.kind : `${mention.kind} ${earlier + 1}`, report.report, mention)
  })
}

function compareYear(rule: string, subject: string, head: ReportHead, { kind, value, at }: Mention): Check {
  const { year, yearBasis } = head
  if (year === null || value === null) return settled(rule, subject, 'not_assessable', unread(year, { value, at }))
  if (kind === 'signed' && isBeforeYearEnd(value, year)) return settled(rule, subject, 'not_applicable')
  const printed = Number(value.slice(0, 4))
  const isRight = kind === 'signed' ? printed <= year + 1 : printed === year
  const name = named('date', kind)
  const date = { ...name, en: name.en.toLowerCase() }
  const told = { year, basis: named('basis', yearBasis ?? 'title'), date, day: isoDay(value) }
  const basis = evidence(said('year.mismatch.passed', told), [], [at])
  const isSame = kind !== 'signed' && yearBasis === 'period'
  if (isRight) return settled(rule, subject, isSame ? 'not_applicable' : 'passed', basis)
  const expected = kind === 'signed' ? year + 1 : year
  return failed(rule, subject, {
    severity: 'error',
    message: said('year.mismatch.failed', { ...told, expected }),
    cells: [],
    expected,
    observed: printed,
    at,
  })
}

/** Why a date says nothing. */
function unread(year: number | null, mention: Pick<Mention, 'value' | 'at'> | null): Evidence {
  if (mention === null) return evidence(said('date.none'), [], [])
  if (year === null) return evidence(said('year.unknown'), [], [mention.at])
  const why =
    mention.value === null ? said('date.damaged') : said('date.impossible', { day: isoDay(mention.value), year })
  return evidence(why, [], [mention.at])
}

interface Mention {
  readonly kind: DateMention['kind']
  /** ISO date, or `null` where the print is damaged. */
  readonly value: string | null
  readonly at: Place | null
}

function signature(report: Report): Mention | null {
  return firstMention(report, 'signed')
}

/** The head's date of this kind with its place; a damaged one has no value; `null` where none is printed. */
function firstMention(report: Report, kind: 'signed' | 'published'): Mention | null {
  const mentions = report.report.dates.filter((date) => date.kind === kind)
  const value = report.report[kind]
  const first = mentions.find((date) => date.value === value) ?? mentions[0]
  if (value === null && first === undefined) return null
  return { kind, value: value ?? first?.value ?? null, at: first?.at ?? null }
}

function isUsable(mention: Mention | null, year: number | null): mention is Mention & { readonly value: string } {
  return mention?.value != null && (year === null || !isBeforeYearEnd(mention.value, year))
}

/** The reporting year ends on 31 December; a report signed that day is not before its end. */
function isBeforeYearEnd(date: string, year: number): boolean {
  return date < `${year}-12-31`
}
