import { type StatementFamily, type StatementKind, statementVocabulary } from '../../../forms/statement-words.js'
import { longestFirst, type Quantity } from '../numbers/quantities.js'
import { type Around, isOnTopic } from './matter.js'
import { once } from './phrase-patterns.js'
import type { Naming } from './phrases.js'

/** Words that tell a kind where they stand in the clause of a number, in whatever order: 复议 with 维持, 公报 with 发放 or 赠阅. */
interface Together {
  readonly kind: StatementKind
  readonly family: StatementFamily
  /** One word of each group is to stand there, and none of the others. */
  readonly groups: readonly (readonly string[])[]
  readonly not: readonly string[]
}

/** The clause of a number without its other numbers: what stands before it and behind it, and where it begins in the words before. */
interface Clause {
  readonly before: string
  readonly behind: string
  readonly from: number
}

interface Found {
  readonly kind: StatementKind
  /** The stretches of the words found, in the words before and behind set together. */
  readonly at: readonly (readonly [number, number])[]
  readonly given: number
}

/**
 * What a quantity counts by the words of its clause alone, where no phrase fits at the number: 公报全年向村、社区免费派发7200册. `null` where they
 * tell none, or two.
 *
 * @param from where the words before the number begin that are of no other quantity
 */
export function nameTogether(quantity: Quantity, around: Around, text: string, from: number): Naming | null {
  if (quantity.unit === '' || quantity.isSingleNumeral) return null
  const clause = clauseOf(quantity, text, from)
  // 两条微信阅读量180万次: the words behind another number are of what that counts.
  if (clause.from === from && from > 0 && !/[,。;:()、]/.test(text.charAt(from - 1) + text.charAt(from))) return null
  const found = bestOf(
    all(),
    clause,
    quantity,
    (one) => isAllowed(one, clause, around) && isOfMatter(one, clause, around),
  )
  if (found === null) return null
  const { length } = clause.before
  const firsts = found.at.map(([begin]) => begin).filter((begin) => begin < length)
  const ends = found.at.map(([, end]) => end - length).filter((end) => end > 0)
  return {
    kind: found.kind,
    from: Math.min(quantity.from, ...firsts.map((begin) => clause.from + begin)),
    to: quantity.to + Math.max(0, ...ends),
  }
}

/** A part of a kind that the words of the clause tell, or one that takes its place: 以电话方式提供咨询服务133人次 counts consultations by telephone. */
export function narrowed(
  { kind }: Naming,
  quantity: Quantity,
  around: Around,
  text: string,
  from: number,
): StatementKind {
  const narrower = narrowerThan(kind)
  if (narrower.length === 0) return kind
  const clause = clauseOf(quantity, text, from)
  const behind = OF_ALL.test(clause.behind) ? '' : clause.behind
  const fits = (one: Together) => isAllowed(one, clause, around)
  return bestOf(narrower, { ...clause, behind }, quantity, fits)?.kind ?? kind
}

const all = once((): readonly Together[] => {
  const { families, statements } = statementVocabulary()
  return statements.flatMap((kind) => {
    const family = families.find(({ key }) => key === kind.family)
    if (family === undefined) return []
    return (kind.together ?? []).map((words) => {
      const parts = words.split(' ')
      const [groups, not] = [
        parts.filter((part) => !part.startsWith('!')),
        parts.filter((part) => part.startsWith('!')),
      ]
      return {
        kind,
        family,
        groups: groups.map((part) => part.split('/')),
        not: not.flatMap((part) => part.slice(1).split('/')),
      }
    })
  })
})

const narrowers = new Map<string, readonly Together[]>()

/** Those of its parts, and of the kinds that take its place. */
function narrowerThan({ key }: StatementKind): readonly Together[] {
  const known = narrowers.get(key)
  if (known !== undefined) return known
  const own = all().filter(({ kind }) => kind.key.startsWith(`${key}.`) || kind.instead_of?.includes(key))
  narrowers.set(key, own)
  return own
}

function clauseOf({ from, to }: Quantity, text: string, begin: number): Clause {
  const words = text.slice(begin, from)
  const before = /[^,。;:()]*:?$/.exec(words)?.[0] ?? ''
  const behind = /^[^,。;:()、]*/.exec(text.slice(to))?.[0] ?? ''
  const goesOn = /\d/.test(behind)
  return { before, behind: goesOn ? '' : behind, from: begin + words.length - before.length }
}

/** The one that gives most characters of those that fit; `null` where none does, or two as many. */
function bestOf(
  some: readonly Together[],
  clause: Clause,
  { unit }: Quantity,
  fits: (one: Together) => boolean,
): Found | null {
  let best: Found | null = null
  let isTied = false
  for (const one of some) {
    if (!one.kind.units.includes(unit)) continue
    const found = findIn(one, clause)
    if (found === null || (best !== null && found.given < best.given)) continue
    if (!fits(one)) continue
    if (best !== null && found.given === best.given) isTied ||= best.kind !== found.kind
    else [best, isTied] = [found, false]
  }
  return isTied ? null : best
}

function findIn({ kind, groups, not }: Together, { before, behind }: Clause): Found | null {
  const text = `${before}\n${behind}`
  if (not.some((word) => text.includes(word))) return null
  const at: (readonly [number, number])[] = []
  for (const group of groups) {
    const place = longestAt(text, group)
    if (place === null) return null
    at.push(place)
  }
  const behindFrom = before.length
  const places = at.map(([from, to]): readonly [number, number] =>
    from > behindFrom ? [from - 1, to - 1] : [from, to],
  )
  return { kind, at: places, given: at.reduce((sum, [from, to]) => sum + to - from, 0) }
}

/** Where the longest of some words stands last, not denied (未按期答复). */
function longestAt(text: string, words: readonly string[]): readonly [number, number] | null {
  const { negations } = statementVocabulary()
  let found: readonly [number, number] | null = null
  for (const word of words) {
    const from = text.lastIndexOf(word)
    if (from < 0 || (found !== null && found[1] - found[0] >= word.length)) continue
    const isDenied = negations.some((one) => text.slice(0, from).endsWith(one))
    if (!isDenied) found = [from, from + word.length]
  }
  return found
}

/** What joins two things, of which one is none of the words found. */
const JOINED = /(?<! )[、和与及或]|[、和与及或](?! )/
/** 2件复议均维持: what is said of all of them names no part. */
const OF_ALL = /均|都|全部/

/** Whether the clause has none of the words that the kind or its family does not stand with, and joins none of its words to another. */
function isAllowed({ kind, family, groups }: Together, clause: Clause, { sentence }: Around): boolean {
  const words = `${clause.before}${clause.behind}`
  const given = groups.flat()
  if (JOINED.test(longestFirst(given).reduce((rest, word) => rest.replaceAll(word, ' '), words))) return false
  const { not_before = [], not_in_span = [], not_in_clause = [], not_in_sentence = [] } = family
  const own = [...(kind.not_in_span ?? []), ...(kind.not_in_clause ?? [])]
  const isOther = isOtherThan(given)
  const excluded = [...not_before, ...not_in_span, ...not_in_clause, ...own].filter(isOther)
  return (
    !excluded.some((word) => words.includes(word)) &&
    !not_in_sentence.some((word) => isOther(word) && sentence.includes(word))
  )
}

/** Whether the family's matter is spoken of; of a family that needs no such word, that the clause tells of no other matter. */
function isOfMatter({ family, groups }: Together, { before, behind }: Clause, around: Around): boolean {
  const given = groups.flat()
  if (family.requires !== undefined)
    return (family.loose || isClose(family, around)) && isOnTopic({ family, text: given.join(' ') }, around)
  const { foreign, rivals } = statementVocabulary().unnamed
  return ![...foreign, ...rivals].filter(isOtherThan(given)).some((word) => `${before}${behind}`.includes(word))
}

const isOtherThan = (given: readonly string[]) => (word: string) => !given.some((one) => one.includes(word))

/** Whether the sentence itself names the family's matter, or a statement of it was read right before. */
function isClose({ requires = [], akin = [] }: StatementFamily, { whole, recent }: Around): boolean {
  return requires.some((word) => whole.includes(word)) || (recent !== null && akin.includes(recent.family))
}
