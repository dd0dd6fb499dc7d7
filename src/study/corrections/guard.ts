import { cellsOf } from '../../forms/forms.js'
import type { Cell, CellRef, Finding, Report } from '../../types.js'
import { targetOf } from './declared.js'
import { headReading } from './head.js'
import type { Correction, CorrectionOutcome } from './types.js'

/** Rules of the findings that applying corrections may add; they stand in docs/rules.md. */
export const CORRECTION_RULES = ['correction.guard', 'correction.unmatched'] as const

type Reading = NonNullable<CorrectionOutcome['read']>

/** What would become of a correction; nothing is changed yet. */
export function outcomeOf(report: Report, correction: Correction): CorrectionOutcome {
  const read =
    'cell' in correction ? cellReading(report, correction.cell) : headReading(report.report, correction.field)
  const outcome = (result: CorrectionOutcome['outcome'], why: string | null): CorrectionOutcome => ({
    correction,
    outcome: result,
    read,
    message: why === null ? null : `correction ${correction.id} was not applied: ${why}`,
  })
  if (correction.status !== 'accepted') return outcome('not_accepted', `it is ${correction.status}`)
  if (read === null) return outcome('unmatched', `the report has no cell ${targetOf(correction)}`)
  const broken = brokenGuard(report, correction, read)
  return outcome(broken === null ? 'applied' : 'guard_failed', broken)
}

/** In which way the report is not what the correction expects, or `null`. */
function brokenGuard({ source }: Report, correction: Correction, read: Reading): string | null {
  const { expect, sha256 } = correction
  if (sha256 !== undefined && sha256 !== source.sha256) return 'the source is not the one it was made for (sha256)'
  const status = 'status' in expect ? expect.status : null
  const text = 'text' in expect ? expect.text : undefined
  const same =
    expect.value === read.value &&
    (status === null || status === read.status) &&
    (text === undefined || text === read.text)
  if (same) return null
  const wanted = inWords({ value: expect.value, status, text: text ?? null })
  return `it expects ${targetOf(correction)} to read ${wanted}, but it reads ${inWords(read)}`
}

/** `7 (stated, "7")` */
function inWords({ value, status, text }: Reading): string {
  const notes = [...(status === null ? [] : [status]), ...(text === null ? [] : [JSON.stringify(text)])]
  return `${value ?? 'no value'}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`
}

function cellReading(report: Report, ref: CellRef): Reading | null {
  const cell = found(report, ref)
  return cell === undefined ? null : { value: cell.value, status: cell.status, text: cell.text }
}

function found(report: Report, { table, row, column }: CellRef): Cell | undefined {
  return cellsOf(report, table).find((cell) => cell.row === row && cell.column === column)
}

/** What the findings of the report say about a correction that could not be applied. */
export function findingOf(report: Report, { correction, outcome, read, message }: CorrectionOutcome): Finding[] {
  if (outcome !== 'guard_failed' && outcome !== 'unmatched') return []
  const known = 'cell' in correction ? found(report, correction.cell) : undefined
  return [
    {
      rule: outcome === 'guard_failed' ? 'correction.guard' : 'correction.unmatched',
      severity: outcome === 'guard_failed' ? 'error' : 'warning',
      message: `${message}.`,
      cells: 'cell' in correction ? [correction.cell] : [],
      ...differing(correction, read),
      at: known?.at ?? null,
    },
  ]
}

/** The values, or where they agree the statuses. */
function differing({ expect }: Correction, read: Reading | null): Pick<Finding, 'expected' | 'observed'> {
  if (read === null || expect.value !== read.value || !('status' in expect))
    return { expected: expect.value, observed: read?.value ?? null }
  return { expected: expect.status, observed: read.status }
}
