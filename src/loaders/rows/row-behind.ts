import type { Alignment, Match } from '../labels/align.js'
import type { Label } from '../labels/template.js'
import { cellMarks } from '../marks.js'
import { chineseNumber } from '../numerals.js'
import { foldedEnd, foldedIndex, type Stream } from '../stream.js'
import type { FoundRow } from '../tables/fill.js'
import { cutCells, isMark, type Piece } from './cells.js'
import { pastLabelCell } from './label-cell.js'
import { MAX_ROW } from './printed-row.js'
import { type CodesPrinted, figuresBeforeHeading, figuresEnd, leadOf, type RowLead } from './row-lead.js'

/** What is told of a row by what stands between its label and the next. */
type Behind = Omit<FoundRow, 'slots' | 'label' | 'torn' | 'underHeads'>

/**
 * The figures of a row whose borders do not say which is whose: what stands between its label and the next, and all there is to
 * doubt about it.
 *
 * @param match the label, or the last of a header that is printed above a single row
 */
export function rowBehind(
  stream: Stream,
  { template, matches }: Alignment,
  index: number,
  match: Match,
  codes: CodesPrinted,
): Behind {
  const { text } = stream.folded
  const header = template.definition.arrangement === 'single_row'
  const next = matches.slice(index + 1).find((other) => other !== null)
  const row = template.labels[index]?.row ?? null
  const slots = row?.cells.length ?? 0
  const wordsEnd = foldedEnd(stream, match.to)
  const reach = Math.min(next ? foldedIndex(stream, next.from) : sectionBehind(text, wordsEnd), wordsEnd + MAX_ROW)
  const labelCell = row === null || header ? null : pastLabelCell(text, wordsEnd, reach, row)
  const end = labelCell?.end ?? wordsEnd
  const heading = figuresBeforeHeading(text, end, reach)
  const limit = heading ?? reach
  const lead = leadOf(text, end, limit, row, codes)
  const from = lead.end
  const to = (lead.unit === null ? null : figuresEnd(text, from, limit, slots)) ?? limit
  const cut = cutCells(stream.folded, from, to, slots, header)
  const unitLost = lead.unit === null && row !== null && row.units.length > 0
  const run = unitLost ? null : gluedRun(text, from, next || heading !== null ? to : null, slots)
  const pieces = run === null ? rowPieces(cut.pieces, slots) : [run]
  const unsure =
    lead.uncertain ||
    labelCell?.isDoubtful === true ||
    pieces.slice(0, 1).some((piece) => mayHoldNumbering(piece, lead, next))
  const found = { pieces, placed: null, grid: cut.grid, unit: lead.unit }
  const lost = lostLabels(template.labels, matches, index)
  if (run !== null) {
    // Behind a row whose label is lost, the digits may be the figures of both.
    const glued = slots > 1 && lost === 0
    return { ...found, uncertain: unsure || slots > 1 || lost > 0, glued, unread: false, closed: true }
  }
  const wordsBehindUnit =
    lead.unit !== null && cut.pieces.slice(0, Math.max(0, cut.pieces.findIndex(isMark))).some(isWords)
  const foreign =
    wordsBehindUnit || hasForeignWords(text, cut.pieces, from, header, next === undefined && heading === null)
  const endsItsLine = cut.onLabelLine && (next === undefined || text.slice(from, to).includes('\n'))
  const mayBeNext = !endsItsLine && !cut.grid && wordsBehind(cut.pieces, pieces) < lost
  const broken = pieces.filter(isMark).length !== slots && isBrokenOff(text, cut.pieces, pieces)
  const uncertain = unsure || foreign || broken || (pieces.some(isMark) && mayBeNext)
  const unread = foreign && !pieces.some(isMark)
  return { ...found, uncertain, glued: false, unread, closed: cut.grid || cut.onLabelLine }
}

/** Where the next section or an attachment begins behind the last row of a table: no figure from there on is its own. */
export function sectionBehind(text: string, from: number): number {
  const found = /\n[# |]{0,10}(?:[一二三四五六七八九十]{1,3}、|附[:件表])/.exec(text.slice(from, from + MAX_ROW))
  return found === null ? text.length : from + found.index
}

/**
 * Digits that are all there is of a row and must hold several figures, or one that is run together with the words behind it:
 * they follow the label without blank or border (`81`), or are too many for one figure (` 801000081`).
 *
 * @param next where the next label of the table begins, if it was found
 * @returns `null` where the digits are figures with borders, or the last may belong to a number that begins the words
 */
function gluedRun(text: string, from: number, next: number | null, slots: number): Piece | null {
  const run = /(?<blank>\s*)(?<digits>\d+(?:\.\d+)?)(?<unit>万元|[万元件条个项])?(?<border>[\s|]*)/y
  run.lastIndex = from
  const found = run.exec(next === null ? text : text.slice(0, next))
  const { blank = '', digits = '', unit, border = '' } = found?.groups ?? {}
  if (found === null || unit !== undefined || (slots > 1 && digits.includes('.'))) return null
  const start = from + blank.length
  const to = start + digits.length
  const atNextLabel = next !== null && to + border.length >= next
  if (slots === 1)
    return blank === '' && border === '' && (atNextLabel || ENDS_RUN.test(text.slice(to, to + 12)))
      ? piece(digits, start, to)
      : null
  const together = blank === '' || digits.length >= Math.max(slots, 6) || /^0\d/.test(digits)
  const whole = atNextLabel || (next === null && ENDS_RUN.test(text.slice(to, to + 12)))
  return together && whole ? piece(digits, start, to) : null
}

/** What may stand right behind a figure without being part of its cell: the end, a heading, a note. */
const ENDS_RUN =
  /^(?:$|\s{1,8}(?![\s\d/—-])|第[一二三四五六七八九十]{1,3}[条部]|[一二三四五六七八九十]{1,3}、|[(*注说备])/

function isWords(piece: Piece): boolean {
  return piece.kind === 'other'
}

function piece(digits: string, from: number, to: number): Piece {
  return { kind: 'number', value: Number(digits), unit: null, from, to }
}

/** A row's own pieces: rests of the label before them are passed over, and the first words behind them end the row. */
function rowPieces(pieces: readonly Piece[], slots: number): Piece[] {
  const first = pieces.findIndex(isMark)
  if (first < 0) return pieces.slice(0, slots).filter((piece) => piece.kind === 'blank' || piece.kind === 'span')
  const start = pieces.slice(0, first).findLastIndex((piece) => piece.kind === 'other') + 1
  const after = pieces.slice(first).findIndex((piece) => piece.kind === 'other')
  return pieces.slice(start, after < 0 ? pieces.length : first + after)
}

/**
 * Whether the words that end a row's pieces are in truth a cell that could not be read (约5, 5(含上年1件)): they stand on
 * the last piece's line, or hold a figure. The row's other cells must then not be told by counting.
 */
function isBrokenOff(text: string, all: readonly Piece[], own: readonly Piece[]): boolean {
  const last = own.at(-1)
  const next = last && all.find((piece) => piece.kind === 'other' && piece.from >= last.to)
  if (last === undefined || next === undefined) return false
  const words = text.slice(next.from, next.to)
  const isFew = words.length <= MAX_BELOW && /^\p{L}+$/u.test(words) && words !== '其中'
  const figure = isFew || (words.length <= MAX_CELL && (/\d/.test(words) || chineseNumber(words) !== null))
  return figure || !text.slice(last.to, next.from).includes('\n')
}

/** A cell with a figure and a remark is no longer than this. */
const MAX_CELL = 24

/** How many pieces of words stand behind a row's own pieces; they may be labels too damaged to be known. */
function wordsBehind(all: readonly Piece[], own: readonly Piece[]): number {
  const last = own.at(-1)
  return last === undefined ? 0 : all.filter((piece) => piece.kind === 'other' && piece.from >= last.to).length
}

/** A figure that touches the unit and a next label that is not quite the form's: its last digits may number that label. */
function mayHoldNumbering({ from }: Piece, { unit, end }: RowLead, next: Match | undefined | null): boolean {
  return unit !== null && from === end && (next?.distance ?? 0) > 0
}

/** How many labels were not found between a row and the next label found, if the next row's is one of them; else none. */
function lostLabels(labels: readonly Label[], matches: readonly (Match | null)[], index: number): number {
  const next = matches.findIndex((match, i) => i > index && match !== null)
  const between = labels.slice(index + 1, next < 0 ? labels.length : next)
  const lost = between.filter((label) => !label.optional)
  return lost.some((label) => label.row !== null) ? lost.length : 0
}

/**
 * Words before the first figure that are not the rest of this row's label: they may be a label too damaged to be known,
 * whose figures are then not this row's. Where there is no figure, words with digits in them may hold the row's cells.
 * Behind the last label of a table the narrative goes on: there only the next words count, unless they are a heading.
 */
function hasForeignWords(
  text: string,
  pieces: readonly Piece[],
  from: number,
  header: boolean,
  last: boolean,
): boolean {
  const first = pieces.findIndex(isMark)
  const before = pieces.slice(0, first < 0 ? pieces.length : first).filter((piece) => piece.kind === 'other')
  if (first < 0 && last) {
    const next = text.slice(before[0]?.from ?? 0, before[0]?.to ?? 0)
    return (/\d/.test(next) || mayBeCell(text, from, before[0])) && !HEADING.test(next)
  }
  return before.some((piece) => {
    const words = text.slice(piece.from, piece.to)
    const restOfLabel = piece.from === from || text[piece.from] === '('
    const unread = /\d/.test(words) && (first < 0 || isRunOfMarks(words))
    return unread || (!restOfLabel && piece.to - piece.from > (header ? 3 : 0))
  })
}

/** Whether nothing but digits and nil marks stands there, run together (0//无): the figures of several cells. */
function isRunOfMarks(words: string): boolean {
  const { nil_strokes: strokes, nil_words: nils } = cellMarks()
  return (
    nils
      .reduce((rest, nil) => rest.replaceAll(nil, ''), words)
      .match(/[^\d.,]/g)
      ?.every((one) => strokes.includes(one)) ?? true
  )
}

/** Whether words behind the last label of a table may be a cell that cannot be read: few, and on the label's line or not even a word. */
function mayBeCell(text: string, from: number, words: Piece | undefined): boolean {
  if (words === undefined) return false
  const written = text.slice(words.from, words.to)
  const isBeside = !text.slice(from, words.from).includes('\n')
  return written.length <= (isBeside ? MAX_BESIDE : MAX_BELOW) && !/^(?:[注说备(]|\*\p{L})|:$/u.test(written)
}

/** Longer words behind a table's last label are no cell of its row: on the label's line, and on another. */
const [MAX_BESIDE, MAX_BELOW] = [8, 3]

const HEADING = /^[#\s]*(?:\(?[一二三四五六七八九十]{1,3}[)、]|第[一二三四五六七八九十]部分)/
