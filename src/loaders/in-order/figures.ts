import type { Folded } from '../../types.js'
import { MARKED_PAGE } from '../rows/lone-figures.js'
import { placeOf } from '../stream.js'
import { cellWords, isPlainCell, readCell } from '../values.js'

/** A figure or nil mark of a text, and what stands around it. */
export interface OrderedFigure {
  /** `null` for a nil mark. */
  readonly value: number | null
  /** Where it stands in the folded text. */
  readonly from: number
  readonly to: number
  readonly text: string
  readonly line: number
  /** Where on its line it begins and ends. */
  readonly left: number
  readonly right: number
  /** Whether nothing else stands on its line. */
  readonly isAlone: boolean
  /** Lines between two empty ones are a block: one cell, or several that stand near one another. */
  readonly block: number
  /** How it is set: figures set alike stand at one height in a row; others may stand a little higher or lower. */
  readonly set: 'digits' | 'wide digits' | 'with a unit' | 'mark'
  /** Whether words stand between it and the figure before. */
  readonly isBehindWords: boolean
  /** The words above it in its block, without blanks, down from the figure before. */
  readonly lead: string
  /** Whether its block holds no words, and whether it holds no other figure. */
  readonly isBare: boolean
  readonly isOnly: boolean
  /** Whether it stands alone at the end of a page or at its beginning, as the number of the page does. */
  readonly mayBePage: boolean
}

/**
 * The figures and nil marks of a stretch of text in the order in which they stand, without the numbers of labels that stand apart from these.
 *
 * @param numberOf the number that the form gives the label which so begins, if it is one
 * @param areWhole whether none goes on from another line, so that a nought before further digits is a figure of its own
 */
export function figuresInOrder(
  folded: Folded,
  source: string,
  [from, to]: readonly [from: number, to: number],
  numberOf: (words: string) => string | null,
  areWhole = true,
): OrderedFigure[] {
  const figures: OrderedFigure[] = []
  const lines = folded.text.slice(from, to).split('\n')
  const numbers = labelNumbers(lines, numberOf)
  const pageEnds = linesAtPageEnds(folded, source, from, lines)
  const worded = new Set<number>()
  let [at, block, isBehindWords, lead] = [from, 0, false, '']
  for (const [line, written] of lines.entries()) {
    if (written.trim() === '') {
      block++
      lead = ''
    }
    const words = MARKED_PAGE.test(written) || numbers.has(line) ? [] : cellWords(written)
    const isEdge = [line - 2, line - 1, line, line + 1].some((one) => pageEnds.has(one))
    const last = words.findLastIndex(({ text }) => !isPlainCell(readCell(text)) && /\p{Script=Han}/u.test(text))
    for (const [i, { text, index }] of words.entries()) {
      // Words to the right of a figure are those of a sentence.
      if (i < last || !isPlainCell(readCell(text))) {
        isBehindWords ||= /\p{L}/u.test(text)
        lead += text
        worded.add(block)
        continue
      }
      const parts = partsOf(source.slice(...placeOf(folded, at + index, at + index + text.length)), text, areWhole)
      for (const [own, end] of parts) {
        const read = readCell(text.slice(own, end))
        const start = at + index + own
        figures.push({
          value: read.kind === 'number' ? read.value : null,
          from: start,
          to: at + index + end,
          text: text.slice(own, end),
          line,
          left: index + own,
          right: index + end,
          isAlone: words.length === 1 && parts.length === 1,
          block,
          set: settingOf(source.slice(...placeOf(folded, start, at + index + end))),
          isBehindWords,
          lead,
          isBare: true,
          isOnly: true,
          mayBePage: isEdge && words.length === 1 && /^\d{1,3}$/.test(text),
        })
        isBehindWords = false
        lead = ''
      }
    }
    at += written.length + 1
  }
  return figures.map((figure, i) => ({
    ...figure,
    isBare: !worded.has(figure.block),
    isOnly: figures[i - 1]?.block !== figure.block && figures[i + 1]?.block !== figure.block,
  }))
}

/** The lines behind which a page ends. */
function linesAtPageEnds(folded: Folded, source: string, from: number, lines: readonly string[]): Set<number> {
  let at = from
  const isLast = lines.map(({ length }) => {
    const [start, end] = placeOf(folded, at, at + length + 1)
    at += length + 1
    return source.slice(start, end).includes('\f')
  })
  return new Set(isLast.flatMap((is, line) => (is ? [line] : [])))
}

/** The lines that hold the number of a label whose words stand on the next line or on the one before: `1` and `、属于国家秘密`. */
function labelNumbers(lines: readonly string[], numberOf: (words: string) => string | null): Set<number> {
  const filled = [...lines.keys()].filter((line) => lines[line]?.trim() !== '')
  const found = new Set<number>()
  for (const [i, line] of filled.entries()) {
    const words = lines[line]?.trim() ?? ''
    const number = /^[.、]\s?\p{Script=Han}/u.test(words) ? numberOf(words.slice(1).replace(/\s/g, '')) : null
    if (number === null) continue
    const own = [filled[i - 1], filled[i + 1]].find((one = -1) => lines[one]?.trim() === number && !found.has(one))
    if (own !== undefined) found.add(own)
  }
  return found
}

function settingOf(printed: string): OrderedFigure['set'] {
  if (/^[-+]?[\d.,]+$/.test(printed)) return 'digits'
  if (/^[－＋]?[０-９．，]+$/.test(printed)) return 'wide digits'
  return /^\D/.test(printed) ? 'mark' : 'with a unit'
}

/** The figures of a word: digits of two widths are two figures, and so is a nought before further digits. */
function partsOf(printed: string, folded: string, areWhole: boolean): (readonly [from: number, to: number])[] {
  if (printed.length !== folded.length || !/^[\d０-９]+$/.test(printed)) return [[0, folded.length]]
  return [...printed.matchAll(areWhole ? /[1-9]\d*|[１-９][０-９]*|[0０]/g : /\d+|[０-９]+/g)].map(
    ({ index, 0: run }) => [index, index + run.length] as const,
  )
}
