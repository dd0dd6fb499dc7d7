import { beforeAll, describe, expect, test } from 'vitest'
import { ReadError } from '../src/loaders/errors.js'
import { readReport } from '../src/loaders/report.js'
import { madeUp } from './support/made-up.js'
import { randomOf } from './support/random.js'
import { render } from './support/render.js'

// Whatever the bytes: a report or an error of the input's own, and work in proportion to the input. Time on the clock
// says as much of the machine as of the reader; so the processor's time for the whole is held against that for a quarter.

const made = madeUp(randomOf(1), '2021')
const PAGE = render(made, 'html').source
const LINES = render(made, 'lines').source

/** Four times the input takes about four times the work; where work grows with the square, sixteen times. */
const MOST_GROWTH = 8
/** Seconds below which a measure is noise, and too short for work out of proportion to matter. */
const TOO_SHORT = 1

/** `report`, or the code of the input's own error; any other error is a crash. */
async function outcome(source: string | Uint8Array): Promise<string> {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
  return await readReport({ id: 'x', path: 'x', bytes }).then(
    () => 'report',
    (error: unknown) => {
      if (error instanceof ReadError) return error.code
      throw error
    },
  )
}

async function measured(source: string): Promise<{ readonly found: string; readonly seconds: number }> {
  const before = process.cpuUsage()
  const found = await outcome(source)
  const { user, system } = process.cpuUsage(before)
  return { found, seconds: (user + system) / 1e6 }
}

/** What is found in `sourceOf(1)`, which must take its work in proportion to `sourceOf(1 / 4)`. */
async function inProportion(sourceOf: (n: number) => string): Promise<string> {
  const [part, whole] = [sourceOf(1 / 4), sourceOf(1)]
  let small = (await measured(part)).seconds
  let { found, seconds: large } = await measured(whole)
  // Another process may have been in the way of one of the two: the better of two measures is nearer to the work.
  if (large > Math.max(TOO_SHORT, MOST_GROWTH * small)) {
    small = Math.max(small, (await measured(part)).seconds)
    large = Math.min(large, (await measured(whole)).seconds)
  }
  expect(large).toBeLessThan(Math.max(TOO_SHORT, MOST_GROWTH * small))
  return found
}

beforeAll(async () => {
  await outcome(LINES)
  await outcome(PAGE)
})

describe('large inputs', () => {
  const table = (rows: string) => `<table>${rows}</table>`
  test.each<readonly [string, (n: number) => string, string]>([
    ['one line of two million characters', (n) => '政府信息公开'.repeat(333_334 * n), 'not_a_report'],
    ['two million digits', (n) => `${LINES}${'1'.repeat(2e6 * n)}`, 'report'],
    ['two million digits in groups', (n) => `${LINES}1,111${',111'.repeat(500_000 * n)}`, 'report'],
    ['two million blanks after a number', (n) => `${LINES}收到申请5${' '.repeat(2e6 * n)}件`, 'report'],
    ['one line with many quantities', (n) => `${LINES}${'主动公开政府信息5条，'.repeat(25_000 * n)}`, 'report'],
    ['one line with many quantities of nothing known', (n) => `${LINES}${'甲5件，'.repeat(30_000 * n)}`, 'report'],
    ['half a phrase a million times', (n) => `${LINES}${'收到'.repeat(1e6 * n)}`, 'report'],
    ['100 000 short lines', (n) => `${LINES}${'\n5'.repeat(100_000 * n)}`, 'report'],
    ['100 000 headings', (n) => `${LINES}${'\n一、总体情况'.repeat(100_000 * n)}`, 'report'],
    ['50 000 subheadings', (n) => `${LINES}${'\n（一）平台建设'.repeat(50_000 * n)}`, 'report'],
    ['50 000 headings run on', (n) => `${LINES}${'。（一）平台'.repeat(50_000 * n)}`, 'report'],
    ['50 000 dates', (n) => `${LINES}${'\n2020年1月5日'.repeat(50_000 * n)}`, 'report'],
    ['50 000 damaged dates', (n) => `${LINES}${'\n甲\n2020121'.repeat(50_000 * n)}`, 'report'],
    [
      '20 000 copies of a column label',
      (n) => `本年新收政府信息公开申请数量\n${'总计\n'.repeat(20_000 * n)}${LINES}`,
      'report',
    ],
    [
      'many column labels around row labels',
      (n) => `${`${'其他\n'.repeat(100)}总计属于国家秘密\n`.repeat(400 * n)}${LINES}`,
      'report',
    ],
    [
      '10 000 copies of a row',
      (n) => `${LINES}${'    1.属于国家秘密      1    2    3    4    5    6    21\n'.repeat(10_000 * n)}`,
      'report',
    ],
    ['250 000 figures on a line', (n) => `${LINES}${'  12'.repeat(250_000 * n)}`, 'report'],
    ['a hundred reports in one', (n) => LINES.repeat(100 * n), 'report'],
    ['a hundred pages in one', (n) => PAGE.repeat(100 * n), 'report'],
    ['250 tables of one report', (n) => `${LINES}${LINES.slice(LINES.indexOf('本年新收')).repeat(250 * n)}`, 'report'],
    ['a million pipes', (n) => LINES.replace('规章', `规章${'|'.repeat(1e6 * n)}`), 'report'],
    [
      'a rule of half a million dashes',
      (n) => LINES.replace('规章', `规章\n${'| --- '.repeat(150_000 * n)}x`),
      'report',
    ],
    ['a million ampersands', (n) => `<p>${'&'.repeat(1e6 * n)}</p>${PAGE}`, 'report'],
    ['a million angle brackets', (n) => `${'<'.repeat(1e6 * n)}${PAGE}`, 'report'],
    [
      '50 000 cells that span 900 places each',
      (n) => table(`<tr>${'<td colspan=30 rowspan=30>1</td>'.repeat(50_000 * n)}</tr>`),
      'not_a_report',
    ],
    [
      '30 000 rows with a cell that reaches down',
      (n) => table('<tr><td rowspan=30>1</td><td>2</td></tr>'.repeat(30_000 * n)),
      'not_a_report',
    ],
  ])('%s', async (_, sourceOf, expected) => {
    const found = await inProportion(sourceOf)
    expect(found).toBe(expected)
  })
})

describe('elements nested or left open by the thousand', () => {
  const around = (before: string, behind: string) => (n: number) =>
    before.repeat(1e4 * n) + PAGE + behind.repeat(1e4 * n)
  test.each<readonly [string, (n: number) => string]>([
    ['div', around('<div>', '</div>')],
    ['b', around('<b>', '')],
    ['span behind', around('', '<span>')],
    ['table', around('<table><tr><td>', '</td></tr></table>')],
    ['hidden table', around('<table hidden><tr><td>公开信息', '</td></tr></table>')],
    ['table in what is hidden', around('', '<div style="display:none"><table></table>')],
    ['div in a cell', (n) => `<table><tr><td>${'<div>'.repeat(1e4 * n)}x</table>${PAGE}`],
    ['ul', around('<ul><li>', '')],
  ])('%s', async (_, sourceOf) => {
    expect(await inProportion(sourceOf)).toBe('report')
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
