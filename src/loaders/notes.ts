import { cellsOf, TABLES, tablesOf } from '../forms/forms.js'
import type { Cell, CellRef, Finding, Report, TableName } from '../types.js'
import type { FoundTable } from './tables.js'

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
  const notes: [boolean, string, string][] = [
    [
      undecoded > 0,
      'reading.undecoded',
      `${undecoded} characters of the source are damaged or cut off; each stands in the text as U+FFFD`,
    ],
    [
      textless.length > 0,
      'reading.page_without_text',
      `pages of the PDF without text, pictures or blank, were not read: ${textless.join(', ')}`,
    ],
    [
      recognised.length > 0,
      'reading.recognised_text',
      `pages of the PDF are pictures under text that a program recognised and may have misread: ${recognised.join(', ')}`,
    ],
  ]
  if (cutOff)
    notes.push([
      true,
      'reading.cut_off',
      'the source lacks its end: what stood there is missing, not absent from the report',
    ])
  return notes.filter(([applies]) => applies).map(([, rule, message]) => note(rule, 'warning', message, []))
}

function tableNotes(table: TableName, cells: readonly Cell[]): Finding[] {
  const refs = (some: readonly Cell[]): CellRef[] => some.map(({ row, column }) => ({ table, row, column }))
  const ambiguous = cells.filter((cell) => cell.status === 'ambiguous')
  const shared = cells.filter((cell) => cell.shared === true)
  const rows = new Set(shared.map((cell) => cell.row)).size
  const inferred = cells.filter((cell) => cell.status === 'inferred')
  const notes: Finding[] = []
  if (inferred.length > 0) {
    const by = [...new Set(inferred.flatMap((cell) => cell.by ?? []))].join(', ')
    const message =
      inferred.length === 1
        ? `1 figure of the ${table} table has lost its borders or label and was put into its cell by ${by}, which leave no other way`
        : `${inferred.length} figures of the ${table} table have lost their borders or labels and were put into their cells by ${by}, which leave no other way`
    notes.push(note('reading.inferred', 'info', message, refs(inferred)))
  }
  if (ambiguous.length > 0) {
    notes.push(
      note(
        'reading.ambiguous',
        'warning',
        `${ambiguous.length === 1 ? `1 cell of the ${table} table is` : `${ambiguous.length} cells of the ${table} table are`} withheld: figures are printed there, but which cell each belongs to cannot be told`,
        refs(ambiguous),
      ),
    )
  }
  if (shared.length > 0) {
    notes.push(
      note(
        'reading.shared_nil',
        'info',
        `in ${rows} rows of the ${table} table one nil mark stands for the whole row: the borders of its cells are lost`,
        refs(shared),
      ),
    )
  }
  return notes
}

/** Tables of one report that follow different form editions: their rows must not be taken for one series unseen. */
function formNotes({ report: { forms } }: Report): Finding[] {
  const current = TABLES.flatMap((table) => (forms[table] === undefined ? [] : [`${table} ${forms[table]}`]))
  const editions = new Set(TABLES.flatMap((table) => forms[table] ?? []))
  const old = forms.statistics === undefined ? [] : [`statistics ${forms.statistics}`]
  if (editions.size + old.length < 2) return []
  const words = [...current, ...old].join(', ')
  return [
    { ...note('form.mixed', 'warning', `the tables follow different form editions: ${words}`, []), observed: words },
  ]
}

function outcomeNotes({ table, outcome }: Pick<FoundTable, 'table' | 'outcome'>): Finding[] {
  if (outcome === 'impossible') {
    const message = `no way of reading the ${table} table fits all its identities: some figure is wrong in print or was misread; only what does not rest on it is given`
    return [note('reading.no_solution', 'warning', message, [])]
  }
  if (outcome === 'given up') {
    return [
      note('reading.too_many_ways', 'warning', `the ${table} table can be read in too many ways to try them all`, []),
    ]
  }
  return []
}

function endNotes({ table, endsWithin }: Pick<FoundTable, 'table' | 'endsWithin'>): Finding[] {
  const message = `the text ends within the ${table} table: whether its last cells are empty or were cut off cannot be told`
  return endsWithin ? [note('reading.ends_in_table', 'warning', message, [])] : []
}

function againNotes({ table, again }: Pick<FoundTable, 'table' | 'again'>): Finding[] {
  const message = `the ${table} table stands here once more: last year's, or that of another report in the same file. Only the first one is read`
  return again.map((at) => ({ ...note('reading.second_table', 'warning', message, []), at }))
}

function dateNotes(report: Report): Finding[] {
  return report.report.dates
    .filter((date) => date.status !== 'stated')
    .map((date) => {
      if (date.precision === 'month') {
        const said = `the ${date.kind} date, "${date.text}", names no day: left open`
        return { ...note('reading.partial_date', 'info', said, []), observed: date.text, at: date.at }
      }
      if (date.kind === 'signed' && date.candidates?.length === 1 && /年.*月.*日/s.test(date.text)) {
        const said = `"${date.text}" stands at the report's end without the issuer's name before it: probably the date it was signed`
        return { ...note('reading.signature_inferred', 'info', said, []), observed: date.text, at: date.at }
      }
      const readings = (date.candidates ?? []).join(' or ')
      const verdict =
        date.value === null
          ? 'left open'
          : `read as ${date.value}, since the publication date rules out any other reading`
      return {
        ...note(
          'reading.damaged_date',
          'warning',
          `the ${date.kind} date is printed as "${date.text}", which may be ${readings}: ${verdict}`,
          [],
        ),
        observed: date.text,
        expected: date.value,
        at: date.at,
      }
    })
}

function headNotes(report: Report): Finding[] {
  const { issuer, issuerBasis, issuerAt, year, yearBasis, yearAt } = report.report
  const notes: Finding[] = []
  if (issuer === null) notes.push(note('reading.issuer_unknown', 'warning', 'the issuer could not be told', []))
  else if (issuerBasis === 'opening_sentence' || issuerBasis === 'page_data' || issuerBasis === 'declared') {
    notes.push({
      ...note(
        'reading.issuer_inferred',
        'info',
        `the title names no issuer; "${issuer}" is from ${WHERE[issuerBasis]}`,
        [],
      ),
      at: issuerAt,
    })
  }
  if (year === null) notes.push(note('reading.year_unknown', 'warning', 'the reporting year could not be told', []))
  else if (yearBasis === 'narrative' || yearBasis === 'declared') {
    notes.push({
      ...note('reading.year_inferred', 'info', `the title names no year; ${year} is from ${WHERE[yearBasis]}`, []),
      at: yearAt,
    })
  }
  notes.push(...regionNotes(report.report))
  return notes
}

function regionNotes({ issuer, issuerAt, region, region_basis }: Report['report']): Finding[] {
  if (region_basis === 'text') {
    const place = `${region?.name} (${region?.code})`
    const said = `"${issuer}" does not name one place in full; the words of the report point to ${place}`
    return [{ ...note('reading.region_inferred', 'info', said, []), at: issuerAt }]
  }
  if (issuer === null || region !== null) return []
  const said = `"${issuer}" begins with no name of GB/T 2260, or with that of several places: the region is left open`
  return [{ ...note('reading.region_unknown', 'info', said, []), at: issuerAt }]
}

const WHERE = {
  opening_sentence: 'the opening sentence',
  page_data: "the page's own data",
  narrative: 'the opening sentence',
  declared: 'what came with the input, not from the report',
}

function note(rule: string, severity: Finding['severity'], message: string, cells: readonly CellRef[]): Finding {
  return { rule, severity, message, cells, expected: null, observed: null, at: null }
}
