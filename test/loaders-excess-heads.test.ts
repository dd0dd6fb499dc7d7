import { describe, expect, test } from 'vitest'
import { HEADS, type Kind, readWithExcess, withColumn, withEmptyCells } from './support/excess-columns.js'
import { type GridCell, type MadeUp, madeUp, mapGrids } from './support/made-up.js'
import { randomOf } from './support/random.js'
import { ALL_LAYOUTS, BORDERED, type Layout, render } from './support/render.js'

// What is expected of each cell is what the made-up page prints in it; where it prints nothing, no number may be given. That a column stands
// there which no form has is to be seen by its head alone, in whatever words.

const FORMS = ['2019', '2021'] as const
const TABLES = ['requests', 'proactive'] as const

/** Cells of one table: empty cells of others, whose sums no longer hold, are not the question here. */
const isOf = (table: string) => (cell: GridCell) => cell.truth?.table === table

async function wrongOf(report: MadeUp, layout: Layout) {
  return (await readWithExcess(report, render(report, layout))).wrong
}

describe.each(ALL_LAYOUTS)('in %s', (layout) => {
  test.each(Object.keys(HEADS) as Kind[])('a column of another kind gives no cell its figure: %s', async (kind) => {
    for (const form of FORMS)
      for (const table of TABLES) {
        const random = randomOf('excess', layout, kind, form, table)
        const own = withEmptyCells(madeUp(random, form), random.pick([0, 0.05, 0.3]), random, isOf(table))
        const column = { kind, head: random.pick(HEADS[kind]), at: random.int(0, table === 'requests' ? 7 : 3) }
        expect(
          await wrongOf(withColumn(own, table, column, random), layout),
          `${form} ${JSON.stringify(column)}`,
        ).toEqual([])
      }
  })

  test('last year’s figures beside an empty column of this year stay last year’s', async () => {
    for (const form of FORMS)
      for (const table of TABLES) {
        const random = randomOf('beside', layout, form, table)
        const at = random.int(0, table === 'requests' ? 6 : 2)
        const isThere = ({ truth }: GridCell) => {
          const rows = madeUp(random, form).form.tables[table]?.blocks.find(({ rows }) =>
            rows.some(({ code }) => code === truth?.row),
          )
          const columns = rows?.columns ?? []
          return truth?.table === table && columns[Math.min(at, columns.length - 1)]?.code === truth.column
        }
        const own = withEmptyCells(madeUp(random, form), random.pick([0.5, 1]), random, isThere)
        const column = { kind: 'last year' as const, head: random.pick(HEADS['last year']), at: at + random.int(0, 1) }
        expect(
          await wrongOf(withColumn(own, table, column, random), layout),
          `${form} ${JSON.stringify(column)}`,
        ).toEqual([])
      }
  })

  test('numbers of the rows without a head are no figures, apart or run together with the first', async () => {
    for (const form of FORMS)
      for (const isRunTogether of [false, true]) {
        const random = randomOf('numbers', layout, form)
        let number = 0
        const numbered = mapGrids(madeUp(random, form), (grid, table) =>
          table !== 'requests'
            ? grid
            : grid.map((row) => {
                const at = row.findIndex(({ truth }) => truth)
                const first = row[at]
                if (first?.truth === undefined) return row
                number++
                const glued: GridCell = {
                  ...first,
                  text: `${number}${first.text}`,
                  truth: { ...first.truth, value: null, status: 'ambiguous' },
                }
                const apart: GridCell = { text: String(number), colspan: 1, rowspan: 1 }
                return [...row.slice(0, at), ...(isRunTogether ? [glued] : [apart, first]), ...row.slice(at + 1)]
              }),
        )
        expect(
          await wrongOf(withEmptyCells(numbered, 0.1, random, isOf('requests')), layout),
          `${form} ${isRunTogether}`,
        ).toEqual([])
      }
  })
})

test.each(['html', 'nested html', 'markdown'] as const)(
  'heads as wide as the rows tell the columns, so that all figures are read: %s',
  async (layout) => {
    expect(BORDERED).toContain(layout)
    for (const table of TABLES)
      for (const [kind, head] of [
        ['last year', '上年度'],
        ['body', '下属单位'],
        ['number', '排序'],
      ] as const) {
        const random = randomOf('read', layout, table, kind)
        const report = withColumn(
          withEmptyCells(madeUp(random, '2021'), 0.2, random, isOf(table)),
          table,
          { kind, head, at: 1 },
          random,
        )
        const { wrong, read, printed } = await readWithExcess(report, render(report, layout))
        expect({ wrong, read }, `${table} ${head}`).toEqual({ wrong: [], read: printed })
      }
  },
)

test('a column of last year is not taken for that of this year mistyped, nor for one whose label is lost', async () => {
  for (const head of ['上年制发件数', '去年制发件数', '往年件数'])
    for (const layout of ALL_LAYOUTS) {
      const random = randomOf('mistaken', layout)
      const report = mapGrids(madeUp(random, '2021'), (grid) =>
        grid.map((row) =>
          row.map((cell): GridCell => {
            if (cell.text === '本年制发件数') return { ...cell, text: head }
            return cell.truth?.column === 'made'
              ? { ...cell, truth: { ...cell.truth, value: null, status: 'absent' } }
              : cell
          }),
        ),
      )
      expect(await wrongOf(report, layout), `${head}, ${layout}`).toEqual([])
    }
})
