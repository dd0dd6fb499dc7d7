import { readReference } from '../../forms/reference.js'
import { runningTitle } from '../head/opening.js'
import { findTitle } from '../head/own-title.js'
import type { Alignment } from '../labels/align.js'
import { linesOf } from '../lines.js'
import { cellMarks } from '../marks.js'
import { type PrintedCell, type PrintedRow, rowsAbove } from '../rows/printed-row.js'
import type { BorderedRow } from '../rows/stretch.js'
import type { Stream } from '../stream.js'
import type { HeadColumns } from './head-columns.js'

/** What heads say of the figures under them: `data/reference/value-columns.json`. */
interface ColumnWords {
  readonly this_year: readonly string[]
  readonly cumulative: readonly string[]
  readonly row_heads: readonly string[]
  readonly groups: readonly string[]
  readonly set_aside: readonly string[]
  readonly totals: readonly string[]
  readonly parts: readonly string[]
}

/** `own`: the reporting year's; `total`: of the whole body or year; `part`: of a part of it; `other`: none of the form's. */
type Kind = 'own' | 'total' | 'part' | 'other'

/** Heads stand in one row, or in two where a head stands above several. */
const MOST_LEVELS = 2
/** Share of the rows that must be as wide as the header. */
const MOST = 0.8

/**
 * In a statistics table of one column of figures that prints others beside it, and none under the form's own name: that whose head, by
 * what all the heads say, is the reporting year's (2015年 | 2016年, 上年 | 本年, 本年 | 同比), or the sum of parts (合计 | 区直单位 | 乡镇).
 *
 * @returns `null` where a head is not understood, or does not leave one column
 */
export function yearColumn(
  stream: Stream,
  { template }: Alignment,
  printed: readonly BorderedRow[],
): HeadColumns | null {
  const columns = template.definition.blocks.flatMap((block) => block.columns)
  const first = printed[0]?.row
  if (template.table !== 'statistics' || columns.length !== 1 || first === undefined || first.kind === 'lines')
    return null
  const { text } = stream.folded
  const width = first.cells.length
  if (printed.filter(({ row }) => row.cells.length === width).length < printed.length * MOST) return null
  const from = (printed[0]?.labelCell ?? 0) + 1
  if (printed.some(({ labelCell }) => labelCell + 1 !== from)) return null
  const header = rowsAbove(text, first)
    .filter(({ cells }) => cells.slice(from).some((cell) => /\p{L}|20\d\d/u.test(wordsOf(text, cell))))
    .toReversed()
  if (header.length === 0 || header.length > MOST_LEVELS) return null
  const year = reportYear(text)
  const kinds = first.cells.slice(from).map((_, i) => columnKind(headsAt(text, header, from, from + i), year))
  const own = ownColumn(kinds)
  return own === null
    ? null
    : { kind: first.kind, width, slots: [from + own], headed: new Set(kinds.map((_, i) => from + i)) }
}

export function wordsOf(text: string, { from, to }: PrintedCell): string {
  return text.slice(from, to).replace(/\s/g, '')
}

/** The head right above a column, and before it the one that stands above this and others. */
function headsAt(text: string, header: readonly PrintedRow[], from: number, column: number): string[] {
  const isOwn = ({ cells: { [column]: cell } }: PrintedRow) =>
    cell !== undefined && !cell.covered && wordsOf(text, cell) !== ''
  const last = header.findLastIndex(isOwn)
  const cell = header[last]?.cells[column]
  if (cell === undefined) return []
  const [above] = header.slice(0, last)
  const group = above?.cells.slice(from, column + 1).findLast((one) => !one.covered && wordsOf(text, one) !== '')
  return [...(group === undefined ? [] : [wordsOf(text, group)]), wordsOf(text, cell)]
}

/** What a column's heads say together; `null` where one of them is not understood. */
function columnKind(heads: readonly string[], year: number | null): Kind | null {
  const kinds = heads.map((words, i) => headKind(words, year, i < heads.length - 1))
  if (kinds.length === 0 || kinds.includes(null)) return null
  return (['other', 'part', 'total'] as const).find((kind) => kinds.includes(kind)) ?? 'own'
}

const YEAR = /^(20\d\d)年?度?(?:数量?|统计数|合计|总数)?$/
/** Units and remarks. */
const REMARK = /\([^()]{0,20}\)/g

/** Whether a head gives its column to another year, a change, a share or remarks. */
export function isSetAside(words: string): boolean {
  return headKind(words, null, false) === 'other'
}

function headKind(written: string, year: number | null, isGroup: boolean): Kind | null {
  const words = readReference<ColumnWords>('value-columns.json', 'value-columns')
  const { word_columns, numbering_columns, other_columns } = cellMarks()
  const head = written.replace(REMARK, '')
  const named = YEAR.exec(head)?.[1]
  if (named !== undefined)
    return year === null || Number(named) > year ? null : Number(named) === year ? 'own' : 'other'
  if (words.this_year.includes(head) || (isGroup && words.groups.includes(head))) return 'own'
  if (words.totals.includes(head)) return 'total'
  const whole = [...words.cumulative, ...words.row_heads, ...word_columns, ...numbering_columns]
  if (whole.includes(head) || words.set_aside.some((one) => head.includes(one))) return 'other'
  if (words.parts.some((one) => head.includes(one))) return 'part'
  return other_columns.some((one) => head.includes(one)) ? 'other' : null
}

/** The one column that may be the form's: of the year, or the sum beside its parts. */
function ownColumn(kinds: readonly (Kind | null)[]): number | null {
  const count = (kind: Kind) => kinds.filter((one) => one === kind).length
  if (kinds.length < 2 || kinds.includes(null) || count('own') + count('total') !== 1) return null
  if (count('own') === 1 && count('part') > 0) return null
  return kinds.findIndex((kind) => kind === 'own' || kind === 'total')
}

/** The year in the report's title, or in the sentence that begins like one. */
function reportYear(text: string): number | null {
  const { title } = findTitle(linesOf(text), text, [], { signatory: null, issuer: null })
  return title?.year?.value ?? runningTitle(text)?.year?.value ?? null
}
