import { formById } from '../../forms/forms.js'
import type { Cell } from '../../types.js'
import { isUnit } from '../containers/known-labels.js'
import { sectionBehind } from '../rows/row-behind.js'
import { sumsOf } from '../search/confirm.js'
import { isKnown, withheld } from '../search/withheld.js'
import { placeIn, placeOf, type Stream } from '../stream.js'
import type { FoundTable } from '../tables/tables.js'
import { figuresOf } from './stretch.js'

/** This share of lines that hold wide gaps is no chance: there columns are kept. */
const GAPS = 0.02
/** So much of a text tells how it was taken. */
const BEGINNING = 200_000

const FIGURE = /^[\d０-９]+(?:[.,][\d０-９]+)*$/
/** A figure with its unit, as a whole line. */
const COUNTED = /^[\d０-９]+(?:[.,][\d０-９]+)*\s?\p{Script=Han}{0,2}$/u

/**
 * Whether a program took a text from pages block by block, without keeping columns: form feeds end the pages, no line has a gap, and figures
 * stand on lines of their own rather than behind words. There the figures of a row may stand before its label, or far behind it.
 */
export function isTakenInBlocks(source: string): boolean {
  if (!source.includes('\f')) return false
  const lines = source
    .slice(0, BEGINNING)
    .split('\n')
    .flatMap((line) => line.trim() || [])
  const words = lines.map((line) => line.split(/\s+/))
  const alone = words.filter((own, i) => COUNTED.test(lines[i] ?? '') || own.every((word) => FIGURE.test(word))).length
  const behind = words.filter((own) => !FIGURE.test(own[0] ?? '') && FIGURE.test(own.at(-1) ?? '')).length
  return alone > behind && lines.filter((line) => /\S[ \t|]{2}/.test(line)).length < lines.length * GAPS
}

/**
 * A table of such a text with what was read by labels, as far as more than these vouch for it: a table all of whose cells hold a figure, or a
 * row that adds up and whose figures have their place by count too, from the first of the table on or from the last back.
 */
export function withheldUnlessCounted(stream: Stream, source: string, found: FoundTable): FoundTable {
  const table = withoutMixedRows(source, found)
  const { cells } = table
  if (cells.every((cell) => isFilled(cell) || cell.status === 'absent')) return table
  const { isWhole, places: behindUnits } = figuresBehindUnits(stream, table)
  if (isWhole) return table
  const onLines = rowsOnLines(source, cells)
  const form = formById(table.form)
  const ordered = form ? figuresOf(stream, source, form, table.table) : null
  if (form === undefined || ordered === null)
    return {
      ...table,
      cells: cells.map((cell) => {
        const isSure = onLines.has(cell.row) || (cell.status === 'stated' && behindUnits.has(cell.at?.[0]))
        return isKnown(cell) && !isSure ? withheld(cell) : cell
      }),
    }
  const { shape } = ordered
  const figures = ordered.figures.filter(({ mayBePage }) => !mayBePage)
  const places = new Map(figures.map(({ from, to }, i) => [placeOf(stream.folded, from, to)[0], i]))
  const more = figures.length - cells.length
  const sums = sumsOf(form, table.table, cells).filter(({ along }) => along === 'rows')
  const counted = Array.from({ length: shape.rows }, (_, row) => {
    const own = cells.slice(row * shape.columns, (row + 1) * shape.columns)
    const holds = sums.filter((sum) => own.some(({ row: code, column }) => sum.cells.has(`${code}/${column}`)))
    const isAt = (first: number) =>
      own.every((cell, i) => isFilled(cell) && places.get(cell.at?.[0] ?? -1) === first + i)
    const start = row * shape.columns
    return holds.every((sum) => sum.holds === true) && (isAt(start) || isAt(start + more))
  })
  return {
    ...table,
    cells: cells.map((cell, i) =>
      isKnown(cell) && !counted[Math.floor(i / shape.columns)] && !onLines.has(cell.row) ? withheld(cell) : cell,
    ),
  }
}

/**
 * A table without the rows some of whose figures have units and others none, on lines of their own: in letters of another font they stand
 * higher or lower on the page, so that the program may have taken one before another that stands to its left.
 */
function withoutMixedRows(source: string, table: FoundTable): FoundTable {
  const isMixed = (own: readonly Cell[]) => {
    const printed = own.filter(isFilled)
    const [first, last] = [printed.at(0)?.at?.[0] ?? 0, printed.at(-1)?.at?.[1] ?? 0]
    const units = printed.filter(({ text }) => /\p{Script=Han}/u.test(text ?? '')).length
    return units > 0 && units < printed.length && source.slice(first, last).includes('\n')
  }
  const rows = new Set(table.cells.map(({ row }) => row))
  const mixed = new Set([...rows].filter((row) => isMixed(table.cells.filter((cell) => cell.row === row))))
  if (mixed.size === 0) return table
  return { ...table, cells: table.cells.map((cell) => (mixed.has(cell.row) ? withheld(cell) : cell)) }
}

function isFilled({ status, at }: Cell): boolean {
  return (status === 'stated' || status === 'nil') && at !== null
}

/** The rows all of whose figures stand on one line behind words. */
function rowsOnLines(source: string, cells: readonly Cell[]): Set<string> {
  const isOnLine = (own: readonly Cell[]) => {
    const [from, to] = [own[0]?.at?.[0] ?? 0, own.at(-1)?.at?.[1] ?? 0]
    const before = source.slice(source.lastIndexOf('\n', from - 1) + 1, from)
    return own.every(isFilled) && from < to && !source.slice(from, to).includes('\n') && /\p{Script=Han}/u.test(before)
  }
  const rows = [...new Set(cells.map(({ row }) => row))]
  return new Set(rows.filter((row) => isOnLine(cells.filter((cell) => cell.row === row))))
}

/** So many figures behind their units, and none elsewhere, are no chance. */
const SEVERAL = 10

/** The figures that stand straight behind a unit, as a form prints it beside them, by their places in the source. */
function figuresBehindUnits({ folded }: Stream, { at }: FoundTable) {
  const [from, to] = [placeIn(folded.offsets, at[0]), placeIn(folded.offsets, at[1])]
  const end = Math.min(sectionBehind(folded.text, to), from + BEGINNING)
  const words = [...folded.text.slice(from, end).matchAll(/\S+/g)]
  const isFigure = (i: number) => FIGURE.test(words[i]?.[0] ?? '')
  const figures = [...words.keys()].filter(isFigure)
  const behind = figures.filter((i) => isUnit(words[i - 1]?.[0] ?? ''))
  return {
    isWhole: figures.length >= SEVERAL && behind.length === figures.length,
    // The first of two may be that of the row above.
    places: new Set(behind.filter((i) => !isFigure(i + 1)).map((i) => folded.offsets[from + (words[i]?.index ?? 0)])),
  }
}
