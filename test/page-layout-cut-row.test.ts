import { describe, expect, test } from 'vitest'
import { joinCutHeader, joinCutRow } from '../src/loaders/page-layout/cut-row.js'
import { joinOpenCells } from '../src/loaders/page-layout/open-row.js'
import type { FilledCell } from '../src/loaders/page-layout/parts.js'

// Rows of a ruled table as two pages print them, made up here; what is expected is what the rule says in words: figures on both
// sides of a page's end are never one figure, nor two rows' figures, unless the row below is whole.

const LABEL = '1.属于国家秘密'

function row(...texts: string[]): FilledCell[] {
  return texts.map((text, i) => ({
    text,
    row: 0,
    column: i,
    width: 1,
    height: 1,
    left: 50 * i,
    right: 50 * i + 50,
    top: 0,
    bottom: 20,
    isPiece: false,
    isOpenAbove: false,
    isOpenBelow: false,
  }))
}

async function joined(above: FilledCell[], below: FilledCell[]): Promise<string[] | null> {
  const found = await joinCutRow(above, below)
  return found?.above.map(({ text }) => text) ?? null
}

describe('a ruled row that the end of a page cuts', () => {
  test('keeps the parts of a figure in one cell, apart', async () => {
    expect(await joined(row(LABEL, '432', '57', '50'), row('', '', '', '0'))).toEqual([LABEL, '432', '57', '50\n0'])
    expect(await joined(row(LABEL, '４３２', '57', '５０'), row('', '', '', '０'))).toEqual([
      LABEL,
      '４３２',
      '57',
      '５０\n０',
    ])
  })

  test('keeps a figure alone on the next page with the only one of the row above, which may go on in it', async () => {
    expect(await joined(row('（一）收到申请数', '件', '12'), row('', '', '6'))).toEqual([
      '（一）收到申请数',
      '件',
      '12\n6',
    ])
    expect(await joined(row('（一）收到申请数', '件', ''), row('', '', '6'))).toBeNull()
  })

  test('is joined to the rest of its label, with or without parts of figures', async () => {
    expect(await joined(row('1.属于国', '432', '57'), row('家秘密', '', ''))).toEqual(['1.属于国\n家秘密', '432', '57'])
    expect(await joined(row('1.属于国', '432', '57'), row('家秘密', '', '1'))).toEqual([
      '1.属于国\n家秘密',
      '432',
      '57\n1',
    ])
  })

  test('is not joined to a row of its own: with figures in all columns, with a label, or with nothing in common', async () => {
    expect(await joined(row(LABEL, '432', '57'), row('', '1', '2'))).toBeNull()
    expect(await joined(row(LABEL, '432', '57'), row('2.其他法律行政法规禁止公开', '', '2'))).toBeNull()
    expect(await joined(row(LABEL, '', '57'), row('', '1', ''))).toBeNull()
  })
})

describe('cells that the end of a page cuts open', () => {
  const openBelow = (cells: FilledCell[]) => cells.map((cell) => ({ ...cell, isOpenBelow: true }))
  const openAbove = (cells: FilledCell[]) => cells.map((cell) => ({ ...cell, isOpenAbove: true }))
  const next = (cells: FilledCell[]) => cells.map((cell) => ({ ...cell, row: 1 }))

  test('go on in those below, figures apart, even where every figure does', () => {
    const joined = joinOpenCells(openBelow(row('(一)予以公', '10', '5')), [
      ...openAbove(row('开', '0', '1')),
      ...next(row('2.重复申请', '3', '4')),
    ])
    expect(joined?.above.map(({ text }) => text)).toEqual(['(一)予以公\n开', '10\n0', '5\n1'])
    expect(joined?.below.map(({ text, row: at }) => [text, at])).toEqual([
      ['2.重复申请', 0],
      ['3', 0],
      ['4', 0],
    ])
  })

  test('do not where a rule closes them on either page, or words below stand in no column of theirs', () => {
    const [above, below] = [row(LABEL, '4', '5'), row('', '1', '2')]
    expect(joinOpenCells(above, openAbove(below))).toBeNull()
    expect(joinOpenCells(openBelow(above), below)).toBeNull()
    const aside = openAbove(below).map((cell) => ({ ...cell, left: cell.left + 20, right: cell.right + 20 }))
    expect(joinOpenCells(openBelow(above), aside)).toBeNull()
  })

  test('a header is made whole from the parts of its labels', async () => {
    const joined = await joinCutHeader(row('结', '其', '未经复议直接起诉'), row('果维持', '他结果'))
    expect(joined?.above.map(({ text }) => text)).toEqual(['结果维持', '其他结果', '未经复议直接起诉'])
    expect(joined?.below.map(({ text }) => text)).toEqual(['', ''])
    expect(await joinCutHeader(row('结', '其'), row('果维持', '3'))).toBeNull()
  })
})
