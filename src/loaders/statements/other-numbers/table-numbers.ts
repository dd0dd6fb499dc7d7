import type { Folded } from '../../../types.js'
import { linesOf } from '../../lines.js'
import { isTableRow, onlySentence, type Range, type Sentence } from '../narrative.js'
import { quantitiesOf } from '../numbers/quantities.js'
import { NUMBER, type OtherDraft, quantityOf } from './other-numbers.js'
import { spansOf } from './reasons.js'

/** The rows, with figures in them, of tables that are none of the statutory ones: each as a sentence whose cells a stroke parts. */
export function rowsBeside(folded: Folded, tables: readonly Range[]): Sentence[] {
  return linesOf(folded.text).flatMap((line): Sentence[] => {
    if (!/\d/.test(line.text) || !isTableRow(line.text) || onlySentence(line) !== null) return []
    if (tables.some(([from, to]) => line.from < to && line.to > from)) return []
    const [chars, at]: [string[], number[]] = [[], []]
    for (let i = line.from; i < line.to; i++) {
      const char = folded.text[i] ?? ''
      if (/\s/.test(char)) continue
      chars.push(/[|\u001d\u001f]/.test(char) ? '|' : char)
      at.push(i)
    }
    return [{ text: chars.join(''), at, section: null }]
  })
}

/** Every number of such a row: those of dates, addresses, titles and names as such, all others as figures of a table. */
export function numbersOfRow({ text }: Sentence): OtherDraft[] {
  const spans = spansOf(text)
  const quantities = quantitiesOf(text)
  let done = 0
  return [...text.matchAll(NUMBER)].flatMap(({ index, 0: number }): OtherDraft[] => {
    if (index < done) return []
    const to = index + number.length
    const overlaps = ([from, end]: Range) => from < to && end > index
    const span = spans.find(({ reason, range }) => reason !== 'ordinal' && overlaps(range))
    const quantity = quantities.find((one) => overlaps([one.from, one.to]))
    const [from, end] = span?.range ?? (quantity ? [quantity.from, quantity.to] : [index, to])
    const { value, unit } = span ? { value: null, unit: null } : (quantity ?? quantityOf(number))
    const begin = Math.max(from, done)
    done = end
    return [{ reason: span?.reason ?? 'table', from: begin, to: end, clause: clauseIn(text, begin, end), value, unit }]
  })
}

/** A row is told no further than so many characters on either side. */
const REACH = 60

function clauseIn(text: string, from: number, to: number): Range {
  const begin = Math.max(0, from - REACH, text.lastIndexOf('||', from) + 1)
  return [begin, Math.min(text.length, to + REACH)]
}
