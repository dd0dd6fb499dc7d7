import { TABLES } from '../../src/forms/forms.js'
import type { Place, TableName } from '../../src/types.js'
import { type Grid, type GridCell, key, type MadeUp } from './made-up.js'
import { type Rendered, words } from './render.js'

/** How a page is set before its text is taken from it with blanks between the columns. */
export interface Setting {
  /** Letters on a line of a label. */
  readonly letters: number
  /** Where in its row a cell that has fewer lines stands. */
  readonly edge: 'top' | 'middle' | 'bottom'
  /** Where in its column a figure stands. */
  readonly align: 'left' | 'middle' | 'right'
  /** Blanks between two columns, at least. */
  readonly gap: number
  /** Digits on a line of a figure, where it does not have the room it needs. */
  readonly digits?: number
}

/** A cell set: its lines, and the place on the page of the first. */
interface SetCell {
  readonly cell: GridCell
  readonly lines: readonly string[]
  readonly left: number
  readonly top: number
}

/** A report as text whose blanks keep the columns of its requests table under each other; its other tables are left out. */
export function laidOut(report: MadeUp, setting: Setting): Rendered {
  const { opening, headings, closing } = words(report)
  const places = new Map<string, Place>()
  let source = ''
  const line = (text: string) => {
    source += `${text}\n`
  }
  for (const text of opening) line(text)
  for (const table of TABLES) {
    line(headings[table])
    if (table !== 'requests') continue
    const cells = setTable(report.grids[table], setting)
    const height = Math.max(...cells.map(({ top, lines }) => top + lines.length))
    for (let y = 0; y < height; y++) {
      const own = cells.filter(({ top, lines }) => y >= top && y < top + lines.length)
      let written = ''
      for (const { cell, lines, left, top } of own.sort((a, b) => a.left - b.left)) {
        written = written.padEnd(left)
        const text = lines[y - top] ?? ''
        if (cell.truth && y === top)
          places.set(key(table as TableName, cell.truth.row, cell.truth.column), [
            source.length + written.length,
            source.length + written.length + text.length,
          ])
        written += text
      }
      line(written)
    }
  }
  for (const text of closing) line(text)
  return { source, places }
}

function setTable(grid: Grid, { letters, edge, align, gap, digits = 20 }: Setting): SetCell[] {
  const linesOf = ({ text, truth }: GridCell) => cut(text, truth ? digits : letters)
  const set: SetCell[] = []
  const reach: number[] = []
  const hanging: { bottomRow: number; bottom: number }[] = []
  const lefts = columnLefts(grid, { letters, edge, align, gap, digits })
  let top = 0
  grid.forEach((row, y) => {
    const own: { cell: GridCell; column: number }[] = []
    let column = 0
    const pass = () => {
      for (; (reach[column] ?? 0) > 0; column++) reach[column] = (reach[column] ?? 0) - 1
    }
    for (const cell of row) {
      pass()
      own.push({ cell, column })
      for (let i = 0; i < cell.colspan; i++) reach[column++] = cell.rowspan - 1
    }
    pass()
    const heights = own.filter(({ cell }) => cell.rowspan === 1).map(({ cell }) => linesOf(cell).length)
    const due = hanging.filter(({ bottomRow }) => bottomRow === y).map(({ bottom }) => bottom - top)
    const height = Math.max(1, ...heights, ...due)
    for (const { cell, column: at } of own) {
      const lines = linesOf(cell)
      if (cell.rowspan > 1) hanging.push({ bottomRow: y + cell.rowspan - 1, bottom: top + lines.length })
      const room = cell.rowspan > 1 ? 0 : height - lines.length
      const down = { top: 0, middle: Math.floor(room / 2), bottom: room }[edge]
      const width = (lefts[at + cell.colspan] ?? 0) - (lefts[at] ?? 0) - gap
      const free = width - Math.max(0, ...lines.map((one) => one.length))
      const across = cell.truth ? { left: 0, middle: Math.floor(free / 2), right: free }[align] : 0
      if (cell.text !== '') set.push({ cell, lines, left: (lefts[at] ?? 0) + across, top: top + down })
    }
    top += height
  })
  return set
}

/** Where each column begins, and where the last ends: as wide as its figures, and as the lines of its labels. */
function columnLefts(grid: Grid, { letters, gap, digits = 20 }: Setting): number[] {
  const body = grid.filter((row) => row.some(({ truth }) => truth))
  const count = Math.max(...grid.map((row) => row.reduce((sum, { colspan }) => sum + colspan, 0)))
  const figures = Math.max(...body.map((row) => row.filter(({ truth }) => truth).length))
  const widths = Array.from({ length: count }, (_, column) => {
    if (column < count - figures) return letters
    const nth = column - (count - figures)
    const texts = body.map((row) => row.filter(({ truth }) => truth)[nth]?.text ?? '')
    return Math.min(digits, Math.max(1, ...texts.map((text) => text.length)))
  })
  const lefts = [0]
  for (const width of widths) lefts.push((lefts.at(-1) ?? 0) + width + gap)
  return lefts
}

function cut(text: string, width: number): string[] {
  return Array.from({ length: Math.ceil(text.length / width) }, (_, i) => text.slice(i * width, (i + 1) * width))
}
