import type { FormBlock } from '../../src/forms/forms.js'
import { type Grid, type GridCell, type GridRow, type MadeUp, mapCells, mapGrids } from './made-up.js'
import type { Random } from './random.js'

/** Makes another report of a made-up one, by chance. */
export type Change = (report: MadeUp, random: Random) => MadeUp

/** Every label written another way. */
export function withLabels(write: (text: string, random: Random) => string): Change {
  return (report, random) =>
    mapCells(report, (cell) => (cell.truth ? cell : { ...cell, text: write(cell.text, random) }))
}

/** A nil mark in the place of some figures. */
export function withNil(share: number): Change {
  return (report, random) =>
    mapCells(report, (cell) => (random.chance(share) ? without(cell, random.pick(['/', '—', '-', '无']), 'nil') : cell))
}

/** Nothing in the place of some figures. */
export function withEmpty(choose: (value: number, random: Random) => boolean): Change {
  return (report, random) =>
    mapCells(report, (cell) =>
      cell.truth?.value != null && choose(cell.truth.value, random) ? without(cell, '', 'blank') : cell,
    )
}

function without(cell: GridCell, printed: string, status: 'nil' | 'blank'): GridCell {
  return cell.truth ? { ...cell, text: printed, truth: { ...cell.truth, printed, value: null, status } } : cell
}

/** One change after the other. */
export function both(first: Change, second: Change): Change {
  return (report, random) => second(first(report, random), random)
}

/** One to three rows of each table that has row labels changed, or left out where nothing comes back. */
export function withSomeRows(change: (row: GridRow, random: Random) => GridRow | null): Change {
  return (report, random) =>
    mapGrids(report, (grid) => {
      const chosen = random.shuffled(grid.filter(isLabelled)).slice(0, random.int(1, 3))
      return grid.flatMap((row) => {
        const changed = chosen.includes(row) ? change(row, random) : row
        return changed === null ? [] : [changed]
      })
    })
}

/** The text of a row's own label replaced. */
export function relabelled(row: GridRow, text: string): GridRow {
  return row.map((cell) => (cell.labels === undefined ? cell : { ...cell, text }))
}

function isLabelled(row: GridRow): boolean {
  return row.some((cell) => cell.labels !== undefined)
}

/** Two neighbouring rows of each table printed in the other order. */
export const withSwappedRows: Change = (report, random) =>
  mapGrids(report, (grid) => {
    const rows = grid.filter(isLabelled)
    const at = random.int(0, Math.max(0, rows.length - 2))
    const [first, second] = [rows[at], rows[at + 1]]
    if (first === undefined || second === undefined) return grid
    const own = (row: GridRow) => row.slice(row.findIndex((cell) => cell.labels !== undefined))
    const above = (row: GridRow) =>
      row.slice(
        0,
        row.findIndex((cell) => cell.labels !== undefined),
      )
    const swapped = new Map([
      [first, [...above(first), ...own(second)]],
      [second, [...above(second), ...own(first)]],
    ])
    return grid.map((row) => swapped.get(row) ?? row)
  })

/** Two columns of a block printed in the other order, header and figures alike. */
export const withSwappedColumns: Change = (report, random) =>
  mapGrids(report, (grid, table) => {
    const block = random.pick(report.form.tables[table].blocks.filter(({ columns }) => columns.length > 1))
    if (block === undefined) return grid
    if (table === 'remedies') return swappedInGroup(grid, random)
    const [first, second] = random.shuffled(table === 'requests' ? block.columns.slice(1, 6) : block.columns)
    if (first === undefined || second === undefined) return grid
    let inside = false
    return grid.map((row) => {
      inside = begins(row, block) || (inside && row.length > 1) || table === 'requests'
      const find = (code: string, label: string) =>
        row.findIndex(({ truth, text }) => (truth ? truth.column === code : text === label))
      return inside ? exchanged(row, find(first.code, first.label), find(second.code, second.label)) : row
    })
  })

function begins(row: GridRow, block: FormBlock): boolean {
  return row.length === 1 && row[0]?.text === block.article
}

/** In the table of one row: two results of one of its three groups of five. */
function swappedInGroup(grid: Grid, random: Random): Grid {
  const group = random.int(0, 2)
  const [a = 0, b = 1] = random.shuffled([0, 1, 2, 3, 4])
  const header = group === 0 ? 1 : 2
  const offset = group === 2 ? 5 : 0
  return grid.map((row, i) => {
    if (i === header) return exchanged(row, offset + a, offset + b)
    return i === 3 ? exchanged(row, 5 * group + a, 5 * group + b) : row
  })
}

function exchanged(row: GridRow, a: number, b: number): GridRow {
  const [first, second] = [row[a], row[b]]
  if (first === undefined || second === undefined) return row
  return row.map((cell, i) => (i === a ? second : i === b ? first : cell))
}
