import { type Form, type FormTable, formById, type Identity } from '../../forms/forms.js'
import type { Cell, Folded } from '../../types.js'
import { nameOf, sumsOf } from '../confirm.js'
import { foldLabel } from '../fold.js'
import { equationsOf } from '../puzzle.js'
import { sectionBehind } from '../row-behind.js'
import { foldedEnd, placeOf, type Stream } from '../stream.js'
import type { FoundTable } from '../tables.js'
import { isKnown } from '../withheld.js'
import { figuresInOrder, type OrderedFigure } from './figures.js'
import { type Placing, placings, type Shape } from './placings.js'

/**
 * A table of a text some of whose cells were not to be read by their labels, as where a program took it from a page block by block, labels
 * apart from figures: if all cells are printed, their order and the form's sums tell which figure is whose. Those are `inferred` on
 * which all ways agree that fulfil every sum of the form, if what was read by labels agrees too.
 */
export function readInOrder(stream: Stream, source: string, table: FoundTable): FoundTable {
  const form = formById(table.form)
  const definition = form?.tables[table.table]
  if (form === undefined || definition === undefined || table.cells.every(isKnown)) return table
  const shape = shapeOf(form, table, definition)
  const range = shape && rangeOf(stream, form, table)
  if (!shape || !range) return table
  const figures = figuresInOrder(stream.folded, source, range, (words) => numberOf(definition, words))
  const own = withoutPages(figures, shape)
  const waysBy = (stacks: Shape['stacks']) =>
    placings(own, { ...shape, stacks })
      .map((placing) => cellsOf(stream.folded, source, table.cells, placing))
      .map((cells) => provenBySums(form, table, cells))
      .filter((cells) => cells !== null)
  const simple = waysBy(shape.stacks)
  const ways = simple.length > 0 || shape.stacks === 'none' ? simple : waysBy('in parts')
  const [first] = ways
  if (first === undefined || table.cells.some((cell, i) => isKnown(cell) && !isSameCount(cell, first[i]))) return table
  const cells = table.cells.map((cell, i) => {
    const own = first[i]
    const isCertain = ways.every((one) => one[i]?.value === own?.value && one[i]?.status === own?.status)
    return isKnown(cell) || own === undefined || !isCertain ? cell : own
  })
  return { ...table, cells }
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
    stacks: arrangement === 'labelled_rows' ? 'whole' : 'none',
  }
}

/** From a table's title to that of the next, or to the next section. */
function rangeOf(stream: Stream, form: Form, { table }: FoundTable): readonly [number, number] | null {
  const titles = Object.entries(form.tables).map(([name, { title }]) => ({ name, at: endOf(stream, title) }))
  const own = titles.find(({ name }) => name === table)?.at ?? null
  if (own === null) return null
  const next = titles.flatMap(({ at }) => (at !== null && at > own ? at : []))
  return [own, next.length === 0 ? sectionBehind(stream.folded.text, own) : Math.min(...next)]
}

/** Where a title ends the last time that it is printed. */
function endOf(stream: Stream, title: string): number | null {
  const at = stream.chars.lastIndexOf(title)
  return at < 0 ? null : foldedEnd(stream, at + title.length)
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

/** The figures without those that may be page numbers, where these are the ones too many. */
function withoutPages(figures: readonly OrderedFigure[], { rows, columns }: Shape): readonly OrderedFigure[] {
  const others = figures.filter(({ mayBePage }) => !mayBePage)
  return others.length === rows * columns ? others : figures
}

function cellsOf(folded: Folded, source: string, cells: readonly Cell[], placing: Placing): Cell[] {
  return cells.map(({ row, column }, i): Cell => {
    const { value = null, lines: [first, another] = [] } = placing[i] ?? {}
    const at = first === undefined || another !== undefined ? null : placeOf(folded, first.from, first.to)
    const text = at && source.slice(...at)
    return { row, column, value, status: value === null ? 'nil' : 'inferred', text, at }
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

function isSameCount(cell: Cell, other: Cell | undefined): boolean {
  return (cell.value ?? 0) === (other?.value ?? 0)
}
