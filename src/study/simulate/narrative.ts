import { struck } from './faults.js'
import type { Marks } from './marks.js'
import type { OfficeYear } from './population.js'
import { type Random, randomOf } from './random.js'
import { sectionFive, type ToldItem } from './section-five.js'
import { type SentenceTemplate, settings } from './settings.js'
import { BUSY, statementValues } from './statement-values.js'
import type { Planted, TrueStatement } from './truth.js'

export type ToldStatement = Omit<TrueStatement, 'at' | 'text'> & { readonly mark: string }

export interface Narrative {
  readonly overview: readonly string[]
  readonly problems: readonly string[]
  readonly other: readonly string[]
  readonly statements: readonly ToldStatement[]
  readonly items: readonly ToldItem[]
  /** Whether the tables beside these words are to print nothing but noughts. */
  readonly zeroTables: boolean
  readonly planted: readonly Planted[]
}

/** A body that received fewer requests is not busy. */
const BUSY_FROM = 5

/** The words of a report: sentences with figures, and section five; what they state is told beside them. */
export function narrate(seed: string, office: OfficeYear, marks: Marks): Narrative {
  const random = randomOf(seed, 'words', office.original)
  const { lost, form, original, passage, rates } = office
  const isTold = (section: string) => lost?.section !== section
  const { values, statements, sentence, planted } = teller(seed, random, office, marks)
  const struckNought = struck(randomOf(seed, 'zero tables', original), rates, 'zero_tables')
  const said = values.get(BUSY) ?? 0
  const zeroTables = struckNought && form !== null && isTold('overview') && said >= BUSY_FROM
  const told = (section: SentenceTemplate['section']) =>
    settings()
      .sentences.filter((each) => each.section === section)
      .flatMap((each) => {
        const due = random.chance(each.chance) || (zeroTables && each.text.includes(`{${BUSY}|`))
        return due && isTold(section) ? [sentence(each)] : []
      })
      .filter((text) => text !== '')
  const overview = told('overview')
  const other = told('other')
  const five = sectionFive(randomOf(seed, 'section five', passage), marks)
  const isSeen = (key: unknown) => statements.some((statement) => statement.key === key && statement.value > 0)
  const isNamed = statements.some(({ period }) => period !== null)
  const seen = planted.filter(({ fault, key }) => (fault === 'stale_year' ? isNamed : isSeen(key)))
  if (zeroTables) seen.push({ fault: 'zero_tables', tables: Object.keys(form.tables), key: BUSY, said })
  if (lost !== null) seen.push({ fault: lost.heading ? 'empty_section' : 'missing_section', section: lost.section })
  return {
    overview,
    problems: isTold('problems') ? five.paragraphs : [],
    other,
    statements,
    items: isTold('problems') ? five.items : [],
    zeroTables,
    planted: seen,
  }
}

function teller(seed: string, random: Random, office: OfficeYear, marks: Marks) {
  const { values, percentOf, planted } = statementValues(random, office)
  const { named, stale, year } = yearsNamed(seed, office)
  planted.push(...stale)
  const statements: ToldStatement[] = []
  const sentence = ({ text, none }: SentenceTemplate): string => {
    const first = /\{~?([a-z_.]+)\|/.exec(text)?.[1]
    const chosen = none !== undefined && first !== undefined && (values.get(first) ?? 0) === 0 ? none : text
    const scope = /\{(?:scope|when)\}/.test(chosen) ? office.unit.scope : null
    const period = chosen.includes('{when}') && named() ? String(year) : null
    const tell = (key: string, unit: string, value: number, approximate: boolean, text: string) => {
      const mark = `statement/${statements.length}`
      statements.push({ key, value, unit, approximate, scope, period, part_of: wholeOf(key), mark })
      return marks.around(mark, text)
    }
    return chosen.replace(/\{([^}]+)\}/g, (_, inside: string) => {
      if (inside === '#') return String(random.int(2, 90))
      if (inside === 'year') return String(year)
      if (inside === 'when') return period === null ? `${scope}全年` : `${period}年，${scope}`
      if (inside === 'issuer') return office.issuer
      if (inside === 'scope') return office.unit.scope
      if (inside.startsWith('%')) return percentOf(inside.slice(1))
      const [name = '', unit = '', words] = inside.replace(/^(?:~|0:)/, '').split('|')
      if (words !== undefined) return tell(name, unit, 0, false, words)
      const value = values.get(name) ?? 0
      if (!inside.startsWith('~')) return tell(name, unit, value, false, `${value}${unit}`)
      const rounded = Math.max(10, Math.round(value / 10) * 10)
      return `约${tell(name, unit, rounded, true, `${rounded}${unit}`)}`
    })
  }
  return { values, statements, sentence, planted }
}

/** The year that sentences name, if they name one: the report's or, planted, in all of them that of the year before. */
function yearsNamed(seed: string, { original, rates, year }: OfficeYear) {
  const random = randomOf(seed, 'years named', original)
  const isStale = struck(random, rates, 'stale_year')
  const told = isStale ? year - 1 : year
  const stale: Planted[] = isStale ? [{ fault: 'stale_year', told, year }] : []
  const share = settings().names_year
  return {
    year: told,
    named: () => random.chance(share) || isStale,
    stale,
  }
}

/** The statement that this one is a part of, where both stand in a sentence. */
function wholeOf(key: string): string | null {
  const { breakdowns, statement_shares } = settings()
  return Object.entries(breakdowns).find(([, parts]) => parts.includes(key))?.[0] ?? statement_shares[key] ?? null
}
