import { ALL_TABLES } from '../../forms/forms.js'
import { panelReference } from '../../forms/panel.js'
import { said } from '../../forms/words.js'
import type { PanelCheck, TableName } from '../../types.js'
import { figure, hasCell, packedCells } from './figures.js'
import { found, unfound } from './outcome.js'
import type { Panel, Placed } from './series.js'

/**
 * Are the figures of a table those of the year before? One check a table of the report; `subject` is the table. Counted are
 * cells that hold a number in both reports, of which at least one is not 0; stocks and cumulative figures, which stay by
 * nature, are left aside. A table of zeros, or with few figures or few different ones, is never called unchanged.
 *
 * - `failed`: of enough figures, nearly all equal last year's; `observed` is how many do, `expected` is `fewer`. `cells` lists
 *   them.
 * - `passed`: enough of them changed, or the tables hold too few to say that they did not.
 * - `not_assessable`: too few, and some cells hold no number; last year's report or table is missing; or the body or year cannot
 *   be told.
 * - `not_applicable`: the body's first report, or a report without tables.
 *
 * Severity `info`: a question. Thresholds: `data/reference/panel.json`.
 *
 * @rule panel.unchanged
 * @passes { "reports": [{ "form": "2021", "year": 2021, "requests": {} }, { "form": "2021", "year": 2022, "requests": {} }] }
 * @fails { "reports": [{ "form": "2021", "year": 2021, "requests": { "received_new": 31, "granted": 17, "partially_granted": 5, "unavailable.not_held": 9, "concluded_total": 31 } }, { "form": "2021", "year": 2022, "requests": { "received_new": 31, "granted": 17, "partially_granted": 5, "unavailable.not_held": 9, "concluded_total": 31 } }] }
 */
export function checkUnchanged({ placed }: Panel): PanelCheck[] {
  return placed.flatMap((one) => {
    const tables = ALL_TABLES.filter((table) => one.report.tables[table] !== undefined)
    return tables.length === 0
      ? [unfound(one, RULE, 'tables', 'not_applicable')]
      : tables.map((table) => checkTable(one, table))
  })
}

const RULE = 'panel.unchanged'

function checkTable(placed: Placed, table: TableName): PanelCheck {
  const { report, unit, earlier, last } = placed
  if (unit === null || report.year === null) return unfound(placed, RULE, table, 'not_assessable')
  if (earlier.length === 0) return unfound(placed, RULE, table, 'not_applicable')
  const before = last.find(({ tables }) => tables[table] !== undefined)
  if (before === undefined) return unfound(placed, RULE, table, 'not_assessable')
  const { least_figures, least_distinct, share, not_columns } = panelReference().unchanged
  const cells = packedCells(report.tables, table)
    .filter(({ row, column }) => !not_columns.includes(column) && hasCell(before.tables, table, row, column))
    .map((cell) => ({ ...cell, was: figure(before.tables, table, cell.row, cell.column) }))
  const pairs = cells.filter(({ value, was }) => value !== null && was !== null && (value !== 0 || was !== 0))
  const same = pairs.filter(({ value, was }) => value === was)
  const distinct = new Set(same.map(({ value }) => value)).size
  const values = { same: same.length, all: pairs.length, last: before.id }
  const isChanged = same.length < share * pairs.length
  if (isChanged || pairs.length < least_figures || distinct < least_distinct) {
    const isOpen = !isChanged && cells.some(({ value, was }) => value === null || was === null)
    const text = said('panel.unchanged.counted', values)
    return unfound(placed, RULE, table, isOpen ? 'not_assessable' : 'passed', text)
  }
  return found(placed, RULE, table, [before.id], {
    severity: 'info',
    message: said('panel.unchanged.failed', { ...values, distinct }),
    cells: same.map(({ row, column }) => ({ report_id: report.id, table, row, column })),
    expected: said('panel.unchanged.expected'),
    observed: same.length,
    at: null,
  })
}
