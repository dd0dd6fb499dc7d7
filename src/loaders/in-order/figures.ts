import type { Folded } from '../../types.js'
import { MARKED_PAGE } from '../lone-figures.js'
import { placeOf } from '../stream.js'
import { cellWords, isPlainCell, readCell } from '../values.js'

/** A figure or nil mark of a text, and what stands around it. */
export interface OrderedFigure {
  /** `null` for a nil mark. */
  readonly value: number | null
  /** Where it stands in the folded text. */
  readonly from: number
  readonly to: number
  readonly line: number
  /** Lines between two empty ones are a block: one cell, or several that stand near one another. */
  readonly block: number
  /** Figures of one font stand on one line at one height; those of others may stand a little higher or lower. */
  readonly font: 'digit' | 'wide digit' | 'mark'
  /** Whether words stand between it and the figure before. */
  readonly isBehindWords: boolean
  /** Whether it stands alone at the end of a page or at its beginning, as the number of the page does. */
  readonly mayBePage: boolean
}

/**
 * The figures and nil marks of a stretch of text in the order in which they stand.
 *
 * @returns `null` where digits run together whose figures cannot be told
 */
export function figuresInOrder(folded: Folded, source: string, from: number, to: number): OrderedFigure[] | null {
  const figures: OrderedFigure[] = []
  let [at, block, isBehindWords] = [from, 0, false]
  const lines = folded.text.slice(from, to).split('\n')
  for (const [line, written] of lines.entries()) {
    if (written.trim() === '') block++
    const words = MARKED_PAGE.test(written) ? [] : cellWords(written)
    const isEdge = [written, lines[line + 1], lines[line + 2]].some((one) => one?.includes('\f'))
    for (const { text, index } of words) {
      if (!isPlainCell(readCell(text))) {
        isBehindWords ||= /\p{L}/u.test(text)
        continue
      }
      const start = at + index
      const parts = partsOf(source.slice(...placeOf(folded, start, start + text.length)), text)
      if (parts === null) return null
      for (const { from: own, to: end } of parts) {
        const read = readCell(text.slice(own, end))
        figures.push({
          value: read.kind === 'number' ? read.value : null,
          from: start + own,
          to: start + end,
          line,
          block,
          font: fontOf(source.slice(...placeOf(folded, start + own, start + own + 1))),
          isBehindWords,
          mayBePage: isEdge && words.length === 1 && /^\d{1,3}$/.test(text),
        })
        isBehindWords = false
      }
    }
    at += written.length + 1
  }
  return figures
}

function fontOf(character: string): OrderedFigure['font'] {
  return /^[-+\d]/.test(character) ? 'digit' : /^[０-９]/.test(character) ? 'wide digit' : 'mark'
}

interface Part {
  readonly from: number
  readonly to: number
}

/** The figures of a word: digits of two widths are two figures, and so are noughts that nothing begins with; `null` where they cannot be told. */
function partsOf(printed: string, folded: string): Part[] | null {
  if (printed.length !== folded.length || !/^[\d０-９]+$/.test(printed)) return [{ from: 0, to: folded.length }]
  const parts: Part[] = []
  for (const { index, 0: run } of printed.matchAll(/\d+|[０-９]+/g)) {
    const noughts = /^[0０]+/.exec(run)?.[0].length ?? 0
    if (noughts > 0 && noughts < run.length) return null
    const length = noughts > 0 ? 1 : run.length
    for (let i = 0; i < run.length; i += length) parts.push({ from: index + i, to: index + i + length })
  }
  return parts
}
