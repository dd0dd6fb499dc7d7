import { type CellDefinition, cellsOf, formById, formCells, tablesOf } from '../forms/forms.js'
import { listed, named, said } from '../forms/words.js'
import type { Check, Report, TableName } from '../types.js'
import { evidence, failed, settled } from './check.js'
import { columnName, rowName } from './names.js'
import { byPlace } from './relations.js'

/**
 * Can the figures of a table be what they count? A count is a whole number, and only a change (本年增/减) may be below 0;
 * amounts of money may have decimals. One check a table; `subject` is the table, `cells` are those that cannot be right,
 * `observed` is the first of them; `at` is its place.
 *
 * `not_applicable`: the table is not there. `not_assessable`: no cell of it holds a number, or all that were read
 * are possible and others are withheld. Severity `error`: no reading of
 * the form allows it. Ground: the units of the form's columns.
 *
 * @rule table.impossible
 * @passes { "form": "2019", "proactive": { "licences": { "items_last_year": 3, "items_change": -2, "decisions": 40 }, "procurement": { "projects": 2, "amount": 31.5 } } }
 * @fails { "form": "2021", "requests": { "granted": { "natural_person": 2.5, "total": 2.5 } } }
 *
 * @example
 * checkPossible(report).every((check) => check.outcome === 'passed') // true
 */
export function checkPossible(report: Report): Check[] {
  return tablesOf(report).map((table) => checkTable(report, table))
}

function checkTable(report: Report, table: TableName): Check {
  const rule = 'table.impossible'
  const cells = byPlace(cellsOf(report, table))
  const form = formById(report.report.forms[table] ?? report.report.form)
  if (form === undefined || [...cells.values()].every(({ status }) => status === 'absent'))
    return settled(rule, table, 'not_applicable')
  const held = formCells(form, table).flatMap((definition) => {
    const cell = cells.get(`${definition.row.code}/${definition.column.code}`)
    return cell === undefined || cell.value === null ? [] : [{ definition, cell, value: cell.value }]
  })
  if (held.length === 0) return settled(rule, table, 'not_assessable', evidence(said('table.impossible.none'), [], []))
  const wrong = held.filter(({ definition, value }) => !isPossible(definition, value))
  const [first] = wrong
  if (first === undefined) {
    const withheld = [...cells.values()].filter(({ status }) => status === 'ambiguous').length
    return withheld > 0
      ? settled(
          rule,
          table,
          'not_assessable',
          evidence(said('table.impossible.withheld', { count: held.length, withheld }), [], []),
        )
      : settled(rule, table, 'passed', evidence(said('table.impossible.passed', { count: held.length }), [], []))
  }
  const cellsInWords = wrong.map(({ definition: { row, column }, value }) =>
    said('table.impossible.cell', { row: rowName(row), column: columnName(column), value }),
  )
  const { title_en = '' } = form.tables[table] ?? {}
  const values = { table: named('table', table), title_en, cells: listed('comma', cellsInWords) }
  return failed(rule, table, {
    severity: 'error',
    message: said('table.impossible.failed', values),
    cells: wrong.map(({ cell: { row, column } }) => ({ table, row, column })),
    expected: null,
    observed: first.value,
    at: first.cell.at,
  })
}

function isPossible({ column, unit }: CellDefinition, value: number): boolean {
  const mayBeBelow = column.signed === true
  const isMoney = unit.endsWith('元')
  return (mayBeBelow || value >= 0) && (isMoney || Number.isInteger(value))
}
