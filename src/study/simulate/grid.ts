import type { FormBlock, FormTable } from '../../forms/forms.js'

/** A cell of a printed table: a label, or a figure (`figure` is its key, `table/row/column`). */
export interface GridCell {
  readonly text: string
  readonly colspan: number
  readonly rowspan: number
  readonly figure?: string
  /** The row whose label this is. */
  readonly labels?: string
  /** Whether it is a heading that stands above or beside rows. */
  readonly group?: boolean
  /** Whether it is a heading that has a line of its own above rows. */
  readonly opens?: boolean
}

export type GridRow = readonly GridCell[]

/** A table as it is printed: rows from above, of each its cells from the left; what a cell above reaches into is left out. */
export type Grid = readonly GridRow[]

/** The printed text of a figure. */
export type Printed = (table: string, row: string, column: string) => GridCell

/** One table of a form as it is printed, whatever form it is. */
export function gridOf(name: string, table: FormTable, printed: Printed): Grid {
  return table.blocks.flatMap((block) => {
    const figure = (row: string, column: string) => printed(name, row, column)
    if (table.arrangement === 'single_row') return singleRow(block, figure)
    return block.header.length > block.columns.length
      ? groupedColumns(block, figure)
      : plainColumns(table, block, figure)
  })
}

type Figure = (row: string, column: string) => GridCell

export function label(text: string, colspan = 1, rowspan = 1): GridCell {
  return { text, colspan, rowspan }
}

/** A header line over rows; the last cell of a block narrower than the table takes up the rest. */
function plainColumns(table: FormTable, block: FormBlock, figure: Figure): Grid {
  const depth = Math.max(1, ...block.rows.map((row) => row.under.length + 1))
  const width = depth + Math.max(...table.blocks.map((other) => other.columns.length))
  const rest = (i: number) => (i === block.columns.length - 1 ? width - depth - block.columns.length + 1 : 1)
  const named = new Set(block.header)
  const beside = block.header.filter((text) => !block.columns.some((column) => column.label === text))
  const columns = block.columns.map((column, i) => label(column.label, rest(i)))
  const head = [...beside.map((text, i) => label(text, i === 0 ? depth - beside.length + 1 : 1)), ...columns]
  return [
    ...(block.article === '' ? [] : [[{ ...label(block.article, width), group: true }]]),
    ...(named.size + columns.length > 0 ? [head] : []),
    ...bodyRows(block, depth, figure, rest),
  ]
}

/** The header of the requests table: a group over all columns, a group over the organisations, then the columns. */
function groupedColumns(block: FormBlock, figure: Figure): Grid {
  const [group = '', person = '', organisation = '', total = '', ...kinds] = block.header
  const depth = Math.max(1, ...block.rows.map((row) => row.under.length + 1))
  return [
    [{ ...label(block.article, depth, 3), group: true }, label(group, block.columns.length)],
    [label(person, 1, 2), label(organisation, kinds.length), label(total, 1, 2)],
    kinds.map((text) => label(text)),
    ...bodyRows(block, depth, figure, () => 1),
  ]
}

function bodyRows(block: FormBlock, depth: number, figure: Figure, rest: (column: number) => number): Grid {
  return block.rows.map((row, i) => {
    const above = block.rows[i - 1]?.under ?? []
    const fresh = row.under.flatMap((text, level) => {
      if (above[level] === text) return []
      const below = block.rows.slice(i).findIndex((other) => other.under[level] !== text)
      return [{ ...label(text, 1, below < 0 ? block.rows.length - i : below), group: true }]
    })
    const own = { ...label(row.printed, depth - row.under.length), labels: row.code }
    return [
      ...fresh,
      own,
      ...block.columns.map((column, at) => ({ ...figure(row.code, column.code), colspan: rest(at) })),
    ]
  })
}

/** All figures in one row under a header of three lines: the remedies. */
function singleRow(block: FormBlock, figure: Figure): Grid {
  const names = block.columns.map((column) => column.label)
  const [first, ...others] = block.rows
  const width = names.length
  const groups = [label(first?.printed ?? '', width), label(others[0]?.under[0] ?? '', width * others.length)]
  const middle = [...names.map((text) => label(text, 1, 2)), ...others.map((row) => label(row.printed, width))]
  const low = others.flatMap(() => names.map((text) => label(text)))
  return [
    groups,
    middle,
    low,
    block.rows.flatMap((row) => block.columns.map((column) => figure(row.code, column.code))),
  ]
}

/** The column each cell of a row begins in. */
function startsOf(grid: Grid): number[][] {
  const reach: number[] = []
  return grid.map((row) => {
    let column = 0
    const pass = () => {
      for (; (reach[column] ?? 0) > 0; column++) reach[column] = (reach[column] ?? 0) - 1
    }
    const starts = row.map((cell) => {
      pass()
      const start = column
      for (let i = 0; i < cell.colspan; i++) reach[column++] = cell.rowspan - 1
      return start
    })
    for (; column < reach.length; column++) reach[column] = Math.max(0, (reach[column] ?? 0) - 1)
    return starts
  })
}

/** The grid with an empty cell wherever a cell of a row above reaches down. */
export function covered(grid: Grid): Grid {
  const starts = startsOf(grid)
  const filled = grid.map((row, r) => row.map((cell, i) => ({ cell, start: starts[r]?.[i] ?? 0 })))
  grid.forEach((row, r) => {
    row.forEach((cell, i) => {
      for (let down = 1; down < cell.rowspan; down++)
        filled[r + down]?.push({ cell: { ...label(''), colspan: cell.colspan }, start: starts[r]?.[i] ?? 0 })
    })
  })
  return filled.map((row) => row.sort((a, b) => a.start - b.start).map(({ cell }) => cell))
}

/** The texts of the grid with an empty one for every further place a cell covers, to the right and below. */
export function spreadTexts(grid: Grid): string[][] {
  return covered(grid).map((row) => row.flatMap((cell) => [cell.text, ...Array<string>(cell.colspan - 1).fill('')]))
}

/** Cuts a grid in two before a row; a cell that reaches over the cut goes on below as an empty one, as on a new page. */
export function cutGrid(grid: Grid, at: number): [Grid, Grid] {
  const starts = startsOf(grid)
  const above = grid
    .slice(0, at)
    .map((row, r) => row.map((cell) => ({ ...cell, rowspan: Math.min(cell.rowspan, at - r) })))
  const first = (grid[at] ?? []).map((cell, i) => ({ cell, start: starts[at]?.[i] ?? 0 }))
  grid.slice(0, at).forEach((row, r) => {
    row.forEach((cell, i) => {
      const left = cell.rowspan - (at - r)
      if (left > 0) first.push({ cell: { ...label('', cell.colspan, left) }, start: starts[r]?.[i] ?? 0 })
    })
  })
  return [above, [first.sort((a, b) => a.start - b.start).map(({ cell }) => cell), ...grid.slice(at + 1)]]
}

/** A label on lines of so many characters. */
export function broken(label: string, width: number): string {
  const characters = Array.from(label)
  const parts: string[] = []
  for (let i = 0; i < characters.length; i += width) parts.push(characters.slice(i, i + width).join(''))
  return parts.join('\n')
}
