import type { Form } from '../forms/forms.js'
import type { Cell, TableName } from '../types.js'
import { isCell, isMark } from './cells.js'
import { nameOf, sumsOf } from './confirm.js'
import type { FoundRow } from './fill.js'
import { MAX_ROW } from './printed-row.js'
import { sectionBehind } from './row-behind.js'
import { CELL } from './surface.js'
import { cellWords, isPlainCell, readCell } from './values.js'

/** How far above the first row of a table and behind the last one lines of figures are looked for. */
const NEAR = 300

/**
 * Why the figures of a row may be parts of figures, as a text keeps them that was taken from a table with narrow cells, height by height:
 * its own stand on several lines, of which one holds several; or between its line and another row's there are lines of some figures, of
 * as many as a row has, or of one, on one side or on both.
 */
export type LineDoubt = 'none' | 'own lines' | 'parts beside' | 'rows beside' | 'one on both sides' | 'one beside'

/**
 * Withholds rows that count right though their figures stand on several lines, where a line's end may part a number as well as
 * two cells, unless all sums in the row hold and none down its columns fails. A row that is whole on its line, while figures stand
 * alone above or below it, must add up, too; where a row has no sum, one figure alone is taken for a page's number.
 */
export function withheldOverLines(
  form: Form,
  table: TableName,
  rows: readonly FoundRow[],
  filled: Cell[][],
  doubts: readonly LineDoubt[],
): Cell[][] {
  if (doubts.every((doubt) => doubt === 'none')) return filled
  const sums = sumsOf(form, table, filled.flat())
  return filled.map((cells, i) => {
    const row = rows[i]
    const counts = row === undefined ? [] : [countOf(row), row.pieces.filter(isMark).length]
    if (!counts.includes(row?.slots.length ?? 0)) return cells
    const own = sums.filter((sum) => cells.some((cell) => sum.cells.has(nameOf(cell))))
    const along = own.filter((sum) => sum.along === 'rows')
    const holds = along.every((sum) => sum.holds === true)
    const summed = cells.every((cell) => along.some((sum) => sum.cells.has(nameOf(cell))))
    const told = {
      none: true,
      'own lines': summed && own.every((sum) => sum.holds === true),
      'parts beside': false,
      'rows beside': summed && holds,
      'one on both sides': summed && holds,
      'one beside': !summed || holds,
    }[doubts[i] ?? 'none']
    return told ? cells : cells.map(withheld)
  })
}

/** The doubt there is about each row for the lines on which figures stand. */
export function lineDoubts(text: string, rows: readonly FoundRow[]): LineDoubt[] {
  return rows.map((_, i) => doubtOf(text, rows, i))
}

function doubtOf(text: string, rows: readonly FoundRow[], i: number): LineDoubt {
  const row = rows[i]
  if (row === undefined || row.placed !== null || !hasMarks(row)) return 'none'
  if (row.grid) return sharesCells(text, row) ? 'own lines' : 'none'
  const above = rows.slice(0, i).findLast(hasMarks)
  const below = rows.slice(i + 1).find(hasMarks)
  const [start, end] = [startOf(row), endOf(row)]
  const from = above === undefined ? Math.max(0, start - NEAR) : startOf(above)
  const to = below === undefined ? Math.min(end + NEAR, sectionBehind(text, end) + 1) : startOf(below)
  const [before, behind] = [figureLines(text.slice(from, start)), figureLines(text.slice(end, to))]
  if (isMixed(text, row)) return before.length > 0 ? 'parts beside' : 'own lines'
  if (!standsBesideWords(text, start)) {
    const isWhole = (one: FoundRow) => countOf(one) === one.slots.length && !isMixed(text, one)
    // One figure alone may be the number of a label that is broken over lines.
    const own = above === undefined ? [] : isWhole(above) ? several(text.slice(endOf(above), start)) : before
    const rest = below === undefined ? behind : several(text.slice(end, to))
    const isStray = own.length > 0 || rest.length > 0 || (below !== undefined && isMixed(text, below))
    return isStray ? 'one on both sides' : 'none'
  }
  const counts = [...before, ...behind]
  if (counts.some((count) => count > 1 && count < row.slots.length)) return 'parts beside'
  if (counts.some((count) => count > 1)) return 'rows beside'
  if (counts.length === 0) return 'none'
  return before.length > 0 && behind.length > 0 ? 'one on both sides' : 'one beside'
}

/** Whether some figures stand together in one cell of a table, and others in their own: they may be lines of one figure. */
function sharesCells(text: string, row: FoundRow): boolean {
  const marks = row.pieces.filter(isMark)
  const borders = marks
    .slice(1)
    .map((piece, k) => /[|\t]/.test(text.slice(marks[k]?.to ?? 0, piece.from).replaceAll(CELL, '|')))
  return borders.includes(true) && borders.includes(false)
}

/** Whether words stand before a figure on its line. */
function standsBesideWords(text: string, at: number): boolean {
  const begun = text.slice(Math.max(0, at - MAX_ROW), at)
  return begun.slice(begun.lastIndexOf('\n') + 1).trim() !== ''
}

/** Whether lines end between some of a row's figures, and not between others, or not between the label and the first. */
function isMixed(text: string, row: FoundRow): boolean {
  const marks = row.pieces.filter(isMark)
  const breaks = marks.slice(1).map((piece, k) => text.slice(marks[k]?.to ?? 0, piece.from).includes('\n'))
  return breaks.includes(true) && (breaks.includes(false) || standsBesideWords(text, startOf(row)))
}

/** A part of a figure that is none alone. */
const PART = /^[\d.,]{1,20}$/

/** A page's number between strokes, which are no nil marks beside it. */
const MARKED_PAGE = /^\s*[-—–]{1,2}\s*\d{1,4}\s*[-—–]{1,2}\s*$/

/** How many figures each line holds that holds nothing else, but for the first and the last. */
function figureLines(text: string): number[] {
  const lines = text.split('\n').slice(1, -1)
  return lines.flatMap((line) => {
    if (MARKED_PAGE.test(line)) return []
    const words = cellWords(line)
    const alone = words.every(({ text: word }) => isPlainCell(readCell(word)) || PART.test(word))
    return words.length > 0 && alone ? [words.length] : []
  })
}

function several(text: string): number[] {
  return figureLines(text).filter((count) => count > 1)
}

function countOf({ pieces }: FoundRow): number {
  return pieces.filter(isCell).length
}

function hasMarks({ pieces }: FoundRow): boolean {
  return pieces.some(isMark)
}

function startOf({ pieces }: FoundRow): number {
  return pieces.find(isMark)?.from ?? 0
}

function endOf({ pieces }: FoundRow): number {
  return pieces.findLast(isMark)?.to ?? 0
}

function withheld(cell: Cell): Cell {
  const candidates = cell.value === null ? [] : [cell.value]
  return { row: cell.row, column: cell.column, value: null, status: 'ambiguous', text: null, at: null, candidates }
}
