import { readReference } from '../../forms/reference.js'
import { foldLabel } from '../fold.js'
import type { Alignment, Match } from '../labels/align.js'
import type { Label, RowSlots } from '../labels/template.js'
import { cellMarks, escaped } from '../marks.js'
import type { Stream } from '../stream.js'

/** The words by which heads of statistics tables name their columns: `data/reference/value-columns.json`. */
interface ValueColumns {
  readonly this_year: readonly string[]
  readonly cumulative: readonly string[]
  readonly row_heads: readonly string[]
  readonly further: readonly string[]
}

/** So many characters before the first row may hold the head of its table. */
const HEAD = 80

/**
 * A statistics table whose form has one column of figures, but whose head names the year's and behind it the cumulative ones, is
 * read as one of two columns; what stands in the second only helps to tell the first, since the form has no cells for it.
 */
export function withCumulativeColumn(stream: Stream, alignment: Alignment): Alignment {
  const { template } = alignment
  const columns = template.definition.blocks.flatMap((block) => block.columns)
  if (template.table !== 'statistics' || columns.length !== 1) return alignment
  const heads = twoHeads(stream, alignment)
  return heads === null ? alignment : widened(alignment, heads)
}

/** The heads of the two columns, in units of the stream. */
interface TwoHeads {
  readonly year: Head
  readonly cumulative: Head
  /** Whether there is a column of the rows' own numbers. */
  readonly isNumbered: boolean
}

interface Head {
  readonly words: string
  readonly from: number
  readonly to: number
}

let pattern: RegExp | undefined
let others: RegExp | undefined

/**
 * What stands before the first row found, back to the sentence before, if it names the column of the year, right behind it that of
 * the years till then, and no other.
 */
function twoHeads(stream: Stream, { template, matches }: Alignment): TwoHeads | null {
  const first = matches.find((match, i) => match !== null && template.labels[i]?.row !== null)
  if (!first) return null
  const before = stream.chars.slice(Math.max(0, first.from - HEAD), first.from)
  const head = before.slice(before.lastIndexOf('。') + 1)
  const words = readReference<ValueColumns>('value-columns.json', 'value-columns')
  pattern ??= new RegExp(
    `(?<=^|\\)|[—-]|${any(words.row_heads)})(?<year>20\\d\\d年度?|${any(words.this_year)})${REMARK}(?<cumulative>${any(words.cumulative)})${REMARK}`,
    'dg',
  )
  others ??= new RegExp(any([...words.this_year, ...words.cumulative, ...words.further]))
  const found = [...head.matchAll(pattern)].at(-1)
  if (found === undefined || others.test(head.slice(found.index + found[0].length))) return null
  const start = first.from - head.length
  const placed = (name: 'year' | 'cumulative'): Head => {
    const [from, to] = found.indices?.groups?.[name] ?? [0, 0]
    return { words: head.slice(from, to), from: start + from, to: start + to }
  }
  return { year: placed('year'), cumulative: placed('cumulative'), isNumbered: numbersRows(head) }
}

function numbersRows(head: string): boolean {
  return ['代码', ...cellMarks().numbering_columns].some((word) => head.includes(word))
}

let names: RegExp | undefined

/** Whether words are, from beginning to end, the head of the year's figures or of the cumulative ones. */
export function isValueHead(text: string): boolean {
  const words = readReference<ValueColumns>('value-columns.json', 'value-columns')
  names ??= new RegExp(`^(?:20\\d\\d年度?|${any([...words.this_year, ...words.cumulative])})${REMARK}$`)
  return names.test(foldLabel(text))
}

/** A unit in brackets behind a column's name. */
const REMARK = '(?:\\([^()]{1,10}\\))?'

function any(words: readonly string[]): string {
  return words
    .map(foldLabel)
    .toSorted((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')
}

const CUMULATIVE = 'cumulative'

/** The same with both heads for labels of the table and a further cell in each of its rows. */
function widened(alignment: Alignment, { year, cumulative, isNumbered }: TwoHeads): Alignment {
  const { template } = alignment
  const blocks = template.definition.blocks.map((block) => ({
    ...block,
    columns: block.columns.flatMap((column) => [
      // A year may stand in the caption as well: it is no name that a column has twice.
      { ...column, aliases: [year.words] },
      { ...column, code: CUMULATIVE, label: cumulative.words, aliases: [] },
    ]),
  }))
  const names = new Set(template.definition.blocks.flatMap(({ columns }) => columns.map(({ label }) => label)))
  const laid = template.labels.flatMap((label, i): [Label, Match | null][] => {
    const match = alignment.matches[i] ?? null
    if (label.row !== null) return [[{ ...label, row: withCumulative(label.row, isNumbered) }, match]]
    if (!names.has(label.text))
      return [[label, match && match.to > year.from && match.from < cumulative.to ? null : match]]
    return [year, cumulative].map(({ words, from, to }) => [
      { ...label, text: words, wordings: [words] },
      { from, to, distance: 0, score: match?.score ?? 0 },
    ])
  })
  const labels = laid.map(([label]) => label)
  const matches = laid.map(([, match]) => match)
  return { ...alignment, template: { ...template, definition: { ...template.definition, blocks }, labels }, matches }
}

function withCumulative(row: RowSlots, isNumbered: boolean): RowSlots {
  const cells = row.cells.flatMap((cell) => [cell, { ...cell, column: CUMULATIVE }])
  return { ...row, cells, serial: isNumbered ? row.serial : null }
}

/** Units and notes in a head are no further columns. */
const NO_COLUMN = /\([^()]{0,40}\)|单位:?|[亿万千百]?元|计量|[\d\p{P}\p{S}]|[一二三四五六七八九十]、/gu

/**
 * Whether the head of a block names every column of the form, and behind the last of them one more: 本年处理决定数量 | 上年处理决定数量.
 */
export function namesMore(stream: Stream, { template, matches }: Alignment, block: number): boolean {
  const labels = template.labels.flatMap((label, i) =>
    label.block === block ? [{ label, match: matches[i] ?? null }] : [],
  )
  const first = labels.findIndex(({ label }) => label.row !== null)
  const head = labels.slice(0, first)
  const columns = template.definition.blocks[block]?.columns ?? []
  const isNamed = columns.every(({ label }) => head.some((one) => one.label.text === label && one.match !== null))
  const row = labels[first]?.match
  const last = Math.max(...head.map(({ match }) => match?.to ?? 0))
  if (!isNamed || !row) return false
  const rest = stream.chars.slice(last, row.from).replace(NO_COLUMN, '')
  return /\p{L}{2}/u.test(rest)
}
