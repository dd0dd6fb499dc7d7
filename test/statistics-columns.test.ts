import { describe, expect, it } from 'vitest'
import { cellsOf, formById } from '../src/forms/forms.js'
import type { Cell } from '../src/types.js'
import { readText } from './support/private-reports.js'
import { randomOf } from './support/random.js'
import { OLD_BORDERED, OLD_LAYOUTS, type OldDress, type OldLayout, oldReport } from './support/statistics.js'

// Statistics tables that print two columns of figures where the form has one. What is expected is what the renderer printed into
// the cells of the first; no number of the second, and none made of both, may be given for one of them.

const FORMS = ['2008', '2014'] as const

async function readBack(id: string, layout: OldLayout, seed: number, dress: OldDress) {
  const form = formById(id)
  if (form === undefined) throw new Error(`no form ${id}`)
  const { source, printed } = oldReport(form, layout, randomOf(seed), dress)
  const { report } = await readText(source)
  const cells = cellsOf(report, 'statistics')
  const truthOf = (cell: Cell) => printed.get(`${cell.row}/${cell.column}`) ?? null
  const isRight = (cell: Cell) =>
    cell.value === truthOf(cell)?.value && (cell.at === null || source.slice(...cell.at) === String(cell.value))
  const known = cells.filter((cell) => cell.value !== null)
  return {
    cells,
    printed,
    truthOf,
    known,
    wrong: [
      ...known.filter((cell) => !isRight(cell)),
      ...cells.filter((cell) => ['blank', 'nil', 'absent'].includes(cell.status) && truthOf(cell) !== null),
    ].map(({ row, status, value }) => `${row}: ${status} ${value}`),
  }
}

describe('the year and the years till then', () => {
  const HEADS: readonly (readonly [string, string])[] = [
    ['本年度', '累计'],
    ['本年度', '历年累计'],
    ['当年数', '历年累计数'],
    ['2012年', '累计'],
    ['2012年度', '历史累计'],
    ['数量', '累计'],
  ]

  it.each(HEADS)('%s | %s: every first figure is read where borders are printed', async (...heads) => {
    for (const id of FORMS)
      for (const layout of OLD_BORDERED) {
        const { cells, known, wrong } = await readBack(id, layout, 1, { heads })
        expect([id, layout, wrong, known.length]).toEqual([id, layout, [], cells.length])
      }
  })

  it.each(HEADS)('%s | %s: run together, all is read that can be cut in one way only', async (...heads) => {
    for (const id of FORMS)
      for (const seed of [1, 2]) {
        const { cells, printed, truthOf, wrong } = await readBack(id, 'glued', seed, { heads })
        expect([id, wrong]).toEqual([id, []])
        // No number begins with a nought, so that behind one the next begins; the last row touches the words behind the table.
        for (const cell of cells.slice(0, -1)) {
          const [own, other] = [truthOf(cell)?.value, printed.get(`${cell.row}/further`)?.value]
          if (!Number.isInteger(own) || !Number.isInteger(other)) continue
          if (own === 0) expect([cell.row, cell.status, cell.value]).toEqual([cell.row, 'stated', 0])
          else expect(cell.status === 'ambiguous' ? cell.candidates : [cell.value]).toContain(own)
        }
      }
  })

  it.each(['one line', 'lines', 'glued'] as const)(
    '%s: nothing is wrong in silence, sums or none, empty cells or none',
    async (layout) => {
      for (const id of FORMS)
        for (const adds of [true, false])
          for (const empty of [0, 0.2])
            for (const seed of [4, 5]) {
              const { wrong } = await readBack(id, layout, seed, { heads: ['本年度', '累计'], adds, empty })
              expect([id, adds, empty, seed, wrong.filter((one) => !one.includes('blank'))]).toEqual([
                id,
                adds,
                empty,
                seed,
                [],
              ])
            }
    },
  )
})

describe('columns that nobody knows', () => {
  it.each([
    ['本级', '全县'],
    ['本年', '上年'],
    ['区本级', '合计'],
    ['数量', '备注'],
    ['累计', '本年度'],
    ['甲栏', '乙栏'],
  ] as const)('%s | %s: figures run together are withheld, never given as one', async (...heads) => {
    for (const id of FORMS)
      for (const adds of [true, false])
        for (const seed of [6, 7]) {
          const { known } = await readBack(id, 'glued', seed, { heads, adds })
          expect([id, adds, known.map(({ row, value }) => [row, value])]).toEqual([id, adds, []])
        }
  })

  it.each(OLD_LAYOUTS)('%s: nothing is wrong in silence', async (layout) => {
    for (const id of FORMS)
      for (const seed of [8, 9]) {
        const { wrong } = await readBack(id, layout, seed, { heads: ['本级', '全县'] })
        expect([id, seed, wrong]).toEqual([id, seed, []])
      }
  })
})
