import { describe, expect, test } from 'vitest'
import { joinCutRow } from '../src/loaders/page-layout/cut-row.js'
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
