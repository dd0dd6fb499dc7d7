import { borderedPiece, type Piece } from './cells.js'
import { type PrintedRow, pipeRows } from './printed-row.js'

/** A number before a label. */
export const NUMBERING = /^(?:\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、])/

/** A printed row as words in front and figures behind, wherever it stands. */
export interface FigureLine {
  readonly row: PrintedRow
  /** The words of its leading cells, without white space. */
  readonly words: readonly string[]
  /** Where the last of these cells stands; where the row begins if there are none. */
  readonly label: { readonly from: number; readonly to: number }
  /** Its other cells, each a figure, a nil mark or empty. */
  readonly cells: readonly Piece[]
}

/** The rows between pipes in folded text `[from, to)` that hold figures, and no words behind the first of them. */
export function figureLines(text: string, from: number, to: number): FigureLine[] {
  return pipeRows(text, from, to).flatMap((row) => figureLine(text, row) ?? [])
}

function figureLine(text: string, row: PrintedRow): FigureLine | null {
  const pieces = row.cells.map(({ from, to }) => borderedPiece(text, from, to, true))
  const words = row.cells.flatMap(({ from, to }, i) =>
    isWords(pieces[i]) ? [text.slice(from, to).replace(/\s/g, '')] : [],
  )
  const last = pieces.findLastIndex(isWords)
  const isLabel = pieces.slice(0, last + 1).every((piece) => isWords(piece) || piece?.kind === 'blank')
  if (!isLabel || words.some(isUnread) || /^\d{1,2}[.、]$/.test(words.at(-1) ?? '')) return null
  const cells = pieces.slice(last + 1).filter((piece) => piece != null)
  const label = row.cells[last] ?? { from: row.from, to: row.from }
  return cells.some((cell) => cell.kind === 'number') ? { row, words, label, cells } : null
}

/** A figure among words: a cell that cannot be read (约4), unless it numbers a label. */
function isUnread(word: string): boolean {
  return /\d/.test(word.replace(NUMBERING, ''))
}

/** Words, or what cannot be read. */
function isWords(piece: Piece | null | undefined): boolean {
  return piece === null || piece?.kind === 'other'
}

/**
 * The cells of a line that belong to a row of so many. Empty ones too many at its end belong to the grid alone; where another
 * stands among the figures, it may as well be what is left of a merged label or a doubled border, and nothing is sure.
 */
export function cellsFor({ cells }: FigureLine, slots: number): readonly Piece[] | null {
  const [own, extra] = [cells.slice(0, slots), cells.slice(slots)]
  const isBlank = (cell: Piece) => cell.kind === 'blank'
  if (own.length < slots || !extra.every(isBlank)) return null
  return extra.length > 0 && own.some(isBlank) ? null : own
}
