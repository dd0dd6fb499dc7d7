import { mistyped, type Rates, struck } from './faults.js'
import type { Grid, GridCell } from './grid.js'
import type { Random } from './random.js'
import type { Planted } from './truth.js'

/** A row of a table with the cell that holds its label. */
interface Labelled {
  readonly table: string
  readonly at: number
  readonly cell: GridCell
}

/** Damages the tables of a page, now and then: labels mistyped or lost, rows lost but those `kept`. The tables are changed in place. */
export function damage(random: Random, tables: Map<string, Grid>, rates: Rates, kept: ReadonlySet<string>): Planted[] {
  const planted: Planted[] = []
  const choose = (fault: string, fits: (row: Labelled) => boolean): Labelled | null => {
    if (!struck(random, rates, fault)) return null
    const rows = labelledRows(tables).filter(fits)
    return rows.length === 0 ? null : random.pick(rows)
  }
  const typo = choose('label_typo', ({ cell }) => cell.text.length >= 8)
  if (typo !== null) {
    const printed = mistyped(random, typo.cell.text)
    put(tables, typo, printed)
    planted.push({ fault: 'label_typo', table: typo.table, row: typo.cell.labels, label: typo.cell.text, printed })
  }
  const bare = choose('lost_label', ({ cell }) => cell !== typo?.cell)
  if (bare !== null) {
    put(tables, bare, '')
    planted.push({ fault: 'lost_label', table: bare.table, row: bare.cell.labels, label: bare.cell.text })
  }
  const opensGroup = ({ table, at }: Labelled) => tables.get(table)?.[at]?.some((cell) => cell.group) === true
  const gone = choose(
    'lost_row',
    (row) => row.cell.text !== '' && !opensGroup(row) && !kept.has(`${row.table}/${row.cell.labels}`),
  )
  if (gone !== null) {
    tables.set(gone.table, withoutRow(tables.get(gone.table) ?? [], gone.at))
    planted.push({ fault: 'lost_row', table: gone.table, row: gone.cell.labels })
  }
  return planted
}

function labelledRows(tables: ReadonlyMap<string, Grid>): Labelled[] {
  return [...tables].flatMap(([table, grid]) =>
    grid.flatMap((row, at) => row.flatMap((cell) => (cell.labels === undefined ? [] : [{ table, at, cell }]))),
  )
}

function put(tables: Map<string, Grid>, { table, cell }: Labelled, text: string): void {
  const grid = tables.get(table) ?? []
  const typed = (one: GridCell) => (one.labels === cell.labels && one.labels !== undefined ? { ...one, text } : one)
  tables.set(
    table,
    grid.map((row) => row.map(typed)),
  )
}

/** The grid without a row; what reaches over it from above is one row shorter. */
function withoutRow(grid: Grid, at: number): Grid {
  return grid
    .map((row, r) =>
      row.map((cell) => (r < at && r + cell.rowspan > at ? { ...cell, rowspan: cell.rowspan - 1 } : cell)),
    )
    .filter((_, r) => r !== at)
}
