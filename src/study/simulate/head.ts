import { deadlineFor, issuerKind } from '../../audits/deadlines.js'
import { struck } from './faults.js'
import type { OfficeYear } from './population.js'
import { type Random, randomOf } from './random.js'
import { settings } from './settings.js'
import type { Planted } from './truth.js'

export interface SyntheticHead {
  readonly title: string
  readonly period: string
  readonly signed: string
  readonly signedISO: string
  readonly planted: readonly Planted[]
}

type Day = readonly [year: number, month: number, day: number]

/** Title, period and signature date of a report, with the faults put into them. */
export function headOf(seed: string, { issuer, year, original, rates }: OfficeYear): SyntheticHead {
  const random = randomOf(seed, 'head', original)
  const planted: Planted[] = []
  const title = random.pick([
    `${issuer}${year}年政府信息公开工作年度报告`,
    `${issuer}${year}年度政府信息公开工作年度报告`,
    `${year}年${issuer}政府信息公开工作年度报告`,
  ])
  const period = { start: year, end: year }
  const lateBy = struck(random, rates, 'late_date')
  const early = struck(random, rates, 'signed_before_year_end')
  if (struck(random, rates, 'year_conflict')) {
    const wrong = random.pick([['start'], ['end'], ['start', 'end']] as const)
    const instead = year - 1
    for (const side of wrong) period[side] = instead
    planted.push({ fault: 'year_conflict', title: year, period: { ...period } })
  }
  const usual: Day = [year + 1, 1, random.int(5, 30)]
  const [last, before] = [late(random, issuer, year), [year, 12, random.int(1, 30)] as const]
  const date = lateBy ? last : early ? before : usual
  if (lateBy) planted.push({ fault: 'late_date', date: iso(date), deadline: deadlineOf(issuer, year) })
  else if (early) planted.push({ fault: 'signed_before_year_end', date: iso(date) })
  return {
    title,
    period: settings().preamble.replace('{start}', String(period.start)).replace('{end}', String(period.end)),
    signed: `${date[0]}年${date[1]}月${date[2]}日`,
    signedISO: iso(date),
    planted,
  }
}

/** A day after the one the law gives this issuer; for a department that may be a day on which a government is in time. */
function late(random: Random, issuer: string, year: number): Day {
  const month = Number(deadlineOf(issuer, year)?.slice(5, 7) ?? 3)
  return [year + 1, random.int(month + 1, month + 3), random.int(1, 28)]
}

/** The last day on which this issuer's report is in time, whatever it is taken for. */
function deadlineOf(issuer: string, year: number): string | null {
  return deadlineFor(year, issuerKind(issuer))?.latest ?? null
}

function iso([year, month, day]: Day): string {
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}
