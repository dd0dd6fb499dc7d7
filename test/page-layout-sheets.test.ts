import { describe, expect, test } from 'vitest'
import type { Run } from '../src/loaders/page-layout/parts.js'
import { type Drawn, turnUpright } from '../src/loaders/page-layout/turned.js'
import { pagesOnSheet } from '../src/loaders/page-layout/two-up.js'
import { blocksOf, typstPdf } from './support/containers.js'
import { madeUp } from './support/made-up.js'
import { randomOf } from './support/random.js'
import { readContainer } from './support/read-container.js'

// Sheets that do not hold one upright page: two pages side by side, or a table on its side below an upright title. Expected are the
// figures of the made-up report.

/** The report in Typst's markup; each table by `wrap`. */
function bodyOf(report: ReturnType<typeof madeUp>, ruled: boolean, wrap = (table: string) => table): string {
  const blocks = blocksOf(report).map((block) => {
    if (typeof block === 'string') return `#par[#${JSON.stringify(block)}]`
    const cells = block.flat().map(({ text, colspan, rowspan }) => {
      return `table.cell(colspan: ${colspan}, rowspan: ${rowspan}, align: center + horizon)[#${JSON.stringify(text)}]`
    })
    const columns = (block[0] ?? []).reduce((sum, { colspan }) => sum + colspan, 0)
    const stroke = ruled ? '0.4pt' : 'none'
    return wrap(`#table(columns: (1fr,) * ${columns}, stroke: ${stroke}, inset: 2pt, ${cells.join(', ')})`)
  })
  return blocks.join('\n')
}

describe('a PDF', () => {
  test.each([true, false])('of two pages a sheet, rules %s: all is read', async (ruled) => {
    const report = madeUp(randomOf(31), '2021')
    const page = '#set page(width: 44cm, height: 31cm, margin: 1.5cm, columns: 2)\n#set columns(gutter: 3cm)\n'
    const { wrong, read, printed } = await readContainer(report, 'a.pdf', typstPdf(page + bodyOf(report, ruled)))
    expect({ wrong, read }).toEqual({ wrong: [], read: printed })
  })

  test.each(['90deg', '-90deg'])('whose tables are turned by %s below upright headings: all is read', async (angle) => {
    const report = madeUp(randomOf(32), '2019')
    const wrap = (table: string) =>
      `#pagebreak(weak: true)\n#rotate(${angle}, reflow: true)[#box(width: 24cm)[${table}]]\n#pagebreak()`
    const page = '#set page(width: 24cm, height: 30cm, margin: 1.5cm)\n#set text(size: 7pt)\n'
    const { wrong, read, printed } = await readContainer(report, 'a.pdf', typstPdf(page + bodyOf(report, true, wrap)))
    expect(wrong).toEqual([])
    expect(read).toBeGreaterThan(printed * 0.9)
  })
})

const run = (text: string, left: number, top: number): Run => {
  const right = left + text.length * 10
  return { text, left, right, top, bottom: top + 10, size: 10, upright: false }
}
const none = { across: [], down: [] }
const LABEL = '其他法律行政法规禁止公开'
const rows = (left: number, text: string) => [50, 70, 90, 110].map((top) => run(text, left, top))

describe('two pages on a sheet', () => {
  const size = [842, 595] as const

  test('are told by a gutter that nothing crosses, with words on both sides', () => {
    const runs = [...rows(50, LABEL), ...rows(480, LABEL)]
    expect(pagesOnSheet({ runs, rules: none }, size)).toHaveLength(2)
    expect(pagesOnSheet({ runs, rules: none }, [595, 842])).toHaveLength(1)
    const across = [{ at: 80, from: 50, to: 700 }]
    expect(pagesOnSheet({ runs, rules: { across, down: [] } }, size)).toHaveLength(1)
    expect(pagesOnSheet({ runs: [...runs, run(LABEL, 380, 30)], rules: none }, size)).toHaveLength(1)
  })

  test('are none where the right side holds the figures of the left', () => {
    const runs = [...rows(50, LABEL), ...rows(480, '12'), ...rows(600, '3')]
    expect(pagesOnSheet({ runs, rules: none }, size)).toHaveLength(1)
  })
})

describe('a table on its side', () => {
  const piece = (text: string, turned: boolean): Drawn => ({
    text,
    matrix: turned ? [0, -10, 10, 0, 100, 100] : [10, 0, 0, 10, 100, 100],
  })

  test('is told by its figures; a turned label is none', () => {
    const figures = Array.from({ length: 12 }, (_, i) => String(i))
    const turned = figures.map((figure) => piece(figure, true))
    expect(turnUpright([...turned, piece('2023年报告', false)], [600, 800])).not.toBeNull()
    const level = figures.map((figure) => piece(figure, false))
    expect(turnUpright([...level, piece('三、本年度办理结果', true)], [600, 800])).toBeNull()
    expect(turnUpright([...level, ...turned], [600, 800])).toBeNull()
  })
})
