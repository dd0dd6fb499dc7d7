/** A drawing in points, without its outermost element. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly title: string
  /** What the figure shows, in words, for those who do not see it. */
  readonly about: string
  readonly body: string
}

/** Takes the outermost element off an SVG document that Vega wrote. */
export function drawingOf(svg: string, title: string, about: string): Drawing {
  const root = /<svg\b[^>]*>/.exec(svg)?.[0] ?? ''
  const size = (name: string) => Number(new RegExp(`\\b${name}="([\\d.]+)"`).exec(root)?.[1] ?? 0)
  return { width: size('width'), height: size('height'), title, about, body: inner(svg) }
}

/** A document again, in points for paper (`pt`), or in units for a program that is told the size of a unit. */
export function document({ width, height, about, body }: Drawing, unit: 'pt' | ''): string {
  const size = `width="${width}${unit}" height="${height}${unit}" viewBox="0 0 ${width} ${height}"`
  const label = about === '' ? '' : ` role="img" aria-label="${escaped(about)}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" version="1.1" ${size}${label}>${body}</svg>\n`
}

/** A document whose texts have numbers for ids, and the words of each. */
export interface Numbered {
  readonly svg: string
  readonly words: readonly string[]
}

/** Numbers the texts of a drawing, so that what they said is still known when they are shapes. */
export function numbered(drawing: Drawing): Numbered {
  const words: string[] = []
  const body = drawing.body.replace(/<text\b([^>]*)>(.*?)<\/text>/gs, (_, attributes: string, content: string) => {
    words.push(
      content
        .replace(/<\/tspan>(?=<tspan)/g, ' ')
        .replace(/<[^>]*>/g, '')
        .replaceAll('"', '&quot;'),
    )
    return `<text id="text-${words.length - 1}"${attributes.replace(/ id="[^"]*"/, '')}>${content}</text>`
  })
  return { svg: document({ ...drawing, body }, ''), words }
}

/** A drawing with shapes in place of text, which keep their words as labels: `shapes` is the numbered document without text elements. */
export function outlined(drawing: Drawing, shapes: string, words: readonly string[]): Drawing {
  const body = inner(shapes)
    .replace(/ d="[^"]*"/g, (path) =>
      path.replace(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2)))),
    )
    .replace(/ id="text-(\d+)"/g, (_, i: string) => ` role="img" aria-label="${words[Number(i)] ?? ''}"`)
  return { ...drawing, body }
}

function inner(svg: string): string {
  return svg.slice(svg.indexOf('>', svg.indexOf('<svg')) + 1, svg.lastIndexOf('</svg>'))
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
