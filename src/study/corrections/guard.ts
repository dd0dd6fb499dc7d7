import { findingFrom } from '../../forms/findings.js'
import { cellsOf } from '../../forms/forms.js'
import { listed, named, said } from '../../forms/words.js'
import type { Bilingual, Cell, CellRef, Finding, Report } from '../../types.js'
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
  const outcome = (result: CorrectionOutcome['outcome'], why: Bilingual | null): CorrectionOutcome => ({
    correction,
    outcome: result,
    read,
    ...(why === null ? { message: null, message_zh: null } : notApplied(correction, why)),
  })
  if (correction.status !== 'accepted') {
    return outcome('not_accepted', said('correction.it_is', { status: named('correction', correction.status) }))
  }
  if (read === null) return outcome('unmatched', said('correction.no_cell', { cell: targetOf(correction) }))
  const broken = brokenGuard(report, correction, read)
  return outcome(broken === null ? 'applied' : 'guard_failed', broken)
}

/** That a correction was not applied, and why. */
export function notApplied({ id }: Correction, why: Bilingual): { message: string; message_zh: string } {
  const { en, zh } = said('correction.not_applied', { id, why })
  return { message: en, message_zh: zh }
}

/** In which way the report is not what the correction expects, or `null`. */
function brokenGuard(report: Report, correction: Correction, read: Reading): Bilingual | null {
  const difference = differing(report, correction, read)
  if (difference === null) return null
  if (difference.what === 'source') return said('correction.source')
  const expected = inWords(expectedOf(correction))
  return said('correction.reads', { cell: targetOf(correction), expected, read: inWords(read) })
}

/** The first of source, value, status and text in which expectation and report differ; what is not expected is not compared. */
function differing({ source }: Report, correction: Correction, read: Reading) {
  const { value, status, text } = expectedOf(correction)
  const pairs = [
    { what: 'source', expected: correction.sha256 ?? source.sha256, observed: source.sha256 },
    { what: 'value', expected: value, observed: read.value },
    { what: 'status', expected: status ?? read.status, observed: read.status },
    { what: 'text', expected: text === undefined ? read.text : text, observed: read.text },
  ]
  return pairs.find(({ expected, observed }) => expected !== observed) ?? null
}

function expectedOf({ expect }: Correction): Omit<Reading, 'text'> & { readonly text?: string | null } {
  const text = 'text' in expect && expect.text !== undefined ? { text: expect.text } : {}
  return { value: expect.value, status: 'status' in expect ? expect.status : null, ...text }
}

/** `7 (stated, "7")` */
function inWords({ value, status, text = null }: ReturnType<typeof expectedOf>): Bilingual {
  const notes = [
    ...(status === null ? [] : [named('status', status)]),
    ...(text === null ? [] : [JSON.stringify(text)]),
  ]
  const words = value === null ? said('correction.no_value') : { en: String(value), zh: String(value) }
  return notes.length === 0 ? words : said('correction.reading', { value: words, notes: listed('clause', notes) })
}

function cellReading(report: Report, ref: CellRef): Reading | null {
  const cell = found(report, ref)
  return cell === undefined ? null : { value: cell.value, status: cell.status, text: cell.text }
}

function found(report: Report, { table, row, column }: CellRef): Cell | undefined {
  return cellsOf(report, table).find((cell) => cell.row === row && cell.column === column)
}

/** What the findings of the report say about a correction that could not be applied. */
export function findingOf(
  report: Report,
  { correction, outcome, read, message, message_zh }: CorrectionOutcome,
): Finding[] {
  if (outcome !== 'guard_failed' && outcome !== 'unmatched') return []
  const difference = read === null ? null : differing(report, correction, read)
  const known = 'cell' in correction ? found(report, correction.cell) : undefined
  return [
    findingFrom(outcome === 'guard_failed' ? 'correction.guard' : 'correction.unmatched', {
      severity: outcome === 'guard_failed' ? 'error' : 'warning',
      message: said('correction.finding', { message: { en: message ?? '', zh: message_zh ?? '' } }),
      cells: 'cell' in correction ? [correction.cell] : [],
      expected: difference === null ? correction.expect.value : difference.expected,
      observed: difference?.observed ?? null,
      at: known?.at ?? null,
    }),
  ]
}
