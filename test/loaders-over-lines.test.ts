import { describe, expect, test } from 'vitest'
import type { Cell, TableName } from '../src/types.js'
import { type GridCell, type MadeUp, madeUp, mapCells, truthsOf } from './support/made-up.js'
import { readText } from './support/private-reports.js'
import { type Random, randomOf } from './support/random.js'

// Tables with narrow cells, whose figures go on on a second or third line of their cell, as text that a PDF gives back height by
// height. What is expected of each cell is what the made-up page prints there: nothing else may be given, and no emptiness.

type Edge = 'top' | 'middle' | 'bottom'

/** Lines of one cell from the top of its row on, around its middle or down to its end, in half lines. */
function linesAt(lines: readonly string[], edge: Edge): { at: number; text: string }[] {
  const first = { top: 0, middle: 1 - lines.length, bottom: 2 - 2 * lines.length }[edge]
  return lines.map((text, i) => ({ at: first + 2 * i, text }))
}

function cut(text: string, width: number): string[] {
  return Array.from({ length: Math.ceil(text.length / width) }, (_, i) => text.slice(i * width, (i + 1) * width))
}

/** A row as its lines stand below one another: what is at one height is one line, from the left. */
function rowLines(cells: readonly string[][], edge: Edge): string[] {
  const lines = cells.flatMap((own, column) => linesAt(own, edge).map((line) => ({ ...line, column })))
  const heights = [...new Set(lines.map(({ at }) => at))].sort((a, b) => a - b)
  return heights.map((at) => lines.flatMap((line) => (line.at === at ? [line.text] : [])).join('  '))
}

/** The report with each figure so many times as large, which leaves all sums right, and with some cells empty. */
function enlarged(report: MadeUp, times: number, random: Random, empty: number): MadeUp {
  return mapCells(report, (cell) => {
    const { truth } = cell
    if (truth === undefined || truth.value === null) return cell
    if (random.chance(truth.value === 0 ? empty : empty / 8))
      return { ...cell, text: '', truth: { ...truth, value: null, status: 'blank', printed: '' } }
    const value = truth.value * times
    return { ...cell, text: String(value), truth: { ...truth, value, printed: String(value) } }
  })
}

interface Setting {
  readonly digits: number
  readonly letters: number
  readonly edge: Edge
}

function tableLines(report: MadeUp, table: TableName, { digits, letters, edge }: Setting): string[] {
  return report.grids[table].flatMap((row: readonly GridCell[]) => {
    if (!row.some(({ truth }) => truth)) return [row.map(({ text }) => text).join('  ')]
    return rowLines(
      row.filter(({ text }) => text !== '').map(({ text, truth }) => cut(text, truth ? digits : letters)),
      edge,
    )
  })
}

const HEADINGS = {
  proactive: '二、主动公开政府信息情况',
  requests: '三、收到和处理政府信息公开申请情况',
  remedies: '四、政府信息公开行政复议、行政诉讼情况',
} as const

function pageOf(report: MadeUp, setting: Setting): string {
  const tables = (['proactive', 'requests', 'remedies'] as const).flatMap((table) => [
    HEADINGS[table],
    ...tableLines(report, table, setting),
  ])
  return [
    `${report.issuer}${report.year}年政府信息公开工作年度报告`,
    ...tables,
    '五、存在的主要问题及改进情况',
    '无。',
  ].join('\n')
}

async function wrongCells(report: MadeUp, page: string): Promise<string[]> {
  const { report: found } = await readText(page)
  const cells = new Map(
    Object.entries(found.tables).flatMap(([table, own]) =>
      own.map((cell: Cell) => [`${table}/${cell.row}/${cell.column}`, cell] as const),
    ),
  )
  return truthsOf(report).flatMap(({ table, row, column, value, status }) => {
    const cell = cells.get(`${table}/${row}/${column}`)
    const known = cell?.status === 'stated' || cell?.status === 'inferred'
    const isWrong = known ? cell.value !== value : status === 'stated' && cell?.status === 'blank'
    return isWrong ? [`${table} ${row} ${column}: ${cell?.status} ${cell?.value} for ${value}`] : []
  })
}

describe('figures that go on on the next line of their cell', () => {
  const edges: readonly Edge[] = ['top', 'middle', 'bottom']
  const settings = edges.flatMap((edge) =>
    [30, 10, 6, 4].flatMap((letters) => [1, 2, 3].map((digits): Setting => ({ digits, letters, edge }))),
  )
  test.each(settings)(
    'never come out as other figures: $digits digits on a line, $letters letters, from the $edge',
    async (setting) => {
      for (const form of ['2019', '2021'])
        for (let i = 0; i < 8; i++) {
          const random = randomOf('over lines', form, i)
          const report = enlarged(
            madeUp(random, form),
            random.pick([1, 13, 97, 731]),
            random,
            random.pick([0, 0.3, 0.9]),
          )
          const page = pageOf(report, setting)
          expect.soft(await wrongCells(report, page), page).toEqual([])
        }
    },
  )
})
