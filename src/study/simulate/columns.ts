import { withoutMarks } from './marks.js'

/** A cell of a table to be set in columns; a group over or beside rows may reach over several. */
interface Cell {
  readonly text: string
  readonly colspan: number
  readonly rowspan: number
}

/** How a table is set on a page before its text is taken from it with blanks between the columns. */
export interface ColumnSetting {
  /** Letters on a line of a label. */
  readonly letters: number
  /** Where in its row a cell stands that has fewer lines. */
  readonly edge: 'top' | 'middle' | 'bottom'
  /** Where in its column a figure stands. */
  readonly align: 'left' | 'middle' | 'right'
  /** Blanks between two columns, at least. */
  readonly gap: number
  /** Digits on a line of a figure, where it does not have the room it needs. */
  readonly digits?: number
}

/** A cell as it is set: its lines, and where on the page the first of them begins. */
export interface SetCell<C> {
  readonly cell: C
  readonly lines: readonly string[]
  readonly left: number
  readonly top: number
}

/** Sets a table in columns as wide as their figures and heads, or as the lines of their labels; a character is one wide. */
export function setInColumns<C extends Cell>(
  grid: readonly (readonly C[])[],
  isFigure: (cell: C) => boolean,
  setting: ColumnSetting,
): SetCell<C>[] {
  const { letters, edge, align, gap, digits = Number.POSITIVE_INFINITY } = setting
  const rows = placedOn(grid)
  const lefts = leftsOf(rows, isFigure, setting)
  const widthAt = (column: number, span: number) => (lefts[column + span] ?? 0) - (lefts[column] ?? 0) - gap
  const linesOf = ({ cell, column }: { cell: C; column: number }) =>
    cut(cell.text, isFigure(cell) ? digits : Math.min(letters * cell.colspan, widthAt(column, cell.colspan)))
  const set: SetCell<C>[] = []
  const hanging: { row: number; bottom: number }[] = []
  let top = 0
  rows.forEach((row, y) => {
    const own = row.filter(({ cell }) => cell.rowspan === 1).map((one) => linesOf(one).length)
    const due = hanging.filter((one) => one.row === y).map(({ bottom }) => bottom - top)
    const height = Math.max(1, ...own, ...due)
    for (const { cell, column } of row) {
      const lines = linesOf({ cell, column })
      if (cell.rowspan > 1) hanging.push({ row: y + cell.rowspan - 1, bottom: top + lines.length })
      const room = cell.rowspan > 1 ? 0 : height - lines.length
      const from = lefts[column] ?? 0
      const free = widthAt(column, cell.colspan) - Math.max(0, ...lines.map(lengthOf))
      const across = isFigure(cell) ? { left: 0, middle: Math.floor(free / 2), right: free }[align] : 0
      const down = { top: 0, middle: Math.floor(room / 2), bottom: room }[edge]
      if (cell.text !== '') set.push({ cell, lines, left: from + across, top: top + down })
    }
    top += height
  })
  return set
}

/**
 * The lines of set cells from above to below, each closed.
 *
 * @param wrote told of each cell's first line, how many characters stand before it
 */
export function linesSet<C>(
  cells: readonly SetCell<C>[],
  wrote: (cell: C, from: number, to: number) => void = () => {},
): string {
  const height = Math.max(0, ...cells.map(({ top, lines }) => top + lines.length))
  let text = ''
  for (let y = 0; y < height; y++) {
    let line = ''
    for (const { cell, lines, left, top } of cells.toSorted((a, b) => a.left - b.left)) {
      const part = lines[y - top]
      if (part === undefined) continue
      line += ' '.repeat(Math.max(0, left - lengthOf(line)))
      if (y === top) wrote(cell, text.length + line.length, text.length + line.length + part.length)
      line += part
    }
    text += `${line}\n`
  }
  return text
}

/** The cells of each row with the column in which they begin, past those that a cell above reaches into. */
function placedOn<C extends Cell>(grid: readonly (readonly C[])[]): { cell: C; column: number }[][] {
  const reach: number[] = []
  return grid.map((row) => {
    let column = 0
    const pass = () => {
      for (; (reach[column] ?? 0) > 0; column++) reach[column] = (reach[column] ?? 0) - 1
    }
    const placed = row.map((cell) => {
      pass()
      const own = { cell, column }
      for (let i = 0; i < cell.colspan; i++) reach[column++] = cell.rowspan - 1
      return own
    })
    pass()
    return placed
  })
}

/** Letters on a line of the head of a column of figures. */
const HEAD = 4

/** Where each column begins, and where the last ends. */
function leftsOf<C extends Cell>(
  rows: readonly (readonly { cell: C; column: number }[])[],
  isFigure: (cell: C) => boolean,
  { letters, gap, digits = Number.POSITIVE_INFINITY }: ColumnSetting,
): number[] {
  const all = rows.flat()
  const figures = all.filter(({ cell }) => isFigure(cell) && cell.colspan === 1)
  const count = Math.max(0, ...all.map(({ cell, column }) => column + cell.colspan))
  const lefts = [0]
  for (let column = 0; column < count; column++) {
    const own = figures.filter((one) => one.column === column).map(({ cell }) => Math.min(digits, lengthOf(cell.text)))
    lefts.push((lefts.at(-1) ?? 0) + (own.length === 0 ? letters : Math.max(Math.min(HEAD, letters), ...own)) + gap)
  }
  return lefts
}

/** How many characters of a text are printed. */
function lengthOf(text: string): number {
  return withoutMarks(text).length
}

function cut(text: string, width: number): string[] {
  if (!Number.isFinite(width)) return [text]
  return Array.from({ length: Math.ceil(text.length / width) }, (_, i) => text.slice(i * width, (i + 1) * width))
}
