import { readReport } from '../../src/loaders/report.js'
import type { Cell, Finding, TableName } from '../../src/types.js'
import { type Grid, type GridCell, key, type MadeUp, truthsOf } from './made-up.js'

/** What came of a page meant to mislead: cells wrong in silence, in words, and how many printed numbers were read. */
export interface Misled {
  readonly wrong: readonly string[]
  readonly read: number
  readonly printed: number
  readonly findings: readonly Finding[]
}

const TITLE = '云溪县人民政府2023年政府信息公开工作年度报告'
const HEADINGS: Partial<Record<TableName, string>> = {
  proactive: '二、主动公开政府信息情况',
  requests: '三、收到和处理政府信息公开申请情况',
  remedies: '四、政府信息公开行政复议、行政诉讼情况',
}

/** A page of a made-up report, each cell written by `write`. */
export function pageOf(report: MadeUp, write: (cell: GridCell) => string = textOf): string {
  const cell = (one: GridCell) => `<td colspan="${one.colspan}" rowspan="${one.rowspan}">${write(one)}</td>`
  const table = (grid: Grid) => `<table>${grid.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}</table>`
  return `<html><body>${bodyOf(report, table, (words) => `<p>${words}</p>`).join('\n')}</body></html>`
}

/** A text of a made-up report, each table written by `write`. */
export function textPage(report: MadeUp, write: (grid: Grid) => string): string {
  return bodyOf(report, write, (words) => words).join('\n')
}

function bodyOf(report: MadeUp, table: (grid: Grid) => string, words: (text: string) => string): string[] {
  const tables = (Object.entries(report.grids) as [TableName, Grid][]).flatMap(([name, grid]) => [
    words(HEADINGS[name] ?? ''),
    table(grid),
  ])
  return [words(TITLE), ...tables, words('五、存在的主要问题及改进情况'), words('公开的主动性有待增强。')]
}

export function textOf({ text }: GridCell): string {
  return text
}

/** The line of a row, its empty cells left out. */
export function lineOf(row: readonly GridCell[]): string {
  return row
    .map(textOf)
    .filter((text) => text !== '')
    .join(' ')
}

/**
 * Reads a source and compares every cell with the number printed there. Wrong in silence is another number than the one printed,
 * any number where none is, and an empty cell or nil mark where there is a number or something that cannot be read.
 *
 * @param unread what is printed in a cell that shows no number, by `table/row/column`
 */
export async function misled(
  report: MadeUp,
  source: string | Uint8Array,
  unread: ReadonlySet<string> = new Set(),
  path = 'page',
): Promise<Misled> {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
  const found = await readReport({ id: 'page', path, bytes })
  const cells = new Map<string, Cell>()
  for (const [table, own] of Object.entries(found.report.tables) as [TableName, readonly Cell[]][])
    for (const cell of own) cells.set(key(table, cell.row, cell.column), cell)
  const wrong: string[] = []
  const counts = { read: 0, printed: 0 }
  for (const truth of truthsOf(report)) {
    const name = key(truth.table, truth.row, truth.column)
    const printed = truth.status === 'stated' && !unread.has(name) ? truth.value : null
    const shows = printed !== null || unread.has(name)
    const cell = cells.get(name)
    if (printed !== null) counts.printed++
    const isEmpty = cell?.status === 'blank' || cell?.status === 'nil'
    if (cell?.value != null ? cell.value !== printed : isEmpty && shows)
      wrong.push(`${name}: ${cell?.status} ${cell?.value}, printed is ${printed ?? truth.status}`)
    else if (cell?.value != null) counts.read++
  }
  return { wrong, ...counts, findings: found.report.findings }
}
