import { describe, expect, test } from 'vitest'
import { misled, textPage } from './support/adversary.js'
import { type Grid, type MadeUp, madeUp, mapCells } from './support/made-up.js'
import { type Random, randomOf } from './support/random.js'

// Rows of cells joined by blanks, a line each, the empty cells kept. Every expected number is the one that was put into that cell; an
// empty cell is expected to be empty, or withheld.

const SEEDS = [1, 2, 3, 4]

/** A made-up report whose zeros are left empty, all or every other. */
function withEmpties(random: Random, form: string): MadeUp {
  const share = random.pick([0.5, 1])
  return mapCells(madeUp(random, form), (cell) =>
    cell.truth?.value === 0 && random.chance(share)
      ? { ...cell, text: '', truth: { ...cell.truth, printed: '', value: null, status: 'blank' } }
      : cell,
  )
}

const joined =
  (joint: string, empty = '') =>
  (grid: Grid) =>
    grid.map((row) => row.map(({ text }) => text || empty).join(joint)).join('\n')

/** Tabs made blanks, each cell beginning at a multiple of so many places. */
const expanded = (size: number, widthOf: (text: string) => number) => (grid: Grid) =>
  joined('\t')(grid)
    .split('\n')
    .map((line) =>
      line.split('\t').reduce((text, cell) => `${text}${' '.repeat(size - (widthOf(text) % size))}${cell}`),
    )
    .join('\n')

const onScreen = (text: string) =>
  [...text].reduce((width, one) => width + (/\p{Script=Han}|[（）、“”：]/u.test(one) ? 2 : 1), 0)

describe('rows whose cells are joined by blanks, the empty ones kept', () => {
  const written: Record<string, (grid: Grid) => string> = {
    'one blank': joined(' '),
    'two blanks': joined('  '),
    'four blanks': joined('    '),
    'a wide blank': joined('\u3000'),
    'one blank, empty cells a blank that breaks no line': joined(' ', '\u00a0'),
    'one blank, empty cells a wide one': joined(' ', '\u3000'),
    'two blanks, empty cells one': joined('  ', ' '),
    'tabs made eight blanks': expanded(8, (text) => text.length),
    'tabs made four blanks': expanded(4, (text) => text.length),
    'tabs made blanks as a screen shows them': expanded(8, onScreen),
  }
  test.each(Object.entries(written))('%s: each number is in its cell', async (_, write) => {
    let [known, all] = [0, 0]
    for (const seed of SEEDS) {
      const report = withEmpties(randomOf('separated', seed), seed % 2 === 0 ? '2019' : '2021')
      const { wrong, read, printed } = await misled(report, textPage(report, write))
      expect(wrong, `seed ${seed}`).toEqual([])
      known += read
      all += printed
    }
    // Rows that hold nothing in their last cells may lose these where they are empty at the end of a line.
    expect(known).toBeGreaterThanOrEqual(0.9 * all)
  })
})

describe('columns padded with blanks', () => {
  const padded = (widthOf: (text: string) => number, right: boolean) => (grid: Grid) => {
    const widths: number[] = []
    for (const row of grid)
      for (const [i, { text }] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, widthOf(text))
    const pad = (text: string, i: number) => ' '.repeat(Math.max(0, (widths[i] ?? 0) - widthOf(text)))
    return grid
      .map((row) => row.map(({ text }, i) => (right ? pad(text, i) + text : text + pad(text, i))).join(' '))
      .join('\n')
  }
  test.each([
    ['from the left', (text: string) => text.length, false],
    ['from the right', (text: string) => text.length, true],
    ['from the left, by what a screen shows', onScreen, false],
    ['from the right, by what a screen shows', onScreen, true],
  ] as const)('%s: no number is given to another cell', async (_, widthOf, right) => {
    for (const seed of SEEDS) {
      const report = withEmpties(randomOf('padded', seed), seed % 2 === 0 ? '2019' : '2021')
      expect((await misled(report, textPage(report, padded(widthOf, right)))).wrong, `seed ${seed}`).toEqual([])
    }
  })
})
