import { describe, expect, test } from 'vitest'
import { cellsOf, formById } from '../src/forms/forms.js'
import { partsInOrder } from '../src/loaders/surface/parts-in-order.js'
import { surfaceOf } from '../src/loaders/surface.js'
import { textPage } from './support/adversary.js'
import { madeUp, truthsOf } from './support/made-up.js'
import { readText } from './support/private-reports.js'
import { randomOf } from './support/random.js'
import { OLD_BORDERED, oldReport } from './support/statistics.js'

// Tables whose numbered parts stand in another order, and a row of figures written as no cells are. Expected is what is printed.

describe('the numbered parts of a statistics table', () => {
  const form = formById('2014')
  if (form === undefined) throw new Error('no form 2014')

  test.each(OLD_BORDERED)('%s: are read in whatever order they stand', async (layout) => {
    const { source, printed } = oldReport(form, layout, randomOf(51))
    const mark = layout === 'html' ? '<tr>' : '\n'
    const rows = source.split(mark)
    const opens = rows.flatMap((row, i) =>
      /^(?:<td><p>|\| )?[一二三四五六七八九]、(?!概述|存在)/.test(row) ? [i] : [],
    )
    expect(opens.length).toBe(9)
    const [third, fourth, last] = [opens[2] ?? 0, opens[3] ?? 0, opens[8] ?? 0]
    const moved = [
      ...rows.slice(0, opens[0]),
      ...rows.slice(third, fourth),
      ...rows.slice(opens[0], third),
      ...rows.slice(fourth, last),
      ...rows.slice(last),
    ]
    const { report, text } = await readText(moved.join(mark))
    expect(moved).not.toEqual(rows)
    const cells = cellsOf(report, 'statistics')
    expect(cells.map(({ row, value }) => [row, value])).toEqual(
      cells.map(({ row, column }) => [row, printed.get(`${row}/${column}`)?.value]),
    )
    for (const { at, value } of cells) expect(at && text.slice(...at)).toBe(String(value))
  })

  test('are left where they are in order, not all there, or too few', () => {
    const partsOf = (figure: string, ...numbers: string[]) =>
      numbers.map((number) => `${number}、甲\t${figure}\n（一）乙\t2\n`).join('')
    const lines = (...numbers: string[]) => partsOf('——', ...numbers)
    const isSame = (text: string) => partsInOrder(surfaceOf(text, false)).text === text
    expect(isSame(lines('二', '一', '三', '四', '五'))).toBe(false)
    expect(isSame(lines('一', '二', '三', '四', '五'))).toBe(true)
    expect(isSame(lines('二', '一', '三', '四', '六'))).toBe(true)
    expect(isSame(lines('二', '一', '三', '四', '四'))).toBe(true)
    expect(isSame(lines('二', '一', '三', '四'))).toBe(true)
    // Rows that have figures of their own are numbered as the requests table's are, in the form's order whatever their numbers.
    expect(isSame(partsOf('7', '二', '一', '三', '四', '五'))).toBe(true)
  })
})

describe('figures below a header that are written as no cells are', () => {
  const page = (separator: string) =>
    textPage(madeUp(randomOf(52), '2021'), (grid) =>
      grid
        .map((row) => {
          const own = row.flatMap(({ truth, text }) => (truth?.table === 'remedies' ? [text] : []))
          return own.length > 0 ? own.join(separator) : row.map(({ text }) => text).join('\t')
        })
        .join('\n'),
    )

  test.each(['，', ',', '、', '；'])('parted by %s: the row is not called empty', async (separator) => {
    const { remedies } = (await readText(page(separator))).report.tables
    expect(remedies.filter(({ status }) => status === 'blank' || status === 'absent')).toEqual([])
  })

  test('an empty row is', async () => {
    const empty = page('\t').replace(/\n[\d\t]+\n(?=五、)/, '\n\n')
    expect(empty).not.toBe(page('\t'))
    const { remedies } = (await readText(empty)).report.tables
    expect(new Set(remedies.map(({ status }) => status))).toEqual(new Set(['blank']))
  })

  test('with words of a program for empty cells, parted by commas, nor is one absent', async () => {
    const report = madeUp(randomOf(53), '2021')
    const dump = textPage(report, (grid) =>
      grid.map((row) => row.map(({ text, truth }) => (truth && text === '0' ? 'NaN' : text)).join(',')).join('\n'),
    )
    const { tables } = (await readText(dump)).report
    const truths = new Map(truthsOf(report).map((truth) => [`${truth.table}/${truth.row}/${truth.column}`, truth]))
    const passed = (['proactive', 'requests', 'remedies'] as const).flatMap((table) =>
      tables[table].filter(({ row, column, status }) => {
        const printed = truths.get(`${table}/${row}/${column}`)?.value ?? 0
        return printed !== 0 && (status === 'blank' || status === 'nil' || status === 'absent')
      }),
    )
    expect(passed).toEqual([])
  })

  test('nor is a first row whose label is cut off, under a header that is torn', async () => {
    const page = textPage(madeUp(randomOf(54), '2021'), (grid) =>
      grid
        .filter((row) => !row.some(({ text }) => /勾稽|^自然人|^商业企业/.test(text)))
        .map((row) => row.map(({ text }) => text.replace(/^一、本年新收政府信息.*/, '一、本年新收政府信息')).join('\t'))
        .join('\n'),
    )
    const { requests } = (await readText(page)).report.tables
    const first = requests.filter(({ row }) => row === 'received_new')
    expect(first.filter(({ status }) => status === 'absent')).toEqual([])
    const without = (await readText(page.replace(/\n一、本年新收.*/, ''))).report.tables.requests
    expect(without.filter(({ row, status }) => row === 'received_new' && status !== 'absent')).toEqual([])
  })
})
