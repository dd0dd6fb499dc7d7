import type { Form } from '../../forms/forms.js'
import type { TableName } from '../../types.js'
import { namesMore } from '../header/value-columns.js'
import type { Alignment } from '../labels/align.js'
import { equationsOf } from '../search/puzzle.js'
import type { Stream } from '../stream.js'
import type { FoundRow } from '../tables/fill.js'
import { isMark } from './cells.js'

/** A row as found, with the block of the form it belongs to. */
interface Own {
  readonly row: FoundRow
  readonly block: number
}

/** Fewer runs than this tell nothing of a table; of one column of figures, at least so large a part has one digit. */
const MIN_RUNS = 8
const ONE_DIGIT = 0.1

/**
 * Doubts figures that touch their row's label, or stand one blank behind it, where they may be those of several columns run
 * together: digits of a table of one column that look like two figures in nearly every row (`00`, `0823`, hardly one of one
 * digit), or figures under a head that names all columns of the form and then more.
 */
export function withoutRunsOfSeveral(stream: Stream, alignment: Alignment, rows: readonly FoundRow[]): FoundRow[] {
  const { template } = alignment
  const { text } = stream.folded
  const blockOf = new Map(
    template.labels.flatMap((label) => label.row?.cells.map((cell) => [cell.row, label.block] as const) ?? []),
  )
  const own = rows.map((row): Own => ({ row, block: blockOf.get(row.slots[0]?.row ?? '') ?? 0 }))
  const looksDouble =
    template.table === 'statistics' &&
    looksLikeTwo(text, rows) &&
    !addsUpAsOne(template.form, template.table, text, rows)
  const named = template.definition.blocks.map(
    ({ columns }, block) => mayNameMore(template.table, columns.length) && namesMore(stream, alignment, block),
  )
  return own.map(({ row, block }) => {
    const isDoubtful = (looksDouble && row.slots.length === 1) || named[block] === true
    return isDoubtful && runOf(text, row) !== null ? { ...row, uncertain: true, glued: false } : row
  })
}

/** Of the others, the rows' totals tell whether a figure more is run into them, or the cumulative figures are that column. */
function mayNameMore(table: TableName, columns: number): boolean {
  return table === 'proactive' || (table === 'statistics' && columns === 1)
}

/** Whether the runs of a table's rows of one cell are hardly figures of one column. */
function looksLikeTwo(text: string, rows: readonly FoundRow[]): boolean {
  const runs = rows.flatMap((row) => (row.slots.length === 1 ? (runOf(text, row) ?? []) : []))
  if (runs.length < MIN_RUNS) return false
  return runs.some((run) => /^0\d/.test(run)) || runs.filter((run) => run.length === 1).length < runs.length * ONE_DIGIT
}

/** So many sums that hold, and not of two figures run together, are no chance. */
const MIN_SUMS = 2

/**
 * Whether the runs of a table fulfil the form's sums as they stand, and several of these could not hold of two figures run together: then each
 * addend would end in as many digits of the second figure as the total does, and these digits would add up on their own.
 */
function addsUpAsOne(form: Form, table: TableName, text: string, rows: readonly FoundRow[]): boolean {
  const runs = new Map(rows.flatMap((row) => row.slots.map(({ row: code }) => [code, runOf(text, row)] as const)))
  const sums = equationsOf(form, table, rows).flatMap(({ along, left, right }) => {
    const [total, addends] = left.length === 1 ? [left, right] : [right, left]
    const known = [...total, ...addends].map((code) => runs.get(code) ?? null)
    const isKnown = (run: string | null): run is string => run !== null && /^\d+$/.test(run)
    return along === 'columns' && total.length === 1 && known.every(isKnown) ? [known] : []
  })
  const holds = ([total = '', ...addends]: readonly string[]) => sumOf(addends) === Number(total)
  return sums.every(holds) && sums.filter((sum) => !mayBeOfTwo(sum)).length >= MIN_SUMS
}

function mayBeOfTwo([total = '', ...addends]: readonly string[]): boolean {
  return Array.from({ length: total.length - 1 }, (_, i) => i + 1).some((digits) => {
    const [last, ...ends] = [total, ...addends].map((run) => run.slice(-digits))
    const isFigure = (end: string) => end.length === 1 || !end.startsWith('0')
    return addends.every((run) => run.length > digits) && ends.every(isFigure) && sumOf(ends) === Number(last)
  })
}

function sumOf(runs: readonly string[]): number {
  return runs.reduce((sum, run) => sum + Number(run), 0)
}

/** The digits behind a label, where no border stands before them and they are all there is of the row. */
function runOf(text: string, { pieces, placed }: FoundRow): string | null {
  const [first, ...others] = pieces.filter(isMark)
  if (placed !== null || first === undefined || others.length > 0 || first.kind !== 'number') return null
  return /[^\s|\d][ \u3000]?$/.test(text.slice(0, first.from).slice(-2)) ? text.slice(first.from, first.to) : null
}
