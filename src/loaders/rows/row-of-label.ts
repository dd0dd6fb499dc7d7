import { type FewerColumns, fewerColumns } from '../header/fewer-columns.js'
import { type HeadColumns, headColumns, piecesUnderHeads } from '../header/head-columns.js'
import { type HeaderDoubts, headerDoubts, lacksColumnLabel } from '../header/header.js'
import { yearColumn } from '../header/year-column.js'
import type { Alignment, Match } from '../labels/align.js'
import type { Label, Slot } from '../labels/template.js'
import { foldedEnd, type Stream } from '../stream.js'
import type { FoundRow } from '../tables/fill.js'
import { isMark, type Piece } from './cells.js'
import { displacedRow, rowsUnderDisplaced } from './displaced-rows.js'
import { borderedRow, slotsOf } from './found-row.js'
import { labelledRows } from './labelled-rows.js'
import { rowBehind } from './row-behind.js'
import { type CodesPrinted, codesPrinted } from './row-lead.js'
import { hasSeveralRows } from './row-under-header.js'
import { isTorn, slotPieces } from './slot-cells.js'
import type { LabelledRow } from './stretch.js'
import { type Unlabelled, unlabelledRows } from './unlabelled.js'

/** What a table shows as a whole, before its rows are read one by one. */
export interface TableSeen {
  readonly stream: Stream
  readonly alignment: Alignment
  readonly doubts: HeaderDoubts
  readonly codes: CodesPrinted
  /** The rows whose borders are to be seen, by index of the template's label. */
  readonly bordered: ReadonlyMap<number, LabelledRow>
  readonly unlabelled: ReadonlyMap<number, Unlabelled>
  /** The columns by their heads, block by block. */
  readonly heads: readonly (HeadColumns | null)[]
  readonly fewer: FewerColumns | null
  /** Rows that may be another of the same words, printed out of order. */
  readonly mixed: ReadonlySet<number>
  /** Whether a requests table does not name all its columns, one level of heads above the other. */
  readonly unnamed: boolean
}

/** A row with the place of its label. */
export interface RowOfLabel {
  readonly row: FoundRow
  /** Where its label ends in the folded text. */
  readonly labelEnd: number
  /** The label, where it stands in the form's order. */
  readonly match: Match | null
}

export function seenOf(stream: Stream, alignment: Alignment): TableSeen {
  const { template } = alignment
  const doubts = headerDoubts(stream, alignment)
  const codes = codesPrinted(stream, alignment)
  const bordered = labelledRows(stream, alignment, codes)
  const rows = [...bordered.values()]
  const printed = rows.map(({ row }) => row)
  const byHeads = template.definition.blocks.map((_, block) => headColumns(stream, alignment, block, printed))
  const fewer = byHeads.includes(null) ? fewerColumns(stream, alignment, rows) : null
  return {
    stream,
    alignment,
    doubts,
    codes,
    bordered,
    unlabelled: unlabelledRows(stream, alignment, bordered),
    heads: byHeads.map((columns) => columns ?? fewer ?? yearColumn(stream, alignment, rows)),
    fewer,
    mixed: rowsUnderDisplaced(stream, alignment),
    unnamed: template.table === 'requests' && (lacksColumnLabel(stream, alignment) || doubts.flattened.size > 0),
  }
}

/**
 * The row of a label, by the surest of the means there are: figures under the heads of their columns, cells between borders, figures
 * behind the label, a row printed out of the form's order. `null` where the label has no row, or none of them finds it.
 */
export function rowOfLabel(table: TableSeen, index: number): RowOfLabel | null {
  const { stream, alignment, doubts, mixed } = table
  const { template, matches } = alignment
  const label = template.labels[index]
  if (label === undefined || label.row === null) return null
  const isSingle = template.definition.arrangement === 'single_row'
  const match = (isSingle ? matches.findLast((other) => other !== null) : matches[index]) ?? null
  const several = isSingle && match !== null && hasSeveralRows(stream, match)
  const headed = piecesByHeads(table, index, label)
  const isDisordered =
    doubts.disordered.has(label.block) ||
    several ||
    mixed.has(index) ||
    doubts.crowded.get(label.block) === 'figures' ||
    headed === 'contrary'
  const borders = bordersOf(table, index)
  const at = (row: FoundRow, end = borders?.pieces[0]?.from ?? 0): RowOfLabel => ({
    row,
    match,
    labelEnd: match ? foldedEnd(stream, match.to) : end,
  })
  if (headed !== null && headed !== 'contrary' && !several && !(isSingle && doubts.regrouped))
    return at(underHeads(table, index, label, headed))
  if (borders !== null) {
    const row = borderedRow(slotsOf(label, doubts, borders.unit), borders.pieces)
    return at({ ...row, uncertain: isDisordered, label: borders.label })
  }
  if (match !== null) return at(behindLabel(table, index, label, match, isDisordered))
  const displaced = isSingle ? null : displacedRow(stream, alignment, label, [...table.bordered.values()])
  if (displaced === null) return null
  const row = borderedRow(slotsOf(label, doubts, null), displaced.pieces)
  return at({ ...row, uncertain: isDisordered }, displaced.labelEnd)
}

/** The figures under the heads of a row's columns; `contrary` where they stand under others; `null` where the heads do not tell. */
function piecesByHeads({ stream, bordered, heads }: TableSeen, index: number, { block }: Label) {
  const [printed, columns] = [bordered.get(index), heads[block]]
  return printed && columns ? piecesUnderHeads(stream.folded.text, printed.row, printed.labelCell, columns) : null
}

function underHeads(
  { doubts, bordered, fewer, mixed }: TableSeen,
  index: number,
  label: Label,
  pieces: readonly Piece[],
) {
  const slots = slotsOf(label, doubts, bordered.get(index)?.unit ?? null)
  const own = fewer === null ? slots : slots.filter(({ column }: Slot) => fewer.codes.has(column))
  return { ...borderedRow(own, pieces), uncertain: mixed.has(index), underHeads: true }
}

/** The cells of a row whose borders leave one way to tell them, its label found or not. */
function bordersOf({ stream, bordered, unlabelled }: TableSeen, index: number): Unlabelled | null {
  const printed = bordered.get(index)
  const pieces = printed && slotPieces(stream.folded.text, printed)
  return unlabelled.get(index) ?? (pieces ? { pieces, label: 'printed', unit: printed.unit } : null)
}

function behindLabel(table: TableSeen, index: number, label: Label, match: Match, isDisordered: boolean): FoundRow {
  const { stream, alignment, doubts, codes } = table
  const row = rowBehind(stream, alignment, index, match, codes)
  const isWidened = doubts.widened.has(label.block)
  const printed = table.bordered.get(index)
  return {
    ...row,
    slots: slotsOf(label, doubts, row.unit),
    uncertain: row.uncertain || isDisordered || (isWidened && isRunOn(stream.folded.text, row)),
    glued: row.glued && codes !== 'run on' && !isDisordered && !table.unnamed && !isWidened,
    label: 'printed',
    torn: printed !== undefined && isTorn(printed),
    underHeads: false,
  }
}

/** Whether a row's figures touch the words before them, so that those of several columns may be run together. */
function isRunOn(text: string, { pieces }: Pick<FoundRow, 'pieces'>): boolean {
  const first = pieces.find(isMark)
  return first !== undefined && /\p{L}/u.test(text[first.from - 1] ?? '')
}
