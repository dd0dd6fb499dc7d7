import { type Form, formById, formCells } from '../../forms/forms.js'
import type { Cell } from '../../types.js'
import { foldLabel } from '../fold.js'
import { cellMarks } from '../marks.js'
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

/** A line of figures, with the words on it before them and the row whose whole label these end with. */
interface FigureLine {
  readonly figures: Line
  readonly words: string
  readonly row: number | null
}

/**
 * A table of a text in which every row stands on its line, parted by blanks, though some labels are broken over the lines above and below it:
 * between two lines that name their rows, as many others as there are rows between are these rows. Of them those are `stated` that have a
 * figure in every cell, add up, and have their label about them; but only where some rows of this very table were read by labels, so that its
 * columns are known.
 */
export function readByLines(stream: Stream, source: string, table: FoundTable): FoundTable {
  const form = formById(table.form)
  const definition = form?.tables[table.table]
  const [block, another] = definition?.blocks ?? []
  const isFit = block !== undefined && another === undefined && block.columns.length >= WIDE
  if (!form || !isFit || definition?.arrangement !== 'labelled_rows' || table.cells.every(isKnown)) return table
  const stretch = stretchOf(stream, form, table.table)
  if (stretch === null || !wasRead(table, placeOf(stream.folded, ...stretch.range))) return table
  const { text } = stream.folded
  const labels = block.rows.map(({ printed, aliases }) => [printed, ...aliases].map(foldLabel))
  const lines = linesOf(stretch.figuresIn(source, stretch.range)).map((figures): FigureLine => {
    const [{ from }] = figures
    const words = text.slice(text.lastIndexOf('\n', from - 1) + 1, from)
    return { figures, words, row: rowNamed(words, labels) }
  })
  const told = new Map<string, readonly Cell[]>()
  for (const [row, i] of rowsBetween(lines)) {
    const [line, code] = [lines[i], block.rows[row]?.code ?? '']
    if (line === undefined || line.figures.length !== block.columns.length || !standsFree(text, line)) continue
    const around = text.slice(endOf(lines[i - 1]), lines[i + 1]?.figures[0].from).replace(/\s/g, '')
    const cells = cellsOf(stream, source, form, table, code, line.figures)
    if (cells !== null && labels[row]?.some((label) => holdsInParts(around, label, PARTS))) told.set(code, cells)
  }
  const at = new Map<string, number>()
  const read = table.cells.map((cell) => {
    const i = at.get(cell.row) ?? 0
    at.set(cell.row, i + 1)
    return told.get(cell.row)?.[i] ?? cell
  })
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

/** So many rows read by labels show that the columns are the form's. */
const READ = 2

/** Whether rows of a table were read, all in a stretch of the source. */
function wasRead({ cells }: FoundTable, [from, to]: readonly [number, number]): boolean {
  const open = new Set(cells.filter((cell) => !isKnown(cell) || cell.at === null).map(({ row }) => row))
  const rows = new Set(cells.map(({ row }) => row).filter((row) => !open.has(row)))
  return rows.size >= READ && cells.every(({ at }) => at === null || (at[0] >= from && at[1] <= to))
}

/**
 * The lines, by their index, of the rows between two that name theirs, where there are as many lines as rows between; and of one that names its
 * own, where that is so on both its sides.
 */
function rowsBetween(lines: readonly FigureLine[]): Map<number, number> {
  const named = lines.flatMap(({ row }, i) => (row === null ? [] : [{ row, i }]))
  // A row named again is another table's.
  if (named.some(({ row }, k) => row <= (named[k - 1]?.row ?? -1))) return new Map()
  const found = new Map<number, number>()
  let isEvenAbove = false
  named.slice(1).forEach((below, k) => {
    const above = named[k] ?? below
    const isEven = below.row - above.row === below.i - above.i
    if (isEven)
      for (let i = isEvenAbove ? above.i : above.i + 1; i < below.i; i++) found.set(above.row + i - above.i, i)
    isEvenAbove = isEven
  })
  return found
}

function endOf(line: FigureLine | undefined): number | undefined {
  return line?.figures.at(-1)?.to
}

/** Whether nothing but blanks parts the figures of a line, and no 约 stands before the first. */
function standsFree(text: string, { figures, words }: FigureLine): boolean {
  const written = words + text.slice(figures[0].from, figures.at(-1)?.to)
  return (
    !/[|\t\u001d\u001f]/.test(written) && !cellMarks().approximate_before.some((mark) => words.trim().endsWith(mark))
  )
}

/** A label is broken over so many lines, with at least so many letters on the first. */
const [PARTS, FIRST] = [4, 2]

/** Whether a label stands in words whole, or in parts one behind the other with other words between. */
function holdsInParts(words: string, label: string, parts: number): boolean {
  if (label === '') return true
  if (parts === 0) return false
  for (let length = label.length; length >= (parts === PARTS ? Math.min(FIRST, label.length) : 1); length--) {
    const at = words.indexOf(label.slice(0, length))
    if (at >= 0 && holdsInParts(words.slice(at + length), label.slice(length), parts - 1)) return true
  }
  return false
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
