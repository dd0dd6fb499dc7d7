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
  const { values, statements, sentence, planted } = teller(random, office, marks)
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
  const seen = planted.filter(({ key }) => statements.some((statement) => statement.key === key && statement.value > 0))
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

function teller(random: Random, office: OfficeYear, marks: Marks) {
  const { values, percentOf, planted } = statementValues(random, office)
  const statements: ToldStatement[] = []
  const tell = (key: string, unit: string, value: number, approximate: boolean, scope: string | null, text: string) => {
    const mark = `statement/${statements.length}`
    statements.push({ key, value, unit, approximate, scope, mark })
    return marks.around(mark, text)
  }
  const sentence = ({ text, none }: SentenceTemplate): string => {
    const first = /\{~?([a-z_.]+)\|/.exec(text)?.[1]
    const chosen = none !== undefined && first !== undefined && (values.get(first) ?? 0) === 0 ? none : text
    const scope = chosen.includes('{scope}') ? office.unit.scope : null
    return chosen.replace(/\{([^}]+)\}/g, (_, inside: string) => {
      if (inside === '#') return String(random.int(2, 90))
      if (inside === 'year') return String(office.year)
      if (inside === 'issuer') return office.issuer
      if (inside === 'scope') return office.unit.scope
      if (inside.startsWith('%')) return percentOf(inside.slice(1))
      const [name = '', unit = '', words] = inside.replace(/^(?:~|0:)/, '').split('|')
      if (words !== undefined) return tell(name, unit, 0, false, scope, words)
      const value = values.get(name) ?? 0
      if (!inside.startsWith('~')) return tell(name, unit, value, false, scope, `${value}${unit}`)
      const rounded = Math.max(10, Math.round(value / 10) * 10)
      return `约${tell(name, unit, rounded, true, scope, `${rounded}${unit}`)}`
    })
  }
  return { values, statements, sentence, planted }
}
