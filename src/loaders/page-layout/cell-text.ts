import { foldLabel } from '../fold.js'
import { readCell } from '../values.js'
import type { GridCell } from './grid.js'
import type { PageLine } from './text.js'

/**
 * The lines in a cell. Chinese words that go on in the next line go on without a break, and so does a number broken off where not
 * one more digit had room, or at its point.
 */
export function cellText(cell: GridCell, lines: readonly PageLine[]): string {
  return lines.reduce((text, line, i) => {
    const before = lines[i - 1]
    if (before === undefined) return line.text
    const width = before.right - before.left
    const room = cell.right - cell.left - width - width / before.text.length
    const number = isOneNumber(before.text, line.text) && (room < MARGINS || POINT.test(before.text))
    const words = isWords(before.text) && isWords(line.text) && HAN_END.test(before.text) && HAN_START.test(line.text)
    return text + (number || words ? '' : '\n') + line.text
  }, '')
}

/** What word processors leave free at both sides of a cell together, in points: twice 0.19 cm. */
const MARGINS = 11

/** A line of digits, one that ends in the point of a decimal, and what a figure may go on with: more digits and its unit. */
const DIGITS = /^[\d０-９]{1,15}(?:[.．][\d０-９]{0,9})?$/
const POINT = /[.．]$/
const MORE = /^[\d０-９]+ ?\p{Script=Han}{0,2}$/u

/** Whether two lines are one number, broken between two of its digits. */
function isOneNumber(line: string, next: string): boolean {
  return DIGITS.test(line) && MORE.test(next) && readCell(foldLabel(line + next)).kind === 'number'
}

const HAN_END = /[\p{Script=Han}，、。：（）“”]$/u
const HAN_START = /^[\p{Script=Han}，、。：（）“”]/u

/** Whether a line is neither a figure nor a nil mark. */
export function isWords(line: string): boolean {
  return readCell(foldLabel(line)).kind === 'other'
}
