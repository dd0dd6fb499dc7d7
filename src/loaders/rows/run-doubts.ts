import type { TableName } from '../../types.js'
import { namesMore } from '../header/value-columns.js'
import type { Alignment } from '../labels/align.js'
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
  const looksDouble = template.table === 'statistics' && looksLikeTwo(text, rows)
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

/** The digits behind a label, where no border stands before them and they are all there is of the row. */
function runOf(text: string, { pieces, placed }: FoundRow): string | null {
  const [first, ...others] = pieces.filter(isMark)
  if (placed !== null || first === undefined || others.length > 0 || first.kind !== 'number') return null
  return /[^\s|\d][ \u3000]?$/.test(text.slice(0, first.from).slice(-2)) ? text.slice(first.from, first.to) : null
}
