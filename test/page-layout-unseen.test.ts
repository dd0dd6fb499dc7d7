import { describe, expect, test } from 'vitest'
import { paintedOn } from '../src/loaders/page-layout/painted.js'
import type { Run } from '../src/loaders/page-layout/parts.js'
import { withoutUnseen } from '../src/loaders/page-layout/unseen.js'
import { pdfOf } from './support/containers.js'
import { type GridCell, key, type MadeUp, madeUp, mapCells } from './support/made-up.js'
import { type Random, randomOf } from './support/random.js'
import { readContainer } from './support/read-container.js'

// What a page holds and does not show. Expected is what a reader sees: the made-up report's own figures.

type Write = (figure: string, random: Random) => string

const over = (content: string, place = 'dx: 0pt') => `#box(width: 0pt, height: 0.7em, place(${place}, [${content}]))`
const sheet = (fill: string) => `#rect(width: 40pt, height: 12pt, fill: ${fill}, stroke: none)`

function printed(seed: number, write: Write): { report: MadeUp; pdf: Uint8Array; changed: Set<string> } {
  const random = randomOf(seed)
  const report = madeUp(random, seed % 2 === 0 ? '2019' : '2021')
  const changed = new Set<string>()
  const pdf = pdfOf(report, {
    write: ({ text, truth }: GridCell) => {
      if (truth === undefined || !/^\d+$/.test(text) || random.chance(0.6)) return `#${JSON.stringify(text)}`
      changed.add(key(truth.table, truth.row, truth.column))
      return write(text, random)
    },
  })
  return { report, pdf, changed }
}

describe('in a PDF', () => {
  const shown: Record<string, Write> = {
    'an old figure under a white sheet': (figure, random) =>
      `${over(String(random.int(10, 99)))}${over(sheet('white'), 'dx: -4pt, dy: -3pt')}${figure}`,
    'white letters behind the figure': (figure, random) => `${figure}#text(fill: white)[${random.int(10, 99)}]`,
    'a sheet that lets the figure shine through': (figure) =>
      `${figure}${over(sheet('rgb(255, 255, 0, 90)'), 'dx: -12pt, dy: -3pt')}`,
    'a sheet beneath': (figure) => `${over(sheet('luma(80)'), 'dx: -4pt, dy: -3pt')}#text(fill: white)[${figure}]`,
  }
  test.each(Object.entries(shown))('%s: every figure shown is read', async (_, write) => {
    for (const seed of [1, 2]) {
      const { report, pdf, changed } = printed(seed, write)
      expect(changed.size).toBeGreaterThan(20)
      const { wrong, read, printed: count } = await readContainer(report, 'a.pdf', pdf)
      expect({ wrong, read }, `seed ${seed}`).toEqual({ wrong: [], read: count })
    }
  })

  const hidden: Record<string, Write> = {
    'a figure under a white sheet': (figure) => `${over(figure)}${over(sheet('white'), 'dx: -2pt, dy: -3pt')}`,
    'a figure in white': (figure) => `#text(fill: white)[${figure}]`,
  }
  test.each(Object.entries(hidden))('%s: the cell is empty', async (_, write) => {
    const { report, pdf, changed } = printed(3, write)
    const asSeen = mapCells(report, (cell) => {
      const { truth } = cell
      if (truth === undefined || !changed.has(key(truth.table, truth.row, truth.column))) return cell
      return { ...cell, text: '', truth: { ...truth, printed: '', value: null, status: 'blank' } }
    })
    const { wrong, empty } = await readContainer(asSeen, 'a.pdf', pdf)
    expect(wrong).toEqual([])
    expect(empty).toBe(changed.size)
  })
})

/** Codes of a page's content as pdf.js numbers them; any will do. */
const OPS = Object.fromEntries(
  [
    ...['save', 'restore', 'transform', 'constructPath', 'fill', 'showText', 'setFillRGBColor', 'setGState'],
    ...['beginMarkedContentProps', 'endMarkedContent'],
  ].map((name, i) => [name, i + 1]),
)

type Step = readonly [name: string, ...args: unknown[]]

const draw = (text: string): Step => ['showText', Array.from(text, (unicode) => ({ unicode }))]
const box = (left: number, right: number): Step => {
  const [top, bottom] = [80, 110]
  return ['constructPath', OPS.fill, [[0, left, top, 1, right, top, 1, right, bottom, 1, left, bottom, 4]]]
}

/** What is left of figures of two digits, each 10 points wide, that begin at 50, 100 … as a page draws them. */
function left(figures: readonly string[], steps: readonly Step[]): string[] {
  const fnArray = steps.map(([name]) => OPS[name] ?? 0)
  const argsArray = steps.map(([, ...args]) => args)
  const runs = figures.map((text, i): Run => {
    const from = 50 + i * 50
    return { text, left: from, right: from + 10, top: 91.5, bottom: 101.5, size: 10, upright: false }
  })
  const painted = paintedOn({ fnArray, argsArray }, OPS, [1, 0, 0, 1, 0, 0], (layer) => layer !== 'off')
  return withoutUnseen(runs, painted).map((own) => own.map(({ text }) => text).join(''))
}

describe('of what a page draws', () => {
  const white: Step = ['setFillRGBColor', '#ffffff']

  test('what a layer shows that is off is not there', () => {
    const off = (layer: string): Step[] => [['beginMarkedContentProps', 'OC', layer], draw('34'), ['endMarkedContent']]
    expect(left(['12', '34'], [draw('12'), ...off('off')])).toEqual(['12', ''])
    expect(left(['12', '34'], [draw('12'), ...off('on')])).toEqual(['12', '34'])
  })

  test('a sheet covers what was drawn before it, and no more than it reaches over', () => {
    expect(left(['12', '34'], [draw('12'), draw('34'), white, box(45, 65)])).toEqual(['', '34'])
    expect(left(['12', '34'], [draw('12'), draw('34'), white, box(45, 55)])).toEqual(['\ufffc', '34'])
    expect(left(['12', '34'], [white, box(45, 65), ['setFillRGBColor', '#000000'], draw('12'), draw('34')])).toEqual([
      '12',
      '34',
    ])
    // Expected: where a part of a figure is under the sheet, or half a digit, it is neither read nor passed over.
    expect(left(['12', '34'], [draw('12'), draw('34'), white, box(45, 58)])).toEqual(['\ufffc', '34'])
  })

  test('a picture or a sheet that can be looked through covers nothing', () => {
    const picture: Step[] = [['save'], ['transform', 100, 0, 0, 60, 40, 70], ['restore']]
    expect(left(['12', '34'], [draw('12'), draw('34'), white, box(45, 65), ...picture])).toEqual(['12', '34'])
    const clear: Step = ['setGState', [['BM', 'multiply']]]
    expect(left(['12', '34'], [draw('12'), draw('34'), clear, white, box(45, 65)])).toEqual(['12', '34'])
  })

  test('where the letters drawn are not those written, nothing is taken out', () => {
    expect(left(['12', '34'], [draw('12'), white, draw('35')])).toEqual(['12', '34'])
  })
})
