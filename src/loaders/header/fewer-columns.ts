import { foldLabel } from '../fold.js'
import type { Alignment } from '../labels/align.js'
import { rowsAbove } from '../rows/printed-row.js'
import type { BorderedRow } from '../rows/stretch.js'
import type { Stream } from '../stream.js'
import type { HeadColumns } from './head-columns.js'
import { isSetAside, wordsOf } from './year-column.js'

/** The columns of a table that has fewer than its form. */
export interface FewerColumns extends HeadColumns {
  /** Codes of the form's columns that are there, in the form's order. */
  readonly codes: ReadonlySet<string>
}

/** Share of the rows that must be as wide as the header. */
const MOST = 0.8

/**
 * The columns of a requests table that prints fewer than its form (自然人 | 法人或其他组织 | 总计, or 总计 alone): each head stands alone in its
 * cell and names one of the form's, or the group of several, or one that is none of the form's.
 *
 * @returns `null` where another head stands there, a column is named twice, or none is lacking
 */
export function fewerColumns(
  stream: Stream,
  { template }: Alignment,
  printed: readonly BorderedRow[],
): FewerColumns | null {
  const [block] = template.definition.blocks
  const first = printed[0]?.row
  if (template.table !== 'requests' || block === undefined || first === undefined || first.kind === 'lines') return null
  const { text } = stream.folded
  const width = first.cells.length
  if (printed.filter(({ row }) => row.cells.length === width).length < printed.length * MOST) return null
  const from = Math.max(0, ...printed.map(({ labelCell }) => labelCell)) + 1
  const header = rowsAbove(text, first).toReversed()
  const heads = first.cells.slice(from).map((_, i) => {
    const own = header.map(({ cells: { [from + i]: cell } }) => (cell && !cell.covered ? wordsOf(text, cell) : ''))
    const last = own.findLastIndex((words) => words !== '')
    return { words: own[last] ?? '', above: own.slice(0, Math.max(0, last)).filter((words) => words !== '') }
  })
  const groups = new Set(block.columns.flatMap(({ under = [] }) => under).map(foldLabel))
  const found = block.columns.map(({ code, label, aliases }) => {
    const wordings = [label, ...aliases].map(foldLabel)
    return { code, at: heads.flatMap(({ words }, i) => (wordings.includes(words) ? [from + i] : [])) }
  })
  const own = found.flatMap(({ code, at: [at, second] }) =>
    at === undefined || second !== undefined ? [] : [{ code, at }],
  )
  const isTwice = found.some(({ at }) => at.length > 1)
  // A row that is shifted to the right hides columns of the form's.
  const names = block.columns.flatMap(({ label, aliases }) => [label, ...aliases]).map(foldLabel)
  const isHidden = header.some(({ cells }) => cells.slice(0, from).some((cell) => names.includes(wordsOf(text, cell))))
  const isUnderstood = heads.every(
    ({ words, above }, i) =>
      above.every((one) => groups.has(one)) &&
      (own.some(({ at }) => at === from + i) || groups.has(words) || isSetAside(words)),
  )
  // 其他 is the form's only among the others of its group, or under that group's head.
  const isApart = [...groups].some((group) => {
    const members = block.columns.filter(({ under = [] }) => under.map(foldLabel).includes(group))
    const count = members.filter(({ code }) => own.some((one) => one.code === code)).length
    const isLeaf = heads.some(({ words }) => words === group)
    const isAbove = header.some(({ cells }) => cells.some((cell) => wordsOf(text, cell) === group))
    const isEveryColumn = members.length === block.columns.length
    return !isEveryColumn && count > 0 && (isLeaf || (!isAbove && count < members.length))
  })
  if (isTwice || isHidden || isApart || !isUnderstood || own.length === 0 || own.length === block.columns.length)
    return null
  const headed = new Set(heads.map((_, i) => from + i))
  return {
    kind: first.kind,
    width,
    slots: own.map(({ at }) => at),
    headed,
    codes: new Set(own.map(({ code }) => code)),
  }
}
