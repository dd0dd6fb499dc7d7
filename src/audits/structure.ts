import { cellsOf, type Form, formById, forms, TABLES, tablesOf } from '../forms/forms.js'
import { sectionKinds } from '../forms/vocabulary.js'
import { listed, named, said, sentences } from '../forms/words.js'
import type { Bilingual, Cell, Check, Evidence, Place, Report, Severity, TableName } from '../types.js'
import { evidence, failed, settled } from './check.js'
import { contents } from './contents.js'

/**
 * Does each table follow the form prescribed for the reporting year? Compares the edition of each table, told by its
 * labels, with the reporting years of that edition (`report_years` in `data/reference/forms`). One check a table;
 * `subject` is the table. `expected` and `observed` are form editions; `expected` is `null` where no edition is
 * prescribed for that year. `not_applicable` for tables that are not there and for the statistics table of a report before
 * the 2019 form (no format was uniform then: article 50 is of 2019); the statistics table in a later report fails.
 * `not_assessable` where the reporting year is unknown. Severity `warning`. Ground: article 50 (uniform
 * format), 国办公开办函〔2019〕60号, 国办公开办函〔2021〕30号.
 *
 * @rule form.wrong_year
 * @passes { "form": "2021", "year": 2022, "requests": {} }
 * @fails { "form": "2019", "year": 2022, "requests": {} }
 *
 * @example
 * checkFormYear(report).find((check) => check.subject === 'requests').outcome // 'passed'
 */
export function checkFormYear(report: Report): Check[] {
  const rule = 'form.wrong_year'
  const { year } = report.report
  return tablesOf(report).map((table) => {
    const form = formById(report.report.forms[table] ?? 'none')
    const definition = form?.tables[table]
    if (form === undefined || definition === undefined) return settled(rule, table, 'not_applicable')
    if (year === null) return settled(rule, table, 'not_assessable')
    const right = forms().find((candidate) => candidate.tables.requests !== undefined && isPrescribed(candidate, year))
    if (table === 'statistics' && right === undefined) return settled(rule, table, 'not_applicable')
    if (form.form === right?.form) return settled(rule, table, 'passed', howTold(report, table))
    const prescribed =
      right === undefined
        ? said('form.wrong_year.none')
        : said('form.wrong_year.prescribed', { form: named('form', right.form), basis: right.basis })
    const values = { table: named('table', table), title_en: definition.title_en, form: named('form', form.form) }
    return failed(rule, table, {
      severity: 'warning',
      message: said('form.wrong_year.failed', { ...values, year, prescribed }),
      cells: [],
      expected: right?.form ?? null,
      observed: form.form,
      at: firstPlace(cellsOf(report, table)),
    })
  })
}

/**
 * Are the six statutory sections there? One check a section of `data/reference/contents.json`; `subject` is its key. A
 * section is there when its heading was recognised: a table standing without its heading does not make up for it (it
 * counts for `table.missing`). A report without any statutory table is judged by its year: `not_applicable` before the first
 * year of the 2019 form, `not_assessable` where the year is unknown. Severity `warning`; `info` for reports on 2019, for
 * which the format was encouraged, not required. A finding has no place, since nothing is printed. Ground: article 50.
 *
 * @rule section.missing
 * @passes { "form": "2021", "sections": ["overview", "proactive", "requests", "remedies", "problems", "other"] }
 * @fails { "form": "2021", "sections": ["overview", "proactive", "requests", "remedies", "problems"] }
 *
 * @example
 * checkSections(report).filter((check) => check.outcome === 'failed').map((check) => check.subject) // []
 */
export function checkSections(report: Report): Check[] {
  const rule = 'section.missing'
  const due = dueForm(report)
  const { severity, note } = strictness(report)
  return contents().sections.map(({ key, citation, citation_zh }) => {
    if (typeof due === 'string') return settled(rule, key, due)
    const found = report.sections.find((section) => section.key === key)
    if (found !== undefined) {
      const text = said('section.missing.found', { heading: found.heading.replace(/\s+/g, ' ') })
      return settled(rule, key, 'passed', evidence(text, [], [found.headingAt]))
    }
    const kind = sectionKinds().find((section) => section.key === key)
    const missing = said('section.missing.failed', {
      label_en: kind?.label_en ?? key,
      label: kind?.label ?? key,
      citation: { en: citation, zh: citation_zh },
    })
    return failed(rule, key, {
      severity,
      message: sentences(missing, note),
      cells: [],
      expected: key,
      observed: null,
      at: null,
    })
  })
}

/**
 * Are the three statutory tables there? One check a table of the report's form; `subject` is the table. A table is
 * missing when all its cells are `absent`; an empty table (cells `blank`) is there, and one of whose labels alone the text
 * still has, as it ends there, is `not_assessable`. A report without any of them is judged by
 * the form prescribed for its year: `not_applicable` before the first year of the 2019 form, `not_assessable` where the year
 * is unknown. Severity `warning`; `info` for a report on 2019 without any table, for which the format was encouraged, not
 * required. The finding has no place, since nothing is printed. Ground: article 50 and the format notices.
 *
 * @rule table.missing
 * @passes { "form": "2021", "proactive": {}, "requests": {}, "remedies": {} }
 * @fails { "form": "legacy", "year": 2022 }
 *
 * @example
 * checkTables(report).every((check) => check.outcome === 'passed') // true
 */
export function checkTables(report: Report): Check[] {
  const rule = 'table.missing'
  const form = dueForm(report)
  const { severity, note } =
    formById(report.report.form) === undefined ? strictness(report) : ({ severity: 'warning', note: null } as const)
  return TABLES.map((table) => {
    if (typeof form === 'string') return settled(rule, table, form)
    const definition = form.tables[table]
    if (definition === undefined) return settled(rule, table, 'not_applicable')
    if (report.tables[table].some((cell) => cell.status !== 'absent'))
      return settled(rule, table, 'passed', howTold(report, table))
    if (report.report.detection.some((one) => one.table === table))
      return settled(rule, table, 'not_assessable', evidence(said('table.missing.cut_off'), [], []))
    const { title, title_en } = definition
    return failed(rule, table, {
      severity,
      message: sentences(said('table.missing.failed', { title, title_en, basis: form.basis }), note),
      cells: [],
      expected: table,
      observed: null,
      at: null,
    })
  })
}

/** By which labels a table and its edition were told. */
function howTold({ report, tables }: Report, table: TableName): Evidence {
  const detection = report.detection.find((one) => one.table === table)
  const found = detection?.decided_by.filter((label) => !label.startsWith('not found')) ?? []
  const form = named('form', report.forms[table] ?? report.form)
  const text =
    found.length === 0
      ? said('form.told', { form })
      : said('form.told.by', { form, labels: listed('semicolon', found.slice(0, 3)) })
  return evidence(text, [], [firstPlace(tables[table] ?? [])])
}

/** The form whose tables and sections a report must have: the one it follows, else the one prescribed for its year. */
function dueForm(report: Report): Form | 'not_applicable' | 'not_assessable' {
  const { form, year } = report.report
  const followed = formById(form)
  if (followed !== undefined) return followed
  if (year === null) return 'not_assessable'
  const due = forms().find((one) => one.tables.requests !== undefined && isPrescribed(one, year))
  return due ?? 'not_applicable'
}

/** How grave it is that something is missing, and the words that say so where the format was only encouraged. */
function strictness({ report: { year } }: Report): { readonly severity: Severity; readonly note: Bilingual | null } {
  const { encouraged_years, encouraged_note: en, encouraged_note_zh: zh } = contents()
  const isEncouraged = year !== null && encouraged_years.includes(year)
  return isEncouraged ? { severity: 'info', note: { en, zh } } : { severity: 'warning', note: null }
}

function isPrescribed(form: Form, year: number): boolean {
  const [first, last] = form.report_years
  return first <= year && (last === null || year <= last)
}

function firstPlace(cells: readonly Cell[]): Place | null {
  return cells.find((cell) => cell.at !== null)?.at ?? null
}
