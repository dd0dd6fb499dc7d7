import { describe, expect, test } from 'vitest'
import { bareText } from '../src/loaders/surface/bare-text.js'
import { withoutIndents } from '../src/loaders/surface/indented.js'
import { withoutLists } from '../src/loaders/surface/printed-lists.js'
import { withoutWordMarks } from '../src/loaders/surface/word-marks.js'
import { misled, textPage } from './support/adversary.js'
import { type Grid, type MadeUp, madeUp, mapCells } from './support/made-up.js'
import { randomOf } from './support/random.js'

// Tables as programs write them that take the text of pages: marks of Markdown about words, cells joined by commas, lines set in as the page's
// elements were, columns set for a screen, words for nothing. Expected is what is printed in each cell; that of an empty one is nothing.

const SEEDS = [1, 2, 3, 4]

const words = (grid: Grid) => grid.map((row) => row.map(({ text }) => text))
const bold = (text: string) => (text === '' ? '' : `**${text}**`)
const rows = (grid: Grid, between: string, write = (text: string) => text) =>
  words(grid)
    .map((row) => row.map(write).join(between))
    .join('\n')

/** A way that keeps every cell apart. */
const WAYS: Readonly<Record<string, (grid: Grid) => string>> = {
  'bold words between pipes': (grid) => rows(grid, ' | ', bold),
  'bold words between outer pipes': (grid) =>
    words(grid)
      .map((row) => `| ${row.map(bold).join(' | ')} |`)
      .join('\n'),
  'cells underlined between pipes': (grid) =>
    words(grid)
      .map((row) => `|${row.map((text) => `___${text}_____`).join('|')}|`)
      .join('\n'),
  'cells joined by semicolons': (grid) => rows(grid, ';'),
  'pipes between cells': (grid) => rows(grid, ' | '),
  'printed lists': (grid) => words(grid).map(listed).join('\n'),
  'one printed list of rows': (grid) => `[${words(grid).map(listed).join(', ')}]`,
  'None in empty cells': (grid) => rows(grid, '\t', (text) => text || 'None'),
  'lines set in by tabs': (grid) =>
    words(grid)
      .map((row) => `\t\t\n${row.map((text) => `\t\t\t${text}`).join('\n')}\n\t\t`)
      .join('\n'),
  'lines set in by tabs alone': (grid) =>
    words(grid)
      .map((row) => row.map((text) => `\n${text}\n\t\t\n`).join('\n'))
      .join('\n\n'),
  'columns set for a screen': onScreen,
}

/** The ways in which an empty cell is printed as well as any other. */
const KEEPING = [
  'pipes between cells',
  'cells underlined between pipes',
  'printed lists',
  'one printed list of rows',
  'None in empty cells',
]

/** A row as a program prints a list. */
function listed(row: readonly string[]): string {
  return `[${row.map((text) => (text === '' ? 'None' : `'${text}'`)).join(', ')}]`
}

/** How wide a text is on a screen on which a Chinese letter is as wide as two digits. */
function widthOf(text: string): number {
  return text.replace(/[\ue000-\uf8ff]/g, '').replace(/[^\u0000-\u2e7f]/gu, '--').length
}

function onScreen(grid: Grid): string {
  const last = Math.max(...grid.map((row) => row.length))
  const widths = Array.from({ length: last }, (_, i) =>
    Math.max(6, ...grid.map((row) => (row.length === last ? widthOf(row[i]?.text ?? '') : 0))),
  )
  return grid
    .map((row) => row.map(({ text }, i) => text + ' '.repeat(Math.max(0, (widths[i] ?? 0) - widthOf(text)))).join('  '))
    .join('\n')
}

/** A report some of whose zeros are printed as empty cells. */
function withEmptyCells(report: MadeUp): MadeUp {
  let zeros = 0
  return mapCells(report, (cell) =>
    cell.truth?.value === 0 && ++zeros % 3 === 0
      ? { ...cell, text: '', truth: { ...cell.truth, printed: '', value: null, status: 'blank' } }
      : cell,
  )
}

describe.each(Object.keys(WAYS))('%s', (way) => {
  const write = WAYS[way] ?? String

  test('no figure comes out as another, nor as nothing', async () => {
    for (const seed of SEEDS)
      for (const report of [madeUp(randomOf(seed), '2021'), withEmptyCells(madeUp(randomOf(seed), '2019'))]) {
        const { wrong } = await misled(report, textPage(report, write))
        expect.soft(wrong, `seed ${seed}`).toEqual([])
      }
  })

  test('every figure is read where all cells are filled', async () => {
    for (const seed of SEEDS) {
      const report = madeUp(randomOf(seed), '2021')
      const { read, printed } = await misled(report, textPage(report, write))
      expect.soft(read, `seed ${seed}`).toBe(printed)
    }
  })
})

test.each(KEEPING)('%s: every figure beside empty cells is read', async (way) => {
  for (const seed of SEEDS) {
    const report = withEmptyCells(madeUp(randomOf(seed), '2019'))
    const { read, printed } = await misled(report, textPage(report, WAYS[way] ?? String))
    expect.soft(read, `seed ${seed}`).toBe(printed)
  }
})

describe('marks of Markdown', () => {
  test.each([
    ['收到**12**件', '收到  12  件'],
    ['__12__件', '  12  件'],
    ['***12***件', '   12   件'],
    ['~~11~~12件', '      12件'],
    ['1\\. 其他\\-5', '1 . 其他 -5'],
  ])('%s', (marked, bare) => {
    expect(withoutWordMarks(marked)).toBe(bare)
  })

  test.each(['____年____月', '****政府信息****', '5*', '10~~20', '2021_12_31'])('%s has none', (plain) => {
    expect(withoutWordMarks(plain)).toBe(plain)
  })
})

test.each([
  ["['规章', '0', None]", '  规章 \t  0 \t None '],
  ['[["自然\\n人", "", 5], ["总计", null]]', '   自然  人 \t   \t 5 \n   总计 \t null  '],
  ['见〔2021〕[1, 2]号', '见〔2021〕[1, 2]号'],
])('a list as it is printed: %s', (written, bare) => {
  expect(withoutLists(written)).toBe(bare)
})

test('what no reader is meant to see', () => {
  expect(bareText('a&nbsp;b|None| nan |5')).toBe('a      b|    |     |5')
  expect(bareText(' ______\n|__规章__|_3_|\n主动公开____条')).toBe('       \n|  规章  | 3 |\n主动公开____条')
  expect(bareText('None of them\t**5**')).toBe('None of them\t  5  ')
})

test('tabs between cells are no indents', () => {
  const row = '\t\t3.其他\t0\t0\t0'
  const text = Array.from({ length: 40 }, () => row).join('\n')
  expect(withoutIndents(text)).toBe(text)
})
