import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Converter } from 'opencc-js/cn2t'
import { describe, expect, test } from 'vitest'
import { TABLES } from '../src/forms/forms.js'
import { readReport } from '../src/loaders/report.js'
import { madeUp } from './support/made-up.js'
import { randomOf } from './support/random.js'
import { readBack } from './support/read-back.js'
import { type Layout, render } from './support/render.js'

/** Readings after Xiandai Hanyu Cidian. */
const READINGS = {
  信: 'xìn',
  息: 'xī',
  公: 'gōng',
  开: 'kāi',
  政: 'zhèng',
  府: 'fǔ',
  申: 'shēn',
  请: 'qǐng',
  机: 'jī',
  理: 'lǐ',
  数: 'shù',
  果: 'guǒ',
} as const
const withPinyin = (text: string) =>
  text.replace(/[信息公开政府申请机理数果]/g, (c) => `${c}(${READINGS[c as keyof typeof READINGS]})`)

/** Every n-th pair of neighbouring Han characters with something put between. */
function strewn(text: string, marks: readonly string[], every: number): string {
  let n = 0
  return text.replace(/(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])/g, () =>
    ++n % every === 0 ? (marks[(n / every) % marks.length] ?? '') : '',
  )
}

const taiwan = Converter({ from: 'cn', to: 'twp' })
const hongKong = Converter({ from: 'cn', to: 'hk' })
/** What one-to-one conversion by the wrong half of a pair does. */
const overConverted = (text: string) =>
  taiwan(text)
    .replaceAll('制', '製')
    .replaceAll('系', '係')
    .replaceAll('面', '麵')
    .replaceAll('回', '迴')
    .replaceAll('復', '複')

/** Dresses of a whole page. None of them touches a figure. */
const DRESSES: Readonly<Record<string, (text: string) => string>> = {
  'Traditional with Taiwan words': taiwan,
  'Traditional as in Hong Kong': hongKong,
  'over-converted Traditional': overConverted,
  'Traditional tables in a Simplified report': (text) =>
    text
      .split('\n')
      .map((line, i) => (i > 5 ? taiwan(line) : line))
      .join('\n'),
  pinyin: withPinyin,
  'strewn letters': (text) => strewn(text, ['w', 'k', 'z', 'q', 'p'], 7),
  'strewn signs': (text) => strewn(text, ['*', '#', '@'], 5),
  'invisible characters': (text) => strewn(text, ['\u200b', '\u2060', '\ufeff', '\u00ad'], 2),
  'private-use characters': (text) => strewn(text, ['\ue123', '\uf4a5'], 3),
}

const LAYOUTS: readonly Layout[] = ['lines', 'closed lines', 'tabbed lines', 'pipes', 'html']

describe.each(Object.keys(DRESSES))('%s', (name) => {
  test.each(LAYOUTS)('changes no number of a report laid out as %s', async (layout) => {
    for (const [seed, form] of [
      [1, '2019'],
      [2, '2021'],
    ] as const) {
      const report = madeUp(randomOf(seed), form)
      const text = DRESSES[name]
      const [plain, dressed] = [
        await readBack(report, render(report, layout)),
        await readBack(report, render(report, layout, text ? { text } : {})),
      ]
      expect(dressed.wrong).toEqual([])
      expect(dressed.read).toBe(plain.read)
      expect(plain.read).toBeGreaterThan(plain.printed / 2)
    }
  })
})

describe('the private corpus', () => {
  const REPORTS = fileURLToPath(new URL('../../shared/reports/', import.meta.url))
  if (!existsSync(REPORTS)) {
    console.warn('NOTICE script-read.test.ts: no reports in ../shared/reports; only made-up reports were read')
    test('is not here; made-up reports stand in for it', () => expect(Object.keys(DRESSES).length).toBeGreaterThan(5))
    return
  }
  const files = readdirSync(REPORTS, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:txt|md|html)$/.test(name) && !/README/.test(name))
    .sort()
  const read = (name: string) => readReport({ id: name, path: name, bytes: readFileSync(join(REPORTS, name)) })

  test('has one report in Traditional characters, whose labels are all found', async () => {
    const scripts = await Promise.all(files.map(async (name) => ({ name, ...(await read(name)).report })))
    const traditional = scripts.filter(({ source }) => source.script === 'hant')
    expect(traditional.map(({ name }) => name)).toEqual(['seeds/taicang-city-2021.txt'])
    for (const report of traditional) {
      for (const table of TABLES) expect(report.tables[table].filter(({ status }) => status === 'absent')).toEqual([])
    }
    expect(
      scripts.filter(({ source, folding }) => source.script === 'hans' && folding.traditionalShare > 0.02),
    ).toEqual([])
  })

  test('has places whose slices hold what was stated', async () => {
    for (const name of files) {
      const { report, text } = await read(name)
      const stated = TABLES.flatMap((table) => report.tables[table]).filter(({ status }) => status === 'stated')
      for (const { text: printed, at } of stated) expect(text.slice(at?.[0], at?.[1])).toBe(printed)
    }
  })
})
