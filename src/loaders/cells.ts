import type { Folded } from '../types.js'
import { CELL, SPAN } from './surface.js'
import { type CellText, readCell, splitsIntoCells } from './values.js'

/** A piece of the text behind a row label: a cell with something in it, an explicit empty one, or a spanned one. */
export interface Piece {
  readonly kind: CellText['kind'] | 'blank' | 'span'
  readonly value: number | null
  readonly unit: string | null
  readonly from: number
  readonly to: number
}

/**
 * Cuts folded text `[from, to)` into cells. Borders are line ends, tabs, pipes and the cell marks of HTML; blanks are
 * borders only between figures. An empty cell counts where its borders are printed: two tabs or pipes in a line, a line
 * of tabs or pipes alone, an empty HTML cell.
 */
export function cutCells(folded: Folded, from: number, to: number): Piece[] {
  const text = folded.text
  const pieces: Piece[] = []
  let at = from
  for (const line of text.slice(from, to).split('\n')) {
    if (!MARKDOWN_RULE.test(line)) cutLine(text, at, at + line.length, at === from, pieces)
    at += line.length + 1
    // A row of an HTML table is one line: nothing below it belongs to it.
    if (line.includes(CELL) && pieces.some((piece) => piece.kind !== 'span')) break
  }
  return pieces
}

/** Whether folded text `[from, to)` holds cells of an HTML table, whose borders are all there. */
export function isGrid(folded: Folded, from: number, to: number): boolean {
  return folded.text.slice(from, to).includes(CELL)
}

/** The line of dashes under the header of a Markdown table. */
const MARKDOWN_RULE = /^\s*\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?)?\s*$/

/** `opens`: the line begins in the label's own cell, whose rest is no cell. */
function cutLine(text: string, from: number, to: number, opens: boolean, pieces: Piece[]): void {
  const line = text.slice(from, to)
  const border = line.includes(CELL) ? CELL : line.includes('|') ? '|' : '\t'
  if (!line.includes(border)) {
    if (line.trim() !== '') pushFilled(text, from, to, pieces)
    return
  }
  const before = pieces.length
  const parts = line.split(border)
  const last = parts.length - 1
  let at = from
  parts.forEach((part, i) => {
    const start = at
    at += part.length + 1
    const outer = i === 0 ? opens || border !== CELL : i === last && border !== '\t'
    if (part.trim() === '' && outer) return
    if (part.includes(SPAN)) pieces.push({ kind: 'span', value: null, unit: null, from: start, to: start })
    else if (part.trim() === '') pieces.push({ kind: 'blank', value: null, unit: null, from: start, to: start })
    else pushFilled(text, start, start + part.length, pieces)
  })
  if (border !== CELL && pieces.length === before)
    pieces.push({ kind: 'blank', value: null, unit: null, from, to: from })
}

function pushFilled(text: string, from: number, to: number, pieces: Piece[]): void {
  const part = text.slice(from, to)
  const start = from + (part.length - part.trimStart().length)
  const trimmed = part.trim()
  if (splitsIntoCells(trimmed)) {
    for (const word of trimmed.matchAll(/\S+/g)) push(word[0], start + word.index, pieces)
  } else {
    push(trimmed, start, pieces)
  }
}

function push(written: string, from: number, pieces: Piece[]): void {
  const read = readCell(written)
  const number = read.kind === 'number' ? read : null
  pieces.push({
    kind: read.kind,
    value: number?.value ?? null,
    unit: number?.unit ?? null,
    from,
    to: from + written.length,
  })
}
