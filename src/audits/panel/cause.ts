import { statementVocabulary } from '../../forms/statement-words.js'
import { listed, named, said, sentences, type Word } from '../../forms/words.js'
import type { Bilingual, FindingCause, TableName } from '../../types.js'
import { slipOf } from '../slips.js'
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
    : because('arithmetic', said('cause.slip', { expected, observed, slip: named('slip', slip) }))
}

function reorganisation(
  { publishers }: Panel,
  unit: string | null,
  last: PanelReport,
  report: PanelReport,
): FindingCause | null {
  const began = publishers.find(({ id, since }) => id === unit && since !== null && since === report.year)
  if (began !== undefined)
    return because(
      'reorganisation',
      withNote(said('cause.declared', { id: began.id, since: began.since ?? '' }), began.note),
    )
  const parts = publishers.filter(({ parent }) => parent === unit && unit !== null)
  const moved = parts.find(({ since, until }) => since === report.year || (until !== null && until === last.year))
  if (moved !== undefined)
    return because('reorganisation', withNote(said('cause.part_moved', { id: moved.id }), moved.note))
  if (last.body !== report.body)
    return because('reorganisation', said('cause.renamed', { before: bodyOf(last), now: bodyOf(report) }))
  if (last.kind !== report.kind && last.kind !== null && report.kind !== null) {
    const kinds = { before: named('kind', last.kind), now: named('kind', report.kind) }
    return because('reorganisation', said('cause.other_kind', kinds))
  }
  return null
}

/** A sentence, and what the declaration it rests on says besides, in the words of whoever declared it. */
function withNote(sentence: Bilingual, note: string): Bilingual {
  const words = note.trim()
  return sentences(sentence, words === '' ? null : { en: words, zh: words })
}

function bodyOf({ body }: PanelReport): Word {
  return body ?? said('body.unnamed')
}

function formChange(table: TableName, last: PanelReport, report: PanelReport): FindingCause | null {
  const [before, now] = [last.tables[table]?.form, report.tables[table]?.form]
  if (before === undefined || now === undefined || before === now) return null
  const values = { before: named('form', before), last: last.id, now: named('form', now), report: report.id }
  return because('form_change', said('cause.forms', values))
}

function scope(last: PanelReport, report: PanelReport): FindingCause | null {
  const [note] = report.scopeNotes
  if (note !== undefined) return because('scope', scopeNote(report.id, note))
  const isOther =
    last.scopes.length > 0 && report.scopes.length > 0 && !last.scopes.some((word) => report.scopes.includes(word))
  if (!isOther) return null
  const [before, now] = [listed('comma', last.scopes), listed('comma', report.scopes)]
  return because('scope', said('cause.scopes', { last: last.id, before, report: report.id, now }))
}

function scopeNote(report: string, { word, at: [start, end] }: PanelReport['scopeNotes'][number]): Bilingual {
  return said('cause.scope_note', { report, word, start, end })
}

function because(kind: FindingCause['kind'], evidence: Bilingual): FindingCause {
  return { kind, evidence: evidence.en, evidence_zh: evidence.zh }
}

/** A cause as the end of a message. */
export function causeInWords({ kind, evidence: en, evidence_zh: zh }: FindingCause): Bilingual {
  return kind === 'unexplained'
    ? { en, zh }
    : said('cause.probable', { cause: named('cause', kind), evidence: { en, zh } })
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
  if (moved !== undefined) {
    const sentence = said('cause.part_in_year', { id: moved.id, year: report.year ?? '' })
    return because('reorganisation', withNote(sentence, moved.note))
  }
  const forms = parts.flatMap((part) => formChange(table, part, report) ?? [])[0]
  if (forms !== undefined) return forms
  const alone = report.scopes.find((word) => bodyScopes().includes(word))
  if (alone !== undefined) return because('scope', said('cause.alone', { report: report.id, scope: alone }))
  const [note] = report.scopeNotes
  return note === undefined ? unexplained() : because('scope', scopeNote(report.id, note))
}

function unexplained(): FindingCause {
  return because('unexplained', said('cause.none'))
}

/** Words for the issuing body alone: 本级. */
function bodyScopes(): string[] {
  return statementVocabulary().scopes.flatMap(({ word, reach }) => (reach === 'body' ? [word] : []))
}
