import type { Alignment } from '../labels/align.js'
import { foldedEnd, foldedIndex, type Stream } from '../stream.js'
import type { FoundRow } from '../tables/fill.js'
import { isMark, type Piece } from './cells.js'

/**
 * Text recovered from PDF has page numbers on lines of their own, in mid-table too. Where a table's rows stand on their
 * labels' lines, or the row's unit or the header's columns do, a single figure on a line below a row may be the number of a page, come in for a cell
 * that is lost: the row is uncertain. So is one that ends in a number between strokes (— 1 —), in a table without other strokes, and one that
 * ends where a page seems to: before an empty line, or at the end of a line with several rows. If it has a figure more than cells there, that
 * is left out.
 *
 * @param labelEnds where the label of each row ends in the folded text
 * @param headed whether labels of its header stand on one line
 */
export function withoutPageNumbers(
  text: string,
  rows: readonly FoundRow[],
  labelEnds: readonly number[],
  headed: boolean,
): FoundRow[] {
  const below = rows.map((row, i) => figuresBelow(text, row, labelEnds[i] ?? 0))
  const beside = rows.filter((row, i) => row.pieces.some(isMark) && below[i]?.length === 0).length
  const marked = new Set(rows.filter((row) => endsInMarkedNumber(text, row)))
  const strokes = rows.some((row) => !marked.has(row) && row.pieces.some(({ kind }) => kind === 'nil'))
  const atEnds = pageEndsIn(text, rows, labelEnds)
  return rows.map((row, i) => {
    const onLines = beside > 0 || headed || hasUnitBeside(text, row, labelEnds[i] ?? 0)
    const isBelow = onLines && below[i]?.length === 1 && below[i]?.[0]?.kind === 'number'
    const isMarked = marked.has(row) && !strokes
    const suspect = isMarked || (row.placed === null && (isBelow || atEnds.has(row)))
    if (!suspect) return row
    const isOver = atEnds.has(row) && row.pieces.filter(isMark).length === row.slots.length + 1
    return { ...row, uncertain: true, pieces: isOver ? row.pieces.slice(0, -1) : row.pieces }
  })
}

/** A page's number, alone. */
const PAGE_NUMBER = /^\d{1,3}$/
/** At the ends of pages stand few of a table's rows. */
const FEW = 0.25

/** The rows, but the last, whose last figure may be the number of a page at whose end it stands: as few of all rows do. */
function pageEndsIn(text: string, rows: readonly FoundRow[], labelEnds: readonly number[]): Set<FoundRow> {
  const ends = rows.slice(0, -1).filter((row, i) => endsPage(text, row, labelEnds[i - 1] ?? -1))
  if (ends.length > Math.max(1, rows.length * FEW)) return new Set()
  return new Set(
    ends.filter(({ placed, pieces }) => {
      const last = pieces.at(-1)
      return placed === null && last?.kind === 'number' && PAGE_NUMBER.test(text.slice(last.from, last.to))
    }),
  )
}

/** Whether an empty line stands behind a row's last cell, alone on its own, or the line ends there on which another row stands. */
function endsPage(text: string, { pieces }: FoundRow, labelAbove: number): boolean {
  const last = pieces.at(-1)
  if (last === undefined) return false
  const behind = /^[^\S\n]*\n(?<empty>[^\S\n]*\n)?/.exec(text.slice(last.to, last.to + 200))
  if (behind === null) return false
  const begin = text.lastIndexOf('\n', last.from - 1) + 1
  return behind.groups?.empty === undefined ? labelAbove > begin : text.slice(begin, last.from).trim() === ''
}

const MARKED_NUMBER = /^([-—–])\s{0,3}\d{1,4}\s{0,3}\1$/

function endsInMarkedNumber(text: string, { pieces }: FoundRow): boolean {
  const [first, , last] = pieces.filter(isMark).slice(-3)
  return first !== undefined && last !== undefined && MARKED_NUMBER.test(text.slice(first.from, last.to))
}

/** Whether two labels of a table's headers that stand one behind the other share a line, so that its cells do, too. */
export function hasHeaderLine(stream: Stream, { template, matches }: Alignment): boolean {
  return matches.some((match, i) => {
    const next = matches[i + 1]
    if (!match || !next || template.labels[i]?.row !== null || template.labels[i + 1]?.row !== null) return false
    const between = stream.folded.text.slice(foldedEnd(stream, match.to), foldedIndex(stream, next.from))
    return between !== '' && !between.includes('\n')
  })
}

/** Whether the unit is printed on the line on which the label ends. */
function hasUnitBeside(text: string, { unit }: FoundRow, labelEnd: number): boolean {
  const end = text.indexOf('\n', labelEnd)
  return unit !== null && text.slice(labelEnd, end < 0 ? text.length : end).includes(unit)
}

function figuresBelow(text: string, row: FoundRow, labelEnd: number): Piece[] {
  const end = text.indexOf('\n', labelEnd)
  return end < 0 ? [] : row.pieces.filter((piece) => isMark(piece) && piece.from > end)
}
