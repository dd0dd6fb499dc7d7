import { describe, expect, test } from 'vitest'
import { readReport } from '../src/loaders/report.js'
import { lineOf, misled, pageOf, textPage } from './support/adversary.js'
import { type Grid, type GridCell, type GridRow, type MadeUp, madeUp, mapCells, mapGrids } from './support/made-up.js'
import { randomOf } from './support/random.js'

// What heads, captions and labels say of the figures under and beside them: their order, and the unit of amounts. Expected is the number
// printed under its head, in the form's unit; where the page leaves that open, no number.

const SEEDS = [1, 2, 3, 4]
const cellOf = (text: string): GridCell => ({ text, colspan: 1, rowspan: 1 })
const figuresOf = (row: GridRow) => row.filter((cell) => cell.truth !== undefined)

const LAYOUTS: Readonly<Record<string, (grid: Grid) => string>> = {
  'parted by tabs': (grid) => grid.map((row) => row.map(({ text }) => text).join('\t')).join('\n'),
  'parted by blanks': (grid) => grid.map(lineOf).join('\n'),
  'one cell a line': (grid) => grid.map((row) => row.map(({ text }) => text).join('\n')).join('\n\n'),
}

describe('heads in one line, in the order of the form’s header of several lines', () => {
  const heads = ['自然人', '总计', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']
  /** The table of requests below one line of heads, its figures in an order of their own. */
  const withFigures = (report: MadeUp, order: (cells: readonly GridCell[]) => readonly GridCell[]) =>
    mapGrids(report, (grid, table) =>
      table !== 'requests'
        ? grid
        : [
            [cellOf('申请人情况')],
            heads.map(cellOf),
            ...grid.slice(3).map((row) => [...row.filter((cell) => !cell.truth), ...order(figuresOf(row))]),
          ],
    )

  test.each(Object.keys(LAYOUTS))('%s: figures in that order are not put in the form’s', async (layout) => {
    for (const seed of SEEDS) {
      const report = withFigures(madeUp(randomOf(seed), '2021'), (cells) => [
        ...cells.slice(0, 1),
        ...cells.slice(-1),
        ...cells.slice(1, -1),
      ])
      expect((await misled(report, textPage(report, LAYOUTS[layout] ?? String))).wrong, `seed ${seed}`).toEqual([])
    }
  })

  test.each(Object.keys(LAYOUTS))('%s: figures in the form’s order, by which rows add up, are read', async (layout) => {
    for (const seed of SEEDS) {
      const report = withFigures(madeUp(randomOf(seed), '2021'), (cells) => cells)
      const { wrong, read, printed } = await misled(report, textPage(report, LAYOUTS[layout] ?? String))
      expect({ wrong, read }, `seed ${seed}`).toEqual({ wrong: [], read: printed })
    }
  })
})

describe('the unit of an amount', () => {
  const HEAD = '本年收费金额(单位:万元)'
  const report = madeUp(randomOf(12), '2021')
  const feesIn = async (page: string) => {
    const { report: found } = await readReport({ id: 'p', path: 'p', bytes: new TextEncoder().encode(page) })
    return found.tables.proactive.find(({ row }) => row === 'fees')
  }
  /** A page with an amount of 12345.6 under a head and beside a label of other words. */
  const pageWith = (head: string, label = '行政事业性收费', article = '第二十条第（八）项', figure = '12345.6') =>
    pageOf(
      mapCells(report, (cell) => {
        if (cell.truth?.row === 'fees') return { ...cell, text: figure }
        if (cell.text === HEAD) return { ...cell, text: head }
        if (/^第二十条第.八.项$/.test(cell.text)) return { ...cell, text: article }
        return cell.text === '行政事业性收费' ? { ...cell, text: label } : cell
      }),
    )

  // 1 元 is a ten-thousandth of 万元, 1 亿元 ten thousand of them.
  test.each([
    ['本年收费金额（人民币：元）', 1.23456],
    ['本年收费金额（元人民币）', 1.23456],
    ['本年收费金额/元', 1.23456],
    ['本年收费金额【元】', 1.23456],
    ['本年收费金额（單位：元）', 1.23456],
    ['本年收费金额（以千元为单位）', 1234.56],
    ['本年收费金额（单位：百万元）', 1_234_560],
    ['本年收费金额（单位：亿）', 123_456_000],
    ['本年收费金额（不含学费，单位：元）', 1.23456],
  ])('%s: withheld, with the amount it may be', async (head, amount) => {
    expect(await feesIn(pageWith(head))).toMatchObject({ status: 'ambiguous', value: null, candidates: [amount] })
  })

  test.each([
    ['another currency', '本年收费金额（单位：美元）'],
    ['two units', '本年收费金额（元/万元）'],
    ['a unit of counts', '本年收费金额（单位：件）'],
    ['a unit that is none', '本年收费金额（单位：箱）'],
  ])('%s: withheld', async (_, head) => {
    expect(await feesIn(pageWith(head))).toMatchObject({ status: 'ambiguous', value: null })
  })

  test.each([
    ['the row’s label', pageWith('本年收费金额', '行政事业性收费（元）')],
    ['the heading of the block', pageWith('本年收费金额', undefined, '第二十条第（八）项（单位：元）')],
    ['the label against the head', pageWith(HEAD, '行政事业性收费（元）')],
    ['a caption', pageWith('本年收费金额').replace('<table>', '<p>（金额单位：人民币元）</p><table>')],
    ['a note below the table', pageWith('本年收费金额').replace('</table>', '</table><p>注：收费金额单位为元。</p>')],
    ['a caption of several units', pageWith('本年收费金额').replace('<table>', '<p>单位：件、元</p><table>')],
  ])('元 in %s: withheld', async (_, page) => {
    expect(await feesIn(page)).toMatchObject({ status: 'ambiguous', value: null })
  })

  test.each([
    ['the form’s head', pageWith(HEAD)],
    ['no unit at all', pageWith('本年收费金额')],
    ['万元 in Traditional characters', pageWith('本年收费金额（單位：萬元）')],
    ['万元人民币', pageWith('本年收费金额（万元人民币）')],
    ['RMB万元', pageWith('本年收费金额（单位：RMB万元）')],
    ['万元 in brackets of its own beside the label', pageWith(HEAD, '行政事业性收费（万元）')],
    ['a caption of counts', pageWith('本年收费金额').replace('<table>', '<p>单位：件</p><table>')],
    [
      'a sentence below',
      pageWith('本年收费金额').replace('</table>', '</table><p>全年退还费用300元，免收费用若干元。</p>'),
    ],
    ['a sentence with an amount above', pageWith('本年收费金额').replace('<table>', '<p>全年退还费用300元</p><table>')],
  ])('%s: the number as printed', async (_, page) => {
    expect(await feesIn(page)).toMatchObject({ status: 'stated', value: 12345.6 })
  })

  test('nothing is nothing in any unit of money', async () => {
    expect(await feesIn(pageWith('本年收费金额（元）', undefined, undefined, '0'))).toMatchObject({ value: 0 })
  })
})
