import { statementVocabulary } from '../../forms/statement-words.js'
import { struck } from './faults.js'
import type { Marks } from './marks.js'
import type { OfficeYear } from './population.js'
import { type Random, randomOf } from './random.js'
import { sectionFive, type ToldItem } from './section-five.js'
import { type SentenceTemplate, settings } from './settings.js'
import type { Values } from './solve.js'
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

/** The statement that is told beside tables of noughts. */
const BUSY = 'requests_received'
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

interface StatementValues {
  readonly values: Values
  /** The share of `part/whole` as it is printed. */
  readonly percentOf: (share: string) => string
  readonly planted: Planted[]
}

/** The true value of every statement: of the tables where they hold it, else drawn; parts add up to their whole. */
function statementValues(random: Random, office: OfficeYear): StatementValues {
  const { statement_cells, statement_sizes, statement_shares, breakdowns } = settings()
  const { rates } = office
  const values: Values = new Map()
  const planted: Planted[] = []
  const counted = new Set<string>()
  for (const [key, size] of Object.entries(statement_sizes))
    values.set(key, Math.floor(random.next() * 2 * size * office.unit.volume))
  for (const [part, whole] of Object.entries(statement_shares)) values.set(part, random.int(0, values.get(whole) ?? 0))
  for (const [key, places] of Object.entries(statement_cells)) {
    const cells = places.find((some) => some.every((cell) => office.values.has(cell)))
    if (cells === undefined) continue
    counted.add(key)
    values.set(
      key,
      cells.reduce((sum, cell) => sum + (office.values.get(cell) ?? 0), 0),
    )
  }
  const conflict = struck(random, rates, 'statement_conflict')
  const by = random.int(1, 9)
  if (conflict && counted.has(BUSY)) {
    const table = values.get(BUSY) ?? 0
    values.set(BUSY, table + by)
    planted.push({ fault: 'statement_conflict', key: BUSY, table, printed: table + by })
  }
  for (const [whole, parts] of Object.entries(breakdowns)) {
    let left = values.get(whole) ?? 0
    for (const [i, part] of parts.entries()) {
      const value = i === parts.length - 1 ? left : random.int(0, left)
      values.set(part, value)
      left -= value
    }
  }
  if (struck(random, rates, 'breakdown')) planted.push(...breakDown(random, values))
  const wrong = struck(random, rates, 'percentage')
  const off = random.int(2, 30)
  const percentOf = (share: string): string => {
    const [part = '', whole = ''] = share.split('/')
    const percent = ((values.get(part) ?? 0) / (values.get(whole) ?? 1)) * 100
    const printed = wrong ? (percent > 50 ? percent - off : percent + off) : percent
    if (wrong)
      planted.push({ fault: 'percentage', key: whole, part, expected: round(percent), printed: round(printed) })
    return `${printed.toFixed(2)}%`
  }
  return { values, percentOf, planted }
}

function round(percent: number): number {
  return Number(percent.toFixed(2))
}

/** A part raised, of a list whose parts exclude one another, so that they come to more than the whole. */
function breakDown(random: Random, values: Values): Planted[] {
  const { overlapping } = statementVocabulary()
  const lists = Object.entries(settings().breakdowns).filter(
    ([, parts]) => !parts.every((key) => overlapping.includes(key)),
  )
  if (lists.length === 0) return []
  const [whole, parts] = random.pick(lists)
  const part = parts[0] ?? ''
  const by = random.int(1, 20)
  values.set(part, (values.get(part) ?? 0) + by)
  return [{ fault: 'breakdown', key: whole, part, difference: by }]
}
