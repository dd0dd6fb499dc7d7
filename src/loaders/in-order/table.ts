import { type Form, type FormTable, formById, formCells, forms, type Identity } from '../../forms/forms.js'
import type { Cell, Folded, TableName } from '../../types.js'
import { foldLabel } from '../fold.js'
import { sectionBehind } from '../rows/row-behind.js'
import { nameOf, sumsOf } from '../search/confirm.js'
import { equationsOf } from '../search/puzzle.js'
import { isKnown, withheldWithoutPlace } from '../search/withheld.js'
import { foldedEnd, placeOf, type Stream } from '../stream.js'
import type { FoundTable } from '../tables/tables.js'
import { figuresInOrder, type OrderedFigure } from './figures.js'
import { placingsByLines } from './lines.js'
import { type Placing, placings, type Shape } from './placings.js'

/**
 * A table of a text some of whose cells were not to be read by their labels, as where a program took it from a page block by block, labels
 * apart from figures: if all cells are printed, their order and the form's sums tell which figure is whose. Those are `inferred` on
 * which all ways agree that fulfil every sum of the form, if what was read by labels agrees too.
 */
export function readInOrder(stream: Stream, source: string, table: FoundTable): FoundTable {
  if (table.cells.every(isKnown)) return table
  for (const form of formsFor(table)) {
    const [first, ...others] = waysIn(stream, source, form, table.table)
    if (first === undefined) continue
    if (form.form !== table.form) return { ...table, form: form.form, cells: agreedOn(first, others) }
    if (table.cells.some((cell, i) => isKnown(cell) && !isSameCount(cell, first[i]))) return table
    const found = agreedOn(first, others)
    return { ...table, cells: table.cells.map((cell, i) => (isKnown(cell) ? cell : (found[i] ?? cell))) }
  }
  return table
}

/** The form that the labels told, and those that this may be where no cell could be read by them. */
function formsFor({ table, form, cells }: FoundTable): Form[] {
  const others = cells.some(isKnown) ? [] : forms().filter((other) => other.form !== form && other.tables[table])
  return [formById(form) ?? [], ...others].flat()
}

/** The cells of a table in every way that fulfils all sums of the form. */
function waysIn(stream: Stream, source: string, form: Form, table: TableName): Cell[][] {
  const found = figuresOf(stream, source, form, table)
  if (found === null) return []
  const { shape } = found
  const codes = formCells(form, table).map(({ row, column }) => [row.code, column.code] as const)
  const proven = (found: readonly Placing[]) =>
    found
      .map((placing) => cellsOf(stream.folded, source, codes, placing))
      .map((cells) => provenBySums(form, table, cells))
      .filter((cells) => cells !== null)
  const onOneLine = shape.stacks === 'none' ? asOneRow(shape) : shape
  const waysOf = (figures: readonly OrderedFigure[], pieces: readonly OrderedFigure[]) => [
    () => placings(figures, shape),
    () => placingsByLines(pieces, onOneLine, false),
    () => placingsByLines(pieces, onOneLine, true),
    () => (shape.stacks === 'none' ? [] : placings(figures, { ...shape, stacks: 'in parts' })),
  ]
  const unpaged = [
    found.figures.filter(({ mayBePage }) => !mayBePage),
    found.pieces.filter(({ mayBePage }) => !mayBePage),
  ] as const
  const hasPages = unpaged[0].length < found.figures.length
  for (const placingsOf of [...waysOf(...unpaged), ...(hasPages ? waysOf(found.figures, found.pieces) : [])]) {
    const ways = proven(placingsOf())
    if (ways.length > 0) return ways
  }
  return []
}

/** A table whose rows stand side by side, as one row. */
function asOneRow({ rows, columns, sums, stacks }: Shape): Shape {
  const moved = (places: readonly number[], row: number) => places.map((place) => place + row * columns)
  const all = Array.from({ length: rows }, (_, row) =>
    sums.map(({ left, right }) => ({ left: moved(left, row), right: moved(right, row) })),
  )
  return { rows: 1, columns: rows * columns, sums: all.flat(), stacks }
}

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
  if (!definition || !shape || !range || hasOtherOrder(stream, definition, range)) return null
  const [figures = [], pieces = []] = [true, false].map((areWhole) =>
    figuresInOrder(stream.folded, source, range, (words) => numberOf(definition, words), areWhole),
  )
  return { figures, pieces, shape }
}

/** The cells on which all ways agree; the others are withheld. */
function agreedOn(first: readonly Cell[], others: readonly (readonly Cell[])[]): Cell[] {
  return first.map((cell, i) => {
    const same = ({ value, status }: Cell) => value === cell.value && status === cell.status
    return others.every((one) => one[i] !== undefined && same(one[i])) ? cell : withheldWithoutPlace(cell)
  })
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

function cellsOf(
  folded: Folded,
  source: string,
  codes: readonly (readonly [row: string, column: string])[],
  placing: Placing,
): Cell[] {
  return codes.map(([row, column], i): Cell => {
    const { value = null, lines: [first, another] = [] } = placing[i] ?? {}
    const at = first === undefined || another !== undefined ? null : placeOf(folded, first.from, first.to)
    const text = at && source.slice(...at)
    return { row, column, value, status: value === null ? 'nil' : 'inferred', text, at }
  })
}

/** The cells with the sums that vouch for them; `null` where one fails. */
function provenBySums(form: Form, table: TableName, cells: readonly Cell[]): Cell[] | null {
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
