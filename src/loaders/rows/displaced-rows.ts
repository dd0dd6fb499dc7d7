import type { Alignment } from '../labels/align.js'
import { holdsLabelAlone } from '../labels/near-label.js'
import type { Label } from '../labels/template.js'
import { foldedEnd, foldedIndex, type Stream } from '../stream.js'
import { CELL } from '../surface.js'
import type { Piece } from './cells.js'
import { goesOn, MAX_ROW, type PrintedRow, rowAt } from './printed-row.js'
import { slotPieces } from './slot-cells.js'
import type { LabelledRow } from './stretch.js'

/** Fewer characters may be those of another label, or of anything. */
const LEAST = 4

/** A row that stands where the form has another. */
export interface DisplacedRow {
  readonly pieces: readonly Piece[]
  /** Where its label ends in the folded text. */
  readonly labelEnd: number
}

/**
 * The row of a label that stands in the table, but not in the form's order: the only printed row in whose cell the form's words stand
 * alone, of the same kind as the rows around and with as many cells. `null` where there is none, or more than one.
 *
 * @param printed the rows of the table in the form's order whose borders are to be seen
 */
export function displacedRow(
  stream: Stream,
  alignment: Alignment,
  label: Label,
  printed: readonly LabelledRow[],
): DisplacedRow | null {
  const { text } = stream.folded
  const slots = label.row?.cells.length ?? 0
  if (slots === 0 || (label.row?.units.length ?? 0) > 0) return null
  const rows = freePlaces(stream, alignment, label).flatMap(({ to }): DisplacedRow[] => {
    const row = rowAt(text, to - 1)
    const labelCell = row?.cells.findIndex((cell) => cell.from < to && to <= cell.to) ?? -1
    const cell = row?.cells[labelCell]
    if (row === null || cell === undefined || !holdsLabelAlone(text.slice(cell.from, cell.to), label)) return []
    const beside = printed.find(
      (one) => one.slots === slots && one.row.kind === row.kind && one.row.cells.length === row.cells.length,
    )
    const isNear = printed.some((one) => isOneTable(text, one.row, row) || isOneTable(text, row, one.row))
    if (beside === undefined || !isNear) return []
    const pieces = slotPieces(text, { row, labelCell, unit: null, slots, stretch: beside.stretch })
    return pieces === null ? [] : [{ pieces, labelEnd: to }]
  })
  const [only, second] = rows
  return only !== undefined && second === undefined ? only : null
}

/** Whether from one row down to another every line is a row of the same table. */
function isOneTable(text: string, above: PrintedRow, below: PrintedRow): boolean {
  if (above.to > below.from || above.kind !== below.kind) return false
  if (above.kind !== 'html') return goesOn(text, above, below)
  const between = text.slice(above.to, below.from).split('\n').slice(1, -1)
  return between.every((line) => line.includes(CELL))
}

/**
 * Where a label that was not found in its place stands in and about its table, outside the labels found: by its words, by few words
 * behind its own number, or by few words that have none and stand alone in a cell or line.
 *
 * @param isSole none of a label whose words are also those of another, or part of them
 * @returns places in the folded text
 */
export function freePlaces(
  stream: Stream,
  { template, matches, again, parts }: Alignment,
  label: Label,
  isSole = true,
): { readonly from: number; readonly to: number }[] {
  const found = matches.filter((match) => match !== null)
  const [first, last] = [found[0], found.at(-1)]
  if (!first || !last) return []
  const { chars, folded } = stream
  const start = Math.max(0, first.from - MAX_ROW / 2)
  // The same table once more has rows of its own.
  const end = Math.min(last.to + MAX_ROW / 2, ...[...again, ...parts].filter((at) => at > first.from))
  const others = template.labels.filter((one) => one !== label).flatMap(({ wordings }) => wordings)
  const isLong = (words: string) => words.length >= LEAST && !(isSole && others.some((other) => other.includes(words)))
  const isNumbered = (at: number) => label.numberings.some((number) => chars.slice(at - number.length, at) === number)
  const isAlone = (from: number, to: number) =>
    BORDER.test(folded.text[foldedIndex(stream, from) - 1] ?? '\n') &&
    BORDER.test(folded.text[foldedEnd(stream, to)] ?? '\n')
  const places = label.wordings.flatMap((words) => {
    const at: { from: number; to: number }[] = []
    for (let i = chars.indexOf(words, start); i >= 0 && i < end; i = chars.indexOf(words, i + 1)) {
      const to = i + words.length
      const isIt = isLong(words) || (label.numberings.length > 0 ? isNumbered(i) : !isSole && isAlone(i, to))
      if (isIt) at.push({ from: i, to })
    }
    return at
  })
  const isFree = ({ from, to }: { from: number; to: number }) =>
    !found.some((match) => match.from < to && match.to > from) &&
    !places.some((other) => other.from <= from && other.to >= to && other.to - other.from > to - from)
  return places.filter(isFree).map(({ from, to }) => ({ from: foldedIndex(stream, from), to: foldedEnd(stream, to) }))
}

const BORDER = /[\s|\u001d\u001f]/

/** Where a figure stands in the cell behind a place, or behind the unit printed there. */
export function hasFigureBehind(text: string, at: number, { row }: Label): boolean {
  const [first = ''] = /^[\s|\u001d\u001f:]*/.exec(text.slice(at, at + MAX_ROW)) ?? []
  const rest = text.slice(at + first.length, at + first.length + MAX_ROW)
  const unit = row?.units.find((one) => rest.startsWith(one)) ?? ''
  return /^[\s|\u001d\u001f]*\d[\d.,]*(?![\d.,]|\p{L})/u.test(rest.slice(unit.length))
}

/**
 * The rows whose words are also those of another row, as (二)被依法纠错数 under two headings, and which may be that one: they stand behind
 * a row that is not in its place, with none in its place between; or the other one is due sooner behind the row before them.
 *
 * @returns indexes of the template's labels
 */
export function rowsUnderDisplaced(stream: Stream, alignment: Alignment): Set<number> {
  const { template, matches } = alignment
  const { labels } = template
  const twins = labels.map((label) => twinsOf(labels, label))
  const under = new Set<number>()
  if (twins.every((own) => own.length === 0)) return under
  labels.forEach((label, index) => {
    if (label.row === null) return
    const isOwn = (_: Label, i: number) => twins[i]?.length === 0 && matches[i] != null
    if (matches[index]) {
      const before = labels.slice(0, index).findLastIndex(isOwn)
      if (twins[index]?.some((twin) => twin > before && twin < index && !matches[twin])) under.add(index)
      return
    }
    if (twins[index]?.length !== 0) return
    for (const place of freePlaces(stream, alignment, label)) {
      if (!hasFigureBehind(stream.folded.text, place.to, label)) continue
      const behind = matches.flatMap((match, i) => (match && foldedIndex(stream, match.from) >= place.to ? [i] : []))
      const firstOwn = behind.findIndex((i) => twins[i]?.length === 0)
      for (const i of firstOwn < 0 ? behind : behind.slice(0, firstOwn)) under.add(i)
    }
  })
  return under
}

/** The other rows that have a wording of a row's. */
function twinsOf(labels: readonly Label[], label: Label): number[] {
  return labels.flatMap((other, i) =>
    other !== label && other.row && label.row && other.wordings.some((words) => label.wordings.includes(words))
      ? [i]
      : [],
  )
}
