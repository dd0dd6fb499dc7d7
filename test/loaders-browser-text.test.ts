import { describe, expect, test } from 'vitest'
import { misled, textPage } from './support/adversary.js'
import { type Grid, type MadeUp, madeUp, mapCells } from './support/made-up.js'
import { readText } from './support/private-reports.js'
import { randomOf } from './support/random.js'

// The text of a table as browsers give it: a tab between two cells, also on a line of its own where cells hold paragraphs, or at the end
// of each cell's line. Expected is what is printed in each cell; that of an empty one is nothing.

const SEEDS = [1, 2, 3, 4]
const written =
  (cell: string, row: string, end = '') =>
  (grid: Grid) =>
    grid.map((cells) => cells.map(({ text }) => text).join(cell) + end).join(row)

const ROWS_ON_LINES: Readonly<Record<string, (grid: Grid) => string>> = {
  'a tab between empty lines': written('\n\n\t\n\n', '\n\n\n\n\n'),
  'a tab on its line, an empty line between rows': written('\n\t\n', '\n\n'),
  'a tab on its line, rows on the next': written('\n\t\n', '\n'),
  'line ends of Windows': written('\r\n\t\r\n', '\r\n\r\n'),
}

const proactiveIn = async (page: string) => (await readText(page)).report.tables.proactive

/** A report some of whose zeros are printed as empty cells. */
function withEmptyCells(report: MadeUp, filler: string): MadeUp {
  let zeros = 0
  return mapCells(report, (cell) =>
    cell.truth?.value === 0 && ++zeros % 3 === 0
      ? { ...cell, text: filler, truth: { ...cell.truth, printed: '', value: null, status: 'blank' } }
      : cell,
  )
}

describe('a tab on a line of its own between two cells', () => {
  test.each(Object.keys(ROWS_ON_LINES))('%s: every figure is read', async (layout) => {
    for (const seed of SEEDS) {
      const report = madeUp(randomOf(seed), seed % 2 === 0 ? '2019' : '2021')
      const { wrong, read, printed } = await misled(report, textPage(report, ROWS_ON_LINES[layout] ?? String))
      expect({ wrong, read }, `seed ${seed}`).toEqual({ wrong: [], read: printed })
    }
  })

  test.each(
    Object.keys(ROWS_ON_LINES).flatMap((layout) => [
      [layout, 'nothing', ''],
      [layout, 'a blank that does not break', '\u00a0'],
    ]),
  )('%s, empty cells of %s: figures keep their columns', async (layout, _, filler) => {
    for (const seed of SEEDS) {
      const report = withEmptyCells(madeUp(randomOf(seed), seed % 2 === 0 ? '2019' : '2021'), filler)
      const { wrong, read, printed } = await misled(report, textPage(report, ROWS_ON_LINES[layout] ?? String))
      expect({ wrong, read }, `seed ${seed}`).toEqual({ wrong: [], read: printed })
    }
  })

  test('few of them in a text whose rows have their tabs within change nothing', async () => {
    const report = madeUp(randomOf(5), '2021')
    const plain = textPage(report, written('\t', '\n'))
    const { wrong, read, printed } = await misled(report, plain.replaceAll('\n第二十条', '\n\t\n第二十条'))
    expect({ wrong, read }).toEqual({ wrong: [], read: printed })
  })
})

describe('a tab at the end of each cell’s line', () => {
  test('the figure on the next line is the row’s, and no empty cell stands before it', async () => {
    for (const seed of SEEDS) {
      const report = madeUp(randomOf(seed), '2021')
      const page = textPage(report, written('\t\n', '\n\n'))
      expect((await misled(report, page)).wrong, `seed ${seed}`).toEqual([])
      const cells = await proactiveIn(page)
      for (const row of ['licences', 'penalties', 'coercion', 'fees'])
        expect(cells.find((cell) => cell.row === row)?.status, `seed ${seed} ${row}`).toBe('stated')
    }
  })

  test('a tab at the end of a row whose cell is empty is followed by the next row, and the cell is empty', async () => {
    const report = mapCells(madeUp(randomOf(6), '2021'), (cell) =>
      cell.truth?.row === 'licences' || cell.truth?.row === 'coercion'
        ? { ...cell, text: '', truth: { ...cell.truth, printed: '', value: null, status: 'blank' } }
        : cell,
    )
    const cells = await proactiveIn(textPage(report, written('\t', '\n')))
    for (const row of ['licences', 'coercion']) expect(cells.find((cell) => cell.row === row)?.status).toBe('blank')
  })
})

describe('a tab behind every cell, one of which is lost', () => {
  test('the empty cell that the last tab leaves does not make good the one that is lost', async () => {
    // Expected: nothing of the row, for the digits of two cells are one and every figure behind may be one cell off.
    for (const seed of SEEDS) {
      const report = madeUp(randomOf(seed), '2021')
      const grid = (cells: Grid) => {
        const lines = written('\t', '\n', '\t')(cells).split('\n')
        const last = lines.at(-1)?.split('\t') ?? []
        if (cells.some((row) => row.some(({ truth }) => truth?.table === 'remedies')))
          lines[lines.length - 1] = [...last.slice(0, 5), `${last[5]}${last[6]}`, ...last.slice(7)].join('\t')
        return lines.join('\n')
      }
      expect((await misled(report, textPage(report, grid))).wrong, `seed ${seed}`).toEqual([])
    }
  })
})
