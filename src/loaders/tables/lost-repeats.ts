import { formById } from '../../forms/forms.js'
import type { Cell } from '../../types.js'
import { templatesOf } from '../labels/template.js'
import type { FoundTable } from './tables.js'

/** A line no longer than this is a cell; where repeats are left out, none stands more often than this, and so many of the form's are missing. */
const [CELL, MOST, LEAST] = [20, 2, 2]
/** Such a share of the lines at the least are cells. */
const SHARE = 0.8

/**
 * Whether the lines of a text that repeat others were left out, as some programs do that take the text of a page: the cells of a table stand
 * one a line, none of them more than once or twice, and of the words that the form prints several times (信息内容, units) the same holds.
 */
export function hasLostRepeats(text: string, tables: readonly FoundTable[]): boolean {
  return tables.some((table) => {
    const lines = text.slice(...table.range).split('\n')
    const filled = lines.filter((line) => line.trim() !== '')
    const cells = filled
      .filter((line) => !/\S\s{2,}\S/.test(line))
      .map((line) => line.replace(/\s/g, ''))
      .filter((line) => line.length <= CELL)
    if (cells.length < filled.length * SHARE) return false
    const found = countsOf(cells)
    if (Math.max(0, ...found.values()) > MOST) return false
    const missing = [...countsOf(wordsOf(table))].map(([words, due]) => {
      const there = found.get(words) ?? 0
      return there > 0 ? Math.max(0, due - there) : 0
    })
    return missing.reduce((sum, count) => sum + count, 0) >= LEAST
  })
}

/** The words of headings and units as the form prints them, one by one. */
function wordsOf({ form, table }: FoundTable): string[] {
  const edition = formById(form)
  const [template] = edition ? templatesOf(edition, table) : []
  return (
    template?.labels.flatMap(({ row, wordings }) => {
      if (row === null) return wordings.slice(0, 1)
      return row.units.length > 0 ? row.cells.slice(0, 1).map(({ unit }) => unit) : []
    }) ?? []
  )
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/**
 * A table of such a text: known are the rows all of whose figures are there, with another row behind them whose label is; what else is
 * missing or stands in a row may be a figure that was left out, or one for which it was.
 */
export function withheldRepeats(table: FoundTable): FoundTable {
  const rows = [...new Set(table.cells.map(({ row }) => row))]
  const of = (row: string | undefined) => table.cells.filter((cell) => cell.row === row)
  const isThere = (row: string | undefined) => row === undefined || of(row).some(({ status }) => status !== 'absent')
  const whole = new Set(
    rows.filter((row, i) => of(row).every(({ status }) => status === 'stated') && isThere(rows[i + 1])),
  )
  return { ...table, cells: table.cells.map((cell) => (whole.has(cell.row) ? cell : unknown(cell))) }
}

function unknown({ row, column }: Cell): Cell {
  return { row, column, value: null, status: 'ambiguous', text: null, at: null, candidates: [] }
}
