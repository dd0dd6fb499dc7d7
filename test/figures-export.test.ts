import { describe, expect, test, vi } from 'vitest'
import { figureFiles, figurePdf, figurePng, figureSvg } from '../src/figures/export.js'
import { outcomeComposition } from '../src/figures/outcome-composition.js'
import { FIGURE_WIDTH } from '../src/figures/theme.js'
import { REASON, SAMPLE } from './figures/sample.js'

const spec = outcomeComposition(SAMPLE)
const column = outcomeComposition(SAMPLE, { size: 'column', language: 'both' })
const small = outcomeComposition(SAMPLE.slice(0, 6), { size: 'column' })
const WORDS = ['政府信息公开申请办理结果构成', '予以公开', '其他处理', '占办结申请的比例', 'n = 2,625', REASON, '38.9%']

/** The characters that the PDF's embedded fonts say their glyphs stand for: the targets of its ToUnicode tables. */
function characters(pdf: Uint8Array): string {
  const targets = Buffer.from(pdf)
    .toString('latin1')
    .matchAll(/^<[0-9A-F]{4}> <([0-9A-F]+)>$/gm)
  return [...targets]
    .map(([, hex]) =>
      Buffer.from(hex ?? '', 'hex')
        .swap16()
        .toString('utf16le'),
    )
    .join('')
}

describe('figureSvg', () => {
  test('draws text as shapes, so that no font is needed, on paper of its width, and keeps the words as labels', async () => {
    const svg = await figureSvg(spec)
    expect(svg).toMatch(new RegExp(`^<svg [^>]*width="${FIGURE_WIDTH.page}pt"`))
    expect(svg).not.toMatch(/<text|font-family/)
    for (const words of WORDS) expect(svg).toContain(`aria-label="${words}"`)
    const [, shape] = /aria-label="予以公开">\s*<path[^>]* d="([^"]*)"/.exec(svg) ?? []
    expect(shape?.match(/M/g)?.length).toBeGreaterThanOrEqual(4) // four characters, at least one stroke each
  })

  test('keeps live text on request', async () => {
    const svg = await figureSvg(spec, { text: 'text' })
    for (const words of WORDS) expect(svg).toContain(`>${words}<`)
    expect(svg).toContain('font-family="Noto Sans SC, sans-serif"')
  })

  test('escapes what a label may hold', async () => {
    const marks = SAMPLE.slice(0, 6).map((row) => ({ ...row, report: 'A & "B" <C>' }))
    const svg = await figureSvg(outcomeComposition(marks))
    expect(svg).toContain('aria-label="A &amp; &quot;B&quot; &lt;C&gt;"')
  })

  test('draws without a warning', async () => {
    const warn = vi.spyOn(console, 'warn')
    await figureSvg(column, { text: 'text' })
    expect(warn).not.toHaveBeenCalled()
    warn.mockRestore()
  })

  test('refuses what it cannot draw', async () => {
    await expect(figureSvg({ data: { url: 'data.csv' }, mark: 'bar' })).rejects.toThrow(
      'figureSvg requires a specification with its data inline, not data.csv',
    )
    await expect(figureSvg({} as never)).rejects.toThrow('figureSvg requires a valid Vega-Lite specification')
  })
})

describe('figurePdf', () => {
  test('embeds a subset of each face, with the characters of every label', async () => {
    const pdf = await figurePdf(spec)
    const text = Buffer.from(pdf).toString('latin1')
    expect(text.startsWith('%PDF-')).toBe(true)
    expect(text).toMatch(/[A-Z]{6}\+NotoSansSC-Regular/)
    expect(text).toMatch(/[A-Z]{6}\+NotoSansSC-Bold/)
    expect(text.match(/\/FontFile[23] /g)).toHaveLength(2)
    expect(pdf.length).toBeLessThan(100_000) // a whole face has ten million
    const known = characters(pdf)
    for (const words of WORDS) for (const character of words.replaceAll(' ', '')) expect(known).toContain(character)
  })

  test('is one page of the size of the figure, without a date', async () => {
    const text = Buffer.from(await figurePdf(spec)).toString('latin1')
    expect(text).toMatch(new RegExp(`/MediaBox ?\\[0 0 ${FIGURE_WIDTH.page} \\d+\\]`))
    expect(text).not.toMatch(/CreationDate|ModDate|xmp:CreateDate/)
  })
})

describe('figurePng', () => {
  test.each([1, 2.5])('has %s pixels a point', async (scale) => {
    const png = Buffer.from(await figurePng(small, { scale }))
    expect(png.toString('latin1', 1, 4)).toBe('PNG')
    expect(Math.abs(png.readUInt32BE(16) - FIGURE_WIDTH.column * scale)).toBeLessThan(1) // IHDR: width
  })

  test('draws 300 dots an inch unless told otherwise, and refuses a scale that is none', async () => {
    const png = Buffer.from(await figurePng(small))
    expect(Math.abs(png.readUInt32BE(16) - (FIGURE_WIDTH.column * 300) / 72)).toBeLessThan(1)
    for (const scale of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      await expect(figurePng(spec, { scale })).rejects.toThrow('figurePng requires a scale above 0')
  })
})

describe('every export', () => {
  test('has the same bytes again, after other figures and beside them', async () => {
    for (const draw of [figureSvg, figurePdf, figurePng]) {
      const first = Buffer.from(await draw(small))
      const [, again] = await Promise.all([draw({ ...small, height: 50 }), draw(small)])
      expect(Buffer.from(again).equals(first)).toBe(true)
    }
  })

  test('is the same drawn alone and drawn with the others', async () => {
    const { svg, pdf, png } = await figureFiles(column)
    expect(svg).toBe(await figureSvg(column))
    expect(Buffer.from(pdf).equals(await figurePdf(column))).toBe(true)
    expect(Buffer.from(png).equals(await figurePng(column))).toBe(true)
  })

  test('does not depend on how Vega measures text elsewhere, and leaves that as it was', async () => {
    const before = await figureSvg(column, { text: 'text' })
    const { textMetrics } = (await import('vega')) as unknown as { textMetrics: { width: () => number } }
    const canvas = textMetrics.width
    const wide = () => 1000
    textMetrics.width = wide
    expect(await figureSvg(column, { text: 'text' })).toBe(before)
    expect(textMetrics.width).toBe(wide)
    textMetrics.width = canvas
  })
})
