import type { Folded } from '../types.js'
import type { Piece } from './cells.js'
import { readCell } from './values.js'

type Range = readonly [from: number, to: number]

/** A number before a label; words with any other figure in them are a cell that cannot be read (约4). */
export const NUMBERING = /^(?:\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、])/

/** One line of a table drawn with pipes: words in front, figures behind. */
export interface GridLine {
  /** The words of its leading cells, without white space. */
  readonly words: readonly string[]
  /** Where the last of these cells stands. */
  readonly label: Range
  /** Its other cells, each a figure, a nil mark or empty. */
  readonly cells: readonly Piece[]
  readonly from: number
  readonly to: number
}

/**
 * The lines `| words | 1 | 0 | 1 |` of folded text `[from, to)`: each opened and closed by a pipe, with figures in it, and with no
 * words behind the first figure.
 */
export function gridLines({ text }: Folded, from: number, to: number): GridLine[] {
  const lines: GridLine[] = []
  let at = from
  for (const line of text.slice(from, to).split('\n')) {
    const start = at
    at += line.length + 1
    const trimmed = line.trim()
    if (trimmed.length < 3 || !trimmed.startsWith('|') || !trimmed.endsWith('|')) continue
    const found = gridLine(trimmed, start + line.indexOf('|'))
    if (found !== null) lines.push(found)
  }
  return lines
}

function gridLine(line: string, from: number): GridLine | null {
  const words: string[] = []
  const cells: Piece[] = []
  let label: Range = [from, from]
  let at = from + 1
  for (const part of line.slice(1, -1).split('|')) {
    const written = part.trim()
    const start = at + part.indexOf(written)
    at += part.length + 1
    const read = written === '' ? null : readCell(written)
    if (read?.kind === 'other') {
      const word = written.replace(/\s/g, '')
      if (cells.some((cell) => cell.kind !== 'blank') || /\d/.test(word.replace(NUMBERING, ''))) return null
      words.push(word)
      label = [start, start + written.length]
      cells.length = 0
      continue
    }
    const value = read?.kind === 'number' ? read.value : null
    const unit = read?.kind === 'number' ? read.unit : null
    cells.push({ kind: read?.kind ?? 'blank', value, unit, from: start, to: start + written.length })
  }
  return cells.some((cell) => cell.kind === 'number') ? { words, label, cells, from, to: from + line.length } : null
}

/**
 * The cells of a line that belong to a row of so many. Empty ones too many at its end belong to the grid alone; where another
 * stands among the figures, it may as well be what is left of a merged label or a doubled border, and nothing is sure.
 */
export function cellsFor(line: GridLine, slots: number): readonly Piece[] | null {
  const [own, extra] = [line.cells.slice(0, slots), line.cells.slice(slots)]
  const isBlank = (cell: Piece) => cell.kind === 'blank'
  if (own.length < slots || !extra.every(isBlank)) return null
  return extra.length > 0 && own.some(isBlank) ? null : own
}
