import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { TopLevelSpec } from 'vega-lite'
import { draw } from './draw.js'
import { type Drawing, document, numbered, outlined } from './svg.js'
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
  const { svg } = await painted(drawing, PRINT)
  return svg()
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
  return pdfOf(await draw('figurePdf', spec))
}

function pdfOf(drawing: Drawing): Promise<Uint8Array> {
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
export async function figurePng(spec: TopLevelSpec, { scale = PRINT }: FigurePngOptions = {}): Promise<Uint8Array> {
  if (!(scale > 0 && Number.isFinite(scale))) throw new Error('figurePng requires a scale above 0')
  const { png } = await painted(await draw('figurePng', spec), scale)
  return png()
}

/** A figure in the three formats. */
export interface FigureFiles {
  readonly svg: string
  readonly pdf: Uint8Array
  readonly png: Uint8Array
}

/**
 * Draws a Vega-Lite specification in all formats at once: the same bytes as `figureSvg`, `figurePdf` and `figurePng` give, in half
 * their time, since the figure is laid out and its letters are looked up only once.
 *
 * @param spec as for `figureSvg`
 * @returns the SVG document, the PDF file and the PNG picture, all as these functions make them without options
 * @throws as `figureSvg`
 * @example
 * const { pdf } = await figureFiles({ data: { values: [{ n: 1 }] }, mark: 'bar', encoding: { x: { field: 'n' } } })
 * new TextDecoder().decode(pdf.slice(0, 5)) // '%PDF-'
 */
export async function figureFiles(spec: TopLevelSpec): Promise<FigureFiles> {
  const drawing = await draw('figureFiles', spec)
  const { svg, png } = await painted(drawing, PRINT)
  return { svg: svg(), pdf: await pdfOf(drawing), png: png() }
}

/** 300 dots an inch, in pixels a point. */
const PRINT = 300 / 72

/** A drawing as picture, to be had as SVG without text and as PNG. */
async function painted(drawing: Drawing, scale: number): Promise<{ svg: () => string; png: () => Uint8Array }> {
  const { Resvg, font } = await resvg()
  const { svg, words } = numbered(drawing)
  const fitTo = { mode: 'zoom', value: scale } as const
  const picture = new Resvg(svg, { font, background: '#ffffff', fitTo })
  return {
    svg: () => document(outlined(drawing, picture.toString(), words), 'pt'),
    png: () => new Uint8Array(picture.render().asPng()),
  }
}

let loading: ReturnType<typeof load> | undefined

/** The painter with the fonts, which are read once. */
function resvg(): ReturnType<typeof load> {
  loading ??= load()
  return loading
}

async function load() {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm')
  const program = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm')
  await initWasm(await readFile(program))
  const family = 'Noto Sans SC'
  const fontBuffers = await Promise.all(fontFiles().map((file) => readFile(file)))
  return { Resvg, font: { fontBuffers, defaultFontFamily: family, sansSerifFamily: family } }
}
