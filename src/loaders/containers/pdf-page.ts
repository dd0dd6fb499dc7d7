import { type MarkupCell, paragraph, table } from './markup.js'
import { bareTables } from './pdf-bare.js'
import type { BareTable, Column } from './pdf-columns.js'
import { type GridCell, type RuledTable, ruledTables } from './pdf-grid.js'
import { type FoundLabel, labelsOn } from './pdf-labels.js'
import { piecesOf } from './pdf-pieces.js'
import type { Rules } from './pdf-rules.js'
import { singleRowTables } from './pdf-single-row.js'
import { linesOfRuns, paragraphsOf } from './pdf-text.js'

/** A transformation of the plane, as PDF writes it. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

/** A piece of text with its box on the page, in points from the upper left corner. */
export interface Run {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  /** Height of the letters. */
  readonly size: number
  /** Turned by a quarter. */
  readonly upright: boolean
}

/** The transformation that does `second` and then `first`. */
export function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

/** A page as HTML, with the columns in which its last table may go on on the next page. */
export interface PageMarkup {
  readonly html: string
  readonly columns: readonly Column[]
}

/**
 * A page as HTML, from top to bottom: its ruled tables, those of a form whose cells no rules part, and the lines outside.
 *
 * @param carried the columns of the last table on the page before
 */
export async function pageMarkup(runs: readonly Run[], rules: Rules, carried: readonly Column[]): Promise<PageMarkup> {
  let outside = [...runs]
  const blocks: { top: number; html: string }[] = []
  for (const ruled of ruledTables(rules).sort((a, b) => area(a) - area(b))) {
    const filled = fill(ruled, outside)
    if (filled === null) continue
    outside = outside.filter((run) => !filled.used.has(run))
    blocks.push({ top: ruled.top, html: table(filled.rows) })
  }
  const pieces = piecesOf(outside)
  const labels = await labelsOn(pieces)
  const single = singleRowTables(pieces, labels)
  const bare = bareTables(pieces, without(labels, single), carried)
  for (const { top, rows, used } of [...bare, ...single]) {
    const gone = new Set([...used].flatMap((piece) => piece.runs))
    outside = outside.filter((run) => !gone.has(run))
    blocks.push({ top, html: table(rows) })
  }
  const lines = linesOfRuns(outside)
  const edges = {
    left: runs.reduce((least, run) => Math.min(least, run.left), Number.POSITIVE_INFINITY),
    right: runs.reduce((most, run) => Math.max(most, run.right), 0),
  }
  blocks.sort((a, b) => a.top - b.top)
  // Lines are joined into paragraphs only where no table stands between them.
  const tops = [...blocks.map(({ top }) => top), Number.POSITIVE_INFINITY]
  let html = ''
  let from = Number.NEGATIVE_INFINITY
  tops.forEach((top, i) => {
    const between = lines.filter((line) => line.top >= from && line.top < top)
    html += paragraphsOf(between, edges).map(paragraph).join('') + (blocks[i]?.html ?? '')
    from = top
  })
  return { html, columns: bare.at(-1)?.columns ?? [] }
}

/** The labels that are in none of some tables. */
function without(labels: readonly FoundLabel[], tables: readonly BareTable[]): FoundLabel[] {
  return labels.filter(({ pieces: [first] }) => first !== undefined && !tables.some(({ used }) => used.has(first)))
}

function area({ left, right, top, bottom }: RuledTable): number {
  return (right - left) * (bottom - top)
}

/** The rows of a table with the text that lies in each cell; `null` where a text crosses a rule and cannot be parted. */
function fill(ruled: RuledTable, runs: readonly Run[]): { rows: MarkupCell[][]; used: Set<Run> } | null {
  const used = new Set<Run>()
  const within = new Map<GridCell, Run[]>()
  for (const run of runs) {
    const y = (run.top + run.bottom) / 2
    const x = (run.left + run.right) / 2
    if (y < ruled.top || y > ruled.bottom || x < ruled.left || x > ruled.right) continue
    const parts = partedByRules(run, ruled, y)
    if (parts === null) return null
    for (const { cell, part } of parts) within.set(cell, [...(within.get(cell) ?? []), part])
    used.add(run)
  }
  if (used.size === 0) return null
  const rows: MarkupCell[][] = []
  for (const cell of [...ruled.cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const text = linesOfRuns(within.get(cell) ?? [])
      .map((line) => line.text)
      .join('\n')
    rows[cell.row] = [...(rows[cell.row] ?? []), { text, colspan: cell.width, rowspan: cell.height }]
  }
  return { rows: Array.from(rows, (row) => row ?? []), used }
}

/**
 * The part of a run that lies in each cell. A run that reaches over a rule is parted at its blanks; a word of a label that
 * sticks out of its narrow cell belongs where most of it stands, a figure must stand within.
 */
function partedByRules(run: Run, ruled: RuledTable, y: number): { cell: GridCell; part: Run }[] | null {
  const cellAt = (x: number) =>
    ruled.cells.find((cell) => x >= cell.left && x < cell.right && y >= cell.top && y < cell.bottom)
  const whole = cellAt((run.left + run.right) / 2)
  const slack = run.size * 0.4
  if (whole && (run.upright || (run.left >= whole.left - slack && run.right <= whole.right + slack)))
    return [{ cell: whole, part: run }]
  const parts: { cell: GridCell; part: Run }[] = []
  const unit = (run.right - run.left) / width(run.text)
  for (const word of run.text.matchAll(/\S+/g)) {
    const left = run.left + width(run.text.slice(0, word.index)) * unit
    const right = left + width(word[0]) * unit
    const cell = cellAt((left + right) / 2)
    if (cell === undefined) return null
    const inside = Math.min(right, cell.right) - Math.max(left, cell.left)
    const sticksOut = left < cell.left - slack || right > cell.right + slack
    if (sticksOut && (/\d/.test(word[0]) || inside < (right - left) * MOST)) return null
    parts.push({ cell, part: { ...run, text: word[0], left, right } })
  }
  return parts
}

/** The share of a word that makes a cell its own. */
const MOST = 0.7

/** The width of a text in its own letters: a Chinese character takes one, a Latin letter half. */
function width(text: string): number {
  return Array.from(text).reduce((sum, c) => sum + (c.charCodeAt(0) < 0x2000 ? 0.5 : 1), 0)
}
