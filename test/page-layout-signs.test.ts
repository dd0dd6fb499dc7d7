import { describe, expect, test } from 'vitest'
import { pagesMarkup } from '../src/loaders/page-layout/pages.js'
import type { Run } from '../src/loaders/page-layout/parts.js'
import type { Rule } from '../src/loaders/page-layout/rules.js'
import { misled } from './support/adversary.js'
import { pdfOf } from './support/containers.js'
import { type GridCell, key, type MadeUp, madeUp } from './support/made-up.js'
import { type Random, randomOf } from './support/random.js'
import { readContainer } from './support/read-container.js'

// PDFs printed by Typst whose figures have signs of notes beside them, or parts crossed out. The number expected is the one that a
// reader of the page takes from it: the made-up report's own, before the sign or behind what is crossed out.

type Write = (figure: string, random: Random) => string

const digit = (random: Random) => random.int(1, 9)

/** Something drawn where the next letter will stand. */
const over = (place: string, content: string) => `#box(width: 0pt, height: 0.7em, place(${place}, [${content}]))`

/** The report with the figures of three cells in ten written in some way, and the names of those cells. */
function printed(
  seed: number,
  ruled: boolean,
  write: Write,
): { report: MadeUp; pdf: Uint8Array; changed: Set<string> } {
  const random = randomOf(seed)
  const report = madeUp(random, seed % 2 === 0 ? '2019' : '2021')
  const changed = new Set<string>()
  const pdf = pdfOf(report, {
    ruled,
    write: ({ text, truth }: GridCell) => {
      if (truth === undefined || !/^\d+$/.test(text) || random.chance(0.7)) return `#${JSON.stringify(text)}`
      changed.add(key(truth.table, truth.row, truth.column))
      return write(text, random)
    },
  })
  return { report, pdf, changed }
}

describe('in a PDF', () => {
  const beside: Record<string, Write> = {
    'a raised sign': (figure, random) => `${figure}#super(typographic: false)[${digit(random)}]`,
    'a raised sign as large as the figure': (figure, random) => `${figure}#box(baseline: -0.4em)[${digit(random)}]`,
    'a raised sign in brackets': (figure, random) => `${figure}#super(typographic: false)[\\[${digit(random)}\\]]`,
    'digits crossed out': (figure, random) => `#strike[${random.int(10, 99)}]${figure}`,
    'digits crossed out behind': (figure, random) => `${figure}#strike[${random.int(10, 99)}]`,
    'an underline': (figure) => `#underline[${figure}]`,
    'a rule above': (figure) => `#overline[${figure}]`,
    'the figure again, as bold letters are drawn': (figure) => `${over('dx: 0.03em', figure)}${figure}`,
    'a watermark across the page': (figure, random) =>
      `${over('dx: -2em', `#rotate(-45deg, text(size: 40pt, fill: luma(230))[${random.int(2000, 2030)}])`)}${figure}`,
    'a watermark beneath': (figure, random) =>
      `${over('dx: -2em, dy: -1.5em', `#text(size: 40pt, fill: luma(230))[${random.int(100, 999)}]`)}${figure}`,
  }
  test.each(Object.entries(beside))('%s: every number is read, and its place holds no more', async (_, write) => {
    for (const seed of [1, 2]) {
      const { report, pdf, changed } = printed(seed, true, write)
      expect(changed.size).toBeGreaterThan(20)
      const { wrong, read, printed: count } = await readContainer(report, 'a.pdf', pdf)
      expect({ wrong, read }, `seed ${seed}`).toEqual({ wrong: [], read: count })
    }
  })

  test.each(Object.entries(beside))('%s, without rules: nothing is wrong', async (_, write) => {
    const { report, pdf } = printed(3, false, write)
    expect((await misled(report, pdf, new Set(), 'a.pdf')).wrong).toEqual([])
  })

  // As in HTML: of a figure with a lowered sign a reader cannot be sure, and of one crossed out nothing is left.
  const unread: Record<string, Write> = {
    'a figure with a lowered sign': (figure, random) => `${figure}#sub(typographic: false)[${digit(random)}]`,
    'a figure that is all crossed out': (figure) => `#strike[${figure}]`,
    'a figure over another': (figure, random) => `${over('dx: 0.1em', String(random.int(100, 999)))}${figure}`,
  }
  test.each(Object.entries(unread))('%s is withheld, and its row is read all the same', async (_, write) => {
    const { report, pdf, changed } = printed(4, true, write)
    const { wrong, read, printed: count } = await misled(report, pdf, changed, 'a.pdf')
    expect(wrong).toEqual([])
    expect(read).toBeGreaterThanOrEqual(count * 0.95)
  })
})

const [SIZE, Y] = [10, 100]

/** A run of digits that begins at `x`; `up` is how much higher it stands. */
function run(text: string, x: number, { size = SIZE, up = 0 } = {}): Run {
  const base = Y - up
  const box = { left: x, right: x + (text.length * size) / 2, top: base - size * 0.85, bottom: base + size * 0.15 }
  return { text, ...box, size, upright: false }
}

async function textOf(runs: readonly Run[], across: readonly Rule[] = [], down: readonly Rule[] = []): Promise<string> {
  const html = await pagesMarkup([{ runs, rules: { across, down } }])
  return html.replace(/<[^<>]{1,50}>/g, '').trim()
}

describe('of runs and rules on a page', () => {
  test('a run is a sign only where it stands as high as one, and by the figure', async () => {
    // Expected: word processors raise signs by a third to a half of the letters' height; the next line is a whole one away.
    const small = { size: 6.5, up: 3.3 }
    expect(await textOf([run('237', 50), run('1', 65, small)])).toBe('237^1')
    expect(await textOf([run('237', 50), run('1', 65, { up: 4 })])).toBe('237^1')
    expect(await textOf([run('237', 50), run('1', 65, { size: 6, up: -1 })])).toBe('237_1')
    expect(await textOf([run('237', 50), run('12', 65)])).toBe('23712')
    expect(await textOf([run('237', 50), run('1', 65, { up: 0.8 })])).toBe('2371')
    expect(await textOf([run('237', 50), run('1', 72, small)])).not.toContain('^')
    expect(await textOf([run('237', 50), run('年报', 65, small)])).not.toContain('^')
  })

  test('a sign in parts has one mark, and one before a figure keeps it', async () => {
    const small = { size: 6, up: 4 }
    expect(await textOf([run('237', 50), run('[', 65, small), run('1', 68, small), run(']', 71, small)])).toBe(
      '237^[1]',
    )
    expect(await textOf([run('1', 50, small), run('237', 53)])).toBe('^1237')
  })

  test('a figure in the next cell is no sign, however it stands', async () => {
    const border = [{ at: 65, from: Y - 20, to: Y + 20 }]
    expect(await textOf([run('237', 50), run('1', 65.5, { size: 6.5, up: 3.3 })], [], border)).not.toContain('^')
  })

  test('letters drawn again at their place are there once', async () => {
    // Expected: shifts as makers of bold letters draw them, and the same letters one by one.
    expect(await textOf([run('11', 50), run('11', 50.3), run('11', 50)])).toBe('11')
    expect(await textOf([run('11', 50), run('1', 50), run('1', 55)])).toBe('11')
    expect(await textOf([run('1', 50), run('1', 55), run('11', 50.5)])).toBe('11')
    expect(await textOf([run('1', 50), run('1', 55)])).toBe('11')
    expect(await textOf([run('11', 50), run('12', 50)])).not.toMatch(/\d/)
  })

  test('a rule crosses out the letters it was drawn for: through their middle, from edge to edge', async () => {
    const middle = Y - 3
    expect(await textOf([run('77237', 50)], [{ at: middle, from: 50, to: 60 }])).toBe('237')
    expect(await textOf([run('77', 50), run('237', 60)], [{ at: middle, from: 50, to: 60 }])).toBe('237')
    expect(await textOf([run('77', 50)], [{ at: middle, from: 50, to: 60 }])).toBe('\ufffc')
    // Expected: an underline, the border of a cell that goes on, and a rule that ends within a letter's reach of none.
    expect(await textOf([run('77237', 50)], [{ at: Y + 1.5, from: 50, to: 60 }])).toBe('77237')
    expect(await textOf([run('77237', 50)], [{ at: middle, from: 20, to: 120 }])).toBe('77237')
    expect(await textOf([run('77237', 50)], [{ at: Y - 8, from: 50, to: 60 }])).toBe('77237')
  })
})
