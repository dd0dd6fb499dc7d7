import { describe, expect, test } from 'vitest'
import { readReport } from '../src/loaders/report.js'
import type { Cell } from '../src/types.js'
import { type GridCell, type MadeUp, madeUp, mapCells } from './support/made-up.js'
import { randomOf } from './support/random.js'
import { ALL_LAYOUTS, type Layout, render } from './support/render.js'

// One cell, label or mark of a report is printed in an unusual way; what must become of it is plain from the print.

const MADE = madeUp(randomOf(5), '2021')

async function cell(report: MadeUp, layout: Layout, row: string, column: string, rewrite = (source: string) => source) {
  const bytes = new TextEncoder().encode(rewrite(render(report, layout).source))
  const { report: read } = await readReport({ id: 'x', path: 'x', bytes })
  const cells: readonly Cell[] = Object.values(read.tables).flat()
  return cells.find((one) => one.row === row && one.column === column)
}

/** The report with another text in one of its figures. */
function withFigure(row: string, column: string, text: string): MadeUp {
  const isIt = ({ truth }: GridCell) => truth?.row === row && truth.column === column
  return mapCells(MADE, (one) => (isIt(one) ? { ...one, text } : one))
}

/** The report with other words in one of its labels. */
function withLabel(label: string, text: string): MadeUp {
  return mapCells(MADE, (one) => (one.text === label ? { ...one, text } : one))
}

describe('amounts are in 万元, or withheld', () => {
  test.each([
    ['12.5', 'stated', 12.5],
    ['12.5万元', 'stated', 12.5],
    ['125000元', 'ambiguous', null],
    ['12.5万', 'ambiguous', null],
    ['1.2亿元', 'ambiguous', null],
  ])('%s', async (printed, status, value) => {
    expect(await cell(withFigure('fees', 'amount', printed), 'html', 'fees', 'amount')).toMatchObject({ status, value })
  })

  test.each([
    ['125000元', [12.5]],
    ['12.5万', [12.5]],
  ])('%s comes with the amount it may be', async (printed, candidates) => {
    expect(await cell(withFigure('fees', 'amount', printed), 'html', 'fees', 'amount')).toMatchObject({ candidates })
  })

  test('a header that counts in 元 makes its column no amount in 万元', async () => {
    const column = MADE.form.tables.proactive?.blocks[3]?.columns[0]?.label ?? ''
    expect(column).toBe('本年收费金额(单位:万元)')
    for (const layout of ALL_LAYOUTS) {
      const report = withLabel(column, '本年收费金额(单位:元)')
      expect
        .soft(await cell(report, layout, 'fees', 'amount'), layout)
        .toMatchObject({ status: 'ambiguous', value: null })
    }
  })
})

describe('what stands in a cell beside its figure', () => {
  test.each(['12(其中网上3)', '见附件', '约12', '1 2', '12%'])(
    '%s is no number, and the row is not called empty',
    async (printed) => {
      for (const layout of ['html', 'lines', 'pipes', 'tabs'] as const) {
        const found = await cell(withFigure('licences', 'decisions', printed), layout, 'licences', 'decisions')
        expect.soft(found, layout).toMatchObject({ status: 'ambiguous', value: null })
      }
    },
  )

  test('the mark of a note, raised or circled, is not a digit of the number before it', async () => {
    for (const printed of ['12<sup>1</sup>', '12①']) {
      const found = await cell(withFigure('licences', 'decisions', printed), 'html', 'licences', 'decisions')
      expect.soft(found, printed).toMatchObject({ status: 'stated', value: 12 })
    }
  })

  test('a figure in several pieces of markup is one figure', async () => {
    const report = withFigure('licences', 'decisions', '1<span>2</span>')
    expect(await cell(report, 'html', 'licences', 'decisions')).toMatchObject({ status: 'stated', value: 12 })
  })
})

test('figures parted by commas or semicolons are read where these part all cells, else withheld, not called empty', async () => {
  const { value } = (await cell(MADE, 'tabs', 'regulations', 'made')) ?? {}
  for (const border of [',', ';', ' ; ']) {
    const found = await cell(MADE, 'tabs', 'regulations', 'made', (source) => source.replaceAll('\t', border))
    expect.soft(found, border).toMatchObject({ status: 'stated', value })
  }
  const found = await cell(MADE, 'tabs', 'regulations', 'made', (source) => source.replaceAll('\t', '，'))
  expect(found).toMatchObject({ status: 'ambiguous', value: null })
})

test('a row of a table that is not there is absent, a row without figures is blank', async () => {
  const isRow = ({ truth }: GridCell) => truth?.row === 'coercion'
  const empty = mapCells(MADE, (one) => (isRow(one) ? { ...one, text: '' } : one))
  expect(await cell(empty, 'lines', 'coercion', 'decisions')).toMatchObject({ status: 'blank', value: null, at: null })
  const gone = mapCells(empty, (one) => (one.labels === 'coercion' ? { ...one, text: '' } : one))
  expect(await cell(gone, 'lines', 'coercion', 'decisions')).toMatchObject({ status: 'absent', value: null, at: null })
})
