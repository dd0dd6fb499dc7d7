import type { Alignment } from './align.js'
import { isMark } from './cells.js'
import type { FoundRow } from './fill.js'
import { foldLabel } from './fold.js'
import { cellsFor, type GridLine, gridLines, NUMBERING } from './grid-lines.js'
import { headerDoubts } from './header.js'
import { onlyPlacing } from './placing.js'
import { foldedEnd, foldedIndex, type Stream } from './stream.js'
import type { Label } from './template.js'

/** The rows of a table, and the codes of those whose figures were found without their label. */
export interface GridRows {
  readonly rows: readonly FoundRow[]
  readonly orphans: ReadonlySet<string>
}

/** Characters before the first and behind the last label of a table in which its lines may stand. */
const [BEFORE, BEHIND] = [600, 1200]

/**
 * Adds to the rows of a table what its lines of pipes tell: a line that begins with a row's label and holds all its cells is
 * that row wherever it stands, under an invented header, under another block, behind its own heading. Lines whose label was
 * torn off are put between their neighbours where the form has exactly as many rows there as lines are left over. A row
 * whose label has no figures behind it is not called empty where such lines stand near.
 */
export function withGridRows(stream: Stream, alignment: Alignment, rows: readonly FoundRow[]): GridRows {
  const { labels, definition } = alignment.template
  const lines = definition.arrangement === 'labelled_rows' ? linesOf(stream, alignment) : []
  if (lines.length === 0) return { rows, orphans: new Set() }
  const anchors = anchorsOf(stream, alignment, lines)
  const placed = orphansOf(labels, lines, anchors)
  const doubts = headerDoubts(stream, alignment)
  const byCode = new Map(rows.map((row) => [codeOf(row.slots), row]))
  const orphans = new Set<string>()
  const lineOf = new Map([...anchors].map(([line, label]) => [label, line]))
  const all = labels.flatMap((label, index): FoundRow[] => {
    if (label.row === null) return []
    const slots = label.row.cells.map((slot) => ({
      ...slot,
      printedUnit: doubts.units.get(`${label.block}/${slot.column}`) ?? null,
    }))
    const code = codeOf(slots)
    const own = byCode.get(code)
    const line = lineOf.get(index)
    if (line !== undefined) return [ownLine(own, slots, line, doubts.disordered.has(label.block))]
    const orphan = placed.lines.get(index)
    if (orphan !== undefined && !own?.placed && !standsOnItsLine(stream, alignment, index, own)) {
      orphans.add(code)
      return [{ ...EMPTY, slots, pieces: cellsFor(orphan, slots.length) ?? [] }]
    }
    if (own === undefined) return []
    const doubtful = placed.open.has(index) && !own.placed && !own.pieces.some(isMark)
    return [doubtful ? { ...own, unread: true, uncertain: true } : own]
  })
  return { rows: all, orphans }
}

const EMPTY = {
  placed: null,
  torn: false,
  nameless: false,
  uncertain: false,
  glued: false,
  unread: false,
  grid: true,
  unit: null,
  closed: true,
}

function codeOf(slots: FoundRow['slots']): string {
  return slots[0]?.row ?? ''
}

/** The row on its own line; as it was read before, if that was certain, or if borders of it are lost or doubled. */
function ownLine(
  before: FoundRow | undefined,
  slots: FoundRow['slots'],
  line: GridLine,
  disordered: boolean,
): FoundRow {
  const within = before?.pieces.every((piece) => piece.from >= line.from && piece.to <= line.to)
  if (before?.torn) return before
  const certain = before !== undefined && !before.uncertain && !before.unread
  if (certain && within && (before.placed !== null || before.pieces.length === slots.length)) return before
  const cells = cellsFor(line, slots.length)
  if (before !== undefined && cells === null) return before
  return { ...EMPTY, slots, pieces: cells ?? line.cells, uncertain: disordered }
}

/** The lines in and around a table, up to where it stands once more. */
function linesOf(stream: Stream, { matches, again }: Alignment): GridLine[] {
  const found = matches.filter((match) => match !== null)
  const [first, last] = [found[0], found.at(-1)]
  if (first === undefined || last === undefined) return []
  const { text } = stream.folded
  const other = again.find((start) => start >= last.to)
  const end = other === undefined ? text.length : foldedIndex(stream, other)
  const from = text.lastIndexOf('\n', Math.max(0, foldedIndex(stream, first.from) - BEFORE)) + 1
  return gridLines(stream.folded, from, Math.min(end, foldedEnd(stream, last.to) + BEHIND))
}

/** Whose row each line is, by its words or by the label found in it. */
function anchorsOf(
  stream: Stream,
  { template, matches }: Alignment,
  lines: readonly GridLine[],
): Map<GridLine, number> {
  const anchors = new Map<GridLine, number>()
  const seen = new Map<number, number>()
  const end = foldedEnd(stream, matches.findLast((match) => match !== null)?.to ?? 0)
  for (const line of lines) {
    const word = (line.words.at(-1) ?? '').replace(NUMBERING, '')
    const within = matches.findIndex((match, i) => {
      if (!match || template.labels[i]?.row === null) return false
      const end = foldedEnd(stream, match.to)
      return end > line.label[0] && end <= line.label[1] && foldedIndex(stream, match.from) >= line.from
    })
    const named = template.labels.findIndex(
      ({ row, wordings }) => row !== null && word !== '' && wordings.some((wording) => foldLabel(wording) === word),
    )
    const index = within < 0 ? named : within
    if (index < 0 || (named >= 0 && named !== index)) continue
    // Behind the table a row that was there before begins another table.
    if (line.from > end && seen.has(index)) break
    anchors.set(line, index)
    seen.set(index, (seen.get(index) ?? 0) + 1)
  }
  for (const [line, index] of anchors) if ((seen.get(index) ?? 0) > 1) anchors.delete(line)
  return anchors
}

interface Placed {
  readonly lines: ReadonlyMap<number, GridLine>
  /** Rows among which a line without label stands that could not be placed. */
  readonly open: ReadonlySet<number>
}

/** The lines without a label of their own, each with its row, where reading order and the pieces of labels left in them allow one way only. */
function orphansOf(
  labels: readonly Label[],
  lines: readonly GridLine[],
  anchors: ReadonlyMap<GridLine, number>,
): Placed {
  const placed = new Map<number, GridLine>()
  const open = new Set<number>()
  const taken = new Set(anchors.values())
  const order = [...anchors.values()]
  const inOrder = order.every((index, i) => i === 0 || index > (order[i - 1] ?? 0))
  let left: GridLine[] = []
  let before: number | null = null
  for (const line of lines) {
    const index = anchors.get(line)
    if (index === undefined) {
      left.push(line)
      continue
    }
    const free = labels.flatMap(({ row }, i) => (row && i > (before ?? i) && i < index && !taken.has(i) ? [i] : []))
    const placing = inOrder ? onlyPlacing(left, free, (each, i) => mayBe(each, labels, i)) : null
    for (const [i, each] of left.entries()) {
      const row = placing?.[i]
      if (row !== undefined) placed.set(row, each)
    }
    if (placing === null && left.length > 0) for (const i of free) open.add(i)
    left = []
    before = index
  }
  return { lines: placed, open }
}

/** Whether a line can be a row: it has a cell for each of its own, and its words are pieces of the row's label or of a heading beside it. */
function mayBe(line: GridLine, labels: readonly Label[], index: number): boolean {
  const label = labels[index]
  if (!label?.row || cellsFor(line, label.row.cells.length) === null) return false
  const isPiece = (word: string, { wordings, numberings }: Label) =>
    wordings.some(
      (wording) => numberings.some((numbering) => (numbering + wording).includes(word)) || wording.includes(word),
    )
  return line.words.every(
    (word) => isPiece(word, label) || labels.some((other) => other.row === null && isPiece(word, other)),
  )
}

/** Whether the figures read for a row begin on the line on which its label ends. */
function standsOnItsLine(stream: Stream, { matches }: Alignment, index: number, row: FoundRow | undefined): boolean {
  const match = matches[index]
  const first = row?.pieces.find(isMark)
  if (!match || first === undefined) return false
  return !stream.folded.text.slice(foldedEnd(stream, match.to), first.from).includes('\n')
}
