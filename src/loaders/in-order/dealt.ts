import type { Form } from '../../forms/forms.js'
import type { TableName } from '../../types.js'
import { foldLabel } from '../fold.js'
import { placeIn, type Stream } from '../stream.js'
import { isTakenInBlocks } from './blocks.js'
import type { OrderedFigure } from './figures.js'
import type { Placing } from './placed.js'
import type { Shape } from './placings.js'
import { figuresOf, stretchOf } from './stretch.js'

/** A table's figures, without those that a program wrote before the table's title or behind the next. */
interface Dealt {
  readonly figures: readonly OrderedFigure[]
  /** Those of the next table that stand in this one's stretch, at its end. */
  readonly surplus: readonly OrderedFigure[]
  /** Those of this table that stand in the next one's stretch. */
  readonly late: readonly OrderedFigure[]
}

/**
 * The figures of a table in a text taken from pages block by block, as many as it has cells, in the orders in which they may have to be read.
 * There some of the last rows of a page may stand behind the title of the next table, and the first figures of that table before it:
 * rows that stand together column by column are blocks of as many figures each, without words. And some figures may have been
 * written too soon or too late.
 */
export function orderedByBlocks(
  stream: Stream,
  source: string,
  form: Form,
  table: TableName,
): (readonly OrderedFigure[])[] {
  if (!isTakenInBlocks(source)) return []
  const shape = figuresOf(stream, source, form, table)?.shape
  if (shape === undefined) return []
  const orders = [false, true].flatMap((hasPages) => {
    const text = { stream, source, hasPages }
    return shape.stacks === 'none' ? besideTables(text, form, table, shape) : [dealt(text, form, table)?.figures ?? []]
  })
  return [...new Map(orders.map((figures) => [figures.map(({ from }) => from).join(), figures])).values()]
}

interface Text {
  readonly stream: Stream
  readonly source: string
  /** Whether figures alone at the ends of pages are figures, and not the numbers of these. */
  readonly hasPages: boolean
}

/** The figures of a table whose rows stand side by side: those that stand before its title in each place where they may belong. */
function besideTables(text: Text, form: Form, table: TableName, shape: Shape): OrderedFigure[][] {
  const names = Object.keys(form.tables) as TableName[]
  const above = names[names.indexOf(table) - 1]
  const before = above === undefined ? null : dealt(text, form, above)
  const { own, behind } = aroundTitles(text, form, table) ?? { own: [], behind: [] }
  const claimed = new Set(before?.late.map(({ from }) => from))
  const surplus = before?.surplus ?? []
  const others = [...own, ...behind].filter(({ from }) => !claimed.has(from))
  if (surplus.length + others.length !== shape.rows * shape.columns) return []
  const places = surplus.length === 0 ? [0] : [...others, null].keys()
  return [...places].map((at) => [...others.slice(0, at), ...surplus, ...others.slice(at)])
}

function dealt(text: Text, form: Form, table: TableName): Dealt | null {
  const found = aroundTitles(text, form, table)
  const shape = figuresOf(text.stream, text.source, form, table)?.shape
  if (found === null || shape === undefined || shape.stacks === 'none') return null
  const { own, behind } = found
  const cells = shape.rows * shape.columns
  const more = own.length - cells
  if (more === 0) return { figures: own, surplus: [], late: [] }
  if (more > 0) {
    const surplus = own.slice(cells)
    const isOther = surplus.every(({ isBare }) => !isBare) && own[cells - 1]?.isBare === true
    return isOther ? { figures: own.slice(0, cells), surplus, late: [] } : null
  }
  const last = own.findLast(({ isBare }) => isBare)
  const heightOf = (figure: OrderedFigure | undefined) =>
    [...own, ...behind].filter(({ block }) => block === figure?.block).length
  const height = heightOf(last)
  const late = behind.filter((figure) => figure.isBare && heightOf(figure) === height)
  return height > 1 && late.length === -more ? { figures: [...own, ...late], surplus: [], late } : null
}

/** The figures from a table's title to the next, and those behind that on the same page. */
function aroundTitles({ stream, source, hasPages }: Text, form: Form, table: TableName) {
  const stretch = stretchOf(stream, form, table)
  if (stretch === null) return null
  const { folded } = stream
  const page = source.indexOf('\f', folded.offsets[stretch.range[1]])
  const end = page < 0 ? folded.text.length : placeIn(folded.offsets, page)
  const figures = stretch
    .figuresIn(source, [stretch.range[0], Math.max(stretch.range[1], end)])
    .filter(({ mayBePage }) => hasPages || !mayBePage)
  const isOwn = ({ from }: OrderedFigure) => from < stretch.range[1]
  return { own: figures.filter(isOwn), behind: figures.filter((figure) => !isOwn(figure)) }
}

/** Tells whether a figure may stand in a column: one alone right below whole heads of columns, in its own block, stands in that of the last. */
export function underHeads(form: Form, table: TableName): (figure: OrderedFigure, column: number) => boolean {
  const { columns = [] } = form.tables[table]?.blocks[0] ?? {}
  const heads = columns.map(({ label, aliases }) => [label, ...aliases].map((words) => foldLabel(words)))
  return ({ lead, isOnly }, column) => {
    const last = isOnly ? lastHead(lead, heads) : null
    return last === null || last === column
  }
}

/** Which head ends words that are heads altogether; `null` for others. */
function lastHead(words: string, heads: readonly (readonly string[])[]): number | null {
  for (const [column, own] of heads.entries())
    for (const head of own) {
      if (!words.endsWith(head)) continue
      const before = words.slice(0, -head.length)
      if (before === '' || lastHead(before, heads) !== null) return column
    }
  return null
}

/** Whether every figure below the name of one row only, in its own block, is in that row of a table whose rows stand side by side. */
export function isUnderNames(placing: Placing, form: Form, table: TableName): boolean {
  const { columns = [], rows = [] } = form.tables[table]?.blocks[0] ?? {}
  const names = rows.map(({ printed }) => foldLabel(printed))
  if (form.tables[table]?.arrangement !== 'single_row') return true
  return placing.every(({ lines: [figure] }, i) => {
    const [name, another] = names.filter((words) => figure?.lead.includes(words))
    return name === undefined || another !== undefined || names[Math.floor(i / columns.length)] === name
  })
}
