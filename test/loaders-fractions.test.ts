import { expect, test } from 'vitest'
import { type MadeUp, madeUp, mapCells } from './support/made-up.js'
import { readText } from './support/private-reports.js'
import { randomOf } from './support/random.js'

// A made-up report. A count that is no whole number stands as it is printed, for the audits to judge; several of them, or one under a head in 万,
// are in another unit, and no number of the form.

const TITLE = '云溪县人民政府2022年政府信息公开工作年度报告\n二、主动公开政府信息情况\n'

/** The made-up table of proactive disclosure, with other counts in two cells of its second row, and another head. */
async function read(texts: Readonly<Record<string, string>>, head = '现行有效件数') {
  const report: MadeUp = mapCells(madeUp(randomOf('fractions'), '2021'), (cell) => {
    if (cell.text === '现行有效件数') return { ...cell, text: head }
    const { row = '', column = '' } = cell.truth ?? {}
    return row === 'normative_documents' && column in texts ? { ...cell, text: texts[column] ?? '' } : cell
  })
  const lines = report.grids.proactive.map((row) => row.map(({ text }) => text).join('\t'))
  const { report: found } = await readText(`${TITLE}${lines.join('\n')}\n三、收到和处理政府信息公开申请情况\n`)
  const cells = found.tables.proactive.filter(({ row }) => row === 'normative_documents')
  return Object.fromEntries(cells.map(({ column, status, value }) => [column, [status, value]]))
}

test('one count that is no whole number is given as printed', async () => {
  const cells = await read({ made: '3.5', repealed: '2', in_force: '40' })
  expect(cells).toEqual({ made: ['stated', 3.5], repealed: ['stated', 2], in_force: ['stated', 40] })
})

test('several of them are withheld, and the whole numbers stay', async () => {
  const cells = await read({ made: '3.5', repealed: '1.2', in_force: '40' })
  expect(cells).toEqual({ made: ['ambiguous', null], repealed: ['ambiguous', null], in_force: ['stated', 40] })
})

test('one in a table with a head in 万 is withheld', async () => {
  const { made } = await read({ made: '3.5', repealed: '2', in_force: '40' }, '现行有效件数(万件)')
  expect(made).toEqual(['ambiguous', null])
})
