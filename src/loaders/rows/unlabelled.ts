import type { Alignment } from '../labels/align.js'
import { hasNumberOf, isNearly } from '../labels/near-label.js'
import type { Label } from '../labels/template.js'
import { foldedEnd, foldedIndex, type Stream } from '../stream.js'
import { borderedPiece, isMark, type Piece } from './cells.js'
import { type PrintedCell, type PrintedRow, rowAt, rowBelow } from './printed-row.js'
import { isOwnNumber } from './row-lead.js'
import { slotPieces } from './slot-cells.js'
import type { LabelledRow } from './stretch.js'

/** A row that reading order and borders find, though its label was not. */
export interface Unlabelled {
  /** The pieces in its slots. */
  readonly pieces: readonly Piece[]
  /** Printed with typing errors, an empty cell, or other words behind the form's own numbering. */
  readonly label: 'printed' | 'empty' | 'reworded'
  /** The unit printed in a cell of its own, or `null`. */
  readonly unit: string | null
}

/** A header of several lines, printed once more after a page break, has no more rows than this between two of the form's. */
const MAX_BETWEEN = 8

/**
 * Rows printed with all their borders whose label was not found: where the form has one row between two that were found, and
 * one row with so many cells stands between them, reading order says which it is. Its label must be empty, or the form's with
 * typing errors or in other words behind the same number ((七)合计); a row with a label of its own is another.
 *
 * @returns by index of the template's label
 */
export function unlabelledRows(
  stream: Stream,
  alignment: Alignment,
  printed: ReadonlyMap<number, LabelledRow>,
): Map<number, Unlabelled> {
  const { template, matches } = alignment
  const found = new Map<number, Unlabelled>()
  if (template.definition.arrangement === 'single_row') return found
  const rows = template.labels.flatMap((label, index) => (label.row === null ? [] : [index]))
  rows.forEach((missing, i) => {
    const label = template.labels[missing]
    if (matches[missing] || !label?.row) return
    const gap = gapAt(stream, alignment, printed, [rows[i - 1], missing, rows[i + 1]])
    if (gap === null) return
    const readings = gap.rows.map((row) => readingOf(stream.folded.text, row, label, gap))
    // A row of other figures between the two may be the one as well as this.
    const holding = readings.filter((reading) => reading === 'other' || reading?.pieces.some(isMark))
    const [only = null, second] = holding.length > 0 ? holding : readings.filter((reading) => reading !== null)
    if (only !== null && only !== 'other' && second === undefined) found.set(missing, only)
  })
  return found
}

/** What is printed between two rows of the form that were found. */
interface Gap {
  readonly rows: readonly PrintedRow[]
  /** Cells in the row above. */
  readonly width: number
  readonly columns: LabelledRow['stretch']['columns']
  /** Where the headings stand that the form prints between them. */
  readonly headings: readonly (readonly [from: number, to: number])[]
}

/** The rows between a missing one's neighbours; `null` where these were not found, or other words stand between. */
function gapAt(
  stream: Stream,
  { matches }: Alignment,
  printed: ReadonlyMap<number, LabelledRow>,
  [before, missing, after]: readonly [number | undefined, number, number | undefined],
): Gap | null {
  const { text } = stream.folded
  const neighbours = [before, after].filter((index) => index !== undefined).map((index) => printed.get(index))
  if (!neighbours.every((row) => row !== undefined && slotPieces(text, row) !== null)) return null
  const headings = matches
    .slice((before ?? -1) + 1, missing)
    .flatMap((match) => (match ? [[foldedIndex(stream, match.from), foldedEnd(stream, match.to)] as const] : []))
  const header = headings.at(-1)
  const top = before === undefined ? header && rowAt(text, header[1] - 1) : printed.get(before)?.row
  const rows = top ? rowsBetween(text, top, after === undefined ? null : (printed.get(after)?.row ?? null)) : null
  const columns = neighbours[0]?.stretch.columns ?? null
  return top && rows ? { rows, headings, columns, width: top.cells.length } : null
}

/** The rows below one and above the other, or down to the first words that are no row; `null` where such words part the two. */
function rowsBetween(text: string, top: PrintedRow, bottom: PrintedRow | null): PrintedRow[] | null {
  const rows: PrintedRow[] = []
  let row = rowBelow(text, top)
  for (; row !== null && row.from !== bottom?.from; row = rowBelow(text, row)) {
    if (rows.length === MAX_BETWEEN || row.kind !== top.kind) return bottom === null ? rows : null
    rows.push(row)
  }
  return row === null && bottom !== null ? null : rows
}

/** The row as the missing one; `other` where it is another with figures, `null` where it is none with figures. */
function readingOf(
  text: string,
  row: PrintedRow,
  label: Label,
  { width, columns, headings }: Gap,
): Unlabelled | 'other' | null {
  const other = row.cells.some(({ from, to }) => /\d/.test(text.slice(from, to))) ? 'other' : null
  if (row.open) return other
  const slots = label.row?.cells.length ?? 0
  const real = row.cells.filter((cell) => !cell.covered)
  const start = row.kind !== 'html' && columns !== null ? columns.start : real.length - slots
  const isHeading = ({ from, to }: PrintedCell) => headings.some(([first, last]) => first >= from && last <= to)
  const isOneLabel = real.length === row.cells.length && real.filter((cell) => !isHeading(cell)).length === slots + 1
  const hasWidth = row.cells.length === width || (isOneLabel && row.kind === 'html')
  if (start < 1 || ((row.kind === 'html' || columns !== null) && !hasWidth)) return other
  const wordsOf = ({ from, to }: PrintedCell) => text.slice(from, to).replace(/\s/g, '')
  const { units = [], serial = null } = label.row ?? {}
  const unit = real.slice(0, start).findLast((cell) => units.includes(wordsOf(cell)))
  if (units.length > 0 && unit === undefined) return other
  const isLead = (cell: PrintedCell) => cell === unit || (serial !== null && isOwnNumber(wordsOf(cell), serial))
  const lead = real.slice(0, start).findIndex(isLead)
  const labelEnd = units.length > 0 && lead >= 0 ? lead : start
  const [name, ...more] = real
    .slice(0, start)
    .filter((cell) => wordsOf(cell) !== '' && !isHeading(cell) && !(units.length > 0 && isLead(cell)))
  const named = name !== undefined && isNearly(wordsOf(name), label)
  const reworded = name !== undefined && !named && hasNumberOf(wordsOf(name), label)
  const hasRoom = name !== undefined || real.slice(0, start).some((cell) => wordsOf(cell) === '')
  if (more.length > 0 || (name !== undefined && !named && !reworded) || !hasRoom) return other
  if (columns === null && name !== undefined && name !== real[labelEnd - 1]) return other
  if (real.slice(start + slots).some((cell) => wordsOf(cell) !== '')) return other
  const pieces = real
    .slice(start, start + slots)
    .map(({ from, to }) => borderedPiece(text, from, to, row.kind !== 'lines'))
    .filter((piece) => piece !== null)
  const isWhole = pieces.length === slots && (named || pieces.every((piece) => piece.kind !== 'other'))
  return isWhole
    ? {
        pieces,
        label: named ? 'printed' : reworded ? 'reworded' : 'empty',
        unit: unit === undefined ? null : wordsOf(unit),
      }
    : other
}
