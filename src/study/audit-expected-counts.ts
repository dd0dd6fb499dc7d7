import { formById, formCells } from '../forms/forms.js'
import { panelReference } from '../forms/panel.js'
import type { TableName } from '../types.js'
import type { ExpectedFailure } from './audit-expected.js'
import { settings } from './simulate/settings.js'
import type { Truth } from './simulate/truth.js'
import { truthPanel } from './simulate/truth-panel.js'

/** Tables that print a number which cannot be what its cell counts: with decimals, or below 0 where nothing can be. */
export function impossibleTables({ id, report, tables }: Truth): ExpectedFailure[] {
  return Object.entries(report.forms).flatMap(([table, edition]) => {
    const form = formById(edition)
    const cells = new Map((tables[table] ?? []).map((cell) => [`${cell.row}/${cell.column}`, cell.value]))
    const isImpossible =
      form !== undefined &&
      formCells(form, table as TableName).some(({ row, column, unit }) => {
        const value = cells.get(`${row.code}/${column.code}`) ?? 0
        return (value < 0 && column.signed !== true) || (!Number.isInteger(value) && !unit.endsWith('元'))
      })
    return isImpossible ? [{ report_id: id, rule: 'table.impossible', subject: table }] : []
  })
}

/** Bodies most of whose larger figures are full fives and tens. */
export function heapedBodies(truth: Truth, corpus: ReadonlyMap<string, Truth>): ExpectedFailure[] {
  const { digits, least_value, least_figures } = panelReference().screening.heaping
  return bodyOf(truth, corpus, 'heaped_figures', ['screen.heaping', 'last digits'], (own) => {
    const figures = own(least_value)
    const hits = figures.filter((value) => digits.includes(String(value).slice(-1)))
    return figures.length >= least_figures && hits.length >= HEAPED * figures.length
  })
}

/** Bodies most of whose figures have one of the second digits that were made up, where they are of enough sizes. */
export function inventedBodies(truth: Truth, corpus: ReadonlyMap<string, Truth>): ExpectedFailure[] {
  const { least_value, least_figures, least_span } = panelReference().screening.second_digit
  return bodyOf(truth, corpus, 'invented_digits', ['screen.second_digit', 'second digits'], (own) => {
    const figures = own(least_value)
    const made = settings().habits.second_digits.map(String)
    const hits = figures.filter((value) => made.includes(String(value)[1] ?? ''))
    const isSpread = Math.max(...figures) >= least_span * Math.min(...figures)
    return figures.length >= least_figures && isSpread && hits.length >= INVENTED * figures.length
  })
}

/**
 * From these shares on, chance alone gives as many less than once in 10,000 bodies: two digits of ten in three fifths of 20
 * figures, four of ten in nearly as many of 300.
 */
const [HEAPED, INVENTED] = [0.6, 0.55]

/** What makes a body's digits odd: how it came by its figures, or tables printed again, whose figures count once more. */
const ODD = ['heaped_figures', 'invented_digits', 'unchanged_tables']

/**
 * What ought to fail at the last report of a body, if it wrote other figures than it counted in some year. Slight where it did
 * so in too few of its figures, or has too few, so that chance may give as many; or where its digits are odd for another reason.
 *
 * @param isClear from the figures of the body that are at least so large, one report a year
 */
function bodyOf(
  truth: Truth,
  corpus: ReadonlyMap<string, Truth>,
  fault: string,
  [rule, subject]: readonly [string, string],
  isClear: (own: (least: number) => number[]) => boolean,
): ExpectedFailure[] {
  const panel = truthPanel(corpus)
  const years = [...new Set(panel.years(truth.unit.id))].sort((a, b) => a - b)
  const reports = years.map((year) => [...panel.of(truth.unit.id, year)].sort((a, b) => (a.id < b.id ? -1 : 1)))
  if (reports.at(-1)?.at(-1) !== truth) return []
  const faults = new Set(reports.flat().flatMap(({ planted }) => planted.map((one) => one.fault)))
  if (!ODD.some((one) => faults.has(one))) return []
  const first = reports.flatMap(([one]) => one ?? [])
  const own = (least: number) => first.flatMap((one) => ownFigures(one, least))
  const isSlight = !faults.has(fault) || !isClear(own)
  return [{ report_id: truth.id, rule, subject, ...(isSlight ? { isSlight } : {}) }]
}

/** The whole numbers printed that are no sums and not carried on from elsewhere. */
function ownFigures({ tables }: Truth, least: number): number[] {
  const { rows, columns } = panelReference().totals
  const isOwn = (code: string) => !rows.includes(code) && !columns.includes(code) && !CARRIED_ON.includes(code)
  return Object.values(tables).flatMap((cells) =>
    cells.flatMap(({ row, column, value }) =>
      value !== null && value >= least && Number.isInteger(value) && isOwn(row) && isOwn(column) ? [value] : [],
    ),
  )
}

const CARRIED_ON = ['carried_in', 'in_force', 'in_force_public', 'items_last_year', 'cumulative']
