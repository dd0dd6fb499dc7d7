import { readReference } from '../forms/reference.js'
import type { Alignment } from './align.js'
import { foldLabel } from './fold.js'
import { cellMarks, escaped } from './marks.js'
import type { Stream } from './stream.js'
import type { Label, Template } from './template.js'

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
  const head = headOf(stream, alignment)
  return namesCumulative(head) ? { ...alignment, template: widened(template, numbersRows(head)) } : alignment
}

/** What stands before the first row found, back to the sentence before. */
function headOf(stream: Stream, { template, matches }: Alignment): string {
  const first = matches.find((match, i) => match !== null && template.labels[i]?.row !== null)
  if (!first) return ''
  const before = stream.chars.slice(Math.max(0, first.from - HEAD), first.from)
  return before.slice(before.lastIndexOf('。') + 1)
}

let pattern: RegExp | undefined
let others: RegExp | undefined

/** Whether a head names the column of the year, right behind it that of the years till then, and no other. */
function namesCumulative(head: string): boolean {
  const words = readReference<ValueColumns>('value-columns.json', 'value-columns')
  pattern ??= new RegExp(
    `(?:^|\\)|[—-]|${any(words.row_heads)})(?:20\\d\\d年度?|${any(words.this_year)})${REMARK}(?:${any(words.cumulative)})${REMARK}`,
    'g',
  )
  others ??= new RegExp(any([...words.this_year, ...words.cumulative, ...words.further]))
  const found = [...head.matchAll(pattern)].at(-1)
  return found !== undefined && !others.test(head.slice(found.index + found[0].length))
}

function numbersRows(head: string): boolean {
  return ['代码', ...cellMarks().numbering_columns].some((word) => head.includes(word))
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

/** @param isNumbered whether the head has a column of the rows' own numbers */
function widened(template: Template, isNumbered: boolean): Template {
  const blocks = template.definition.blocks.map((block) => ({
    ...block,
    columns: block.columns.flatMap((column) => [column, { ...column, code: CUMULATIVE, aliases: [] }]),
  }))
  const labels = template.labels.map((label): Label => {
    if (label.row === null) return label
    const cells = label.row.cells.flatMap((cell) => [cell, { ...cell, column: CUMULATIVE }])
    return { ...label, row: { ...label.row, cells, serial: isNumbered ? label.row.serial : null } }
  })
  return { ...template, definition: { ...template.definition, blocks }, labels }
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
