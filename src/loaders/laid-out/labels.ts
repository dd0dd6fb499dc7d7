import { type FoundLabel, type KnownTexts, labelsOn, withoutOverlaps } from '../page-layout/labels.js'
import type { PagePiece } from '../page-layout/pieces.js'
import { isFigure, isRowNumber, type LaidPiece } from './pieces.js'

/**
 * The labels of a page. A Chinese letter is as wide as two digits on paper, and one in the text, so that words may stand under
 * others by either measure; where they do by both, the longer label is the one.
 */
export async function labelsIn(page: readonly LaidPiece[], known: KnownTexts): Promise<FoundLabel[]> {
  const words = page.filter((piece) => !isRowNumber(piece) && !isFigure(piece))
  const wide = new Map(words.map((piece) => [{ ...piece, right: piece.left + 2 * (piece.right - piece.left) }, piece]))
  const found = (await labelsOn([...wide.keys()], known)).map((label) => {
    const pieces = laid(label.pieces).map((piece) => wide.get(piece) ?? piece)
    return { ...label, pieces, right: Math.max(...pieces.map(({ right }) => right)) }
  })
  return withoutOverlaps([...(await labelsOn(words, known)), ...found])
}

/** The line of the text on which a label begins. */
export function lineOf({ pieces }: FoundLabel): number {
  return Math.min(...laid(pieces).map(({ line }) => line))
}

/** The pieces are those of the page, which all have places. */
export function laid(pieces: readonly PagePiece[]): LaidPiece[] {
  return pieces.filter((piece): piece is LaidPiece => 'places' in piece)
}
