import { fewerColumns } from '../header/fewer-columns.js'
import { headColumns, piecesUnderHeads } from '../header/head-columns.js'
import { headerDoubts, lacksColumnLabel } from '../header/header.js'
import { yearColumn } from '../header/year-column.js'
import type { Alignment } from '../labels/align.js'
import { foldedEnd, type Stream } from '../stream.js'
import type { FoundRow } from '../tables/fill.js'
import { isMark } from './cells.js'
import { displacedRow, rowsUnderDisplaced } from './displaced-rows.js'
import { withoutFiguresBeside } from './figure-beside.js'
import { hasFigureAbove, withFiguresAbove } from './figures-above.js'
import { borderedRow, slotsOf } from './found-row.js'
import { labelledRows } from './labelled-rows.js'
import { withoutFiguresApart } from './labels-apart.js'
import { withoutMixedBorders } from './mixed-borders.js'
import { withoutRowNumbers } from './numbered-rows.js'
import { hasHeaderLine, withoutPageNumbers } from './page-numbers.js'
import { rowBehind } from './row-behind.js'
import { codesPrinted } from './row-lead.js'
import { hasSeveralRows } from './row-under-header.js'
import { withoutRunsOfSeveral } from './run-doubts.js'
import { isTorn, slotPieces } from './slot-cells.js'
import { withStrayLines } from './stray-lines.js'
import { withoutChanceCounts } from './surplus.js'
import { withUnitsMissing } from './units-missing.js'
import { unlabelledRows } from './unlabelled.js'
import { withoutUnownedFigures } from './unowned.js'

/** The rows of a table, each with the figures that are its own: those behind its label, or those it has by reading order. */
export function foundRows(stream: Stream, alignment: Alignment): readonly FoundRow[] {
  const { template, matches } = alignment
  const header = template.definition.arrangement === 'single_row'
  const doubts = headerDoubts(stream, alignment)
  const unnamed = template.table === 'requests' && (lacksColumnLabel(stream, alignment) || doubts.flattened.size > 0)
  const isCrowded = (block: number) => doubts.crowded.get(block) === 'figures'
  const isWidened = (block: number) => doubts.widened.has(block)
  const codes = codesPrinted(stream, alignment)
  const labelled = labelledRows(stream, alignment, codes)
  const printedRows = [...labelled.values()].map(({ row }) => row)
  const bordered = [...labelled.values()]
  const byHeads = template.definition.blocks.map((_, block) => headColumns(stream, alignment, block, printedRows))
  const fewer = byHeads.includes(null) ? fewerColumns(stream, alignment, bordered) : null
  const heads = byHeads.map((columns) => columns ?? fewer ?? yearColumn(stream, alignment, bordered))
  const unlabelled = unlabelledRows(stream, alignment, labelled)
  const mixed = rowsUnderDisplaced(stream, alignment)
  const found: FoundRow[] = []
  const labelEnds: number[] = []
  const figureAbove: boolean[] = []
  template.labels.forEach((label, index) => {
    if (label.row === null) return
    const match = header ? matches.findLast((other) => other !== null) : matches[index]
    const printed = labelled.get(index)
    const told = unlabelled.get(index)
    const columns = heads[label.block]
    const headed =
      printed && columns ? piecesUnderHeads(stream.folded.text, printed.row, printed.labelCell, columns) : null
    const placed = told?.pieces ?? (printed && slotPieces(stream.folded.text, printed))
    const several = header && match != null && hasSeveralRows(stream, match)
    const disordered =
      doubts.disordered.has(label.block) ||
      several ||
      mixed.has(index) ||
      isCrowded(label.block) ||
      headed === 'contrary'
    let placedEnd: number | null = null
    const above = !header && match ? hasFigureAbove(stream, matches.slice(0, index), found.at(-1), match) : false
    if (headed !== null && headed !== 'contrary' && !several && !(header && doubts.regrouped)) {
      const slots = slotsOf(label, doubts, printed?.unit ?? null)
      const own = fewer === null ? slots : slots.filter(({ column }) => fewer.codes.has(column))
      found.push({ ...borderedRow(own, headed), uncertain: mixed.has(index), underHeads: true })
    } else if (placed) {
      const row = borderedRow(slotsOf(label, doubts, (told ?? printed)?.unit ?? null), placed)
      found.push({ ...row, uncertain: disordered, label: told?.label ?? 'printed' })
    } else if (match) {
      const row = rowBehind(stream, alignment, index, match, codes)
      const torn = printed !== undefined && isTorn(printed)
      const slots = slotsOf(label, doubts, row.unit)
      found.push({
        ...row,
        slots,
        uncertain: row.uncertain || disordered || (isWidened(label.block) && isRunOn(stream.folded.text, row)),
        glued: row.glued && codes !== 'run on' && !disordered && !unnamed && !isWidened(label.block),
        label: 'printed',
        torn,
        underHeads: false,
      })
    } else {
      const displaced = header ? null : displacedRow(stream, alignment, label, [...labelled.values()])
      if (displaced === null) return
      found.push({ ...borderedRow(slotsOf(label, doubts, null), displaced.pieces), uncertain: disordered })
      placedEnd = displaced.labelEnd
    }
    figureAbove.push(above)
    labelEnds.push(match ? foldedEnd(stream, match.to) : (placedEnd ?? placed?.[0]?.from ?? 0))
  })
  const rows = withoutPageNumbers(stream.folded.text, found, labelEnds, hasHeaderLine(stream, alignment))
  const beside = withoutFiguresBeside(stream.folded.text, rows, labelEnds)
  const told = withStrayLines(stream, alignment, withFiguresAbove(beside, figureAbove))
  const isNumberedForm = template.labels.some(({ row }) => row?.serial != null)
  const own = isNumberedForm ? told : withoutRowNumbers(stream.folded.text, told)
  const sure = withoutMixedBorders(stream.folded.text, own)
  const counted = withoutRunsOfSeveral(stream, alignment, withoutChanceCounts(sure, doubts.crowded.size > 0))
  const owned = withoutUnownedFigures(stream, alignment, withoutFiguresApart(stream, alignment, counted))
  return withUnitsMissing(owned)
}

/** Whether a row's figures touch the words before them, so that those of several columns may be run together. */
function isRunOn(text: string, { pieces }: Pick<FoundRow, 'pieces'>): boolean {
  const first = pieces.find(isMark)
  return first !== undefined && /\p{L}/u.test(text[first.from - 1] ?? '')
}
