import { overview } from './data.js'
import { cellKey } from './targets.js'
import { say } from './words.js'

/**
 * A cell by the labels of its form, in the language chosen; by its codes where the form has no such cell.
 *
 * @param {import('../shapes.js').Detail} detail
 * @param {import('../../types.js').CellRef} ref
 */
export function cellLabel({ head }, ref) {
  const grid = overview.grids[head.forms[ref.table] ?? head.form]?.[ref.table]
  const lines = grid?.blocks.flatMap((block) => block.lines) ?? []
  const cells = lines.flatMap((line) => line.cells)
  const cell = cells.find(({ row, column }) => row === ref.row && column === ref.column)
  return say(cell?.label, cellKey(ref))
}
