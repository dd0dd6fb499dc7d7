import { listed, said } from '../forms/words.js'
import type { Bilingual } from '../types.js'
import type { OpenVerdict } from './open-cells.js'
import { type Slot, sumOf, type Term } from './relations.js'

/** So many cells without a number are named. */
const NAMED_OPEN = 3

/** What the cells without a number have to do with a relation that does not hold. */
export function openInWords(verdict: OpenVerdict, open: readonly Slot[]): Bilingual {
  const words = open.slice(0, NAMED_OPEN).map(({ label }) => said('name.quoted', { name: label }))
  const first = listed('comma', words)
  const count = open.length - words.length
  const cells = count === 0 ? first : said('relation.and_more', { cells: first, count, all: open.length })
  return verdict === 'impossible' ? said('relation.impossible', { cells }) : said('relation.lacking', { cells })
}

/** So many terms are named; of more the greatest, and what the others come to. */
const NAMED = 6

/** `"A" (2) + "B" (1) = 3 (the other 17 are 0)`; a single term, in English with its label as printed: `甲 "A" is 3`. */
export function sumInWords(terms: readonly Term[], slots: readonly Slot[]): Bilingual {
  const [[first], [slot]] = [terms, slots]
  if (slot === undefined) return said('terms.none')
  if (first === undefined) {
    const { label, printed } = slot
    return slots.length === 1 ? said('terms.no_number', { label, printed }) : said('terms.no_part')
  }
  if (terms.length === 1) {
    const { label, printed } = first.slot
    return said('terms.one', { label, printed, value: first.value })
  }
  const counted = terms.filter((term) => term.value !== 0)
  if (counted.length === 0) return said('terms.zeros', { count: terms.length })
  const sum = { terms: greatest(counted), sum: sumOf(terms) }
  const zeros = terms.length - counted.length
  if (zeros === 0) return said('terms.sum', sum)
  return zeros === 1 ? said('terms.sum_one_zero', sum) : said('terms.sum_zeros', { ...sum, zeros })
}

function greatest(counted: readonly Term[]): Bilingual {
  const least = [...counted].sort((a, b) => b.value - a.value)[NAMED - 1]?.value ?? 0
  const named = counted.length <= NAMED ? counted : counted.filter(({ value }) => value >= least).slice(0, NAMED)
  const more = counted.filter((term) => !named.includes(term))
  const words = named.map(({ slot: { label }, value }) => said('terms.term', { label, value }))
  const others = more.length === 0 ? [] : [said('terms.more', { count: more.length, sum: sumOf(more) })]
  return listed('plus', [...words, ...others])
}
