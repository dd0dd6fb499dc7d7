import { findingFrom } from '../forms/findings.js'
import { ALL_TABLES, cellsOf, TABLES, tablesOf } from '../forms/forms.js'
import { isoDay, listed, named, said } from '../forms/words.js'
import type { Bilingual, Cell, CellRef, Finding, Place, Report, TableName } from '../types.js'
import type { FoundTable } from './tables/tables.js'

/**
 * What the reader itself has to say of a report: where it had to leave cells undecided, where a nil mark stands for a
 * whole row, where its tables follow different form editions, where a date was damaged, and on what ground issuer and year rest when the title does not name them.
 */
export function readingNotes(
  report: Report,
  tables: readonly Pick<FoundTable, 'table' | 'outcome' | 'again' | 'endsWithin'>[] = [],
): Finding[] {
  return [
    ...tablesOf(report).flatMap((table) => tableNotes(table, cellsOf(report, table))),
    ...formNotes(report),
    ...tables.flatMap(outcomeNotes),
    ...tables.flatMap(againNotes),
    ...tables.flatMap(endNotes),
    ...dateNotes(report),
    ...headNotes(report),
  ]
}

/** What stands between the source and its reader: what could not be decoded, PDF pages without text or with guessed text. */
export interface SourceTrouble {
  readonly undecoded: number
  readonly textless: readonly number[]
  readonly recognised: readonly number[]
  readonly cutOff: boolean
}

/** The findings on trouble with the source itself. */
export function sourceNotes({ undecoded, textless, recognised, cutOff }: SourceTrouble): Finding[] {
  const notes: (readonly [applies: boolean, rule: string, message: Bilingual])[] = [
    [undecoded > 0, 'reading.undecoded', said('reading.undecoded', { count: undecoded })],
    [
      textless.length > 0,
      'reading.page_without_text',
      said('reading.page_without_text', { pages: listed('comma', textless) }),
    ],
    [
      recognised.length > 0,
      'reading.recognised_text',
      said('reading.recognised_text', { pages: listed('comma', recognised) }),
    ],
    [cutOff, 'reading.cut_off', said('reading.cut_off')],
  ]
  return notes.filter(([applies]) => applies).map(([, rule, message]) => note(rule, 'warning', message, []))
}

/** Another report in the same text, of which nothing is read. */
export function nextReportNotes(at: Place | null): Finding[] {
  return at === null ? [] : [{ ...note('reading.second_report', 'warning', said('reading.second_report'), []), at }]
}

/** Lines that repeat others were left out of the text before it was read. */
export function lostRepeatsNotes(areLost: boolean): Finding[] {
  return areLost ? [note('reading.repeats_left_out', 'warning', said('reading.repeats_left_out'), [])] : []
}

function tableNotes(name: TableName, cells: readonly Cell[]): Finding[] {
  const table = named('table', name)
  const refs = (some: readonly Cell[]): CellRef[] => some.map(({ row, column }) => ({ table: name, row, column }))
  const ambiguous = cells.filter((cell) => cell.status === 'ambiguous')
  const shared = cells.filter((cell) => cell.shared === true)
  const rows = new Set(shared.map((cell) => cell.row)).size
  const inferred = cells.filter((cell) => cell.status === 'inferred')
  const notes: Finding[] = []
  if (inferred.length > 0) {
    const by = listed('comma', [...new Set(inferred.flatMap((cell) => cell.by ?? []))])
    const message =
      inferred.length === 1
        ? said('reading.inferred.one', { table, by })
        : said('reading.inferred.several', { count: inferred.length, table, by })
    notes.push(note('reading.inferred', 'info', message, refs(inferred)))
  }
  if (ambiguous.length > 0) {
    const message =
      ambiguous.length === 1
        ? said('reading.ambiguous.one', { table })
        : said('reading.ambiguous.several', { count: ambiguous.length, table })
    notes.push(note('reading.ambiguous', 'warning', message, refs(ambiguous)))
  }
  if (shared.length > 0) {
    notes.push(note('reading.shared_nil', 'info', said('reading.shared_nil', { rows, table }), refs(shared)))
  }
  return notes
}

/** Tables of one report that follow different form editions: their rows must not be taken for one series unseen. */
function formNotes({ report: { forms } }: Report): Finding[] {
  const current = TABLES.flatMap((table) => (forms[table] === undefined ? [] : [`${table} ${forms[table]}`]))
  const editions = new Set(TABLES.flatMap((table) => forms[table] ?? []))
  const old = forms.statistics === undefined ? [] : [`statistics ${forms.statistics}`]
  if (editions.size + old.length < 2) return []
  const inWords = ALL_TABLES.flatMap((table) => {
    const form = forms[table]
    return form === undefined
      ? []
      : [said('form.mixed.table', { table: named('table', table), form: named('form', form) })]
  })
  const message = said('form.mixed', { editions: listed('comma', inWords) })
  return [{ ...note('form.mixed', 'warning', message, []), observed: [...current, ...old].join(', ') }]
}

function outcomeNotes({ table, outcome }: Pick<FoundTable, 'table' | 'outcome'>): Finding[] {
  if (outcome === 'impossible') {
    const message = said('reading.no_solution', { table: named('table', table) })
    return [note('reading.no_solution', 'warning', message, [])]
  }
  if (outcome === 'given up') {
    const message = said('reading.too_many_ways', { table: named('table', table) })
    return [note('reading.too_many_ways', 'warning', message, [])]
  }
  return []
}

function endNotes({ table, endsWithin }: Pick<FoundTable, 'table' | 'endsWithin'>): Finding[] {
  const message = said('reading.ends_in_table', { table: named('table', table) })
  return endsWithin ? [note('reading.ends_in_table', 'warning', message, [])] : []
}

function againNotes({ table, again }: Pick<FoundTable, 'table' | 'again'>): Finding[] {
  const message = said('reading.second_table', { table: named('table', table) })
  return again.map((at) => ({ ...note('reading.second_table', 'warning', message, []), at }))
}

function dateNotes(report: Report): Finding[] {
  return report.report.dates
    .filter((date) => date.status !== 'stated')
    .map((date) => {
      const { text } = date
      const kind = { en: date.kind, zh: named('date', date.kind).zh }
      if (date.precision === 'month') {
        const message =
          date.value === null
            ? said('reading.partial_date.open', { kind, text })
            : said('reading.partial_date.read', { kind, text, day: isoDay(date.value) })
        return { ...note('reading.partial_date', 'info', message, []), observed: date.text, at: date.at }
      }
      if (date.kind === 'signed' && date.candidates?.length === 1 && /年.*月.*日/s.test(date.text)) {
        const message = said('reading.signature_inferred', { text })
        return { ...note('reading.signature_inferred', 'info', message, []), observed: date.text, at: date.at }
      }
      const readings = listed('or', (date.candidates ?? []).map(isoDay))
      const message =
        date.value === null
          ? said('reading.damaged_date.open', { kind, text, readings })
          : said('reading.damaged_date.read', { kind, text, readings, day: isoDay(date.value) })
      return {
        ...note('reading.damaged_date', 'warning', message, []),
        observed: date.text,
        expected: date.value,
        at: date.at,
      }
    })
}

function headNotes(report: Report): Finding[] {
  const { issuer, issuerBasis, issuerAt, year, yearBasis, yearAt } = report.report
  const notes: Finding[] = []
  if (issuer === null) notes.push(note('reading.issuer_unknown', 'warning', said('reading.issuer_unknown'), []))
  else if (issuerBasis === 'opening_sentence' || issuerBasis === 'page_data' || issuerBasis === 'declared') {
    const message = said('reading.issuer_inferred', { issuer, where: named('where', issuerBasis) })
    notes.push({ ...note('reading.issuer_inferred', 'info', message, []), at: issuerAt })
  }
  if (year === null) notes.push(note('reading.year_unknown', 'warning', said('reading.year_unknown'), []))
  else if (yearBasis === 'narrative' || yearBasis === 'declared') {
    const message = said('reading.year_inferred', { year, where: named('where', yearBasis) })
    notes.push({ ...note('reading.year_inferred', 'info', message, []), at: yearAt })
  }
  notes.push(...regionNotes(report.report))
  return notes
}

function regionNotes({ issuer, issuerAt, region, region_basis }: Report['report']): Finding[] {
  if (region_basis === 'text') {
    const { name = '', code = '' } = region ?? {}
    const message = said('reading.region_inferred', { issuer: issuer ?? '', name, code })
    return [{ ...note('reading.region_inferred', 'info', message, []), at: issuerAt }]
  }
  if (issuer === null || region !== null) return []
  return [{ ...note('reading.region_unknown', 'info', said('reading.region_unknown', { issuer }), []), at: issuerAt }]
}

function note(rule: string, severity: Finding['severity'], message: Bilingual, cells: readonly CellRef[]): Finding {
  return findingFrom(rule, { severity, message, cells, expected: null, observed: null, at: null })
}
