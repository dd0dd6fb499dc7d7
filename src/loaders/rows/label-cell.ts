import type { RowSlots } from '../labels/template.js'
import { cellMarks, escaped } from '../marks.js'
import { cellWords, isPlainCell, readCell, splitsIntoCells } from '../values.js'
import { rowAt } from './printed-row.js'

/** What the cell of a label holds behind its words. */
export interface LabelCellEnd {
  /** Where figures may begin: behind the cell, where the sign of a note is all that stands there. */
  readonly end: number
  /** Whether a figure stands there that is no sign of a note, or may be the row's own since the cells behind are empty. */
  readonly isDoubtful: boolean
}

/**
 * Passes over the sign of a note behind a label (发布数1, 申请数*): what stands in the label's own cell is never the row's figure
 * where the row has cells of its own for all its figures.
 *
 * @param end where the label's words end
 * @param next where the next label begins
 */
export function pastLabelCell(text: string, end: number, next: number, slots: RowSlots): LabelCellEnd {
  const asItIs = { end, isDoubtful: false }
  const row = rowAt(text, end - 1)
  const at = row?.cells.findIndex((cell) => cell.from < end && end <= cell.to) ?? -1
  const cell = row?.cells[at]
  if (row === null || cell === undefined || cell.to > next) return asItIs
  const rest = text.slice(end, cell.to)
  const isSign = noteSign().test(rest)
  if (!isSign && !endsInFigure(rest)) return asItIs
  const behind = row.cells.slice(at + 1).filter(({ covered, from }) => !covered && from < next)
  const own = behind.map(({ from, to }) => text.slice(from, to).trim()).filter((words) => !slots.units.includes(words))
  if (own.length < slots.cells.length) return asItIs
  const figures = own.filter((words) => isPlainCell(readCell(words)) || splitsIntoCells(words)).length
  const isFilled = slots.cells.length === 1 ? figures >= 1 : figures >= 2
  return isSign && isFilled ? { end: cell.to, isDoubtful: false } : { end, isDoubtful: endsInFigure(rest) }
}

/** Whether words end in what reads as a cell. */
function endsInFigure(rest: string): boolean {
  const last = cellWords(rest).at(-1)
  return last !== undefined && isPlainCell(readCell(last.text))
}

let sign: RegExp | undefined

/** One sign of a note and nothing else: `1`, `*`, `①`, `[1]`, `(1)`, `注1`. */
function noteSign(): RegExp {
  const number = '注?\\d{1,2}'
  sign ??= new RegExp(
    `^\\s*\\^{0,3}(?:${number}|\\[${number}\\]|\\(${number}\\)|[${escaped(cellMarks().footnotes)}]|注)\\s*$`,
  )
  return sign
}
