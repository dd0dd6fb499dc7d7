import { type Form, formById, formCells, forms } from '../../forms/forms.js'
import type { Cell, Folded, TableName } from '../../types.js'
import { nameOf, sumsOf } from '../search/confirm.js'
import { equationsOf } from '../search/puzzle.js'
import { isKnown, withheldWithoutPlace } from '../search/withheld.js'
import { placeOf, type Stream } from '../stream.js'
import type { FoundTable } from '../tables/tables.js'
import { isUnderNames, orderedByBlocks, underHeads } from './dealt.js'
import type { OrderedFigure } from './figures.js'
import { placingsByLines } from './lines.js'
import type { Placing } from './placed.js'
import { placings, type Shape } from './placings.js'
import { figuresOf } from './stretch.js'

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
  const addsUp = addsUpDown(form, table, codes, shape.columns)
  const proven = (found: readonly Placing[]) =>
    found
      .filter(addsUp)
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
  const ordered = orderedByBlocks(stream, source, form, table)
  const stacks = shape.stacks === 'none' ? 'none' : 'moved'
  const moved: Shape = { ...shape, stacks, mayBeIn: underHeads(form, table) }
  return proven(ordered.flatMap((figures) => placings(figures, moved)).filter((one) => isUnderNames(one, form, table)))
}

/** Tells, before any cells are made, whether a placing fulfils the sums down a table's columns. */
function addsUpDown(
  form: Form,
  table: TableName,
  codes: readonly (readonly [row: string, column: string])[],
  columns: number,
): (placing: Placing) => boolean {
  const rows = [...new Set(codes.map(([row]) => row))]
  const sums = equationsOf(form, table, [{ slots: codes.map(([row]) => ({ row })) }])
    .filter(({ along }) => along === 'columns')
    .map(({ left, right }) => [left, right].map((side) => side.map((code) => rows.indexOf(code) * columns)))
  return (placing) => {
    const total = (starts: readonly number[] = [], column: number) =>
      starts.reduce((sum, start) => sum + (placing[start + column]?.value ?? 0), 0)
    return sums.every(([left, right]) =>
      Array.from({ length: columns }, (_, column) => total(left, column) === total(right, column)).every(Boolean),
    )
  }
}

/** A table whose rows stand side by side, as one row. */
function asOneRow({ rows, columns, sums, stacks }: Shape): Shape {
  const moved = (places: readonly number[], row: number) => places.map((place) => place + row * columns)
  const all = Array.from({ length: rows }, (_, row) =>
    sums.map(({ left, right }) => ({ left: moved(left, row), right: moved(right, row) })),
  )
  return { rows: 1, columns: rows * columns, sums: all.flat(), stacks }
}

/** The cells on which all ways agree; the others are withheld. */
function agreedOn(first: readonly Cell[], others: readonly (readonly Cell[])[]): Cell[] {
  return first.map((cell, i) => {
    const same = ({ value, status }: Cell) => value === cell.value && status === cell.status
    return others.every((one) => one[i] !== undefined && same(one[i])) ? cell : withheldWithoutPlace(cell)
  })
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
