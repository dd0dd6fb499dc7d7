import { describe, expect, test, vi } from 'vitest'
import { frameHtml, toFrame } from '../src/study/frame.js'
import { sampleRows, sampleTable } from './study-tables-rows.js'

const printed: unknown[] = []
for (const stream of ['log', 'info', 'warn', 'error'] as const) {
  vi.spyOn(console, stream).mockImplementation((...words) => void printed.push(words))
}

describe('toFrame', () => {
  test('keeps every value exactly; a missing number is NaN, missing text is null', async () => {
    const frame = await toFrame(sampleTable, sampleRows)
    expect(frame.columns).toEqual(Object.keys(sampleTable.columns))
    expect(frame.values).toEqual(
      sampleRows.map((row) => [
        row.text,
        row.small_count ?? Number.NaN,
        row.large_count ?? Number.NaN,
        row.amount ?? Number.NaN,
        row.is_true,
        row.signed_date,
      ]),
    )
    // 16777217 = 2^24 + 1 is the first whole number a 32-bit float cannot hold.
    expect(frame.column('small_count').values[0]).toBe(16777217)
    expect(frame.column('amount').values[0]).toBe(1314.91)
  })

  test('Chinese headers', async () => {
    const frame = await toFrame(sampleTable, sampleRows, { labels: 'zh' })
    expect(frame.columns).toEqual(['文本', '整数', '长整数', '金额', '真假', '日期'])
    expect(frame.column('金额').values[0]).toBe(1314.91)
  })

  const three = sampleRows.slice(0, 3).map((row, i) => ({ ...row, amount: [1314.91, null, 0.25][i] ?? null }))

  // Expected values by hand: 1314.91 + 0.25 = 1315.16 over two values; both sums are exact to the last digit in doubles.
  test('sums and means pass over what is missing, arithmetic keeps it missing', async () => {
    const amount = (await toFrame(sampleTable, three)).column('amount')
    expect(amount.sum()).toBe(1315.16)
    expect(amount.mean()).toBe(657.58)
    expect((amount.add(1) as typeof amount).values).toEqual([1315.91, Number.NaN, 1.25])
    expect(amount.lt(5).values).toEqual([false, false, true])
    expect(amount.isNa().values).toEqual([false, true, false])
  })

  test('sorting puts the missing last and the others in order', async () => {
    const amounts = [3, null, 1, 2, null, 0, 5, null, 4]
    const rows = amounts.map((amount, i) => ({ ...three[0], amount, small_count: i })) as unknown as typeof three
    const frame = await toFrame(sampleTable, rows)
    const up = frame.sortValues('amount') as typeof frame
    const down = frame.sortValues('amount', { ascending: false }) as typeof frame
    const gap = Number.NaN
    expect(up.column('amount').values).toEqual([0, 1, 2, 3, 4, 5, gap, gap, gap])
    expect(down.column('amount').values).toEqual([5, 4, 3, 2, 1, 0, gap, gap, gap])
    expect(up.column('small_count').values).toEqual([5, 2, 3, 0, 8, 6, 1, 4, 7])
  })

  test('no rows give a frame with headers', async () => {
    expect((await toFrame(sampleTable, [])).columns).toEqual(Object.keys(sampleTable.columns))
  })

  // This is the first tensor of the process, at which TensorFlow.js would print its advertisement. That whole-frame
  // arithmetic rounds to 32 bits is danfo's; should it ever be exact, the docstring of toFrame may say so.
  test('arithmetic on a whole frame is that of 32-bit floats, and prints nothing', async () => {
    const frame = (await toFrame(sampleTable, three)).loc({ rows: [0, 2], columns: ['amount'] })
    expect((frame.add(0) as typeof frame).values).toEqual([[Math.fround(1314.91)], [0.25]])
    expect(printed).toEqual([])
  })
})

describe('frameHtml', () => {
  test('escapes headers and values, leaves the missing empty, says what it left out', () => {
    const frame = {
      columns: ['<b>', '数'],
      values: [
        ['<script>alert("1")</script>', 1314.91],
        ["a & 'b'", Number.NaN],
        [null, 3],
      ],
    }
    expect(frameHtml(frame, { rows: 2 })).toBe(
      '<table><caption>3 × 2; first 2 rows</caption><thead><tr><th>&lt;b&gt;</th><th>数</th></tr></thead><tbody>' +
        '<tr><td style="text-align: left">&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;</td>' +
        '<td style="text-align: right" title="1314.91">1314.91</td></tr>' +
        '<tr><td style="text-align: left">a &amp; &#39;b&#39;</td><td></td></tr></tbody></table>',
    )
  })

  test('takes a danfo frame, also an empty one', async () => {
    expect(frameHtml(await toFrame(sampleTable, sampleRows, { labels: 'zh' }))).toContain(
      '<td style="text-align: right" title="16777217">16777217</td>',
    )
    expect(frameHtml(await toFrame(sampleTable, []))).toContain('<caption>0 × 6</caption>')
  })

  test('half a row is refused', () => {
    expect(() => frameHtml({ columns: [], values: [] }, { rows: 0.5 })).toThrow('frameHtml requires')
  })
})
