import type { Alignment } from './align.js'
import { isMark } from './cells.js'
import type { FoundRow } from './fill.js'
import { figuresAlone } from './lone-figures.js'
import { sectionBehind } from './row-behind.js'
import { foldedEnd, foldedIndex, type Stream } from './stream.js'

/** One figure alone may be the number of a page; more are not. */
const SEVERAL = 2

/**
 * Doubts the empty rows of a table without borders in which figures stand that no row has: in a text taken from a page column by
 * column they may be theirs. One such figure, as the number of a page may be, costs the rows beside it, more of them all.
 */
export function withoutUnownedFigures(stream: Stream, { matches }: Alignment, rows: readonly FoundRow[]): FoundRow[] {
  const { text } = stream.folded
  const isEmpty = (row: FoundRow) => row.placed === null && !row.grid && !row.pieces.some(isMark)
  const found = matches.filter((match) => match !== null)
  const [first, last] = [found[0], found.at(-1)]
  if (first === undefined || last === undefined || !rows.some(isEmpty)) return [...rows]
  const owned = [
    ...found.map(({ from, to }) => ({ from: foldedIndex(stream, from), to: foldedEnd(stream, to) })),
    ...rows.flatMap(({ pieces }) => pieces.filter(isMark)),
  ].sort((a, b) => a.from - b.from)
  const end = sectionBehind(text, foldedEnd(stream, last.to))
  const gaps = owned.map(
    ({ to }, i) =>
      figuresAlone(text.slice(to, owned[i + 1]?.from ?? end))
        .flat()
        .filter((figure) => /\d/.test(figure)).length,
  )
  const unowned = gaps.reduce((sum, count) => sum + count, 0)
  return rows.map((row) => (isEmpty(row) && unowned >= SEVERAL ? { ...row, unread: true, uncertain: true } : row))
}
