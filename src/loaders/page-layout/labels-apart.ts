import { isNumbered, isUnit } from '../containers/known-labels.js'
import { readCell } from '../values.js'
import type { FoundLabel, KnownTexts } from './labels.js'
import { type PagePiece, simplifiedPieces } from './pieces.js'

/** What stands on a page, with the labels of forms that it spells out. */
export interface Labelled<Piece extends PagePiece> {
  readonly pieces: readonly Piece[]
  readonly labels: readonly FoundLabel[]
}

/**
 * The labels of a page, those included that stand so near beside one another that their lines look like one: a line is cut at its
 * narrow gaps where it is in no label as a whole, and every part of it is in one, or is a unit or figure behind; what stands
 * before a label with its number need not be one.
 *
 * @param cut the parts of a line
 * @param labelsOf the labels that pieces spell out
 */
export async function labelsApart<Piece extends PagePiece>(
  pieces: readonly Piece[],
  cut: (piece: Piece) => readonly Piece[],
  labelsOf: (pieces: readonly Piece[], known: KnownTexts) => Promise<FoundLabel[]>,
): Promise<Labelled<Piece>> {
  const known: KnownTexts = new Map()
  const labels = await labelsOf(pieces, known)
  const whole = spelledBy(labels)
  const cuts = pieces.map((piece) => (whole.has(piece) || isSentence(piece) ? [piece] : cut(piece)))
  if (cuts.every(({ length }) => length === 1)) return { pieces, labels }
  const folded = (await simplifiedPieces(cuts.flat())) as Piece[]
  const parts = cuts.map((own, i) => {
    const from = cuts.slice(0, i).reduce((sum, { length }) => sum + length, 0)
    return own.length === 1 ? pieces.slice(i, i + 1) : folded.slice(from, from + own.length)
  })
  const told = spelledBy(await labelsOf(parts.flat(), known))
  const isTold = (part: Piece, i: number, own: readonly Piece[]) =>
    told.has(part) || isUnitBefore(part, own[i + 1]) || isFigureBehind(part, own[i - 1])
  const isCut = (own: readonly Piece[]) => {
    const first = own.findIndex((part) => told.has(part) && isNumbered(part.folded))
    return own.length > 1 && (own.every(isTold) || (first > 0 && own.slice(first).every(isTold)))
  }
  if (!parts.some(isCut)) return { pieces, labels }
  const apart = parts.flatMap((own, i) => (isCut(own) ? own : pieces.slice(i, i + 1)))
  return { pieces: apart, labels: await labelsOf(apart, known) }
}

/** Whether words are a part of a sentence, as a long line or one with a full stop is. */
function isSentence({ folded }: PagePiece): boolean {
  return folded.length > LONGEST || /[。;；]/.test(folded)
}

/** So many letters a line of heads or of a label and figures has at the most. */
const LONGEST = 60

/** Whether it is a unit with a figure behind it, as they stand in two cells. */
function isUnitBefore({ folded }: PagePiece, next: PagePiece | undefined): boolean {
  return isUnit(folded) && next !== undefined && readCell(next.folded).kind !== 'other'
}

/** Whether it is a figure behind words. */
function isFigureBehind({ folded }: PagePiece, before: PagePiece | undefined): boolean {
  return readCell(folded).kind !== 'other' && before !== undefined && readCell(before.folded).kind === 'other'
}

function spelledBy(labels: readonly FoundLabel[]): Set<PagePiece> {
  return new Set(labels.flatMap((label) => label.pieces))
}
