import { describe, expect, test } from 'vitest'
import { textPage } from './support/adversary.js'
import { type Grid, type MadeUp, madeUp, mapCells, truthsOf } from './support/made-up.js'
import { readText } from './support/private-reports.js'
import { randomOf } from './support/random.js'

// Rows whose label is not in the text, though their figures or nil marks are. Expected: they may be unknown, and are not said to be missing.

const ROWS = ['denied.process', 'not_processed.publication', 'other.fee_unpaid']

/** A report in which a row has lost its label, with other texts in its cells of figures and in those of the row above. */
function without(label: string, write: (figure: string, row: string, i: number) => string): MadeUp {
  const report = madeUp(randomOf(83), '2021')
  return mapCells(report, (cell) => {
    if (cell.labels === label) return { ...cell, text: '' }
    if (cell.truth?.table !== 'requests') return cell
    const text = write(cell.text, cell.truth.row, truthsOf(report).indexOf(cell.truth))
    return { ...cell, text }
  })
}

async function statusesIn(report: MadeUp, row: string, write: (grid: Grid) => string): Promise<string[]> {
  const { tables } = (await readText(textPage(report, write))).report
  return (tables.requests ?? []).filter((cell) => cell.row === row).map(({ status }) => status)
}

const filled = (grid: Grid) => grid.map((row) => row.map(({ text }) => text).filter((text) => text !== ''))
const LINES = (grid: Grid) => filled(grid).flat().join('\n')
const BLANKS = (grid: Grid) =>
  filled(grid)
    .map((row) => row.join(' '))
    .join('\n')
const GLUED = (grid: Grid) => filled(grid).flat().join('')

describe.each(ROWS)('%s', (label) => {
  test.each([
    ['a line each', LINES],
    ['between blanks', BLANKS],
  ])('nil marks, %s', async (_, write) => {
    for (const mark of ['无', '/', '—']) {
      const statuses = await statusesIn(
        without(label, () => mark),
        label,
        write,
      )
      expect.soft(statuses, mark).not.toContain('absent')
    }
  })

  test('figures behind the label of a row that is empty', async () => {
    const rows = madeUp(randomOf(83), '2021').form.tables.requests?.blocks[0]?.rows.map(({ code }) => code) ?? []
    const above = rows[rows.indexOf(label) - 1]
    const report = without(label, (figure, row, i) => (row === above || (row === label && i % 3 > 0) ? '' : figure))
    expect(await statusesIn(report, label, LINES)).not.toContain('absent')
  })

  test('noughts run together with those of the row above', async () => {
    const report = without(label, () => '0')
    expect(await statusesIn(report, label, GLUED)).not.toContain('absent')
  })
})

test('a fraction behind a count is perhaps the figures of two rows', async () => {
  const report = mapCells(madeUp(randomOf(83), '2021'), (cell) => {
    if (cell.labels === 'coercion') return { ...cell, text: '' }
    if (cell.truth?.row === 'penalties') return { ...cell, text: '825' }
    return cell.truth?.row === 'coercion' ? { ...cell, text: '24.2' } : cell
  })
  const { tables } = (await readText(textPage(report, GLUED))).report
  expect(tables.proactive?.find(({ row }) => row === 'coercion')?.status).toBe('ambiguous')
})

test('nil marks and noughts run together are no one nil mark', async () => {
  const marks = ['0', '/', '/', '/', '', '', '/']
  const report = mapCells(madeUp(randomOf(83), '2021'), (cell) =>
    cell.truth?.row === 'not_processed.publication' ? { ...cell, text: marks.shift() ?? '' } : cell,
  )
  const glued = (grid: Grid) =>
    grid
      .map((row) => row.map(({ text, truth }) => (text === '' && truth !== undefined ? '  ' : text)).join(''))
      .join('\n')
  const { tables } = (await readText(textPage(report, glued))).report
  const cells = (tables.requests ?? []).filter(({ row }) => row === 'not_processed.publication')
  expect(cells[0]?.status).toBe('ambiguous')
})

test('as many figures as cells that do not add up are perhaps those of two rows', async () => {
  const below = 'partially_granted'
  // Zeros left no trace: two rows with a total each, of seven figures together.
  const printed: Record<string, string[]> = {
    granted: ['11', '', '1', '', '', '', '12'],
    [below]: ['6', '5', '', '1', '', '', '12'],
  }
  const report = mapCells(madeUp(randomOf(83), '2021'), (cell) => {
    if (cell.labels === below) return { ...cell, text: '' }
    const own = cell.truth?.table === 'requests' ? printed[cell.truth.row] : undefined
    return own === undefined ? cell : { ...cell, text: own.shift() ?? '' }
  })
  expect(await statusesIn(report, below, LINES)).not.toContain('absent')
})
