import { columnsOfRow } from '../containers/known-labels.js'
import type { Row } from '../page-layout/blocks.js'
import { overlaps, type PagePiece } from '../page-layout/pieces.js'
import { readCell } from '../values.js'
import type { LaidPiece } from './pieces.js'

/** Lines of a figure, at the most. */
const LINES = 3

/** Columns of fewer digits are none. */
const WIDE = 2

const DIGITS = /^(?:\d+|[０-９]+)$/

/**
 * The pieces of a page with the lines of each broken figure made one, in rows that have a figure in every column on one line and under some
 * of them, not all, more digits: straight under, set alike, each line above one of digits as wide as any of its column. All figures below
 * a row, as far as the next label, must be such, and no words there that may be the label of another row.
 *
 * @param spelled the pieces of known labels
 */
export function withWholeFigures(
  page: readonly LaidPiece[],
  rows: readonly Row[],
  spelled: ReadonlySet<PagePiece>,
): readonly LaidPiece[] {
  const whole = new Map<PagePiece, LaidPiece>()
  const gone = new Set<PagePiece>()
  for (const [i, row] of rows.entries()) {
    const first = firstLine(row)
    if (first.length === 0 || first.length !== columnsOfRow(row.label.key)) continue
    const top = first[0]?.top ?? 0
    const next = rows[i + 1]
    if (next === undefined) continue
    const end = Math.min(next.label.top, ...next.cells.map((cell) => cell.top))
    const under = page.filter((piece) => piece.top >= top && piece.top < end && !first.includes(piece))
    const below = under.filter(({ folded }) => readCell(folded).kind !== 'other')
    if (under.some((piece) => !below.includes(piece) && !spelled.has(piece))) continue
    const stacks = first.map((cell) => [cell, ...below.filter((piece) => overlaps(cell, piece))])
    const isUneven = stacks.some(({ length }) => length === 1)
    const isDealt = stacks.reduce((sum, { length }) => sum + length - 1, 0) === below.length
    if (below.length === 0 || !isUneven || !isDealt || !stacks.every((stack) => isOneFigure(stack, page))) continue
    for (const [cell, ...rest] of stacks) {
      if (cell === undefined || rest.length === 0) continue
      whole.set(cell, together(cell, rest))
      for (const piece of rest) gone.add(piece)
    }
  }
  return page.filter((piece) => !gone.has(piece)).map((piece) => whole.get(piece) ?? piece)
}

/** What of a row stands on the line of its uppermost figure. */
function firstLine({ cells }: Row): LaidPiece[] {
  const top = Math.min(...cells.map((cell) => cell.top))
  return cells.filter((piece): piece is LaidPiece => 'places' in piece && piece.top === top)
}

/** Whether pieces are the lines of one figure, line upon line. */
function isOneFigure(stack: readonly LaidPiece[], page: readonly LaidPiece[]): boolean {
  if (stack.length > LINES || !stack.every(({ text }) => stack.length === 1 || DIGITS.test(text))) return false
  return stack.slice(1).every((line, i) => {
    const above = stack[i]
    if (above === undefined || line.top !== above.bottom || !isSetAlike(above, line)) return false
    const isWider = ({ text }: LaidPiece) => text.length > above.text.length && DIGITS.test(text)
    return (
      above.text.length >= WIDE &&
      line.text.length <= above.text.length &&
      !page.some((piece) => overlaps(piece, above) && isWider(piece))
    )
  })
}

function isSetAlike(a: PagePiece, b: PagePiece): boolean {
  return a.left === b.left || a.right === b.right || Math.abs(a.left + a.right - b.left - b.right) <= 1
}

function together(first: LaidPiece, rest: readonly LaidPiece[]): LaidPiece {
  return {
    ...first,
    text: [first, ...rest].map(({ text }) => text).join(''),
    folded: [first, ...rest].map(({ folded }) => folded).join(''),
    places: [first, ...rest].flatMap(({ places }) => places),
    words: [],
  }
}
