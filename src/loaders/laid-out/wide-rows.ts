import { columnsOfRow, isNumbered, isUnit } from '../containers/known-labels.js'
import type { Row } from '../page-layout/blocks.js'
import { linesOfPieces } from '../page-layout/columns.js'
import type { PagePiece } from '../page-layout/pieces.js'
import { isFigure, isPlain, type LaidPiece } from './pieces.js'

/** A form's row with so many columns; `known` where its figures are its own and whole. */
export interface WideRow extends Row {
  readonly width: number
  readonly known: boolean
  /** Whether figures that no row has stand next to it. */
  readonly touched: boolean
  /** Whether its figures stand on a line without words, as near to the label of another row perhaps. */
  readonly isApart: boolean
}

/** Fewer columns need no looking under one another. */
export const WIDE = 3

/** The rows with the columns they have, and whether their figures are their own and whole. */
export function rowsWithWidths(
  found: readonly Row[],
  free: readonly PagePiece[],
  { page, goesOn }: { readonly page: readonly LaidPiece[]; readonly goesOn: boolean },
): WideRow[] {
  const words = page.filter((piece) => !isFigure(piece) && !isUnit(piece.folded))
  const claimed = new Set(found.flatMap(({ cells }) => cells))
  const left = free.filter((piece) => !claimed.has(piece))
  const narrow = mostOften(found.filter(isNarrow).map(({ cells }) => cells.length))
  return found.map((row, i) => {
    const width = isNarrow(row) ? narrow : (columnsOfRow(row.label.key) ?? 0)
    const touched = isTouched(i, width, found, left) || (goesOn && i === found.length - 1)
    const isOwn = (piece: PagePiece) => isPlain(piece) || (isNarrow(row) && isUnit(piece.folded))
    const isApart = row.cells.some(
      (cell) => !words.some(({ top, bottom }) => cell.middle > top && cell.middle < bottom),
    )
    return { ...row, width, touched, isApart, known: row.sound && row.cells.every(isOwn) && !touched }
  })
}

/** Whether it has all its figures, and they are its own. */
export function isFull({ known, cells, width }: WideRow): boolean {
  return known && width > 0 && cells.length === width
}

/** Whether a row has few columns, or forms differ in them: beside its figures its unit and number may stand. */
function isNarrow({ label }: Row): boolean {
  return (columnsOfRow(label.key) ?? 0) < WIDE
}

/** The number that stands in a list most often, the larger of two. */
function mostOften(numbers: readonly number[]): number {
  const count = (one: number) => numbers.filter((other) => other === one).length
  return numbers.toSorted((a, b) => count(b) - count(a) || b - a)[0] ?? 0
}

/** How far from a table's first and last row figures may be a part of theirs, in lines. */
export const REACH = 3

/** Words of more letters than this are no part of a label at the side of a row. */
const WORDS = 6

/** Whether a page begins with figures behind no label of their own, which may be the rests of those on the page before. */
export function beginsWithRests(page: readonly LaidPiece[]): boolean {
  const lines = linesOfPieces(page).slice(0, REACH)
  const end = lines.findIndex((line) => {
    const words = line.filter((piece) => !isFigure(piece)).map(({ text }) => text)
    return words.some(isNumbered) || words.join('').length > WORDS
  })
  return (end < 0 ? lines : lines.slice(0, end)).some((line) => line.some(isFigure))
}

/** Whether figures that no row has stand next to a row, so that they may be its own, or parts of them. */
function isTouched(i: number, width: number, rows: readonly Row[], free: readonly PagePiece[]): boolean {
  const row = rows[i]
  if (row === undefined) return false
  const above = rows[i - 1]?.label.middle ?? row.label.top - REACH
  const below = rows[i + 1]?.label.middle ?? row.label.bottom + REACH
  const near = free.filter(({ middle }) => middle > above && middle < below)
  return linesOfPieces(near).some((line) => {
    const figures = line.filter(isFigure)
    // A line with a number and a figure in every column is a row of its own, whose label is not known.
    const isOther = row.cells.length === width && figures.length === width && isNumbered(line[0]?.text ?? '')
    return figures.length > 0 && !isOther
  })
}
