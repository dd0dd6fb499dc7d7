import type { FormBlock, FormColumn } from '../../forms/forms.js'
import { foldLabel } from '../fold.js'
import type { Alignment, Match } from '../labels/align.js'
import { cellMarks } from '../marks.js'
import { foldedEnd, foldedIndex, type Stream } from '../stream.js'
import { inOrder, isFlattened } from './column-order.js'
import { type ExcessHead, excessHeads, type Stretch } from './excess-heads.js'
import { unitsOfMoney } from './money.js'

/** What a table's header says against reading its columns as the form prints them, block by block. */
export interface HeaderDoubts {
  /** Blocks whose column labels are printed in another order than the form's, or with others among them. */
  readonly disordered: ReadonlySet<number>
  /** Blocks whose header names a column that the form has not, numbers of rows among them. */
  readonly widened: ReadonlySet<number>
  /** The same blocks, and whether the columns in excess hold figures or words. */
  readonly crowded: ReadonlyMap<number, 'figures' | 'words'>
  /** Blocks with rows that add up, in which a column may have a name of its own: only the sums can tell. */
  readonly renamed: ReadonlySet<number>
  /** Blocks whose heads stand in one line in the order of the form's several, so that either may be that of the figures. */
  readonly flattened: ReadonlySet<number>
  /** Whether a heading over several columns of a single row stands in another place than the form's. */
  readonly regrouped: boolean
  /** Units of money printed in place of the form's 万元, by `block/row/column`. */
  readonly units: ReadonlyMap<string, string>
}

/** Characters before the first label found in which a label in the wrong order may stand. */
const BEFORE = 60

/** Whether the label of a column does not stand in a table's header, so that not all columns are known by their names. */
export function lacksColumnLabel(stream: Stream, { template, matches }: Alignment): boolean {
  return template.definition.blocks.some((block, index) => {
    const zone = headerZone(template.labels, matches, index, block.columns)
    return zone === null || !namesEveryColumn(stream.chars.slice(zone.first, zone.to), block.columns)
  })
}

function namesEveryColumn(header: string, columns: readonly FormColumn[]): boolean {
  return columns.every(({ label, aliases }) => [label, ...aliases].some((one) => header.includes(foldLabel(one))))
}

/** Compares the header of each block of a table with the form's. */
export function headerDoubts(stream: Stream, alignment: Alignment): HeaderDoubts {
  const { template, matches } = alignment
  const disordered = new Set<number>()
  const widened = new Set<number>()
  const crowded = new Map<number, 'figures' | 'words'>()
  const renamed = new Set<number>()
  const flattened = new Set<number>()
  let regrouped = false
  const blocks = template.definition.blocks
  blocks.forEach((block, index) => {
    const zone = headerZone(template.labels, matches, index, block.columns)
    if (zone === null) return
    const header = template.labels.flatMap((label, i) =>
      label.block === index && i < zone.end ? [{ label, match: matches[i] ?? null }] : [],
    )
    const found = matches.filter((match) => match !== null)
    const single = template.definition.arrangement === 'single_row'
    const misplaced = single
      ? header.some(
          ({ label, match }) =>
            match === null && label.wordings.some((wording) => standsFree(stream.chars, wording, zone, found)),
        )
      : !inOrder(stream.chars.slice(zone.from, zone.to), block)
    if (!single && isFlattened(stream.chars.slice(zone.from, zone.to), block)) flattened.add(index)
    if (single && misplaced) regrouped = true
    const { from, to } = headsIn(stream, alignment, index, zone)
    const heads = excessHeads(stream, alignment, index, { from, to })
    const excess = template.table === 'requests' ? heads.filter(({ isRenaming }) => !isRenaming) : heads
    if (excess.length < heads.length) renamed.add(index)
    if (excess.length > 0) {
      crowded.set(index, excess.some(({ ofWords }) => !ofWords) ? 'figures' : 'words')
      widened.add(index)
    }
    if (numbersRows(stream.chars.slice(zone.from, zone.first))) widened.add(index)
    if (misplaced || misplacesOther(stream.chars.slice(from, to), from, excess, block)) disordered.add(index)
  })
  return { disordered, widened, crowded, renamed, flattened, regrouped, units: unitsOfMoney(stream, alignment) }
}

/**
 * Whether the figures under a header may be those of another column: one named in place of one of the form's, or before the last
 * of them. A header of several lines does not tell the order; there the row's own sum does.
 */
function misplacesOther(
  header: string,
  from: number,
  excess: readonly ExcessHead[],
  { columns, header: printed }: FormBlock,
): boolean {
  const first = excess.find(({ ofWords }) => !ofWords)
  if (first === undefined) return false
  const own = columns.flatMap(({ label, aliases }) =>
    [label, ...aliases].map((one) => header.lastIndexOf(foldLabel(one))),
  )
  const isOrdered = columns.some(({ label }) => printed.includes(label)) || first.at - from > Math.max(...own)
  return !isOrdered || !namesEveryColumn(header, columns)
}

/** A block's heads, from its first label on; `null` where no label of it was found. */
export function headsOf(stream: Stream, alignment: Alignment, block: number): Stretch | null {
  const { template, matches } = alignment
  const zone = headerZone(template.labels, matches, block, template.definition.blocks[block]?.columns ?? [])
  return zone && headsIn(stream, alignment, block, zone)
}

/** Whether a block's heads name every one of its columns as the form does. */
export function namesAllColumns(
  stream: Stream,
  { template }: Alignment,
  block: number,
  { from, to }: Stretch,
): boolean {
  return namesEveryColumn(stream.chars.slice(from, to), template.definition.blocks[block]?.columns ?? [])
}

function headsIn(stream: Stream, alignment: Alignment, block: number, zone: Zone): Stretch {
  const isSingle = alignment.template.definition.arrangement === 'single_row'
  const to = isSingle ? headerEnd(stream.chars, zone.to) : headsEnd(stream, alignment, block, zone)
  return { from: Math.max(zone.from, zone.first), to }
}

/** Where a block's heads end: before its first row; where that was not found, words on lines further down may be its label, and no heads. */
function headsEnd(stream: Stream, { template, matches }: Alignment, block: number, { from, to }: Zone): number {
  const first = template.labels.findIndex((label) => label.block === block && label.row !== null)
  if (matches[first]) return to
  const last = matches.slice(0, first).findLast((match) => match !== null)?.to ?? from
  const [line = ''] = stream.folded.text.slice(foldedEnd(stream, last), foldedIndex(stream, to)).split('\n')
  const rest = /\d/.test(line) ? 0 : line.replace(/[\s|\u001d\u001f]/g, '').length
  return Math.min(to, last + rest)
}

/** Where a header above a single row ends: behind the words that stand between its last label and the first figure. */
function headerEnd(chars: string, from: number): number {
  return from + (/^\p{L}{2,12}(?=[\d/—-])/u.exec(chars.slice(from, from + 16))?.[0].length ?? 0)
}

/** Whether a header names a column of the rows' numbers. */
function numbersRows(header: string): boolean {
  return cellMarks().numbering_columns.some((words) => header.includes(words))
}

interface Zone {
  readonly from: number
  /** Where the first label of the header stands; the end where none was found. */
  readonly first: number
  readonly to: number
  /** Index of the label that ends the header. */
  readonly end: number
}

/** The stretch of a stream that holds a block's header: up to its first row. */
function headerZone(
  labels: Alignment['template']['labels'],
  matches: Alignment['matches'],
  block: number,
  columns: readonly FormColumn[],
): Zone | null {
  const own = labels.flatMap((label, i) => (label.block === block && matches[i] ? [i] : []))
  const first = matches[own[0] ?? -1]
  if (!first) return null
  const row = labels.findIndex((label, i) => label.block === block && label.row !== null && matches[i] !== null)
  const single = row >= 0 && (row === labels.length - 1 || columns.some(({ label }) => label === labels[row]?.text))
  const before = matches.slice(0, own[0]).findLast((match) => match !== null)?.to ?? 0
  const last = matches[row < 0 ? (own.at(-1) ?? 0) : row] ?? first
  const to = single || row < 0 ? last.to : last.from
  const begin = (own[0] ?? 0) < (row < 0 ? labels.length : row) ? first.from : to
  return { from: Math.max(before, first.from - BEFORE), first: begin, to, end: single || row < 0 ? labels.length : row }
}

/** Whether a wording stands in a zone where no label was read. */
function standsFree(chars: string, wording: string, zone: Zone, found: readonly Match[]): boolean {
  for (
    let at = chars.indexOf(wording, zone.from);
    at >= 0 && at + wording.length <= zone.to;
    at = chars.indexOf(wording, at + 1)
  ) {
    if (!found.some((match) => match.from < at + wording.length && match.to > at)) return true
  }
  return false
}
