import type { Cell } from '../../types.js'
import { withheld } from '../search/withheld.js'
import type { FoundTable } from './tables.js'

/** A figure alone, as the number of a page is. */
const ALONE = /^[\d０-９]{1,3}$/

/**
 * The tables of a text that ends in a number alone, its last page's: then the numbers of the pages before stand in it too. Where empty cells
 * leave no trace, such a number may have come in for one: a row that ends in a figure alone on its line that is among them is withheld,
 * unless it adds up with it only.
 */
export function withoutPageFigures(source: string, tables: readonly FoundTable[]): FoundTable[] {
  const end = source.trimEnd().length
  const lines = source.split('\n').filter((line) => line.trim() !== '')
  const last = lines.at(-1)?.trim().split(/\s/).at(-1) ?? ''
  const isOwned = tables.some(({ cells }) => cells.some(({ at }) => at !== null && at[1] >= end))
  const pages = Number(last.normalize('NFKC'))
  // Some programs write each page as one line.
  const areLines = lines.length <= pages + 1
  if (!ALONE.test(last) || isOwned || (!areLines && lines.at(-1)?.trim() !== last)) return [...tables]
  const isAlone = ({ at }: Cell) => at !== null && endsLine(source, at[1]) && (areLines || beginsLine(source, at[0]))
  const mayBePage = (cell: Cell) =>
    cell.status === 'stated' && cell.value !== null && cell.value >= 1 && cell.value < pages && isAlone(cell)
  return tables.map((table) => {
    const rows = [...new Set(table.cells.map(({ row }) => row))].map((row) =>
      table.cells.filter((cell) => cell.row === row),
    )
    // A row of several figures that lacks some is withheld; one of two where one is due may have that number beside its own.
    const lacksFigure = ({ length }: readonly Cell[], { status }: Cell) =>
      status === 'blank' || (length > 1 && status === 'ambiguous')
    const isLossy = (own: readonly Cell[]) => own.some((cell) => lacksFigure(own, cell))
    const doubted = new Set(
      rows.filter((own) => {
        const [last] = own.slice(-1)
        const alike = rows.filter((other) => (other.length === 1) === (own.length === 1))
        return last !== undefined && mayBePage(last) && alike.some(isLossy) && standsWithout(own.slice(0, -1))
      }),
    )
    const cells = rows.flatMap((own) => (doubted.has(own) ? own.map(withheld) : own))
    return doubted.size === 0 ? table : { ...table, cells }
  })
}

/** Whether cells may be all of a row: they add up to the last of them, or are too few to have a sum. */
function standsWithout(cells: readonly Cell[]): boolean {
  const values = cells.map(({ value }) => value ?? 0)
  const total = values.pop() ?? 0
  return values.length < 2 || values.reduce((sum, value) => sum + value, 0) === total
}

function beginsLine(source: string, at: number): boolean {
  return source.slice(source.lastIndexOf('\n', at - 1) + 1, at).trim() === ''
}

function endsLine(source: string, at: number): boolean {
  const end = source.indexOf('\n', at)
  return source.slice(at, end < 0 ? source.length : end).trim() === ''
}
