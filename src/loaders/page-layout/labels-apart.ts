import { type FoundLabel, labelsOn } from './labels.js'
import { cutAtGaps, type PagePiece, simplifiedPieces } from './pieces.js'

/** What stands on a page, with the labels of forms that it spells out. */
export interface Labelled {
  readonly pieces: readonly PagePiece[]
  readonly labels: readonly FoundLabel[]
}

/**
 * The labels of a page, those included that stand so near beside one another that their lines look like one: a line is cut at its
 * narrow gaps where it is in no label as a whole, and every part of it is in one.
 */
export async function labelsApart(pieces: readonly PagePiece[]): Promise<Labelled> {
  const labels = await labelsOn(pieces)
  const whole = spelledBy(labels)
  const cut = new Map(pieces.filter((piece) => !whole.has(piece)).map((piece) => [piece, cutAtGaps(piece)]))
  if ([...cut.values()].every(({ length }) => length === 1)) return { pieces, labels }
  const inParts = await simplifiedPieces(pieces.flatMap((piece) => cut.get(piece) ?? [piece]))
  const told = new Set([...spelledBy(await labelsOn(inParts))].map(({ runs }) => runs[0]))
  const isCut = (piece: PagePiece) => cut.get(piece)?.every(({ runs }) => told.has(runs[0])) === true
  if (!pieces.some(isCut)) return { pieces, labels }
  const apart = await simplifiedPieces(pieces.flatMap((piece) => (isCut(piece) ? (cut.get(piece) ?? []) : [piece])))
  return { pieces: apart, labels: await labelsOn(apart) }
}

function spelledBy(labels: readonly FoundLabel[]): Set<PagePiece> {
  return new Set(labels.flatMap((label) => label.pieces))
}
