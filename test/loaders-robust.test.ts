import { describe, expect, test } from 'vitest'
import { ReadError } from '../src/loaders/errors.js'
import { readReport } from '../src/loaders/report.js'
import { madeUp } from './support/made-up.js'
import { randomOf } from './support/random.js'
import { render } from './support/render.js'

// Whatever the bytes: a report or an error of the input's own, within a few seconds. The limit leaves room for a busy
// machine, but not for work that grows with the square of the input.

const SECONDS = 8
const made = madeUp(randomOf(1), '2021')
const PAGE = render(made, 'html').source
const LINES = render(made, 'lines').source

/** `report`, or the code of the input's own error; any other error is a crash. */
async function outcome(source: string | Uint8Array): Promise<string> {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
  const began = performance.now()
  const found = await readReport({ id: 'x', path: 'x', bytes }).then(
    () => 'report',
    (error: unknown) => {
      if (error instanceof ReadError) return error.code
      throw error
    },
  )
  expect((performance.now() - began) / 1000).toBeLessThan(SECONDS)
  return found
}

describe('large inputs', () => {
  const table = (rows: string) => `<table>${rows}</table>`
  test.each<readonly [string, string, string]>([
    ['one line of two million characters', '政府信息公开'.repeat(333_334), 'not_a_report'],
    ['two million digits', `${LINES}${'1'.repeat(2e6)}`, 'report'],
    ['two million digits in groups', `${LINES}1,111${',111'.repeat(500_000)}`, 'report'],
    ['two million blanks after a number', `${LINES}收到申请5${' '.repeat(2e6)}件`, 'report'],
    ['one line with many quantities', `${LINES}${'主动公开政府信息5条，'.repeat(50_000)}`, 'report'],
    ['one line with many quantities of nothing known', `${LINES}${'甲5件，'.repeat(60_000)}`, 'report'],
    ['half a phrase a million times', `${LINES}${'收到'.repeat(1e6)}`, 'report'],
    ['200 000 short lines', `${LINES}${'\n5'.repeat(200_000)}`, 'report'],
    ['200 000 headings', `${LINES}${'\n一、总体情况'.repeat(200_000)}`, 'report'],
    ['100 000 subheadings', `${LINES}${'\n（一）平台建设'.repeat(100_000)}`, 'report'],
    ['100 000 headings run on', `${LINES}${'。（一）平台'.repeat(100_000)}`, 'report'],
    ['100 000 dates', `${LINES}${'\n2020年1月5日'.repeat(100_000)}`, 'report'],
    ['100 000 damaged dates', `${LINES}${'\n甲\n2020121'.repeat(100_000)}`, 'report'],
    ['20 000 copies of a column label', `本年新收政府信息公开申请数量\n${'总计\n'.repeat(20_000)}${LINES}`, 'report'],
    [
      'many column labels around row labels',
      `${`${'其他\n'.repeat(100)}总计属于国家秘密\n`.repeat(400)}${LINES}`,
      'report',
    ],
    [
      '20 000 copies of a row',
      `${LINES}${'    1.属于国家秘密      1    2    3    4    5    6    21\n'.repeat(20_000)}`,
      'report',
    ],
    ['half a million figures on a line', `${LINES}${'  12'.repeat(500_000)}`, 'report'],
    ['a hundred reports in one', LINES.repeat(100), 'report'],
    ['a hundred pages in one', PAGE.repeat(100), 'report'],
    ['500 tables of one report', `${LINES}${LINES.slice(LINES.indexOf('本年新收')).repeat(500)}`, 'report'],
    ['a million pipes', LINES.replace('规章', `规章${'|'.repeat(1e6)}`), 'report'],
    ['a rule of a million dashes', LINES.replace('规章', `规章\n${'| --- '.repeat(300_000)}x`), 'report'],
    ['a million ampersands', `<p>${'&'.repeat(1e6)}</p>${PAGE}`, 'report'],
    ['a million angle brackets', `${'<'.repeat(1e6)}${PAGE}`, 'report'],
    [
      '50 000 cells that span 900 places each',
      table(`<tr>${'<td colspan=30 rowspan=30>1</td>'.repeat(50_000)}</tr>`),
      'not_a_report',
    ],
    [
      '30 000 rows with a cell that reaches down',
      table('<tr><td rowspan=30>1</td><td>2</td></tr>'.repeat(30_000)),
      'not_a_report',
    ],
  ])('%s', async (_, source, expected) => {
    expect(await outcome(source)).toBe(expected)
  })
})

describe('elements nested or left open by the thousand', () => {
  test.each([
    ['div', '<div>'.repeat(10_000), '</div>'.repeat(10_000)],
    ['b', '<b>'.repeat(10_000), ''],
    ['span behind', '', '<span>'.repeat(10_000)],
    ['table', '<table><tr><td>'.repeat(10_000), '</td></tr></table>'.repeat(10_000)],
    ['hidden table', '<table hidden><tr><td>公开信息'.repeat(10_000), '</td></tr></table>'.repeat(10_000)],
    ['table in what is hidden', '', '<div style="display:none"><table></table>'.repeat(10_000)],
    ['div in a cell', `<table><tr><td>${'<div>'.repeat(10_000)}x</table>`, ''],
    ['ul', '<ul><li>'.repeat(5000), ''],
  ])('%s', async (_, before, behind) => {
    expect(await outcome(before + PAGE + behind)).toBe('report')
  })

  test('closing tags lost', async () => {
    for (const tag of ['p', 'td', 'tr', 'table', 'div', 'body', 'html']) {
      const source = PAGE.replaceAll(`</${tag}>`, '')
      expect(await outcome(source), tag).toBe('report')
    }
  })
})

describe('damaged bytes', () => {
  test('every beginning of a report', async () => {
    for (const source of [LINES, PAGE]) {
      const bytes = new TextEncoder().encode(source)
      for (let length = 0; length < bytes.length; length += 211) {
        expect(await outcome(bytes.subarray(0, length))).toMatch(
          /^(?:report|not_a_report|empty_input|undecodable|binary_input)$/,
        )
      }
    }
  })

  test('bytes changed at random', async () => {
    const clean = new TextEncoder().encode(LINES)
    for (let seed = 0; seed < 40; seed++) {
      const random = randomOf(seed)
      const bytes = clean.map((byte) => (random.chance(0.002 * (1 + (seed % 10))) ? random.int(0, 255) : byte))
      expect(await outcome(bytes)).toMatch(/^(?:report|not_a_report|undecodable|binary_input)$/)
    }
  })

  test('characters changed at random never crash the reading of a page', async () => {
    for (let seed = 0; seed < 40; seed++) {
      const random = randomOf(seed)
      const noise = () =>
        random.pick([
          '<',
          '>',
          '"',
          '&',
          '|',
          '\t',
          '\n',
          '\u001f',
          '\u001d',
          '0',
          '一',
          '\ud800',
          '</td>',
          '<tr>',
          '<table>',
        ])
      const source = Array.from(PAGE, (c) => (random.chance(0.01) ? noise() : c)).join('')
      expect(await outcome(source)).toMatch(/^(?:report|not_a_report)$/)
    }
  })
})
