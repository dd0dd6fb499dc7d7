import type { Alignment, Match } from '../labels/align.js'
import { holdsLabelAlone } from '../labels/near-label.js'
import type { Label, RowSlots } from '../labels/template.js'
import { foldedEnd, foldedIndex, type Stream } from '../stream.js'
import { cellWords, isPlainCell, readCell } from '../values.js'
import { pastLabelCell } from './label-cell.js'
import { goesOn, MAX_ROW, type PrintedRow, rowAt } from './printed-row.js'
import { type CodesPrinted, leadOf } from './row-lead.js'
import { rowUnder } from './row-under-header.js'
import { type BorderedRow, behind, type LabelCell, type LabelledRow, stretchOf } from './stretch.js'

/** The rows of a table whose borders are to be seen, by index of the template's label. */
export function labelledRows(
  stream: Stream,
  { template, matches }: Alignment,
  codes: CodesPrinted,
): Map<number, LabelledRow> {
  const single = template.definition.arrangement === 'single_row'
  const found: (readonly [index: number, row: BorderedRow])[] = []
  template.labels.forEach((label, index) => {
    const match = single ? matches.findLast((other) => other !== null) : matches[index]
    if (label.row === null || !match) return
    const row = single ? rowUnder(stream, match) : rowOf(stream, match, matches.slice(index + 1), label, codes)
    if (row !== null) found.push([index, { ...row, slots: label.row.cells.length }])
  })
  const stretches: (typeof found)[number][][] = []
  for (const [index, row] of found) {
    const last = stretches.at(-1)
    const above = last?.at(-1)?.[1]
    if (last && above && goesOn(stream.folded.text, above.row, row.row)) last.push([index, row])
    else stretches.push([[index, row]])
  }
  const merged = found.some(([, row]) => row.row.kind !== 'html' && behind(row) > row.slots)
  return new Map(
    stretches.flatMap((rows) => {
      const stretch = stretchOf(
        stream.folded.text,
        rows.map(([, row]) => row),
        merged,
      )
      return rows.map(([index, row]) => [index, { ...row, stretch }] as const)
    }),
  )
}

/** The row that holds a label, if label and figures are all that stands in it. */
function rowOf(
  stream: Stream,
  match: Match,
  later: Alignment['matches'],
  label: Label,
  codes: CodesPrinted,
): LabelCell | null {
  const { text } = stream.folded
  const [start, wordsEnd] = [foldedIndex(stream, match.from), foldedEnd(stream, match.to)]
  const row = rowAt(text, wordsEnd - 1)
  if (row === null || start < row.from || label.row === null) return null
  const next = later.find((other) => other !== null)
  if (next && foldedIndex(stream, next.from) < row.to) return null
  if (endsBeforeFigure(text, row)) return null
  const { end, isDoubtful } = pastLabelCell(text, wordsEnd, row.to, label.row)
  if (isDoubtful) return null
  const labelCell = row.cells.findIndex((cell) => cell.from < end && end <= cell.to)
  const cell = row.cells[labelCell]
  if (cell === undefined) return null
  const alone = holdsLabelAlone(text.slice(cell.from, cell.to), label)
  if (!alone && holdsFigures(text.slice(end, cell.to))) return null
  if (label.row.units.length === 0) return { row, labelCell, unit: null }
  return behindLead(text, row, alone ? cell.to : end, label.row, codes)
}

/** Whether a line ends with a tab, and the next holds but a figure: then the tab parts them, and no empty cell stands between. */
function endsBeforeFigure(text: string, { kind, to }: PrintedRow): boolean {
  if (kind !== 'tabs' || text[to - 1] !== '\t') return false
  const [below = ''] = /^\s*\S[^\n]*/.exec(text.slice(to, to + MAX_ROW)) ?? []
  return !below.trim().includes('\t') && isPlainCell(readCell(below.trim()))
}

/** The row of a form that prints units, some also the rows' own numbers, in cells between label and figures. */
function behindLead(
  text: string,
  row: PrintedRow,
  labelEnd: number,
  slots: RowSlots,
  codes: CodesPrinted,
): LabelCell | null {
  const { end, unit, uncertain } = leadOf(text, labelEnd, row.to, slots, codes)
  const labelCell = row.cells.findIndex((cell) => cell.from < end && end <= cell.to)
  const isWholeCell = labelCell >= 0 && text.slice(end, row.cells[labelCell]?.to).trim() === ''
  return unit === null || uncertain || !isWholeCell ? null : { row, labelCell, unit }
}

function holdsFigures(rest: string): boolean {
  return /\d/.test(rest) || cellWords(rest).some((word) => isPlainCell(readCell(word.text)))
}
