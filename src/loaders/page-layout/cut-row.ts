import { labelsAmong } from '../containers/known-labels.js'
import { foldLabel } from '../fold.js'
import { readCell } from '../values.js'
import { sameColumn } from './open-row.js'
import type { FilledCell } from './parts.js'

/**
 * A ruled table's last row on one page and its first row on the next as one row, where they are two parts of one: both have the
 * same columns, and words that are there in both are together, word for word, a label of a form. Figures that stand in both, under
 * some of the row above and not under all, or one alone, may be parts of figures: they go into one cell, and nobody takes them for one.
 *
 * @param isNext whether nothing but the foot and the head of pages stands between; else only a label in two parts tells
 * @returns the cells on both pages, or `null` where the rows are two rows
 */
export async function joinCutRow(
  above: readonly FilledCell[],
  below: readonly FilledCell[],
  isNext = true,
): Promise<{ above: FilledCell[]; below: FilledCell[] } | null> {
  const last = Math.max(...above.map(({ row, height }) => row + height)) - 1
  const pairs = below
    .filter(({ row }) => row === 0)
    .map((rest) => ({
      rest,
      cell: above.find((cell) => cell.row + cell.height - 1 === last && sameColumn(cell, rest)),
    }))
  const both = pairs.flatMap(({ rest, cell }) => (cell && cell.text !== '' && rest.text !== '' ? [{ rest, cell }] : []))
  if (pairs.some(({ rest, cell }) => cell === undefined && rest.text !== '')) return null
  const figures = both.filter(({ rest, cell }) => isFigure(rest) && isFigure(cell))
  const words = both.filter((pair) => !figures.includes(pair))
  const labels = await labelsAmong(words.map(({ rest, cell }) => cell.text + rest.text))
  if (labels.some(({ kind }) => kind === undefined)) return null
  const all = pairs.filter(({ cell }) => cell && isFigure(cell)).length
  // A row of one figure alone on the next page has no label that it could be another's.
  const isAlone = figures.length === 1 && pairs.filter(({ rest }) => rest.text !== '').length === 1 && pairs.length > 1
  const goOn = isNext && figures.length > 0 && (figures.length < all || isAlone)
  if (!goOn && (figures.length > 0 || !labels.some(({ kind }) => kind === 'row'))) return null
  const whole = new Map(
    pairs.map(({ rest, cell }) => [cell, [cell?.text, rest.text].filter((text) => text !== '').join('\n')]),
  )
  const later = below.map((cell) =>
    cell.row === 0 ? { ...cell, text: '', height: cell.height - 1 } : { ...cell, row: cell.row - 1 },
  )
  return {
    above: above.map((cell) => ({ ...cell, text: whole.get(cell) ?? cell.text })),
    below: later.filter(({ height }) => height > 0).sort((a, b) => a.row - b.row || a.column - b.column),
  }
}

function isFigure({ text }: FilledCell): boolean {
  return readCell(foldLabel(text)).kind === 'number'
}

/**
 * A ruled table's header that the end of a page cuts through: labels of columns that stand in the first row on the next page under
 * empty cells of the last row before it belong into these, as do the rests of labels that begin there. Nothing but labels is moved.
 *
 * @returns the cells on both pages, or `null` where there is nothing to move
 */
export async function joinCutHeader(
  above: readonly FilledCell[],
  below: readonly FilledCell[],
): Promise<{ above: FilledCell[]; below: FilledCell[] } | null> {
  const last = Math.max(...above.map(({ row, height }) => row + height)) - 1
  const pairs = above
    .filter((cell) => cell.row + cell.height - 1 === last)
    .flatMap((cell) =>
      below
        .filter((rest) => rest.row === 0 && rest.text !== '' && sameColumn(cell, rest))
        .map((rest) => ({ cell, rest })),
    )
  const labels = await labelsAmong(pairs.map(({ cell, rest }) => cell.text + rest.text))
  if (pairs.length === 0 || labels.length === 0 || labels.some(({ kind }) => kind !== 'column')) return null
  const moved = new Map(pairs.map(({ cell, rest }) => [cell, cell.text + rest.text]))
  const emptied = new Set(pairs.map(({ rest }) => rest))
  return {
    above: above.map((cell) => ({ ...cell, text: moved.get(cell) ?? cell.text })),
    below: below.map((cell) => (emptied.has(cell) ? { ...cell, text: '' } : cell)),
  }
}
