import type { CellRow } from '../../types.js'
import { reportRevision, revision, type Side } from './classify.js'
import type { RevisionRow } from './types.js'

/**
 * What changed between two versions of the same cells: the revision log of two reports, or of two builds, in the manner of official
 * revision notes. A row for every cell whose value, status, text, place or correction differs, in the order of the newer cells, those
 * that are gone behind those of their report; a report with cells on one side only is one row. Units are those of the cells.
 *
 * `change` says what changed, most important first: a correction that came or went, then value, status, text, place (`moved`). `reason` is
 * `correction` where one came or went, else `null`: cells alone do not tell whether the source or the reader changed.
 * `gongkai revisions` compares builds, and knows.
 *
 * @param older the cells before, as `cellRow` makes them, each once
 * @param newer the cells after
 * @throws where a cell is given twice on one side
 *
 * @example
 * compareCells(cells, cells.map((cell) => ({ ...cell, value: 7 }))).map(({ change }) => change)[0] // 'value_changed'
 */
export function compareCells(older: readonly CellRow[], newer: readonly CellRow[]): RevisionRow[] {
  const [before, after] = [byReport(older), byReport(newer)]
  return [...new Set([...after.keys(), ...before.keys()])].flatMap((report) => {
    const [old, now] = [before.get(report), after.get(report)]
    if (old === undefined) return [reportRevision(report, 'report_added')]
    if (now === undefined) return [reportRevision(report, 'report_removed')]
    return [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => cellRevision(old.get(key), now.get(key)) ?? [])
  })
}

function cellRevision(before: CellRow | undefined, after: CellRow | undefined): RevisionRow | null {
  const cell = after ?? before
  if (cell === undefined) return null
  const { report_id, table, row, column } = cell
  const spot = { report_id, subject: 'cell', table, row, column, name: null } as const
  return revision(spot, before === undefined ? null : side(before), after === undefined ? null : side(after))
}

function side({ value, status, text, start, end, correction }: CellRow): Side {
  return { value, status, text, start, end, correction: correction ?? null }
}

function byReport(cells: readonly CellRow[]): Map<string, Map<string, CellRow>> {
  const reports = new Map<string, Map<string, CellRow>>()
  for (const cell of cells) {
    const own = reports.get(cell.report_id) ?? new Map<string, CellRow>()
    const key = `${cell.table}/${cell.row}/${cell.column}`
    if (own.has(key)) throw new Error(`compareCells requires each cell once; ${cell.report_id} has ${key} twice`)
    reports.set(cell.report_id, own.set(key, cell))
  }
  return reports
}
