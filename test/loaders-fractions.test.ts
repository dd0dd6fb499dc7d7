import { expect, test } from 'vitest'
import { type MadeUp, madeUp, mapCells } from './support/made-up.js'
import { readText } from './support/private-reports.js'
import { randomOf } from './support/random.js'

// A made-up report. A count that is no whole number stands as it is printed, for the audits to judge; several of them, or one under a head in 万,
// are in another unit, and no number of the form.

const TITLE = '云溪县人民政府2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n'

/** The made-up table of proactive disclosure, with other counts in two cells of its second row, and another head. */
async function cells(texts: Readonly<Record<string, string>>, head = '现行有效件数', above = '') {
  const report: MadeUp = mapCells(madeUp(randomOf('fractions'), '2021'), (cell) => {
    if (cell.text === '现行有效件数') return { ...cell, text: head }
    const { row = '', column = '' } = cell.truth ?? {}
    return row === 'normative_documents' && column in texts ? { ...cell, text: texts[column] ?? '' } : cell
  })
  const lines = report.grids.proactive.map((row) => row.map(({ text }) => text).join('\t'))
  const { report: found } = await readText(`${TITLE}${above}${lines.join('\n')}\n三、收到和处理政府信息公开申请情况\n`)
  return found.tables.proactive
}

/** The cells of the second row. */
async function read(texts: Readonly<Record<string, string>>, head?: string, above?: string) {
  const own = (await cells(texts, head, above)).filter(({ row }) => row === 'normative_documents')
  return Object.fromEntries(own.map(({ column, status, value }) => [column, [status, value]]))
}

test('one count that is no whole number is given as printed', async () => {
  const cells = await read({ made: '3.5', repealed: '2', in_force: '40' })
  expect(cells).toEqual({ made: ['stated', 3.5], repealed: ['stated', 2], in_force: ['stated', 40] })
})

test('several of them are withheld, and the whole numbers stay', async () => {
  const cells = await read({ made: '3.5', repealed: '1.2', in_force: '40' })
  expect(cells).toEqual({ made: ['ambiguous', null], repealed: ['ambiguous', null], in_force: ['stated', 40] })
})

test('all counts under heads in 万 are withheld, whole ones too: each with both numbers it may be', async () => {
  const heads = ['现行有效件数(万件)', '现行有效件数(单位：万)', '现行有效件数以万计', '有效文件(万份)']
  for (const head of heads) {
    const cells = await read({ made: '3', repealed: '2', in_force: '1.2' }, head)
    expect(cells, head).toEqual({
      made: ['ambiguous', null],
      repealed: ['ambiguous', null],
      in_force: ['ambiguous', null],
    })
  }
})

test('a line of the unit in 万 above the table casts the same doubt; one of amounts does not', async () => {
  const texts = { made: '3', repealed: '2', in_force: '40' }
  const doubted = { made: ['ambiguous', null], repealed: ['ambiguous', null], in_force: ['ambiguous', null] }
  expect(await read(texts, undefined, '单位：万件\n')).toEqual(doubted)
  const told = { made: ['stated', 3], repealed: ['stated', 2], in_force: ['stated', 40] }
  expect(await read(texts, undefined, '单位：件、万元\n')).toEqual(told)
})

test('one fraction under a head in other words leaves no figure of its column', async () => {
  // Of 1.2 and 3 in one column under a head that does not say what it counts, 3 may be 3万.
  const all = await cells({ in_force: '1.2' }, '有效文件数')
  const column = all.filter((cell) => cell.column === 'in_force')
  expect(column.map(({ status }) => status)).toEqual(column.map(() => 'ambiguous'))
  expect(column.length).toBe(2)
})
