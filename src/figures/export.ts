import type { TopLevelSpec } from 'vega-lite'
import { type Drawing, document, drawingOf, outlined } from './svg.js'
import { textWidth } from './text-width.js'
import { FONT_FAMILY } from './theme.js'
import { fontFiles, typesetPdf } from './typst.js'

export interface FigureSvgOptions {
  /**
   * `outlines` draws every letter as a shape, so that the figure looks the same on every machine and in every program; the
   * words are kept in `aria-label`. `text` keeps live text in the face Noto Sans SC, to be edited where it is installed.
   */
  readonly text?: 'outlines' | 'text'
}

export interface FigurePngOptions {
  /** Pixels a point: 300/72 unless said otherwise, which is 300 dots an inch. */
  readonly scale?: number
}

/**
 * Draws a Vega-Lite specification as SVG; one unit of the specification is one point on paper. Same specification, same text
 * on every run and machine: widths come from a table of the font, not from a canvas, and no data is fetched.
 *
 * @param spec a specification with its data inline, e.g. of `outcomeComposition`
 * @param options `text`: `outlines` (unless said otherwise) or live `text`
 * @returns an SVG document
 * @throws when the specification is not valid Vega-Lite or asks for data by address
 * @example
 * const svg = await figureSvg({ data: { values: [{ n: 1 }] }, mark: 'bar', encoding: { x: { field: 'n' } } })
 * svg.startsWith('<svg') // true
 */
export async function figureSvg(spec: TopLevelSpec, { text = 'outlines' }: FigureSvgOptions = {}): Promise<string> {
  const drawing = await draw('figureSvg', spec)
  if (text === 'text') return document(drawing, 'pt')
  const { Resvg } = await import('@resvg/resvg-js')
  const shapes = outlined(drawing, (svg) => new Resvg(svg, { font: fonts() }).toString())
  return document(shapes, 'pt')
}

/**
 * Draws a Vega-Lite specification as a PDF page of exactly its size. The letters used are embedded as a subset of the font
 * together with the characters they stand for, so that Chinese text can be searched and copied. No date is written: same
 * specification, same bytes.
 *
 * @param spec as for `figureSvg`
 * @returns the bytes of the PDF file
 * @throws as `figureSvg`
 * @example
 * const pdf = await figurePdf({ data: { values: [{ n: 1 }] }, mark: 'bar', encoding: { x: { field: 'n' } } })
 * new TextDecoder().decode(pdf.slice(0, 5)) // '%PDF-'
 */
export async function figurePdf(spec: TopLevelSpec): Promise<Uint8Array> {
  const drawing = await draw('figurePdf', spec)
  const size = `width: ${drawing.width}pt, height: ${drawing.height}pt`
  const page = `
    #set document(date: none, title: sys.inputs.title)
    #set page(${size}, margin: 0pt)
    #image(bytes(sys.inputs.svg), format: "svg", ${size}, alt: sys.inputs.about)`
  return typesetPdf(page, { title: drawing.title, about: drawing.about, svg: document(drawing, '') })
}

/**
 * Draws a Vega-Lite specification as a PNG picture on white.
 *
 * @param spec as for `figureSvg`
 * @param options `scale`: pixels a point; 300/72 gives 300 dots an inch, 600/72 what many journals ask of line art
 * @returns the bytes of the PNG file
 * @throws as `figureSvg`, and when `scale` is not a positive number
 * @example
 * const spec = { data: { values: [{ n: 1 }] }, mark: 'bar', encoding: { x: { field: 'n' } } }
 * const png = await figurePng(spec, { scale: 2 })
 * new TextDecoder().decode(png.slice(1, 4)) // 'PNG'
 */
export async function figurePng(spec: TopLevelSpec, { scale = 300 / 72 }: FigurePngOptions = {}): Promise<Uint8Array> {
  if (!(scale > 0 && Number.isFinite(scale))) throw new Error('figurePng requires a scale above 0')
  const drawing = await draw('figurePng', spec)
  const { Resvg } = await import('@resvg/resvg-js')
  const fitTo = { mode: 'zoom', value: scale } as const
  const picture = new Resvg(document(drawing, ''), { font: fonts(), background: '#ffffff', fitTo })
  return new Uint8Array(picture.render().asPng())
}

let last: Promise<unknown> = Promise.resolve()

/** One drawing at a time: while it lasts, Vega measures text as we do, and that setting is one for the whole process. */
function draw(caller: string, spec: TopLevelSpec): Promise<Drawing> {
  const next = last.then(() => drawNow(caller, spec))
  last = next.catch(() => undefined)
  return next
}

async function drawNow(caller: string, spec: TopLevelSpec): Promise<Drawing> {
  const [vega, vegaLite] = await Promise.all([import('vega'), import('vega-lite')])
  const compiled = vegaSpec(caller, () => vegaLite.compile(spec, { config: { font: FONT_FAMILY } }).spec)
  const { textMetrics } = vega as unknown as { textMetrics: TextMetrics }
  const { width } = textMetrics
  const refused: string[] = []
  const refuse = async (uri: string) => {
    refused.push(uri)
    return ''
  }
  const loader = { ...vega.loader(), load: refuse, http: refuse, file: refuse }
  textMetrics.width = measured
  try {
    vega.resetSVGDefIds()
    const view = new vega.View(vega.parse(compiled), { renderer: 'none', loader, logLevel: vega.Error })
    const svg = await view.toSVG()
    view.finalize()
    if (refused.length > 0)
      throw new Error(`${caller} requires a specification with its data inline, not ${refused[0]}`)
    return drawingOf(svg, titleOf(spec), spec.description ?? titleOf(spec))
  } finally {
    textMetrics.width = width
  }
}

function vegaSpec<T>(caller: string, compile: () => T): T {
  try {
    return compile()
  } catch (cause) {
    throw new Error(`${caller} requires a valid Vega-Lite specification: ${(cause as Error).message}`, { cause })
  }
}

function titleOf({ title = '' }: TopLevelSpec): string {
  const text = typeof title === 'string' || Array.isArray(title) || !('text' in title) ? title : title.text
  return typeof text === 'string' ? text : Array.isArray(text) ? text.join(' ') : ''
}

/** Vega's hook for a measure of one's own; it is not in its type declarations. */
interface TextMetrics {
  width: (item: TextItem, text: unknown) => number
}

interface TextItem {
  readonly fontSize?: number
  readonly fontWeight?: string | number
  readonly limit?: number
}

function measured({ fontSize = 11, fontWeight, limit = 0 }: TextItem, text: unknown): number {
  const bold = fontWeight === 'bold' || Number(fontWeight) >= 600
  const width = textWidth(String(text ?? '').trim(), fontSize, bold)
  return limit > 0 ? Math.min(width, limit) : width
}

function fonts() {
  const family = 'Noto Sans SC'
  return { loadSystemFonts: false, fontFiles: fontFiles(), defaultFontFamily: family, sansSerifFamily: family }
}
