import { type Enumerator, enumerators } from './enumerators.js'

/**
 * A sentence, or what stands between semicolons or before the next enumerator; the smallest part a unit is built of.
 * `opens` says whether it opens a paragraph: `hard` after a line end, `soft` after a blank that follows a full stop (the
 * paragraphs of a page whose line ends are lost), `null` inside a paragraph.
 */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly enumerator: Enumerator | null
  readonly opens: 'hard' | 'soft' | null
}

const SENTENCE_END = /(?:[。！？!?；;]|(?<=\p{Script=Han})[.．](?=\s|$))[”"’')）]*/gu
const STOP_BEFORE = /[。！？!?；;：:][”"’')）]*$/
const WRAPPED_LINE = 20
/** A full line of a text that breaks its lines is so many characters longer or shorter than the others, at the most. */
const HANGING = 2
/** White space, and the marks by which Markdown shows a heading, a quotation or a list. */
const NOTHING = /^[\s#>*|-]*$/

/** Cuts a text into pieces that cover it without a gap, white space at their edges left out. */
export function pieces(text: string): Piece[] {
  const marks = new Map(enumerators(text).map((mark) => [mark.start, mark]))
  const breaks = paragraphBreaks(text, marks)
  const ends = [...text.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length)
  const cuts = [...new Set([0, ...marks.keys(), ...breaks.keys(), ...ends])].sort((a, b) => a - b)
  const result: Piece[] = []
  let opens: Piece['opens'] = 'hard'
  for (const [index, cut] of cuts.entries()) {
    const limit = cuts[index + 1] ?? text.length
    const slice = text.slice(cut, limit)
    opens = stronger(opens, breaks.get(cut) ?? null)
    if (NOTHING.test(slice)) continue
    const start = cut + (slice.length - slice.trimStart().length)
    result.push({ start, end: cut + slice.trimEnd().length, enumerator: marks.get(start) ?? null, opens })
    opens = null
  }
  return result
}

const stronger = (a: Piece['opens'], b: Piece['opens']): Piece['opens'] =>
  a === 'hard' || b === 'hard' ? 'hard' : (a ?? b)

/** Where paragraphs open: the position after a run of white space, with the kind of break. */
function paragraphBreaks(text: string, marks: ReadonlyMap<number, Enumerator>): Map<number, 'hard' | 'soft'> {
  const width = wrapWidth(text)
  const found = new Map<number, 'hard' | 'soft'>()
  for (const match of text.matchAll(/\s+/g)) {
    const next = match.index + match[0].length
    const stops = STOP_BEFORE.test(text.slice(Math.max(0, match.index - 4), match.index))
    const lineEnds = match[0].split('\n').length - 1
    if (lineEnds === 0) {
      if (stops) found.set(next, 'soft')
      continue
    }
    const line = match.index - (text.lastIndexOf('\n', match.index - 1) + 1)
    const isFull = line >= width - HANGING && line <= width + HANGING
    const ends = width > 0 ? stops && !isFull : stops || line < WRAPPED_LINE
    if (lineEnds > 1 || marks.has(next) || ends) found.set(next, 'hard')
  }
  return found
}

/** The line length of a text whose lines break inside sentences; 0 where line ends are paragraph ends. */
function wrapWidth(text: string): number {
  const lines = text.split('\n').map((line) => line.trimEnd())
  const broken = lines.filter((line, index) => {
    const next = lines[index + 1]?.trim() ?? ''
    return line.length >= WRAPPED_LINE && next !== '' && !STOP_BEFORE.test(line)
  })
  return broken.length < 2 ? 0 : Math.max(...broken.map((line) => line.length))
}
