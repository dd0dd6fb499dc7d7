import { foldedAlike, headingsOfRows, isUnit, labelKey, labelsAmong } from '../containers/known-labels.js'
import type { Surface } from '../surface.js'
import { Moved } from './bordered-lines.js'
import { isFigureWord, type Word, type WordedLine, wordedLines } from './worded-lines.js'

/** A label wrapped over lines has so many above its figures and below them, at most; so many below where it begins beside them. */
const [MOST_LINES, MOST_BELOW] = [5, 10]
/** A text in which more lines end in figures is no report. */
const MOST_ROWS = 2000
/** No part of a label is longer. */
const LONGEST = 60

/** A line as it may belong to a row: its words without the headings that stand beside it, and the row's figures if it ends in them. */
interface RowLine {
  readonly line: WordedLine
  readonly headings: readonly Word[]
  readonly words: readonly Word[]
  /** Its figures, with their unit. */
  readonly figures: readonly Word[]
}

/** The lines around a row's figures that are its label, once put together. */
interface Wrapped {
  readonly row: RowLine
  /** The lines from the label's first to its last, and of the first the words from its begin on. */
  readonly lines: readonly RowLine[]
  readonly label: readonly Word[]
  /** The label; the parts of it that must be no label of their own. */
  readonly whole: string
  readonly parts: readonly string[]
}

/**
 * A text in which a row's figures stand half-way down its label, on a line of their own or beside the label's middle, as programs write it
 * that take a page's text line by line: with the figures behind the label, and before it the headings of several rows that stand among its
 * lines. Every character keeps its place in the source.
 */
export async function figuresBehindLabels(surface: Surface): Promise<Surface> {
  const lines = wordedLines(surface.text)
  const ends = lines.flatMap((line, i) => (firstFigure(line) === null ? [] : [i]))
  if (ends.length === 0 || ends.length > MOST_ROWS) return surface
  const rows = await rowLines(lines, ends)
  const wrapped = ends.flatMap((i) => wrappedAround(rows, i))
  const kinds = await labelsAmong(wrapped.flatMap(({ whole, parts }) => [whole, ...parts]))
  const found = new Map<RowLine, Wrapped>()
  let at = 0
  for (const one of wrapped) {
    const [whole, ...parts] = kinds.slice(at, at + 1 + one.parts.length).map(({ kind }) => kind)
    at += 1 + one.parts.length
    if (whole === 'row' && parts.every((kind) => kind !== 'row')) found.set(one.row, one)
  }
  return found.size === 0 ? surface : moved(surface, [...found.values()])
}

/** Which of a line's words begins its figures: several at its end, or one behind its unit; one alone may be the number of a page. */
function firstFigure({ words }: WordedLine): number | null {
  const last = words.findLastIndex(({ text }) => !isFigureWord(text))
  const first = last >= 0 && isUnit(words[last]?.text ?? '') ? last : last + 1
  return words.length - first < 2 || last === words.length - 1 ? null : first
}

/** The lines about those that end in figures, by their index. */
async function rowLines(lines: readonly WordedLine[], ends: readonly number[]): Promise<Map<number, RowLine>> {
  const near = new Set(
    ends.flatMap((i) => Array.from({ length: MOST_LINES + MOST_BELOW + 1 }, (_, k) => i + k - MOST_LINES)),
  )
  const own = [...near].sort((a, b) => a - b).flatMap((i) => (lines[i] ? [[i, lines[i]] as const] : []))
  const folded = await foldedAlike(own.flatMap(([, { words }]) => words.map(({ text }) => text)))
  const isHeading = headingsOf()
  let at = 0
  return new Map(
    own.map(([i, line]): [number, RowLine] => {
      const first = firstFigure(line) ?? line.words.length
      const keys = folded.slice(at, at + line.words.length)
      at += line.words.length
      const begin = keys.slice(0, first).findIndex((word) => !isHeading(word))
      const headings = begin < 0 ? first : begin
      return [
        i,
        {
          line,
          headings: line.words.slice(0, headings),
          words: line.words.slice(headings, first),
          figures: line.words.slice(first),
        },
      ]
    }),
  )
}

/** A heading's first piece has a number and so many letters at least. */
const PIECE = 2

/** Tells of words in their order whether each is the heading of several rows, or a piece of one broken over lines. */
function headingsOf(): (word: string) => boolean {
  const headings = [...new Set([...headingsOfRows().values()].flatMap((keys) => [...keys]))]
  let rest = ''
  return (word) => {
    const key = labelKey(word)
    if (headings.includes(key)) return true
    if (rest !== '' && word !== '' && rest.startsWith(word)) {
      rest = rest.slice(word.length)
      return true
    }
    const torn = headings.find((heading) => key.length > PIECE && key.startsWith('#') && heading.startsWith(key))
    if (torn !== undefined) rest = torn.slice(key.length)
    return torn !== undefined
  }
}

const textOf = (words: readonly Word[]) => words.map(({ text }) => text).join('')

/** Every way in which lines above and below may be a label: from any word of the first on. */
function wrappedAround(lines: ReadonlyMap<number, RowLine>, at: number): Wrapped[] {
  const row = lines.get(at)
  if (row === undefined) return []
  const stretch = (step: 1 | -1, most: number) => {
    const own: RowLine[] = []
    for (let i = at + step; own.length < most; i += step) {
      const line = lines.get(i)
      if (line === undefined || line.line.words.length === 0 || line.line.to - line.line.from > LONGEST) break
      if (line.figures.length > 0 || line.words.some(({ text }) => isFigureWord(text))) break
      own.push(line)
    }
    return own
  }
  const [above, behind] = [stretch(-1, MOST_LINES), stretch(1, MOST_BELOW)]
  const below = behind.slice(0, MOST_LINES)
  const middle = textOf(row.words)
  const beside = behind.flatMap((last, down): Wrapped[] => {
    if (middle === '' || last.words.length === 0) return []
    const lower = behind.slice(0, down + 1)
    const label = [...row.words, ...lower.flatMap(({ words }) => words)]
    return [{ row, lines: [row, ...lower], label, whole: textOf(label), parts: [middle] }]
  })
  const around = above.flatMap((first, up) =>
    below.flatMap((last, down) => {
      if (first.words.length === 0 || last.words.length === 0) return []
      const [upper, lower] = [above.slice(0, up + 1).reverse(), below.slice(0, down + 1)]
      const rest = textOf(lower.flatMap(({ words }) => words))
      return first.words.map((_, word): Wrapped => {
        const begin = upper.flatMap(({ words }, i) => (i === 0 ? words.slice(word) : words))
        const before = textOf(begin)
        return {
          row,
          lines: [...upper, row, ...lower],
          label: [...begin, ...row.words, ...lower.flatMap(({ words }) => words)],
          whole: before + middle + rest,
          parts: middle === '' ? [before] : [before, before + middle, middle, middle + rest],
        }
      })
    }),
  )
  return [...around, ...beside]
}

function moved(surface: Surface, rows: readonly Wrapped[]): Surface {
  const text = new Moved(surface)
  let done = 0
  for (const { row, lines, label } of rows) {
    const [first, last] = [lines[0]?.line, lines.at(-1)?.line]
    const begin = label[0]
    if (first === undefined || last === undefined || begin === undefined || first.from < done) continue
    text.add(done, begin.from)
    const beside = lines.slice(1).flatMap(({ headings }) => headings)
    for (const words of [beside, label, row.figures]) {
      for (const word of words) {
        text.add(word.from, word.from + word.text.length)
        if (words !== label) text.mark(' ')
      }
      text.mark(words === beside && beside.length > 0 ? '\n' : ' ')
    }
    done = last.to
  }
  text.add(done, surface.text.length)
  return text.surface()
}
