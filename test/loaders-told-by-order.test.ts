import { describe, expect, test } from 'vitest'
import { readReport } from '../src/loaders/report.js'
import type { Cell, Report } from '../src/types.js'
import { relabelled } from './support/damage.js'
import { type MadeUp, madeUp, mapGrids, truthsOf } from './support/made-up.js'
import { type Random, randomOf } from './support/random.js'
import { type Layout, render } from './support/render.js'

// Rows that reading order tells, several in one table. Every expected figure is one that the made-up report prints in that
// row; the form's sums hold in it.

async function read(source: string): Promise<Report> {
  return (await readReport({ id: 'made-up', path: 'made-up.md', bytes: new TextEncoder().encode(source) })).report
}

const rowOf = (cells: readonly Cell[], code: string) => cells.filter(({ row }) => row === code)

describe('several rows without a label, each between two that have one', () => {
  const LAYOUTS: readonly Layout[] = ['html', 'nested html', 'markdown', 'pipes', 'tabs', 'spread tabs', 'tabbed lines']
  const REPORT = madeUp(randomOf('told by order'), '2021')
  /** Both are parts of one sum; the last one is in another. */
  const ROWS = ['granted', 'denied.process', 'carried_out']

  const nameless = (report: MadeUp) =>
    mapGrids(report, (grid, table) =>
      grid.map((row) =>
        table === 'requests' && row.some(({ labels }) => ROWS.includes(labels ?? '')) ? relabelled(row, '') : row,
      ),
    )

  test.each(LAYOUTS)('%s: the sums confirm them together', async (layout) => {
    const { requests } = (await read(render(nameless(REPORT), layout).source)).tables
    const printed = truthsOf(REPORT).filter(({ table }) => table === 'requests')
    for (const row of ROWS) {
      const cells = rowOf(requests, row)
      expect
        .soft(cells.map(({ value }) => value))
        .toEqual(printed.filter((truth) => truth.row === row).map(({ value }) => value))
      expect.soft(new Set(cells.map(({ status }) => status)), row).toEqual(new Set(['inferred']))
      expect.soft(cells.every(({ by }) => (by?.length ?? 0) > 0)).toBe(true)
    }
  })

  test.each(LAYOUTS)('%s: if one sum fails, all are candidates', async (layout) => {
    const wrong = mapGrids(nameless(REPORT), (grid) =>
      grid.map((row) =>
        row.map((cell) =>
          cell.truth?.row === 'carried_in' && cell.truth.column === 'business' ? { ...cell, text: '9999' } : cell,
        ),
      ),
    )
    const { requests } = (await read(render(wrong, layout).source)).tables
    for (const row of ROWS)
      expect(new Set(rowOf(requests, row).map(({ status }) => status))).toEqual(new Set(['ambiguous']))
  })
})

describe('labels cut in two, the figures beside one half', () => {
  const pipes = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const HEAD = [
    '三、收到和处理政府信息公开申请情况',
    '申请人情况',
    '自然人 法人或其他组织 总计',
    '商业企业 科研机构 社会公益组织 法律服务机构 其他',
  ]

  function pageOf(report: MadeUp, random: Random, share: number): string {
    const lines = report.grids.requests.flatMap((row) => {
      const figures = row.flatMap((cell) => (cell.truth ? [cell.text] : []))
      const label = row.findLast((cell) => cell.labels !== undefined)?.text
      if (label === undefined || figures.length === 0) return []
      const [first, second] = [label.slice(0, 5), label.slice(5)]
      if (!random.chance(share)) return [pipes([label, ...figures])]
      return random.chance(0.5) ? [pipes([first, ...figures]), second] : [first, pipes([second, ...figures])]
    })
    return [`${report.issuer}${report.year}年政府信息公开工作年度报告`, ...HEAD, ...lines].join('\n')
  }

  test('an empty row with all its borders is empty, though a line without a label follows the table', async () => {
    const random = randomOf('empty')
    const report = madeUp(random, '2021')
    const page = pageOf(report, random, 0).replace(
      /\|[^|\n]*结转下年度[^\n]*$/,
      pipes(['四、结转下年度继续办理', ...Array(7).fill('')]),
    )
    const { requests } = (await read([page, '见下', pipes(['1', '2', '3', '4', '5', '6', '7'])].join('\n'))).tables
    expect(new Set(rowOf(requests, 'carried_out').map(({ status }) => status))).toEqual(new Set(['blank']))
  })

  test.each([0.1, 0.3, 0.5, 0.8])(
    'no row takes the figures of the next, or is called empty: %f of the rows',
    async (share) => {
      let right = 0
      for (let seed = 0; seed < 40; seed++) {
        const random = randomOf(seed)
        const report = madeUp(random, seed % 2 === 0 ? '2019' : '2021')
        const { requests } = (await read(pageOf(report, random, share))).tables
        for (const truth of truthsOf(report).filter(
          ({ table, status }) => table === 'requests' && status === 'stated',
        )) {
          const cell = requests.find(({ row, column }) => row === truth.row && column === truth.column)
          expect.soft([truth.value, null], `${seed}: ${truth.row}/${truth.column}`).toContain(cell?.value ?? null)
          expect.soft(['blank', 'nil'], `${seed}: ${truth.row}/${truth.column}`).not.toContain(cell?.status)
          if (cell?.value === truth.value) right++
        }
      }
      expect(right).toBeGreaterThan(0)
    },
  )
})
