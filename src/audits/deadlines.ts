import { issuerEnding } from '../forms/issuers.js'
import { readReference } from '../forms/reference.js'
import type { Bilingual } from '../types.js'

/** Whose report it is, as article 49 divides them; `null` where the name does not tell. */
export type IssuerKind = 'government' | 'department'

interface Rule {
  readonly id: string
  readonly report_years: readonly [number, number | null]
  /** Month and day in the year after the reporting year, `MM-DD`. */
  readonly days: Readonly<Record<IssuerKind, string>>
  readonly citation: string
  readonly citation_zh: string
  readonly note: string
}

interface Deadlines {
  readonly source: string
  readonly note: string
  readonly rules: readonly Rule[]
}

/** The last days on which a report may be published, as ISO dates; the two are one where the issuer's kind is known. */
export interface Deadline {
  /** Published on or before this day, a report is in time whoever issued it. */
  readonly earliest: string
  /** Published after this day, a report is late whoever issued it. */
  readonly latest: string
  readonly citation: Bilingual
}

function deadlines(): Deadlines {
  return readReference<Deadlines>('deadlines.json', 'deadlines')
}

/**
 * The statutory day of a report on `year`, read from `data/reference/deadlines.json`; `null` for years before the first
 * rule. Departments and governments differ since the reports on 2019; where the kind is unknown, `earliest` and `latest`
 * are the two days.
 *
 * @example
 * deadlineFor(2020, 'department').latest // '2021-01-31'
 */
export function deadlineFor(year: number, kind: IssuerKind | null): Deadline | null {
  const rule = deadlines().rules.find(
    ({ report_years: [first, last] }) => first <= year && (last === null || year <= last),
  )
  if (rule === undefined) return null
  const days = kind === null ? Object.values(rule.days).sort() : [rule.days[kind]]
  const on = (day: string | undefined): string => `${year + 1}-${day}`
  return { earliest: on(days[0]), latest: on(days.at(-1)), citation: { en: rule.citation, zh: rule.citation_zh } }
}

/**
 * The kind of issuer, as article 49 divides them, told by the longest ending of its name that `data/reference/issuers.json`
 * lists; `null` where no ending tells it (a town, a development zone, a government's office, a name cut short). Names are
 * expected in Simplified characters.
 *
 * @example
 * issuerKind('某某市财政局') // 'department'
 */
export function issuerKind(issuer: string | null): IssuerKind | null {
  return issuer === null ? null : (issuerEnding(issuer)?.article_49 ?? null)
}
