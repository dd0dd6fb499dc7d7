import type { FilledCell } from './parts.js'

/** How far the edges of one column may lie apart on two pages, in points. */
const TOLERANCE = 3

/** Whether two cells on two pages have the same column. */
export function sameColumn(a: FilledCell, b: FilledCell): boolean {
  return Math.abs(a.left - b.left) <= TOLERANCE && Math.abs(a.right - b.right) <= TOLERANCE
}

/**
 * The cells that the end of a page cuts open, so that no rule stands below them there nor above them on the next page, made whole: what
 * stands on the next page is put under what stands before. Figures of which both pages have a part are so taken by nobody for one.
 *
 * @returns the cells on both pages, or `null` where nothing goes on
 */
export function joinOpenCells(
  above: readonly FilledCell[],
  below: readonly FilledCell[],
): { above: FilledCell[]; below: FilledCell[] } | null {
  const last = Math.max(...above.map(({ row, height }) => row + height))
  const ends = above.filter((cell) => cell.isOpenBelow && cell.row + cell.height === last)
  const rests = below.filter(({ row, isOpenAbove }) => row === 0 && isOpenAbove)
  const pairs = new Map(rests.map((rest) => [rest, ends.find((cell) => sameColumn(cell, rest))]))
  const goesOn = rests.length > 0 && rests.every((rest) => rest.text === '' || pairs.get(rest) !== undefined)
  if (!goesOn || ![...pairs.values()].some((cell) => cell !== undefined && cell.text !== '')) return null
  const whole = new Map([...pairs].map(([rest, cell]) => [cell, [cell?.text, rest.text].filter(Boolean).join('\n')]))
  return {
    above: above.map((cell) => ({ ...cell, text: whole.get(cell) ?? cell.text })),
    below: withoutEmptyRows(below.map((cell) => (pairs.has(cell) ? { ...cell, text: '' } : cell))),
  }
}

/** The cells without the rows at the top that hold nothing. */
function withoutEmptyRows(cells: readonly FilledCell[]): FilledCell[] {
  const first = Math.min(...cells.filter(({ text }) => text !== '').map(({ row }) => row))
  if (!Number.isFinite(first)) return [...cells]
  return cells
    .map((cell) => ({
      ...cell,
      row: Math.max(0, cell.row - first),
      height: cell.height - Math.max(0, first - cell.row),
    }))
    .filter(({ height }) => height > 0)
    .sort((a, b) => a.row - b.row || a.column - b.column)
}
