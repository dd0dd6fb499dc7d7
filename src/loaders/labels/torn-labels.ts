import type { Label } from './template.js'

/** Text recovered from PDF tears labels apart; so many characters in a row are enough to know a piece by. */
export const PIECE = 4

/** A label is there in pieces if so much of it is. */
const MOST = 0.7
/** Shorter labels are not known by their pieces. */
const MIN_LENGTH = 8

/** All pieces of a table's labels. */
export function labelPieces(labels: readonly Label[]): ReadonlySet<string> {
  return new Set(labels.flatMap((label) => label.wordings.flatMap(piecesOf)))
}

/**
 * Tells which of the labels that were not found stand torn among those that were: most of their pieces are there, in
 * whatever order, outside the labels found. They say which form edition a table follows, though not where their cells are.
 */
export function tornLabels(
  chars: string,
  matches: readonly ({ readonly from: number; readonly to: number } | null)[],
): (label: Label) => boolean {
  const found = matches.filter((match) => match !== null)
  const between = found.map(({ to }, i) => chars.slice(to, found[i + 1]?.from ?? to)).join('\n')
  const torn = (wording: string) => {
    const pieces = piecesOf(wording)
    return wording.length >= MIN_LENGTH && share(pieces, between) >= MOST
  }
  return ({ wordings }) => wordings.some(torn)
}

function share(pieces: readonly string[], text: string): number {
  return pieces.filter((piece) => text.includes(piece)).length / pieces.length
}

function piecesOf(wording: string): string[] {
  return Array.from({ length: Math.max(0, wording.length - PIECE + 1) }, (_, i) => wording.slice(i, i + PIECE))
}
