import type { Expectation, ExpectedFailure } from './audit-expected.js'
import type { TrueCell, Truth } from './simulate/truth.js'

/**
 * What ought to fail across simulated reports: as within reports, judged by what is printed, so that a figure changed for
 * another fault counts as well. For `auditAccuracy`, with all checks of `auditPanel` and the publishers of `publishersOf`.
 */
export const PANEL_EXPECTATIONS: readonly Expectation[] = [brokenChains, brokenSums, copiedPassages]

const COLUMNS = ['natural_person', 'business', 'research', 'social_org', 'legal_service', 'other_org', 'total']

function brokenChains(truth: Truth, corpus: ReadonlyMap<string, Truth>): ExpectedFailure[] {
  const last = lastYear(truth, corpus)
  if (last === undefined) return []
  const [now, then] = [numbersOf(truth), numbersOf(last)]
  const both = (form: string) => truth.report.form === form && last.report.form === form
  const differ = (rule: string, cell: string, right: readonly (number | undefined)[], atMost = false) => {
    const left = now(cell)
    const sum = right.reduce<number | undefined>((a, b) => (a === undefined || b === undefined ? undefined : a + b), 0)
    if (left === undefined || sum === undefined) return []
    return left > sum + 1e-9 || (!atMost && left < sum - 1e-9) ? [{ report_id: truth.id, rule, subject: cell }] : []
  }
  const carried = COLUMNS.flatMap((column) =>
    differ('panel.carry_over', `requests/carried_in/${column}`, [then(`requests/carried_out/${column}`)]),
  )
  const minus = (value: number | undefined) => (value === undefined ? undefined : -value)
  const stocks = ['regulations', 'normative_documents'].flatMap((row) => {
    const cell = (column: string) => `proactive/${row}/${column}`
    if (both('2021'))
      return differ('panel.stock', cell('in_force'), [
        then(cell('in_force')),
        now(cell('made')),
        minus(now(cell('repealed'))),
      ])
    if (both('2019'))
      return differ(
        'panel.stock',
        cell('in_force_public'),
        [then(cell('in_force_public')), now(cell('published'))],
        true,
      )
    return []
  })
  const items = (truth.tables.proactive ?? []).flatMap(({ row, column }) => {
    const cell = (code: string) => `proactive/${row}/${code}`
    return both('2019') && column === 'items_last_year'
      ? differ('panel.stock', cell(column), [then(cell(column)), then(cell('items_change'))])
      : []
  })
  return [...carried, ...stocks, ...items]
}

/** Rows of a whole that the printed figures of its parts exceed, or, with all parts printed, do not come to. */
function brokenSums(truth: Truth, corpus: ReadonlyMap<string, Truth>): ExpectedFailure[] {
  if (truth.unit.parts.length === 0) return []
  const parts = truth.unit.parts.map((part) =>
    [...corpus.values()].find(({ unit, report }) => unit.id === part && report.year === truth.report.year),
  )
  const known = parts.filter((part) => part !== undefined).map(numbersOf)
  const whole = numbersOf(truth)
  const rows = new Set<string>()
  for (const [table, cells] of Object.entries(truth.tables)) {
    for (const { row, column } of cells) {
      const total = whole(`${table}/${row}/${column}`)
      const values = known.map((part) => part(`${table}/${row}/${column}`))
      const sum = values.reduce<number>((a, b) => a + (b ?? 0), 0)
      const isComplete = known.length === parts.length && values.every((value) => value !== undefined)
      if (!SUMMED(table, column) || total === undefined) continue
      if (sum > total + 1e-6 || (isComplete && sum < total - 1e-6)) rows.add(`${table}/${row}`)
    }
  }
  return [...rows].map((subject) => ({ report_id: truth.id, rule: 'panel.hierarchy', subject }))
}

const SUMMED = (table: string, column: string): boolean =>
  table === 'requests' ||
  table === 'remedies' ||
  (table === 'proactive' && ['made', 'repealed', 'in_force', 'decisions', 'amount'].includes(column))

/** Passages copied from last year's report, where that one is there and prints them itself. */
function copiedPassages(truth: Truth, corpus: ReadonlyMap<string, Truth>): ExpectedFailure[] {
  const last = lastYear(truth, corpus)
  const isCopied = (one: Truth) => one.planted.some(({ fault }) => fault === 'copied_passage')
  return last !== undefined && isCopied(truth) && !isCopied(last)
    ? [{ report_id: truth.id, rule: 'panel.reused_text', subject: 'last year' }]
    : []
}

function lastYear({ unit, report }: Truth, corpus: ReadonlyMap<string, Truth>): Truth | undefined {
  return corpus.get(`${unit.id}-${report.year - 1}`)
}

/** The numbers printed, by `table/row/column`; `undefined` where none is. */
function numbersOf({ tables }: Truth): (cell: string) => number | undefined {
  const numbers = new Map<string, number>(
    Object.entries(tables).flatMap(([table, cells]) =>
      cells.flatMap(({ row, column, value }: TrueCell) =>
        value === null ? [] : [[`${table}/${row}/${column}`, value] as const],
      ),
    ),
  )
  return (cell) => numbers.get(cell)
}
