import { describe, expect, test } from 'vitest'
import type { TableName } from '../src/types.js'
import { both, type Change, withEmpty, withLabels, withNil } from './support/damage.js'
import { mapCells } from './support/made-up.js'
import { readBackMany } from './support/read-back.js'
import { ALL_LAYOUTS, BORDERED, brokenOverLines, fullWidth, renumbered } from './support/render.js'
import { traditional } from './support/traditional.js'

// Every expected number is one that the renderer printed; its place is where the renderer put it. So `wrong` is always
// empty: no number may be read that is not printed in that very cell, and no printed cell called empty.

describe('a whole report is read back to the last number', () => {
  test.each(ALL_LAYOUTS)('%s', async (layout) => {
    const { printed, read, wrong } = await readBackMany(40, layout)
    expect({ read, wrong }).toEqual({ read: printed, wrong: [] })
  })

  const dresses: Record<string, Change> = {
    'labels broken over lines': withLabels(brokenOverLines),
    'full-width brackets and digits': (report) => mapCells(report, (cell) => ({ ...cell, text: fullWidth(cell.text) })),
    'numbers of labels written another way': withLabels(renumbered),
    'labels without their numbers': withLabels((text) => text.replace(/^(?:\(.\)|.、|\d\.)/, '')),
  }
  test.each(Object.entries(dresses))('%s', async (_, make) => {
    for (const layout of ALL_LAYOUTS) {
      const { printed, read, wrong } = await readBackMany(4, layout, make)
      expect.soft({ read, wrong }, layout).toEqual({ read: printed, wrong: [] })
    }
  })

  test.each(['characters', 'words'] as const)('Traditional %s', async (kind) => {
    for (const layout of ALL_LAYOUTS) {
      const { printed, read, wrong } = await readBackMany(4, layout, undefined, () => ({ text: traditional(kind) }))
      expect.soft({ read, wrong }, layout).toEqual({ read: printed, wrong: [] })
    }
  })

  test('nil marks are nil and keep every number in its place', async () => {
    for (const layout of ALL_LAYOUTS) {
      const { printed, read, wrong } = await readBackMany(4, layout, withNil(0.3))
      expect.soft({ read, wrong }, layout).toEqual({ read: printed, wrong: [] })
    }
  })
})

const EMPTY: Record<string, Change> = {
  'one cell in ten is empty': withEmpty((_, random) => random.chance(0.1)),
  'every other cell is empty': withEmpty((_, random) => random.chance(0.5)),
  'noughts are left out': withEmpty((value) => value === 0),
  'empty cells and nil marks': both(
    withNil(0.3),
    withEmpty((_, random) => random.chance(0.2)),
  ),
}

describe('empty cells never shift a number', () => {
  // Nothing may be withheld where every border is there, in text as in HTML.
  const cases = Object.entries(EMPTY).flatMap(([name, make]) =>
    ALL_LAYOUTS.map((layout) => [name, layout, make] as const),
  )
  test.each(cases)('%s: %s', async (_, layout, make) => {
    const { printed, withheld, wrong, misled } = await readBackMany(4, layout, make)
    expect([...wrong, ...misled]).toEqual([])
    expect(withheld / printed).toBeLessThanOrEqual(BORDERED.includes(layout) ? 0 : 1)
  })

  test.each(BORDERED)('every empty cell of %s comes back as such', async (layout) => {
    const make = withEmpty((_, random) => random.chance(0.4))
    const { printed, read, empty, wrong } = await readBackMany(10, layout, make)
    const cells = 10 * 199 // 198 cells in the form of 2019, 200 in that of 2021
    expect({ read, empty, wrong }).toEqual({ read: printed, empty: cells - printed, wrong: [] })
  })
})

const INTERRUPTIONS = [
  '12',
  '— 3 —',
  '- 4 -',
  '第 3 页 共 5 页',
  '注：含部门垂直管理数据 35 件',
  '注：1. 2021年口径调整。',
  '3 5 7',
  '2021',
  '续表',
]

describe('what stands in the middle of a table never becomes a cell', () => {
  test.each(INTERRUPTIONS)('%s', async (line) => {
    for (const layout of ALL_LAYOUTS) {
      const { printed, withheld, wrong } = await readBackMany(5, layout, undefined, (report, random) => {
        const table = random.pick(['proactive', 'requests', 'remedies'] satisfies TableName[])
        return { interruption: { table, row: random.int(1, report.grids[table].length - 1), line } }
      })
      expect.soft(wrong, layout).toEqual([])
      expect.soft(withheld / printed, layout).toBeLessThan(0.08)
    }
  })
})
