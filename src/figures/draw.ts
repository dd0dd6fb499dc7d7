import type { TopLevelSpec } from 'vega-lite'
import { type Drawing, drawingOf } from './svg.js'
import { textWidth } from './text-width.js'
import { FONT_FAMILY } from './theme.js'

let last: Promise<unknown> = Promise.resolve()

/**
 * Draws a Vega-Lite specification. One drawing at a time: while it lasts, Vega measures text as we do, and that setting is one for
 * the whole process.
 *
 * @param caller whose name stands in the messages of errors
 */
export function draw(caller: string, spec: TopLevelSpec): Promise<Drawing> {
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
