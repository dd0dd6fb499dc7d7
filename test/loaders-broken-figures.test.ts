import { expect, test } from 'vitest'
import { readText } from './support/private-reports.js'

// A figure wider than its column goes on in the next line, where a page's number may stand, too. Expected: nothing is read of it but the
// whole, and other rows as they are printed.

const ROWS = ['行政许可', '行政处罚', '行政强制']

/** The proactive table of the 2021 form, with these lines for its rows of one figure. */
async function decisionsIn(...lines: readonly string[]): Promise<(number | string | null)[]> {
  const text = [
    '云溪县人民政府2023年政府信息公开工作年度报告',
    '二、主动公开政府信息情况',
    '第二十条第（一）项',
    '信息内容    本年制发件数    本年废止件数    现行有效件数',
    '规章                0              0              0',
    '行政规范性文件      0              0              0',
    '第二十条第（五）项',
    '信息内容        本年处理决定数量',
    ...lines,
    '第二十条第（八）项',
    '信息内容        本年收费金额（单位：万元）',
    '行政事业性收费              0',
    '',
    '五、存在的主要问题及改进情况',
  ].join('\n')
  const { tables } = (await readText(text)).report
  const decisions = (tables.proactive ?? []).filter(({ column }) => column === 'decisions')
  return decisions.map(({ value, status }) => (status === 'stated' ? value : status))
}

const row = (i: number, figure: string) => `${ROWS[i]}                    ${figure}`

test('digits alone below the widest figure of a column may be the rest of it', async () => {
  const rest = '                              3'
  expect(await decisionsIn(row(0, '24679'), rest, row(1, '120'), row(2, '7'))).toEqual(['ambiguous', 120, 7])
  expect(await decisionsIn(row(0, '120'), row(1, '24679'), rest, row(2, '7'))).toEqual([120, 'ambiguous', 7])
  expect(await decisionsIn(row(0, '120'), row(1, '24679'), `\f${rest}`, row(2, '7'))).toEqual([120, 'ambiguous', 7])
})

test('below a figure that had room for more they are none of it', async () => {
  expect(await decisionsIn(row(0, '24679'), row(1, '120'), '3', row(2, '7'))).toEqual([24679, 120, 7])
})

test('nothing is doubted where no digits stand alone', async () => {
  expect(await decisionsIn(row(0, '24679'), row(1, '120'), row(2, '7'))).toEqual([24679, 120, 7])
})
