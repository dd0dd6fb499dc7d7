import type { Alignment, Match } from '../labels/align.js'
import { foldedEnd, foldedIndex, type Stream } from '../stream.js'
import { CELL } from '../surface.js'
import type { FoundRow } from '../tables/fill.js'
import { isMark } from './cells.js'
import { figuresAlone } from './lone-figures.js'
import { sectionBehind } from './row-behind.js'

/** Fewer rows than this do not show that labels and figures stand apart. */
const FEW_ROWS = 3
/** Share of the labels that stand behind their figures, if any do. */
const FEW = 0.2
/** So many figures behind the last label are no notes. */
const HEAP = 5
/** Figures have no more digits, most of them. */
const DIGITS = 6
/** Words of a unit or a column, unlike those that begin something else. */
const SHORT = 4
/** Characters before a table's first row in which figures of its own may stand. */
const BEFORE = 300
/** So many lines of a unit and a figure without a label show that the labels stand elsewhere. */
const FEW_UNITS = 2
/** So many words between figures are heads. */
const HEADS = 3
/** Characters below a table in which what was torn off it may stand. */
const BELOW = 600
/** Characters behind its last label in which they may. */
const REACH = 3000

/**
 * Doubts rows of a text in which labels and figures stand apart, as where it was taken from a page column by column: labels one
 * behind the other without figures, and one with many more figures than it has cells. None of them may be called empty.
 * And rows of a text in which figures may stand before their labels: there are some before the first, and none behind the last.
 */
export function withoutFiguresApart(
  stream: Stream,
  { template, matches }: Alignment,
  rows: readonly FoundRow[],
): FoundRow[] {
  if (template.definition.arrangement === 'single_row') {
    const first = matches.findIndex((match) => match !== null)
    const [from, to] = [matches[first]?.from ?? 0, matches.findLast((match) => match !== null)?.to ?? 0]
    const end = foldedEnd(stream, to)
    const isApart = holdsFigures(stream, foldedIndex(stream, from), end) || hasNumbersBelow(stream, end)
    return rows.map((row) => ((isApart && isEmpty(row)) || isInterrupted(row) ? doubted(row) : row))
  }
  const hasHeap = rows.some((row) => row.placed === null && marksOf(row) >= row.slots.length + FEW_ROWS)
  const index = template.labels.findIndex((label, i) => label.row !== null && matches[i] != null)
  const label = matches[index]
  const start = label ? foldedIndex(stream, label.from) : 0
  const above = matches.slice(0, index).findLast((match) => match !== null)
  const from = Math.max(start - BEFORE, above ? foldedEnd(stream, above.to) : 0)
  const [last] = rows.slice(-1)
  const labels = matches.flatMap((match, i) => {
    const row = template.labels[i]?.row
    return match && row ? [{ ...match, serial: row.serial }] : []
  })
  const behind = labels.filter((label) => standsBehindFigures(stream, label, label.serial)).length
  const isBehind = behind >= FEW_ROWS && behind >= labels.length * FEW
  const isAbove = last !== undefined && isEmpty(last) && figuresIn(stream, from, start) >= (last.slots.length || 1)
  const end = foldedEnd(stream, labels.at(-1)?.to ?? 0)
  const isHeadless =
    rows.filter(isEmpty).length >= Math.max(FEW_ROWS, rows.length / 2) && figuresBehind(stream, template, end) >= HEAP
  const isBelow = rows.slice(-FEW_ROWS).every(isEmpty) && figureLines(stream, end) >= FEW_ROWS
  const isTorn = unitLines(stream, template, start, end) >= FEW_UNITS
  const isInOneCell = labels.some((one, i) => sharesCell(stream, one, labels[i + 1]))
  return rows.map((row) => {
    if (row.placed !== null) return row
    if (isInOneCell && isEmpty(row)) return doubted(row)
    if ((isHeadless || isTorn || isBelow) && isEmpty(row)) return doubted(row)
    if (isBehind || isAbove) return isEmpty(row) ? doubted(row) : { ...row, uncertain: true, glued: false }
    return hasHeap && isEmpty(row) ? doubted(row) : row
  })
}

/** Whether words stand between the figures of a row, as heads do where a page was taken block by block: the blocks may stand in any order. */
function isInterrupted({ placed, pieces }: FoundRow): boolean {
  const [first, last] = [pieces.findIndex(isMark), pieces.findLastIndex(isMark)]
  return placed === null && pieces.slice(first + 1, last).filter(({ kind }) => kind === 'other').length >= HEADS
}

function isEmpty(row: FoundRow): boolean {
  return row.placed === null && marksOf(row) === 0
}

function doubted(row: FoundRow): FoundRow {
  return { ...row, unread: true, uncertain: true }
}

function marksOf(row: FoundRow): number {
  return row.pieces.filter(isMark).length
}

const FIGURE = /(?<![\d.,])\d{1,12}(?:[.,]\d{1,12}){0,3}(?![\d.、)\]年月日条号%])/g

/** How many figures stand on lines of a stretch that hold nothing but figures, or right before its end. */
function figuresIn(stream: Stream, from: number, to: number): number {
  const lines = stream.folded.text.slice(from, to).split('\n')
  return lines.filter((line) => !/\p{L}/u.test(line)).flatMap((line) => line.match(FIGURE) ?? []).length
}

/**
 * How many figures stand behind a table's last label, with no words between them but short ones, units and further labels; digits
 * run together count as several.
 */
function figuresBehind(stream: Stream, { labels }: Alignment['template'], from: number): number {
  const known = new Set(
    labels.flatMap(({ wordings, numberings }) =>
      wordings.flatMap((words) => ['', ...numberings].map((one) => one + words)),
    ),
  )
  let count = 0
  for (const [token] of stream.folded.text
    .slice(from, from + REACH)
    .matchAll(/\d[\d.,]{0,30}|[^\d\s|\u001d\u001f]+/g)) {
    if (/^\d/.test(token)) count += Math.ceil(token.length / DIGITS)
    else if (token.length > SHORT && !known.has(token) && !/^[条件次人个篇万元—-]+$/.test(token)) break
  }
  return count
}

/** How many lines behind a table's last label hold nothing but a figure or a nil mark, down to the next heading. */
function figureLines({ folded }: Stream, from: number): number {
  const [behind = ''] = folded.text.slice(from, from + REACH).split(/\n\s*[一二三四五六七八九十]{1,2}、/)
  return figuresAlone(behind).length
}

/** How many lines of a table, and of what stands below it, hold a unit and a figure and no label: `次 3542`. */
function unitLines(stream: Stream, { labels }: Alignment['template'], from: number, to: number): number {
  const units = new Set(labels.flatMap(({ row }) => row?.units ?? []))
  if (units.size === 0) return 0
  const lines = stream.folded.text
    .slice(from, to + BELOW)
    .matchAll(/^[ \t]{0,40}(\p{Script=Han}{1,3})[ \t]{1,40}\d[\d.,]{0,20}[ \t]*$/gmu)
  return Array.from(lines).filter(([, unit = '']) => units.has(unit)).length
}

/** Whether a label stands at the end of a line on which only figures stand before it. */
function standsBehindFigures(stream: Stream, match: Match, serial: string | null): boolean {
  const { text } = stream.folded
  const [start, end] = [foldedIndex(stream, match.from), foldedEnd(stream, match.to)]
  const before = /[^\n]{0,200}$/.exec(text.slice(Math.max(0, start - 200), start))?.[0] ?? ''
  const behind = /^[^\n]{0,20}/.exec(text.slice(end, end + 20))?.[0] ?? ''
  return /\d/.test(before) && !/\p{L}/u.test(before) && !/\d/.test(behind.replace(serial ?? '', ''))
}

/** Whether below a table's header, before the next section, a line holds several numbers and no words, written as no cells are. */
function hasNumbersBelow({ folded: { text } }: Stream, from: number): boolean {
  const lines = text.slice(from, Math.min(from + BELOW, sectionBehind(text, from))).split('\n')
  return lines.some((line) => !/\p{Script=Han}/u.test(line) && (line.match(/\p{N}+/gu)?.length ?? 0) >= FEW_ROWS)
}

/** Whether two labels stand in one cell of an HTML table: then their figures do, too. */
function sharesCell(stream: Stream, one: Match, next: Match | undefined): boolean {
  if (next === undefined) return false
  const { text } = stream.folded
  const [end, start] = [foldedEnd(stream, one.to), foldedIndex(stream, next.from)]
  const rest = text.slice(start, start + MAX_CELL)
  const between = text.slice(end, start)
  return !between.includes('\n') && !between.includes(CELL) && (rest.split('\n')[0] ?? '').includes(CELL)
}

/** A cell that holds the labels of a table is no longer. */
const MAX_CELL = 3000

/** Whether lines of figures stand among labels that have none behind them, or right above them. */
function holdsFigures(stream: Stream, from: number, to: number): boolean {
  const above = stream.folded.text
    .slice(Math.max(0, from - BEFORE), from)
    .split('\n')
    .slice(-2)
    .join('\n')
  const start = from - above.length
  return figuresIn(stream, start, to) >= FEW_ROWS
}
