import { panelReference } from '../../forms/panel.js'
import { isActive, type Publisher } from '../../forms/publishers.js'
import { listed, said, sentences, type Word } from '../../forms/words.js'
import type { Bilingual, PanelCheck, TableName } from '../../types.js'
import { causeInWords, causeOfSum } from './cause.js'
import { figure, hasCell, packedCells } from './figures.js'
import { cellInWords, columnInWords, found, tidy, unfound } from './outcome.js'
import type { PanelReport } from './panel-report.js'
import type { Panel, Placed } from './series.js'

/**
 * Do the figures of the parts come to those of the whole? Whose report covers whose is declared (`publishers.json`); without
 * a declaration the rule is `not_applicable`. One check a row of the whole's tables, over its columns; `subject` is
 * `table/row`.
 *
 * - `failed`: the parts that are there come to more than the whole, missing ones or not; or all parts are there and, where the
 *   whole is declared to be their sum (`covers: parts`), they come to less. `expected` is their sum, `observed` the whole.
 * - `passed`: every part holds a number in every column, and they come to the whole, or, with `covers: parts_and_own`, to no
 *   more than it.
 * - `not_assessable`: some part's report or number is missing, or the whole's. It never passes then; `evidence` says what
 *   the missing ones must come to, or may at most.
 * - `not_applicable`: the body is not declared to cover others, or the report has no such table.
 *
 * Severity `warning`; `cause` as for other breaks. Ground: a report that covers 全市, 全区 or 全县 counts what its parts report.
 *
 * @rule panel.hierarchy
 * @passes { "reports": [{ "id": "county-2021", "form": "2021", "year": 2021, "issuer": "南柯县人民政府", "requests": { "received_new": 7 } }, { "id": "office-2021", "form": "2021", "year": 2021, "issuer": "南柯县财政局", "requests": { "received_new": 7 } }], "publishers": [{ "id": "county", "reports": ["county-*"], "covers": "parts" }, { "id": "office", "reports": ["office-*"], "parent": "county", "in_parent": true }] }
 * @fails { "reports": [{ "id": "county-2021", "form": "2021", "year": 2021, "issuer": "南柯县人民政府", "requests": { "received_new": 7 } }, { "id": "office-2021", "form": "2021", "year": 2021, "issuer": "南柯县财政局", "requests": { "received_new": 8 } }], "publishers": [{ "id": "county", "reports": ["county-*"], "covers": "parts" }, { "id": "office", "reports": ["office-*"], "parent": "county", "in_parent": true }, { "id": "town", "reports": ["town-*"], "parent": "county", "in_parent": true }] }
 */
export function checkHierarchy(panel: Panel): PanelCheck[] {
  return panel.placed.flatMap((placed) => {
    const { publisher, report, unit } = placed
    const parts = publisher === null || unit === null ? [] : partsOf(panel, publisher, report.year)
    if (publisher?.covers == null || parts.length === 0) return [unfound(placed, RULE, 'parts', 'not_applicable')]
    return panelReference().hierarchy.flatMap(({ table, columns, not_rows }) => {
      const cells = packedCells(report.tables, table).filter(
        ({ row, column }) => !not_rows.includes(row) && (columns === null || columns.includes(column)),
      )
      if (cells.length === 0) return [unfound(placed, RULE, table, 'not_applicable')]
      const rows = [...new Set(cells.map(({ row }) => row))]
      return rows.map((row) => {
        const own = cells.filter((cell) => cell.row === row).map(({ column }) => column)
        return checkRow(panel, placed, publisher, parts, table, row, own)
      })
    })
  })
}

const RULE = 'panel.hierarchy'

interface Part {
  readonly id: string
  readonly reports: readonly PanelReport[]
}

/** The declared parts of a body in a year, with the reports there are. */
function partsOf({ publishers, find }: Panel, { id }: Publisher, year: number | null): Part[] {
  if (year === null) return []
  const declared = publishers.filter((one) => one.parent === id && one.in_parent && isActive(one, year))
  return [...new Set(declared.map((one) => one.id))].sort().map((part) => ({ id: part, reports: find(part, year) }))
}

interface Column {
  readonly column: string
  readonly whole: number | null
  readonly sum: number
  /** Ids of the parts without a number. */
  readonly missing: readonly string[]
}

function checkRow(
  panel: Panel,
  placed: Placed,
  { covers }: Publisher,
  parts: readonly Part[],
  table: TableName,
  row: string,
  columns: readonly string[],
): PanelCheck {
  const subject = `${table}/${row}`
  const form = placed.report.tables[table]?.form ?? ''
  const sums = columns.map((column) => addUp(placed.report, parts, table, row, column))
  const isBroken = ({ whole, sum, missing }: Column) =>
    whole !== null && (sum > whole || (covers === 'parts' && missing.length === 0 && sum < whole))
  const broken = sums.filter(isBroken)
  if (broken.length > 0) return describe(panel, placed, parts, table, row, broken)
  const open = sums.filter(({ whole, missing }) => whole === null || missing.length > 0)
  if (open.length === 0) {
    const { column = '', whole = 0, sum = 0 } = sums.find(({ column }) => column === 'total') ?? sums[0] ?? {}
    const values = { count: parts.length, sum, whole: whole ?? '', column: columnInWords(form, table, column) }
    return unfound(placed, RULE, subject, 'passed', said('panel.hierarchy.passed', values))
  }
  const why = open.map((one) => inWords(one, columnInWords(form, table, one.column), covers))
  return unfound(placed, RULE, subject, 'not_assessable', sentences(...why))
}

function addUp(whole: PanelReport, parts: readonly Part[], table: TableName, row: string, column: string): Column {
  let sum = 0
  const missing: string[] = []
  for (const { id, reports } of parts) {
    const values = reports.map(({ tables }) =>
      hasCell(tables, table, row, column) ? figure(tables, table, row, column) : null,
    )
    const value = values.every((one) => one === values[0]) ? (values[0] ?? null) : null
    if (value === null) missing.push(id)
    else sum += value
  }
  return { column, whole: figure(whole.tables, table, row, column), sum: tidy(sum), missing }
}

/** What the parts without a number must come to, or may at most. */
function inWords({ whole, sum, missing }: Column, column: Word, covers: Publisher['covers']): Bilingual {
  if (whole === null) return said('panel.hierarchy.no_whole', { column })
  const values = { column, missing: listed('comma', missing), left: tidy(whole - sum) }
  if (missing.length > 1)
    return covers === 'parts'
      ? said('panel.hierarchy.must_together', values)
      : said('panel.hierarchy.may_together', values)
  return covers === 'parts' ? said('panel.hierarchy.must', values) : said('panel.hierarchy.may', values)
}

function describe(
  panel: Panel,
  placed: Placed,
  parts: readonly Part[],
  table: TableName,
  row: string,
  broken: readonly Column[],
): PanelCheck {
  const { report } = placed
  const reports = parts.flatMap(({ reports: own }) => own)
  const shown = broken.find(({ column }) => column === 'total') ?? broken[0]
  const { column = '', whole = 0, sum = 0, missing = [] } = shown ?? {}
  const cause = causeOfSum(panel, placed, reports, table, sum, whole ?? 0)
  const [read, all] = [parts.length - missing.length, parts.length]
  const lacking = missing.length === 0 ? '' : said('panel.hierarchy.lacking', { missing: listed('comma', missing) })
  const more = broken.length - 1
  const cell = cellInWords(report.tables[table]?.form ?? '', table, row, column)
  const values = { cell, year: report.year ?? '', read, all, sum, lacking, whole: whole ?? '' }
  return found(
    placed,
    RULE,
    `${table}/${row}`,
    reports.map(({ id }) => id),
    {
      severity: 'warning',
      message: sentences(
        sum > (whole ?? 0) ? said('panel.hierarchy.more', values) : said('panel.hierarchy.less', values),
        more === 0 ? null : inOtherColumns(more),
        causeInWords(cause),
      ),
      cells: broken.flatMap((one) =>
        [report, ...reports].map(({ id }) => ({ report_id: id, table, row, column: one.column })),
      ),
      expected: sum,
      observed: whole,
      at: null,
      cause,
    },
  )
}

function inOtherColumns(count: number): Bilingual {
  return count === 1
    ? said('panel.hierarchy.other_column', { count })
    : said('panel.hierarchy.other_columns', { count })
}
