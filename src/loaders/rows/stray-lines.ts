import { foldLabel } from '../fold.js'
import { headerDoubts } from '../header/header.js'
import type { Alignment, Match } from '../labels/align.js'
import type { Label } from '../labels/template.js'
import { foldedEnd, foldedIndex, type Stream } from '../stream.js'
import type { FoundRow } from '../tables/fill.js'
import { isMark } from './cells.js'
import { cellsFor, type FigureLine, figureLines, NUMBERING } from './figure-lines.js'
import { borderedRow, slotsOf } from './found-row.js'
import { mayBe, placedBetween } from './placing.js'

/** Characters before the first and behind the last label of a table in which its lines may stand. */
const [BEFORE, BEHIND] = [600, 1200]

/**
 * Adds to the rows of a table what its lines of pipes tell: a line that begins with a row's label and holds all its cells is
 * that row wherever it stands, under an invented header, under another block, behind its own heading. Lines whose label was
 * torn off are put between their neighbours where the form has exactly as many rows there as lines are left over. A row
 * whose label has no figures behind it, nor empty cells with all their borders, is not called empty where such lines stand near.
 */
export function withStrayLines(stream: Stream, alignment: Alignment, rows: readonly FoundRow[]): readonly FoundRow[] {
  const { labels, definition } = alignment.template
  const lines = definition.arrangement === 'labelled_rows' ? linesAround(stream, alignment) : []
  if (lines.length === 0) return rows
  const owners = ownersOf(stream, alignment, lines)
  const placed = placedBetween(labels, lines, owners)
  const doubts = headerDoubts(stream, alignment)
  const byCode = new Map(rows.map((row) => [row.slots[0]?.row, row]))
  const lineOf = new Map([...owners].map(([line, label]) => [label, line]))
  return labels.flatMap((label, index): FoundRow[] => {
    if (label.row === null) return []
    const slots = slotsOf(label, doubts, null)
    const own = byCode.get(slots[0]?.row)
    const line = lineOf.get(index)
    if (line !== undefined) return [onItsLine(own, slots, line, doubts.disordered.has(label.block))]
    if (own?.placed) return [own]
    const torn = placed.lines.get(index)
    const pieces = torn && !standsOnItsLine(stream, alignment, index, own) ? cellsFor(torn, slots.length) : null
    if (pieces !== null) return [{ ...borderedRow(slots, pieces), label: 'torn off' as const }]
    if (own === undefined) return []
    if (takesFromAnother(own, lines, labels, index)) return [{ ...own, uncertain: true }]
    const doubtful = own.placed === null && placed.open.has(index) && !own.pieces.some(isMark)
    return [doubtful ? { ...own, unread: true, uncertain: true } : own]
  })
}

/** The row on its own line; as it was read before, if that was certain, or if borders of it are lost or doubled. */
function onItsLine(
  before: FoundRow | undefined,
  slots: FoundRow['slots'],
  line: FigureLine,
  disordered: boolean,
): FoundRow {
  const within = before?.pieces.every((piece) => piece.from >= line.row.from && piece.to <= line.row.to)
  if (before?.torn) return before
  const certain = before !== undefined && !before.uncertain && !before.unread
  if (certain && within && (before.placed !== null || before.pieces.length === slots.length)) return before
  const cells = cellsFor(line, slots.length)
  if (before !== undefined && cells === null) return before
  return { ...borderedRow(slots, cells ?? line.cells), placed: cells, uncertain: disordered }
}

/** Whether the figures read for a row stand behind words that are a piece of another row's label and not of its own. */
function takesFromAnother(
  row: FoundRow,
  lines: readonly FigureLine[],
  labels: readonly Label[],
  index: number,
): boolean {
  const line = lines.find((one) =>
    row.pieces.some((piece) => isMark(piece) && piece.from >= one.row.from && piece.to <= one.row.to),
  )
  if (line === undefined || line.words.length === 0 || mayBe(line, labels, index)) return false
  return labels.some((_, other) => mayBe(line, labels, other))
}

/** The lines in and around a table, up to where it stands once more. */
function linesAround(stream: Stream, { matches, again }: Alignment): FigureLine[] {
  const found = matches.filter((match) => match !== null)
  const [first, last] = [found[0], found.at(-1)]
  if (first === undefined || last === undefined) return []
  const { text } = stream.folded
  const other = again.find((start) => start >= last.to)
  const end = other === undefined ? text.length : foldedIndex(stream, other)
  const from = text.lastIndexOf('\n', Math.max(0, foldedIndex(stream, first.from) - BEFORE)) + 1
  return figureLines(text, from, Math.min(end, foldedEnd(stream, last.to) + BEHIND))
}

/** Whose row each line is, by its words or by the label found in it. */
function ownersOf(
  stream: Stream,
  { template, matches }: Alignment,
  lines: readonly FigureLine[],
): Map<FigureLine, number> {
  const owners = new Map<FigureLine, number>()
  const seen = new Map<number, number>()
  const tableEnd = foldedEnd(stream, matches.findLast((match) => match !== null)?.to ?? 0)
  for (const line of lines) {
    const word = (line.words.at(-1) ?? '').replace(NUMBERING, '')
    const within = matches.findIndex((match, i) => match && template.labels[i]?.row && holdsLabel(stream, line, match))
    const named = template.labels.findIndex(
      ({ row, wordings }) => row !== null && word !== '' && wordings.some((wording) => foldLabel(wording) === word),
    )
    const index = within < 0 ? named : within
    if (index < 0 || (named >= 0 && named !== index)) continue
    // Behind the table a row that was there before begins another table.
    if (line.row.from > tableEnd && seen.has(index)) break
    owners.set(line, index)
    seen.set(index, (seen.get(index) ?? 0) + 1)
  }
  for (const [line, index] of owners) if ((seen.get(index) ?? 0) > 1) owners.delete(line)
  return owners
}

/** Whether a label stands within a line and ends in the last of its words. */
function holdsLabel(stream: Stream, { row, label }: FigureLine, match: Match): boolean {
  const end = foldedEnd(stream, match.to)
  return foldedIndex(stream, match.from) >= row.from && end > label.from && end <= label.to
}

/** Whether the figures read for a row begin on the line on which its label ends. */
function standsOnItsLine(stream: Stream, { matches }: Alignment, index: number, row: FoundRow | undefined): boolean {
  const match = matches[index]
  const first = row?.pieces.find(isMark)
  if (!match || first === undefined) return false
  return !stream.folded.text.slice(foldedEnd(stream, match.to), first.from).includes('\n')
}
