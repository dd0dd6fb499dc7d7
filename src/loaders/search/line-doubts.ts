import { isCell, isMark } from '../rows/cells.js'
import { figuresAlone, figuresOverLabel, holdsOneAlone, holdsPartOfLabel, mayBePart } from '../rows/lone-figures.js'
import { MAX_ROW } from '../rows/printed-row.js'
import { sectionBehind } from '../rows/row-behind.js'
import { CELL } from '../surface.js'
import type { FoundRow } from '../tables/fill.js'

/**
 * Why the figures of a row may be parts of figures, as a text keeps them that was taken from a table with narrow cells, height by height:
 * - `own lines`: its own stand on several lines, of which one holds several, or may do so in a table known to have such;
 * - `parts beside`: near its line stand lines of figures that can only be parts of figures;
 * - `rows beside`: near its line stand lines of as many figures as a row has;
 * - `some beside`: figures stand near it alone that may be parts of its own, or its own parts of them;
 * - `one beside`: one figure stands beside it, which may be a part of a figure or the number of a page;
 * - `page beside`: one figure stands beside it, which may be the number of a page, but no part of a figure;
 * - `table broken`: another row of the table shows that figures are broken in it.
 */
export type LineDoubt =
  | 'none'
  | 'own lines'
  | 'parts beside'
  | 'rows beside'
  | 'some beside'
  | 'one beside'
  | 'page beside'
  | 'table broken'

/** How many characters behind the last row of a table lines of figures are looked for, and how many lines above the first. */
const NEAR = 300
const LINES_ABOVE = 4

/** The doubt there is about each row for the lines on which figures stand. */
export function lineDoubts(text: string, rows: readonly FoundRow[]): LineDoubt[] {
  const doubts = rows.map((_, i) => doubtOf(text, rows, i))
  const isBroken = doubts.some(showsParts) && !standsCellByCell(text, rows)
  if (!isBroken && !isDisordered(rows)) return doubts
  const isEven = standsMostlyCellByCell(text, rows)
  return doubts.map((doubt, i) => {
    const row = rows[i]
    if (row?.placed !== null || showsParts(doubt)) return doubt
    if (isEven && doubt === 'none' && isWhole(text, row)) return 'rows beside'
    return doubt === 'rows beside' || doubt === 'some beside' ? 'own lines' : 'table broken'
  })
}

/** Whether most rows of a table that has lost its borders are uncertain, so that no row in it is known to be empty. */
function isDisordered(rows: readonly FoundRow[]): boolean {
  const unsure = rows.filter((row) => row.placed === null && row.uncertain)
  return unsure.length > rows.length / 2 && !rows.some((row) => row.glued)
}

/** Whether all rows of several figures but one have each on a line of its own, as no table has that is read height by height. */
function standsCellByCell(text: string, rows: readonly FoundRow[]): boolean {
  const multiple = rows.filter((row) => row.slots.length > 1 && hasMarks(row))
  const even = multiple.filter((row) => isWhole(text, row) && !lineEnds(text, row).includes(false))
  return even.length > 1 && even.length >= multiple.length - 1
}

/**
 * Whether every figure of a table stands on a line of its own, and most rows have one for each cell: the others have cells that cannot be
 * read, and a row that is whole is known if it adds up.
 */
function standsMostlyCellByCell(text: string, rows: readonly FoundRow[]): boolean {
  const multiple = rows.filter((row) => row.slots.length > 1 && hasMarks(row))
  const whole = multiple.filter((row) => isWhole(text, row))
  const isApart = multiple.every((row) => !isMixed(text, row) && !lineEnds(text, row).includes(false))
  return isApart && whole.length > multiple.length * MOST
}

const MOST = 0.5

/** Whether a row shows that lines of its table hold parts of figures. */
function showsParts(doubt: LineDoubt): boolean {
  return doubt === 'own lines' || doubt === 'parts beside'
}

/** The text above a row's figures and behind them, with other rows' figures only as far as these may be its own. */
interface Around {
  readonly above: FoundRow | undefined
  readonly below: FoundRow | undefined
  readonly before: string
  readonly behind: string
}

function doubtOf(text: string, rows: readonly FoundRow[], i: number): LineDoubt {
  const row = rows[i]
  if (row === undefined || row.placed !== null || !hasMarks(row)) return 'none'
  if (row.grid) return sharesCells(text, row) ? 'own lines' : 'none'
  const around = textAround(text, rows, i)
  if (isMixed(text, row)) return figuresAlone(around.before).length > 0 ? 'parts beside' : 'own lines'
  return standsBesideWords(text, startOf(row))
    ? besideWords(text, rows, row, around)
    : belowWords(text, rows, row, around)
}

function textAround(text: string, rows: readonly FoundRow[], i: number): Around {
  const row = rows[i]
  const [above, below] = [rows.slice(0, i).findLast(hasMarks), rows.slice(i + 1).find(hasMarks)]
  const [start, end] = row === undefined ? [0, 0] : [startOf(row), endOf(row)]
  const isOver = above !== undefined && !above.uncertain && isWhole(text, above)
  // A single figure below the label above may be the beginning of one of this row.
  const from =
    above === undefined ? linesAbove(text, start) : isOver ? endOf(above) : text.lastIndexOf('\n', startOf(above))
  const to = below === undefined ? Math.min(end + NEAR, sectionBehind(text, end) + 1) : startOf(below)
  return { above, below, before: text.slice(from, start), behind: text.slice(end, to) }
}

/** Where the lines begin that stand right above a row's own. */
function linesAbove(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - MAX_ROW), at)
  const lines = before.split('\n').slice(-LINES_ABOVE - 1)
  return at - lines.join('\n').length
}

/** A unit that is broken over two lines as the figure behind it may be: 万 at the end of one, 元 and a figure on the next. */
const [UNIT_BEGUN, UNIT_ENDED] = [/\s万\s+$/, /^[^\n]*\n[^\n]*\s元\s+\d/]

/** A row whose figures stand on their label's line. */
function besideWords(text: string, rows: readonly FoundRow[], row: FoundRow, { before, behind }: Around): LineDoubt {
  if (UNIT_BEGUN.test(text.slice(Math.max(0, startOf(row) - MAX_ROW), startOf(row))) && UNIT_ENDED.test(behind))
    return 'parts beside'
  const [over, under] = [figuresAlone(before), figuresAlone(behind)]
  const lines = [...over, ...under]
  if (lines.some(({ length }) => length > 1 && length < row.slots.length)) return 'parts beside'
  const isGlued = rows.some((one) => one.glued)
  const isParted = holdsPartOfLabel(behind) || holdsPartOfLabel(before, row.slots.length, isGlued)
  if (row.unit === null && isParted) return 'parts beside'
  if (lines.some(({ length }) => length > 1)) return 'rows beside'
  const [alone = '', ...more] = lines.flat().filter(mayBePart)
  if (lines.length === 0) return 'none'
  if (more.length > 0) return 'parts beside'
  return alone !== '' && mayGoOn(rows, row, alone, under.length > 0) ? 'one beside' : 'page beside'
}

/** A row whose figures stand on lines below its label. One figure alone may be the number of a label that is broken over lines. */
function belowWords(text: string, rows: readonly FoundRow[], row: FoundRow, around: Around): LineDoubt {
  const { above, below, before, behind } = around
  if (above === undefined && figuresOverLabel(before) > 1) return 'parts beside'
  if (!isWhole(text, row) && row.unit === null && below && figuresAlone(behind).length > 1) return 'parts beside'
  const ends = lineEnds(text, row)
  const isOdd = ends.length > 0 && !ends.includes(false) && rows.some((one) => standsOnOneLine(text, one))
  const isBetween = row.unit === null && above && below && [before, behind].every(holdsOneAlone)
  const isBeforeMixed = below !== undefined && isMixed(text, below)
  const rest = below === undefined ? figuresAlone(behind) : several(behind)
  const own = above === undefined ? [] : several(before)
  return isOdd || isBetween || isBeforeMixed || own.length + rest.length > 0 ? 'some beside' : 'none'
}

/** Whether several figures of a row stand on the line of its label. */
function standsOnOneLine(text: string, row: FoundRow): boolean {
  return row.placed === null && lineEnds(text, row).includes(false) && standsBesideWords(text, startOf(row))
}

function several(text: string): string[][] {
  return figuresAlone(text).filter(({ length }) => length > 1)
}

/**
 * Whether a figure alone on its line may be the rest of one of a row's figures above it, or the beginning of one below it. A
 * figure goes on on the next line only where its cell is full: not where the column holds a longer line.
 */
function mayGoOn(rows: readonly FoundRow[], row: FoundRow, alone: string, isBelow: boolean): boolean {
  return row.slots.some(({ column }) => {
    const full = isBelow ? Math.max(0, ...lengthsIn(row, column)) : alone.length
    return full >= Math.max(alone.length, ...rows.flatMap((one) => lengthsIn(one, column)))
  })
}

/** How long the figures of a row are in a column. */
function lengthsIn({ pieces, slots }: FoundRow, column: string): number[] {
  return pieces.filter(isMark).flatMap(({ from, to }, i) => (slots[i]?.column === column ? [to - from] : []))
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
  const breaks = lineEnds(text, row)
  return breaks.includes(true) && (breaks.includes(false) || standsBesideWords(text, startOf(row)))
}

/** Whether a line ends between each figure of a row and the next. */
function lineEnds(text: string, { pieces }: FoundRow): boolean[] {
  const marks = pieces.filter(isMark)
  return marks.slice(1).map((piece, k) => text.slice(marks[k]?.to ?? 0, piece.from).includes('\n'))
}

/** Whether a row has a figure for each of its cells, on one line or on a line each. */
function isWhole(text: string, row: FoundRow): boolean {
  return row.pieces.filter(isCell).length === row.slots.length && !isMixed(text, row)
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
