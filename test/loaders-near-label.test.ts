import { describe, expect, test } from 'vitest'
import { cellsOf, formById } from '../src/forms/forms.js'
import { holdsLabelAlone, isNearly } from '../src/loaders/labels/near-label.js'
import type { Label } from '../src/loaders/labels/template.js'
import { readText } from './support/private-reports.js'

const label = (...wordings: string[]): Label => ({
  text: wordings[0] ?? '',
  wordings,
  numbering: '',
  numberings: [],
  optional: false,
  row: null,
  block: 0,
})

describe('a cell’s words', () => {
  test('are a label with as many typing errors as its length allows', () => {
    expect(isNearly('3.涉及个人隐隐私', label('涉及个人隐私'))).toBe(true)
    expect(isNearly('涉及商业秘密', label('涉及个人隐私'))).toBe(false)
    expect(isNearly('涉及个人隐私的信息总数', label('涉及个人隐私'))).toBe(false)
  })

  test('hold a label alone only if no figure and no nil mark can be among them', () => {
    const count = label('公开信息数(同一信息计1条)')
    expect(holdsLabelAlone('公开信信息数(同一信息计 1 条)', count)).toBe(true)
    expect(holdsLabelAlone('公开信息数(同一信息计1条)5', count)).toBe(false)
    expect(holdsLabelAlone('申请总数5', label('申请总数'))).toBe(false)
    expect(holdsLabelAlone('申请5总数', label('申请总数'))).toBe(false)
    expect(holdsLabelAlone('申请总数无', label('申请总数'))).toBe(false)
  })
})

test('a row with a unit is read behind a label mistyped at its end; each figure is the one printed in its row', async () => {
  const rows = formById('2014')?.tables.statistics?.blocks[0]?.rows.filter(({ unit }) => unit !== undefined) ?? []
  const long = rows.filter(({ printed }) => printed.length >= 8 && !printed.endsWith('）'))
  expect(long.length).toBeGreaterThan(10)
  for (const one of long) {
    const lines = rows.map(({ printed, unit }, i) => {
      const shown = printed === one.printed ? `${printed}${printed.at(-1)}` : printed
      return `<tr><td>${shown}</td><td>${unit}</td><td>${100 + i}</td></tr>`
    })
    const header = '<tr><td>统计指标</td><td>单位</td><td>统计数</td></tr>'
    const { report } = await readText(
      `<html><body><p>政府信息公开情况统计表</p><table>${header}${lines.join('')}</table></body></html>`,
    )
    const cells = cellsOf(report, 'statistics')
    const expected = rows.map(({ code }, i) => [code, 100 + i])
    expect(cells.flatMap(({ row, value }) => (value === null ? [] : [[row, value]]))).toEqual(expected)
  }
}, 60_000)
