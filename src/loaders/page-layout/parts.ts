import { type MarkupCell, paragraph, table } from '../containers/markup.js'
import { cellText, isWords } from './cell-text.js'
import type { BareTable } from './columns.js'
import { type GridCell, type RuledTable, ruledTables } from './grid.js'
import type { Rules } from './rules.js'
import { linesOfRuns, type PageLine, paragraphsOf } from './text.js'

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

/** What a page shows from above to below: words, tables without rules, ruled tables. */
export type PagePart =
  | WordsPart
  | { readonly kind: 'bare'; readonly table: BareTable }
  | { readonly kind: 'ruled'; readonly cells: readonly FilledCell[] }

/** Paragraphs; `isOutside` if they stand outside the body of the page, as its number and a running title do. */
interface WordsPart {
  readonly kind: 'words'
  readonly paragraphs: readonly string[]
  readonly isOutside: boolean
}

/** A cell of a ruled table with the text in it. */
export interface FilledCell extends GridCell {
  readonly text: string
}

/** A page's ruled tables, from above to below, and the runs outside them. */
export interface PageTables {
  readonly runs: readonly Run[]
  readonly tables: readonly {
    readonly top: number
    readonly bottom: number
    readonly part: Extract<PagePart, { kind: 'ruled' }>
  }[]
}

/** Puts what stands on a page into its ruled tables; of tables within each other the inner one takes it. */
export function inRuledTables(runs: readonly Run[], rules: Rules): PageTables {
  let outside = [...runs]
  const tables: PageTables['tables'][number][] = []
  for (const ruled of ruledTables(rules).sort((a, b) => area(a) - area(b))) {
    const filled = fill(ruled, outside)
    if (filled === null) continue
    outside = outside.filter((run) => !filled.used.has(run))
    tables.push({ top: ruled.top, bottom: ruled.bottom, part: { kind: 'ruled', cells: filled.cells } })
  }
  return { runs: outside, tables }
}

/**
 * The parts of a page from above to below: its tables, and the lines outside.
 *
 * @param runs what is in none of the tables
 * @param edges where the page's text begins and ends
 * @param outside what stands outside the page's body
 */
export function pageParts(
  runs: readonly Run[],
  tables: readonly { readonly top: number; readonly part: PagePart }[],
  edges: { left: number; right: number },
  outside: ReadonlySet<Run> = new Set(),
): PagePart[] {
  const body = linesOfRuns(runs.filter((run) => !outside.has(run)))
  const others = new Set(linesOfRuns(runs.filter((run) => outside.has(run))))
  const lines = [...body, ...others].sort((one, other) => one.top - other.top)
  const sorted = [...tables].sort((a, b) => a.top - b.top)
  // Lines are joined into paragraphs only where no table stands between them.
  const tops = [...sorted.map(({ top }) => top), Number.POSITIVE_INFINITY]
  return tops.flatMap((top, i): PagePart[] => {
    const from = tops[i - 1] ?? Number.NEGATIVE_INFINITY
    const words: WordsPart[] = []
    for (const stretch of alike(
      lines.filter((line) => line.top >= from && line.top < top),
      others,
    )) {
      const isOutside = stretch.some((line) => others.has(line))
      words.push({ kind: 'words', paragraphs: paragraphsOf(stretch, edges), isOutside })
    }
    const part = sorted[i]?.part
    return part === undefined ? words : [...words, part]
  })
}

/** Lines that follow one another in stretches all of which are of a set, or none. */
function alike(lines: readonly PageLine[], set: ReadonlySet<PageLine>): PageLine[][] {
  const stretches: PageLine[][] = []
  for (const line of lines) {
    const before = stretches.at(-1)
    if (before !== undefined && set.has(line) === before.some((one) => set.has(one))) before.push(line)
    else stretches.push([line])
  }
  return stretches
}

/** A part as HTML. */
export function partMarkup(part: PagePart): string {
  if (part.kind === 'words') return part.paragraphs.map(paragraph).join('')
  return table(part.kind === 'bare' ? part.table.rows : rowsOf(part.cells))
}

/** The rows of a ruled table, each with the cells that begin in it. */
function rowsOf(cells: readonly FilledCell[]): MarkupCell[][] {
  const rows: MarkupCell[][] = []
  for (const { row, text, width: colspan, height: rowspan } of cells)
    rows[row] = [...(rows[row] ?? []), { text, colspan, rowspan }]
  return Array.from(rows, (row) => row ?? [])
}

function area({ left, right, top, bottom }: RuledTable): number {
  return (right - left) * (bottom - top)
}

/** The cells of a table with the text that lies in each; `null` where a text crosses a rule and cannot be parted. */
function fill(ruled: RuledTable, runs: readonly Run[]): { cells: FilledCell[]; used: Set<Run> } | null {
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
  for (const { cell, run } of stickingOut(ruled, runs)) {
    within.set(cell, [...(within.get(cell) ?? []), run])
    used.add(run)
  }
  if (used.size === 0) return null
  const cells = [...ruled.cells]
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map((cell) => ({ ...cell, text: cellText(cell, linesOfRuns(within.get(cell) ?? [])) }))
  if (cells.some(({ isPiece, text }) => isPiece && text !== '' && !isWords(text))) return null
  return { cells, used }
}

/** How far words stick out below a cell that the end of a page cuts open, and stay clear of what is below, in lines. */
const [OUT, CLEAR] = [0.6, 0.6]

/** The words that stand below a table's open cells as their last line, with nothing under them. */
function stickingOut(ruled: RuledTable, runs: readonly Run[]): { cell: GridCell; run: Run }[] {
  return runs.flatMap((run) => {
    const isBelow = (run.top + run.bottom) / 2 > ruled.bottom && run.top < ruled.bottom + run.size * OUT
    if (!isBelow || run.upright || !isWords(run.text)) return []
    const cell = ruled.cells.find(
      ({ isOpenBelow, bottom, left, right }) =>
        isOpenBelow && bottom > ruled.bottom - 1 && run.left > left - 1 && run.right < right + 1,
    )
    const isClear = !runs.some(({ top }) => top > run.bottom - 1 && top < run.bottom + run.size * CLEAR)
    return cell !== undefined && isClear ? [{ cell, run }] : []
  })
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
  const unit = (run.right - run.left) / widthOf(run.text)
  for (const word of run.text.matchAll(/\S+/g)) {
    const left = run.left + widthOf(run.text.slice(0, word.index)) * unit
    const right = left + widthOf(word[0]) * unit
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
export function widthOf(text: string): number {
  return Array.from(text).reduce((sum, c) => sum + (c.charCodeAt(0) < 0x2000 ? 0.5 : 1), 0)
}

/** A letter of a run with the stretch of the page's width it takes, about. */
export interface Letter {
  readonly text: string
  readonly left: number
  readonly right: number
}

/** The letters of a run, each where it stands, about. */
export function lettersOf(run: Run): Letter[] {
  const unit = (run.right - run.left) / widthOf(run.text)
  let reached = run.left
  return Array.from(run.text, (text) => {
    const left = reached
    reached += widthOf(text) * unit
    return { text, left, right: reached }
  })
}

/** The parts of a run between the letters that are gone. */
export function partsLeft(run: Run, isGone: (letter: Letter, at: number) => boolean): Run[] {
  const parts: Run[] = []
  let open = false
  for (const [at, letter] of lettersOf(run).entries()) {
    const { text, left, right } = letter
    const gone = isGone(letter, at)
    const last = parts.at(-1)
    if (!gone && open && last !== undefined) parts[parts.length - 1] = { ...last, text: last.text + text, right }
    else if (!gone) parts.push({ ...run, text, left, right })
    open = !gone
  }
  return parts.filter(({ text }) => text.trim() !== '')
}
