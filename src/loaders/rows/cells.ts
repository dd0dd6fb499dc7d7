import type { Folded } from '../../types.js'
import { cellMarks } from '../marks.js'
import { chineseNumber } from '../numerals.js'
import { CELL, SPAN } from '../surface.js'
import { type CellText, cellWords, isGrouped, isPlainCell, readCell, splitsIntoCells } from '../values.js'
import { RULE_LINE } from './printed-row.js'

/** A piece of the text behind a row label: a cell with something in it, an explicit empty one, or a spanned one. */
export interface Piece {
  readonly kind: CellText['kind'] | 'blank' | 'span'
  readonly value: number | null
  readonly unit: string | null
  readonly from: number
  readonly to: number
}

/** What stands behind a row label. */
export interface Cut {
  readonly pieces: readonly Piece[]
  /** Whether all cells of the row stand on the label's own line, so that none of them can be another row's. */
  readonly onLabelLine: boolean
  /** Whether all borders of the row are there: it is a row of an HTML table, or closed by a pipe behind its last cell. */
  readonly grid: boolean
}

/**
 * Cuts folded text `[from, to)` into cells. Borders are line ends, tabs, pipes and the cell marks of HTML; blanks are
 * borders only between figures. An empty cell counts where its borders are printed: two tabs or pipes in a line, a line
 * of tabs alone, an empty HTML cell. A row ends early where its end is printed: with the line of an HTML table, with the
 * label's own line if it holds all `slots` cells, with the empty line under cells that stand one a line behind a tab.
 * `header`: the label is the last of a header, whose cells stand in a line further down.
 */
export function cutCells(folded: Folded, from: number, to: number, slots: number, header: boolean): Cut {
  const text = folded.text
  const pieces: Piece[] = []
  let indented = true
  let at = from
  for (const line of text.slice(from, to).split('\n')) {
    const opens = at === from
    if (line.trim() === '' && !line.includes('\t') && indented && count(pieces) > 1) break
    if (!RULE_LINE.test(line)) cutLine(text, at, at + line.length, opens, pieces)
    indented &&= opens ? count(pieces) === 0 : line.startsWith('\t') || line.trim() === ''
    if (opens && count(pieces) === slots && pieces.some(isMark))
      return { pieces, onLabelLine: true, grid: line.includes(CELL) || line.trimEnd().endsWith('|') }
    if (
      line.includes(CELL) &&
      pieces.some((piece) => (header ? isMark(piece) || count(pieces) === slots : piece.kind !== 'span'))
    )
      break
    at += line.length + 1
  }
  return { pieces, onLabelLine: false, grid: text.slice(from, to).includes(CELL) }
}

/** Whether a piece is a figure or a nil mark. */
export function isMark(piece: Piece): boolean {
  return piece.kind === 'number' || piece.kind === 'nil'
}

/** Whether a piece counts as a cell: not words, not a further place of a wide cell. */
export function isCell(piece: Piece): boolean {
  return isMark(piece) || piece.kind === 'blank'
}

function count(pieces: readonly Piece[]): number {
  return pieces.filter(isCell).length
}

/** `opens`: the line begins in the label's own cell, whose rest is no cell. */
function cutLine(text: string, from: number, to: number, opens: boolean, pieces: Piece[]): void {
  const line = text.slice(from, to)
  const border = line.includes(CELL) ? CELL : line.includes('|') ? '|' : '\t'
  if (!line.includes(border)) {
    if (line.trim() !== '') pushFilled(text, from, to, { opens, closed: false, certain: false }, pieces)
    return
  }
  // Under a label that is closed by a pipe, pipes alone may be what is left of merged cells as well as empty cells.
  if (border === '|' && !opens && /^[\s|]*$/.test(line)) return
  const before = pieces.length
  const parts = line.split(border)
  const last = parts.length - 1
  const filled = parts.filter((part, i) => part.trim() !== '' && !(opens && i === 0)).length
  const setting = { closed: border === CELL || opens || filled > 1, certain: border === CELL || opens }
  let at = from
  parts.forEach((part, i) => {
    const start = at
    at += part.length + 1
    const closing = i === last && (border !== '\t' || parts.length === 2)
    const outer = i === 0 ? opens || border !== CELL : closing
    if (part.trim() === '' && outer) return
    if (part.includes(SPAN)) pieces.push({ kind: 'span', value: null, unit: null, from: start, to: start })
    else if (part.trim() === '') pieces.push({ kind: 'blank', value: null, unit: null, from: start, to: start })
    else pushFilled(text, start, start + part.length, { ...setting, opens: opens && i === 0 }, pieces)
  })
  if (border === '\t' && !opens && pieces.length === before)
    pieces.push({ kind: 'blank', value: null, unit: null, from, to: from })
}

/** A page number on a line of its own is no row of cells. */
const PAGE_NUMBER = /^[-—–]\s*\d{1,3}\s*[-—–]$/

/** What is known of a stretch of text that holds cells. */
interface Setting {
  /** The rest of a label may stand before the figures. */
  readonly opens: boolean
  /** It is one cell with borders, so that blanks within may group a number. */
  readonly closed: boolean
  /** It is certainly no label of another row, so that a Chinese numeral is a figure and not a numbering. */
  readonly certain: boolean
}

function pushFilled(text: string, from: number, to: number, setting: Setting, pieces: Piece[]): void {
  const part = text.slice(from, to)
  const start = from + (part.length - part.trimStart().length)
  const trimmed = part.trim()
  const whole = setting.closed && !setting.opens && isGrouped(trimmed) && readCell(trimmed).kind === 'number'
  const apart = !PAGE_NUMBER.test(trimmed) && !whole && splitsIntoCells(trimmed)
  const figures = apart ? 0 : setting.opens ? trailingFigures(trimmed) : trimmed.length
  if (figures > 0) push(trimmed.slice(0, figures).trimEnd(), start, setting.certain && !setting.opens, pieces)
  pushWords(trimmed.slice(figures), start + figures, pieces)
}

/** Where the blank-separated figures at the end of a line begin, if other words stand before them; else its end. */
function trailingFigures(line: string): number {
  if (isPlainCell(readCell(line))) return line.length
  const words = cellWords(line)
  const last = words.findLastIndex((word) => !isPlainCell(readCell(word.text)))
  const before = words[last]?.text ?? ''
  if (cellMarks().approximate_before.some((mark) => before.endsWith(mark))) return line.length
  return words[last + 1]?.index ?? line.length
}

function pushWords(text: string, from: number, pieces: Piece[]): void {
  for (const word of cellWords(text)) push(word.text, from + word.index, false, pieces)
}

/** `certain`: a Chinese numeral is a figure here. */
function push(written: string, from: number, certain: boolean, pieces: Piece[]): void {
  pieces.push(pieceOf(written, from, certain))
}

function pieceOf(written: string, from: number, certain: boolean): Piece {
  const read: CellText = PAGE_NUMBER.test(written) ? { kind: 'other' } : readCell(written)
  const number = read.kind === 'number' && (certain || isPlainCell(read)) ? read : null
  return {
    kind: read.kind === 'nil' ? 'nil' : number === null ? 'other' : 'number',
    value: number?.value ?? null,
    unit: number?.unit ?? null,
    from,
    to: from + written.length,
  }
}

/**
 * What stands in one cell of a row all of whose borders are printed; `other` is a figure that cannot be read (5(含上年1件)).
 *
 * @returns `null` where it is no cell of figures: words, or several figures that have lost the border between them
 */
export function borderedPiece(text: string, from: number, to: number, certain: boolean): Piece | null {
  const part = text.slice(from, to)
  const written = part.trim()
  if (written === '') return { kind: 'blank', value: null, unit: null, from, to: from }
  const grouped = isGrouped(written) && readCell(written).kind === 'number'
  if (!grouped && splitsIntoCells(written)) return null
  const piece = pieceOf(written, from + (part.length - part.trimStart().length), certain)
  return piece.kind !== 'other' || /\d/.test(written) || chineseNumber(written) !== null ? piece : null
}
