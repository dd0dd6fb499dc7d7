import type { Alignment, Match } from '../labels/align.js'
import { holdsLabelAlone } from '../labels/near-label.js'
import type { Label } from '../labels/template.js'
import type { Piece } from '../rows/cells.js'
import { type PrintedRow, rowAt, rowBelow, rowsAbove } from '../rows/printed-row.js'
import { piecesOf } from '../rows/slot-cells.js'
import { foldedEnd, foldedIndex, type Stream } from '../stream.js'
import { isAgainst } from './excess-heads.js'

/** The columns of a block as its heads show them, in a table whose header has as many cells as its rows. */
export interface HeadColumns {
  readonly kind: PrintedRow['kind']
  readonly width: number
  /** The column of each slot. */
  readonly slots: readonly number[]
  /** Every column that has a head of its own, others' than the form's among them. */
  readonly headed: ReadonlySet<number>
}

/** Share of a table's rows that must be as wide as its header before any is read by it. */
const MOST = 0.8
/** Rows of a header below the last that holds a column's label. */
const MAX_BELOW = 3

/**
 * Which column of a printed table is which of the form's, by the heads above: each column's label stands alone in a cell, and nothing
 * else below it in the header.
 *
 * @param printed the rows of the table whose borders are to be seen
 * @returns `null` where the header does not show it for all columns, or names one of them more than once
 */
export function headColumns(
  stream: Stream,
  { template, matches }: Alignment,
  block: number,
  printed: readonly PrintedRow[],
): HeadColumns | null {
  const { text } = stream.folded
  const columns = template.definition.blocks[block]?.columns ?? []
  const names = new Set(columns.map(({ label }) => label))
  const labels = template.labels.flatMap((label, i) => (label.block === block ? [{ label, match: matches[i] }] : []))
  const isSingle = template.definition.arrangement === 'single_row'
  const lastName = labels.findLastIndex(({ label }) => names.has(label.text))
  // A heading above the first row is no head either.
  const firstRow = labels.find(({ match }, i) => match && i > lastName)?.match
  const heads = labels.filter(({ label }) => names.has(label.text))
  const due = isSingle ? (labels.at(-1)?.label.row?.cells.length ?? 0) : columns.length
  if (due === 0 || heads.length !== due) return null
  const matched = labels.flatMap(({ match }) => (match ? (rowAt(text, foldedIndex(stream, match.from)) ?? []) : []))
  const found = heads.flatMap(
    ({ label, match }) => (match ? cellOf(stream, label, match) : cellNamed(text, matched, label)) ?? [],
  )
  if (found.length !== due) return null
  const rows = headerRows(
    text,
    found.map(({ row }) => row),
    firstRow ? foldedIndex(stream, firstRow.from) : null,
  )
  const [first] = rows
  if (first === undefined || rows.some(({ kind, cells }) => kind !== first.kind || cells.length !== first.cells.length))
    return null
  if (printed.filter(({ cells }) => cells.length === first.cells.length).length < printed.length * MOST) return null
  const isFilled = (row: PrintedRow, i: number) => {
    const cell = row.cells[i]
    return cell !== undefined && !cell.covered && text.slice(cell.from, cell.to).trim() !== ''
  }
  const isLast = ({ row, cell }: HeadCell) => !rows.some((other) => other.from > row.from && isFilled(other, cell))
  if (!found.every(isLast)) return null
  const wordings = new Set(labels.filter(({ label }) => names.has(label.text)).flatMap(({ label }) => label.wordings))
  const named = rows.flatMap(({ cells }) => cells.filter(({ from, to }) => wordings.has(wordsOf(text, from, to))))
  if (named.length > due) return null
  const ordered = isSingle ? found : columns.flatMap(({ label }) => found.find((head) => head.label === label) ?? [])
  const slots = ordered.map(({ cell }) => cell)
  if (ordered.length !== due || new Set(slots).size !== due) return null
  // A tall cell may begin above the rows that hold the form's heads.
  const above = rowsAbove(text, first).toReversed()
  const hasHead = (i: number) => {
    const own =
      first.kind === 'html' ? [...above, ...rows].filter(({ cells }) => cells[i]?.covered === false).slice(-1) : rows
    return slots.includes(i) || own.some((row) => isFilled(row, i))
  }
  const headed = new Set(first.cells.flatMap((_, i) => (hasHead(i) ? [i] : [])))
  return { kind: first.kind, width: first.cells.length, slots, headed }
}

interface HeadCell {
  readonly label: string
  readonly row: PrintedRow
  readonly cell: number
}

function cellOf(stream: Stream, label: Label, match: Match): HeadCell | null {
  const { text } = stream.folded
  const [from, to] = [foldedIndex(stream, match.from), foldedEnd(stream, match.to)]
  const row = rowAt(text, from)
  const cell = row?.cells.findIndex((one) => one.from <= from && to <= one.to) ?? -1
  const printed = row?.cells[cell]
  if (row === null || printed === undefined || row.open) return null
  if (isAgainst(text.slice(from, to), label.wordings)) return null
  return holdsLabelAlone(text.slice(printed.from, printed.to), label) ? { label: label.text, row, cell } : null
}

/** The first cell of some rows that holds just a label's words, where it was not found in the form's order. */
function cellNamed(text: string, rows: readonly PrintedRow[], label: Label): HeadCell | null {
  const wordings = new Set(label.wordings)
  for (const row of rows) {
    const cell = row.cells.findIndex(({ from, to }) => wordings.has(wordsOf(text, from, to)))
    if (cell >= 0 && !row.open) return { label: label.text, row, cell }
  }
  return null
}

function wordsOf(text: string, from: number, to: number): string {
  return text.slice(from, to).replace(/\s/g, '')
}

/** The rows that hold heads, and those below them down to the first row of figures. */
function headerRows(text: string, found: readonly PrintedRow[], end: number | null): PrintedRow[] {
  const rows = [...new Map(found.map((row) => [row.from, row])).values()].sort((a, b) => a.from - b.from)
  const last = rows.at(-1)
  if (end === null || last === undefined) return rows
  let row = rowBelow(text, last)
  for (let i = 0; row !== null && row.to <= end && i < MAX_BELOW; i++, row = rowBelow(text, row)) rows.push(row)
  return rows
}

/**
 * The pieces of a row's slots under their heads; `contrary` where figures stand under no head, so that the heads are not those of the figures.
 *
 * @param labelCell the cell of the row's label, or -1
 */
export function piecesUnderHeads(
  text: string,
  row: PrintedRow,
  labelCell: number,
  { kind, width, slots, headed }: HeadColumns,
): Piece[] | 'contrary' | null {
  if (row.kind !== kind || row.cells.length !== width || row.open) return null
  if (slots.some((i) => i <= labelCell)) return null
  const cells = slots.flatMap((i) => row.cells[i] ?? [])
  if (cells.length !== slots.length || cells.some(({ covered }) => covered)) return null
  const isBare = (i: number) => i > labelCell && !headed.has(i)
  const stray = row.cells.filter(
    (cell, i) => isBare(i) && !cell.covered && text.slice(cell.from, cell.to).trim() !== '',
  )
  return stray.length > 0 ? 'contrary' : piecesOf(text, kind, cells)
}
