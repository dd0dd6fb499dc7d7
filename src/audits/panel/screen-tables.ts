import { ALL_TABLES } from '../../forms/forms.js'
import { panelReference } from '../../forms/panel.js'
import type { CellRef, PanelCheck, TableName } from '../../types.js'
import { isWithheld, packedCells } from './figures.js'
import { figuresKey, grouped } from './likeness.js'
import { found, unfound } from './outcome.js'
import type { Panel, Placed } from './series.js'

/**
 * Are all tables nothing but zeros beside sentences full of figures? One check a report; `subject` is `tables`.
 *
 * `failed`: every number in the tables is 0, there are enough of them, and enough sentences state figures other than 0
 * (`data/reference/panel.json`); `observed` is how many sentences do. `passed`: some number is not 0, or the sentences are few.
 * `not_assessable`: too few cells hold a number. `not_applicable`: a report without tables. Severity `info`: a question.
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
    if (numbers.length < least_cells) return unfound(one, rule, subject, 'not_assessable')
    if (report.statements < least_statements) return unfound(one, rule, subject, 'passed')
    return found(one, rule, subject, [], {
      severity: 'info',
      message: `All ${numbers.length} numbers in the tables are 0, while ${report.statements} figures in sentences are not. Were the tables filled in? A year without requests or new documents is an honest reason.`,
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
 * has. `not_assessable`: the body cannot be told, or figures of the table were withheld. `not_applicable`: no such table, or no other body. Severity `info`: a
 * question. Bodies that share an office, or a report filed under two names, are honest reasons.
 *
 * @rule screen.identical_tables
 * @passes { "reports": [{ "form": "2021", "year": 2021, "issuer": "南柯县财政局", "requests": { "received_new": 3 } }, { "form": "2021", "year": 2021, "issuer": "南柯县教育局", "requests": { "received_new": 3 } }] }
 * @fails { "reports": [{ "form": "2021", "year": 2021, "issuer": "南柯县财政局", "requests": { "received_new": 31, "carried_in": 4, "granted": 17, "partially_granted": 5, "unavailable.not_held": 13, "concluded_total": 35 } }, { "form": "2021", "year": 2021, "issuer": "南柯县教育局", "requests": { "received_new": 31, "carried_in": 4, "granted": 17, "partially_granted": 5, "unavailable.not_held": 13, "concluded_total": 35 } }] }
 */
export function checkIdenticalTables({ placed, series }: Panel): PanelCheck[] {
  const rule = 'screen.identical_tables'
  const reports = placed.map(({ report }) => report)
  const unitOf = new Map(placed.map(({ report, unit }) => [report, unit]))
  const checks = new Map<Placed, PanelCheck[]>(placed.map((one) => [one, []]))
  for (const table of ALL_TABLES) {
    const keyOf = ({ tables }: (typeof reports)[number]) =>
      figuresKey(tables, [table], panelReference().screening.identical_tables)
    const groups = grouped(reports, keyOf)
    for (const one of placed) {
      const { report, unit } = one
      if (report.tables[table] === undefined) continue
      const group = groups.get(keyOf(report) ?? '') ?? []
      const earlier = group.slice(0, group.indexOf(report)).filter((other) => (unitOf.get(other) ?? unit) !== unit)
      checks.get(one)?.push(
        unit === null
          ? unfound(one, rule, table, 'not_assessable')
          : earlier.length > 0
            ? alike(
                one,
                table,
                earlier.map(({ id }) => id),
              )
            : unfound(
                one,
                rule,
                table,
                series.length < 2 ? 'not_applicable' : isWithheld(report.tables, table) ? 'not_assessable' : 'passed',
              ),
      )
    }
  }
  return placed.flatMap((one) => {
    const own = checks.get(one) ?? []
    return own.length > 0 ? own : [unfound(one, rule, 'tables', 'not_applicable')]
  })
}

function alike(one: Placed, table: TableName, others: readonly string[]): PanelCheck {
  const cells = packedCells(one.report.tables, table).flatMap(({ row, column, value }): CellRef[] =>
    value === null || value === 0 ? [] : [{ report_id: one.report.id, table, row, column }],
  )
  return found(one, 'screen.identical_tables', table, others, {
    severity: 'info',
    message: `All ${cells.length} figures other than 0 are those of ${others.join(', ')}, a report of another body. Are both tables their own? Bodies that share an office, or one report filed under two names, are honest reasons.`,
    cells,
    expected: null,
    observed: cells.length,
    at: null,
    test: { name: 'figures alike', n: cells.length, statistic: cells.length, p: null, p_adjusted: null },
  })
}
