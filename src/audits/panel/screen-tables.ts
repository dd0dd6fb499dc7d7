import { ALL_TABLES } from '../../forms/forms.js'
import { panelReference } from '../../forms/panel.js'
import { listed, said } from '../../forms/words.js'
import type { CellRef, PanelCheck, TableName } from '../../types.js'
import { isWithheld, packedCells } from './figures.js'
import { figuresKey, grouped } from './likeness.js'
import { found, unfound } from './outcome.js'
import type { PanelReport } from './panel-report.js'
import type { Panel, Placed } from './series.js'
import { tablesInDoubt } from './withheld-tables.js'

/**
 * Are all tables nothing but zeros beside sentences full of figures? One check a report; `subject` is `tables`.
 *
 * `failed`: every number in the tables is 0, there are enough of them, and enough sentences state figures other than 0
 * (`data/reference/panel.json`); `observed` is how many sentences do. `passed`: some number is not 0, or the sentences are few.
 * `not_assessable`: too few cells hold a number, or figures of the tables are withheld. `not_applicable`: a report without tables. Severity `info`: a question.
 * Ground: article 50; a small body may honestly have had no request in a busy year.
 *
 * @rule screen.zero_tables
 * @passes { "reports": [{ "form": "2021", "year": 2021, "requests": { "received_new": 1 }, "proactive": {}, "remedies": {}, "statements": [{ "value": 1 }, { "value": 2 }, { "value": 3 }, { "value": 4 }, { "value": 5 }, { "value": 6 }, { "value": 7 }, { "value": 8 }] }] }
 * @fails { "reports": [{ "form": "2021", "year": 2021, "requests": {}, "proactive": {}, "remedies": {}, "statements": [{ "value": 1 }, { "value": 2 }, { "value": 3 }, { "value": 4 }, { "value": 5 }, { "value": 6 }, { "value": 7 }, { "value": 8 }] }] }
 */
export function checkZeroTables({ placed }: Panel): PanelCheck[] {
  const [rule, subject] = ['screen.zero_tables', 'tables']
  const { least_cells, least_statements } = panelReference().screening.zero_tables
  return placed.map((one) => {
    const { report } = one
    const numbers = ALL_TABLES.flatMap((table) => packedCells(report.tables, table).flatMap(({ value }) => value ?? []))
    if (Object.keys(report.tables).length === 0) return unfound(one, rule, subject, 'not_applicable')
    if (numbers.some((value) => value !== 0)) return unfound(one, rule, subject, 'passed')
    if (numbers.length < least_cells || ALL_TABLES.some((table) => isWithheld(report.tables, table)))
      return unfound(one, rule, subject, 'not_assessable')
    if (report.statements < least_statements) return unfound(one, rule, subject, 'passed')
    return found(one, rule, subject, [], {
      severity: 'info',
      message: said('screen.zero_tables.failed', { numbers: numbers.length, statements: report.statements }),
      cells: [],
      expected: null,
      observed: report.statements,
      at: null,
      test: { name: 'count of sentences', n: numbers.length, statistic: report.statements, p: null, p_adjusted: null },
    })
  })
}

/**
 * Do the tables of different bodies hold the very same figures? One check a table; `subject` is the
 * table. Compared are the numbers other than 0, in their cells, over all years; tables with few figures or few different ones
 * are alike by chance and pass.
 *
 * `failed`: an earlier report (by year, then id) of another body has the same table; `cells` lists the figures. `passed`: none
 * has. `not_assessable`: the body cannot be told, or figures of the table were withheld, or of an earlier table that agrees in
 * all the rest. `not_applicable`: no such table, or no other body. Severity `info`: a question. Bodies that share an office,
 * or a report filed under two names, are honest reasons.
 *
 * @rule screen.identical_tables
 * @passes { "reports": [{ "form": "2021", "year": 2021, "issuer": "南柯县财政局", "requests": { "received_new": 3 } }, { "form": "2021", "year": 2021, "issuer": "南柯县教育局", "requests": { "received_new": 3 } }] }
 * @fails { "reports": [{ "form": "2021", "year": 2021, "issuer": "南柯县财政局", "requests": { "received_new": 31, "carried_in": 4, "granted": 17, "partially_granted": 5, "unavailable.not_held": 13, "concluded_total": 35 } }, { "form": "2021", "year": 2021, "issuer": "南柯县教育局", "requests": { "received_new": 31, "carried_in": 4, "granted": 17, "partially_granted": 5, "unavailable.not_held": 13, "concluded_total": 35 } }] }
 */
export function checkIdenticalTables(panel: Panel): PanelCheck[] {
  const answers = ALL_TABLES.map((table) => answersFor(panel, table))
  return panel.placed.flatMap((one) => {
    const own = answers.flatMap((answer) => answer(one))
    return own.length > 0 ? own : [unfound(one, IDENTICAL, 'tables', 'not_applicable')]
  })
}

const IDENTICAL = 'screen.identical_tables'

/** What is to be said of one table of each report; nothing where the report has none. */
function answersFor({ placed, series }: Panel, table: TableName): (one: Placed) => PanelCheck[] {
  const least = panelReference().screening.identical_tables
  const reports = placed.map(({ report }) => report)
  const at = new Map(placed.map(({ report, unit }, order) => [report, { unit, order }]))
  const keyOf = ({ tables }: PanelReport) => figuresKey(tables, [table], least)
  const groups = grouped(reports, keyOf)
  const inDoubt = tablesInDoubt(reports, table, least)
  return (one) => {
    const { report, unit } = one
    if (report.tables[table] === undefined) return []
    if (unit === null) return [unfound(one, IDENTICAL, table, 'not_assessable')]
    const order = at.get(report)?.order ?? 0
    const isBefore = (other: PanelReport) => {
      const { unit: whose = null, order: place = order } = at.get(other) ?? {}
      return place < order && whose !== null && whose !== unit
    }
    const earlier = (groups.get(keyOf(report) ?? '') ?? []).filter(isBefore)
    if (earlier.length > 0) return [alike(one, table, earlier)]
    if (series.length < 2) return [unfound(one, IDENTICAL, table, 'not_applicable')]
    if (isWithheld(report.tables, table)) return [unfound(one, IDENTICAL, table, 'not_assessable')]
    const doubtful = inDoubt(report).find(isBefore)
    return doubtful === undefined
      ? [unfound(one, IDENTICAL, table, 'passed')]
      : [
          unfound(
            one,
            IDENTICAL,
            table,
            'not_assessable',
            said('screen.identical_tables.withheld', { other: doubtful.id }),
          ),
        ]
  }
}

function alike(one: Placed, table: TableName, reports: readonly PanelReport[]): PanelCheck {
  const others = reports.map(({ id }) => id)
  const cells = packedCells(one.report.tables, table).flatMap(({ row, column, value }): CellRef[] =>
    value === null || value === 0 ? [] : [{ report_id: one.report.id, table, row, column }],
  )
  return found(one, IDENTICAL, table, others, {
    severity: 'info',
    message: said('screen.identical_tables.failed', { count: cells.length, others: listed('comma', others) }),
    cells,
    expected: null,
    observed: cells.length,
    at: null,
    test: { name: 'figures alike', n: cells.length, statistic: cells.length, p: null, p_adjusted: null },
  })
}
