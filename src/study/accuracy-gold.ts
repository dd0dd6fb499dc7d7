import type { Report } from '../types.js'
import { cellVerdict } from './accuracy-cells.js'
import type { Miss } from './accuracy-score.js'

/** The numbers printed in a real report's tables, checked by hand: table, row, column. */
export interface GoldReport {
  readonly form: string
  readonly tables: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number | null>>>>>>
}

/** How a real report was read, in counts of its checked cells. */
export interface GoldScore {
  readonly id: string
  readonly form: string
  readonly formRight: boolean
  readonly cells: number
  readonly right: number
  readonly withheld: number
  readonly wrong: readonly Miss[]
}

/** Compares a real report with the numbers that were checked by hand. What the list does not name is not judged. */
export function scoreGold(id: string, gold: GoldReport, report: Report): GoldScore {
  const wrong: Miss[] = []
  const counts = { right: 0, withheld: 0, wrong: 0 }
  for (const [table, rows] of Object.entries(gold.tables)) {
    const cells = report.tables[table as keyof Report['tables']] ?? []
    for (const [row, columns] of Object.entries(rows)) {
      for (const [column, value] of Object.entries(columns)) {
        if (value === null) continue
        const found = cells.find((cell) => cell.row === row && cell.column === column)
        const truth = { row, column, value, status: 'stated', printed: String(value), at: null, meant: value } as const
        const verdict = cellVerdict(truth, found)
        counts[verdict]++
        const read = `${found?.status} ${found?.value ?? ''}`.trim()
        if (verdict === 'wrong') wrong.push({ id, what: `${table}/${row}/${column}`, truth: String(value), read })
      }
    }
  }
  const { right, withheld } = counts
  const formRight = report.report.form === gold.form
  return { id, form: gold.form, formRight, cells: right + withheld + counts.wrong, right, withheld, wrong }
}
