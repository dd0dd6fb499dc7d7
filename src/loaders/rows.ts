import type { Alignment, Match } from './align.js'
import { cutCells, isMark, type Piece } from './cells.js'
import type { FoundRow } from './fill.js'
import { headerDoubts } from './header.js'
import { type CodesPrinted, codesPrinted, figuresEnd, leadOf, type RowLead } from './row-lead.js'
import { foldedEnd, foldedIndex, type Stream } from './stream.js'
import type { Label } from './template.js'

/** No row of a form is longer than this many characters, borders included. */
const MAX_ROW = 2000

/** The rows whose labels were found, each with what stands between its label and the next. */
export function foundRows(stream: Stream, alignment: Alignment): FoundRow[] {
  const { template, matches } = alignment
  const header = template.definition.arrangement === 'single_row'
  const doubts = headerDoubts(stream, alignment)
  const codes = codesPrinted(stream, alignment)
  const found: FoundRow[] = []
  template.labels.forEach((label, index) => {
    const match = header ? matches.findLast((other) => other !== null) : matches[index]
    if (label.row === null || !match) return
    const row = rowBehind(stream, alignment, index, match, header, codes)
    const disordered = doubts.disordered.has(label.block)
    const slots = label.row.cells.map((slot) => ({ ...slot, printedUnit: doubts.units.get(`${label.block}/${slot.column}`) ?? row.unit }))
    found.push({ ...row, slots, uncertain: row.uncertain || disordered })
  })
  return found
}

type Behind = Omit<FoundRow, 'slots'>

function rowBehind(stream: Stream, { template, matches }: Alignment, index: number, match: Match, header: boolean, codes: CodesPrinted): Behind {
  const { text } = stream.folded
  const next = matches.slice(index + 1).find((other) => other !== null)
  const row = template.labels[index]?.row ?? null
  const slots = row?.cells.length ?? 0
  const end = foldedEnd(stream, match.to)
  const limit = Math.min(next ? foldedIndex(stream, next.from) : text.length, end + MAX_ROW)
  const lead = leadOf(text, end, limit, row, codes)
  const from = lead.end
  const to = (lead.unit === null ? null : figuresEnd(text, from, limit, slots)) ?? limit
  const cut = cutCells(stream.folded, from, to, slots, header)
  const pieces = rowPieces(cut.pieces, slots)
  const foreign = hasForeignWords(text, cut.pieces, from, header, next === undefined)
  const mayBeNext = !cut.onLabelLine && !cut.grid && nextRowIsLost(template.labels, matches, index) && !isClosed(cut.pieces, pieces)
  const glued = isGlued(pieces, from, slots)
  const uncertain = lead.uncertain || glued || mayHoldNumbering(pieces, lead, next) || foreign || (pieces.some(isMark) && mayBeNext)
  return { pieces, uncertain, unread: foreign && !pieces.some(isMark), grid: cut.grid, glued, unit: lead.unit }
}

/** A row's own pieces: rests of the label before them are passed over, and the first words behind them end the row. */
function rowPieces(pieces: readonly Piece[], slots: number): Piece[] {
  const first = pieces.findIndex(isMark)
  if (first < 0) return pieces.slice(0, slots).filter((piece) => piece.kind === 'blank' || piece.kind === 'span')
  const start = pieces.slice(0, first).findLastIndex((piece) => piece.kind === 'other') + 1
  const after = pieces.slice(first).findIndex((piece) => piece.kind === 'other')
  return pieces.slice(start, after < 0 ? pieces.length : first + after)
}

/** Whether words stand behind a row's pieces, which end it. */
function isClosed(all: readonly Piece[], own: readonly Piece[]): boolean {
  const last = own.at(-1)
  return last !== undefined && all.some((piece) => piece.kind === 'other' && piece.from >= last.to)
}

/** Whether the label of the row after this one was not found: figures without a border before them may then be that row's. */
function nextRowIsLost(labels: readonly Label[], matches: readonly (Match | null)[], index: number): boolean {
  const next = labels.findIndex((label, i) => i > index && label.row !== null && !(label.optional && matches[i] === null))
  return next >= 0 && matches[next] === null
}

/** A figure that touches the unit and a next label that is not quite the form's: its last digits may number that label. */
function mayHoldNumbering(pieces: readonly Piece[], { unit, end }: RowLead, next: Match | undefined | null): boolean {
  return unit !== null && pieces[0]?.from === end && (next?.distance ?? 0) > 0
}

/** One figure that follows the label without blank or border, where several are due: their digits are run together. */
function isGlued(pieces: readonly Piece[], from: number, slots: number): boolean {
  const marks = pieces.filter(isMark)
  return slots > 1 && marks.length === 1 && marks[0]?.kind === 'number' && marks[0].from === from
}

/**
 * Words before the first figure that are not the rest of this row's label: they may be a label too damaged to be known,
 * whose figures are then not this row's. Behind the last label of a table, where the narrative goes on, words without
 * any figures in the next lines say nothing; behind a header, a short rest of the header does not.
 */
function hasForeignWords(text: string, pieces: readonly Piece[], from: number, header: boolean, last: boolean): boolean {
  const first = pieces.findIndex(isMark)
  if (first < 0 && last) return pieces.slice(0, 1).some((piece) => piece.kind === 'other' && /^\S{0,20}\d/.test(text.slice(piece.from, piece.to)))
  return pieces.slice(0, first < 0 ? pieces.length : first).some((piece) => {
    const restOfLabel = piece.from === from || text[piece.from] === '('
    const unread = first < 0 && /\d/.test(text.slice(piece.from, piece.to))
    return piece.kind === 'other' && (unread || (!restOfLabel && piece.to - piece.from > (header ? 3 : 0)))
  })
}
