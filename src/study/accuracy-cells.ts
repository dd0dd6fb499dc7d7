import type { Cell, Report } from '../types.js'
import { isPlaced } from './accuracy-places.js'
import type { Counts, Miss } from './accuracy-score.js'
import type { TrueCell, Truth } from './simulate/truth.js'

/** Counts how the cells of a report were read, and names those read wrongly. */
export function scoreCells(truth: Truth, report: Report | null, text: string, counts: Counts, wrong: Miss[]): void {
  const read = new Map(
    Object.entries(report?.tables ?? {}).flatMap(([table, cells]) =>
      cells.map((cell: Cell) => [`${table}/${cell.row}/${cell.column}` as string, cell] as const),
    ),
  )
  const taken = new Set<number>()
  for (const [table, cells] of Object.entries(truth.tables)) {
    for (const cell of cells) {
      const key: string = `${table}/${cell.row}/${cell.column}`
      const found = read.get(key)
      read.delete(key)
      const verdict = report === null ? 'withheld' : cellVerdict(cell, found)
      counts.cells++
      counts[verdict]++
      if (verdict === 'wrong') wrong.push(missed(truth.id, key, cell, found))
      if (verdict !== 'right' || found === undefined) continue
      if (found.status === 'inferred') counts.inferred++
      if (found.status !== 'stated') continue
      counts.stated++
      const start = found.at?.[0] ?? -1
      if (!taken.has(start) && isPlaced(found.at, cell, text)) counts.placed++
      taken.add(start)
    }
  }
  for (const [key, cell] of read) {
    if (cell.value === null) continue
    counts.wrong++
    wrong.push({ id: truth.id, what: key, truth: 'no such cell', read: `${cell.status} ${cell.value}` })
  }
}

/** What became of one cell of a report that was read; `undefined` where it has no such cell. */
export function cellVerdict(cell: TrueCell, found: Cell | undefined): 'right' | 'withheld' | 'wrong' {
  const { status, value } = found ?? { status: 'absent', value: null }
  if (value !== null) {
    if (cell.status === 'stated') return value === cell.value ? 'right' : 'wrong'
    return status === 'inferred' && cell.status !== 'absent' && cell.status !== 'garbled' && value === cell.meant
      ? 'right'
      : 'wrong'
  }
  if (cell.status === 'stated' || (cell.status === 'nil' && status === 'absent'))
    return status === 'ambiguous' ? 'withheld' : 'wrong'
  const same = status === cell.status || cell.status === 'garbled' || (cell.status === 'lost' && status === 'blank')
  return same ? 'right' : 'withheld'
}

function missed(id: string, what: string, cell: TrueCell, found: Cell | undefined): Miss {
  const printed = cell.printed === '' ? '' : ` ${cell.printed}`
  return { id, what, truth: `${cell.status}${printed}`, read: `${found?.status} ${found?.value ?? ''}`.trim() }
}
