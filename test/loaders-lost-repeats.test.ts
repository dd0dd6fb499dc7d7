import { describe, expect, test } from 'vitest'
import { ALL_TABLES, cellsOf } from '../src/forms/forms.js'
import { readReport } from '../src/loaders/report.js'
import { key, madeUp, truthsOf } from './support/made-up.js'
import { randomOf } from './support/random.js'
import { render } from './support/render.js'

// Some programs that take the text of a page leave out lines that stood before, and with them most figures. What is printed is what the
// made-up report holds; what the text without its repeats still shows is told by the lines that are left.

async function read(source: string) {
  const { report } = await readReport({ id: 'a', path: 'a.txt', bytes: new TextEncoder().encode(source) })
  const cells = ALL_TABLES.flatMap((table) =>
    cellsOf(report, table).map((cell) => [key(table, cell.row, cell.column), cell] as const),
  )
  const isTold = report.findings.some(({ rule }) => rule === 'reading.repeats_left_out')
  return { cells: new Map(cells), isTold }
}

/** A text without the lines that stand in it more often than that. */
function withoutRepeats(source: string, most: number): string {
  const seen = new Map<string, number>()
  const lines = source.split('\n').filter((line) => {
    const times = (seen.get(line) ?? 0) + 1
    seen.set(line, times)
    return line.trim() === '' || times <= most
  })
  return lines.join('\n')
}

describe.each(['2019', '2021'])('form of %s, one cell a line', (form) => {
  test.each([1, 2])(
    'no line more than %i times: no printed figure is called blank, absent, or another',
    async (most) => {
      for (const seed of [1, 2, 3, 4]) {
        const report = madeUp(randomOf(seed), form)
        const { cells, isTold } = await read(withoutRepeats(render(report, 'lines').source, most))
        expect(isTold).toBe(true)
        const others = truthsOf(report).filter((truth) => {
          const cell = cells.get(key(truth.table, truth.row, truth.column))
          return cell?.status !== 'ambiguous' && !(cell?.status === 'stated' && cell.value === truth.value)
        })
        expect(others).toEqual([])
      }
    },
  )

  test('with all its lines it is read as ever', async () => {
    const report = madeUp(randomOf(5), form)
    const { cells, isTold } = await read(render(report, 'lines').source)
    expect(isTold).toBe(false)
    expect([...cells.values()].some(({ status }) => status === 'stated')).toBe(true)
  })

  test('a table whose rows stand on lines has few lines that are alike, and all its figures', async () => {
    const report = madeUp(randomOf(6), form)
    expect((await read(render(report, 'tabs').source)).isTold).toBe(false)
  })
})
