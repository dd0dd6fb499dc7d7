import type { Alignment } from './align.js'
import { gridPiece, isMark, type Piece } from './cells.js'
import { type GridCell, type GridRow, gridRowAt, gridRowBelow } from './grid-row.js'
import { type PrintedTable, placedPieces } from './placed.js'
import { foldedEnd, foldedIndex, type Stream } from './stream.js'

/** A header of several lines, printed once more after a page break, has no more rows than this between two of the form's. */
const MAX_BETWEEN = 8

/**
 * Rows that are printed with all their borders, but with an empty cell for a label: where the form has one row between two
 * that were found, and one such row stands between them, reading order says which it is.
 *
 * @returns the pieces in its slots, by index of the template's label
 */
export function namelessRows(stream: Stream, alignment: Alignment, table: PrintedTable): Map<number, readonly Piece[]> {
  const { text } = stream.folded
  const { template, matches } = alignment
  const found = new Map<number, readonly Piece[]>()
  if (template.definition.arrangement === 'single_row') return found
  const rows = template.labels.flatMap((label, index) => (label.row === null ? [] : [index]))
  const isPlaced = (index: number) => {
    const printed = table.rows.get(index)
    return printed !== undefined && placedPieces(text, printed, table) !== null
  }
  rows.forEach((missing, i) => {
    const [before, after] = [rows[i - 1], rows[i + 1]]
    const row = template.labels[missing]?.row
    if (matches[missing] || !row || row.units.length > 0) return
    if ([before, after].some((index) => index !== undefined && !isPlaced(index))) return
    const last = matches.slice(0, missing).findLast((match) => match !== null)
    const top =
      before === undefined ? last && gridRowAt(text, foldedEnd(stream, last.to) - 1) : table.rows.get(before)?.row
    const bottom = after === undefined ? null : (table.rows.get(after)?.row ?? null)
    const headings = matches
      .slice((before ?? -1) + 1, missing)
      .flatMap((match) => (match ? [[foldedIndex(stream, match.from), foldedEnd(stream, match.to)] as const] : []))
    const between = top ? rowsBetween(text, top, bottom) : null
    const candidates = between?.filter((one) => holdsFigures(text, one)) ?? []
    const [only] = candidates
    if (only === undefined || candidates.length > 1) return
    const pieces = unlabelled(text, only, row.cells.length, table, headings, (top ?? only).cells.length)
    if (pieces !== null) found.set(missing, pieces)
  })
  return found
}

/** The rows below one and above the other, or down to the first words that are no row; `null` where such words part the two. */
function rowsBetween(text: string, top: GridRow, bottom: GridRow | null): GridRow[] | null {
  const rows: GridRow[] = []
  let row = gridRowBelow(text, top)
  for (; row !== null && row.from !== bottom?.from; row = gridRowBelow(text, row)) {
    if (rows.length === MAX_BETWEEN || row.kind !== top.kind) return bottom === null ? rows : null
    rows.push(row)
  }
  return row === null && bottom !== null ? null : rows
}

function holdsFigures(text: string, { cells }: GridRow): boolean {
  return cells.some(({ from, to }) => /\d/.test(text.slice(from, to)))
}

/** The pieces in the slots of a row in front of which nothing is printed but headings and empty cells. */
function unlabelled(
  text: string,
  { kind, cells }: GridRow,
  slots: number,
  { columns }: PrintedTable,
  headings: readonly (readonly [number, number])[],
  width: number,
): Piece[] | null {
  if ((kind === 'html' || columns !== null) && cells.length !== width) return null
  const real = cells.filter((cell) => !cell.covered)
  const start = kind !== 'html' && columns !== null ? columns.start : real.length - slots
  if (start < 1) return null
  const own = real.slice(start, start + slots)
  const isEmpty = ({ from, to }: GridCell) => text.slice(from, to).trim() === ''
  const isHeading = ({ from, to }: GridCell) => headings.some(([start, end]) => start >= from && end <= to)
  const lead = real.slice(0, start)
  if (!lead.some(isEmpty) || !lead.every((cell) => isEmpty(cell) || isHeading(cell))) return null
  if (!real.slice(start + slots).every(isEmpty)) return null
  const pieces = own.map(({ from, to }) => gridPiece(text, from, to, kind !== 'lines'))
  const whole = pieces.every((piece) => piece !== null && piece.kind !== 'other')
  return whole && own.length === slots && pieces.some((piece) => piece !== null && isMark(piece))
    ? pieces.filter((piece) => piece !== null)
    : null
}
