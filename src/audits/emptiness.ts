import { cellsOf, formById, TABLES, tablesOf } from '../forms/forms.js'
import { sectionKinds } from '../forms/vocabulary.js'
import { named, said } from '../forms/words.js'
import type { Cell, Check, Place, Report, TableName } from '../types.js'
import { evidence, failed, settled } from './check.js'
import { contents } from './contents.js'

/** Notes of the reader after which it cannot be said that nothing stands somewhere. */
const UNREAD = ['reading.page_without_text', 'reading.cut_off']

/**
 * Does anything stand under the heading of each statutory section? A heading alone does not report: where there is nothing to
 * say, the section says so (无). One check a section of `data/reference/contents.json`; `subject` is its key. Where a heading
 * stands twice (a list of contents), it is enough that one of them has something under it; and a section on one of the tables
 * is not empty where that table stands elsewhere in the report.
 *
 * `not_applicable`: the section is not there (see `section.missing`), or the report is older than the form of 2019.
 * `not_assessable`: part of the source could not be read. Severity `warning`; the place is that of the heading. Ground:
 * article 50.
 *
 * @rule section.empty
 * @passes { "form": "2021", "sections": ["overview", "problems", "other"] }
 * @fails { "form": "2021", "sections": ["overview", "problems", "other"], "empty": ["other"] }
 *
 * @example
 * checkEmptySections(report).filter((check) => check.outcome === 'passed').length // 6
 */
export function checkEmptySections(report: Report): Check[] {
  const rule = 'section.empty'
  const isOld = formById(report.report.form)?.tables.requests === undefined
  return contents().sections.map(({ key, citation, citation_zh }) => {
    const own = report.sections.filter((section) => section.key === key)
    const [first] = own
    if (isOld || first === undefined) return settled(rule, key, 'not_applicable')
    const heading = evidence(
      said('section.empty.heading', { heading: first.heading.replace(/\s+/g, ' ') }),
      [],
      [first.headingAt],
    )
    if (own.some((section) => section.empty !== true)) return settled(rule, key, 'passed', heading)
    const table = TABLES.find((name) => name === key)
    if (table !== undefined && isPrinted(cellsOf(report, table))) {
      return settled(rule, key, 'passed', evidence(said('section.empty.table'), [], [first.headingAt]))
    }
    if (report.findings.some((finding) => UNREAD.includes(finding.rule))) {
      return settled(rule, key, 'not_assessable', evidence(said('section.empty.unread'), [], []))
    }
    const kind = sectionKinds().find((section) => section.key === key)
    return failed(rule, key, {
      severity: 'warning',
      message: said('section.empty.failed', {
        label_en: kind?.label_en ?? key,
        label: kind?.label ?? key,
        citation: { en: citation, zh: citation_zh },
      }),
      cells: [],
      expected: null,
      observed: null,
      at: first.headingAt,
    })
  })
}

/**
 * Does each table hold anything? A table all of whose cells are empty is there, but reports nothing; where there is nothing
 * to report, a 0 or a nil mark is printed. One check a table; `subject` is the table.
 *
 * `passed`: a number or a nil mark is printed somewhere in it. `not_applicable`: the table is not there (see
 * `table.missing`). `not_assessable`: figures are printed, but to which cells they belong cannot be told. Severity
 * `warning`; the finding has no place, since nothing is printed. Ground: article 50 and the format notices.
 *
 * @rule table.empty
 * @passes { "form": "2021", "remedies": { "review": { "total": "nil" } } }
 * @fails { "form": "2021", "remedies": { "review": { "upheld": "blank", "corrected": "blank", "other": "blank", "pending": "blank", "total": "blank" }, "litigation_direct": { "upheld": "blank", "corrected": "blank", "other": "blank", "pending": "blank", "total": "blank" }, "litigation_after_review": { "upheld": "blank", "corrected": "blank", "other": "blank", "pending": "blank", "total": "blank" } } }
 *
 * @example
 * checkEmptyTables(report).every((check) => check.outcome === 'passed') // true
 */
export function checkEmptyTables(report: Report): Check[] {
  return tablesOf(report).map((table) => checkEmptyTable(report, table))
}

function checkEmptyTable(report: Report, table: TableName): Check {
  const rule = 'table.empty'
  const cells = cellsOf(report, table)
  const form = formById(report.report.forms[table] ?? report.report.form)
  const count = (...statuses: readonly Cell['status'][]) =>
    cells.filter(({ status }) => statuses.includes(status)).length
  if (cells.length === count('absent')) return settled(rule, table, 'not_applicable')
  const numbers = count('stated', 'inferred')
  const [nil, blank, ambiguous] = [count('nil'), count('blank'), count('ambiguous')]
  const basis = evidence(said('table.empty.counts', { numbers, nil, blank, ambiguous }), [], [])
  if (numbers + nil > 0) return settled(rule, table, 'passed', basis)
  if (ambiguous > 0) return settled(rule, table, 'not_assessable', basis)
  const { title = table, title_en = table } = form?.tables[table] ?? {}
  return failed(rule, table, {
    severity: 'warning',
    message: said('table.empty.failed', { count: blank, table: named('table', table), title, title_en }),
    cells: [],
    expected: null,
    observed: null,
    at: firstPlace(cells),
  })
}

function isPrinted(cells: readonly Cell[]): boolean {
  return cells.some(({ status }) => status !== 'absent' && status !== 'blank')
}

function firstPlace(cells: readonly Cell[]): Place | null {
  return cells.find(({ at }) => at !== null)?.at ?? null
}
