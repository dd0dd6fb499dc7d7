import { readReport } from '../../src/loaders/report.js'
import type { Cell, SourceFormat, TableName } from '../../src/types.js'
import { key, type MadeUp, truthsOf } from './made-up.js'

/** How the cells of a report in a container were read. */
export interface ContainerReading {
  readonly format: SourceFormat
  readonly printed: number
  /** Numbers read as printed, and standing in the extracted text where the cell says. */
  readonly read: number
  /** Empty cells and nil marks read as such, of so many. */
  readonly empty: number
  readonly gaps: number
  /** Each cell that is wrong in silence, in words. */
  readonly wrong: readonly string[]
  readonly title: string | null
  readonly headings: readonly string[]
}

/** Reads a document that holds a made-up report and compares every cell with what was printed. */
export async function readContainer(report: MadeUp, path: string, bytes: Uint8Array): Promise<ContainerReading> {
  const read = await readReport({ id: 'made-up', path, bytes })
  const cells = new Map<string, Cell>()
  for (const [table, own] of Object.entries(read.report.tables) as [TableName, readonly Cell[]][])
    for (const cell of own) cells.set(key(table, cell.row, cell.column), cell)
  const wrong: string[] = []
  const counts = { printed: 0, read: 0, empty: 0, gaps: 0 }
  for (const truth of truthsOf(report)) {
    const name = key(truth.table, truth.row, truth.column)
    const cell = cells.get(name)
    const slice = cell?.at ? read.text.slice(cell.at[0], cell.at[1]) : null
    if (truth.status === 'stated') counts.printed++
    else counts.gaps++
    if (cell?.status === 'stated') {
      if (cell.value !== truth.value || slice !== truth.printed)
        wrong.push(`${name}: ${cell.value} (${slice}), printed ${truth.printed}`)
      else counts.read++
    } else if (cell?.value != null && cell.value !== truth.value)
      wrong.push(`${name}: ${cell.status} ${cell.value}, printed ${truth.printed}`)
    else if (cell?.status === 'blank' || cell?.status === 'nil') {
      if (truth.status === 'stated') wrong.push(`${name}: ${cell.status}, printed ${truth.printed}`)
      else if (cell.status === truth.status) counts.empty++
    }
  }
  return {
    ...counts,
    format: read.report.source.format,
    wrong,
    title: read.report.report.title,
    headings: read.report.sections.map(({ heading }) => heading),
  }
}
