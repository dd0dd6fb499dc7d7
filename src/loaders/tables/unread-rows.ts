import { isUnit } from '../containers/known-labels.js'
import type { Alignment, Match } from '../labels/align.js'
import type { Label } from '../labels/template.js'
import { isMark, type Piece } from '../rows/cells.js'
import { freePlaces, hasFigureBehind } from '../rows/displaced-rows.js'
import { MAX_ROW } from '../rows/printed-row.js'
import { sectionBehind } from '../rows/row-behind.js'
import { foldedEnd, foldedIndex, type Stream } from '../stream.js'
import { readCell } from '../values.js'
import type { FoundRow } from './fill.js'
import { wordsInPieces } from './words-in-pieces.js'

/** A number between borders, commas, blanks or quotation marks, one that no cell is told for, or one at the end of words: no numbering (3.其他), no part of a sentence. */
const FIGURE =
  /(?:^|[\s|,'"\u001f])(?:=\?)?[+-]?\d(?:[\d.,]{0,20}|[\d.,]{0,20}(?<=\d)(?![年月日号])\p{Script=Han}{1,2})(?=[\s|,'"\u001f]|$)|\p{Script=Han}\d{2,}(?=[\s|\u001f]|$)/gmu
const BORDERS = /[\s|,\u001f]+/
/** A number between strokes alone on its line is that of a page. */
const ALONE = /^[^\S\n]*[-—–][^\S\n]*\d{1,4}[^\S\n]*[-—–][^\S\n]*$/gm

/** No cell goes on so long: a line with more words between borders ends a table. */
const PROSE = /^(?=[^\n]*。|[^\n|\t\u001f]{60}).*$/m

/**
 * The rows of a table of which no label was found, although figures that no other row has stand about where they are due: their
 * labels may be worded in another way, stand in another order, or be lost. So with rows whose label stands there in pieces, as in a text taken
 * from pages. Such a row is not known to be missing from the report.
 *
 * @returns their codes
 */
export function unreadRows(stream: Stream, alignment: Alignment, rows: readonly FoundRow[]): Set<string> {
  const { template, matches } = alignment
  const unread = new Set<string>()
  if (template.definition.arrangement === 'single_row') return unread
  const byCode = new Map(rows.flatMap((row) => row.slots.slice(0, 1).map((slot) => [slot.row, row] as const)))
  const due = template.labels.flatMap((label, i) => {
    const code = label.row?.cells[0]?.row
    return code === undefined ? [] : [{ code, label, match: matches[i] ?? null, found: byCode.get(code) }]
  })
  if (due.every(({ found }) => found !== undefined)) return unread
  const table = ownedRanges(stream, matches, rows)
  const [first = [0, 0], last = [0, 0]] = [table.at(0), table.at(-1)]
  const end = tableEnd(stream.folded.text, last[1])
  const start = beginOf(stream, alignment)
  const own = table.map(([from, to]): Range => [from - start, to - start])
  // Where figures stand apart from most rows' labels, no other row is known to be missing.
  const isDoubtful = rows.filter((row) => row.unread).length > rows.length / 2
  const nilMarks = nilMarksOf(stream.folded.text, rows)
  const isInPieces = wordsInPieces(stream.folded.text.slice(start, end), own)
  due.forEach(({ code, found, label }, i) => {
    if (found !== undefined) return
    const placeOf = (one: (typeof due)[number] | undefined, none: number) =>
      one === undefined ? none : (rangeOf(stream, one) ?? [none])[0]
    const around = [due.slice(0, i), due.slice(i + 1)].map((some) => some.filter((one) => one.found !== undefined))
    const from = placeOf(around[0]?.at(-2), first[0])
    const to = placeOf(around[1]?.[1], end)
    const isElsewhere = freePlaces(stream, alignment, label, false).some((place) =>
      hasFigureBehind(stream.folded.text, place.to, label),
    )
    const isInRowAbove = mayHoldAnother(stream.folded.text, around[0]?.at(-1)?.found)
    const isTorn = beginsAbove(stream.folded.text.slice(Math.max(0, first[0] - ABOVE), first[0]), label)
    const isInParts = isTorn || isInRowAbove || isInPieces(label.wordings)
    if (isDoubtful || isElsewhere || isInParts || holdsFigures(stream.folded.text, from, to, table, nilMarks))
      unread.add(code)
  })
  return unread
}

/** So many characters above a table's first label known may be those of a row; so many of a label's tell which. */
const [ABOVE, BEGUN] = [300, 4]

/** Whether a line begins as a label does, with a figure behind: the end of a page may have cut it. */
function beginsAbove(above: string, { wordings, numberings }: Label): boolean {
  const begun = wordings.flatMap((words) => numberings.map((number) => number + words.slice(0, BEGUN)))
  return above.split('\n').some((line) => {
    const written = line.replace(/^[\s|\u001d\u001f]+/, '')
    return begun.some((words) => written.startsWith(words)) && /[\s|\u001f]\d/.test(written)
  })
}

/**
 * Whether figures of a row may be those of one below it: they are not known, or it has more than cells, or without borders fewer, so that
 * it may be the one that is empty.
 */
function mayHoldAnother(text: string, row: FoundRow | undefined): boolean {
  if (row === undefined || row.placed !== null) return false
  if (row.unread) return true
  const marks = row.pieces.filter(isMark)
  const [only, another] = marks
  const run = only !== undefined && another === undefined ? text.slice(only.from, only.to) : null
  const { length: most } = run ?? marks
  // No count is a fraction: one that seems to be may be two.
  if (run?.includes('.') && !row.slots.some(({ unit }) => unit.endsWith('元'))) return true
  // A run of more digits than cells may be cut in many ways.
  if (run !== null && (leastCells(run) > row.slots.length || (most > row.slots.length && row.slots.length > FEW)))
    return true
  if (row.grid) return marks.length > row.slots.length
  // As many figures as cells that do not add up may be those of two rows, each with empty cells.
  if (marks.length === row.slots.length) return row.slots.at(-1)?.column === 'total' && !addsUp(marks)
  return marks.length > row.slots.length || (row.slots.length > FEW && most > 0 && most < row.slots.length)
}

/** Whether the last figure is the sum of those before it. */
function addsUp(marks: readonly Piece[]): boolean {
  return marks.slice(0, -1).reduce((sum, { value }) => sum + (value ?? 0), 0) === (marks.at(-1)?.value ?? 0)
}

/** A row of so few cells may well have a figure in one of them alone. */
const FEW = 2

/** How many cells a run of digits holds at the least: no number of several digits begins with 0. */
function leastCells(run: string): number {
  const noughts = /^0*/.exec(run)?.[0].length ?? 0
  return noughts + (run.length > noughts ? 1 : 0)
}

type Range = readonly [from: number, to: number]

/** What is known: the labels found and the figures of rows, in order. */
function ownedRanges(stream: Stream, matches: Alignment['matches'], rows: readonly FoundRow[]): Range[] {
  return [
    ...matches.flatMap((match) => (match ? [labelRange(stream, match)] : [])),
    ...rows.flatMap(({ pieces }) => pieces.filter(isMark).map(({ from, to }): Range => [from, to])),
  ].sort((a, b) => a[0] - b[0])
}

/** Where a table begins: behind its title, if that stands near above the first label, or else with that. */
function beginOf(stream: Stream, { template, matches }: Alignment): number {
  const first = matches.find((match) => match !== null)?.from ?? 0
  const { title } = template.definition
  const at = stream.chars.lastIndexOf(title, first)
  const [end, label] = [foldedEnd(stream, at + title.length), foldedIndex(stream, first)]
  return at < 0 || end > label || label - end > MAX_ROW ? label : end
}

function labelRange(stream: Stream, { from, to }: Match): Range {
  return [foldedIndex(stream, from), foldedEnd(stream, to)]
}

function rangeOf(stream: Stream, { match, found }: { match: Match | null; found: FoundRow | undefined }): Range | null {
  const piece = found?.pieces.find(isMark)
  return match ? labelRange(stream, match) : piece ? [piece.from, piece.to] : null
}

/** Where the lines end that may be rows behind the last label or figure known. */
function tableEnd(text: string, at: number): number {
  const end = Math.min(sectionBehind(text, at), at + MAX_ROW)
  const behind = text.slice(at, end)
  const line = behind.indexOf('\n')
  const prose = line < 0 ? null : PROSE.exec(behind.slice(line + 1))
  return prose === null ? end : at + line + 1 + prose.index
}

/** The marks that stand for no number in the rows known. Other strokes may close a heading. */
function nilMarksOf(text: string, rows: readonly FoundRow[]): Set<string> {
  const pieces = rows.flatMap((row) => row.pieces.filter(({ kind }) => kind === 'nil'))
  return new Set(pieces.map(({ from, to }) => text.slice(from, to)))
}

/** A unit with its figure, alone between borders or blanks: all that is left of a row whose cells ran together, without its label. */
const WITH_UNIT = /(?<=^|[\s|\u001f])(\p{Script=Han}{1,3})\d+(?=[\s|\u001f]|$)/gmu

function holdsUnit(between: string): boolean {
  return [...between.matchAll(WITH_UNIT)].some(([, unit = '']) => isUnit(unit))
}

/** Whether figures or nil marks stand between two places that are no row's. */
function holdsFigures(
  text: string,
  from: number,
  to: number,
  owned: readonly Range[],
  nilMarks: ReadonlySet<string>,
): boolean {
  const isNil = (word: string) => nilMarks.has(word) || (/\p{Script=Han}/u.test(word) && readCell(word).kind === 'nil')
  let at = from
  const within = owned.filter(([start, end]) => end > from && start < to)
  for (const [start, end] of [...within, [to, to] as const]) {
    const between = text.slice(at, Math.max(at, Math.min(start, to))).replace(ALONE, '')
    if (between.search(FIGURE) >= 0 || holdsUnit(between) || between.split(BORDERS).some(isNil)) return true
    at = Math.max(at, end)
  }
  return false
}
