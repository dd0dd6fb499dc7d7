import { describe, expect, test } from 'vitest'
import { narrow } from '../src/loaders/fold/width.js'
import { chineseNumber } from '../src/loaders/numerals.js'
import { readCell, splitsIntoCells } from '../src/loaders/values.js'
import { type GridCell, type MadeUp, madeUp, mapCells } from './support/made-up.js'
import { type Random, randomOf } from './support/random.js'
import { readBack } from './support/read-back.js'
import { type Layout, render } from './support/render.js'

/** A cell as printed, folded as the loader folds it. */
const read = (printed: string) => readCell(narrow(printed).text)

describe('a cell states its number', () => {
  // Expected values are what a reader sees printed.
  test.each([
    ['12', 12],
    ['１２', 12],
    ['12件', 12],
    ['12 件', 12],
    ['12(件)', 12],
    ['0', 0],
    ['0.00', 0],
    ['〇', 0],
    ['零', 0],
    ['1,314', 1314],
    ['１，３１４', 1314],
    ['1 314', 1314],
    ['12 345 678', 12_345_678],
    ['1,314.91', 1314.91],
    ['1（增）', 1],
    ['34（减）', -34],
    ['34 (减)', -34],
    ['(减)34', -34],
    ['减少34', -34],
    ['增加3', 3],
    ['-34', -34],
    ['－34', -34],
    ['−34', -34],
    ['+1', 1],
    ['-34(减)', -34],
    ['0(减)', 0],
    ['1.2万', 12_000],
    ['1.2万件', 12_000],
    ['3亿', 300_000_000],
    ['1,314.91万元', 1314.91],
    ['三件', 3],
    ['十二件', 12],
    ['一件', 1],
    ['5①', 5],
    ['5*', 5],
    ['5[1]', 5],
    ['5〔1〕', 5],
    ['5^1', 5],
    ['5²', 5],
    ['12件(注1)', 12],
  ])('%s', (printed, value) => {
    const cell = read(printed)
    expect(cell.kind === 'number' && Object.is(cell.value, value)).toBe(true)
  })

  test.each([
    ['12件', '件'],
    ['1.2万', '万'],
    ['1.2万件', '件'],
    ['1314.91万元', '万元'],
    ['¥1,314.91', '元'],
    ['￥5万元', '万元'],
    ['3亿元', '亿元'],
    ['5(元)', '元'],
    ['12', null],
  ])('%s is in %s', (printed, unit) => expect(read(printed)).toMatchObject({ kind: 'number', unit }))

  test('a bare Chinese numeral is known as one, since it may be a numbering', () => {
    expect(read('三')).toEqual({ kind: 'number', value: 3, unit: null, numeral: true })
    expect(splitsIntoCells('三 四 五')).toBe(false)
  })
})

describe('a cell withholds what is not exactly one number', () => {
  test.each([
    '约5',
    '5余',
    '近5件',
    '5左右',
    '>5',
    '≥5',
    '5+',
    '5%',
    '5％',
    '0.5‰',
    '5(含上年结转1件)',
    '5(1)',
    '其中5',
    '5-7',
    '5/7',
    '1:2',
    '5.',
    '5、',
    '5。',
    '1,2345',
    '12,5',
    '1,314,91',
    '1, 314',
    '1 2',
    '1 31',
    '12 3456',
    '1. 5',
    '5 3(增)',
    '--5',
    '+5(减)',
    '-5(增)',
    '(5)',
    '—34',
    '一',
    '二〇',
    '三四',
    '第三',
    '2021年',
    '5**',
    '5①②',
    '5\u00ad',
    '\u00ad5',
    '5\ue000',
    '12345678901234567',
    '0.1234567890123456',
    'O',
    '○',
    '1e5',
    '0x12',
    'Infinity',
    '5_1',
  ])('%s', (printed) => expect(read(printed)).toEqual({ kind: 'other' }))

  test.each(['/', '／', '\\', '-', '－', '—', '——', '–', '无', '不适用', '*'])('%s is a nil mark', (printed) =>
    expect(read(printed)).toEqual({ kind: 'nil' }),
  )
})

test('whatever is read as a number has just its digits in print', () => {
  const parts = [
    '0',
    '1',
    '5',
    '12',
    '305',
    ',',
    '.',
    ' ',
    '-',
    '+',
    '(',
    ')',
    '件',
    '万',
    '元',
    '增',
    '减',
    '[1]',
    '①',
    '约',
    '%',
    '三',
    '十',
    '/',
    '^2',
  ]
  const random = randomOf(7)
  let numbers = 0
  for (let i = 0; i < 60_000; i++) {
    const printed = Array.from({ length: random.int(1, 6) }, () => random.pick(parts)).join('')
    const cell = readCell(printed)
    if (cell.kind !== 'number' || /[万三十]/.test(printed)) continue
    numbers++
    // Without footnote signs and what groups digits, the print holds one run of digits, and it is the number.
    const runs = printed
      .trim()
      .replace(/(?:\[1\]|①|\^\d{1,2})$/, '')
      .replace(/[, ]/g, '')
      .match(/\d+(?:\.\d+)?/g)
    expect([printed, runs?.map(Number)]).toEqual([printed, [Math.abs(cell.value)]])
    if (cell.value < 0) expect(printed).toMatch(/[-减]/)
  }
  expect(numbers).toBeGreaterThan(2000)
})

test('Chinese numerals', () => {
  // Regular numerals, written out by hand; irregular ones are none.
  const regular = {
    零: 0,
    〇: 0,
    一: 1,
    两: 2,
    十: 10,
    一十: 10,
    十二: 12,
    二十: 20,
    九十九: 99,
    一百零五: 105,
    一百一十: 110,
    两百: 200,
    一千零三十: 1030,
    三千零四: 3004,
  }
  for (const [numeral, value] of Object.entries(regular))
    expect([numeral, chineseNumber(numeral)]).toEqual([numeral, value])
  for (const other of ['', '二〇二一', '一二', '百', '十十', '一百五', '一零五', '二百零', '一万', '第一'])
    expect([other, chineseNumber(other)]).toEqual([other, null])
})

/** The report with some figures printed another way; `null` leaves a figure as it is. */
function dressed(
  report: MadeUp,
  random: Random,
  dress: (value: number, cell: GridCell) => { printed: string; withheld?: true } | null,
): MadeUp {
  return mapCells(report, (cell) => {
    const { truth } = cell
    if (truth?.status !== 'stated' || truth.value === null || !random.chance(0.15)) return cell
    const other = dress(truth.value, cell)
    if (other === null) return cell
    const status = other.withheld ? ('ambiguous' as const) : ('stated' as const)
    return {
      ...cell,
      text: other.printed,
      truth: { ...truth, printed: other.printed, status, value: other.withheld ? null : truth.value },
    }
  })
}

const fullWidthDigits = (value: number) =>
  String(value).replace(/[\d.-]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
const NUMERALS = '零一二三四五六七八九'

/** Other ways to print the same number. */
function otherPrint(value: number, random: Random): { printed: string } | null {
  if (value < 0)
    return { printed: random.pick([`${-value}（减）`, `减少${-value}`, fullWidthDigits(value), `−${-value}`]) }
  if (!Number.isInteger(value))
    return { printed: random.pick([value.toLocaleString('en-US', { minimumFractionDigits: 2 }), `${value}万元`]) }
  const ways = [fullWidthDigits(value), `${value}①`, `${value}[2]`, value.toLocaleString('en-US'), `${value}*`]
  return { printed: random.pick(ways) }
}

const LAYOUTS: readonly Layout[] = [
  'lines',
  'closed lines',
  'tabbed lines',
  'tabs',
  'pipes',
  'markdown',
  'blanks',
  'html',
  'nested html',
]

describe.each(LAYOUTS)('in whole reports laid out as %s', (layout) => {
  test.each(['2019', '2021'])('every number in other dress is read, and none wrongly (%s)', async (form) => {
    for (let seed = 0; seed < 2; seed++) {
      const random = randomOf(100 + seed)
      const plain = madeUp(random, form)
      const report = dressed(plain, random, (value) => otherPrint(value, random))
      const [before, after] = [
        await readBack(plain, render(plain, layout)),
        await readBack(report, render(report, layout)),
      ]
      expect(after.wrong).toEqual([])
      expect(after.read).toBe(before.read)
    }
  })

  test.each(['2019', '2021'])('what is not exactly printed is never stated (%s)', async (form) => {
    for (let seed = 0; seed < 4; seed++) {
      const random = randomOf(200 + seed)
      const report = dressed(madeUp(random, form), random, (value) =>
        value === 0
          ? null
          : {
              printed: random.pick([
                `约${value}`,
                `${value}余`,
                `约 ${value}`,
                `${value} 余`,
                `${value}%`,
                `${value}（含上年1件）`,
                `${value}(1)`,
              ]),
              withheld: true,
            },
      )
      expect((await readBack(report, render(report, layout))).wrong).toEqual([])
    }
  })
})

describe.each(['html', 'nested html'] as const)('in the cells of %s', (layout) => {
  test('blanks group a number and Chinese numerals are figures', async () => {
    for (let seed = 0; seed < 4; seed++) {
      const random = randomOf(300 + seed)
      const report = dressed(madeUp(random, '2021'), random, (value) => {
        if (value > 1 && value < 10) return { printed: NUMERALS.charAt(value) }
        return value >= 1000 && Number.isInteger(value)
          ? { printed: value.toLocaleString('en-US').replaceAll(',', ' ') }
          : null
      })
      const result = await readBack(report, render(report, layout))
      expect([result.wrong, result.read]).toEqual([[], result.printed])
    }
  })

  test('a raised footnote is not part of the number', async () => {
    const report = madeUp(randomOf(5), '2021')
    const { source, places } = render(report, layout)
    const first = [...places.values()][0] ?? [0, 0]
    const raised = `${source.slice(0, first[1])}<sup>1</sup>${source.slice(first[1])}`
    const inserted = '<sup>1</sup>'.length
    const moved = new Map(
      [...places].map(([name, [from, to]]) => [
        name,
        from > first[0] ? ([from + inserted, to + inserted] as const) : ([from, to + '<sup>1'.length] as const),
      ]),
    )
    const result = await readBack(report, { source: raised, places: moved })
    expect(result.wrong.filter((words) => !words.endsWith('from another place'))).toEqual([])
    expect(result.read).toBeGreaterThanOrEqual(result.printed - 1)
  })
})
