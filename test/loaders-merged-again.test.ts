import { describe, expect, test } from 'vitest'
import { misled, textPage } from './support/adversary.js'
import type { Grid, GridCell, MadeUp } from './support/made-up.js'
import { madeUp, mapCells } from './support/made-up.js'
import { randomOf } from './support/random.js'

// Expected values: the figures put into the made-up reports. The tables are written as programs write them that know no merged cells:
// the text of a merged cell stands in every cell that it covers.

/** The cells of a grid by row and column, a merged one in every place it covers. */
function filled(grid: Grid): GridCell[][] {
  const places: GridCell[][] = grid.map(() => [])
  grid.forEach((row, y) => {
    let x = 0
    for (const cell of row) {
      while (places[y]?.[x] !== undefined) x++
      for (let j = 0; j < cell.rowspan; j++)
        for (let i = 0; i < cell.colspan; i++) {
          const line = places[y + j]
          if (line !== undefined) line[x + i] = cell
        }
      x += cell.colspan
    }
  })
  return places
}

const texts = (grid: Grid) => filled(grid).map((row) => Array.from(row, (cell) => cell?.text ?? ''))
const LAYOUTS: Record<string, (grid: Grid) => string> = {
  html: (grid) =>
    `<table>${texts(grid)
      .map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`)
      .join('\n')}</table>`,
  'html with row numbers': (grid) =>
    `<table>${texts(grid)
      .map((row, i) => `<tr><th>${i}</th>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`)
      .join('\n')}</table>`,
  pipes: (grid) =>
    texts(grid)
      .map((row, i) => `| ${row.join(' | ')} |${i === 0 ? `\n|${'---|'.repeat(row.length)}` : ''}`)
      .join('\n'),
  tabs: (grid) =>
    texts(grid)
      .map((row) => row.join('\t'))
      .join('\n'),
}

const page = (report: MadeUp, layout: (grid: Grid) => string) => textPage(report, layout)

describe('tables that repeat a merged cell in every cell it covers', () => {
  for (const [name, layout] of Object.entries(LAYOUTS))
    test(`${name}: every figure is read`, async () => {
      for (const form of ['2019', '2021'])
        for (const seed of [1, 2]) {
          const report = madeUp(randomOf(seed), form)
          const { wrong, read, printed } = await misled(report, page(report, layout))
          expect({ form, seed, wrong, read }).toEqual({ form, seed, wrong: [], read: printed })
        }
    })

  test('equal figures side by side are figures of their own columns', async () => {
    const report = mapCells(madeUp(randomOf(3), '2021'), (cell) =>
      cell.truth === undefined ? cell : { ...cell, text: '4', truth: { ...cell.truth, printed: '4', value: 4 } },
    )
    for (const layout of Object.values(LAYOUTS)) {
      const { wrong, read, printed } = await misled(report, page(report, layout))
      expect({ wrong, read }).toEqual({ wrong: [], read: printed })
    }
  })

  test('unequal figures under heads that are one are not made one: withheld', async () => {
    const report = madeUp(randomOf(4), '2021')
    const differ = (grid: Grid) =>
      `<table>${filled(grid)
        .map((row) => {
          const cells = row.map((cell, x) => (cell === row[x - 1] && cell.truth ? '7777' : cell.text))
          return `<tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr>`
        })
        .join('\n')}</table>`
    const { wrong } = await misled(report, page(report, differ))
    expect(wrong).toEqual([])
  })

  test('a table that repeats nothing is left as it is, words and nil marks side by side with it', async () => {
    const random = randomOf(5)
    const report = mapCells(madeUp(random, '2021'), (cell) =>
      cell.truth === undefined || random.chance(0.5)
        ? cell
        : { ...cell, text: '无', truth: { ...cell.truth, printed: '无', value: null, status: 'nil' } },
    )
    const spans = (grid: Grid) =>
      `<table>${grid
        .map(
          (row) =>
            `<tr>${row.map(({ text, colspan, rowspan }) => `<td colspan="${colspan}" rowspan="${rowspan}">${text}</td>`).join('')}</tr>`,
        )
        .join('\n')}</table>`
    for (const layout of [spans, LAYOUTS.html ?? spans]) {
      const { wrong, read, printed } = await misled(report, page(report, layout))
      expect({ wrong, read }).toEqual({ wrong: [], read: printed })
    }
  })
})
