import { describe, expect, test } from 'vitest'
import { laidOutSurface } from '../src/loaders/laid-out/surface.js'
import type { ColumnSetting as Setting } from '../src/study/simulate/columns.js'
import { laidOut } from './support/laid-out.js'
import { type MadeUp, madeUp, mapCells } from './support/made-up.js'
import { type Random, randomOf } from './support/random.js'
import { type Comparison, readBack } from './support/read-back.js'

// Pages set with narrow columns, and their text with blanks between these, as `pdftotext -layout` gives it back. What is expected of
// each cell, and where it stands, is what the made-up page prints: no other number may be given, and no emptiness where one is.

const SEED = process.env.GONGKAI_SEED ?? 'laid out'
const SETTINGS = ([4, 8, 30] as const).flatMap((letters) =>
  (['top', 'middle', 'bottom'] as const).flatMap((edge) =>
    (['left', 'middle', 'right'] as const).map((align): Setting => ({ letters, edge, align, gap: 2 })),
  ),
)

/** The requests table of a made-up report, its figures so many times as large, some of them left out. */
function requests(random: Random, { times = 1, empty = 0 }): MadeUp {
  const made = mapCells(madeUp(random, random.pick(['2019', '2021'])), (cell) => {
    const { truth } = cell
    if (truth === undefined || truth.value === null) return cell
    if (random.chance(empty))
      return { ...cell, text: '', truth: { ...truth, value: null, status: 'blank', printed: '' } }
    const value = truth.value * times
    return { ...cell, text: String(value), truth: { ...truth, value, printed: String(value) } }
  })
  return { ...made, grids: { ...made.grids, proactive: [], remedies: [] } }
}

async function readAs(setting: Setting, report: MadeUp): Promise<Comparison> {
  return readBack(report, laidOut(report, setting))
}

describe('text with blanks between the columns', () => {
  test.each(SETTINGS)('is read whole: $letters letters a line, cells at the $edge, figures $align', async (setting) => {
    for (const times of [1, 1000]) {
      const report = requests(randomOf(SEED, setting.letters, setting.edge, setting.align, times), { times })
      const { printed, read, wrong } = await readAs(setting, report)
      expect({ read, wrong }).toEqual({ read: printed, wrong: [] })
    }
  })

  test('has its empty cells where no figure stands under those of the rows around', async () => {
    const found: Comparison[] = []
    for (const [i, setting] of SETTINGS.entries())
      found.push(await readAs(setting, requests(randomOf(SEED, 'empty', i), { empty: 0.1 })))
    expect(found.flatMap(({ wrong }) => wrong)).toEqual([])
    const sum = (count: 'printed' | 'read' | 'inferred') => found.reduce((total, one) => total + one[count], 0)
    expect(sum('read') + sum('inferred')).toBeGreaterThan(0.9 * sum('printed'))
  })

  test('gives no other number where figures are broken, columns meet, or most cells are empty', async () => {
    for (let i = 0; i < 120; i++) {
      const random = randomOf(SEED, 'any', i)
      const setting: Setting = {
        letters: random.pick([3, 4, 6, 12, 30]),
        edge: random.pick(['top', 'middle', 'bottom']),
        align: random.pick(['left', 'middle', 'right']),
        gap: random.pick([1, 2, 6]),
        digits: random.pick([1, 2, 3, 20]),
      }
      const report = requests(random, { times: random.pick([1, 10, 1000]), empty: random.pick([0, 0.05, 0.5, 0.9]) })
      expect.soft((await readAs(setting, report)).wrong, JSON.stringify({ i, setting })).toEqual([])
    }
  })
})

describe('a second table of the same kind below', () => {
  test('gives none of its figures to the first, whose rows may be less legible than its own', async () => {
    for (let i = 0; i < 30; i++) {
      const random = randomOf(SEED, 'second', i)
      const setting = (digits: number): Setting => ({
        letters: 8,
        edge: random.pick(['top', 'middle']),
        align: 'left',
        gap: 2,
        digits,
      })
      const report = requests(random, { empty: 0.05, times: 100 })
      const first = laidOut(report, setting(random.pick([3, 4, 5, 20])))
      const second = laidOut(requests(random, {}), setting(20)).source.split('\n').slice(5).join('\n')
      const { wrong } = await readBack(report, { ...first, source: `${first.source}\n附：上一年度情况\n${second}` })
      expect.soft(wrong, String(i)).toEqual([])
    }
  })
})

describe('laidOutSurface', () => {
  const text = (lines: readonly string[]) => `${lines.join('\n')}\n`
  const rows = async (lines: readonly string[]) =>
    (await laidOutSurface(text(lines), 'count'))?.text.split('\n').filter((line) => line.includes('\u001f')) ?? []
  const full = (label: string, y = 1) => `${label.padEnd(20)}${y}    2    3    4    5    6    ${y + 20}`

  test('puts a label together from its lines, and a number of the row before words a line higher', async () => {
    // Another font for the digits sets them lower, so that they come on the next line.
    const lines = [
      full('(一)予以公开'),
      '                    ',
      '     属于国家秘',
      '   1.               1    2    3    4    5    6    21',
      '     密',
      full('(七)总计'),
    ]
    expect((await rows(lines)).map((row) => row.split('\u001f')[0])).toEqual([
      '(一)予以公开',
      '1.属于国家秘密',
      '(七)总计',
    ])
  })

  test('each character keeps its place', async () => {
    const lines = [full('(一)予以公开'), '(七)总         1    2    3    4    5    6    21', ' 计']
    const surface = await laidOutSurface(text(lines), 'count')
    for (const [i, char] of [...(surface?.text ?? '')].entries()) {
      const [from, to] = [surface?.offsets[i] ?? 0, surface?.ends?.[i] ?? 0]
      if (/\S/.test(char) && to > from) expect(text(lines).slice(from, to)).toBe(char)
    }
  })

  const labels = async (lines: readonly string[]) => (await rows(lines)).map((row) => row.split('\u001f'))
  const seven = '0    2    3    4    5    6    20'

  test('a label that the end of a page cuts is whole on the page that has its figures', async () => {
    const above = [full('(一)予以公开'), `3.补正后申请内容仍不 ${seven}`, '\f', '       明确', full('(七)总计')]
    const below = [full('(一)予以公开'), '3.补正后申请内容仍不', '\f', `       明确         ${seven}`, full('(七)总计')]
    for (const lines of [above, below])
      expect(await labels(lines)).toContainEqual(['3.补正后申请内容仍不明确', ...seven.split(/ +/), ''])
  })

  test('a row has the figures below its label only where all of the page are there', async () => {
    const pair = (label: string) => [label, `                    ${seven}`]
    const told = [
      full('(一)予以公开'),
      ...pair('1.属于国家秘密'),
      full('2.重复申请'),
      ...pair('3.要求提供公开出版物'),
      full('(七)总计'),
    ]
    expect((await labels(told)).map(([label]) => label)).toContain('1.属于国家秘密')
    // Whether the figures in the middle are those of the label above or of the one below cannot be told.
    const open = [full('(一)予以公开'), ...pair('1.属于国家秘密'), '2.重复申请', full('(七)总计')]
    const both = (await labels(open)).map(([label]) => label)
    expect(both.filter((label) => label === '1.属于国家秘密' || label === '2.重复申请')).toEqual([])
  })

  test('figures that touch their label or one another stand in cells of their own', async () => {
    const lines = [full('(一)予以公开'), '4.保护第三方合法权益0  0    0    0    0１   １', full('(七)总计')]
    expect(await labels(lines)).toContainEqual(['4.保护第三方合法权益', ...Array.from('00000１１'), ''])
  })

  test('no row is empty beside figures on a line of their own', async () => {
    const lines = [
      full('(一)予以公开'),
      '1.属于国家秘密',
      '2.没有现成信息',
      `                    ${seven}`,
      '需要另行制作',
      full('(七)总计'),
    ]
    expect((await labels(lines)).map(([label]) => label)).toEqual(['(一)予以公开', '(七)总计'])
  })

  test('leaves text alone whose blanks keep no columns, and text without a row', async () => {
    // Without its empty cells each row would count fewer, and shift to the left.
    const parted = ['(一)予以公开  1  2  3  4', '(七)总计  1  2  3  4  5  6  21', '四、结转下年度继续办理  2  3']
    expect((await rows(parted)).map((row) => row.split('\u001f').slice(0, -1).length)).toEqual([8])
    expect(await laidOutSurface('主动公开信息 12 条，受理申请 3 件。', 'count')).toBeNull()
  })

  test('does not take it for columns that longer figures behind shorter labels end where others do', async () => {
    // Two blanks part all cells; the empty ones left no trace. Nobody can tell where 28, 3 and 1 stood.
    const parted = [
      '行政规范性文件  5  6  77',
      '一、本年新收政府信息',
      '公开申请数量  28  3  1  32',
      '二、上年结转政府信息',
      '公开申请数量  43  6  5  1  2  2  59',
      '（七）总计  60  12  4  1  3  2  82',
    ]
    expect((await labels(parted)).map(([label]) => label)).not.toContain('一、本年新收政府信息公开申请数量')
  })
})
