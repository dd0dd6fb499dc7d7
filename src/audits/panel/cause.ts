import { statementVocabulary } from '../../forms/statement-words.js'
import type { FindingCause, TableName } from '../../types.js'
import { slipOf, slipWords } from '../slips.js'
import type { PanelReport } from './panel-report.js'
import type { Panel, Placed } from './series.js'

/**
 * Why a figure may differ from what last year's report makes it: a known slip of the pen, a body that changed, another form
 * edition, another scope; `unexplained` where nothing in the reports or in the declared publishers speaks for any.
 */
export function causeOf(
  panel: Panel,
  { report, unit }: Placed,
  last: PanelReport,
  table: TableName,
  expected: number,
  observed: number,
): FindingCause {
  return (
    arithmetic(expected, observed) ??
    reorganisation(panel, unit, last, report) ??
    formChange(table, last, report) ??
    scope(last, report) ??
    unexplained()
  )
}

/** A mistyped digit is left aside: two small numbers that differ are too often one digit apart; so is 0, which is rather nothing. */
function arithmetic(expected: number, observed: number): FindingCause | null {
  const slip = observed === 0 ? null : slipOf(observed, expected, [])
  return slip === null || slip === 'digit_mistyped'
    ? null
    : { kind: 'arithmetic', evidence: `${expected} becomes ${observed} by ${slipWords(slip)}.` }
}

function reorganisation(
  { publishers }: Panel,
  unit: string | null,
  last: PanelReport,
  report: PanelReport,
): FindingCause | null {
  const began = publishers.find(({ id, since }) => id === unit && since !== null && since === report.year)
  if (began !== undefined)
    return because(`The publisher ${began.id} is declared since ${began.since}. ${began.note}`.trim())
  const parts = publishers.filter(({ parent }) => parent === unit && unit !== null)
  const moved = parts.find(({ since, until }) => since === report.year || (until !== null && until === last.year))
  if (moved !== undefined)
    return because(`Its part ${moved.id} is declared from or up to the years compared. ${moved.note}`.trim())
  if (last.body !== report.body) return because(`The issuer's name was ${last.body} and is ${report.body}.`)
  if (last.kind !== report.kind && last.kind !== null && report.kind !== null)
    return because(`The issuer was a body of the kind ${last.kind} and is one of the kind ${report.kind}.`)
  return null

  function because(evidence: string): FindingCause {
    return { kind: 'reorganisation', evidence }
  }
}

function formChange(table: TableName, last: PanelReport, report: PanelReport): FindingCause | null {
  const [before, now] = [last.tables[table]?.form, report.tables[table]?.form]
  return before === now
    ? null
    : {
        kind: 'form_change',
        evidence: `The table follows the ${before} form in ${last.id} and the ${now} form in ${report.id}.`,
      }
}

function scope(last: PanelReport, report: PanelReport): FindingCause | null {
  const [note] = report.scopeNotes
  if (note !== undefined)
    return { kind: 'scope', evidence: `${report.id} has the words ${note.word} at [${note.at.join(', ')}).` }
  const isOther =
    last.scopes.length > 0 && report.scopes.length > 0 && !last.scopes.some((word) => report.scopes.includes(word))
  if (!isOther) return null
  const said = (words: readonly string[]) => words.join(', ')
  return {
    kind: 'scope',
    evidence: `${last.id} speaks of ${said(last.scopes)}, ${report.id} of ${said(report.scopes)}.`,
  }
}

/** A cause as the end of a message. */
export function causeInWords({ kind, evidence }: FindingCause): string {
  return kind === 'unexplained' ? evidence : `Probable cause: ${kind.replace('_', ' ')}. ${evidence}`
}

/** Why the parts of a whole may not come to it: as `causeOf`, with parts that began or ended, or a whole told for itself alone. */
export function causeOfSum(
  { publishers }: Panel,
  { report, unit }: Placed,
  parts: readonly PanelReport[],
  table: TableName,
  expected: number,
  observed: number,
): FindingCause {
  const slip = arithmetic(expected, observed)
  if (slip !== null) return slip
  const moved = publishers.find(
    ({ parent, since, until }) => parent === unit && unit !== null && [since, until].includes(report.year ?? 0),
  )
  if (moved !== undefined)
    return {
      kind: 'reorganisation',
      evidence: `Its part ${moved.id} is declared from or up to ${report.year}. ${moved.note}`.trim(),
    }
  const other = parts.find(({ tables }) => tables[table]?.form !== report.tables[table]?.form)
  if (other !== undefined) return formChange(table, other, report) ?? unexplained()
  const alone = report.scopes.find((word) => bodyScopes().includes(word))
  if (alone !== undefined) return { kind: 'scope', evidence: `${report.id} speaks of ${alone}.` }
  const [note] = report.scopeNotes
  return note === undefined
    ? unexplained()
    : { kind: 'scope', evidence: `${report.id} has the words ${note.word} at [${note.at.join(', ')}).` }
}

function unexplained(): FindingCause {
  return { kind: 'unexplained', evidence: 'Nothing in the reports compared speaks for a cause.' }
}

/** Words for the issuing body alone: 本级. */
function bodyScopes(): string[] {
  return statementVocabulary().scopes.flatMap(({ word, reach }) => (reach === 'body' ? [word] : []))
}
