import type { Config } from 'vega-lite'

/** Language of a figure's own words: Chinese, English, or both, Chinese first. */
export type FigureLanguage = 'zh' | 'en' | 'both'

/** `column`: one column of a journal page. `page`: the full width of the text. */
export type FigureSize = 'column' | 'page'

/** The face every figure is drawn in. `sans-serif` is for a reader's machine that lacks it and asks for live text. */
export const FONT_FAMILY = 'Noto Sans SC, sans-serif'

/**
 * Widths in points (1 pt = 1/72 inch): 84 mm and 174 mm.
 *
 * Source: Springer Nature, artwork guidelines for journals with a two-column page.
 */
export const FIGURE_WIDTH: Readonly<Record<FigureSize, number>> = { column: 238, page: 493 }

/** Type sizes in points. The same source asks for 8–12 pt; only numbers inside bars and the notes line are smaller. */
export const TYPE: Readonly<Record<'title' | 'text' | 'small', number>> = { title: 9.5, text: 8, small: 7 }

/** Height of a line of text, in multiples of its type size. */
export const LINE = 1.3

/** Ink for text and axes, and the grey for what is said about a figure rather than shown in it. */
export const INK = '#1a1a1a'
export const GREY = '#6b6b6b'

/**
 * Six fills from dark to light. The order is carried by lightness alone, so a grey copy still shows it; the hues run from
 * blue through orange, which readers with a colour vision deficiency tell apart.
 */
export const PALETTE: readonly string[] = ['#16365c', '#3873a6', '#d67845', '#dfaa4e', '#cdd6c7', '#f4f4f4']

/**
 * Perceived lightness of a colour: CIE L*, 0 (black) to 100 (white). It is what is left of a colour in a grey copy.
 *
 * Source: IEC 61966-2-1 (sRGB to luminance) and CIE 15 (luminance to L*).
 *
 * @param colour six-digit hexadecimal, e.g. `#16365c`
 * @throws when the colour is not written that way
 * @example
 * lightness('#ffffff') // 100
 */
export function lightness(colour: string): number {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new Error('lightness requires a colour such as #16365c')
  const [red, green, blue] = [1, 3, 5].map((at) => linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255))
  const luminance = 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0)
  return luminance > 216 / 24389 ? 116 * Math.cbrt(luminance) - 16 : (luminance * 24389) / 27
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}

/**
 * The print style as a Vega-Lite `config`: one unit of the specification is one point on paper.
 *
 * @example
 * const spec = { data: { values: [] }, mark: 'bar', config: printStyle() }
 */
export function printStyle(): Config {
  return {
    background: '#ffffff',
    font: FONT_FAMILY,
    view: { stroke: null },
    axis: {
      domainColor: INK,
      domainWidth: 0.5,
      grid: false,
      labelColor: INK,
      labelFontSize: TYPE.text,
      labelLineHeight: TYPE.text * LINE,
      tickColor: INK,
      tickSize: 3,
      tickWidth: 0.5,
      titleColor: INK,
      titleFontSize: TYPE.text,
      titleFontWeight: 'normal',
      titlePadding: 4,
    },
    legend: {
      labelColor: INK,
      labelFontSize: TYPE.text,
      labelLimit: 0,
      labelOffset: 3,
      rowPadding: 3,
      symbolSize: 64,
      symbolStrokeWidth: 0.5,
      symbolType: 'square',
      title: null,
    },
    text: { color: INK, fontSize: TYPE.text, lineHeight: TYPE.text * LINE },
    title: { anchor: 'start', color: INK, fontSize: TYPE.title, fontWeight: 'bold', lineHeight: TYPE.title * LINE },
    range: { category: [...PALETTE], ordinal: [...PALETTE] },
  }
}
