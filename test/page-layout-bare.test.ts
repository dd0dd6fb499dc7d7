import { describe, expect, test } from 'vitest'
import { bareTables } from '../src/loaders/page-layout/bare.js'
import { joinCutHeader, joinCutRow } from '../src/loaders/page-layout/cut-row.js'
import { labelsOn } from '../src/loaders/page-layout/labels.js'
import { labelsApart } from '../src/loaders/page-layout/labels-apart.js'
import { type FilledCell, inRuledTables } from '../src/loaders/page-layout/parts.js'
import { cutAtBlanks, cutAtGaps, type PagePiece, piecesOf } from '../src/loaders/page-layout/pieces.js'
import { singleRowTables } from '../src/loaders/page-layout/single-row.js'

const SIZE = 10

/** A run of text whose middle is at `x`, on the line at height `y`; a Chinese character is as wide as it is high, a digit half so. */
function run(text: string, x: number, y: number) {
  const width = Array.from(text).reduce((sum, c) => sum + (c < '\u2000' ? SIZE / 2 : SIZE), 0)
  return {
    text,
    left: x - width / 2,
    right: x + width / 2,
    top: y - SIZE / 2,
    bottom: y + SIZE / 2,
    size: SIZE,
    upright: false,
  }
}

type Run = ReturnType<typeof run>
type Line = readonly (readonly [text: string, x: number])[]

/** Lines from above, 14 points apart. */
function page(lines: readonly Line[]): PagePiece[] {
  return piecesOf(lines.flatMap((line, i) => line.map(([text, x]) => run(text, x, 100 + 14 * i))))
}

const HEADS: Line = [
  ['自然人', 200],
  ['商业企业', 250],
  ['科研机构', 300],
  ['总计', 350],
]

async function rowsOf(lines: readonly Line[]): Promise<string[][]> {
  const pieces = page(lines)
  return bareTables(pieces, await labelsOn(pieces)).flatMap(({ rows }) =>
    rows.map((row) => row.map(({ text }) => text)),
  )
}

const figures = (...texts: readonly string[]): Line =>
  HEADS.flatMap(([, x], i) => (texts[i] ? [[texts[i], x] as const] : []))

describe('tables without rules', () => {
  // Of a row whose figures run together a reader's eye cannot tell columns, and so of none beside it that has fewer.
  test('a figure under a head is nobody’s where figures of another row run together', async () => {
    const part = [['1.属于国家秘密', 80], ...figures('', '3')] as Line
    const marked = [['1.属于国家秘密', '=?', '3']]
    const rowOf = (rows: readonly (readonly string[])[]) => rows.filter(([label]) => label === '1.属于国家秘密')
    const joined: Line = [
      ['(七)总计', 80],
      ['4', 200],
      ['2(增)454', 260],
    ]
    const near: Line = [
      ['(七)总计', 80],
      ['53 8', 205],
      ['61', 350],
    ]
    expect(rowOf(await rowsOf([HEADS, part, joined]))).toEqual(marked)
    expect(rowOf(await rowsOf([HEADS, part, near]))).toEqual(marked)
    expect(rowOf(await rowsOf([HEADS, part, [['(七)总计', 80], ...figures('4', '5', '6', '15')]]))).toEqual([
      ['1.属于国家秘密', '', '3', '', ''],
    ])
  })

  // What is expected is what the made-up page shows to a reader's eye.
  test('figures set to one side of wide columns stand under the nearest head, if there is a column of them for each', async () => {
    const aside = (by: number, ...texts: readonly string[]): Line =>
      figures(...texts).map(([text, x]) => [text, x + by] as const)
    const page = (by: number): Line[] => [
      HEADS,
      [['(一)予以公开', 80], ...aside(by, '3', '', '5', '8')],
      [['(七)总计', 80], ...aside(by, '', '2', '', '2')],
    ]
    const expected = [
      ['自然人', '商业企业', '科研机构', '总计'],
      ['(一)予以公开', '3', '', '5', '8'],
      ['(七)总计', '', '2', '', '2'],
    ]
    for (const by of [-20, 20]) expect(await rowsOf(page(by))).toEqual(expected)
    // One column of figures stands nowhere: those there are may be anyone's.
    const lacking = page(20).map((line) => line.filter(([text]) => text !== '5'))
    expect(await rowsOf(lacking)).not.toContainEqual(['(一)予以公开', '3', '', '', '8'])
  })

  test('a figure stands in the column under whose head it stands; where none stands, the cell is empty', async () => {
    const rows = await rowsOf([
      HEADS,
      [['(一)予以公开', 80], ...figures('3', '', '5', '8')],
      [['1.属于国家秘密', 80], ...figures('', '', '', '')],
      [['(七)总计', 80], ...figures('', '2', '', '2')],
    ])
    expect(rows).toEqual([
      ['自然人', '商业企业', '科研机构', '总计'],
      ['(一)予以公开', '3', '', '5', '8'],
      ['1.属于国家秘密', '', '', '', ''],
      ['(七)总计', '', '2', '', '2'],
    ])
  })

  test('a label over several lines has the figures that stand within its height', async () => {
    const rows = await rowsOf([
      HEADS,
      [['2.没有现成信息', 80]],
      [['需要', 80], ...figures('1', '2', '3', '6')],
      [['另行制作', 80]],
      [['(七)总计', 80], ...figures('1', '2', '3', '6')],
    ])
    expect(rows[1]).toEqual(['2.没有现成信息需要另行制作', '1', '2', '3', '6'])
  })

  test('a heading with nothing but strokes beside it is a row, and leaves its neighbours their figures', async () => {
    const rows = await rowsOf([
      HEADS,
      [['一、主动公开情况', 80], ...figures('——', '', '', '——')],
      [['制发规范性文件总数', 80], ...figures('1', '2', '3', '6')],
      [['二、回应解读情况', 80], ...figures('——', '', '', '——')],
      [['2.政府网站在线访谈次数', 80], ...figures('4', '', '', '4')],
    ])
    expect(rows.slice(1)).toEqual([
      ['一、主动公开情况', '——', '', '', '——'],
      ['制发规范性文件总数', '1', '2', '3', '6'],
      ['二、回应解读情况', '——', '', '', '——'],
      ['2.政府网站在线访谈次数', '4', '', '', '4'],
    ])
  })

  test('a label behind 其中 is known, also where its last line is another label', async () => {
    const rows = await rowsOf([
      HEADS,
      [['行政申诉数', 80], ...figures('1', '2', '3', '6')],
      [['其中：对本部门首次处理不满意的', 80]],
      [['行政申诉数', 80], ...figures('1', '', '', '1')],
    ])
    expect(rows.slice(1).map((row) => row[0])).toEqual(['行政申诉数', '其中：对本部门首次处理不满意的行政申诉数'])
  })

  test('a figure under two heads, or two under one, leave the row without an assignment', async () => {
    const rows = await rowsOf([
      HEADS,
      [
        ['(一)予以公开', 80],
        ['1234567890', 225],
      ],
      [
        ['1.属于国家秘密', 80],
        ['4', 193],
        ['5', 207],
      ],
      [['(七)总计', 80], ...figures('1', '2', '3', '6')],
    ])
    expect(rows.slice(1, 3)).toEqual([
      ['(一)予以公开', '=?', '1234567890'],
      ['1.属于国家秘密', '=?', '4', '5'],
    ])
  })

  test('two figures stand nearer to each other than two words of two cells', () => {
    // A quarter of a letter parts the cells of a narrow column; between the digits of one figure nothing does. Single digits that
    // stand apart may be one figure spread over its cell.
    const texts = (...runs: readonly Run[]) => piecesOf(runs).map(({ text }) => text)
    expect(texts(run('12642', 100, 10), run('1520', 125.5, 10))).toEqual(['12642', '1520'])
    expect(texts(run('12642', 100, 10), run('1520', 122.5, 10))).toEqual(['126421520'])
    expect(texts(run('1', 100, 10), run('2', 107.5, 10))).toEqual(['12'])
    expect(texts(run('法人', 100, 10), run('12', 117.5, 10))).toEqual(['法人12'])
  })

  describe('a figure on two lines of its cell', () => {
    /** A row whose first figure stands on two lines, around the height of its label, over another row. */
    async function firstCell(
      upper: string,
      lower: string,
      heads: readonly Run[],
      y = 120,
    ): Promise<string | undefined> {
      const pieces = piecesOf([
        ...heads,
        run('(一)予以公开', 80, y),
        run(upper, 200, 115),
        run(lower, 200, 125),
        ...figures('', '2', '3', '6').map(([text, x]) => run(text, x, y)),
        run('(七)总计', 80, 140),
        ...figures('1', '2', '3', '6').map(([text, x]) => run(text, x, 140)),
      ])
      const [table] = bareTables(pieces, await labelsOn(pieces))
      return table?.rows.find(([label]) => label?.text === '(一)予以公开')?.[1]?.text
    }
    const oneLine = HEADS.map(([text, x]) => run(text, x, 95))
    // Heads at even distances, the first of them broken where a third letter had no room: 30 points are too wide.
    const narrow = [run('自然', 200, 85), run('人', 200, 95), ...oneLine.slice(1)]

    test('is one figure with its unit or sign', async () => {
      expect(await firstCell('318', '件', oneLine)).toBe('318件')
      expect(await firstCell('34', '(减)', oneLine)).toBe('34(减)')
    })

    test('is one figure where its column had no room for another digit, and otherwise none', async () => {
      expect(await firstCell('１３', '１', narrow)).toBe('１３１')
      expect(await firstCell('１３', '１', oneLine)).toBe('=?')
      // A third digit of half the width had room.
      expect(await firstCell('13', '1', narrow)).toBe('=?')
    })

    test('is not told where it is not level with the label', async () => {
      expect(await firstCell('318', '件', oneLine, 126)).toBe('=?')
    })
  })

  test('between two known rows one line with words beside it is a row, whatever the words', async () => {
    const rows = await rowsOf([
      HEADS,
      [['(一)予以公开', 80], ...figures('1', '2', '3', '6')],
      [['一行陌生的字', 80], ...figures('4', '', '', '4')],
      [['(七)总计', 80], ...figures('5', '2', '3', '10')],
    ])
    expect(rows[2]).toEqual(['一行陌生的字', '4', '', '', '4'])
  })

  test('so is one under the header or behind the last row, if its words begin with a number', async () => {
    const rows = await rowsOf([
      HEADS,
      [['一、陌生的字', 80], ...figures('4', '', '', '4')],
      [['(一)予以公开', 80], ...figures('1', '2', '3', '6')],
      [['(七)总计', 80], ...figures('5', '2', '3', '10')],
      [['四、又是陌生', 80], ...figures('', '', '7', '7')],
    ])
    expect(rows[1]).toEqual(['一、陌生的字', '4', '', '', '4'])
    expect(rows.slice(-2)).toEqual([
      ['(七)总计', '5', '2', '3', '10'],
      ['四、又是陌生', '', '', '7', '7'],
    ])
  })

  test('a label with a number and nothing beside it is an empty row; words without a number are the rest of a label', async () => {
    const around = (words: string) =>
      rowsOf([
        HEADS,
        [['(一)予以公开', 80], ...figures('', '', '', '')],
        [[words, 80]],
        [['(七)总计', 80], ...figures('5', '2', '3', '10')],
      ])
    expect((await around('2.陌生的字'))[2]).toEqual(['2.陌生的字', '', '', '', ''])
    expect((await around('陌生的字'))[2]).toEqual(['陌生的字', '=?'])
  })

  test('a line without words is a row where the rows around it have nothing in its columns', async () => {
    const between = (...line: string[]) =>
      rowsOf([
        HEADS,
        [['(一)予以公开', 80], ...figures('', '2', '', '2')],
        figures(...line),
        [['(七)总计', 80], ...figures('', '2', '', '2')],
      ])
    expect((await between('1', '', '1', ''))[2]).toEqual(['', '1', '', '1', ''])
    expect((await between('1', '1', '', ''))[2]).toEqual(['', '=?', '1', '1'])
  })

  test('a head over a head of the same column is another table’s, whose rows are not known', async () => {
    const heads: Line = [['总计', 200]]
    const rows = await rowsOf([
      heads,
      heads,
      [
        ['行政处罚', 80],
        ['4', 200],
      ],
      [
        ['行政强制', 80],
        ['5', 200],
      ],
    ])
    expect(rows).toEqual([['总计'], ['行政处罚', '4'], ['行政强制', '5']])
  })

  test('words that run across the columns part two tables', async () => {
    const lines: Line[] = [
      HEADS,
      [['(一)予以公开', 80], ...figures('1', '2', '3', '6')],
      [['本段文字横贯各栏并不是表格里的任何一格内容', 200]],
      [['1.属于国家秘密', 80], ...figures('1', '', '', '1')],
      [['(七)总计', 80], ...figures('2', '2', '3', '7')],
    ]
    const pieces = page(lines)
    const tables = bareTables(pieces, await labelsOn(pieces))
    expect(tables.map(({ rows }) => rows.map((row) => row.map(({ text }) => text)))).toEqual([
      [HEADS.map(([text]) => text), ['(一)予以公开', '1', '2', '3', '6']],
      [
        ['1.属于国家秘密', '1', '', '', '1'],
        ['(七)总计', '2', '2', '3', '7'],
      ],
    ])
  })

  test('two such lines are not told apart', async () => {
    const rows = await rowsOf([
      HEADS,
      [['(一)予以公开', 80], ...figures('1', '2', '3', '6')],
      [['一行陌生的字', 80], ...figures('4', '', '', '4')],
      [['又一行', 80], ...figures('1', '', '', '1')],
      [['(七)总计', 80], ...figures('6', '2', '3', '11')],
    ])
    expect(rows.slice(1).map(([, first]) => first)).toEqual(['=?', '=?', '=?', '=?'])
  })

  test('words that only begin like a label are none', async () => {
    expect(
      await rowsOf([
        [
          ['自然人的申请', 80],
          ['5', 200],
        ],
        [
          ['予以公开的', 80],
          ['5', 200],
        ],
      ]),
    ).toEqual([])
  })
})

test('a page of many pieces in many ways under each other is done in bounded time', async () => {
  const line = (i: number): Line =>
    i % 2 === 0 ? [['一', 300]] : Array.from({ length: 40 }, (_, j) => ['一', 20 + 15 * j])
  const wide = page(Array.from({ length: 140 }, (_, i) => line(i))).map((piece) => ({ ...piece, left: 0, right: 620 }))
  const start = performance.now()
  expect(await labelsOn(wide)).toEqual([])
  expect(performance.now() - start).toBeLessThan(10_000)
}, 30_000)

describe('the table of one row', () => {
  const leaves = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计']
  const x = (i: number) => 40 + 45 * i
  const header: Line[] = [
    [
      ['行政复议', x(2)],
      ['行政诉讼', x(9.5)],
    ],
    [
      ['未经复议直接起诉', x(7)],
      ['复议后起诉', x(12)],
    ],
    Array.from({ length: 15 }, (_, i) => [leaves[i % 5] ?? '', x(i)] as const),
  ]

  test('has its figures where they stand', async () => {
    const pieces = page([
      ...header,
      [
        ['1', x(0)],
        ['1', x(4)],
        ['2', x(11)],
        ['2', x(14)],
      ],
    ])
    const [table] = singleRowTables(pieces, await labelsOn(pieces))
    const expected = Array.from({ length: 15 }, (_, i) => (i === 0 || i === 4 ? '1' : i === 11 || i === 14 ? '2' : ''))
    expect(table?.rows.at(-1)?.map(({ text }) => text)).toEqual(expected)
  })

  test('is not read with its columns in another order', async () => {
    const [groups = [], middle = [], low = []] = header
    const pieces = page([groups, middle, low.map(([, at], i) => [leaves[(i + 1) % 5] ?? '', at] as const)])
    expect(singleRowTables(pieces, await labelsOn(pieces))).toEqual([])
  })

  test('is called empty where the next section begins, and not where the page ends', async () => {
    const below = async (text: string, ends: readonly number[]) => {
      const pieces = page([...header, [[text, 120]]])
      const [table] = singleRowTables(pieces, await labelsOn(pieces), ends)
      return table?.rows.at(-1)?.length
    }
    const foot = 100 + 14 * 2 + 7
    expect(await below('五、存在的主要问题及改进情况', [foot])).toBe(15)
    expect(await below('横贯各栏的一段文字说明了别的事情', [foot])).toBe(1)
  })

  test('whose row is on the next page is not called empty', async () => {
    const pieces = page(header)
    const [table] = singleRowTables(pieces, await labelsOn(pieces))
    expect(table?.rows.at(-1)).toEqual([{ text: '=?' }])
  })
})

describe('figures too wide for their columns', () => {
  // Middles as the columns have them, so that wide figures touch or reach over: expected is each in its own column all the same.
  test('are parted where they touch and would be no figure together', async () => {
    const rows = await rowsOf([
      HEADS,
      [['1.属于国家秘密', 80], ...figures('31,078,415', '14,125,290', '29', '38,205,111')],
      [['2.其他法律行政法规禁止公开', 80], ...figures('1', '2', '3', '6')],
    ])
    expect(rows).toContainEqual(['1.属于国家秘密', '31,078,415', '14,125,290', '29', '38,205,111'])
  })

  test('are read where they touch the label', async () => {
    const pieces = page([
      HEADS,
      [['一、本年新收政府信息公开申请数量', 106], ...figures('16,221', '2,709', '88', '19,018')],
      [['（七）总计', 80], ...figures('1', '2', '3', '6')],
    ])
    const apart = await labelsApart(pieces, cutAtGaps, labelsOn)
    const rows = bareTables(apart.pieces, apart.labels).flatMap((table) =>
      table.rows.map((row) => row.map(({ text }) => text)),
    )
    expect(rows).toContainEqual(['一、本年新收政府信息公开申请数量', '16,221', '2,709', '88', '19,018'])
  })

  test('stay together where they may be one', async () => {
    const touching: Line = [
      ['123', 192],
      ['456', 207],
    ]
    const rows = await rowsOf([
      HEADS,
      [['1.属于国家秘密', 80], ...touching, ...figures('', '2', '3', '9')],
      [['2.其他法律行政法规禁止公开', 80], ...figures('1', '2', '3', '6')],
    ])
    expect(rows).toContainEqual(['1.属于国家秘密', '123456', '2', '3', '9'])
  })
})

test('words level with the heads of columns are a head of their own, where they stand', async () => {
  const rows = await rowsOf([
    [
      ['统计指标', 80],
      ['单位', 180],
      ['本年度', 250],
      ['另计', 320],
    ],
    [
      ['制发规范性文件总数', 80],
      ['件', 180],
      ['12', 250],
      ['40', 320],
    ],
    [
      ['1.政府公报公开政府信息数', 80],
      ['条', 180],
      ['3', 250],
      ['9', 320],
    ],
  ])
  expect(rows).toContainEqual(['本年度', '另计'])
})

test('a year is a head of figures, on one line or two', async () => {
  const year: Line = [
    ['2016年', 250],
    ['历年累计', 320],
  ]
  const rows = ['制发规范性文件总数', '1.政府公报公开政府信息数'].map(
    (label, i): Line => [
      [label, 80],
      [`${i + 3}`, 250],
      [`${i + 40}`, 320],
    ],
  )
  expect(await rowsOf([year, ...rows])).toContainEqual(['2016年', '历年累计'])
  expect(await rowsOf([year, [['度', 250]], ...rows])).toContainEqual(['2016年度', '历年累计'])
})

describe('cells in one run', () => {
  const textsOf = (text: string) => cutAtBlanks(run(text, 200, 100)).map((part) => part.text)

  // A program that reads a page may take cells that stand near for one run of words with a blank.
  test('are cut at the blanks between figures, or between words', () => {
    expect(textsOf('210554 2650720')).toEqual(['210554', '2650720'])
    expect(textsOf('计量单位 本年度 历年累计')).toEqual(['计量单位', '本年度', '历年累计'])
    const [first, second] = cutAtBlanks(run('21 26', 200, 100))
    expect(first?.right).toBeLessThan(second?.left ?? 0)
  })

  test.each(['2 650 720', '2018 年 1 月', '目 录', '条 21', '21'])('%s is left as it is', (text) => {
    expect(textsOf(text)).toEqual([text])
  })
})

describe('lines in a ruled cell', () => {
  /** One cell of a width beside another, as a page shows it. */
  async function textIn(width: number, ...lines: readonly string[]): Promise<string | undefined> {
    const bottom = 100 + 14 * lines.length
    const across = [100, bottom].map((at) => ({ at, from: 100, to: 300 }))
    const down = [100, 100 + width, 300].map((at) => ({ at, from: 100, to: bottom }))
    const runs = lines.map((text, i) => run(text, 100 + width / 2, 107 + 14 * i))
    const [table] = inRuledTables(runs, { across, down }).tables
    const part = table?.part
    return part?.kind === 'ruled' ? part.cells[0]?.text : undefined
  }

  test('a number goes on only where not one more digit had room', async () => {
    // Digits of ten points; word processors leave 5.4 points free at each side (Word's default: 0.19 cm).
    expect(await textIn(33, '１７', '４')).toBe('１７４')
    expect(await textIn(40, '１７', '４')).toBe('１７４')
    expect(await textIn(42, '１７', '４')).toBe('１７\n４')
    expect(await textIn(60, '１７', '４')).toBe('１７\n４')
  })

  test('words go on; figures and nil marks do not', async () => {
    expect(await textIn(60, '没有现成信', '息')).toBe('没有现成信息')
    expect(await textIn(60, '无', '无')).toBe('无\n无')
    expect(await textIn(60, '共计', '4')).toBe('共计\n4')
  })
})

describe('ruled tables over the end of a page', () => {
  const cell = (column: number, row: number, text: string): FilledCell => {
    const box = { left: column * 50, right: column * 50 + 50, top: row * 20, bottom: row * 20 + 20 }
    return { column, row, width: 1, height: 1, ...box, text, isPiece: false, isOpenAbove: false, isOpenBelow: false }
  }
  const row = (at: number, ...texts: string[]) => texts.map((text, column) => cell(column, at, text))
  const texts = (cells: readonly FilledCell[] | undefined) => cells?.map(({ text }) => text)

  test('a row in two parts is one row', async () => {
    const joined = await joinCutRow(
      [...row(0, '1.属于国家秘密', '1', '1'), ...row(1, '2.没有现成信息', '4', '')],
      [...row(0, '需要另行制作', '', ''), ...row(1, '(七)总计', '5', '1')],
    )
    expect(texts(joined?.above)).toEqual(['1.属于国家秘密', '1', '1', '2.没有现成信息\n需要另行制作', '4', ''])
    expect(texts(joined?.below)).toEqual(['(七)总计', '5', '1'])
  })

  test('two rows stay two', async () => {
    const whole = row(0, '1.属于国家秘密', '1', '1')
    expect(await joinCutRow(whole, row(0, '(七)总计', '5', '1'))).toBeNull()
    // Together no label of a form.
    expect(await joinCutRow(row(0, '2.没有现成信息', '4', ''), row(0, '(七)总计', '', ''))).toBeNull()
    // A figure in both parts.
    expect(await joinCutRow(row(0, '2.没有现成信息', '4', ''), row(0, '需要另行制作', '4', ''))).toBeNull()
  })

  test('labels of columns go up into their header, figures never', async () => {
    const joined = await joinCutHeader(row(0, '', '总计'), row(0, '结果维持', ''))
    expect([texts(joined?.above), texts(joined?.below)]).toEqual([
      ['结果维持', '总计'],
      ['', ''],
    ])
    expect(await joinCutHeader(row(0, '', '4'), row(0, '3', ''))).toBeNull()
  })
})
