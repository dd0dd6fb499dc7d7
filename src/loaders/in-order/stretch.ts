import type { Form, FormTable, Identity } from '../../forms/forms.js'
import type { TableName } from '../../types.js'
import { foldLabel } from '../fold.js'
import { sectionBehind } from '../rows/row-behind.js'
import { equationsOf } from '../search/puzzle.js'
import { foldedEnd, type Stream } from '../stream.js'
import { figuresInOrder, type OrderedFigure } from './figures.js'
import type { Shape } from './placings.js'

/** The figures in a table's stretch of the text, whole and as pieces that may be parts of figures, and what the table asks of them; `null` for a table whose rows have no sums. */
export function figuresOf(
  stream: Stream,
  source: string,
  form: Form,
  table: TableName,
): {
  readonly figures: readonly OrderedFigure[]
  readonly pieces: readonly OrderedFigure[]
  readonly shape: Shape
} | null {
  const definition = form.tables[table]
  const shape = definition && shapeOf(form, table, definition)
  const range = shape && rangeOf(stream, form, table)
  if (!definition || !shape || !range) return null
  if (hasOtherOrder(stream, definition, range) || hasHeadsBetween(stream, definition, range)) return null
  const [figures = [], pieces = []] = [true, false].map((areWhole) =>
    figuresInOrder(stream.folded, source, range, (words) => numberOf(definition, words), areWhole),
  )
  return { figures, pieces, shape }
}

/** Where a table stands, from its title to the next, and how the figures there and behind are read; `null` where its title is not found. */
export function stretchOf(stream: Stream, form: Form, table: TableName) {
  const definition = form.tables[table]
  const range = definition === undefined ? null : rangeOf(stream, form, table)
  if (definition === undefined || range === null) return null
  const numbered = (words: string) => numberOf(definition, words)
  const figuresIn = (source: string, within: readonly [from: number, to: number]) =>
    figuresInOrder(stream.folded, source, within, numbered)
  return { range, figuresIn }
}

/** The rows and columns of a table whose rows all have a sum; `null` for others. */
function shapeOf(form: Form, table: TableName, { arrangement, blocks }: FormTable): Shape | null {
  const [block, another] = blocks
  const sums = equationsOf(form, table, []).filter(({ along }) => along === 'rows')
  if (block === undefined || another !== undefined || sums.length === 0) return null
  const place = (code: string) => block.columns.findIndex((column) => column.code === code)
  const places = ({ left, right }: Identity) => ({ left: left.map(place), right: right.map(place) })
  return {
    rows: block.rows.length,
    columns: block.columns.length,
    sums: sums.map(places),
    stacks: arrangement === 'labelled_rows' ? 'whole' : 'none',
  }
}

/** A table in longer text is none of a report. */
const LONGEST = 50_000

/** From a table's title to that of the next, or to the next section. */
function rangeOf(stream: Stream, form: Form, table: TableName): readonly [number, number] | null {
  const titles = Object.entries(form.tables).map(([name, { title }]) => ({ name, at: endOf(stream, title) }))
  const own = titles.find(({ name }) => name === table)?.at ?? null
  if (own === null) return null
  const next = titles.flatMap(({ at }) => (at !== null && at > own ? at : []))
  const end = next.length === 0 ? sectionBehind(stream.folded.text, own) : Math.min(...next)
  return end - own > LONGEST ? null : [own, end]
}

/** Where a title ends the last time that it is printed. */
function endOf(stream: Stream, title: string): number | null {
  const at = stream.chars.lastIndexOf(title)
  return at < 0 ? null : foldedEnd(stream, at + title.length)
}

/** Labels of so many letters stand for nothing else. */
const LONG = 6

/** Whether labels of rows stand in another order than the form's. */
function hasOtherOrder({ folded }: Stream, { blocks }: FormTable, [from, to]: readonly [number, number]): boolean {
  const text = folded.text.slice(from, to).replace(/\s/g, '')
  const rests = blocks.flatMap(({ rows }) =>
    rows.map(({ printed }) => foldLabel(printed).replace(/^[\d一二三四五六七八九十()]{1,4}[.、]?/, '')),
  )
  const places = rests.flatMap((rest) => (rest.length < LONG || !text.includes(rest) ? [] : text.indexOf(rest)))
  return places.some((place, i) => place < (places[i - 1] ?? 0))
}

/** So many letters of a label tell which it is. */
const TELLING = 3

/** The number that a row's label begins with, told by the words behind it. */
function numberOf({ blocks }: FormTable, words: string): string | null {
  const labels = blocks.flatMap(({ rows }) => rows.flatMap(({ printed, aliases }) => [printed, ...aliases]))
  for (const label of labels) {
    const { number, rest } = /^(?<number>\d{1,2})[.、](?<rest>.+)$/u.exec(foldLabel(label))?.groups ?? {}
    const length = Math.min(words.length, rest?.length ?? 0)
    const isSame = length >= Math.min(TELLING, rest?.length ?? 0) && rest?.slice(0, length) === words.slice(0, length)
    if (number !== undefined && isSame) return number
  }
  return null
}

/** So many letters between figures are the heads of a part. */
const HEADS = 12

/**
 * Whether heads stand between the figures of a table of one row, whose parts have the same: what was taken from a page block by block may
 * have them in any order.
 */
function hasHeadsBetween(
  { folded }: Stream,
  { arrangement }: FormTable,
  [from, to]: readonly [number, number],
): boolean {
  if (arrangement !== 'single_row') return false
  const lines = folded.text.slice(from, to).split('\n')
  const isOfFigures = (line: string) => /^(?=.*\d)[\d\s.,件宗起无—–/-]+$/.test(line)
  const between = lines.slice(lines.findIndex(isOfFigures) + 1, lines.findLastIndex(isOfFigures))
  return (between.join('').match(/\p{Script=Han}/gu)?.length ?? 0) >= HEADS
}
