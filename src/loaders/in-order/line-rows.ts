import { type Form, formById, formCells } from '../../forms/forms.js'
import type { Cell } from '../../types.js'
import { foldLabel } from '../fold.js'
import { sumsOf } from '../search/confirm.js'
import { isKnown } from '../search/withheld.js'
import { placeOf, type Stream } from '../stream.js'
import type { FoundTable } from '../tables/tables.js'
import type { OrderedFigure } from './figures.js'
import { stretchOf } from './stretch.js'

/** Rows of so many cells are told from anything else that stands on a line. */
const WIDE = 5
/** Lines of fewer figures are no rows, but perhaps the number of a page. */
const SEVERAL = 2

/** A line of figures, with the row whose whole label ends right before them. */
interface FigureLine {
  readonly figures: readonly OrderedFigure[]
  readonly row: number | null
}

/**
 * A table of a text in which every row stands on its line, though some labels are broken over the lines above and below it: between two
 * lines that name their rows, as many others as there are rows between are these rows. Of them those are `stated` that have a figure in
 * every cell and add up, in a table of which nothing else that was read speaks against it.
 */
export function readByLines(stream: Stream, source: string, table: FoundTable): FoundTable {
  const form = formById(table.form)
  const definition = form?.tables[table.table]
  const [block, another] = definition?.blocks ?? []
  const isFit = block !== undefined && another === undefined && block.columns.length >= WIDE
  if (!form || !isFit || definition?.arrangement !== 'labelled_rows' || table.cells.every(isKnown)) return table
  const stretch = stretchOf(stream, form, table.table)
  if (stretch === null) return table
  const { text } = stream.folded
  const labels = block.rows.map(({ printed, aliases }) => [printed, ...aliases].map(foldLabel))
  const lines = linesOf(stretch.figuresIn(source, stretch.range)).map((figures): FigureLine => {
    const [{ from }] = figures
    return { figures, row: rowNamed(text.slice(text.lastIndexOf('\n', from - 1) + 1, from), labels) }
  })
  const told = new Map<string, readonly Cell[]>()
  for (const [row, line] of rowsOfLines(lines, labels.length)) {
    const code = block.rows[row]?.code ?? ''
    const cells = line.length === block.columns.length ? cellsOf(stream, source, form, table, code, line) : null
    if (cells !== null) told.set(code, cells)
  }
  const at = new Map<string, number>()
  const read = table.cells.map((cell) => {
    const i = at.get(cell.row) ?? 0
    at.set(cell.row, i + 1)
    return told.get(cell.row)?.[i] ?? cell
  })
  const isOther = (cell: Cell, i: number) => isKnown(cell) && cell.value !== read[i]?.value
  if (table.cells.some(isOther)) return table
  return { ...table, cells: table.cells.map((cell, i) => (isKnown(cell) ? cell : (read[i] ?? cell))) }
}

type Line = readonly [OrderedFigure, ...OrderedFigure[]]

/** The lines that hold several figures, and any that holds one with words: there one figure is all that is left of a row. */
function linesOf(figures: readonly OrderedFigure[]): Line[] {
  const lines = new Map<number, OrderedFigure[]>()
  for (const figure of figures) lines.set(figure.line, [...(lines.get(figure.line) ?? []), figure])
  return [...lines.values()].filter(
    (own): own is [OrderedFigure, ...OrderedFigure[]] => own.length >= SEVERAL || own[0]?.isAlone === false,
  )
}

/** The row whose whole label words end with; `null` where there is none, or several. */
function rowNamed(words: string, labels: readonly (readonly string[])[]): number | null {
  const written = foldLabel(words)
  const length = (own: readonly string[]) =>
    Math.max(0, ...own.filter((label) => written.endsWith(label)).map((label) => label.length))
  const lengths = labels.map(length)
  const longest = Math.max(...lengths)
  const named = [...lengths.keys()].filter((row) => lengths[row] === longest)
  return longest === 0 || named.length > 1 ? null : (named[0] ?? null)
}

/**
 * The line of each row: of those between two lines that name theirs, where there are as many as rows between; and of one so named, where
 * that is so on both its sides.
 */
function rowsOfLines(lines: readonly FigureLine[], rows: number): Map<number, readonly OrderedFigure[]> {
  const named = lines.flatMap(({ row }, i) => (row === null ? [] : [{ row, i }]))
  // A row named again is another table's.
  if (named.some(({ row }, k) => row <= (named[k - 1]?.row ?? -1))) return new Map()
  const ends = [{ row: -1, i: -1 }, ...named, { row: rows, i: lines.length }]
  const isEven = ends.slice(1).map((end, k) => {
    const [further, lower] = [end.row - (ends[k]?.row ?? 0), end.i - (ends[k]?.i ?? 0)]
    return further === lower && further > 0
  })
  const found = new Map<number, readonly OrderedFigure[]>()
  isEven.forEach((even, k) => {
    const [above, below] = [ends[k], ends[k + 1]]
    if (!even || above === undefined || below === undefined) return
    for (let i = above.i + 1; i < below.i; i++) found.set(above.row + i - above.i, lines[i]?.figures ?? [])
    if (isEven[k + 1] && below.row < rows) found.set(below.row, lines[below.i]?.figures ?? [])
  })
  return found
}

/** The cells of a row with the figures of a line; `null` where they do not add up. */
function cellsOf(
  { folded }: Stream,
  source: string,
  form: Form,
  { table }: FoundTable,
  row: string,
  figures: readonly OrderedFigure[],
): Cell[] | null {
  const columns = formCells(form, table).filter((cell) => cell.row.code === row)
  const cells = columns.map(({ column }, i): Cell => {
    const figure = figures[i]
    const at = figure === undefined ? null : placeOf(folded, figure.from, figure.to)
    const value = figure?.value ?? null
    return {
      row,
      column: column.code,
      value,
      status: value === null ? 'nil' : 'stated',
      text: at && source.slice(...at),
      at,
    }
  })
  const sums = sumsOf(form, table, cells).filter(({ along }) => along === 'rows')
  return sums.length > 0 && sums.every(({ holds }) => holds === true) ? cells : null
}
