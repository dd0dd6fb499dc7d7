import { expect, test } from 'vitest'
import { misled, textPage } from './support/adversary.js'
import { type Grid, type GridRow, type MadeUp, madeUp, mapCells } from './support/made-up.js'
import { readText } from './support/private-reports.js'
import { randomOf } from './support/random.js'

// A page's text taken line by line: the figures of a row stand half-way down its label, and the words of a heading beside several rows on
// any of their lines. Expected is what is printed in each cell.

const SEEDS = [1, 2, 3, 4, 5]
/** Labels longer than this are broken over two lines. */
const NARROW = 9

/** The lines of a row: its figures beside the label, or between the label's two parts, where a heading beside it has its words, too. */
function linesOf(row: GridRow, beside = ''): string[] {
  const figures = row.filter(({ truth }) => truth).map(({ text }) => text)
  const words = row.filter(({ truth, text }) => !truth && text !== '').map(({ text }) => text)
  const label = words.pop() ?? ''
  if (figures.length < 5 || label.length <= NARROW) return [[...words, label, ...figures].join(' ')]
  const [above, below] = [label.slice(0, NARROW), label.slice(NARROW)]
  return [above, figures.join(' '), [...(words.length > 0 && beside !== '' ? [beside] : []), ...words, below].join(' ')]
}

const byLines = (grid: Grid) => grid.flatMap((row) => linesOf(row)).join('\n')
/** With words beside the heading that are none of the form's: then no label is put together there, and only its place tells the row. */
const byPlace = (grid: Grid) => grid.flatMap((row) => linesOf(row, '(续)')).join('\n')

test('every figure is read, and none wrongly', async () => {
  for (const seed of SEEDS)
    for (const form of ['2019', '2021'])
      for (const write of [byLines, byPlace]) {
        const report = madeUp(randomOf(seed), form)
        const { wrong, read, printed } = await misled(report, textPage(report, write))
        expect.soft(wrong, `${form} seed ${seed}`).toEqual([])
        expect.soft(read, `${form} seed ${seed}`).toBe(printed)
      }
})

/** A report some of whose rows are written in another way. */
const changed = (report: MadeUp, row: string, write: (text: string, i: number) => string) => {
  let i = 0
  return mapCells(report, (cell) => (cell.truth?.row === row ? { ...cell, text: write(cell.text, i++) } : cell))
}

async function statusesOf(report: MadeUp, row: string, write = byPlace): Promise<string[]> {
  const { tables } = (await readText(textPage(report, write))).report
  return (tables.requests ?? []).filter((cell) => cell.row === row).map(({ status }) => status)
}

const WITHHELD = Array.from({ length: 7 }, () => 'ambiguous')
/** The first row beside a heading, which stands on the second line of its label. */
const BROKEN = 'unavailable.not_held'

test('a row on a line that does not add up is withheld', async () => {
  const report = changed(madeUp(randomOf(2), '2021'), BROKEN, (text, i) => (i === 6 ? String(Number(text) + 1) : text))
  expect(await statusesOf(report, BROKEN)).toEqual(WITHHELD)
})

const REPORT = madeUp(randomOf(2), '2021')

/** The lines of a table with one of several figures too many before the row. */
function numbered(grid: Grid): string {
  const rows = byPlace(grid).split('\n')
  const at = rows.findIndex((line) => line.includes('不掌握'))
  return at < 0 ? rows.join('\n') : [...rows.slice(0, at), '1 2 3 4 5 6 21', ...rows.slice(at)].join('\n')
}

test('so is every row between two that name theirs, where a line of several figures is nobody’s', async () => {
  expect(await statusesOf(REPORT, BROKEN, numbered)).toEqual(WITHHELD)
})

test('no row is taken from where the table stands once more', async () => {
  const other = changed(REPORT, BROKEN, (text, i) => (i === 0 || i === 6 ? String(Number(text) + 1) : text))
  const twice = (grid: Grid) =>
    numbered(grid) === byPlace(grid) ? byPlace(grid) : `${numbered(grid)}\n${byPlace(other.grids.requests)}`
  expect(await statusesOf(REPORT, BROKEN, twice)).toEqual(WITHHELD)
})
