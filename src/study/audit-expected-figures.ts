import { type Chain, panelReference } from '../forms/panel.js'
import type { ExpectedFailure } from './audit-expected.js'
import type { Truth } from './simulate/truth.js'
import { agreedIn, printedIn, truthPanel } from './simulate/truth-panel.js'

/** Chains from year to year that the printed figures break. */
export function brokenChains(truth: Truth, corpus: ReadonlyMap<string, Truth>): ExpectedFailure[] {
  const last = truthPanel(corpus).last(truth)
  return panelReference().chains.flatMap((chain) => {
    const { table, forms, last_forms } = chain
    const fits = forms.includes(truth.report.forms[table] ?? '')
    const fitted = last.length > 0 && last.every(({ report }) => last_forms.includes(report.forms[table] ?? ''))
    return fits && fitted ? brokenLines(truth, last, chain) : []
  })
}

function brokenLines(truth: Truth, last: readonly Truth[], chain: Chain): ExpectedFailure[] {
  const { table, across, left, right, relation, rule } = chain
  const cells = truth.tables[table] ?? []
  const lines = [...new Set(cells.map((cell) => (across === 'rows' ? cell.row : cell.column)))]
  return lines.flatMap((line) => {
    const at = (code: string) => (across === 'rows' ? ([line, code] as const) : ([code, line] as const))
    const printed = printedIn(truth, table, ...at(left))
    const sum = right.reduce<number | undefined>((total, { year, code, sign }) => {
      const value = year === 0 ? printedIn(truth, table, ...at(code)) : agreedIn(last, table, ...at(code))
      return total === undefined || value === undefined ? undefined : total + sign * value
    }, 0)
    if (printed === undefined || sum === undefined) return []
    const difference = Number((printed - sum).toFixed(6))
    const isBroken = (relation !== 'at_least' && difference > 0) || (relation !== 'at_most' && difference < 0)
    return isBroken ? [{ report_id: truth.id, rule, subject: [table, ...at(left)].join('/') }] : []
  })
}

/** Rows of a whole that the printed figures of its parts exceed or, with all parts printed, do not come to. */
export function brokenSums(truth: Truth, corpus: ReadonlyMap<string, Truth>): ExpectedFailure[] {
  if (truth.unit.parts.length === 0) return []
  const parts = truth.unit.parts.map((part) => truthPanel(corpus).of(part, truth.report.year))
  const rows = panelReference().hierarchy.flatMap(({ table, columns }) =>
    (truth.tables[table] ?? []).flatMap(({ row, column }) => {
      const whole = printedIn(truth, table, row, column)
      if (whole === undefined || (columns !== null && !columns.includes(column))) return []
      const values = parts.map((part) => agreedIn(part, table, row, column))
      const left = Number((whole - values.reduce<number>((sum, value) => sum + (value ?? 0), 0)).toFixed(6))
      const isComplete = values.every((value) => value !== undefined)
      return left < 0 || (isComplete && left > 0) ? [`${table}/${row}`] : []
    }),
  )
  return [...new Set(rows)].map((subject) => ({ report_id: truth.id, rule: 'panel.hierarchy', subject }))
}

/** Requests received that the printed figures make jump. */
export function volumeJumps(truth: Truth, corpus: ReadonlyMap<string, Truth>): ExpectedFailure[] {
  const { table, row, column, least_ratio, least_difference } = panelReference().screening.volume_jump
  const now = printedIn(truth, table, row, column)
  const then = agreedIn(truthPanel(corpus).last(truth), table, row, column)
  if (now === undefined || then === undefined || Math.abs(now - then) < least_difference) return []
  const ratio = (Math.max(now, then) + 1) / (Math.min(now, then) + 1)
  return ratio < least_ratio ? [] : [{ report_id: truth.id, rule: 'screen.volume_jump', subject: 'requests received' }]
}
