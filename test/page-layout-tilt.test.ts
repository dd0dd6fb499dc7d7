import { describe, expect, test } from 'vitest'
import type { Matrix } from '../src/loaders/page-layout/parts.js'
import { type Begun, levelled, tiltOf } from '../src/loaders/page-layout/tilt.js'
import { readReport } from '../src/loaders/report.js'
import { textPage } from './support/adversary.js'
import { blocksOf, typstPdf } from './support/containers.js'
import { type Grid, madeUp, mapGrids } from './support/made-up.js'
import { type Random, randomOf } from './support/random.js'
import { readContainer } from './support/read-container.js'

// Pages laid askew on a scanner. A page's slope is the one it was drawn with; the figures expected are the made-up report's own.

/** Words of a table, level or turned as the page is, with the unsteady hand of text recognition. */
function words(random: Random, slope: number, { rows = 20, columns = 8, turned = false } = {}): Begun[] {
  return Array.from({ length: rows * columns }, (_, i) => {
    const [x, y] = [40 + (i % columns) * 60, 80 + Math.floor(i / columns) * 17]
    const unsteady = (random.int(0, 100) - 50) / 100
    const matrix: Matrix = [9, turned ? 9 * slope : 0, 0, 9, x, y + slope * x + unsteady]
    return { matrix, width: 30 }
  })
}

describe('how a page lies', () => {
  test.each([-0.017, -0.007, 0.006, 0.01, 0.02])('level words on lines that fall by %d', (slope) => {
    for (const seed of [1, 2, 3]) expect(tiltOf(words(randomOf(seed), slope), [])).toBeCloseTo(slope, 3)
  })

  test('letters turned with the page, and long strokes, say it themselves', () => {
    expect(tiltOf(words(randomOf(4), 0.012, { turned: true }), [])).toBeCloseTo(0.012, 6)
    const strokes = (slope: number) => Array.from({ length: 12 }, () => ({ slope, length: 90 }))
    expect(tiltOf(words(randomOf(5), 0.012), strokes(0.0034))).toBeCloseTo(0.0034, 6)
    expect(tiltOf(words(randomOf(5), 0.012), strokes(0))).toBe(0)
  })

  test('a level page is left as it is, and so is one of few words or with words in no lines', () => {
    for (const seed of [6, 7, 8]) expect(tiltOf(words(randomOf(seed), 0), [])).toBe(0)
    expect(tiltOf(words(randomOf(9), 0.01, { rows: 2 }), [])).toBe(0)
    const random = randomOf(10)
    const strewn = Array.from({ length: 200 }, (): Begun => {
      const matrix: Matrix = [9, 0, 0, 9, random.int(40, 550), random.int(40, 800)]
      return { matrix, width: 30 }
    })
    expect(tiltOf(strewn, [])).toBe(0)
  })

  test('every other column half a line lower is no slope', () => {
    const staggered = words(randomOf(11), 0).map(({ matrix: [a, b, c, d, e, f], width }, i): Begun => {
      const matrix: Matrix = [a, b, c, d, e, f + (i % 2) * 8]
      return { matrix, width }
    })
    expect(tiltOf(staggered, [])).toBe(0)
  })

  test('levelling puts the words of a line at one height', () => {
    const level = levelled(0.01, [600, 800])
    const height = (x: number, y: number) => level[1] * x + level[3] * y + level[5]
    expect(height(500, 105)).toBeCloseTo(height(0, 100), 6)
    expect(height(300, 400)).toBeCloseTo(400, 6)
  })
})

describe('PDFs of tilted pages', () => {
  const tables = (report: ReturnType<typeof madeUp>, ruled: boolean, turn: number) =>
    blocksOf(report).map((block) => {
      if (typeof block === 'string') return `#par[#${JSON.stringify(block)}]`
      const cells = block.flat().map(({ text, colspan, rowspan }) => {
        return `table.cell(colspan: ${colspan}, rowspan: ${rowspan}, align: center + horizon)[#${JSON.stringify(text)}]`
      })
      const columns = (block[0] ?? []).reduce((sum, { colspan }) => sum + colspan, 0)
      const stroke = ruled ? '0.5pt' : 'none'
      return `#rotate(${turn}deg)[#table(columns: (1fr,) * ${columns}, stroke: ${stroke}, inset: 3pt, ${cells.join(', ')})]`
    })

  test.each([
    [true, 0.2],
    [true, -0.9],
    [false, 0.8],
    [false, -0.6],
  ])('rules %s, turned by %d°: all is read', async (ruled, turn) => {
    const report = madeUp(randomOf(12), '2021')
    const pdf = typstPdf(
      `#set page(paper: "a4", flipped: true, margin: 1.2cm)\n#set text(size: 7pt)\n${tables(report, ruled, turn).join('\n')}`,
    )
    const { wrong, read, printed } = await readContainer(report, 'a.pdf', pdf)
    expect(wrong).toEqual([])
    expect(read).toBe(printed)
  })
})

describe('the table of one row, in a text', () => {
  const line = (grid: Grid) =>
    grid.map((row) => row.flatMap(({ text }) => (text === '' ? [] : [text])).join(' ')).join('\n')

  /** The report with its third row's figures written anew. */
  const withFigures = (change: (figures: readonly string[]) => string[]) =>
    mapGrids(madeUp(randomOf(13), '2021'), (grid) =>
      grid.map((row) => {
        const figures = row.flatMap(({ truth, text }) => (truth?.table === 'remedies' ? [text] : []))
        const written = change(figures)
        return figures.length === 0 ? row : row.map((cell, i) => ({ ...cell, text: written[i] ?? '' }))
      }),
    )
  const sums = ['4', '1', '2', '0', '7', '3', '0', '5', '1', '9', '6', '2', '0', '0', '8']

  test('is withheld where two of its sums fail, and read where one does', async () => {
    const read = async (figures: string[]) => {
      const source = textPage(
        withFigures(() => figures),
        line,
      )
      const bytes = new TextEncoder().encode(source)
      return (await readReport({ id: 'a', path: 'a.txt', bytes })).report.tables.remedies
    }
    expect((await read(sums)).map(({ value }) => value)).toEqual(sums.map(Number))
    const misprinted = sums.with(14, '9')
    expect((await read(misprinted)).map(({ value }) => value)).toEqual(misprinted.map(Number))
    const moved = [...sums.slice(6), ...sums.slice(0, 6)]
    expect(new Set((await read(moved)).map(({ status }) => status))).toEqual(new Set(['ambiguous']))
  })
})
