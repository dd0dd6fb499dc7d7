import type { Place } from '../../types.js'
import { foldedAlike, isNumbered, isUnit } from '../containers/known-labels.js'
import { foldLabel } from '../fold.js'
import { type PagePiece, simplifiedPieces } from '../page-layout/pieces.js'
import { MARKED_PAGE } from '../rows/lone-figures.js'
import { readCell } from '../values.js'
import { columnsOnScreen, type Measure } from './measure.js'

/** Words or a figure between blanks; a character is one wide, a Chinese one two on a screen, and a line one high. */
export interface LaidPiece extends PagePiece {
  /** The line of the text it stands on, from which character, and where on the page a character of that line stands. */
  readonly line: number
  readonly from: number
  readonly columnOf: (character: number) => number
  /** The stretches of its line between single blanks. */
  readonly words: readonly { readonly from: number; readonly to: number }[]
  /** Where its characters stand in the source. */
  readonly places: readonly Place[]
}

/** A page of more pieces is no page of a report. */
const MOST = 3000

/** So many empty lines at the most may stand between two lines of a cell, where the page had a gap for the lines of another cell. */
const BLANK = 2

/**
 * The pieces of a text page by page, form feeds parting the pages: each page has columns of its own.
 *
 * @param measure what its columns were set by
 */
export async function laidPages(source: string, measure: Measure): Promise<LaidPiece[][]> {
  const pages: LaidPiece[][] = [[]]
  let begin = 0
  const units = await unitsIn(source)
  // What stands on a last line without an end may have been cut off.
  const lines = source.split('\n').slice(0, -1)
  // Where strokes stand for no cells elsewhere, a number between two at the end of a line is that of a page.
  const isNil = lines.some((line) => /(?:^|\s)[-—–](?:\s|$)/.test(line) && !MARKED_END.test(line))
  let [before, height] = [0, 0]
  for (const [line, written] of lines.entries()) {
    if (written.includes('\f')) pages.push([])
    const isMarked = MARKED_PAGE.test(written) || (!isNil && MARKED_END.test(written))
    const pieces = isMarked
      ? []
      : piecesOf(written, begin, units, measure === 'width' ? columnsOnScreen(written) : (character) => character)
    if (pieces.length > 0) {
      const blank = line - before - 1
      height += blank > BLANK ? blank + 1 : 1
      before = line
    }
    for (const piece of pieces)
      pages.at(-1)?.push({ ...piece, line, top: height, bottom: height + 1, middle: height + 0.5 })
    begin += written.length + 1
  }
  const short = pages.filter((page) => page.length <= MOST)
  return Promise.all(
    short.map(async (page) => {
      const folded = (await simplifiedPieces(page)) as LaidPiece[]
      return withNumbers(
        folded.flatMap((piece) =>
          MEETING.test(piece.text) ? partsAt(piece, piece.from, piece.text.split(MEETING)) : piece,
        ),
      )
    }),
  )
}

const MARKED_END = /(?:^|\s)([-—–])\s{0,3}\d{1,4}\s{0,3}\1\s*$/

/** Whether a piece is a figure or a nil mark. */
export function isFigure({ folded }: PagePiece): boolean {
  return readCell(folded).kind !== 'other'
}

/** A figure or nil mark with all its digits of one width: figures of two cells that met may differ. */
export function isPlain(piece: PagePiece): boolean {
  return isFigure(piece) && !(/[0-9]/.test(piece.text) && /[０-９]/.test(piece.text))
}

/** Whether a piece is nothing but the number of a row: `6.` */
export function isRowNumber({ folded }: PagePiece): boolean {
  return /^\d{1,2}[.、]$/.test(folded)
}

/** The pieces of a line: two blanks part them, and one blank where a figure, a unit or a number of a row stands beside it. */
function piecesOf(written: string, begin: number, units: ReadonlySet<string>, columnOf: LaidPiece['columnOf']) {
  const isApart = (word: string) => units.has(word) || readCell(word).kind !== 'other'
  const pieces: { from: number; to: number; words: { from: number; to: number }[] }[] = []
  let before = ''
  for (const { index, 0: word } of written.matchAll(/\S+/g)) {
    const last = pieces.at(-1)
    const goesOn = last !== undefined && index === last.to + 1 && ![before, word].some(isApart) && !isNumbered(word)
    const own = { from: index, to: index + word.length }
    if (goesOn) {
      last.to = own.to
      last.words.push(own)
    } else pieces.push({ ...own, words: [own] })
    before = word
  }
  return pieces.map(({ from, to, words }) => {
    const text = written.slice(from, to).replace(/\s/g, '')
    const places: Place[] = [[begin + from, begin + to]]
    const [left, right] = [columnOf(from), columnOf(to)]
    return { text, folded: text, left, right, size: 1, runs: [], places, words, from, columnOf }
  })
}

/** Where words end and the next begin with their number, or a figure. */
const SEAM = /(?<=[\p{Script=Han}”])(?=\d)|(?<=\p{Script=Han})(?=\([一二三四五六七八九十]{1,2}\))/u
/** Where two figures meet: none goes on behind a 0 that it begins with, and none in digits of another width. */
const MEETING = /(?<=^0)(?=[０-９])/

/** A piece cut at its blanks and seams, for words and figures of narrow columns may stand as near as those of one cell. */
export function cutApart(piece: LaidPiece): LaidPiece[] {
  if (piece.words.length === 0) return [piece]
  return piece.words.flatMap((word) => {
    const text = piece.text.slice(...textAt(piece, word))
    return partsAt(piece, word.from, text.split(SEAM))
  })
}

/** Texts that stand in a piece from a character of its line on, each as a piece. */
function partsAt(piece: LaidPiece, first: number, texts: readonly string[]): LaidPiece[] {
  const [start = 0] = piece.places[0] ?? []
  const at = start - piece.from
  return texts.map((text, i) => {
    const from = first + texts.slice(0, i).join('').length
    const to = from + text.length
    return {
      ...piece,
      text,
      folded: foldLabel(text),
      from,
      left: piece.columnOf(from),
      right: piece.columnOf(to),
      words: [{ from, to }],
      places: [[at + from, at + to]],
    }
  })
}

/** Where a word stands in the text of its piece, which has no blanks. */
function textAt({ words }: LaidPiece, word: { readonly from: number; readonly to: number }): [number, number] {
  const before = words.filter(({ to }) => to <= word.from).reduce((sum, { from, to }) => sum + to - from, 0)
  return [before, before + word.to - word.from]
}

/** The words of a text that are units of a form, in its own script. */
async function unitsIn(source: string): Promise<Set<string>> {
  const words = [...new Set(source.match(/(?<=\s)\p{Script=Han}{1,2}(?=\s)/gu))].slice(0, MOST)
  const folded = await foldedAlike(words)
  return new Set(words.filter((_, i) => isUnit(folded[i] ?? '')))
}

/** What another font parts from the words of a label: their number, a numeral between brackets, and the bracket before it. */
const TORN: readonly { readonly part: RegExp; readonly words: (part: PagePiece) => RegExp }[] = [
  {
    part: /^\d{1,2}[.、]?$/,
    words: (part) => (isRowNumber(part) ? /^\p{Script=Han}/u : /^[.、]\p{Script=Han}/u),
  },
  { part: /^[一二三四五六七八九十]{1,3}$/, words: () => /^\)\p{Script=Han}/u },
  { part: /^\($/, words: () => /^[一二三四五六七八九十]{1,3}\)\p{Script=Han}/u },
]

/** Pieces with the numbers of rows and headings put before their words, from which another font parted them, on one line or on two. */
function withNumbers(pieces: readonly LaidPiece[]): LaidPiece[] {
  return TORN.reduce<LaidPiece[]>((all, { part, words }) => withParts(all, part, words), [...pieces])
}

/** Pieces with each part put before the words it belongs to, where there are no others near that may be those. */
function withParts(pieces: readonly LaidPiece[], isPart: RegExp, wordsOf: (part: PagePiece) => RegExp): LaidPiece[] {
  const joined = new Map<LaidPiece, LaidPiece | null>()
  for (const part of pieces.filter(({ folded }) => isPart.test(folded))) {
    const isOwn = wordsOf(part)
    const near = pieces.filter((piece) => isOwn.test(piece.folded) && isNear(part, piece) && !joined.has(piece))
    const [words, another] = near
    if (words === undefined || another !== undefined) continue
    joined.set(part, null)
    joined.set(words, {
      ...words,
      text: part.text + words.text,
      folded: part.folded + words.folded,
      left: Math.min(part.left, words.left),
      bottom: part.bottom,
      middle: (words.top + part.bottom) / 2,
      places: [...part.places, ...words.places],
      words: [],
    })
  }
  return pieces.flatMap((piece) => (joined.has(piece) ? (joined.get(piece) ?? []) : piece))
}

/** Whether words stand behind a number, or a line above it. */
function isNear(number: PagePiece, { left, top, bottom }: PagePiece): boolean {
  const reaches = left <= number.right + NEAR && left >= (bottom === number.top ? number.left - 1 : number.right)
  return reaches && (top === number.top || bottom === number.top)
}

/** Blanks between a number and its words, at the most. */
const NEAR = 6
