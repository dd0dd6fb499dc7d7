import { chineseNumber } from '../numerals.js'
import type { Surface } from '../surface.js'
import { Moved, type Row, rowAt } from './bordered-lines.js'

/** A table in parts that are numbered has so many of them, and so many begin with a heading that has no figure. */
const [PARTS, HEADED] = [5, 3]
const NUMBERED = /^(?<number>[一二三四五六七八九十]{1,3})[、.．]/

interface Part {
  readonly number: number
  readonly rows: readonly Row[]
}

/**
 * A surface in which a table of rows with borders, whose parts are numbered 一、二、三 … and stand in another order, has them in the order
 * of their numbers, each of these once. Every character keeps its place in the source.
 */
export function partsInOrder(surface: Surface): Surface {
  const { text } = surface
  const moved = new Moved(surface)
  let done = 0
  for (let from = 0; from < text.length; ) {
    const rows = rowsFrom(text, from)
    const [first, last] = [rows[0], rows.at(-1)]
    const parts = partsOf(rows)
    if (parts !== null && first !== undefined && last !== undefined) {
      const start = parts[0]?.rows[0]?.from ?? first.from
      moved.add(done, start)
      for (const { rows: own } of parts.toSorted((a, b) => a.number - b.number))
        for (const row of own) {
          moved.add(row.from, row.next)
          if (row.next === text.length && !text.endsWith('\n')) moved.mark('\n')
        }
      done = last.next
    }
    from = last?.next ?? rowAt(text, from).next
  }
  if (done === 0) return surface
  moved.add(done, text.length)
  return moved.surface()
}

/** Rows with borders of one kind, one behind the other. */
function rowsFrom(text: string, start: number): Row[] {
  const rows: Row[] = []
  for (let from = start; from < text.length; ) {
    const row = rowAt(text, from)
    if (row.border === '' || (rows[0] !== undefined && rows[0].border !== row.border)) break
    rows.push(row)
    from = row.next
  }
  return rows
}

/** The parts of a table in another order than that of their numbers; `null` where they are in order, or a number is not there once. */
function partsOf(rows: readonly Row[]): Part[] | null {
  const parts: { number: number; rows: Row[] }[] = []
  for (const row of rows) {
    const words = row.cells.find(({ text }) => text !== '')?.text ?? ''
    const number = chineseNumber(NUMBERED.exec(words)?.groups?.number ?? '')
    if (number !== null) parts.push({ number, rows: [row] })
    else parts.at(-1)?.rows.push(row)
  }
  const numbers = parts.map(({ number }) => number)
  const isOrdered = numbers.every((number, i) => number === i + 1)
  const isWhole = new Set(numbers).size === numbers.length && Math.max(0, ...numbers) === numbers.length
  const headed = parts.filter(({ rows: [head] }) => !head?.cells.some(({ text }) => /^\d/.test(text))).length
  return numbers.length < PARTS || headed < HEADED || isOrdered || !isWhole ? null : parts
}
