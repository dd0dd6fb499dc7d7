import { struck } from './faults.js'
import type { Marks } from './marks.js'
import type { OfficeYear } from './population.js'
import { type Random, randomOf } from './random.js'
import { type SentenceTemplate, settings } from './settings.js'
import type { Values } from './solve.js'
import type { Planted, TrueItem, TrueStatement } from './truth.js'

export type ToldStatement = Omit<TrueStatement, 'at' | 'text'> & { readonly mark: string }
export type ToldItem = Omit<TrueItem, 'at' | 'text'> & { readonly mark: string }

export interface Narrative {
  readonly overview: readonly string[]
  readonly problems: readonly string[]
  readonly other: readonly string[]
  readonly statements: readonly ToldStatement[]
  readonly items: readonly ToldItem[]
  readonly planted: readonly Planted[]
}

/** The words of a report: sentences with figures, and section five; what they state is told beside them. */
export function narrate(seed: string, office: OfficeYear, marks: Marks): Narrative {
  const random = randomOf(seed, 'words', office.id)
  const { statements, sentence, planted } = teller(random, office, marks)
  const told = (section: SentenceTemplate['section']) =>
    settings()
      .sentences.filter((each) => each.section === section)
      .flatMap((each) => (random.chance(each.chance) ? [sentence(each)] : []))
  const overview = told('overview')
  const other = told('other')
  const copied = struck(randomOf(seed, 'copied', office.id), 'copied_passage')
  const source = copied ? office.id.replace(/\d+$/, String(office.year - 1)) : office.id
  const { paragraphs, items } = sectionFive(randomOf(seed, 'section five', source), marks)
  const passages = copied ? [{ fault: 'copied_passage', section: 'problems', from: source }] : []
  return { overview, problems: paragraphs, other, statements, items, planted: [...planted, ...passages] }
}

function teller(random: Random, office: OfficeYear, marks: Marks) {
  const { values, planted } = statementValues(random, office)
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
      const [name = '', unit = '', words] = inside.replace(/^(?:~|0:)/, '').split('|')
      if (words !== undefined) return tell(name, unit, 0, false, scope, words)
      const value = values.get(name) ?? 0
      if (!inside.startsWith('~')) return tell(name, unit, value, false, scope, `${value}${unit}`)
      const rounded = Math.max(10, Math.round(value / 10) * 10)
      return `约${tell(name, unit, rounded, true, scope, `${rounded}${unit}`)}`
    })
  }
  return { statements, sentence, planted }
}

/** The true value of every statement: of the tables where they hold it, else drawn; parts add up to their whole. */
function statementValues(random: Random, office: OfficeYear): { values: Values; planted: Planted[] } {
  const { statement_cells, statement_sizes, breakdowns } = settings()
  const values: Values = new Map()
  const planted: Planted[] = []
  for (const [key, size] of Object.entries(statement_sizes))
    values.set(key, Math.floor(random.next() * 2 * size * office.unit.volume))
  for (const [key, cells] of Object.entries(statement_cells)) {
    const numbers = cells.map((cell) => office.values.get(cell)).filter((value) => value !== undefined)
    if (numbers.length === cells.length)
      values.set(
        key,
        numbers.reduce((sum, value) => sum + value, 0),
      )
  }
  if (struck(random, 'statement_conflict') && office.values.size > 0) {
    const key = 'requests_received'
    const table = values.get(key) ?? 0
    values.set(key, table + random.int(1, 9))
    planted.push({ fault: 'statement_conflict', key, table, printed: values.get(key) })
  }
  for (const [whole, parts] of Object.entries(breakdowns)) {
    let left = values.get(whole) ?? 0
    for (const [i, part] of parts.entries()) {
      const value = i === parts.length - 1 ? left : random.int(0, left)
      values.set(part, value)
      left -= value
    }
  }
  const part = breakdowns.proactive_items?.[0]
  if (part !== undefined && struck(random, 'breakdown')) {
    values.set(part, (values.get(part) ?? 0) + random.int(1, 20))
    planted.push({ fault: 'breakdown', key: 'proactive_items', part })
  }
  return { values, planted }
}

/** Problems and measures, in one of the ways section five is written. */
function sectionFive(random: Random, marks: Marks): { paragraphs: string[]; items: ToldItem[] } {
  const { problems, measures } = settings()
  const items: ToldItem[] = []
  const marked = (kind: TrueItem['kind'], texts: readonly string[]) =>
    texts.map((text, i) => {
      const mark = `item/${items.length}`
      items.push({ kind, ordinal: i + 1, mark })
      return marks.around(mark, text)
    })
  const bad = marked('problem', random.shuffled(problems).slice(0, random.int(1, 4)))
  const good = marked('measure', random.shuffled(measures).slice(0, random.int(1, 4)))
  const ordinals = ['一', '二', '三', '四']
  const firsts = (texts: readonly string[]) => texts.map((text, i) => `${ordinals[i]}是${text}`).join('；')
  const style = random.int(0, 2)
  if (style === 0) {
    return { paragraphs: [`存在的主要问题：${firsts(bad)}。`, `改进措施：${firsts(good)}。`], items }
  }
  if (style === 1) {
    const numbered = (texts: readonly string[]) => texts.map((text, i) => `${i + 1}.${text}。`)
    return { paragraphs: ['（一）存在的主要问题', ...numbered(bad), '（二）改进措施', ...numbered(good)], items }
  }
  return { paragraphs: [`工作中还存在一些不足：${firsts(bad)}。下一步，将做好以下工作：${firsts(good)}。`], items }
}
