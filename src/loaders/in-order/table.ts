import { type Form, type FormTable, formById, type Identity } from '../../forms/forms.js'
import type { Cell, Folded } from '../../types.js'
import { nameOf, sumsOf } from '../confirm.js'
import { equationsOf } from '../puzzle.js'
import { sectionBehind } from '../row-behind.js'
import { foldedEnd, placeOf, type Stream } from '../stream.js'
import type { FoundTable } from '../tables.js'
import { isKnown } from '../withheld.js'
import { figuresInOrder, type OrderedFigure } from './figures.js'
import { type Placing, placings, type Shape } from './placings.js'

/**
 * A table of a text most of whose cells were not to be read by their labels, as where a program took it from a page block by block, labels
 * apart from figures: if all cells are printed, their order and the form's sums tell which figure is whose. Those are `inferred` on
 * which all ways agree that fulfil every sum of the form, if what was read by labels agrees too.
 */
export function readInOrder(stream: Stream, source: string, table: FoundTable): FoundTable {
  const form = formById(table.form)
  const definition = form?.tables[table.table]
  if (form === undefined || definition === undefined) return table
  if (table.cells.filter(isKnown).length > table.cells.length / 2) return table
  const shape = shapeOf(form, table, definition)
  const range = shape && rangeOf(stream, form, table)
  const figures = range && figuresInOrder(stream.folded, source, ...range)
  if (!shape || !figures) return table
  const ways = placings(withoutPages(figures, shape), shape)
    .map((placing) => cellsOf(stream.folded, source, table.cells, placing))
    .map((cells) => provenBySums(form, table, cells))
    .filter((cells) => cells !== null)
  const [first] = ways
  if (first === undefined) return table
  const isSame = (cell: Cell, i: number) =>
    ways.every((cells) => cells[i]?.value === cell.value && cells[i]?.status === cell.status)
  const isContrary = first.some((cell, i) => {
    const read = table.cells[i]
    return read !== undefined && isKnown(read) && (read.value ?? 0) !== (cell.value ?? 0)
  })
  if (isContrary) return table
  return {
    ...table,
    cells: table.cells.map((cell, i) => {
      const own = first[i]
      return isKnown(cell) || own === undefined || !isSame(own, i) ? cell : own
    }),
  }
}

/** The rows and columns of a table whose rows all have a sum; `null` for others. */
function shapeOf(form: Form, { table }: FoundTable, { arrangement, blocks }: FormTable): Shape | null {
  const [block, another] = blocks
  const sums = equationsOf(form, table, []).filter(({ along }) => along === 'rows')
  if (block === undefined || another !== undefined || sums.length === 0) return null
  const place = (code: string) => block.columns.findIndex((column) => column.code === code)
  const places = ({ left, right }: Identity) => ({ left: left.map(place), right: right.map(place) })
  return {
    rows: block.rows.length,
    columns: block.columns.length,
    sums: sums.map(places),
    hasStacks: arrangement === 'labelled_rows',
  }
}

/** From a table's title to that of the next, or to the next section. */
function rangeOf(stream: Stream, form: Form, { table }: FoundTable): readonly [number, number] | null {
  const titles = Object.entries(form.tables).map(([name, { title }]) => ({ name, at: titleNear(stream, title) }))
  const own = titles.find(({ name }) => name === table)?.at
  if (own === undefined || own < 0) return null
  const next = titles.map(({ at }) => at).filter((at) => at > own)
  const isLast = next.length === 0
  return [own, isLast ? sectionBehind(stream.folded.text, own) : Math.min(...next)]
}

function titleNear(stream: Stream, title: string): number {
  const at = stream.chars.lastIndexOf(title)
  return at < 0 ? -1 : foldedEnd(stream, at + title.length)
}

/** The figures without those that may be page numbers, where these are the ones too many. */
function withoutPages(figures: readonly OrderedFigure[], { rows, columns }: Shape): readonly OrderedFigure[] {
  const others = figures.filter(({ mayBePage }) => !mayBePage)
  return others.length === rows * columns ? others : figures
}

function cellsOf(folded: Folded, source: string, cells: readonly Cell[], placing: Placing): Cell[] {
  return cells.map(({ row, column }, i): Cell => {
    const figure = placing[i]
    const at = placeOf(folded, figure?.from ?? 0, figure?.to ?? 0)
    const text = source.slice(...at)
    if (figure === undefined || figure.value === null) return { row, column, value: null, status: 'nil', text, at }
    return { row, column, value: figure.value, status: 'inferred', text, at }
  })
}

/** The cells with the sums that vouch for them; `null` where one fails. */
function provenBySums(form: Form, { table }: FoundTable, cells: readonly Cell[]): Cell[] | null {
  const sums = sumsOf(form, table, cells)
  if (!sums.every(({ holds }) => holds === true)) return null
  return cells.map((cell) => {
    const by = sums.filter((sum) => sum.cells.has(nameOf(cell))).map(({ id }) => id)
    return cell.status === 'inferred' ? { ...cell, by } : cell
  })
}
