import { describe, expect, test } from 'vitest'
import { misled } from './support/adversary.js'
import { key, madeUp, mapCells } from './support/made-up.js'
import { randomOf } from './support/random.js'
import { render } from './support/render.js'

// Tables with one cell a line in which some cells hold words that are no number. Expected: the rows of these are withheld, and all
// others read, which add up in the made-up report.

describe('one cell a line', () => {
  test.each(['见附件', '同上', '约12', '12/15', '12（其中撤回1件）'])(
    'some cells %s: their rows alone are lost',
    async (words) => {
      for (const seed of [61, 62, 63]) {
        const random = randomOf(seed)
        const made = madeUp(randomOf(64), seed % 2 === 0 ? '2019' : '2021')
        const cells = made.grids.requests.flatMap((row) => row.filter(({ truth }) => truth !== undefined))
        const picked = new Set(Array.from({ length: 4 }, () => cells[random.int(0, cells.length - 1)]?.truth))
        const unread = new Set(
          [...picked].flatMap((truth) => (truth ? [key(truth.table, truth.row, truth.column)] : [])),
        )
        const rows = new Set([...picked].map((truth) => truth?.row))
        const report = mapCells(made, (cell) => (picked.has(cell.truth) ? { ...cell, text: words } : cell))
        const { wrong, read, printed } = await misled(report, render(report, 'lines').source, unread, 'a.txt')
        expect(wrong).toEqual([])
        // Of each row that lost a cell the six others may be withheld.
        expect(read).toBeGreaterThanOrEqual(printed - rows.size * 6)
      }
    },
  )

  test('with figures broken over lines, no row is taken for whole that does not add up', async () => {
    const made = madeUp(randomOf(65), '2021')
    const long = mapCells(made, (cell) => {
      const { truth, text } = cell
      return truth?.table === 'requests' && text.length > 1
        ? { ...cell, text: `${text.slice(0, 1)}\n${text.slice(1)}` }
        : cell
    })
    const broken = new Set(
      long.grids.requests.flatMap((row) =>
        row.flatMap(({ truth, text }) =>
          truth && text.includes('\n') ? [key(truth.table, truth.row, truth.column)] : [],
        ),
      ),
    )
    expect(broken.size).toBeGreaterThan(3)
    const { wrong } = await misled(long, render(long, 'lines').source, broken, 'a.txt')
    expect(wrong).toEqual([])
  })
})
