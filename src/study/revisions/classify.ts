import type { RevisionChange, RevisionRow, RevisionSide } from './types.js'

/** One side of a difference; `correction` is the one applied there, if any. */
export interface Side extends RevisionSide {
  readonly correction: string | null
}

/** Where a difference is: everything of a row but what changed. */
export type Spot = Pick<RevisionRow, 'report_id' | 'subject' | 'table' | 'row' | 'column' | 'name'>

export const NOTHING: Side = { value: null, status: null, text: null, start: null, end: null, correction: null }

/** The row for what stands at one spot on both sides, or on one; `null` where the two are the same. */
export function revision(spot: Spot, before: Side | null, after: Side | null): RevisionRow | null {
  const change = changeOf(spot, before, after)
  if (change === null) return null
  const [older, newer] = [before ?? NOTHING, after ?? NOTHING]
  const corrected = newer.correction !== older.correction || (newer.correction !== null && newer.value !== older.value)
  return {
    ...spot,
    change,
    old: bare(older),
    new: bare(newer),
    reason: corrected ? 'correction' : null,
    correction: corrected ? (newer.correction ?? older.correction) : null,
  }
}

function changeOf({ subject }: Spot, before: Side | null, after: Side | null): RevisionChange | null {
  const of = subject === 'cell' ? 'cell_' : ''
  if (before === null) return after === null ? null : `${of}added`
  if (after === null) return `${of}removed`
  if (before.correction !== after.correction) {
    return after.correction === null ? 'correction_withdrawn' : 'correction_applied'
  }
  if (before.value !== after.value) {
    return before.value === null ? 'value_given' : after.value === null ? 'value_withdrawn' : 'value_changed'
  }
  if (before.status !== after.status) return 'status_changed'
  if (before.text !== after.text) return 'text_changed'
  return before.start === after.start && before.end === after.end ? null : 'moved'
}

function bare({ value, status, text, start, end }: Side): RevisionSide {
  return { value, status, text, start, end }
}

/** The row for a report that is on one side only, or read on one side only. */
export function reportRevision(
  report_id: string,
  change: RevisionChange,
  [before, after]: readonly [string | null, string | null] = [null, null],
): RevisionRow {
  const side = (text: string | null): RevisionSide => bare({ ...NOTHING, text })
  const spot = { report_id, subject: 'report', table: null, row: null, column: null, name: null } as const
  return { ...spot, change, old: side(before), new: side(after), reason: null, correction: null }
}
