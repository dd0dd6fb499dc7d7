import { struck } from './faults.js'
import type { OfficeYear } from './population.js'
import type { Random } from './random.js'
import { settings } from './settings.js'
import type { Planted } from './truth.js'

export interface SyntheticHead {
  readonly title: string
  readonly period: string
  readonly signed: string
  readonly signedISO: string
  readonly planted: readonly Planted[]
}

/** Title, period and signature date of a report, with the faults put into them. */
export function headOf(random: Random, { issuer, year }: OfficeYear): SyntheticHead {
  const planted: Planted[] = []
  const title = random.pick([
    `${issuer}${year}年政府信息公开工作年度报告`,
    `${issuer}${year}年度政府信息公开工作年度报告`,
    `${year}年${issuer}政府信息公开工作年度报告`,
  ])
  let period = year
  if (struck(random, 'year_conflict')) {
    period = year - 1
    planted.push({ fault: 'year_conflict', title: year, period })
  }
  let date: readonly [number, number, number] = [year + 1, 1, random.int(5, 30)]
  if (struck(random, 'late_date')) {
    date = [year + 1, random.int(4, 6), random.int(1, 30)]
    planted.push({ fault: 'late_date', date: iso(date) })
  } else if (struck(random, 'signed_before_year_end')) {
    date = [year, 12, random.int(1, 30)]
    planted.push({ fault: 'signed_before_year_end', date: iso(date) })
  }
  return {
    title,
    period: settings().preamble.replaceAll('{period_year}', String(period)),
    signed: `${date[0]}年${date[1]}月${date[2]}日`,
    signedISO: iso(date),
    planted,
  }
}

function iso([year, month, day]: readonly [number, number, number]): string {
  return [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}
