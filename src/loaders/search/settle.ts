import type { Form, Identity } from '../../forms/forms.js'
import type { Cell, Folded, TableName } from '../../types.js'
import { isCell, isMark, type Piece } from '../rows/cells.js'
import { placeOf } from '../stream.js'
import { type FoundRow, fillRows } from '../tables/fill.js'
import { confirmedBySums, contradictedIn, nameOf } from './confirm.js'
import { type LineDoubt, lineDoubts } from './line-doubts.js'
import { withheldOverLines } from './over-lines.js'
import type { PuzzleRow } from './puzzle.js'
import { type CellVerdict, type Reconstruction, reconstruct } from './reconstruct.js'
import { withheld, withheldWithoutPlace } from './withheld.js'

/** The cells of a table, and how the search for figures without borders ended. */
export interface Settled {
  readonly cells: readonly Cell[]
  readonly outcome: Reconstruction['outcome'] | null
}

/**
 * Fills the rows of a table: first by the borders of the cells; then, where rows lost them, by what reading order and the
 * form's identities leave no choice about. Rows without a label beside them must be confirmed by the form's sums.
 */
export function settle(
  folded: Folded,
  source: string,
  form: Form,
  table: TableName,
  rows: readonly FoundRow[],
): Settled {
  const undisturbed = withheldIfDisturbed(form, table, rows, fillRows(folded, source, rows))
  const doubts = lineDoubts(folded.text, rows)
  const filled = withheldOverLines(form, table, rows, undisturbed, doubts)
  const glued = rows.some((row) => row.glued || row.pieces.some((piece) => isRunTogether(folded, piece)))
  const puzzle = rows.map((row, i) =>
    puzzleRow(folded, row, filled[i] ?? [], glued, filled[i] === undisturbed[i] && mayBeCut(doubts[i])),
  )
  const unlabelled = new Map(
    rows.flatMap(({ label, slots }) => (label === 'printed' ? [] : slots.map(({ row }) => [row, label]))),
  )
  const confirm = (cells: readonly (readonly Cell[])[]) => confirmedBySums(form, table, cells.flat(), unlabelled)
  if (!puzzle.some((row) => row.runs !== null)) return { cells: confirm(filled), outcome: null }
  const found = reconstruct(form, table, puzzle)
  const cells = filled.map((row, i) => {
    const verdicts = puzzle[i]?.runs === null ? null : found.rows[i]
    return row.map((cell, j) => {
      const verdict = verdicts?.[j]
      return verdict === undefined ? cell : decided(folded, source, cell, verdict)
    })
  })
  const told = isAgainstYears(cells) ? cells.map((own, i) => (puzzle[i]?.runs ? own.map(withheldIfKnown) : own)) : cells
  const sound = withoutContradicted(form, table, told, rows)
  return { cells: confirm(sound), outcome: found.outcome }
}

/**
 * Cells without those of rows cut out of a run of digits of which a column cannot add up: the row's own sum may hold by chance for a cut
 * that is not the one meant.
 */
function withoutContradicted(
  form: Form,
  table: TableName,
  cells: readonly (readonly Cell[])[],
  rows: readonly FoundRow[],
): readonly (readonly Cell[])[] {
  if (!rows.some((row) => row.glued)) return cells
  const contradicted = contradictedIn(form, table, cells.flat())
  const isDoubtful = (cell: Cell) => cell.status === 'inferred' && contradicted.has(nameOf(cell))
  // Where all cells hold one digit there is no other cut.
  const isCut = (own: readonly Cell[]) => own.some(({ value }) => value !== null && Math.abs(value) > 9)
  return cells.map((own, i) =>
    rows[i]?.glued && isCut(own) && own.some(isDoubtful)
      ? own.map((cell) => (cell.status === 'inferred' ? withheld(cell) : cell))
      : own,
  )
}

/** Whether the year's figure is above the sum of the years that holds it, or that sum is empty: then figures were cut elsewhere. */
function isAgainstYears(rows: readonly (readonly Cell[])[]): boolean {
  return rows.some((cells) => {
    const [year, sum] = [YEAR, YEARS].map((column) => cells.find((cell) => cell.column === column))
    if (year?.value == null || sum === undefined) return false
    return sum.status === 'blank' || (sum.value !== null && year.value > sum.value)
  })
}

const [YEAR, YEARS] = ['this_year', 'cumulative']

function withheldIfKnown(cell: Cell): Cell {
  return cell.status === 'ambiguous' ? cell : withheld(cell)
}

/**
 * Where some rows of a table have more or fewer figures than cells, a row that counts right may do so by chance: a figure
 * lost and a page number come in. If it does not add up either, its figures are withheld. A table all of whose rows count
 * right is left as printed, whether it adds up or not.
 */
function withheldIfDisturbed(form: Form, table: TableName, rows: readonly FoundRow[], filled: Cell[][]): Cell[][] {
  const counts = rows.map((row) => row.pieces.filter(isCell).length)
  const disturbed = rows.some((row, i) => !row.closed && (counts[i] ?? 0) > 1 && counts[i] !== row.slots.length)
  if (!disturbed) return filled
  const sums = form.identities.filter(
    (identity) => identity.table === table && identity.along === 'rows' && identity.relation === 'equals',
  )
  return filled.map((cells, i) => {
    const row = rows[i]
    const counted = row !== undefined && !row.closed && counts[i] === row.slots.length
    return counted && sums.some((sum) => !addsUp(cells, sum)) ? cells.map(withheldWithoutPlace) : cells
  })
}

function addsUp(cells: readonly Cell[], { left, right, tolerance }: Identity): boolean {
  const rows = [...new Set(cells.map((cell) => cell.row))]
  return rows.every((row) => {
    const sum = (codes: readonly string[]) =>
      codes.reduce(
        (total, code) => total + (cells.find((cell) => cell.row === row && cell.column === code)?.value ?? 0),
        0,
      )
    return Math.abs(sum(left) - sum(right)) <= tolerance + 1e-9
  })
}

/** Digits that no single number is written with: 00, 023. */
function isRunTogether(folded: Folded, piece: Piece): boolean {
  return piece.kind === 'number' && /^0\d+$/.test(folded.text.slice(piece.from, piece.to))
}

/** Whether the lines of a row's figures leave it to the search: their ends may part cells, but no figures. */
function mayBeCut(doubt: LineDoubt = 'none'): boolean {
  return ['none', 'one beside', 'page beside', 'rows beside'].includes(doubt)
}

/**
 * A row as the search takes it: settled by its borders, open with its digits, or of no use. A cell that is ambiguous for
 * its unit has its text: no identity can tell the unit.
 *
 * @param whole whether none of its figures may be a part of one
 */
function puzzleRow(folded: Folded, row: FoundRow, cells: readonly Cell[], glued: boolean, whole: boolean): PuzzleRow {
  const { slots } = row
  if (row.label !== 'printed') return { slots, glued, settled: null, runs: null }
  const isOpen =
    cells.some((cell) => cell.status === 'ambiguous' && (row.glued || cell.text === null)) ||
    row.pieces.some((piece) => isRunTogether(folded, piece))
  // A figure that is there but cannot be read is not nothing: no sum may be made of its row.
  const unreadable = cells.some((cell) => cell.status === 'ambiguous')
  if (!isOpen) return { slots, glued, settled: unreadable ? null : cells.map((cell) => cell.value), runs: null }
  const marks = row.pieces.filter(isMark)
  const runs = marks.map((piece) => ({ text: folded.text.slice(piece.from, piece.to), from: piece.from }))
  const plain = runs.length > 0 && runs.every((run) => /^\d+$/.test(run.text))
  return {
    slots,
    glued,
    settled: null,
    runs: plain && whole && !row.torn && (row.glued || !row.uncertain) ? runs : null,
  }
}

function decided(folded: Folded, source: string, cell: Cell, verdict: CellVerdict): Cell {
  const { row, column } = cell
  if (verdict.kind === 'empty') return { row, column, value: null, status: 'blank', text: null, at: null }
  if (verdict.kind === 'open') {
    return { ...cell, value: null, status: 'ambiguous', candidates: verdict.candidates }
  }
  const { value, by, from, to } = verdict
  if (from < 0) return { row, column, value, status: 'inferred', text: null, at: null, by }
  const at = placeOf(folded, from, to)
  const text = source.slice(at[0], at[1])
  if (by.length === 0) return { row, column, value, status: 'stated', text, at }
  return { row, column, value, status: 'inferred', text, at, by }
}
