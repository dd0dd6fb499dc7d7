import { statementVocabulary } from '../../../forms/statement-words.js'
import type { AbsentNoun } from '../../../forms/unnamed-words.js'
import type { Range } from '../narrative.js'
import { escaped, longestFirst } from '../numbers/quantities.js'
import { JOINT } from './joint.js'

/** One thing of which a clause says that there was none. `[from, to)` spans the words that say so up to it; its own begin at `at`. */
export interface AbsentThing extends Pick<AbsentNoun, 'unit' | 'needs'> {
  readonly key: string | undefined
  /** Whether its kind is that of one way alone (电话咨询). */
  readonly isByWay: boolean
  readonly label: string
  readonly at: number
  readonly from: number
  readonly to: number
}

/** The things that clauses name as absent, those of a row one by one: 未发生复议、诉讼及申诉; 投诉、举报均为零; 零投诉. */
export function thingsAbsentIn(text: string): AbsentThing[] {
  const { behind, ahead } = patterns()
  if (!/[未无没零0不]/.test(text)) return []
  const found: AbsentThing[] = []
  for (const { index, groups } of text.matchAll(behind)) {
    const { opening = '', things = '' } = groups ?? {}
    const begin = index + opening.length
    for (const thing of rowOf(things, begin)) found.push({ ...thing, from: index })
  }
  for (const { index, groups } of text.matchAll(ahead)) {
    const { things = '', none = '' } = groups ?? {}
    const end = index + things.length + none.length
    for (const thing of rowOf(things, index)) found.push({ ...thing, from: thing.at, to: end })
  }
  return found
}

/** The clauses that deny something, whatever it is: from the words that say so to the end of the clause, or the whole of it before them. */
export function denialsIn(text: string): Range[] {
  if (!/[未无没不]/.test(text)) return []
  const { denial, denialBehind } = patterns()
  return [...text.matchAll(denial), ...text.matchAll(denialBehind)]
    .filter(({ 0: words }) => !HEADING.test(words))
    .map(({ index, 0: words }): Range => [index, index + words.length])
    .sort((a, b) => a[0] - b[0])
}

/** A nil mark and the heading behind it (无 三、收到和处理…申请) are no wording. */
const HEADING = /[一二三四五六七八九十]、|\([一二三四五六七八九十]\)/

/** The negation said again of the next thing of a row: 零投诉、零举报. */
const AGAIN = /^(?:[零0无]|没有|未(?:发生|收到|接到))/

type Item = Omit<AbsentThing, 'from'>

/** The things of a row whose nouns are known; of another nobody can tell what was absent. */
function rowOf(row: string, begin: number): Item[] {
  const { ending } = patterns()
  if (HEADING.test(row)) return []
  const items: Item[] = []
  let pending: { readonly words: string; readonly at: number; readonly to: number }[] = []
  let at = 0
  for (const part of row.split(JOINT)) {
    const start = row.indexOf(part, at)
    at = start + part.length
    const noun = ending.exec(part)?.groups?.noun
    if (noun === undefined) {
      pending.push({ words: part, at: begin + start, to: begin + at })
      continue
    }
    for (const one of pending) if (isWay(one.words)) items.push(itemOf(`${one.words}${noun}`, noun, one.at, one.to))
    pending = []
    const end = part.lastIndexOf(noun) + noun.length
    const again = AGAIN.exec(part.slice(0, end - noun.length))?.[0].length ?? 0
    items.push(itemOf(part.slice(again, end), noun, begin + start + again, begin + start + end))
  }
  return withoutCauses(items)
}

/** In 投诉、举报引发的诉讼 the last alone was absent, and in 复议、诉讼纠错 that they ended so. */
function withoutCauses(items: readonly Item[]): Item[] {
  const { absent_unless_behind, unnamed } = statementVocabulary()
  const has = ({ label }: Item, words: readonly string[]) => words.some((word) => label.includes(word))
  const from = items.findLastIndex((one, i) => i > 0 && has(one, unnamed.absent_causes))
  const isResult = items.some((one) => has(one, absent_unless_behind))
  return items.slice(Math.max(0, from)).filter((one) => !isResult || has(one, absent_unless_behind))
}

function itemOf(label: string, noun: string, at: number, to: number): Item {
  const { absent_nouns } = statementVocabulary().unnamed
  const { unit = '', needs, key, by = {} } = absent_nouns.find(({ word }) => word === noun) ?? {}
  const way = Object.keys(by).find((word) => label.includes(word))
  const isByWay = way !== undefined
  return { key: isByWay ? by[way] : key, isByWay, unit, ...(needs && { needs }), label, at, to }
}

/** Whether words tell only by which way things came, whose noun stands behind: 电话及当面咨询. */
function isWay(words: string): boolean {
  return statementVocabulary().unnamed.absent_ways.includes(words)
}

interface Patterns {
  readonly behind: RegExp
  readonly ahead: RegExp
  readonly ending: RegExp
  readonly denial: RegExp
  readonly denialBehind: RegExp
}

let known: Patterns | undefined

function patterns(): Patterns {
  if (known !== undefined) return known
  const { absent_before, absent_after, absent_verbs, absent_nouns, absent_tails, absent_fillers, absent_unless } =
    statementVocabulary().unnamed
  const any = (words: readonly string[]) => `(?:${longestFirst(words).map(escaped).join('|')})`
  const nouns = any(absent_nouns.map(({ word }) => word))
  const tail = `(?:的?${any(absent_tails)}){0,2}`
  const end = '(?=[,。;:()]|等|$)'
  const filler = `(?:${any(absent_fillers)}){0,3}`
  const verb = any(absent_verbs)
  const denial = `(?:未|没有|没(?!有))${filler}${verb}(?:[或和、]${verb})?|${any(absent_before)}(?!${any(absent_unless)})`
  const opening = `(?:${denial}|[零0](?=${nouns}))(?:到|过)?${filler}`
  known = {
    behind: new RegExp(`(?<![\\d有])(?<opening>${opening})(?<things>[^,。;:()\\d]{0,60}?${nouns}${tail})${end}`, 'g'),
    ahead: new RegExp(
      `(?<=^|[,。;:)、]|20\\d\\d年(?:度|(?!度)))(?<things>[^,。;:()\\d]{0,60}?${nouns}${tail})(?<none>${any(absent_after)})(?=[,。;:()、]|$)`,
      'g',
    ),
    ending: new RegExp(`(?<noun>${nouns})${tail}$`),
    denial: new RegExp(
      `(?<![\\d有])(?:${denial}|(?:未|没有|没)[对向就因][^,。;:()\\d]{1,16}?${verb})[\\u4e00-\\u9fff\\d][^,。;:()]{0,60}|^无(?=[。;]?$)`,
      'g',
    ),
    denialBehind: new RegExp(`(?<=^|[,。;:)])[^,。;:()]{1,60}?${any(absent_after)}(?=[,。;:()]|$)`, 'g'),
  }
  return known
}
