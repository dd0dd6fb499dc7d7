import { denialsIn } from '../absences/absent-things.js'
import type { Draft, SetAside } from '../draft.js'
import type { Range } from '../narrative.js'
import { printedNumber } from '../numbers/numerals.js'
import { PERCENT } from '../numbers/quantities.js'
import { tenthsIn } from '../numbers/tenths.js'
import { VAGUE } from '../numbers/vague.js'
import { isFact } from '../unnamed/absences.js'
import { REACH, reasonOf, spansOf } from './reasons.js'

/** A number that is no statement: where it stands in its sentence, its clause, and what it would be as a quantity. */
export interface OtherDraft {
  readonly reason: string
  readonly from: number
  readonly to: number
  readonly clause: Range
  readonly value: number | null
  readonly unit: string | null
}

/**
 * The numbers of a sentence, written in digits, that belong to none of its statements, each with the reason; and the
 * quantities in Chinese numerals that were given to another matter. So every number is a statement's or is told here.
 *
 * @param drafts the statements of the sentence
 * @param aside the quantities of it that were weighed and dropped
 */
export function otherNumbersIn(text: string, drafts: readonly Draft[], aside: readonly SetAside[]): OtherDraft[] {
  if (text.length > FIGURES_ALONE && !/\p{L}/u.test(text)) return []
  const read = readNumbers(text, drafts)
  const spans = spansOf(text)
  const tenths = tenthsAside(text, drafts)
  const found: OtherDraft[] = []
  let done = 0
  const vague = spans.flatMap(({ reason, range }) => (reason === VAGUE ? [range] : []))
  for (const token of tokensOf(text, [...aside, ...tenths], vague)) {
    const [from, to] = token
    if (from < done || read.some((one) => overlap(one, token))) continue
    const span = spans.find((one) => overlap(one.range, token))
    const dropped = [...aside, ...tenths].find(({ quantity }) => overlap([quantity.from, quantity.to], token))
    const [begin, end] =
      (span?.reason === 'title' ? token : span?.range) ??
      (dropped ? [dropped.quantity.from, dropped.quantity.to] : token)
    const reason = span?.reason ?? dropped?.reason ?? reasonOf(text, from, to)
    const { value, unit } = span ? NO_QUANTITY : (dropped?.quantity ?? quantityOf(text.slice(from, to)))
    found.push({
      reason,
      value,
      unit,
      from: Math.max(begin, done),
      to: end,
      clause: clauseAround(text, begin, end),
    })
    done = end
  }
  return [...found, ...otherAbsencesIn(text, drafts)].sort((a, b) => a.from - b.from)
}

/** Tenths that are no share or change of a statement (下降四成, 占七成以上), each with the reason that its percentage would have. */
function tenthsAside(text: string, drafts: readonly Draft[]): SetAside[] {
  const held = drafts.flatMap(({ share, change }) => [share, change]).filter((one) => one !== null)
  return tenthsIn(text)
    .filter(({ from, to }) => !held.some((one) => overlap([one.from, one.to], [from, to])))
    .map((quantity) => {
      const percent = `${quantity.value}${PERCENT}`
      const words = text.slice(0, quantity.from) + percent + text.slice(quantity.to)
      return { quantity, reason: reasonOf(words, quantity.from, quantity.from + percent.length) }
    })
}

/** The clauses that say there was none of something, or that it did not happen, of which no statement was read. */
function otherAbsencesIn(text: string, drafts: readonly Draft[]): OtherDraft[] {
  return denialsIn(text)
    .filter((clause) => !drafts.some(({ from, to }) => overlap([from, to], clause)) && isFact(text, ...clause))
    .map(([from, to]) => ({ reason: 'absence', from, to, clause: clauseAround(text, from, to), ...NO_QUANTITY }))
}

/** A longer row of figures without a word is no sentence. */
const FIGURES_ALONE = 100

const overlap = (one: Range, other: Range): boolean => one[0] < other[1] && other[0] < one[1]

export const NUMBER = /(?:\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)*)(?:[余多]?[百千万亿]){0,3}%?/g

const NO_QUANTITY = { value: null, unit: null }

/** A number of which no unit is known. */
export function quantityOf(number: string): { readonly value: number | null; readonly unit: string | null } {
  return { value: valuesOf(number)[0] ?? null, unit: number.endsWith(PERCENT) ? PERCENT : null }
}

/** The number that is printed, and that without its scale. */
function valuesOf(number: string): (number | null)[] {
  const [, digits = '', scale = ''] = /^([\d.,]+)([^%]*)/.exec(number.replace(/[余多]/g, '')) ?? []
  return /\..*\./.test(digits) ? [null] : [printedNumber(digits, scale), printedNumber(digits)]
}

/** Every number in digits, the counts that state none, and every quantity in Chinese numerals that words give to another matter. */
function tokensOf(text: string, aside: readonly SetAside[], vague: readonly Range[]): Range[] {
  const digits = [...text.matchAll(NUMBER)].map(({ index, 0: number }): Range => [index, index + number.length])
  const numerals = aside
    .filter(({ quantity: { from, to }, reason }) => isNumeral(text.slice(from, to), reason))
    .map(({ quantity: { from, to } }): Range => [from, to])
  return [...digits, ...numerals, ...vague].sort((a, b) => a[0] - b[0])
}

/** Whether a quantity is written in Chinese numerals; 一 is mostly an article (一项工作). */
function isNumeral(words: string, reason: string | null): boolean {
  return !/^第|\d/.test(words) && (reason === 'other_matter' || !words.startsWith('一'))
}

/** Where the numbers stand that statements, their shares and their changes hold. */
function readNumbers(text: string, drafts: readonly Draft[]): Range[] {
  return drafts.flatMap((draft) => [
    ...holding(text, draft, [draft.value]),
    ...(draft.share ? holding(text, draft.share, [draft.share.percent]) : []),
    ...(draft.change ? holding(text, draft.change, [draft.change.amount, draft.change.percent]) : []),
  ])
}

/** The numbers of a stretch of a sentence that are one of those values. */
function holding(
  text: string,
  { from, to }: { from: number; to: number },
  values: readonly (number | null)[],
): Range[] {
  return [...text.slice(from, to).matchAll(NUMBER)].flatMap(({ index, 0: number }): Range[] => {
    const printed = valuesOf(number)
    const isRead = values.some((one) => one !== null && printed.includes(one))
    return isRead ? [[from + index, from + index + number.length]] : []
  })
}

/** From the mark before a stretch to the mark behind it, and no further than some words. */
function clauseAround(text: string, from: number, to: number): Range {
  const before = /[^,。;:]*$/.exec(text.slice(Math.max(0, from - REACH), from))?.[0] ?? ''
  const behind = /^[^,。;:]*/.exec(text.slice(to, to + REACH))?.[0] ?? ''
  return [from - before.length, to + behind.length]
}
