import type { Alignment } from './align.js'
import { isMark } from './cells.js'
import type { FoundRow } from './fill.js'
import { figuresAlone, mayBePart } from './lone-figures.js'
import { foldedEnd, foldedIndex, type Stream } from './stream.js'

/** One figure alone may be the number of a page; more are not. */
const SEVERAL = 2

/**
 * Doubts the empty rows of a table without borders in which several figures stand that no row has: in a text taken from a page
 * column by column they may be theirs.
 */
export function withoutUnownedFigures(stream: Stream, { matches }: Alignment, rows: readonly FoundRow[]): FoundRow[] {
  const isEmpty = (row: FoundRow) => row.placed === null && !row.grid && !row.pieces.some(isMark)
  if (!rows.some(isEmpty)) return [...rows]
  const labels = matches.filter((match) => match !== null)
  const owned = [
    ...labels.map(({ from, to }) => ({
      from: foldedIndex(stream, from),
      to: foldedEnd(stream, to),
    })),
    ...rows.flatMap(({ pieces }) => pieces.filter(isMark)),
  ].sort((a, b) => a.from - b.from)
  const between = owned.slice(1).map(({ from }, i) => stream.folded.text.slice(owned[i]?.to ?? from, from))
  const unowned = between.flatMap((text) => figuresAlone(text).flat().filter(mayBePart)).length
  return unowned < SEVERAL
    ? [...rows]
    : rows.map((row) => (isEmpty(row) ? { ...row, unread: true, uncertain: true } : row))
}
