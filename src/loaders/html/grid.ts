import { laysOutPage } from './layout-cell.js'
import { attributeOf, isCell, isHidden, mayShowMore, textOf, UNSEEN } from './shown.js'
import { BREAK, type Step } from './steps.js'
import { type Element, isElement } from './tree.js'
import type { Writer } from './writer.js'

/** The marks are those of `surface.ts`. */
const CELL = '\u001f'
const SPAN = '\u001d'
const SPANNED = (writer: Writer) => writer.mark(SPAN + CELL)
/** A place of a row that a figure of the row above reaches into: it is no row's own. */
const SHARED = (writer: Writer) => writer.mark(UNSEEN + CELL)

/** In how many more rows a column is covered by a cell above, and whether that holds a figure these rows share. */
interface Covered {
  rows: number
  readonly isShared: boolean
}

const MAX_SPAN = 30

/** A table row by row on its grid: the cell where it begins, a span mark wherever it reaches. */
export function tableSteps(table: Element, end: number): Step[] {
  const covered: Covered[] = []
  const rows = rowsOf(table)
  // A page may be one table of a hundred thousand rows.
  return [
    BREAK,
    ...rows.map((row, i) => ({ later: () => rowSteps(row, rows.slice(i + 1, i + MAX_SPAN), covered, end) })),
  ]
}

/**
 * @param below the rows behind it
 * @param covered in how many more rows each column is covered by a cell above
 */
function rowSteps(row: Element, below: readonly Element[], covered: Covered[], end: number): Step[] {
  const steps: Step[] = []
  let column = 0
  // A figure behind words of its row; alone or before them it may be the number of the row.
  let behindWords = false
  let next: number | undefined
  const skipCovered = () => {
    for (let above = covered[column]; above !== undefined && above.rows > 0; above = covered[++column]) {
      above.rows--
      steps.push(above.isShared ? SHARED : SPANNED)
    }
  }
  for (const cell of cellsOf(row, end)) {
    skipCovered()
    steps.push((writer) => writer.reached(cell.sourceCodeLocation?.startTag?.endOffset))
    if (laysOutPage(cell)) {
      for (const child of cell.childNodes) steps.push(child)
      steps.push(BREAK)
      continue
    }
    const rows = span(cell, 'rowspan') - 1
    const isFigure = rows > 0 && behindWords && FIGURE.test(textOf(cell))
    if (isFigure) next ??= below.findIndex((one) => cellsOf(one, end).length > 0)
    const isShared = isFigure && next !== undefined && next >= 0 && next < rows
    behindWords ||= /\p{L}/u.test(textOf(cell))
    for (const step of dataCellSteps(cell, isShared)) steps.push(step)
    for (let i = 0; i < span(cell, 'colspan'); i++) {
      if (i > 0) steps.push(SPANNED)
      covered[column++] = { rows, isShared }
    }
  }
  skipCovered()
  steps.push(BREAK)
  return steps
}

const FIGURE = /^\s*[\d,.]*[1-9][\d,.]*\s*$/

/** A cell's own text, or the mark for what is seen in it where it has none; a mark, too, where its figure is that of several rows. */
function dataCellSteps(cell: Element, isShared: boolean): Step[] {
  let before = 0
  return [
    (writer) => {
      before = writer.shownCount
      writer.breaksAs('  ')
    },
    ...(isInvisible(cell) ? [] : cell.childNodes),
    (writer) => {
      const location = cell.sourceCodeLocation
      if (writer.shownCount === before && location && mayShowMore(cell))
        writer.unseen(location.startOffset, location.endOffset)
      if (isShared) writer.mark(UNSEEN)
      writer.breaksAs('\n')
      writer.mark(CELL)
    },
  ]
}

function rowsOf(table: Element): Element[] {
  const rows: Element[] = []
  for (const child of table.childNodes) {
    if (!isElement(child) || isHidden(child)) continue
    if (child.tagName === 'tr') rows.push(child)
    else if (/^(?:thead|tbody|tfoot)$/.test(child.tagName)) for (const row of rowsOf(child)) rows.push(row)
    else if (child.tagName === 'caption') rows.push(child)
  }
  return rows
}

/** The cells of a row, without one in which the source ends: what it held may be cut off. */
function cellsOf(row: Element, end: number): Element[] {
  if (row.tagName === 'caption') return [row]
  return row.childNodes.filter(
    (child): child is Element =>
      isElement(child) && isCell(child) && !isTakenOut(child) && !(isOpenAt(child, end) && !laysOutPage(child)),
  )
}

/** A cell that is not laid out; one that is only made invisible keeps its place. */
function isTakenOut(cell: Element): boolean {
  return isHidden(cell) && !isInvisible(cell)
}

function isInvisible(cell: Element): boolean {
  return /visibility\s*:\s*hidden/i.test(attributeOf(cell, 'style') ?? '')
}

/** Whether an element is closed by nothing but the end of the source. */
function isOpenAt({ sourceCodeLocation: location }: Element, end: number): boolean {
  return location != null && location.endTag === undefined && location.endOffset >= end
}

function span(cell: Element, name: 'colspan' | 'rowspan'): number {
  const value = Number.parseInt(attributeOf(cell, name) ?? '1', 10)
  return Number.isInteger(value) && value > 0 ? Math.min(value, MAX_SPAN) : 1
}
