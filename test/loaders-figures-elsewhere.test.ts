import { describe, expect, test } from 'vitest'
import { formById } from '../src/forms/forms.js'
import { readText } from './support/private-reports.js'

// Text taken from a page block by block: label, unit and figure on lines of their own, and some figures away from their rows. Which
// rows are empty in print is known here, and to nobody who reads the text: none whose figure may stand elsewhere may be called so.

const ROWS = formById('2014')?.tables.statistics?.blocks.flatMap(({ rows }) => rows) ?? []
const LAST = 6

/** The table with its rows' figures, its last rows and one in its midst without; `extra` stands behind the figure of a later row. */
function table({ extra = '', behind = '' }): string {
  const lines = ROWS.map(({ printed, unit = '条' }, i) => {
    const figure = i === 7 || i >= ROWS.length - LAST ? '' : `${i + 3}\n`
    return `${printed}\n${unit}\n${figure}${i === 20 ? extra : ''}`
  })
  const head = '云溪县人民政府2014年政府信息公开工作年度报告\n\n政府信息公开情况统计表\n统计指标\n单位\n统计数\n'
  return `${head}${lines.join('')}本表由办公室填报。\n${behind}`
}

async function emptyRows(text: string): Promise<number> {
  const { report } = await readText(text)
  return (report.tables.statistics ?? []).filter(({ status }) => status === 'blank').length
}

describe('rows are empty', () => {
  test('where no figure is left over', async () => {
    expect(ROWS.length).toBeGreaterThan(30)
    expect(await emptyRows(table({}))).toBe(1 + LAST)
  })

  test('but none may be called so where figures stand alone behind the table and other words', async () => {
    expect(await emptyRows(table({ behind: '38\n8\n72\n8\n5\n4\n' }))).toBe(0)
  })

  test('nor where another row has a figure too many', async () => {
    expect(await emptyRows(table({ extra: '1056\n' }))).toBe(0)
  })
})
