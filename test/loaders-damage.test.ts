import { describe, expect, test } from 'vitest'
import {
  both,
  type Change,
  relabelled,
  withEmpty,
  withLabels,
  withSomeRows,
  withSwappedColumns,
  withSwappedRows,
} from './support/damage.js'
import { key, madeUp, mapCells } from './support/made-up.js'
import { randomOf } from './support/random.js'
import { readBack, readBackMany } from './support/read-back.js'
import { ALL_LAYOUTS, mistyped, render } from './support/render.js'

// Damage as prints and copies have it. What was printed is known cell by cell, so a number read in another cell than its
// own shows. The number beside each kind is the share of the printed numbers that may be left open, all layouts together.

const noughtsLeftOut = withEmpty((value) => value === 0)
const lostLabels = withSomeRows((row) => relabelled(row, ''))
const strangeLabels = withSomeRows((row, random) => relabelled(row, '瓷釉烧制窑口'.slice(0, random.int(1, 6))))
const figuresAsLabels = withSomeRows((row, random) => relabelled(row, random.pick(['3', '□□', '??', '1.', '\ufffd'])))
const typingErrors = withLabels((text, random) => (random.chance(0.3) ? mistyped(text, random) : text))

const DAMAGE: readonly (readonly [name: string, change: Change, mostWithheld: number])[] = [
  ['a character of many labels wrong or lost', typingErrors, 0.08],
  ['rows left out', withSomeRows(() => null), 0.05],
  ['labels lost', lostLabels, 0.2],
  ['labels damaged beyond recognition', strangeLabels, 0.2],
  ['a figure or a mark in the place of a label', figuresAsLabels, 0.2],
  ['rows in another order', withSwappedRows, 0.15],
  ['columns in another order', withSwappedColumns, 1],
  ['noughts left out and labels lost', both(noughtsLeftOut, lostLabels), 0.7],
  ['noughts left out and labels damaged', both(noughtsLeftOut, strangeLabels), 0.7],
  ['noughts left out and figures for labels', both(noughtsLeftOut, figuresAsLabels), 0.7],
  [
    'noughts left out and rows left out',
    both(
      noughtsLeftOut,
      withSomeRows(() => null),
    ),
    0.7,
  ],
  ['noughts left out and typing errors', both(noughtsLeftOut, typingErrors), 0.7],
]

describe('damage costs numbers, but puts none in a wrong cell', () => {
  test.each(DAMAGE)('%s', async (_, change, mostWithheld) => {
    let [printed, withheld] = [0, 0]
    for (const layout of ALL_LAYOUTS) {
      const found = await readBackMany(6, layout, change)
      expect.soft([...found.wrong, ...found.misled], layout).toEqual([])
      printed += found.printed
      withheld += found.withheld
    }
    expect(withheld / printed).toBeLessThanOrEqual(mostWithheld)
  })
})

test('of two columns in another order none is read as the other, and the rest of the report is read', async () => {
  const { printed, read, withheld, wrong } = await readBackMany(10, 'html', withSwappedColumns)
  expect(wrong).toEqual([])
  expect(read + withheld).toBe(printed)
  expect(read).toBeGreaterThan(0)
})

test('a report cut off anywhere between two cells gives the numbers before the cut and no others', async () => {
  for (const layout of ALL_LAYOUTS) {
    for (let seed = 0; seed < 10; seed++) {
      const random = randomOf(seed)
      const report = madeUp(random, seed % 2 === 0 ? '2019' : '2021')
      const { source, places } = render(report, layout)
      const anywhere = random.int(200, source.length)
      // Cuts inside figures: loaders-cut.test.ts.
      const cut = [...places.values()].find(([from, to]) => anywhere > from && anywhere < to)?.[0] ?? anywhere
      const kept = new Map([...places].filter(([, [, end]]) => end <= cut))
      const rest = mapCells(report, (cell) => {
        const { truth } = cell
        if (truth === undefined || kept.has(key(truth.table, truth.row, truth.column))) return cell
        return { ...cell, truth: { ...truth, value: null, status: 'absent' } }
      })
      const found = await readBack(rest, { source: source.slice(0, cut), places: kept })
      expect.soft([...found.wrong, ...found.misled], `${layout}, seed ${seed}`).toEqual([])
    }
  }
})
