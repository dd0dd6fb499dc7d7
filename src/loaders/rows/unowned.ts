import type { Alignment } from '../labels/align.js'
import { foldedEnd, foldedIndex, type Stream } from '../stream.js'
import type { FoundRow } from '../tables/fill.js'
import { readCell } from '../values.js'
import { isMark } from './cells.js'
import { figuresAlone, mayBePart } from './lone-figures.js'
import { sectionBehind } from './row-behind.js'

/** One figure alone may be the number of a page, or a year; more are not, nor is one of so many digits. */
const [SEVERAL, DIGITS] = [2, 5]

const NEARLY_ALL = 0.8

/** So many characters behind a table's last figure its own may stand, if no words come before: those of another table, of a section. */
const REACH = 3000
const WORDS = /\p{Script=Han}{4}/u

/** A line that ends in several figures: those of a row whose label is not known, or begins there and was found below. */
const FIGURES = /(?:^|[^\S\n])(?:=\?)?\d[\d.,]{0,20}(?:[^\S\n]{1,80}(?:=\?)?\d[\d.,]{0,20}){2,30}[^\S\n]*$/m

/** A figure at the end of a line, at most one other before the label whose beginning may stand before that figure. */
const BEFORE_REST = /[^\S\n](?:=\?)?\d[\d.,]{0,20}[^\S\n]*\n(?:[^\n\d]{0,80}\n)?[^\n\d]{0,80}$/

/**
 * Doubts the empty rows of a table without borders in which several figures stand that no row has: in a text taken from a page
 * column by column they may be theirs. So may a figure too many of another row, and those of a row whose label is torn. And an empty row
 * behind whose label no unit stands, as behind nearly all others, has it elsewhere, and with it perhaps its figure.
 */
export function withoutUnownedFigures(stream: Stream, { matches }: Alignment, rows: readonly FoundRow[]): FoundRow[] {
  const isEmpty = (row: FoundRow) => row.placed === null && !row.grid && !row.pieces.some(isMark)
  if (!rows.some(isEmpty)) return [...rows]
  const labels = matches.filter((match) => match !== null)
  const owned = [
    ...labels.map(({ from, to, distance }) => ({
      from: foldedIndex(stream, from),
      to: foldedEnd(stream, to),
      isTorn: distance > 0,
    })),
    ...rows.flatMap(({ pieces }) => pieces.filter(isMark)).map(({ from, to }) => ({ from, to, isTorn: false })),
  ].sort((a, b) => a.from - b.from)
  const between = owned.slice(1).map(({ from, isTorn }, i) => {
    return { isTorn, text: stream.folded.text.slice(owned[i]?.to ?? from, from) }
  })
  const last = Math.max(...owned.map(({ to }) => to))
  const below = stream.folded.text.slice(last, Math.min(last + REACH, sectionBehind(stream.folded.text, last) + 1))
  const [behind = ''] = below.split(WORDS)
  const texts = [...between.map(({ text }) => text), behind]
  const unowned = texts.flatMap((text) => figuresAlone(text).flat().filter(isFigure))
  const hasSurplus = rows.some(
    (row) => row.placed === null && !row.grid && row.pieces.filter(isMark).length > row.slots.length,
  )
  const hasTorn = between.some(({ text, isTorn }) => FIGURES.test(text) || (isTorn && BEFORE_REST.test(text)))
  const isUnowned =
    unowned.length >= SEVERAL || unowned.some((figure) => /^\d+$/.test(figure) && figure.length >= DIGITS)
  const isDoubted = isUnowned || hasSurplus || hasTorn
  const hasUnits = rows.filter(({ unit }) => unit !== null).length >= rows.length * NEARLY_ALL
  const isDoubtful = (row: FoundRow) => isEmpty(row) && (isDoubted || (hasUnits && row.unit === null))
  return rows.map((row) => (isDoubtful(row) ? { ...row, unread: true, uncertain: true } : row))
}

function isFigure(written: string): boolean {
  return mayBePart(written) || readCell(written).kind === 'number'
}
