import { isUnit, labelsAmong } from '../containers/known-labels.js'
import type { Surface } from '../surface.js'
import { isPlainCell, readCell } from '../values.js'

/** A label wrapped over lines has so many above its figures or below them, at most. */
const MOST_LINES = 2
/** A text in which more lines hold nothing but figures is no report. */
const MOST_ROWS = 500
/** No part of a label is longer. */
const LONGEST = 60

interface Line {
  readonly from: number
  readonly to: number
  readonly words: readonly { readonly from: number; readonly text: string }[]
}

/** The lines around a row's figures that are its label, once put together. */
interface Wrapped {
  readonly figures: Line
  /** Where the lines above it end, and those below it. */
  readonly behind: number
  readonly words: string
  readonly above: string
}

/**
 * A text in which a row's figures stand half-way down its label, on a line of their own between two of the label's, as programs write it
 * that take a page's text line by line: with the figures behind the label. Every character keeps its place in the source.
 */
export async function figuresBehindLabels(surface: Surface): Promise<Surface> {
  const lines = linesOf(surface.text)
  const rows = lines.flatMap((line, i) => (isFigures(line) ? [{ line, i }] : []))
  if (rows.length === 0 || rows.length > MOST_ROWS) return surface
  const wrapped = rows.flatMap(({ line, i }) => wrappedAround(lines, line, i))
  const kinds = await labelsAmong(wrapped.flatMap(({ words, above }) => [words, above]))
  const isRow = (i: number) => kinds[i]?.kind === 'row'
  const found = new Map(
    wrapped.filter((_, i) => isRow(2 * i) && !isRow(2 * i + 1)).map((one) => [one.figures, one] as const),
  )
  return found.size === 0 ? surface : moved(surface, [...found.values()])
}

function linesOf(text: string): Line[] {
  let from = 0
  return text.split('\n').map((own) => {
    const begin = from
    from += own.length + 1
    const words = [...own.matchAll(/\S+/g)].map(({ index, 0: word }) => ({ from: begin + index, text: word }))
    return { from: begin, to: begin + own.length, words }
  })
}

const isFigure = (text: string) => isPlainCell(readCell(text.normalize('NFKC')))

/** Several figures, or one behind its unit; one alone may be the number of a page. */
function isFigures({ words }: Line): boolean {
  return words.length > 1 && words.every(({ text }, i) => isFigure(text) || (i === 0 && isUnit(text)))
}

/** Every way in which lines above and below may be a label: from any word of the first on. */
function wrappedAround(lines: readonly Line[], figures: Line, at: number): Wrapped[] {
  const isLabel = (line: Line | undefined): line is Line =>
    line !== undefined &&
    line.words.length > 0 &&
    line.to - line.from <= LONGEST &&
    !line.words.some(({ text }) => isFigure(text))
  const stretch = (step: 1 | -1) => {
    const own: Line[] = []
    for (let i = at + step; own.length < MOST_LINES && isLabel(lines[i]); i += step) own.push(lines[i] as Line)
    return own
  }
  const [above, below] = [stretch(-1), stretch(1)]
  const textOf = (some: readonly Line[]) => some.flatMap(({ words }) => words.map(({ text }) => text)).join('')
  return above.flatMap((first, up) =>
    below.flatMap((last, down) =>
      first.words.map((_, word): Wrapped => {
        const begin = { ...first, words: first.words.slice(word) }
        const before = textOf([begin, ...above.slice(0, up).reverse()])
        return { figures, behind: last.to, above: before, words: before + textOf(below.slice(0, down + 1)) }
      }),
    ),
  )
}

function moved({ text, offsets, format }: Surface, rows: readonly Wrapped[]): Surface {
  const parts: string[] = []
  const places: number[] = []
  const copy = (from: number, to: number) => {
    parts.push(text.slice(from, to))
    for (let at = from; at < to; at++) places.push(offsets[at] ?? 0)
  }
  let done = 0
  for (const { figures, behind } of rows) {
    if (figures.from < done) continue
    copy(done, figures.from)
    copy(figures.to + 1, behind)
    parts.push(' ')
    places.push(offsets[figures.from] ?? 0)
    copy(figures.from, figures.to)
    done = behind
  }
  copy(done, text.length)
  return { text: parts.join(''), offsets: Int32Array.from([...places, offsets[text.length] ?? 0]), format }
}
