import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  type OutcomeCompositionOptions,
  type OutcomeRow,
  outcomeComposition,
} from '../src/figures/outcome-composition.js'
import { textWidth, wrapEvenly, wrapText } from '../src/figures/text-width.js'
import { FIGURE_WIDTH, lightness, PALETTE } from '../src/figures/theme.js'
import { GROUPS, LONG_NAME, REASON, report, SAMPLE } from './figures/sample.js'

interface Datum {
  readonly report: string
  readonly outcome_label: string
  readonly share: number
  readonly from: number
  readonly to: number
  readonly printed: string | null
  readonly n: string
  readonly reason: readonly string[]
  readonly notes: readonly string[]
}

interface Drawn {
  readonly width: number
  readonly padding: { readonly left: number; readonly right: number }
  readonly title?: { readonly text: readonly string[] }
  readonly params: readonly { readonly value: Readonly<Record<string, readonly string[]>> }[]
  readonly encoding: { readonly y: { readonly scale: { readonly domain: readonly string[] } } }
  readonly layer: readonly { readonly name: string; readonly data: { readonly values: readonly Datum[] } }[]
}

function drawn(rows: readonly OutcomeRow[] = SAMPLE, options: OutcomeCompositionOptions = {}): Drawn {
  return outcomeComposition(rows, options) as unknown as Drawn
}

function layer(figure: Drawn, name: string): readonly Datum[] {
  return figure.layer.find((one) => one.name === name)?.data.values ?? []
}

const notes = (figure: Drawn) =>
  layer(figure, 'notes')
    .flatMap((datum) => datum.notes)
    .join('')

describe('outcomeComposition', () => {
  test('the slices of every drawn report join without a gap from 0 to 1', () => {
    const slices = layer(drawn(), 'slices')
    for (const name of ['丙市 2020', `${LONG_NAME} 2021`, '戊镇 2022', '己市 2022']) {
      const own = slices.filter((slice) => slice.report === name)
      expect(own.map((slice) => slice.outcome_label)).toEqual(GROUPS.map(([, label]) => label))
      expect(own.reduce((sum, slice) => sum + slice.share, 0)).toBeCloseTo(1, 12)
      expect(own.map((slice) => slice.from)).toEqual([0, ...own.slice(0, -1).map((slice) => slice.to)])
      expect(own.at(-1)?.to).toBe(1)
    }
  })

  test('a report without data is listed with its reason and has no datum in any bar', () => {
    const figure = drawn()
    expect(figure.encoding.y.scale.domain).toContain('丁区 2021')
    for (const name of ['slices', 'outlines', 'shares', 'totals'])
      expect(layer(figure, name).map((datum) => datum.report)).not.toContain('丁区 2021')
    expect(layer(figure, 'reasons').map((datum) => [datum.report, datum.reason.join('')])).toEqual([
      ['丁区 2021', REASON],
    ])
    expect(notes(figure)).toContain('共 5 份报告，其中 1 份无可用数据')
  })

  test('n stands at the end of each bar, and reports keep the order given', () => {
    const figure = drawn()
    expect(layer(figure, 'totals').map((datum) => datum.n)).toEqual(['n = 327', 'n = 2,625', 'n = 4', 'n = 250'])
    const turned = drawn([...SAMPLE].reverse())
    expect(turned.encoding.y.scale.domain).toEqual([...figure.encoding.y.scale.domain].reverse())
  })

  test('one unknown count, an unknown total, a total of zero and counts that do not add up leave no bar, each with its words', () => {
    const rows = [
      ...report('a', 5, [1, 1, null, 1, 1, 1]),
      ...report('b', null, [1, 1, 0, 0, 0, 0]),
      ...report('c', 0, [0, 0, 0, 0, 0, 0]),
      ...report('d', 5, [1, 1, 1, 1, 1, 1]),
    ]
    const said = layer(drawn(rows), 'reasons').map((datum) => datum.reason.join(''))
    expect(said).toEqual(['无可用数据', '缺办理结果总计', 'n = 0，本年度无办结申请', '分项之和 6 与总计 5 不符'])
    expect(layer(drawn(rows), 'slices')).toEqual([])
  })

  test('a row that gives its own reason has the last word, and one row is enough to say it', () => {
    const [first] = report('a', null, [], 'the table is missing')
    const rows = [...report('b', 1, [1, 0, 0, 0, 0, 0]), ...(first === undefined ? [] : [first])]
    expect(layer(drawn(rows), 'reasons').map((datum) => datum.reason.join(' '))).toEqual(['the table is missing'])
  })

  // 1021/2625 = 38.895…, 1/4 = 25 by hand; below n = 100 a tenth of a per cent would claim more than the count can say.
  test('shares are printed where they fit: to a tenth from n = 100 on, never rounded up to the whole', () => {
    const printed = layer(drawn(), 'shares').map((datum) => datum.printed)
    expect(printed).toContain('38.9%')
    expect(printed).toContain('25%')
    expect(printed).not.toContain('0.4%')
    const nearly = layer(drawn(report('a', 9999, [9998, 1, 0, 0, 0, 0])), 'shares').map((datum) => datum.printed)
    expect(nearly).toEqual(['>99.9%'])
  })

  test.each(['column', 'page'] as const)('the %s figure is as wide as paper and wraps every long name', (size) => {
    const figure = drawn(SAMPLE, { size })
    expect(figure.padding.left + figure.width + figure.padding.right).toBe(FIGURE_WIDTH[size])
    const lines = Object.values(figure.params[0]?.value ?? {})
    expect(lines.some((own) => own.length > 1)).toBe(true)
    for (const line of lines.flat()) expect(textWidth(line, 8)).toBeLessThanOrEqual(figure.padding.left)
    expect(lines.map((own) => own.join(''))).toContain(`${LONG_NAME} 2021`)
  })

  test('speaks Chinese, English or both', () => {
    const labels = (language: 'zh' | 'en' | 'both') => layer(drawn(SAMPLE, { language }), 'slices')[0]?.outcome_label
    expect([labels('zh'), labels('en'), labels('both')]).toEqual(['予以公开', 'Granted', '予以公开 Granted'])
    expect(drawn(SAMPLE, { language: 'both' }).title?.text).toHaveLength(2)
    expect(notes(drawn(SAMPLE, { language: 'en' }))).toMatch(/1 of 5/)
    expect(drawn(SAMPLE, { title: [] }).title).toBeUndefined()
    expect(notes(drawn(SAMPLE, { notes: ['甲'] }))).toMatch(/^甲共 5 份/)
  })

  test('leaves its rows alone and gives the same specification for the same rows', () => {
    const rows = SAMPLE.map((row) => Object.freeze({ ...row }))
    expect(JSON.stringify(outcomeComposition(Object.freeze(rows)))).toBe(JSON.stringify(outcomeComposition(SAMPLE)))
  })

  test('refuses calls that make no sense', () => {
    const one = report('a', 1, [1, 0, 0, 0, 0, 0])
    const change = (part: Partial<OutcomeRow>) => one.map((row, i) => (i === 0 ? { ...row, ...part } : row))
    expect(() => outcomeComposition([])).toThrow('outcomeComposition requires at least one row')
    expect(() => outcomeComposition([...one, ...one])).toThrow('requires one row for the outcome granted of a')
    expect(() => outcomeComposition(change({ total: 2 }))).toThrow('requires the same total in every row of a')
    expect(() => outcomeComposition(change({ count: -1 }))).toThrow('requires whole counts of at least 0')
    expect(() => outcomeComposition(change({ count: Number.NaN }))).toThrow('requires whole counts of at least 0')
    const other = report('b', 1, [1, 0, 0, 0, 0, 0]).map((row) => ({ ...row, outcome_label: 'x' }))
    expect(() => outcomeComposition([...one, ...other])).toThrow('requires one label and one order for the outcome')
    const seven = [...one, ...one.slice(0, 1).map((row) => ({ ...row, outcome: 'g', outcome_order: 7, count: 0 }))]
    expect(() => outcomeComposition(seven)).toThrow('requires at most 6 outcome groups, not 7')
  })
})

describe('the print style', () => {
  // IEC 61966-2-1 and CIE 15: white is 100, black 0, sRGB #777777 is 50.03 (computed by hand from the two formulas).
  test('lightness is CIE L*', () => {
    expect(lightness('#ffffff')).toBeCloseTo(100, 6)
    expect(lightness('#000000')).toBe(0)
    expect(lightness('#777777')).toBeCloseTo(50.03, 2)
    expect(() => lightness('red')).toThrow('lightness requires a colour')
  })

  // Ten steps of L* is about four just noticeable differences: fills next to each other stay apart in a grey copy.
  test('fills go from dark to light in steps that a grey copy keeps', () => {
    const steps = PALETTE.slice(1).map((colour, i) => lightness(colour) - lightness(PALETTE[i] ?? colour))
    expect(Math.min(...steps)).toBeGreaterThanOrEqual(10)
  })
})

describe('the measure of text', () => {
  // The expected value is what the font's own outlines measure when resvg draws them between two bars of known width.
  let fontBuffers: Uint8Array[] = []
  beforeAll(async () => {
    await initWasm(await readFile(createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')))
    const font = '../node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'
    fontBuffers = [await readFile(new URL(font, import.meta.url))]
  })

  test.each(['政府信息公开', 'Partially granted', 'n = 2,625', '“三安全一稳定”', '2021 年（七）总计'])('%s', (text) => {
    const extent = (words: string) => {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="200"><text y="100" font-family="Noto Sans SC" font-size="100">${words}</text></svg>`
      return new Resvg(svg, { font: { fontBuffers } }).innerBBox()?.width ?? 0
    }
    const measured = extent(`|${text}|`) - extent('||') // nothing but the text differs
    expect(Math.abs(textWidth(text, 100) - measured)).toBeLessThanOrEqual(0.03 * measured)
  })

  test('lines hold the whole text, fit, and never begin with a closing mark', () => {
    const text = '注：n 为该年度办理结果总计（件），即比例的分母。Reports without usable data: 1 of 5，原因以灰字注明。'
    for (const wrap of [wrapText, wrapEvenly])
      for (const width of [60, 90, 150, 400]) {
        const lines = wrap(text, 8, width)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        expect(Math.max(...lines.map((line) => textWidth(line, 8)))).toBeLessThanOrEqual(width)
        for (const line of lines) expect(line).toMatch(/^[^，。：；）、].*[^（“]$|^[^，。]$/)
      }
  })

  test('even lines are as few as full ones, and the last is not a scrap', () => {
    const full = wrapText(LONG_NAME, 8, 190)
    const even = wrapEvenly(LONG_NAME, 8, 190)
    expect(even.length).toBe(full.length)
    expect(Math.max(...even.map((line) => line.length)) - Math.min(...even.map((line) => line.length))).toBeLessThan(3)
    expect(wrapText('', 8, 10)).toEqual([''])
  })
})
