import { describe, expect, test } from 'vitest'
import { readCell, splitsIntoCells } from '../src/loaders/values.js'

// What each dress means is said by the form (signs in brackets, units) or plain from the print; the last group holds what
// nobody can take for one number, so that it must stay words.

describe('numbers', () => {
  test.each([
    ['0', 0, null],
    ['00', 0, null],
    ['12', 12, null],
    [' 12 ', 12, null],
    ['12①', 12, null],
    ['12*', 12, null],
    ['零', 0, null],
    ['1.2亿元', 1.2, '亿元'],
    ['43362', 43362, null],
    ['12,345', 12345, null],
    ['1,234,567.5', 1234567.5, null],
    ['0.5', 0.5, null],
    ['1314.91万元', 1314.91, '万元'],
    ['251000元', 251000, '元'],
    ['12件', 12, '件'],
    ['3(件)', 3, '件'],
    ['5(万元)', 5, '万元'],
    ['1.2万', 12000, '万'],
    ['1.2万件', 12000, '件'],
    ['4.35万条', 43500, '条'],
    ['-5', -5, null],
    ['+5', 5, null],
    ['增1', 1, null],
    ['减2', -2, null],
    ['增加3', 3, null],
    ['减少4', -4, null],
    ['1(增)', 1, null],
    ['34(减)', -34, null],
    ['34(减少)', -34, null],
    ['7(-)', -7, null],
    ['7(+)', 7, null],
    ['减0', 0, null],
    ['-0', 0, null],
  ])('%s', (written, value, unit) => {
    const read = readCell(written)
    expect(read).toEqual({ kind: 'number', value, unit })
    // No negative zero: it would print as -0 in a table.
    expect(read.kind === 'number' && Object.is(read.value, -0)).toBe(false)
  })

  test('every whole number is read as itself, plain and grouped', () => {
    for (const value of [
      0, 7, 10, 99, 100, 999, 1000, 45678, 999_999, 1_000_000, 2_147_483_648, 9_007_199_254_740_991,
    ]) {
      expect(readCell(String(value))).toMatchObject({ value })
      expect(readCell(value.toLocaleString('en-US'))).toMatchObject({ value })
      expect(readCell(`${value}(减)`)).toMatchObject({ value: value === 0 ? 0 : -value })
    }
  })
})

test.each(['/', '\\', '-', '--', '—', '——', '–', '─', '―', '无', '无数据', '不适用', '*', ' / ', '— —'])(
  '%s is a nil mark',
  (written) => {
    expect(readCell(written)).toEqual({ kind: 'nil' })
  },
)

describe('what is neither', () => {
  test.each([
    ['', 'nothing'],
    ['  ', 'nothing'],
    ['.', 'no digits'],
    ['1.', 'a number of a list'],
    ['1、', 'a number of a list'],
    ['(1)', 'a number of a list'],
    ['①', 'a note'],
    ['1,2', 'two numbers'],
    ['12,34', 'no grouping by thousands'],
    ['0,0,0', 'cells parted by commas'],
    ['1/2', 'a fraction'],
    ['50%', 'a share'],
    ['3—5', 'a range'],
    ['约5', 'an estimate'],
    ['5余', 'an estimate'],
    ['2021年', 'a year'],
    ['2021-01-25', 'a date'],
    ['5(其中网上3)', 'a number with a part of it'],
    ['1 2', 'two numbers'],
    ['一', 'a numeral in words, or a dash'],
    ['第五', 'an ordinal'],
    ['见附件', 'words'],
    ['NaN', 'words'],
    ['1e5', 'no way to print a count'],
    ['0x1f', 'no way to print a count'],
    ['--5', 'two signs'],
    ['+34(减)', 'signs that contradict each other'],
    ['-34(增)', 'signs that contradict each other'],
    ['增-3', 'signs that contradict each other'],
    ['/ 0', 'two cells'],
  ])('%s: %s', (written) => {
    expect(readCell(written)).toEqual({ kind: 'other' })
  })
})

test('a line splits into cells only if every part of it is one', () => {
  expect(splitsIntoCells('12 0 0 3')).toBe(true)
  expect(splitsIntoCells('12 / — 3')).toBe(true)
  expect(splitsIntoCells('12 件')).toBe(false)
  expect(splitsIntoCells('12')).toBe(false)
  expect(splitsIntoCells('共 3 件')).toBe(false)
})
