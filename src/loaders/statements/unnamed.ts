import { type StatementKind, statementVocabulary } from '../../forms/statement-words.js'
import { type ChangeAside, shareBehind } from './asides.js'
import { periodIn, scopeIn } from './context.js'
import { ALONE, type Draft } from './draft.js'
import { changeBehind, REACH } from './here.js'
import type { Range } from './narrative.js'
import { PERCENT, type Quantity } from './quantities.js'
import { isOfDisclosure } from './topic.js'
import { labelFor } from './unnamed-label.js'

/** The quantities of a sentence, and what of it is read already: changes, and where numbers with their shares stand. */
export interface Reading {
  readonly quantities: readonly Quantity[]
  readonly changes: readonly ChangeAside[]
  readonly taken: readonly Range[]
}

/**
 * The quantities of a sentence whose kind the vocabulary does not know, where the sentence speaks of disclosure work. What
 * names them is their label, in the words of the report.
 *
 * @param texts the sentence, behind those before it
 */
export function unnamedIn(
  texts: readonly string[],
  sentence: number,
  { quantities, changes, taken }: Reading,
): Draft[] {
  const text = texts.at(-1) ?? ''
  const earlier = texts.slice(0, -1).reverse()
  const drafts: Draft[] = []
  const ranges = joined(taken)
  let [next, quoted, passed] = [0, 0, 0]
  let read: Range = [0, 0]
  let done = 0
  for (const quantity of quantities) {
    const { from, to, value, unit, rounding } = quantity
    for (let range = ranges[next]; range !== undefined && range[1] <= from; range = ranges[++next])
      read = range[1] > read[1] ? range : read
    quoted += text.slice(done, from).match(/"/g)?.length ?? 0
    done = Math.max(done, from)
    const first = passed
    passed = to
    const isTaken = (ranges[next]?.[0] ?? to) < to
    if (isTaken || quoted % 2 === 1 || isInRow(text, quantity, quantities) || !isCount(text, quantity)) continue
    const last = lastRead(text, read, from)
    const begin = Math.max(last.end, first, from - REACH)
    const clause = clauseAround(text, from, to)
    const goesOn = last.isRead && !/[;:]/.test(text.slice(last.end, from)) && from - last.end <= NEAR
    if (!isOfDisclosure({ unit, clause, before: [text.slice(Math.max(0, from - REACH), from), ...earlier], goesOn }))
      continue
    const label = labelFor(text, begin, from, to) ?? (last.from === null ? null : labelFor(text, 0, last.from, to, 1))
    if (label === null || (unit === PERCENT && !isRate(label.label))) continue
    const before = text.slice(Math.max(0, from - REACH), from)
    const end = Math.max(to, label.to)
    read = [from, end]
    drafts.push({
      ...ALONE,
      kind: kindOfUnnamed(),
      key: kindOfUnnamed().key,
      value,
      unit,
      rounding,
      scope: scopeIn(before),
      period: periodIn(before),
      label: label.label,
      sentence,
      from: Math.min(from, label.from),
      to: end,
      share: shareBehind(text, end),
      change: changeBehind({ text, changes }, end, unit),
    })
  }
  return drafts
}

/** Ranges in their order, those that overlap as one. */
function joined(ranges: readonly Range[]): Range[] {
  const all: Range[] = []
  for (const range of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = all.at(-1)
    if (last !== undefined && range[0] < last[1]) all[all.length - 1] = [last[0], Math.max(last[1], range[1])]
    else all.push(range)
  }
  return all
}

/** A list goes on over so many characters. */
const NEAR = 60

function isCount(text: string, { from, to, unit, isSingleNumeral }: Quantity): boolean {
  const { units, not_behind, not_before } = statementVocabulary().unnamed
  if (isSingleNumeral || !units.includes(unit) || not_behind.some((word) => text.startsWith(word, to))) return false
  return !not_before.some((word) => text.endsWith(word, from))
}

function isRate(label: string): boolean {
  return statementVocabulary().unnamed.rate_words.some((word) => label.endsWith(word))
}

/** A figure right behind the unit tells a row of a table that was not found: 免予公开范围1 条 0. */
function isInRow(text: string, { to }: Quantity, quantities: readonly Quantity[]): boolean {
  return /\d/.test(text[to] ?? '') && !quantities.some((next) => next.from === to)
}

/** Where the quantity read last ends, if any; its begin if nothing but marks stand between. */
function lastRead(text: string, [from, end]: Range, place: number) {
  const isNext = end > 0 && /^[,、]?(?:全年|共|共计|合计)?$/.test(text.slice(end, place))
  return { end, isRead: end > 0, from: isNext ? from : null }
}

function clauseAround(text: string, from: number, to: number): string {
  const before = /[^,。;:]*$/.exec(text.slice(Math.max(0, from - REACH), from))?.[0] ?? ''
  const behind = /^[^,。;:、]*/.exec(text.slice(to, to + 40))?.[0] ?? ''
  return before + text.slice(from, to) + behind
}

let known: StatementKind | undefined

function kindOfUnnamed(): StatementKind {
  if (known !== undefined) return known
  const { key, label, label_en, units } = statementVocabulary().unnamed
  known = { key, label, label_en, units, family: key, phrases: [] }
  return known
}
