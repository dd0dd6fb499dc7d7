import { type Chain, type ChainTerm, panelReference } from '../../forms/panel.js'
import { listed, said, sentences } from '../../forms/words.js'
import type { Bilingual, CellRef, PanelCheck } from '../../types.js'
import { causeInWords, causeOf } from './cause.js'
import { figure, figureStatus, hasCell, linesOfForm } from './figures.js'
import { cellInWords, found, tidy, unfound, unknownBody } from './outcome.js'
import type { PanelReport } from './panel-report.js'
import type { Panel, Placed } from './series.js'

/**
 * Is what last year's report carries on what this year's report takes over? Two rules, whose relations are data (`chains` of
 * `data/reference/panel.json`): `panel.carry_over`, the requests carried in are those carried out the year before, in all
 * seven columns; `panel.stock`, documents in force, items of service and cumulative figures roll forward as their form
 * implies. One check a row or column; `subject` is the cell of this year's report, `table/row/column`.
 *
 * - `passed`, `failed`: both reports hold every number needed (printed, or inferred from the form's own relations).
 * - `not_assessable`: a number is missing or withheld, last year's table or report is missing, two reports on last year
 *   disagree, or the body or the year cannot be told. Nothing is taken for zero.
 * - `not_applicable`: the first report of a body, a table that is not there, editions between which no such relation holds.
 *
 * `expected` is what last year's figures come to, `observed` the number in this year's report; `cause` says what speaks for a
 * slip, a reorganisation, another form or another scope. Severity: of the chain. Ground: of the chain.
 *
 * @rule panel.carry_over
 * @passes { "reports": [{ "form": "2019", "year": 2020, "requests": { "received_new": 3, "granted": 2, "concluded_total": 2, "carried_out": 1 } }, { "form": "2021", "year": 2021, "requests": { "carried_in": 1, "granted": 1, "concluded_total": 1 } }] }
 * @fails { "reports": [{ "form": "2019", "year": 2020, "requests": { "received_new": 3, "granted": 2, "concluded_total": 2, "carried_out": 1 } }, { "form": "2021", "year": 2021, "requests": { "carried_in": 3, "granted": 3, "concluded_total": 3 } }] }
 * @rule panel.stock
 * @passes { "reports": [{ "form": "2021", "year": 2021, "proactive": { "normative_documents": { "in_force": 9 } } }, { "form": "2021", "year": 2022, "proactive": { "normative_documents": { "made": 2, "repealed": 1, "in_force": 10 } } }] }
 * @fails { "reports": [{ "form": "2021", "year": 2021, "proactive": { "normative_documents": { "in_force": 9 } } }, { "form": "2021", "year": 2022, "proactive": { "normative_documents": { "made": 2, "repealed": 1, "in_force": 12 } } }] }
 */
export function checkChains(panel: Panel, rule: string): PanelCheck[] {
  const chains = panelReference().chains.filter((chain) => chain.rule === rule)
  return panel.placed.flatMap((placed) => {
    const own = chains.filter(({ table, forms }) => forms.includes(placed.report.tables[table]?.form ?? ''))
    if (own.length === 0) return [unfound(placed, rule, chains[0]?.table ?? 'tables', 'not_applicable')]
    return own.flatMap((chain) => checkChain(panel, placed, chain))
  })
}

function checkChain(panel: Panel, placed: Placed, chain: Chain): PanelCheck[] {
  const { report, unit, earlier, last } = placed
  const whole = `${chain.table}/${chain.left}`
  const open = (text: Bilingual) => [unfound(placed, chain.rule, whole, 'not_assessable', text)]
  if (unit === null || report.year === null) return open(unknownBody())
  if (earlier.length === 0) return [unfound(placed, chain.rule, whole, 'not_applicable')]
  if (last.length === 0) return open(said('panel.chain.no_report', { year: report.year - 1 }))
  const editions = last.map(({ tables, form }) => tables[chain.table]?.form ?? (form === 'legacy' ? 'legacy' : null))
  if (editions.some((edition) => edition === null)) return open(said('panel.chain.no_table'))
  if (!editions.every((edition) => chain.last_forms.includes(edition ?? '')))
    return [unfound(placed, chain.rule, whole, 'not_applicable')]
  const lines = linesOfForm(report.tables[chain.table]?.form ?? '', chain.table, chain.across)
  return lines
    .filter((line) => isPossible(chain, report, last, line))
    .map((line) => checkLine(panel, placed, chain, line))
}

/** Whether the forms of both years have all cells of the chain in this line. */
function isPossible(chain: Chain, report: PanelReport, last: readonly PanelReport[], line: string): boolean {
  const has = ({ tables }: PanelReport, code: string) => hasCell(tables, chain.table, ...cellOf(chain, line, code))
  return (
    has(report, chain.left) &&
    chain.right.every(({ year, code }) => (year === 0 ? has(report, code) : last.every((one) => has(one, code))))
  )
}

function cellOf({ across }: Chain, line: string, code: string): [row: string, column: string] {
  return across === 'columns' ? [code, line] : [line, code]
}

function checkLine(panel: Panel, placed: Placed, chain: Chain, line: string): PanelCheck {
  const { report, last } = placed
  const [row, column] = cellOf(chain, line, chain.left)
  const subject = `${chain.table}/${row}/${column}`
  const observed = figure(report.tables, chain.table, row, column)
  const terms = chain.right.map((term) => ({ term, value: termValue(placed, chain, line, term) }))
  const known = terms.flatMap(({ term, value }) => (value === null ? [] : [{ term, value }]))
  const before = last[0]
  if (observed === null || before === undefined || known.length < terms.length) {
    const lacking = terms.filter(({ value }) => value === null).map(({ term }) => inWords(placed, chain, line, term))
    const own = observed === null ? [cellInWords(report.tables[chain.table]?.form ?? '', chain.table, row, column)] : []
    const why = said('panel.chain.no_number', { cells: listed('semicolon', [...own, ...lacking]) })
    return unfound(placed, chain.rule, subject, 'not_assessable', why)
  }
  const expected = tidy(known.reduce((sum, { term, value }) => sum + term.sign * value, 0))
  const difference = tidy(observed - expected)
  const holds =
    difference === 0 ||
    (chain.relation === 'at_most' && difference < 0) ||
    (chain.relation === 'at_least' && difference > 0)
  const refs: CellRef[] = [
    { report_id: report.id, table: chain.table, row, column },
    ...chain.right.map(({ year, code }): CellRef => {
      const [ownRow, ownColumn] = cellOf(chain, line, code)
      return { report_id: year === 0 ? report.id : before.id, table: chain.table, row: ownRow, column: ownColumn }
    }),
  ]
  const termWords = known.map(({ term, value }, i) =>
    said('panel.chain.term', { sign: signOf(term, i === 0), cell: inWords(placed, chain, line, term), value }),
  )
  const sum = listed('space', termWords)
  if (holds) {
    const basis = said('panel.chain.passed', { observed, sum, expected })
    return unfound(placed, chain.rule, subject, 'passed', basis, refs)
  }
  const cause = causeOf(panel, placed, before, chain.table, expected, observed)
  const cell = cellInWords(report.tables[chain.table]?.form ?? '', chain.table, row, column)
  return found(
    placed,
    chain.rule,
    subject,
    last.map(({ id }) => id),
    {
      severity: chain.severity,
      message: sentences(
        said(`panel.chain.fails.${chain.relation}`, {
          year: report.year ?? '',
          cell,
          observed,
          expected,
          before: before.year ?? '',
          sum,
        }),
        guessed(placed, refs),
        causeInWords(cause),
      ),
      cells: refs,
      expected,
      observed,
      at: null,
      cause,
    },
  )
}

/** A term's number; `null` where it is missing, or two reports on last year disagree. */
function termValue({ report, last }: Placed, chain: Chain, line: string, { year, code }: ChainTerm): number | null {
  const [row, column] = cellOf(chain, line, code)
  const values = (year === 0 ? [report] : last).map(({ tables }) => figure(tables, chain.table, row, column))
  return values.every((value) => value === values[0]) ? (values[0] ?? null) : null
}

function signOf({ sign }: ChainTerm, isFirst: boolean): string {
  return sign < 0 ? '- ' : isFirst ? '' : '+ '
}

function inWords({ report, last }: Placed, chain: Chain, line: string, { year, code }: ChainTerm): Bilingual {
  const [row, column] = cellOf(chain, line, code)
  const source = year === 0 ? report : last[0]
  const words = cellInWords(source?.tables[chain.table]?.form ?? '', chain.table, row, column)
  return year === 0 ? words : said('panel.chain.last', { cell: words, report: source?.id ?? '' })
}

function guessed({ report, last }: Placed, cells: readonly CellRef[]): Bilingual | null {
  const inferred = cells.flatMap(({ report_id, table, row, column }) => {
    const source = report_id === report.id ? report : last[0]
    if (source === undefined || figureStatus(source.tables, table, row, column) === 'stated') return []
    const cell = cellInWords(source.tables[table]?.form ?? '', table, row, column)
    return [said('panel.chain.guessed_cell', { path: `${row}/${column}`, cell, report: source.id })]
  })
  return inferred.length === 0 ? null : said('panel.chain.guessed', { cells: listed('comma', inferred) })
}
