import { auditPanel, type PanelReport, panelReport } from '../../src/audits/panel/index.js'
import { formById, formCells } from '../../src/forms/forms.js'
import type { Publisher } from '../../src/forms/publishers.js'
import type { Folded, PanelCheck } from '../../src/types.js'
import { fromFragment } from './report.js'

/** A declared body; what is left out is as for a body that stands alone. */
export function publisher(given: Partial<Publisher> & { readonly id: string }): Publisher {
  return {
    names: [],
    region: null,
    reports: [],
    parent: null,
    in_parent: false,
    covers: null,
    since: null,
    until: null,
    source: 'made up',
    note: '',
    ...given,
  }
}

/** A plain text as its own folded copy. */
export function plain(text: string): Folded {
  return { text, offsets: Array.from({ length: text.length + 1 }, (_, i) => i) }
}

/** Rows of the requests table with these numbers, natural persons first; the totals are left at 0. */
function filled(numbers: readonly number[]): Record<string, Record<string, number>> {
  const form = formById('2021')
  const cells = form === undefined ? [] : formCells(form, 'requests')
  const rows = [...new Set(cells.map(({ row }) => row.code))].filter((row) => !/carried_in|total/.test(row))
  const columns = [...new Set(cells.map(({ column }) => column.code))].filter((column) => column !== 'total')
  return Object.fromEntries(
    rows.map((row, i) => [
      row,
      Object.fromEntries(columns.map((column, j) => [column, numbers[i * columns.length + j] ?? 0])),
    ]),
  )
}

/** Numbers spread evenly on a logarithmic scale from 10 to 99999, which follow Benford's law, or ones whose second digit is 7. */
function digits(kind: string, index: number): number[] {
  return Array.from({ length: 138 }, (_, i) =>
    kind === 'sevens'
      ? (17 + 10 * (i % 9)) * 10 ** (i % 4)
      : Math.floor(10 ** (1 + 4 * (((i + 138 * index) * 0.618034) % 1))),
  )
}

/** One report of a panel from one flat object: that of an audit rule's docstring, with `text` (its words) and `fill`. */
export function panelFragment(fragment: Record<string, unknown>, index = 0): PanelReport {
  const { text, fill, ...rest } = fragment
  const numbers =
    fill === undefined ? undefined : Array.isArray(fill) ? (fill as number[]) : digits(String(fill), index)
  const report = fromFragment({
    id: `${index}-${String(rest.year)}`,
    issuer: '南柯县人民政府',
    ...(text === undefined ? {} : { sections: [] }),
    ...(numbers === undefined ? {} : { requests: filled(numbers) }),
    ...rest,
  })
  const made = panelReport(report, text === undefined ? undefined : plain(String(text)))
  return { ...made, sha256: String(index) }
}

/** The checks of one rule on a panel given as in the docstrings. */
export function panelChecks(
  rule: string,
  {
    reports,
    publishers = [],
  }: { reports: readonly Record<string, unknown>[]; publishers?: readonly (Partial<Publisher> & { id: string })[] },
): PanelCheck[] {
  const made = reports.map(panelFragment)
  return auditPanel(made, { publishers: publishers.map(publisher) }).filter((check) => check.rule === rule)
}
