import { describe, expect, test } from 'vitest'
import { formById } from '../src/forms/forms.js'
import { readReport } from '../src/loaders/report.js'
import { withoutRunningLines } from '../src/loaders/surface/running-lines.js'
import type { Cell, Report } from '../src/types.js'
import { type GridCell, type MadeUp, madeUp, truthsOf } from './support/made-up.js'
import { randomOf } from './support/random.js'
import { oldReport } from './support/statistics.js'

// Texts that programs take from the pages of a PDF line by line. What is expected of each cell is the figure that the made-up report
// prints for it.

async function read(source: string): Promise<Report> {
  return (await readReport({ id: 'made-up', path: 'made-up.txt', bytes: new TextEncoder().encode(source) })).report
}

interface Line {
  readonly label: string
  readonly figures: string
}

function linesOf(report: MadeUp): Line[] {
  return report.grids.requests.flatMap((row: readonly GridCell[]) => {
    const figures = row.flatMap((cell) => (cell.truth ? [cell.text] : []))
    const label = row.findLast((cell) => cell.labels !== undefined)?.text
    return label === undefined || figures.length === 0 ? [] : [{ label, figures: figures.join(' ') }]
  })
}

const HEAD = [
  '三、收到和处理政府信息公开申请情况',
  '申请人情况',
  '自然人 法人或其他组织 总计',
  '商业企业 科研机构 社会公益组织 法律服务机构 其他',
]

const pageOf = (report: MadeUp, lines: readonly string[]) =>
  [`${report.issuer}${report.year}年政府信息公开工作年度报告`, ...HEAD, ...lines, ''].join('\n')

/** The cells of the requests table that hold another value than the one printed, and how many were read. */
function judged(report: MadeUp, found: Report) {
  const cells = new Map(found.tables.requests.map((cell: Cell) => [`${cell.row}/${cell.column}`, cell]))
  const truths = truthsOf(report).filter(({ table, status }) => table === 'requests' && status === 'stated')
  const read = truths.filter(({ row, column, value }) => cells.get(`${row}/${column}`)?.value === value)
  const wrong = truths.filter(({ row, column, value }) => {
    const own = cells.get(`${row}/${column}`)
    return own?.status === 'blank' || (own?.value != null && own.value !== value)
  })
  return { printed: truths.length, read: read.length, wrong: wrong.map(({ row, column }) => `${row}/${column}`) }
}

describe('a text taken from pages line by line', () => {
  test.each([1, 2, 3, 4])('figures half-way down a label are its own: seed %i', async (seed) => {
    const random = randomOf(seed)
    const report = madeUp(random, seed % 2 === 0 ? '2019' : '2021')
    const lines = linesOf(report).flatMap(({ label, figures }) => {
      const cut = random.int(4, Math.max(4, label.length - 3))
      return label.length > 10 && random.chance(0.5)
        ? [label.slice(0, cut), figures, label.slice(cut)]
        : [`${label} ${figures}`]
    })
    const { printed, read: count, wrong } = judged(report, await read(pageOf(report, lines)))
    expect(wrong).toEqual([])
    expect(count).toBe(printed)
  })

  test('a number at the end of a page fills no cell that was left empty', async () => {
    for (const seed of [5, 6, 7, 8]) {
      const random = randomOf(seed)
      const report = madeUp(random, '2021')
      const lines = linesOf(report)
      const last = random.int(3, lines.length - 4)
      const page = lines.flatMap(({ label, figures }, i) => {
        const own = figures.split(' ')
        return i === last ? [label, ...own.slice(1), '2', ''] : [label, ...own]
      })
      const marked = lines.map(({ label, figures }, i) =>
        i === last ? `${label} ${figures.split(' ').slice(3).join(' ')} — 2 —` : `${label} ${figures}`,
      )
      for (const text of [pageOf(report, page), pageOf(report, marked)])
        expect(judged(report, await read(text)).wrong, `seed ${seed}`).toEqual([])
    }
  })

  test('a figure that the end of the text cuts is withheld in any row', async () => {
    const form = formById('2014')
    if (form === undefined) throw new Error('no form 2014')
    const { source, printed } = oldReport(form, 'pipes', randomOf(4))
    const inner = [...printed].filter(([, one]) => one !== null && one.value > 99).slice(0, 12)
    expect(inner.length).toBeGreaterThan(5)
    for (const [key, one] of inner) {
      const found = await read(source.slice(0, (one?.at[1] ?? 0) - 1))
      const cell = found.tables.statistics?.find(({ row, column }) => `${row}/${column}` === key)
      expect(cell?.value ?? null, key).toBe(null)
    }
  })
})

describe('running titles', () => {
  test('those of later pages are blanked, at their length; labels, figures and the first stay', async () => {
    const page = (number: number, body: string) => `年报 2022 第 ${number} 页\n${body}\n其他\n`
    const source = [page(1, '规章 1 2 3'), page(2, '总计 4'), page(3, '7')].join('\f')
    const read = await withoutRunningLines(source)
    expect(read).toHaveLength(source.length)
    expect(read).toBe(source.replace('年报 2022 第 2 页', ' '.repeat(13)).replace('年报 2022 第 3 页', ' '.repeat(13)))
  })
})
